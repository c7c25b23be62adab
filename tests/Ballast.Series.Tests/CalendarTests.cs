using FsCheck;
using FsCheck.Fluent;

namespace Ballast.Series.Tests;

public sealed class CalendarTests
{
    [Fact]
    public void A_series_may_have_no_January_or_both_months_as_one()
    {
        SeriesCalendar withoutJanuary = SeriesCalendar.Of(Frequency.Monthly, Enumerable.Range(2, 11).Select(n => new CalendarSlot(n)));
        SeriesCalendar combined = SeriesCalendar.JanuaryWithFebruary;

        Assert.Equal(Period.Month(2024, 2), withoutJanuary.After(Period.Month(2023, 12)));
        Assert.Equal(Period.Month(2024, 2, 2), combined.After(Period.Month(2023, 12)));
        Assert.True(combined.Has(Period.Month(2024, 2, 2)) && !combined.Has(Period.Month(2024, 2)));
        Assert.Equal(11, combined.Between(Period.Month(2023, 1), Period.Month(2023, 12)).Length);
        Assert.False(combined.IsRegular);
        Assert.True(SeriesCalendar.Regular(Frequency.Quarterly).IsRegular);
    }

    [Fact]
    public void A_combined_observation_misses_neither_month()
    {
        TimeSeries series = new("F:K", Frequency.Monthly,
        [
            new Observation(Period.Month(2022, 12), MeasureValue.Of(1.0), AttributeSet.Empty),
            new Observation(Period.Month(2023, 2, 2), MeasureValue.Of(1.0), AttributeSet.Empty),
            new Observation(Period.Month(2023, 5), MeasureValue.Of(1.0), AttributeSet.Empty),
        ],
        AttributeSet.Empty);

        Assert.Equal([Period.Month(2023, 3), Period.Month(2023, 4)], SeriesCalendar.Regular(Frequency.Monthly).MissingIn(series).ToArray());
        Assert.Equal([new CalendarSlot(2, 2), new CalendarSlot(5), new CalendarSlot(12)], SeriesCalendar.Seen(series).Slots.ToArray());
    }

    [Fact]
    public void Whatever_the_calendar_the_next_period_is_the_first_later_one_that_it_has()
    {
        Arbitrary<(SeriesCalendar Calendar, Period Period)> cases = Arb.From(
            from frequency in Gen.Elements(Frequency.HalfYearly, Frequency.Quarterly, Frequency.Monthly)
            from slots in Gen.Choose(0, (frequency.PerYear() * 2) - 1).NonEmptyListOf()
            from ordinal in Gen.Choose(2000 * frequency.PerYear(), 2030 * frequency.PerYear())
            from span in Gen.Choose(1, 3)
            select (SeriesCalendar.Of(frequency, slots.Distinct().Select(s => new CalendarSlot((s / 2) + 1, (s % 2) + 1))), Period.FromOrdinal(frequency, ordinal, span)));

        Prop.ForAll(cases, c =>
        {
            Period expected = Enumerable.Range(c.Period.Ordinal, 40)
                .SelectMany(o => new[] { Period.FromOrdinal(c.Period.Frequency, o), Period.FromOrdinal(c.Period.Frequency, o, 2) })
                .First(p => p > c.Period && c.Calendar.Has(p));
            return c.Calendar.After(c.Period) == expected;
        }).Check(Periods.Fixed);
    }

    [Fact]
    public void Working_days_leave_out_holidays_and_count_weekends_that_are_worked()
    {
        // Spring Festival 2024: off from 10 to 17 February, worked on 4 and 18 February.
        WorkingDays days = new(Enumerable.Range(10, 8).Select(d => new DateOnly(2024, 2, d)), [new DateOnly(2024, 2, 4), new DateOnly(2024, 2, 18)], 2024, 2024);

        Assert.Equal(18, days.Count(Period.Month(2024, 2)));
        Assert.Equal(new DateOnly(2024, 2, 18), days.Plus(new DateOnly(2024, 2, 9), 1));
        Assert.Equal(new DateOnly(2024, 2, 9), days.OnOrBefore(new DateOnly(2024, 2, 12)));
        Assert.Equal(new DateOnly(2024, 2, 18), days.OnOrAfter(new DateOnly(2024, 2, 12)));
        Assert.Equal(new DateOnly(2024, 2, 2), days.Nth(Period.Month(2024, 2), 2));
        Assert.Equal(new DateOnly(2024, 2, 29), days.Nth(Period.Month(2024, 2), -1));
        Assert.Null(days.Nth(Period.Month(2024, 2), 19));
        Assert.False(days.IsKnown(new DateOnly(2025, 1, 1)));
        Assert.Throws<ArgumentException>(() => new WorkingDays([], [new DateOnly(2024, 2, 5)], 2024, 2024));
    }

    [Fact]
    public void Moving_by_working_days_and_counting_them_agree()
    {
        WorkingDays days = new([new DateOnly(2024, 1, 1), new DateOnly(2024, 5, 1)], [new DateOnly(2024, 4, 28)], 2024, 2024);

        Prop.ForAll(Arb.From(Gen.Choose(0, 365)), Arb.From(Gen.Choose(1, 60)), (offset, n) =>
        {
            DateOnly day = new DateOnly(2024, 1, 1).AddDays(offset);
            DateOnly later = days.Plus(day, n);
            return days.IsWorking(later) && days.Count(day.AddDays(1), later) == n && days.Count(days.Plus(day, -n), day.AddDays(-1)) == n;
        }).Check(Periods.Fixed);
    }
}
