using FsCheck;
using FsCheck.Fluent;

namespace Ballast.Series.Tests;

public sealed class PeriodArithmeticTests
{
    [Fact]
    public void Order_is_the_order_of_time()
    {
        Arbitrary<(Period A, Period B)> pairs = Arb.From(
            from frequency in Gen.Elements(Enum.GetValues<Frequency>())
            from a in Periods.Of(frequency)
            from b in Periods.Of(frequency)
            select (a, b));

        Prop.ForAll(pairs, p =>
        {
            int byTime = (p.A.End, -p.A.Start.DayNumber).CompareTo((p.B.End, -p.B.Start.DayNumber));
            return Math.Sign(p.A.CompareTo(p.B)) == Math.Sign(byTime) && p.A.CompareTo(p.B) == -p.B.CompareTo(p.A);
        }).Check(Periods.Fixed);
    }

    [Fact]
    public void Plus_and_minus_cancel_and_distance_tells_how_far()
    {
        Prop.ForAll(Periods.Movable, Arb.From(Gen.Choose(-300, 300)), (p, n) =>
        {
            if (p.Ordinal - p.Span + n < 0 || p.CalendarYear is < 400 or > 9600)
            {
                return true;
            }

            Period moved = p.Plus(n);
            return moved.Plus(-n) == p && moved.DistanceFrom(p) == n && moved.Span == p.Span && Math.Sign(moved.CompareTo(p)) == Math.Sign(n);
        }).Check(Periods.Fixed);
    }

    [Fact]
    public void The_period_before_ends_on_the_day_before()
    {
        Prop.ForAll(Periods.Movable, p =>
            p.CalendarYear < 50 || p.Preceding is not { } before || (before.End.AddDays(1) == p.Start && before.Span == p.Span && before.Following == p)).Check(Periods.Fixed);
    }

    [Fact]
    public void A_year_before_has_the_same_number_in_the_year_before()
    {
        Prop.ForAll(Periods.Movable, p =>
        {
            if (p.CalendarYear < 50)
            {
                return true;
            }

            bool exists = p.Frequency switch
            {
                Frequency.Weekly => p.SubPeriod <= System.Globalization.ISOWeek.GetWeeksInYear(p.CalendarYear - 1),
                Frequency.Daily => p.End is not { Month: 2, Day: 29 },
                _ => true,
            };
            return exists
                ? p.YearBefore is { } b && b.CalendarYear == p.CalendarYear - 1 && b.Span == p.Span
                    && (p.Frequency == Frequency.Daily ? (b.End.Month, b.End.Day) == (p.End.Month, p.End.Day) : b.SubPeriod == p.SubPeriod)
                : p.YearBefore is null;
        }).Check(Periods.Fixed);
    }

    [Fact]
    public void The_containing_period_is_the_only_one_around_both_ends()
    {
        Prop.ForAll(Periods.Any, Arb.From(Gen.Elements(Periods.WithArithmetic)), (p, coarser) =>
            p.Containing(coarser) is { } c
                ? c.Span == 1 && c.Start <= p.Start && p.End <= c.End
                : !(Period.Of(coarser, p.Start) is { } around && around.End >= p.End)).Check(Periods.Fixed);
    }

    [Fact]
    public void Days_covered_give_the_period_back()
    {
        Prop.ForAll(Periods.Any, p => Period.Covering(p.Frequency, p.Start, p.End) == p).Check(Periods.Fixed);
    }

    [Fact]
    public void Combined_January_and_February_is_not_February()
    {
        Period combined = Period.Month(2023, 2, span: 2);

        Assert.NotEqual(Period.Month(2023, 2), combined);
        Assert.Equal((new DateOnly(2023, 1, 1), new DateOnly(2023, 2, 28)), (combined.Start, combined.End));
        Assert.Equal(Period.Month(2022, 2, span: 2), combined.YearBefore);
        Assert.Equal(Period.Month(2022, 12, span: 2), combined.Preceding);
        Assert.Equal(Period.Month(2023, 4, span: 2), combined.Following);
        Assert.Equal(Period.Quarter(2023, 1), combined.Containing(Frequency.Quarterly));
        Assert.Equal((Period.Month(2023, 1), Period.Month(2023, 2)), (combined.FirstPart, combined.LastPart));
        Assert.True(Period.Month(2023, 2) < combined && combined < Period.Month(2023, 3));
    }

    [Fact]
    public void Other_ranges_have_order_and_no_arithmetic()
    {
        Period range = Period.Parse("2023-01-15/P45D");

        Assert.Equal(Frequency.Other, range.Frequency);
        Assert.Null(range.Preceding);
        Assert.Null(range.Following);
        Assert.Null(range.YearBefore);
        Assert.Throws<InvalidOperationException>(() => range.Plus(1));
        Assert.Throws<ArgumentException>(() => range.DistanceFrom(range));
        Assert.Equal(Period.Quarter(2023, 1), range.Containing(Frequency.Quarterly));
    }

    [Fact]
    public void Nothing_moves_out_of_the_years_0_to_9999()
    {
        Assert.Null(Period.Year(0).Preceding);
        Assert.Null(Period.Year(9999).Following);
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.Month(9999, 12).Plus(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.Month(0, 2, 2).Plus(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.Week(2023, 53));
        Assert.Throws<InvalidOperationException>(() => Period.Year(0).Start);
        Assert.Equal("0000", default(Period).ToString());
    }
}
