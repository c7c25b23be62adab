namespace Ballast.Series.Tests;

public sealed class TimeSeriesTests
{
    private static readonly TimeSeries Series = new("F:K", Frequency.Monthly,
    [
        new Observation(Period.Month(2023, 2), MeasureValue.Of(1.0), AttributeSet.Empty),
        new Observation(Period.Month(2023, 2, 2), MeasureValue.Of(2.0), AttributeSet.Empty),
        new Observation(Period.Month(2023, 4), MeasureValue.None, AttributeSet.Empty),
    ],
    AttributeSet.Empty);

    [Fact]
    public void A_period_is_found_with_its_own_span_only()
    {
        Assert.Equal(1.0, Series.At(Period.Month(2023, 2))!.Value.ToDouble());
        Assert.Equal(2.0, Series.At(Period.Month(2023, 2, 2))!.Value.ToDouble());
        Assert.Null(Series.At(Period.Month(2023, 3)));
    }

    [Fact]
    public void The_last_observation_is_the_last_one_with_a_value()
    {
        Assert.Equal(Period.Month(2023, 2, 2), Series.Last!.Period);
        Assert.Null(new TimeSeries("F:K", Frequency.Monthly, [], AttributeSet.Empty).Last);
    }

    [Fact]
    public void Between_two_days_stand_the_periods_that_lie_wholly_there()
    {
        Assert.Equal([Period.Month(2023, 2), Period.Month(2023, 4)], Series.Between(new DateOnly(2023, 2, 1), null).Observations.Select(o => o.Period));
        Assert.Equal(2, Series.Between(new DateOnly(2023, 1, 1), new DateOnly(2023, 3, 31)).Observations.Length);
        Assert.Same(Series, Series.Between(null, null));
    }

    [Fact]
    public void Periods_out_of_order_or_of_another_frequency_are_refused()
    {
        Observation march = new(Period.Month(2023, 3), MeasureValue.None, AttributeSet.Empty);

        Assert.Throws<ArgumentException>(() => new TimeSeries("F:K", Frequency.Monthly, [march, march], AttributeSet.Empty));
        Assert.Throws<ArgumentException>(() => new TimeSeries("F:K", Frequency.Quarterly, [march], AttributeSet.Empty));
    }
}
