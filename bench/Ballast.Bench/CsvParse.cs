using System.Globalization;
using System.Text;
using Ballast.Faults;
using Ballast.Sdmx.Formats.Csv;
using Ballast.Sdmx.Model;
using Ballast.Series;
using BenchmarkDotNet.Attributes;
using CsvHelper;

namespace Ballast.Bench;

/// <summary>SDMX-CSV with all checks, 10,000 series of 100 months in 13 columns, beside CsvHelper alone on the same bytes: once only looking at each cell, once making a text of each, as a naive reader would.</summary>
[MemoryDiagnoser]
public class CsvParse
{
    private byte[] _text = [];
    private StructureSet _structures = StructureSet.Empty;

    [GlobalSetup]
    public void Make()
    {
        _structures = MakeStructures();
        StringBuilder text = new("STRUCTURE,STRUCTURE_ID,ACTION,FREQ,AREA,ITEM,ADJUSTMENT,TRANSFORMATION,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT,SOURCE\n");
        Random random = new(1);
        for (int series = 0; series < 10_000; series++)
        {
            for (int month = 0; month < 100; month++)
            {
                text.Append(CultureInfo.InvariantCulture, $"dataflow,B:FLOW(1.0.0),I,M,A{series / 100},I{series % 100},N,N,{2010 + (month / 12)}-{(month % 12) + 1:00},{random.Next(100_000)}.{random.Next(10)},A,A,office\n");
            }
        }

        _text = Encoding.UTF8.GetBytes(text.ToString());
    }

    [Benchmark(Baseline = true)]
    public long CellsLookedAt()
    {
        long length = 0;
        using CsvReader reader = Reader();
        while (reader.Read())
        {
            for (int i = 0; i < reader.FieldCount; i++)
            {
                length += reader.GetSpan(i).Length;
            }
        }

        return length;
    }

    [Benchmark]
    public long CellsAsTexts()
    {
        long length = 0;
        using CsvReader reader = Reader();
        while (reader.Read())
        {
            for (int i = 0; i < reader.FieldCount; i++)
            {
                length += reader.GetString(i).Length;
            }
        }

        return length;
    }

    [Benchmark]
    public long DataSetWithAllChecks()
    {
        Outcome<DataMessage> read = DataCsvReader.Read(new MemoryStream(_text), _structures);
        return read.Value?.ObservationCount ?? throw new InvalidOperationException(read.Faults.First().ToString());
    }

    private CsvReader Reader() =>
        CsvReader.Create(new MemoryStream(_text), new CsvReaderOptions { Separator = ',', TrackLineNumbers = true, MaxRecordSize = 1 << 20 }, leaveOpen: false);

    private static StructureSet MakeStructures()
    {
        LocalisedText name = LocalisedText.Of("en", "n");
        StructureId id(string text) => new("B", text, SemanticVersion.One);
        ConceptReference concept = new(id("C"), "X");
        Codelist list(string listId, IEnumerable<string> codes) => new(id(listId), name, default, [.. codes.Select(c => new Code(c, name, default, null, []))], []);
        Codelist[] lists = [list("CL_FREQ", ["M"]), list("CL_AREA", Enumerable.Range(0, 100).Select(i => $"A{i}")), list("CL_ITEM", Enumerable.Range(0, 100).Select(i => $"I{i}")), list("CL_ONE", ["N", "A"])];
        Representation coded(int index) => new(lists[index].Id, null);
        DataStructureDefinition structure = new(
            id("DSD"), name, default,
            [new("FREQ", concept, coded(0)), new("AREA", concept, coded(1)), new("ITEM", concept, coded(2)), new("ADJUSTMENT", concept, coded(3)), new("TRANSFORMATION", concept, coded(3))],
            concept, [new("OBS_VALUE", concept, new Representation(null, "Decimal"), MeasureKind.Exact)],
            [
                new("OBS_STATUS", concept, coded(3), AttributeLevel.Observation, [], false),
                new("UNIT", concept, coded(3), AttributeLevel.Series, [], true),
                new("SOURCE", concept, new Representation(null, "String"), AttributeLevel.Observation, [], false),
            ],
            []);
        return new StructureSet([], [], [.. lists], [structure], [new Dataflow(id("FLOW"), name, default, structure.Id, [])]);
    }
}
