using System.Text;
using Ballast.Faults;
using Ballast.Sdmx.Formats.Json;
using Ballast.Sdmx.Model;
using Ballast.Series;

namespace Ballast.Sdmx.Tests.Formats.Json;

public sealed class StructureJsonTests
{
    private static readonly MessageHeader Header = new("M1", new DateTimeOffset(2024, 1, 19, 10, 0, 0, TimeSpan.FromHours(8)), "TEST");

    [Fact]
    public void Structures_are_read_back_as_written()
    {
        byte[] written = Write(SampleStructures.Set);

        Outcome<StructureSet> read = Read(Encoding.UTF8.GetString(written));

        Assert.Empty(read.Faults);
        Assert.Equal(written, Write(read.Value!));
        StructureEquality.AssertEqual(SampleStructures.Set, read.Value!);
    }

    [SharedFact]
    public void Written_structures_fit_the_schema_of_the_standard()
    {
        StandardSchema.AssertFits("structure-2.0.json", Write(SampleStructures.Set));
    }

    [SharedTheory]
    [InlineData("sdmx3/json/v2.1-structure-constructed-sample.json")]
    [InlineData("sdmx-json-1.0/structure-constructed-sample.json")]
    public void The_samples_of_the_standard_are_read(string file)
    {
        using FileStream input = File.OpenRead(SharedCorpus.Path(file));
        StructurePlaces places = new();

        Outcome<StructureSet> read = StructureJsonReader.Read(input, file, places: places);

        Assert.True(read.IsGood, string.Join("\n", read.Faults));
        DataStructureDefinition structure = Assert.Single(read.Value.DataStructures);
        Assert.Equal("ECB:ECB_EXR1(1.0.0)", structure.Id.ToString());
        Assert.Equal(["FREQ", "CURRENCY", "CURRENCY_DENOM", "EXR_TYPE", "EXR_SUFFIX"], structure.Dimensions.Select(d => d.Id));
        Assert.Equal(AttributeLevel.Series, structure.Attributes[0].Level);
        Assert.True(structure.Attributes[0].IsMandatory);
        Assert.Contains(read.Faults, f => f.Code == SdmxFaults.KindUnread && f.Arguments[0] == "categorySchemes");
        Assert.All(StructureChecker.Check(read.Value, places), f => Assert.True(f.Place.Line > 0));
    }

    [SharedTheory]
    [InlineData("sdmx-json-1.0/agri.json")]
    [InlineData("sdmx-json-1.0/exr-flat.json")]
    [InlineData("sdmx3/json/v2.0-agri.json")]
    [InlineData("sdmx3/json/v2.1-exr-time-series.json")]
    public void A_data_message_is_refused_as_no_structure_message(string file)
    {
        using FileStream input = File.OpenRead(SharedCorpus.Path(file));

        Outcome<StructureSet> read = StructureJsonReader.Read(input, file);

        Assert.False(read.IsGood);
        Assert.Contains(read.Faults, f => f.Code == SdmxFaults.NotStructures);
    }

