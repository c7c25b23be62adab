using System.Net;
using Ballast.Faults;
using Ballast.Store;
using Ballast.Work;
using Ballast.Work.Loading;
using Microsoft.AspNetCore.Builder;

namespace Ballast.Server.Tests;

/// <summary>A workspace in a temporary folder: packs loaded into a real store, and the server over it. The clock is the test's.</summary>
public sealed class Workspace : IAsyncDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("ballast-console").FullName;
    private WebApplication _app = null!;
    private BallastStore _store = null!;

    private Workspace(SetClock clock, string? packs) => (Clock, Packs) = (clock, packs ?? Path.Combine(_root, "packs"));

    public SetClock Clock { get; }

    /// <summary>The folder that holds the packs.</summary>
    public string Packs { get; }

    public string Data => Path.Combine(_root, "data");

    public Uri Address { get; private set; } = null!;

    public Reading Reading { get; private set; } = null!;

    /// <summary>Follows no redirect, keeps no cookie, inflates nothing.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>The server over the trial pack, with its last release still under embargo.</summary>
    public static Task<Workspace> TrialAsync() => StartAsync(new SetClock(TrialPack.EmbargoEnds.AddHours(-1)), TrialPack.Write);

    /// <summary>The server over the packs of the project.</summary>
    public static Task<Workspace> ProjectAsync() => StartAsync(
        new SetClock(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.FromHours(8))), null, Path.Combine(Repository.Root, "packs"), new Uri("http://127.0.0.1:8080/"));

    /// <summary>The server over an empty store.</summary>
    public static Task<Workspace> EmptyAsync() => StartAsync(new SetClock(TrialPack.EmbargoEnds), packs => Directory.CreateDirectory(packs));

    /// <summary>Loads what is new in the packs, as the main job does, beside the server that is running.</summary>
    public void Load()
    {
        PackLibrary packs = ReadPacks();
        using BallastStore writer = BallastStore.Open(Data, StoreAccess.ReadWrite, Clock);
        foreach (LoadedPack pack in packs.Packs)
        {
            PackLoad load = PackLoading.Load(writer, pack, packs.Structures, "tests", null, CancellationToken.None);
            Assert.False(load.Faults.HasErrors, string.Join('\n', load.Faults.Select(f => f.ToString())));
        }
    }

    public async Task<string> TextAsync(string path)
    {
        using HttpResponseMessage answer = await Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        _store.Dispose();
        Directory.Delete(_root, true);
    }

    private static async Task<Workspace> StartAsync(SetClock clock, Action<string>? writePacks, string? packs = null, Uri? publicUrl = null)
    {
        Workspace workspace = new(clock, packs);
        writePacks?.Invoke(workspace.Packs);
        Directory.CreateDirectory(workspace.Data);
        workspace.Load();
        workspace._store = BallastStore.Open(workspace.Data, StoreAccess.ReadOnly, clock);
        workspace.Reading = new Reading(workspace._store, workspace.ReadPacks(), clock);
        workspace._app = BallastServer.Build(new ServerOptions(workspace.Reading, workspace.Data) { Listen = new IPEndPoint(IPAddress.Loopback, 0), PublicUrl = publicUrl });
        await workspace._app.StartAsync();
        workspace.Address = new Uri(workspace._app.Urls.Single());
        workspace.Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = workspace.Address };
        return workspace;
    }

    private PackLibrary ReadPacks()
    {
        Outcome<PackLibrary> read = PackLibrary.Read(PackDisk.OpenAll(Packs));
        Assert.True(read.IsGood, string.Join('\n', read.Faults.Select(f => f.ToString())));
        return read.Value;
    }
}
