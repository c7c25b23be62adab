using Ballast.Sdmx.Model;
using Ballast.Series;

namespace Ballast.Sdmx.Tests;

/// <summary>A small world of every kind of component: three coded dimensions, an exact and a text measure, attributes of every level, several values, several languages.</summary>
internal static class SampleStructures
{
    public static readonly StructureId SchemeId = new("TEST", "CS", SemanticVersion.One);

    public static readonly StructureSet Set = Make();

    public static Dataflow Flow => Set.Dataflows[0];

    public static DataStructureDefinition Structure => Set.DataStructures[0];

    public static LocalisedText Text(string en, string zh) => new([new("en", en), new("zh", zh)]);

    public static StructureId Id(string id) => new("TEST", id, SemanticVersion.One);

    private static StructureSet Make()
    {
        Codelist frequencies = List("CL_FREQ", "A", "Q", "M", "D");
        Codelist areas = new(Id("CL_AREA"), Text("Areas", "地区"), default, [Code("CN"), Code("CN-44", "CN"), Code("CN-31", "CN"), Code("W")], []);
        Codelist items = List("CL_ITEM", "STEEL", "CARS", "BASE_STATIONS", "_T");
        Codelist statuses = List("CL_STATUS", "A", "E", "P", "M");
        Codelist units = List("CL_UNIT", "T", "PIECES", "PC");
        string[] concepts = ["FREQ", "AREA", "ITEM", "TIME_PERIOD", "OBS_VALUE", "LEVEL", "OBS_STATUS", "SOURCE_REF", "COMMENT", "UNIT", "TITLE", "REGION_NOTE", "METHOD", "WEIGHT"];
        ConceptScheme scheme = new(SchemeId, Text("Concepts", "概念"), default, [.. concepts.Select(ConceptOf)], []);
        DataStructureDefinition structure = new(
            Id("DSD"), Text("Items", "产品"), default,
            [new("FREQ", Reference("FREQ"), Coded("CL_FREQ")), new("AREA", Reference("AREA"), Representation.OfConcept), new("ITEM", Reference("ITEM"), Coded("CL_ITEM"))],
            Reference("TIME_PERIOD"),
            [new("OBS_VALUE", Reference("OBS_VALUE"), new Representation(null, "Decimal"), MeasureKind.Exact), new("LEVEL", Reference("LEVEL"), new Representation(null, "String"), MeasureKind.Text)],
            [
                new("OBS_STATUS", Reference("OBS_STATUS"), Coded("CL_STATUS"), AttributeLevel.Observation, [], false),
                new("SOURCE_REF", Reference("SOURCE_REF"), new Representation(null, "String", null), AttributeLevel.Observation, [], false),
                new("COMMENT", Reference("COMMENT"), new Representation(null, "String", 1, true), AttributeLevel.Observation, [], false),
                new("UNIT", Reference("UNIT"), Coded("CL_UNIT"), AttributeLevel.Series, [], true),
                new("TITLE", Reference("TITLE"), new Representation(null, "String", null, true), AttributeLevel.Series, [], false),
                new("REGION_NOTE", Reference("REGION_NOTE"), new Representation(null, "String"), AttributeLevel.Group, ["AREA"], false),
                new("METHOD", Reference("METHOD"), new Representation(null, "String"), AttributeLevel.Dataset, [], false),
                new("WEIGHT", Reference("WEIGHT"), new Representation(null, "Decimal", 1, false, new TextFacets(null, null, 0, 100, 2, null)), AttributeLevel.Series, [], false),
            ],
            []);
        return new StructureSet(
            [new AgencyScheme(new StructureId("SDMX", "AGENCIES", SemanticVersion.One), Text("Agencies", "机构"), [new Agency("TEST", Text("Test", "测试"), default)])],
            [scheme],
            [frequencies, areas, items, statuses, units],
            [structure],
            [new Dataflow(Id("FLOW"), Text("Output", "产量"), Text("Of things", "产品产量"), structure.Id, [new Annotation("A1", "NOTE", "t", "v", Text("note", "注"))])]);
    }

    private static Concept ConceptOf(string id) =>
        new(id, Text(id, id + "的"), default, id == "AREA" ? Coded("CL_AREA") : null, id == "ITEM" ? [new Annotation(null, Annotation.Synonym, null, null, Text("thing", "东西"))] : []);

    private static ConceptReference Reference(string id) => new(SchemeId, id);

    private static Representation Coded(string list) => new(Id(list), null);

    private static Codelist List(string id, params string[] codes) => new(Id(id), Text(id, id), default, [.. codes.Select(c => Code(c))], []);

    private static Code Code(string id, string? parent = null) => new(id, Text("name of " + id, id + "的名称"), default, parent, []);
}
