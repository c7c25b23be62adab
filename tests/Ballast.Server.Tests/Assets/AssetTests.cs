using System.Net;
using Ballast.Server.Assets;

namespace Ballast.Server.Tests.Assets;

public sealed class AssetTests : IAsyncLifetime
{
    private readonly AssetCatalogue _assets = AssetCatalogue.Load();
    private Workspace _server = null!;

    public async Task InitializeAsync() => _server = await Workspace.EmptyAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public void The_style_sheet_takes_at_most_15_KB() => Assert.InRange(_assets.Styles.Brotli!.Length, 1, 15_000);

    [Fact]
    public void The_own_script_takes_at_most_15_KB_and_the_charts_180_KB()
    {
        Assert.True(_assets.Script is not null && _assets.Charts is not null, "The scripts are not built: run npm ci && npm run build in src/Ballast.Server.");

        Assert.InRange(_assets.Script.Brotli!.Length, 100, 15_000);
        Assert.InRange(_assets.Charts.Brotli!.Length, 100, 180_000);
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("identity", null)]
    public async Task An_asset_comes_in_the_coding_asked_for_and_may_be_kept_for_ever(string accepted, string? coding)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, _assets.Styles.Path);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);

        using HttpResponseMessage answer = await _server.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(coding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("text/css; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_hash_is_another_file_and_unknown()
    {
        using HttpResponseMessage answer = await _server.Client.GetAsync("/assets/ballast.0000000000000000.css");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