    [Theory]
    [InlineData("{", "json.syntax", 1, 2)]
    [InlineData("{\"data\": {}", "json.syntax", 1, 12)]
    [InlineData("{\n \"data\": {\"codelists\": 1}}", "json.kind", 2, 24)]
    [InlineData("{\"data\": {\"codelists\": [7]}}", "json.kind", 1, 25)]
    [InlineData("[]", "structure.not-a-structure-message", 1, 1)]
    [InlineData("{\"data\": {}, \"data\": {}}", "json.member-twice", 1, 14)]
    [InlineData("{\"data\": {\"codelists\": [{\"id\": \"CL\", \"agencyID\": \"A\", \"name\": \"\\uD800\"}]}}", "json.text-broken", 1, 63)]
    [InlineData("{\"data\": {\"codelists\": [{\"id\": \"C L\", \"agencyID\": \"A\", \"name\": \"n\"}]}}", "structure.id-form", 1, 32)]
    [InlineData("{\"data\": {\"codelists\": [{\"id\": \"CL\", \"agencyID\": \"A\", \"version\": \"x\", \"name\": \"n\"}]}}", "structure.version-form", 1, 66)]
    [InlineData("{\"data\": {\"codelists\": [{\"id\": \"CL\", \"agencyID\": \"A\"}]}}", "structure.name-missing", 1, 25)]
    [InlineData("{\"data\": {\"codelists\": [{\"id\": \"CL\", \"name\": \"n\"}]}}", "json.member-missing", 1, 25)]
    [InlineData("{\"data\": {\"codelists\": [{\"id\": \"CL\", \"agencyID\": \"A\", \"name\": \"n\", \"codes\": [\n {\"id\": \"A\", \"name\": \"n\"},\n {\"id\": \"A\", \"name\": \"n\"}]}]}}", "structure.item-twice", 3, 2)]
    [InlineData("{\"data\": {\"codelists\": [{\"id\": \"CL\", \"agencyID\": \"A\", \"name\": \"名字\", \"codes\": [{\"id\": \"A\", \"name\": \"n\", \"parent\": \"B\"}]}]}}", "structure.parent-broken", 1, 79)]
    [InlineData("{\"data\": {\"dataflows\": [{\"id\": \"F\", \"agencyID\": \"A\", \"name\": \"n\", \"structure\": \"urn:nothing\"}]}}", "structure.reference-form", 1, 80)]
    [InlineData("{\"data\": {\"dataflows\": [{\"id\": \"F\", \"agencyID\": \"A\", \"name\": \"n\", \"structure\": \"urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=A:D(1.0+.0)\"}]}}", "structure.reference-late", 1, 80)]
    [InlineData("{\"data\": {\"dataflows\": [{\"id\": \"F\", \"agencyID\": \"A\", \"name\": \"n\"}]}}", "json.member-missing", 1, 25)]
    [InlineData("{\"data\": {\"dataStructures\": [{\"id\": \"D\", \"agencyID\": \"A\", \"name\": \"n\"}]}}", "structure.components-missing", 1, 30)]
    public void A_fault_is_named_with_its_line_and_column(string text, string code, int line, int column)
    {
        Outcome<StructureSet> read = Read(text);

        Assert.False(read.IsGood);
        Assert.Contains(read.Faults, f => f.Code.Name == code && f.Place == new Place("m.json", line, column));
    }

    [Fact]
    public void Codes_that_stand_under_each_other_are_refused_and_long_chains_are_not()
    {
        string chain = string.Join(",", Enumerable.Range(0, 20_000).Select(i => $$"""{"id":"C{{i}}","name":"n","parent":"C{{i + 1}}"}""").Append("""{"id":"C20000","name":"n"}"""));

        Outcome<StructureSet> ring = Read("""{"data":{"codelists":[{"id":"CL","agencyID":"A","name":"n","codes":[{"id":"A","name":"n","parent":"B"},{"id":"B","name":"n","parent":"A"}]}]}}""");
        Outcome<StructureSet> tower = Read($$$"""{"data":{"codelists":[{"id":"CL","agencyID":"A","name":"n","codes":[{{{chain}}}]}]}}""");

        Assert.Contains(ring.Faults, f => f.Code == SdmxFaults.ParentBroken);
        Assert.Equal(20_001, tower.Value!.Codelists[0].Codes.Length);
    }

    [Fact]
    public void All_faults_of_a_message_are_listed()
    {
        Outcome<StructureSet> read = Read("""
            {"data": {
              "codelists": [
                {"id": "CL", "agencyID": "A", "name": "n", "codes": [{"id": "A"}, {"name": "n"}, {"id": "B", "name": 1}]},
                {"id": "CL", "agencyID": "A", "names": {"en": "n"}},
                {"id": "CL", "agencyID": "A", "names": {"en": "n"}}],
              "hierarchies": [{}, {}]}}
            """);

        Assert.Equal(
            ["structure.name-missing", "json.member-missing", "json.kind", "structure.name-missing", "structure.artefact-twice", "structure.artefact-twice", "structure.kind-unread"],
            read.Faults.Select(f => f.Code.Name));
    }

    [Fact]
    public void A_misspelt_member_is_told_and_the_rest_is_read()
    {
        Outcome<StructureSet> read = Read("""{"data": {"codelists": [{"id": "CL", "agencyID": "A", "name": "n", "descripton": "d", "x-own": 1, "codes": [{"id": "A", "name": "n", "parnet": "B"}]}]}}""");

        Assert.Equal(["descripton", "parnet"], read.Faults.Select(f => f.Arguments[1]).Order());
        Assert.All(read.Faults, f => Assert.Equal(SdmxFaults.JsonMemberUnknown, f.Code));
        Assert.Single(read.Value!.Codelists[0].Codes);
    }

