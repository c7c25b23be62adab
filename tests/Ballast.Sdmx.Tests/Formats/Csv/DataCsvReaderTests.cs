using System.Text;
using Ballast.Faults;
using Ballast.Sdmx.Formats.Csv;
using Ballast.Sdmx.Model;
using Ballast.Series;

namespace Ballast.Sdmx.Tests.Formats.Csv;

public sealed class DataCsvReaderTests
{
    private const string Head = "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,AREA,ITEM,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT";
    private const string Row = "dataflow,TEST:FLOW(1.0.0),";

    [Fact]
    public void Rows_of_a_series_become_observations_with_their_digits_and_attributes()
    {
        DataSet data = Good($"""
            {Head}
            {Row}I,M,CN,STEEL,2023-01-01/P2M,168.70,A,T
            {Row}I,M,CN,STEEL,2023-03,95.73,,T
            {Row},M,CN,CARS,2023-03,2.584,P,PIECES
            """);

        DataSegment segment = Assert.Single(data.Segments);
        Assert.Equal(DataAction.Merge, segment.Action);
        Assert.Equal<Period>([Period.Month(2023, 2, 2), Period.Month(2023, 3), Period.Month(2023, 3)], segment.Periods);
        Assert.Equal(["168.70", "95.73", "2.584"], segment.Measures[0].Values.Select(v => v.ToString()));
        AttributeColumn status = Assert.Single(segment.Attributes);
        Assert.Equal<int>([0, -1, 1], status.Numbers);
        Assert.Equal(["M.CN.STEEL", "M.CN.CARS"], segment.SeriesAttributes.Select(s => data.Keys.KeyAt(s.KeyNumber).ToString()));
        Assert.Equal(["T", "PIECES"], segment.SeriesAttributes.Select(s => s.Attributes.First("UNIT")));
    }

