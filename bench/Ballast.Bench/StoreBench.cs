using System.Globalization;
using Ballast.Sdmx.Model;
using Ballast.Series;
using Ballast.Store;
using BenchmarkDotNet.Attributes;

namespace Ballast.Bench;

/// <summary>The store's hot paths: a large release encoded and committed, and a panel that came in 120 monthly releases read now and as of a past date.</summary>
[MemoryDiagnoser]
[SimpleJob(launchCount: 1, warmupCount: 2, iterationCount: 8)]
public class StoreBench
{
    private const int SeriesCount = 10_000;
    private const int MonthCount = 120;

    private readonly DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private string _folder = "";
    private BallastStore _panel = null!;
    private ReleaseDraft _million = null!;
    private int _round;

    private static readonly DataStructureDefinition Structure = new(
        new StructureId("B", "DSD", SemanticVersion.One),
        default,
        default,
        [.. ((string[])["FREQ", "AREA", "ACTIVITY", "INDICATOR"]).Select(d => new Dimension(d, new ConceptReference(new StructureId("B", "CS", SemanticVersion.One), d), new Representation(null, "String")))],
        new ConceptReference(new StructureId("B", "CS", SemanticVersion.One), "TIME_PERIOD"),
        [new Measure("OBS_VALUE", new ConceptReference(new StructureId("B", "CS", SemanticVersion.One), "OBS_VALUE"), new Representation(null, "Decimal"), MeasureKind.Exact)],
        [new DataAttribute("OBS_STATUS", new ConceptReference(new StructureId("B", "CS", SemanticVersion.One), "OBS_STATUS"), new Representation(null, "String"), AttributeLevel.Observation, [], false)],
        []);

    private static readonly Dataflow Flow = new(new StructureId("B", "FLOW", SemanticVersion.One), default, default, Structure.Id, []);

    /// <summary>Makes the store of 120 releases and the draft of a million observations.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _folder = Path.Combine(Path.GetTempPath(), "ballast-bench-" + Guid.NewGuid().ToString("N"));
        _panel = Make("panel");
        _panel.CommitReleases(Enumerable.Range(0, MonthCount).Select(m => Draft("m" + m.ToString("D3", CultureInfo.InvariantCulture), _now.AddDays(m - 200), SeriesCount, m, 1)), "bench", "panel");
        _million = Draft("million", _now.AddDays(-1), SeriesCount, 0, 100);
    }

    /// <summary>Removes what was made.</summary>
    [GlobalCleanup]
    public void Cleanup()
    {
        _panel.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>10,000 series × 100 months in one release, into a new store.</summary>
    [Benchmark]
    public Receipt CommitMillion()
    {
        using BallastStore store = Make("round" + _round++);
        return store.CommitRelease(_million, "bench", "million");
    }

    /// <summary>10,000 series × 120 months, as they stand now.</summary>
    [Benchmark]
    public int ReadPanelNow() => _panel.ReadFrame(Flow.Id, KeyQuery.All(4), null, null, Viewpoint.PublicAt(_now)).RowCount;

    /// <summary>The same as of the sixtieth release.</summary>
    [Benchmark]
    public int ReadPanelAsOf() => _panel.ReadFrame(Flow.Id, KeyQuery.All(4), null, null, Viewpoint.PublicAt(_now.AddDays(60 - 200))).RowCount;

    /// <summary>One series with all that is known of its values.</summary>
    [Benchmark]
    public int ReadOneSeries() => _panel.ReadSeries(Flow.Id, Key(7_777), Viewpoint.PublicAt(_now))!.Observations.Length;

    private static SeriesKey Key(int series) => new(["M", "A" + (series % 31).ToString(CultureInfo.InvariantCulture), "C" + (series / 31 % 97).ToString(CultureInfo.InvariantCulture), "I" + (series / (31 * 97)).ToString(CultureInfo.InvariantCulture)]);

    private static ReleaseDraft Draft(string key, DateTimeOffset published, int seriesCount, int firstMonth, int months)
    {
        DataSetBuilder builder = new(Flow, Structure);
        MeasureValue[] value = new MeasureValue[1];
        for (int series = 0; series < seriesCount; series++)
        {
            int number = builder.Keys.Intern(Key(series));
            for (int month = firstMonth; month < firstMonth + months; month++)
            {
                // Levels near a thousand with a season and a wobble that differs by series; two decimals, as indices have.
                long level = 100_000 + (series * 37 % 5_000) + (month * 41) + ((month % 12) * 700) + (((series * 31) + (month * 17)) % 997);
                value[0] = MeasureValue.Of(new ExactNumber(level, 2));
                builder.AddObservation(DataAction.Merge, number, Period.FromOrdinal(Frequency.Monthly, (2015 * 12) + month), value);
                builder.AddAttribute(0, "A");
            }
        }

        return new ReleaseDraft { Key = key, Pack = "bench", Published = published, Parts = [builder.Build()] };
    }

    private BallastStore Make(string name)
    {
        BallastStore store = BallastStore.Open(Path.Combine(_folder, name), StoreAccess.ReadWrite, TimeProvider.System);
        store.CommitStructures(new StructureSet([], [], [], [Structure], [Flow]), [new FlowSettings(Flow.Id, "bench", "Asia/Shanghai", 0)], "bench", "structures");
        return store;
    }
}
