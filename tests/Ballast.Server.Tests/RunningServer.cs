using System.Net;
using Microsoft.AspNetCore.Builder;

namespace Ballast.Server.Tests;

/// <summary>The real server on a free port of the loopback address, over a data directory of its own.</summary>
public sealed class RunningServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RunningServer(WebApplication app, string directory)
    {
        (_app, DataDirectory) = (app, directory);
        Address = new Uri(app.Urls.Single());
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
    }

    public Uri Address { get; }

    public string DataDirectory { get; }

    /// <summary>Follows no redirect, keeps no cookie, inflates nothing.</summary>
    public HttpClient Client { get; }

    public static async Task<RunningServer> StartAsync(string directory, TimeProvider? clock = null)
    {
        WebApplication app = BallastServer.Build(new ServerOptions(directory) { Listen = new IPEndPoint(IPAddress.Loopback, 0), Clock = clock ?? TimeProvider.System });
        await app.StartAsync();
        return new RunningServer(app, directory);
    }

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