    [Fact]
    public void Columns_stand_in_any_order_behind_any_separator()
    {
        DataSet data = Good(""""
            STRUCTURE[|];STRUCTURE_ID;UNIT: Unit;OBS_VALUE;TIME_PERIOD: Period;ITEM: Item;AREA: Area;FREQ: Frequency;SOURCE_REF[]: Source;TITLE[en|zh]: Title
            dataflow;TEST:FLOW(1.0.0): Output, of things;T: tonnes;1,5;2023-Q1: first;STEEL: a name: with a colon;CN-44: Guangdong;Q: Quarterly;"doc:1|""a|b""";en:Steel|zh:钢
            """", new DataCsvOptions { DecimalMark = ',' });

        DataSegment segment = Assert.Single(data.Segments);
        Assert.Equal("Q.CN-44.STEEL", data.Keys.KeyAt(segment.KeyNumbers[0]).ToString());
        Assert.Equal(Period.Quarter(2023, 1), segment.Periods[0]);
        Assert.Equal("1.5", segment.Measures[0].Values[0].ToString());
        Assert.Equal<AttributeValue>([new AttributeValue("doc:1"), new AttributeValue("a|b")], segment.Attributes[0].Dictionary[0]);
        Assert.Equal("T", segment.SeriesAttributes[0].Attributes.First("UNIT"));
        Assert.Equal<AttributeValue>([new AttributeValue("Steel", "en"), new AttributeValue("钢", "zh")], segment.SeriesAttributes[0].Attributes["TITLE"]);
    }

    [Fact]
    public void Names_in_columns_of_their_own_are_passed_over()
    {
        DataSet data = Good("""
            STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,FREQ,Frequency,AREA,Reference area,ITEM,Item,TIME_PERIOD,Time,OBS_VALUE,Value,UNIT,Unit of measure
            dataflow,TEST:FLOW(1.0.0),Output,I,A,Annual,W,World,CARS,Cars,2023,2023,7,,T,Tonnes
            """);

        Assert.Equal(1, data.ObservationCount);
    }

    [Fact]
    public void A_change_of_action_begins_a_segment_and_deletions_are_scopes()
    {
        DataSet data = Good($"""
            {Head}
            {Row}M,M,CN,STEEL,2023-01,1,A,T
            {Row}R,M,CN,,,,,
            {Row}R,M,CN,STEEL,2023-01,2,A,
            {Row}D,,,,,,,
            {Row}D,M,CN,STEEL,2023-02,-,,
            {Row}D,M,~,STEEL,,,-,-
            {Row}A,M,CN,STEEL,2023-01,3,A,T
            """);

        Assert.Equal([DataAction.Merge, DataAction.Replace, DataAction.Delete, DataAction.Merge], data.Segments.Select(s => s.Action));
        DataScope cleared = Assert.Single(data.Segments[1].Scopes);
        Assert.Equal("M.CN.", data.Keys.QueryAt(cleared.KeyNumber).ToString());
        Assert.Null(cleared.Period);
        Assert.Equal("2", data.Segments[1].Measures[0].Values[0].ToString());
        Assert.Equal(
            ["-1 all []", "M.CN.STEEL 2023-02 [OBS_VALUE]", "M..STEEL all [OBS_STATUS,UNIT]"],
            data.Segments[2].Scopes.Select(s => $"{(s.KeyNumber < 0 ? "-1" : data.Keys.QueryAt(s.KeyNumber))} {s.Period?.ToString() ?? "all"} [{string.Join(",", s.Components)}]"));
    }

    [Fact]
    public void Attributes_of_groups_and_of_the_data_set_may_stand_on_rows_of_their_own_or_on_any_row()
    {
        DataSet data = Good("""
            STRUCTURE,STRUCTURE_ID,FREQ,AREA,ITEM,TIME_PERIOD,OBS_VALUE,UNIT,REGION_NOTE,METHOD
            dataflow,TEST:FLOW(1.0.0),M,CN,STEEL,2023-01,1,T,mainland,survey
            dataflow,TEST:FLOW(1.0.0),,W,,,,,the world,
            dataflow,TEST:FLOW(1.0.0),M,CN,CARS,2023-01,1,T,,survey
            dataflow,TEST:FLOW(1.0.0),M,CN,CARS,2023-02,NaN,,mainland,
            """);

        DataSegment segment = Assert.Single(data.Segments);
        Assert.Equal("survey", segment.DatasetAttributes.First("METHOD"));
        Assert.Equal(
            ["M.CN.STEEL UNIT", ".CN. REGION_NOTE", ".W. REGION_NOTE", "M.CN.CARS UNIT"],
            segment.SeriesAttributes.Select(s => $"{data.Keys.QueryAt(s.KeyNumber)} {s.Attributes.Entries[0].Key}").OrderBy(s => s.StartsWith("M.CN.S", StringComparison.Ordinal) ? 0 : s[0] == '.' ? 1 : 2));
        Assert.Equal(MeasureKind.None, segment.Measures[0].Values[2].Kind);
    }

    [Fact]
    public void A_vintage_column_parts_the_rows()
    {
        Outcome<DataMessage> read = Read($"""
            {Head},KNOWN_FROM
            {Row}I,M,CN,STEEL,2023-01,1,A,T,2023-02-01
            {Row}I,M,CN,STEEL,2023-01,2,A,T,2023-03-01
            {Row}I,M,CN,STEEL,2023-02,3,A,T,2023-03-01
            """, new DataCsvOptions { VintageColumn = "KNOWN_FROM" });

        Assert.Equal(["2023-02-01", "2023-03-01"], read.Value!.Parts.Select(p => p.Vintage));
        Assert.Equal([1, 2], read.Value.Parts.Select(p => p.DataSet.ObservationCount));
    }

    [Fact]
    public void The_flow_of_rows_that_name_a_data_structure_is_the_callers()
    {
        string text = "STRUCTURE,STRUCTURE_ID,FREQ,AREA,ITEM,TIME_PERIOD,OBS_VALUE,UNIT\ndatastructure,TEST:DSD,A,CN,CARS,2023,1,T\ndataflow,TEST:FLOW,A,CN,STEEL,2023,1,T\n";

        Assert.Equal(2, Good(text, new DataCsvOptions { Flow = SampleStructures.Flow }).ObservationCount);
        Assert.Equal("csv.flow-unsaid", Assert.Single(Read(text).Faults).Code.Name);
    }

    [Theory]
    [InlineData("I,M,CN,STEEL,2023-01,1,A,T,x", "csv.ragged-row", 2, 0)]
    [InlineData("I,M,CN", "csv.ragged-row", 2, 0)]
    [InlineData("X,M,CN,STEEL,2023-01,1,A,T", "csv.action-unknown", 2, 27)]
    [InlineData("I,M,CN,STEAL,2023-01,1,A,T", "csv.code-misspelt", 2, 34)]
    [InlineData("I,M,CN,QUARKS,2023-01,1,A,T", "csv.code-unknown", 2, 34)]
    [InlineData("I,M,CN,STEEL,2023-Q1,1,A,T", "time.period-frequency", 2, 40)]
    [InlineData("I,M,CN,STEEL,January,1,A,T", "time.period-form", 2, 40)]
    [InlineData("I,M,CN,STEEL,,1,A,T", "csv.period-missing", 2, 40)]
    [InlineData("I,M,,STEEL,2023-01,1,A,", "csv.dimension-missing", 2, 31)]
    [InlineData("I,M,CN,STEEL,2023-01,1e3,A,T", "csv.number-form", 2, 48)]
    [InlineData("I,M,CN,STEEL,2023-01,\"1,234\",A,T", "csv.number-form", 2, 48)]
    [InlineData("I,M,CN,STEEL,2023-01,12345678901234567890,A,T", "csv.number-too-long", 2, 48)]
    [InlineData("I,M,CN,STEEL,2023-01,1,Z,T", "csv.code-unknown", 2, 50)]
    [InlineData("I,M,CN,STEEL,2023-01,1,A,", "csv.series-attribute-missing", 2, 0)]
    [InlineData("I,M,CN,,,,,T", "csv.attribute-needs-key", 2, 38)]
    [InlineData("I,M,\"CN\n\",STEEL,2023-01,1,A,T", "csv.code-misspelt", 2, 31)]
    [InlineData("I,M,CN,STEEL,2023-01,1,A\0,T", "csv.nul", 2, 51)]
    [InlineData("I,M,CN,STEEL,2023-01,1,\"A\"x,T", "csv.quotes-broken", 2, 0)]
    public void A_fault_of_a_row_is_named_with_its_line_and_column(string row, string code, int line, int column)
    {
        Outcome<DataMessage> read = Read($"{Head}\n{Row}{row}\n");

        Assert.False(read.IsGood);
        Assert.Contains(read.Faults, f => f.Code.Name == code && f.Place == new Place("d.csv", line, column));
    }

    [Theory]
    [InlineData("", "csv.head-form")]
    [InlineData("DATAFLOW,FREQ\n", "csv.version-one")]
    [InlineData("FREQ,AREA\n", "csv.head-form")]
    [InlineData("STRUCTURE\n", "csv.separators")]
    [InlineData("STRUCTURE[,],STRUCTURE_ID\n", "csv.separators")]
    [InlineData("STRUCTURE,ACTION\nx,y\n", "csv.column-missing")]
    [InlineData("STRUCTURE,STRUCTURE_ID\ndataprovision,TEST:FLOW(1.0.0)\n", "csv.structure-kind")]
    [InlineData("STRUCTURE,STRUCTURE_ID\ndataflow,FLOW\n", "csv.structure-form")]
    [InlineData("STRUCTURE,STRUCTURE_ID\ndataflow,TEST:NONE(1.0.0)\n", "csv.structure-unknown")]
    [InlineData("STRUCTURE,STRUCTURE_ID,OBS_STATUSS\ndataflow,TEST:FLOW(1.0.0),\n", "csv.column-misspelt")]
    [InlineData("STRUCTURE,STRUCTURE_ID,WHATEVER\ndataflow,TEST:FLOW(1.0.0),\n", "csv.column-unknown")]
    [InlineData("STRUCTURE,STRUCTURE_ID,UNIT,UNIT\ndataflow,TEST:FLOW(1.0.0),,\n", "csv.column-twice")]
    [InlineData("STRUCTURE[;],STRUCTURE_ID,FREQ[]\ndataflow,TEST:FLOW(1.0.0),\n", "csv.column-form")]
    [InlineData("STRUCTURE,STRUCTURE_ID,SOURCE_REF[]\ndataflow,TEST:FLOW(1.0.0),\n", "csv.sub-separator-missing")]
    [InlineData("STRUCTURE[;],STRUCTURE_ID,COMMENT\ndataflow,TEST:FLOW(1.0.0),\n", "csv.languages-missing")]
    public void A_fault_of_the_header_is_named(string text, string code)
    {
        Outcome<DataMessage> read = Read(text);

        Assert.False(read.IsGood);
        Assert.Contains(read.Faults, f => f.Code.Name == code && f.Place.Line == (code.StartsWith("csv.structure", StringComparison.Ordinal) ? 2 : 1));
    }

    [Fact]
    public void Duplicates_contradictions_and_other_structures_name_both_lines()
    {
        Outcome<DataMessage> read = Read($"""
            {Head}
            {Row}I,M,CN,STEEL,2023-02,1,A,T
            {Row}I,M,CN,STEEL,2023-01,1,A,PIECES
            {Row}I,M,CN,STEEL,2023-02,1,A,T
            dataflow,TEST:OTHER(1.0.0),I,M,CN,STEEL,2023-02,1,A,T
            """);

        Assert.Equal(
            [
                SdmxFaults.CsvAttributeContradiction.At(new Place("d.csv", 3, 52), "UNIT", "PIECES", "2"),
                SdmxFaults.CsvDuplicate.At(new Place("d.csv", 4), "M.CN.STEEL", "2023-02", "2"),
                SdmxFaults.CsvStructureUnknown.At(new Place("d.csv", 5, 10), "TEST:OTHER(1.0.0)"),
            ],
            read.Faults);
        Assert.Null(read.Value);
    }

    [Theory]
    [InlineData("COMMENT[en;zh]", "en:a;en:b", "csv.language-twice")]
    [InlineData("COMMENT[en;zh]", "fr:a", "csv.language-unlisted")]
    [InlineData("COMMENT[en;zh]", "a", "csv.language-unlisted")]
    [InlineData("COMMENT[en;zh]", "\"\"\"en:a\"\";\"\"en:b\"\"\"", "csv.too-many-values")]
    [InlineData("SOURCE_REF[]", "a;;b", "csv.value-empty")]
    [InlineData("SOURCE_REF[]", "\"a;\"\"b\"", "csv.value-quotes")]
    [InlineData("WEIGHT", "much", "csv.value-form")]
    [InlineData("WEIGHT", "101", "csv.value-bounds")]
    [InlineData("WEIGHT", "1.234", "csv.value-bounds")]
    public void A_value_that_its_attribute_cannot_have_is_a_fault(string column, string cell, string code)
    {
        Outcome<DataMessage> read = Read($"STRUCTURE[;],STRUCTURE_ID,FREQ,AREA,ITEM,TIME_PERIOD,OBS_VALUE,UNIT,{column}\ndataflow,TEST:FLOW(1.0.0),A,CN,CARS,2023,1,T,{cell}\n");

        Assert.Equal(code, Assert.Single(read.Faults).Code.Name);
    }

    [Fact]
    public void A_repeated_wrong_value_is_named_on_every_row()
    {
        Outcome<DataMessage> read = Read($"{Head}\n{string.Concat(Enumerable.Range(1, 9).Select(m => $"{Row}I,M,XX,STEEL,2023-0{m},1,ZZ,UU\n"))}");

        Assert.Equal(27, read.Faults.Count);
    }

    [Fact]
    public void Written_keys_must_agree_with_the_dimensions()
    {
        string head = "STRUCTURE,STRUCTURE_ID,SERIES_KEY,OBS_KEY,FREQ,AREA,ITEM,TIME_PERIOD,OBS_VALUE,UNIT\n";

        Assert.Equal(1, Good(head + "dataflow,TEST:FLOW(1.0.0),A.CN.CARS,A.CN.CARS.2023,A,CN,CARS,2023,1,T\n").ObservationCount);
        Assert.Equal(
            ["SERIES_KEY", "OBS_KEY"],
            Read(head + "dataflow,TEST:FLOW(1.0.0),A.CN.STEEL,A.CN.CARS.2024,A,CN,CARS,2023,1,T\n").Faults.Select(f => f.Arguments[0]));
    }

    [Fact]
    public void Text_in_another_encoding_is_refused_where_it_begins()
    {
        byte[] gbk = [.. Encoding.UTF8.GetBytes($"{Head}\n{Row}I,M,CN,STEEL,2023-01,1,A,"), 0xB6, 0xD6, (byte)'\n'];

        Outcome<DataMessage> read = DataCsvReader.Read(new MemoryStream(gbk), SampleStructures.Set, new DataCsvOptions { File = "d.csv" });
        Outcome<DataMessage> wide = DataCsvReader.Read(new MemoryStream(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Head)).ToArray()), SampleStructures.Set);

        Assert.Contains(SdmxFaults.NotUtf8.At(new Place("d.csv", 2, 52), "0xB6"), read.Faults);
        Assert.Equal(SdmxFaults.NotUtf8, Assert.Single(wide.Faults).Code);
    }

    [Fact]
    public void A_row_or_cell_beyond_the_limit_is_refused()
    {
        string text = $"{Head}\n{Row}I,M,CN,STEEL,2023-01,1,A,{new string('x', 200_000)}\n";

        Assert.Equal(SdmxFaults.CsvCellTooLong, Assert.Single(Read(text).Faults).Code);
        Assert.Equal(SdmxFaults.CsvRowTooLong, Assert.Single(Read(text.Replace("A,xx", "A,\"x\n", StringComparison.Ordinal), new DataCsvOptions { MaxRowBytes = 1000 }).Faults, f => f.Code == SdmxFaults.CsvRowTooLong).Code);
    }

    [Fact]
    public void Faults_beyond_what_is_kept_are_counted()
    {
        Outcome<DataMessage> read = Read($"{Head}\n{string.Concat(Enumerable.Range(0, 12_000).Select(_ => $"{Row}I,M,CN,STEEL\n"))}");

        Assert.Equal(10_000, read.Faults.Count);
        Assert.Equal(12_000, read.Faults.TotalCount);
    }

    [Fact]
    public void Additions_need_no_mandatory_attributes_but_replacements_of_observations_do()
    {
        string text = $"{Head}\n{Row}I,M,CN,STEEL,2023-01,1,A,\n";

        Assert.Equal(SdmxFaults.CsvSeriesAttributeMissing, Assert.Single(Read(text).Faults).Code);
        Assert.Equal(1, Good(text, new DataCsvOptions { StatesWholeSeries = false }).ObservationCount);
    }

    [Fact]
    public void Rows_are_checked_even_where_the_first_names_a_wrong_structure()
    {
        string text = $"{Head}\ndataflow,TEST:FLWO(1.0.0),I,M,CN,STEEL,2023-01,1,A,T\n{Row}I,M,CN,STEAL,2023-01,1,A,T\n";

        Assert.Equal(["csv.structure-unknown", "csv.code-misspelt"], Read(text).Faults.Select(f => f.Code.Name));
        Assert.Equal(["csv.structure-unknown", "csv.code-misspelt"], Read(text, new DataCsvOptions { Flow = SampleStructures.Flow }).Faults.Select(f => f.Code.Name));
    }

    [Fact]
    public void A_file_as_spreadsheets_save_it_is_read_with_its_mark_quotes_and_line_ends()
    {
        string text = "\uFEFF\"STRUCTURE[;]\",\"STRUCTURE_ID\",\"FREQ\",\"AREA\",\"ITEM\",\"TIME_PERIOD\",\"OBS_VALUE\",\"TITLE[en;zh]\",\"UNIT\"\r\n\"dataflow\",\"TEST:FLOW(1.0.0)\",\"M\",\"CN\",\"STEEL\",\"2023-01\",\"1.50\",\"en:a;zh:钢\",\"T\"\r\n\r\n";

        Assert.Equal("1.50", Good(text).Segments[0].Measures[0].Values[0].ToString());
    }

    [Fact]
    public void Progress_is_told_and_reading_stops_when_asked()
    {
        byte[] text = Encoding.UTF8.GetBytes($"{Head}\n{string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{Row}I,D,CN,STEEL,{new DateOnly(1970, 1, 1).AddDays(i):yyyy-MM-dd},{i},A,T\n"))}");
        long told = 0;
        using CancellationTokenSource stop = new();

        Outcome<DataMessage> read = DataCsvReader.Read(new MemoryStream(text), SampleStructures.Set, new DataCsvOptions { Progress = n => told = n });

        Assert.Equal(20_000, read.Value!.ObservationCount);
        Assert.Equal(text.Length, told);
        Assert.Throws<OperationCanceledException>(() => DataCsvReader.Read(new MemoryStream(text), SampleStructures.Set, new DataCsvOptions { Progress = _ => stop.Cancel() }, stop.Token));
    }

    private static DataSet Good(string text, DataCsvOptions? options = null)
    {
        Outcome<DataMessage> read = Read(text, options);
        Assert.Empty(read.Faults);
        return Assert.Single(read.Value!.Parts).DataSet;
    }

    private static Outcome<DataMessage> Read(string text, DataCsvOptions? options = null) =>
        DataCsvReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), SampleStructures.Set, (options ?? new DataCsvOptions()) with { File = "d.csv" });
}
