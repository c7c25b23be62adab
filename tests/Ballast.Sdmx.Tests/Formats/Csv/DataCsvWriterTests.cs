using System.Text;
using Ballast.Faults;
using Ballast.Sdmx.Formats.Csv;
using Ballast.Sdmx.Model;
using Ballast.Series;
using FsCheck;
using FsCheck.Fluent;

namespace Ballast.Sdmx.Tests.Formats.Csv;

public sealed class DataCsvWriterTests
{
    [Fact]
    public void Any_data_set_is_read_back_as_written()
    {
        Prop.ForAll(DataSets.Any, data =>
        {
            using MemoryStream text = new();
            using (DataCsvWriter writer = new(text, data.Flow, data.Structure, SampleStructures.Set))
            {
                writer.Write(data);
            }

            text.Position = 0;
            Outcome<DataMessage> read = DataCsvReader.Read(text, SampleStructures.Set, new DataCsvOptions { Flow = data.Flow, StatesWholeSeries = false });

            Assert.True(read.IsGood, string.Join("\n", read.Faults));
            Assert.Equal(DataSets.Lines(data), DataSets.Lines(read.Value.Parts[0].DataSet));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20240119, 7));
    }

    [Fact]
    public void Series_are_written_as_they_come()
    {
        using MemoryStream text = new();
        using (DataCsvWriter writer = new(text, SampleStructures.Flow, SampleStructures.Structure, SampleStructures.Set))
        {
            writer.BeginSeries(SeriesKey.TryParse("M.CN.STEEL", 3)!, AttributeSet.Of([new("UNIT", [new AttributeValue("T")]), new("TITLE", [new AttributeValue("Steel; crude", "en"), new AttributeValue("粗钢", "zh")])]));
            writer.WriteObservation(Period.Month(2023, 2, 2), [MeasureValue.Of(new ExactNumber(16870, 2)), MeasureValue.None], AttributeSet.Of([new("OBS_STATUS", [new AttributeValue("A")])]));
            writer.WriteObservation(Period.Month(2023, 3), [MeasureValue.None, MeasureValue.None], AttributeSet.Empty);
            writer.BeginSeries(SeriesKey.TryParse("M.CN.CARS", 3)!, AttributeSet.Of([new("UNIT", [new AttributeValue("PIECES")])]));
        }

        Assert.Equal(
            """"""""
            STRUCTURE[;],STRUCTURE_ID,ACTION,FREQ,AREA,ITEM,TIME_PERIOD,OBS_VALUE,LEVEL,OBS_STATUS,SOURCE_REF[],COMMENT[en;zh],UNIT,TITLE[en;zh],REGION_NOTE,METHOD,WEIGHT
            dataflow,TEST:FLOW(1.0.0),I,M,CN,STEEL,2023-01-01/P2M,168.70,,A,,,T,"""""""en:Steel; crude"""";zh:粗钢""",,,
            dataflow,TEST:FLOW(1.0.0),I,M,CN,STEEL,2023-03,NaN,,,,,T,"""""""en:Steel; crude"""";zh:粗钢""",,,
            dataflow,TEST:FLOW(1.0.0),I,M,CN,CARS,,,,,,,PIECES,,,,

            """""""",
            Encoding.UTF8.GetString(text.ToArray()));
    }

    [Fact]
    public void What_csv_cannot_carry_is_refused()
    {
        using MemoryStream text = new();
        using DataCsvWriter writer = new(text, SampleStructures.Flow, SampleStructures.Structure, SampleStructures.Set);
        SeriesKey key = SeriesKey.TryParse("M.CN.STEEL", 3)!;

        Assert.Throws<ArgumentException>(() => writer.BeginSeries(key, AttributeSet.Of([new("NONE", [new AttributeValue("T")])])));
        Assert.Throws<ArgumentException>(() => writer.BeginSeries(key, AttributeSet.Of([new("OBS_STATUS", [new AttributeValue("A")])])));
        Assert.Throws<ArgumentException>(() => writer.BeginSeries(key, AttributeSet.Of([new("UNIT", [new AttributeValue("T"), new AttributeValue("T")])])));
        Assert.Throws<ArgumentException>(() => writer.BeginSeries(key, AttributeSet.Of([new("TITLE", [new AttributeValue("T")])])));
        Assert.Throws<ArgumentException>(() => writer.BeginSeries(key, AttributeSet.Of([new("TITLE", [new AttributeValue("T", "fr")])])));
        Assert.Throws<InvalidOperationException>(() => writer.WriteObservation(Period.Year(2023), [MeasureValue.None, MeasureValue.None], AttributeSet.Empty));
    }
}
