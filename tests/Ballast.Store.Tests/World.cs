using Ballast.Sdmx.Model;
using Ballast.Series;

namespace Ballast.Store.Tests;

/// <summary>A clock that tests set.</summary>
public sealed class SetClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}

/// <summary>A store in a folder of its own with one small dataflow: FREQ . AREA . ITEM, one or two measures, attributes at every level.</summary>
public sealed class World : IDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    public static readonly DataStructureDefinition Structure = MakeStructure();

    public static readonly Dataflow Flow = new(new StructureId("T", "FLOW", SemanticVersion.One), LocalisedText.Of("en", "Flow"), default, Structure.Id, []);

    private int _keys;

    public World(DateTimeOffset? now = null)
    {
        Folder = Path.Combine(Path.GetTempPath(), "ballast-store-" + Guid.NewGuid().ToString("N"));
        Clock = new SetClock(now ?? Start);
        Store = BallastStore.Open(Folder, StoreAccess.ReadWrite, Clock);
        Store.CommitStructures(Structures(), [new FlowSettings(Flow.Id, "test", "Asia/Shanghai", 1)], "tester", "structures");
    }

    public string Folder { get; }

    public string Database => Path.Combine(Folder, "ballast.db");

    public string Head => Path.Combine(Folder, "ballast.head");

    public SetClock Clock { get; }

    public BallastStore Store { get; private set; }

    public static Viewpoint Everything => Viewpoint.PublicAt(DateTimeOffset.MaxValue);

    public static StructureSet Structures() => new([], [], [MakeAreas()], [Structure], [Flow]);

    public static SeriesKey Key(string area, string item = "X") => new(["M", area, item]);

    public static Period Month(int month, int year = 2025) => Period.Month(year, month);

    public static MeasureValue Number(string digits) => MeasureValue.Of(ExactNumber.Parse(digits));

    /// <summary>Rows of merged or replaced observations of one measure.</summary>
    public static DataSet Rows(DataAction action, params (string Area, int Month, string Value)[] rows)
    {
        DataSetBuilder builder = new(Flow, Structure);
        foreach ((string area, int month, string value) in rows)
        {
            builder.AddObservation(action, builder.Keys.Intern(Key(area)), Month(month), [value == "" ? MeasureValue.None : Number(value), MeasureValue.None]);
        }

        return builder.Build();
    }

    public static ReleaseDraft Draft(string key, DateTimeOffset published, params DataSet[] parts) =>
        new() { Key = key, Pack = "test", Published = published, Parts = [.. parts] };

    public static DateTimeOffset Day(int day) => new(2026, 1, day, 2, 0, 0, TimeSpan.Zero);

    public Receipt Commit(ReleaseDraft draft) => Store.CommitRelease(draft, "tester", "key-" + _keys++);

    public void Reopen()
    {
        Store.Dispose();
        Store = BallastStore.Open(Folder, StoreAccess.ReadWrite, Clock);
    }

    public void Close() => Store.Dispose();

    public void Dispose()
    {
        Store.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private static Codelist MakeAreas() => new(
        new StructureId("T", "CL_AREA", SemanticVersion.One),
        new LocalisedText([new("en", "Areas"), new("zh", "地区")]),
        default,
        [new Code("CN", LocalisedText.Of("en", "China"), default, null, [new Annotation(null, Annotation.Synonym, null, null, LocalisedText.Of("en", "PRC"))]), new Code("BJ", LocalisedText.Of("zh", "北京"), default, "CN", [])],
        []);

    private static DataStructureDefinition MakeStructure()
    {
        StructureId concepts = new("T", "CS", SemanticVersion.One);
        Representation text = new(null, "String");
        Representation many = new(null, "String", null, IsMultilingual: true);
        ConceptReference Concept(string id) => new(concepts, id);
        return new DataStructureDefinition(
            new StructureId("T", "DSD", SemanticVersion.One),
            LocalisedText.Of("en", "Structure"),
            default,
            [new Dimension("FREQ", Concept("FREQ"), text), new Dimension("AREA", Concept("AREA"), new Representation(new StructureId("T", "CL_AREA", SemanticVersion.One), null)), new Dimension("ITEM", Concept("ITEM"), text)],
            Concept("TIME_PERIOD"),
            [new Measure("OBS_VALUE", Concept("OBS_VALUE"), text, MeasureKind.Exact), new Measure("SECOND", Concept("SECOND"), text, MeasureKind.Double)],
            [
                new DataAttribute("SOURCE", Concept("SOURCE"), text, AttributeLevel.Dataset, [], false),
                new DataAttribute("AREA_NOTE", Concept("AREA_NOTE"), text, AttributeLevel.Group, ["AREA"], false),
                new DataAttribute("TITLE", Concept("TITLE"), many, AttributeLevel.Series, [], false),
                new DataAttribute("SOURCE_ID", Concept("SOURCE_ID"), text, AttributeLevel.Series, [], false),
                new DataAttribute("OBS_STATUS", Concept("OBS_STATUS"), text, AttributeLevel.Observation, [], false),
                new DataAttribute("SOURCE_REF", Concept("SOURCE_REF"), many, AttributeLevel.Observation, [], false),
            ],
            []);
    }
}
