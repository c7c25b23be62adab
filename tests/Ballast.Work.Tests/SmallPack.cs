using Ballast.Packs;
using Ballast.Sdmx.Model;
using Ballast.Series;
using Ballast.Store;
using Ballast.Work.Loading;

namespace Ballast.Work.Tests;

/// <summary>The pack that <c>ballast pack new</c> writes, in a folder where tests may change it, beside the common one, with a store of its own.</summary>
internal sealed class SmallPack : IDisposable
{
    public const string Id = "piles";
    public const string Flow = "PILES_PRODUCT";

    private readonly Scratch _scratch = new();

    public SmallPack()
    {
        Directory.CreateDirectory(_scratch.PathOf("packs"));
        Directory.CreateSymbolicLink(_scratch.PathOf("packs", "common"), House.Tests.House.PathOf("packs", "common"));
        foreach ((string path, string text) in PackTemplate.Files(Id))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
            File.WriteAllText(PathOf(path), text);
        }

        Clock = new SetClock(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        Store = BallastStore.Open(_scratch.PathOf("data"), StoreAccess.ReadWrite, Clock);
    }

    public SetClock Clock { get; }

    public BallastStore Store { get; }

    /// <summary>The pack as its files are now.</summary>
    public PackLibrary Library => PackLibrary.Read(PackDisk.OpenAll(_scratch.PathOf("packs"))).Value!;

    public Reading Reading => new(Store, Library, Clock);

    public string PathOf(string path) => _scratch.PathOf("packs", Id, path);

    /// <summary>Loads what is new in the pack.</summary>
    public PackLoad Load(CancellationToken cancellation = default)
    {
        PackLibrary library = Library;
        StructureLoading.Commit(Store, library.Find("common")!, "test");
        return PackLoading.Load(Store, library.Find(Id)!, library.Structures, "test", null, cancellation);
    }

    /// <summary>Changes a file of the pack.</summary>
    public void Change(string path, string from, string to)
    {
        string text = File.ReadAllText(PathOf(path));
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(PathOf(path), text.Replace(from, to, StringComparison.Ordinal));
    }

    /// <summary>Adds a release that is the one of 20 March with some texts changed.</summary>
    public void Add(string key, (string From, string To) manifest, (string From, string To) row)
    {
        Directory.CreateDirectory(PathOf($"data/{key}"));
        File.Copy(PathOf("data/2024-03-20/release.yaml"), PathOf($"data/{key}/release.yaml"));
        File.Copy(PathOf($"data/2024-03-20/{Flow}.csv"), PathOf($"data/{key}/{Flow}.csv"));
        Change($"data/{key}/release.yaml", "key: \"2024-03-20\"", $"key: \"{key}\"");
        Change($"data/{key}/release.yaml", manifest.From, manifest.To);
        Change($"data/{key}/{Flow}.csv", row.From, row.To);
    }

    /// <summary>A value of the pack's one series, or of what is computed from it, as known at a moment.</summary>
    public string? Value(int year, int month, string asOf = "2026-01-01T00:00Z", string flow = Flow, string transformation = "N")
    {
        Viewpoint viewpoint = Viewpoint.PublicAt(DateTimeOffset.Parse(asOf, System.Globalization.CultureInfo.InvariantCulture));
        Observation? found = Reading.Series(flow, new SeriesKey(["M", "CN", "CHARGING_PILE", "STOCK", "N", transformation, "_Z", "A"]), viewpoint)?.Series.At(Period.Month(year, month));
        return found is null || found.Value.Kind == MeasureKind.None ? null : found.Value.ToString();
    }

    public void Dispose()
    {
        Store.Dispose();
        _scratch.Dispose();
    }
}
