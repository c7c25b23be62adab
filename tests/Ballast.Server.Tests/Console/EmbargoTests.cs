using System.Net;

namespace Ballast.Server.Tests.Console;

/// <summary>A release whose time has not come is nowhere; at its second it is everywhere.</summary>
public sealed class EmbargoTests : IAsyncLifetime
{
    private Workspace _workspace = null!;

    public async Task InitializeAsync() => _workspace = await Workspace.TrialAsync();

    public async Task DisposeAsync() => await _workspace.DisposeAsync();

    [Fact]
    public async Task A_release_under_embargo_is_in_no_page_search_count_file_or_address_before_its_second_and_in_all_from_it()
    {
        string hidden = $"/en/s/TRIAL/{TrialPack.Hidden}";
        string growth = $"/en/s/TRIAL/{TrialPack.Growth}";
        string[] everywhere = ["/en/", "/en/find", "/en/find?q=Forbidden", "/en/f/TRIAL", "/en/f/TRIAL/structure", "/en/f/TRIAL/data.csv", "/en/f/TRIAL/data.json", growth, growth + "/data.csv", growth + "/chart.svg", "/en/releases"];
        _workspace.Clock.Now = TrialPack.EmbargoEnds.AddSeconds(-1);

        foreach (string path in everywhere)
        {
            string before = await _workspace.TextAsync(path);
            Assert.DoesNotContain(TrialPack.HiddenName, before, StringComparison.Ordinal);
            Assert.DoesNotContain(TrialPack.HiddenValue, before, StringComparison.Ordinal);
            Assert.DoesNotContain("4,711", before, StringComparison.Ordinal);
            Assert.DoesNotContain("6.13", before, StringComparison.Ordinal);
            Assert.DoesNotContain("Apr 2024\",\"value\"", before, StringComparison.Ordinal);
            Assert.DoesNotContain("embargoed", before, StringComparison.Ordinal);
            Assert.DoesNotContain("3 Jun 2024, 10:00", before, StringComparison.Ordinal);
        }

        string countBefore = await _workspace.TextAsync("/en/find");
        byte[] unknown = await NotFoundAsync($"/en/s/TRIAL/{TrialPack.Hidden.Replace("PRICE", "VOLUME", StringComparison.Ordinal)}");
        Assert.Equal(unknown, await NotFoundAsync(hidden));
        Assert.Equal(unknown, await NotFoundAsync(hidden + "?asOf=2024-03-01"));
        Assert.Equal(unknown, await NotFoundAsync(hidden + "?asOf=2030-01-01"));
        Assert.Equal(unknown, await NotFoundAsync(hidden + "/data.csv"));
        Assert.Equal(unknown, await NotFoundAsync("/en/releases/embargoed"));
        Assert.Equal(unknown, await NotFoundAsync("/en/releases/never-heard-of"));

        _workspace.Clock.Now = TrialPack.EmbargoEnds;

        Assert.Contains(TrialPack.HiddenName, await _workspace.TextAsync(hidden), StringComparison.Ordinal);
        Assert.Contains(TrialPack.HiddenName, await _workspace.TextAsync("/en/find?q=Forbidden"), StringComparison.Ordinal);
        Assert.Contains(TrialPack.HiddenValue, await _workspace.TextAsync("/en/f/TRIAL/data.csv"), StringComparison.Ordinal);
        Assert.Contains("6.13", await _workspace.TextAsync(growth), StringComparison.Ordinal);
        Assert.Contains("embargoed", await _workspace.TextAsync("/en/releases"), StringComparison.Ordinal);
        Assert.NotEqual(countBefore, await _workspace.TextAsync("/en/find"));
    }

    [Fact]
    public async Task A_tag_given_before_an_embargo_ends_is_not_confirmed_after_it_and_tells_nothing_before()
    {
        string path = $"/en/s/TRIAL/{TrialPack.Growth}";
        _workspace.Clock.Now = TrialPack.EmbargoEnds.AddSeconds(-1);
        string tag = await TagAsync(path);
        Assert.Equal(HttpStatusCode.NotModified, await AskAsync(path, tag));

        _workspace.Clock.Now = TrialPack.EmbargoEnds;

        Assert.Equal(HttpStatusCode.OK, await AskAsync(path, tag));
    }

    private async Task<byte[]> NotFoundAsync(string path)
    {
        using HttpResponseMessage answer = await _workspace.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private async Task<string> TagAsync(string path)
    {
        using HttpResponseMessage answer = await _workspace.Client.GetAsync(path);
        return answer.Headers.ETag!.ToString();
    }

    private async Task<HttpStatusCode> AskAsync(string path, string tag)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        using HttpResponseMessage answer = await _workspace.Client.SendAsync(request);
        return answer.StatusCode;
    }
}