    [Fact]
    public void References_that_lead_nowhere_are_listed_with_their_places()
    {
        string text = Encoding.UTF8.GetString(Write(SampleStructures.Set)).Replace("Codelist=TEST:CL_STATUS(", "Codelist=TEST:CL_NONE(", StringComparison.Ordinal)
            .Replace("\"structure\": \"urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=TEST:DSD(1.0.0)\"", "\"structure\": \"urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=TEST:NONE(1.0.0)\"", StringComparison.Ordinal)
            .Replace("CS(1.0.0).UNIT\"", "CS(1.0.0).NONE\"", StringComparison.Ordinal);
        StructurePlaces places = new();
        Outcome<StructureSet> read = StructureJsonReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "m.json", places: places);

        FaultList faults = StructureChecker.Check(read.Value!, places);

        Assert.Equal(["structure.codelist-missing", "structure.concept-missing", "structure.structure-missing"], faults.Select(f => f.Code.Name).Order());
        Assert.All(faults, f => Assert.True(f.Place.Line > 1 && f.Place.Column > 1));
        Assert.Empty(StructureChecker.Check(SampleStructures.Set));
    }

    [Fact]
    public void A_measure_without_a_form_of_its_own_is_kept_as_its_concept_says()
    {
        string message = """
            {"data": {
              "dataStructures": [{"id": "D", "agencyID": "A", "name": "n", "dataStructureComponents": {
                "dimensionList": {
                  "dimensions": [{"id": "X", "conceptIdentity": "urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=A:C(1.0).X"}],
                  "timeDimension": {"id": "TIME_PERIOD", "conceptIdentity": "urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=A:C(1.0).T", "localRepresentation": {"format": {}}}},
                "measureList": {"measures": [
                  {"id": "V", "conceptIdentity": "urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=A:C(1.0).V"},
                  {"id": "W", "conceptIdentity": "urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=A:C(1.0).W"},
                  {"id": "U", "conceptIdentity": "urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=A:C(1.0).U"}]}}}],
              "conceptSchemes": [{"id": "C", "agencyID": "A", "name": "n", "concepts": [
                {"id": "V", "name": "n", "coreRepresentation": {"format": {"dataType": "Double"}}},
                {"id": "W", "name": "n", "coreRepresentation": {"enumeration": "urn:sdmx:org.sdmx.infomodel.codelist.Codelist=A:CL(1.0)"}}]}]}}
            """;

        Outcome<StructureSet> read = Read(message);

        Assert.Equal([MeasureKind.Double, MeasureKind.Text, MeasureKind.Exact], read.Value!.DataStructures[0].Measures.Select(m => m.Kind));
    }

    [Fact]
    public void A_message_that_is_too_large_or_not_in_utf_8_is_refused()
    {
        byte[] gbk = [.. "{\"data\": {\n\"x\": \""u8, 0xC4, 0xE3, 0xBA, 0xC3, .. "\"}}"u8];

        Outcome<StructureSet> large = StructureJsonReader.Read(new MemoryStream(new byte[2000]), "m.json", maxBytes: 1000);
        Outcome<StructureSet> foreign = StructureJsonReader.Read(new MemoryStream(gbk), "m.json");

        Assert.Equal(SdmxFaults.TooLarge, Assert.Single(large.Faults).Code);
        Assert.Equal(SdmxFaults.NotUtf8.At(new Place("m.json", 2, 7), "0xC4"), Assert.Single(foreign.Faults));
    }

    [Fact]
    public void Nesting_beyond_what_the_format_needs_is_refused_wherever_it_stands()
    {
        Outcome<StructureSet> deep = Read("{\"data\": " + new string('[', 100_000));
        Outcome<StructureSet> fair = Read("{\"data\": {\"x-own\": " + new string('[', 60) + new string(']', 60) + "}}");

        Assert.Equal(SdmxFaults.JsonTooDeep, Assert.Single(deep.Faults).Code);
        Assert.Empty(fair.Faults);
    }

    internal static byte[] Write(StructureSet set)
    {
        using MemoryStream output = new();
        StructureJsonWriter.Write(output, set, Header);
        return output.ToArray();
    }

    private static Outcome<StructureSet> Read(string text) => StructureJsonReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "m.json");
}
