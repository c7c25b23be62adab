using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Ballast.Server.Health;
using Ballast.Server.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Ballast.Server.Tests.Hosting;

public sealed class HostTests : IAsyncLifetime
{
    private Workspace _server = null!;

    public async Task InitializeAsync() => _server = await Workspace.EmptyAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/en/no/such/page")]
    [InlineData("/zh/no/such/page")]
    [InlineData("/nowhere")]
    [InlineData("/health")]
    [InlineData("/assets/none.0123456789abcdef.css")]
    public async Task Every_answer_carries_the_policy_and_no_name_of_the_server(string path)
    {
        using HttpResponseMessage answer = await _server.Client.GetAsync(path);

        Assert.Equal(SecurityHeaders.ContentSecurityPolicy, answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", "/zh/")]
    [InlineData("en-GB,zh;q=0.9", "/en/")]
    [InlineData("fr, zh-TW;q=0.5, en;q=0.4", "/zh/")]
    [InlineData("zh;q=0, en;q=0.1", "/en/")]
    [InlineData("fr", "/en/")]
    [InlineData(";;;,q=", "/en/")]
    [InlineData(null, "/en/")]
    public async Task The_root_leads_to_the_language_that_the_reader_prefers(string? accepted, string expected)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/");
        if (accepted is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Language", accepted);
        }

        using HttpResponseMessage answer = await _server.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(expected, answer.Headers.Location?.ToString());
        Assert.Contains("Accept-Language", answer.Headers.Vary);
    }

    [Theory]
    [InlineData("/en/no/such/page", "en")]
    [InlineData("/zh/no/such/page", "zh-Hans")]
    public async Task An_unknown_address_gets_a_page_in_its_language(string path, string language)
    {
        using HttpResponseMessage answer = await _server.Client.GetAsync(path);
        string html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"" + language + "\">", html, StringComparison.Ordinal);
        Assert.Contains("<h1>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_addresses_answer_alike_to_the_byte()
    {
        byte[] one = await Body("/en/s/NO_FLOW/A.B.C?asOf=2024-01-01");
        byte[] other = await Body("/en/another");

        Assert.Equal(one, other);

        async Task<byte[]> Body(string path)
        {
            using HttpResponseMessage answer = await _server.Client.GetAsync(path);
            return await answer.Content.ReadAsByteArrayAsync();
        }
    }

    [Theory]
    [InlineData("POST", "/health")]
    [InlineData("DELETE", "/")]
    public async Task What_can_only_be_read_refuses_other_methods(string method, string path)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), path);
        using HttpResponseMessage answer = await _server.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Fact]
    public async Task Health_says_what_holds_to_the_machine_itself()
    {
        using HttpResponseMessage live = await _server.Client.GetAsync("/health/live");
        using HttpResponseMessage ready = await _server.Client.GetAsync("/health");
        using JsonDocument state = JsonDocument.Parse(await ready.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.True(state.RootElement.GetProperty("ready").GetBoolean());
        Assert.All(state.RootElement.GetProperty("checks").EnumerateObject(), check => Assert.True(check.Value.GetBoolean()));
        Assert.Contains("disk", state.RootElement.GetProperty("checks").EnumerateObject().Select(c => c.Name));
    }

    [Fact]
    public async Task Asked_to_stop_the_server_is_not_ready_and_ends()
    {
        Workspace other = await Workspace.EmptyAsync();
        await using (other)
        {
            Assert.Equal(HttpStatusCode.OK, (await other.Client.GetAsync("/health/ready")).StatusCode);

            await other.StopAsync();

            await Assert.ThrowsAsync<HttpRequestException>(() => other.Client.GetAsync("/health/live"));
        }
    }

    [Fact]
    public void What_stops_or_fails_a_check_is_not_ready()
    {
        Readiness readiness = new([new HealthCheck("store", () => true), new HealthCheck("disk", () => false)]);

        Assert.Equal([true, true, false], readiness.Look().Select(c => c.Value));
        readiness.Stop();
        Assert.False(readiness.Look()[0].Value);
    }

    [Fact]
    public async Task An_empty_workspace_says_which_command_fills_it()
    {
        string page = await _server.TextAsync("/zh/");

        Assert.Contains("./ballast monitor", page, StringComparison.Ordinal);
        Assert.Contains("./ballast monitor", await _server.TextAsync("/en/find"), StringComparison.Ordinal);
        Assert.Contains("./ballast monitor", await _server.TextAsync("/en/releases"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_header_line_that_ends_in_a_bare_line_feed_is_refused()
    {
        string answer = await Raw("GET /health HTTP/1.1\r\nHost: localhost\r\nX-One: 1\nX-Two: 2\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 400", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_lengths_of_one_body_are_refused()
    {
        string answer = await Raw("POST /health HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!");

        Assert.StartsWith("HTTP/1.1 400", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_line_of_31_KB_is_read_and_one_of_33_KB_is_refused()
    {
        string within = await Raw($"GET /health?{new string('a', 31 * 1024)} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        string beyond = await Raw($"GET /health?{new string('a', 33 * 1024)} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 200", within, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 414", beyond, StringComparison.Ordinal);
    }

    [Fact]
    public void One_client_gets_10_seconds_for_headers_1_MB_of_body_and_no_more_connections_than_the_descriptors_bear()
    {
        KestrelServerOptions kestrel = new();

        Limits.Apply(kestrel);

        Assert.Equal(TimeSpan.FromSeconds(10), kestrel.Limits.RequestHeadersTimeout);
        Assert.Equal(1024 * 1024, kestrel.Limits.MaxRequestBodySize);
        Assert.InRange(kestrel.Limits.MaxConcurrentConnections!.Value, 1, 2_000);
        Assert.False(kestrel.AddServerHeader);
    }

    private async Task<string> Raw(string request)
    {
        using TcpClient client = new();
        await client.ConnectAsync(IPAddress.Loopback, _server.Address.Port);
        await using NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        byte[] buffer = new byte[64 * 1024];
        int read = await stream.ReadAsync(buffer);
        return Encoding.ASCII.GetString(buffer, 0, read);
    }
}
