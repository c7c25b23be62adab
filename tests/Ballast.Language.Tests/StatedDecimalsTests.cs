using Ballast.Series;

namespace Ballast.Language.Tests;

public sealed class StatedDecimalsTests
{
    [Fact]
    public void A_whole_number_in_a_series_of_one_decimal_gets_its_zero_back()
    {
        TimeSeries shown = StatedDecimals.Aligned(Of("50.8", "49", "-3"), Unit.Percent);

        Assert.Equal(["50.8", "49.0", "-3.0"], shown.Observations.Select(o => o.Value.ToString()));
    }

    [Fact]
    public void A_figure_that_says_its_last_digit_keeps_it()
    {
        AttributeSet said = AttributeSet.Of([new("LAST_DIGIT", [new AttributeValue("0")])]);
        TimeSeries series = Of("4.6", "3");

        TimeSeries shown = StatedDecimals.Aligned(
            new TimeSeries(series.Name, series.Frequency, series.Observations.SetItem(1, series.Observations[1] with { Attributes = said }), series.Attributes), Unit.Percent);

        Assert.Equal(["4.6", "3"], shown.Observations.Select(o => o.Value.ToString()));
    }

    [Theory]
    [InlineData("104.226", "96.5856", "98")]
    [InlineData("28", "30", "41")]
    public void Series_of_whole_numbers_or_of_more_decimals_stay_as_they_are(string first, string second, string third)
    {
        TimeSeries series = Of(first, second, third);

        Assert.Same(series, StatedDecimals.Aligned(series, Unit.Percent));
    }

    [Fact]
    public void Amounts_stay_as_they_are()
    {
        TimeSeries series = Of("397.9", "411");

        Assert.Same(series, StatedDecimals.Aligned(series, Unit.Of("USD")));
    }

    private static TimeSeries Of(params string[] values) => new(
        "F:K",
        Frequency.Monthly,
        [.. values.Select((v, i) => new Observation(Period.Month(2024, i + 1), MeasureValue.Of(ExactNumber.Parse(v)), AttributeSet.Empty))],
        AttributeSet.Empty);
}
