using System.Text.Json;
using Ballast.Sdmx.Formats.Json;
using Ballast.Sdmx.Model;
using Ballast.Series;

namespace Ballast.Sdmx.Tests.Formats.Json;

public sealed class DataJsonWriterTests
{
    private static readonly MessageHeader Header = new("D1", new DateTimeOffset(2024, 1, 19, 10, 0, 0, TimeSpan.FromHours(8)), "TEST");

    [Fact]
    public void Every_number_of_a_series_leads_to_its_code_period_and_value()
    {
        using JsonDocument document = JsonDocument.Parse(Sample());
        JsonElement data = document.RootElement.GetProperty("data");
        JsonElement structure = data.GetProperty("structures")[0];
        JsonElement dataSet = data.GetProperty("dataSets")[0];
        JsonElement series = dataSet.GetProperty("series");
        JsonElement second = series.GetProperty("0:0:1");
        JsonElement observation = series.GetProperty("0:0:0").GetProperty("observations").GetProperty("0");

        JsonElement dimensions = structure.GetProperty("dimensions").GetProperty("series");
        Assert.Equal("CARS", dimensions[2].GetProperty("values")[1].GetProperty("id").GetString());
        Assert.Equal("CARS的名称", dimensions[2].GetProperty("values")[1].GetProperty("names").GetProperty("zh").GetString());
        Assert.Equal("AREA的", dimensions[1].GetProperty("names").GetProperty("zh").GetString());
        JsonElement time = structure.GetProperty("dimensions").GetProperty("observation")[0];
        Assert.Equal("2023-01-01/P2M", time.GetProperty("values")[0].GetProperty("value").GetString());
        Assert.Equal("2023-01-01T00:00:00Z", time.GetProperty("values")[0].GetProperty("start").GetString());
        Assert.Equal("2023-02-28T23:59:59Z", time.GetProperty("values")[0].GetProperty("end").GetString());
        Assert.Equal("2023-03", time.GetProperty("values")[1].GetProperty("id").GetString());
        Assert.Equal("168.70", observation[0].GetRawText());
        Assert.Equal(JsonValueKind.Null, observation[1].ValueKind);
        JsonElement attributes = structure.GetProperty("attributes");
        Assert.Equal("A", attributes.GetProperty("observation")[0].GetProperty("values")[observation[2].GetInt32()].GetProperty("id").GetString());
        JsonElement sources = attributes.GetProperty("observation")[1].GetProperty("values")[observation[3].GetInt32()].GetProperty("values");
        Assert.Equal(["doc:1", "doc:2"], sources.EnumerateArray().Select(v => v.GetString()));
        Assert.Equal(4, observation.GetArrayLength());
        JsonElement unit = attributes.GetProperty("series")[0];
        Assert.Equal("PIECES", unit.GetProperty("values")[second.GetProperty("attributes")[0].GetInt32()].GetProperty("id").GetString());
        JsonElement title = attributes.GetProperty("series")[1].GetProperty("values")[0].GetProperty("value");
        Assert.Equal("粗钢", title.GetProperty("zh").GetString());
        Assert.Equal("survey", attributes.GetProperty("dataSet")[0].GetProperty("values")[dataSet.GetProperty("attributes")[0].GetInt32()].GetProperty("value").GetString());
        Assert.Equal(["AREA"], attributes.GetProperty("series")[2].GetProperty("relationship").GetProperty("dimensions").EnumerateArray().Select(d => d.GetString()));
    }

    [SharedFact]
    public void Messages_fit_the_schema_of_the_standard_with_series_and_without()
    {
        using MemoryStream empty = new();
        new DataJsonWriter(empty, SampleStructures.Flow, SampleStructures.Structure, SampleStructures.Set, Header).Dispose();

        StandardSchema.AssertFits("data-2.0.json", Sample());
        StandardSchema.AssertFits("data-2.0.json", empty.ToArray());
    }

    [SharedFact]
    public void The_schema_would_notice_a_message_that_does_not_fit()
    {
        string broken = System.Text.Encoding.UTF8.GetString(Sample()).Replace("\"keyPosition\":0,", "", StringComparison.Ordinal);

        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => StandardSchema.AssertFits("data-2.0.json", System.Text.Encoding.UTF8.GetBytes(broken)));
    }

    [Fact]
    public void A_series_or_period_that_comes_twice_is_refused()
    {
        using MemoryStream output = new();
        using DataJsonWriter writer = new(output, SampleStructures.Flow, SampleStructures.Structure, SampleStructures.Set, Header);
        SeriesKey key = SeriesKey.TryParse("M.CN.CARS", 3)!;
        writer.BeginSeries(key, AttributeSet.Empty);
        writer.WriteObservation(Period.Month(2023, 1), [MeasureValue.None, MeasureValue.None], AttributeSet.Empty);

        Assert.Throws<ArgumentException>(() => writer.WriteObservation(Period.Month(2023, 1), [MeasureValue.None, MeasureValue.None], AttributeSet.Empty));
        Assert.Throws<ArgumentException>(() => writer.BeginSeries(key, AttributeSet.Empty));
    }

    private static byte[] Sample()
    {
        using MemoryStream output = new();
        using (DataJsonWriter writer = new(output, SampleStructures.Flow, SampleStructures.Structure, SampleStructures.Set, Header))
        {
            writer.BeginSeries(
                SeriesKey.TryParse("M.CN.STEEL", 3)!,
                AttributeSet.Of([new("UNIT", [new AttributeValue("T")]), new("TITLE", [new AttributeValue("Crude steel", "en"), new AttributeValue("粗钢", "zh")]), new("METHOD", [new AttributeValue("survey")]), new("REGION_NOTE", [new AttributeValue("mainland")])]));
            writer.WriteObservation(
                Period.Month(2023, 2, 2), [MeasureValue.Of(new ExactNumber(16870, 2)), MeasureValue.None],
                AttributeSet.Of([new("OBS_STATUS", [new AttributeValue("A")]), new("SOURCE_REF", [new AttributeValue("doc:1"), new AttributeValue("doc:2")])]));
            writer.WriteObservation(Period.Month(2023, 3), [MeasureValue.None, MeasureValue.Of("high")], AttributeSet.Of([new("COMMENT", [new AttributeValue("late", "en")])]));
            writer.BeginSeries(
                SeriesKey.TryParse("M.CN.CARS", 3)!,
                AttributeSet.Of([new("UNIT", [new AttributeValue("PIECES")]), new("TITLE", [new AttributeValue("a", "en"), new AttributeValue("b", "en")])]));
            writer.WriteObservation(Period.Month(2023, 3), [MeasureValue.Of(new ExactNumber(1, 0)), MeasureValue.None], AttributeSet.Empty);
        }

        return output.ToArray();
    }
}
