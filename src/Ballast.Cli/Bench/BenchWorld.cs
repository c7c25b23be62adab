using System.Globalization;
using System.Text;
using Ballast.Sdmx.Model;
using Ballast.Series;
using Ballast.Store;

namespace Ballast.Cli.Bench;

/// <summary>Made-up data of the size that the measurements speak of: 10,000 monthly series in a flow of four dimensions, the same for every run.</summary>
internal static class BenchWorld
{
    public const int SeriesCount = 10_000;

    public static readonly Dataflow Flow = new(Id("PANEL"), LocalisedText.Of("en", "Panel"), default, Id("DSD_PANEL"), []);

    private static readonly LocalisedText Name = LocalisedText.Of("en", "bench");

    private static readonly ConceptReference Concept = new(Id("CS"), "X");

    public static StructureSet Structures { get; } = MakeStructures();

    public static DataStructureDefinition Structure => Structures.DataStructures[0];

    /// <summary>SDMX-CSV 2.0 of all series over some months, in the order of series.</summary>
    public static void WriteCsv(string file, int months)
    {
        using StreamWriter text = new(file, false, new UTF8Encoding(false), 1 << 20);
        text.Write("STRUCTURE,STRUCTURE_ID,ACTION,FREQ,AREA,ACTIVITY,INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE\n");
        string head = $"dataflow,{Flow.Id},A,";
        for (int series = 0; series < SeriesCount; series++)
        {
            string key = string.Join(',', Key(series).Codes);
            for (int month = 0; month < months; month++)
            {
                text.Write(head);
                text.Write(key);
                text.Write(string.Create(CultureInfo.InvariantCulture, $",{2015 + (month / 12)}-{(month % 12) + 1:00},{Value(series, month)},A,{(month == 0 ? "T" : "")}\n"));
            }
        }
    }

    /// <summary>A release of one month of all series.</summary>
    public static ReleaseDraft Month(int month, DateTimeOffset published)
    {
        DataSetBuilder builder = new(Flow, Structure);
        for (int series = 0; series < SeriesCount; series++)
        {
            int key = builder.Keys.Intern(Key(series));
            builder.AddObservation(DataAction.Merge, key, Period.FromOrdinal(Frequency.Monthly, (2015 * 12) + month), [MeasureValue.Of(Value(series, month))]);
            builder.AddAttribute(0, "A");
            if (month == 0)
            {
                builder.AddSeriesAttributes(DataAction.Merge, key, AttributeSet.Of([new("UNIT_MEASURE", [new AttributeValue("T")])]));
            }
        }

        return new ReleaseDraft { Key = string.Create(CultureInfo.InvariantCulture, $"m{month:000}"), Pack = "bench", Published = published, Parts = [builder.Build()] };
    }

    /// <summary>A store in a new folder that knows the flow.</summary>
    public static BallastStore NewStore(string folder)
    {
        BallastStore store = BallastStore.Open(folder, StoreAccess.ReadWrite, TimeProvider.System);
        store.CommitStructures(Structures, [new FlowSettings(Flow.Id, "bench", "Asia/Shanghai", 0)], "bench", "structures");
        return store;
    }

    private static SeriesKey Key(int series) => new(["M", "A" + (series % 31), "C" + (series / 31 % 97), "I" + (series / (31 * 97))]);

    /// <summary>A level with a trend, a season and a wobble that differs by series; one decimal.</summary>
    private static ExactNumber Value(int series, int month) =>
        new(10_000 + (series * 37 % 5_000) + (month * 41) + ((month % 12) * 70) + (((series * 31) + (month * 17)) % 997), 1);

    private static StructureId Id(string id) => new("BENCH", id, SemanticVersion.One);

    private static StructureSet MakeStructures()
    {
        Codelist frequencies = List("CL_FREQ", ["M"]);
        Codelist areas = List("CL_AREA", Enumerable.Range(0, 31).Select(i => "A" + i));
        Codelist activities = List("CL_ACTIVITY", Enumerable.Range(0, 97).Select(i => "C" + i));
        Codelist indicators = List("CL_INDICATOR", Enumerable.Range(0, 8).Select(i => "I" + i));
        Codelist statuses = List("CL_STATUS", ["A", "P"]);
        Codelist units = List("CL_UNIT", ["T"]);
        DataStructureDefinition structure = new(
            Id("DSD_PANEL"),
            Name,
            default,
            [Dimension("FREQ", frequencies), Dimension("AREA", areas), Dimension("ACTIVITY", activities), Dimension("INDICATOR", indicators)],
            Concept,
            [new Measure("OBS_VALUE", Concept, new Representation(null, "Decimal"), MeasureKind.Exact)],
            [
                new DataAttribute("OBS_STATUS", Concept, new Representation(statuses.Id, null), AttributeLevel.Observation, [], false),
                new DataAttribute("UNIT_MEASURE", Concept, new Representation(units.Id, null), AttributeLevel.Series, [], true),
            ],
            []);
        return new StructureSet([], [], [frequencies, areas, activities, indicators, statuses, units], [structure], [Flow]);
    }

    private static Codelist List(string id, IEnumerable<string> codes) =>
        new(Id(id), Name, default, [.. codes.Select(c => new Code(c, Name, default, null, []))], []);

    private static Dimension Dimension(string id, Codelist list) => new(id, Concept, new Representation(list.Id, null));
}
