using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace Ballast.Series.Tests;

public sealed class TransformTests
{
    /// <summary>Series with gaps, spans and exact values of differing scale.</summary>
    private static readonly Arbitrary<TimeSeries> Any = Arb.From(
        from frequency in Gen.Elements(Frequency.Quarterly, Frequency.Monthly, Frequency.HalfYearly)
        from count in Gen.Choose(0, 40)
        from parts in Gen.Choose(0, 99).ArrayOf(count)
        from digits in Gen.Choose(-300, 3000).ArrayOf(count)
        from scales in Gen.Choose(0, 3).ArrayOf(count)
        select Make(frequency, parts, digits, scales));

    /// <summary>Complete years of positive single periods.</summary>
    private static readonly Arbitrary<TimeSeries> Whole = Arb.From(
        from frequency in Gen.Elements(Frequency.Quarterly, Frequency.Monthly, Frequency.HalfYearly)
        from years in Gen.Choose(1, 4)
        from digits in Gen.Choose(-50, 3000).ArrayOf(years * frequency.PerYear())
        from scale in Gen.Choose(0, 3)
        select Series(frequency, [.. digits.Select((d, i) => Stated(Period.FromOrdinal(frequency, (2020 * frequency.PerYear()) + i), new ExactNumber(d, scale)))]));

    [Fact]
    public void Cumulating_and_taking_apart_gives_complete_years_back()
    {
        Prop.ForAll(Whole, s =>
            Same(s, SeriesTransforms.Apply(Transform.SingleMonth, SeriesTransforms.Apply(Transform.YearToDate, s)))).Check(Periods.Fixed);
    }

    [Fact]
    public void Taking_apart_and_cumulating_gives_any_cumulated_series_back()
    {
        Prop.ForAll(Any, any =>
        {
            TimeSeries cumulated = Series(any.Frequency, [.. any.Observations.Where(o => o.Period.Span == 1)]);
            return Same(cumulated, SeriesTransforms.Apply(Transform.YearToDate, SeriesTransforms.Apply(Transform.SingleMonth, cumulated)));
        }).Check(Periods.Fixed);
    }

    [Fact]
    public void Comparisons_agree_with_a_slow_and_obvious_version()
    {
        foreach (Transform transform in new[] { Transform.Change, Transform.PercentageChange, Transform.YearOnYear, Transform.YearOnYearChange })
        {
            Prop.ForAll(Any, s =>
            {
                Dictionary<Period, decimal> byPeriod = s.Observations.ToDictionary(o => o.Period, o => o.Value.Exact.ToDecimal());
                TimeSeries result = SeriesTransforms.Apply(transform, s);
                foreach (Observation current in s.Observations)
                {
                    int lag = transform is Transform.YearOnYear or Transform.YearOnYearChange ? s.Frequency.PerYear() : current.Period.Span;
                    Period before = current.Period.Plus(-lag);
                    decimal value = current.Value.Exact.ToDecimal();
                    MeasureValue got = result.At(current.Period)?.Value ?? MeasureValue.None;
                    if (!byPeriod.TryGetValue(before, out decimal @base) || (transform.IsGrowth() && @base <= 0))
                    {
                        if (got.Kind != MeasureKind.None)
                        {
                            return false;
                        }
                    }
                    else if (!transform.IsGrowth())
                    {
                        if (got.Exact.ToDecimal() != value - @base)
                        {
                            return false;
                        }
                    }
                    else if (Math.Abs(got.Exact.ToDecimal() - ((value - @base) / @base * 100)) > 1e-9m // fewer than twelve decimals where the growth is huge
                        || got.Exact.Rounded(1).ToDecimal() != Math.Round((value - @base) * 100 / @base, 1, MidpointRounding.AwayFromZero))
                    {
                        return false;
                    }
                }

                return result.Observations.All(o => s.At(o.Period) is not null);
            }).Check(Periods.Fixed);
        }
    }

    [Fact]
    public void Cumulating_agrees_with_adding_up_every_month_by_itself()
    {
        Prop.ForAll(Any, s =>
        {
            TimeSeries single = Series(s.Frequency, [.. s.Observations.Where(o => o.Period.Span == 1)]);
            TimeSeries result = SeriesTransforms.Apply(Transform.YearToDate, single);
            return single.Observations.All(o =>
            {
                Period[] covered = [.. Enumerable.Range(0, o.Period.SubPeriod).Select(i => o.Period.Plus(-i))];
                return covered.All(p => single.At(p) is not null)
                    ? result.At(o.Period)!.Value.Exact.ToDecimal() == covered.Sum(p => single.At(p)!.Value.Exact.ToDecimal())
                    : result.At(o.Period) is null;
            });
        }).Check(Periods.Fixed);
    }

    [Fact]
    public void Kernels_agree_with_the_transforms_of_one_series()
    {
        Arbitrary<(int First, double[] Values)> columns = Arb.From(
            from first in Gen.Choose(1, 12)
            from values in Gen.Frequency((5, Gen.Choose(-20, 500).Select(n => (double)n)), (1, Gen.Constant(double.NaN))).ArrayOf()
            select (first, values));

        Prop.ForAll(columns, c =>
        {
            Period start = Period.Month(2020, c.First);
            TimeSeries series = Series(Frequency.Monthly, [.. c.Values
                .Select((v, i) => (Period: start.Plus(i), Value: v))
                .Where(x => !double.IsNaN(x.Value))
                .Select(x => new Observation(x.Period, MeasureValue.Of(x.Value), AttributeSet.Empty))]);
            double[] result = new double[c.Values.Length];
            return Agrees(Transform.Change, () => TransformKernels.Change(c.Values, 1, result))
                && Agrees(Transform.PercentageChange, () => TransformKernels.PercentageChange(c.Values, 1, result))
                && Agrees(Transform.YearOnYear, () => TransformKernels.PercentageChange(c.Values, 12, result))
                && Agrees(Transform.YearToDate, () => TransformKernels.Cumulated(c.Values, c.First, 12, result))
                && Agrees(Transform.SingleMonth, () => TransformKernels.SinglePeriods(c.Values, c.First, 12, result));

            bool Agrees(Transform transform, Action kernel)
            {
                kernel();
                TimeSeries expected = SeriesTransforms.Apply(transform, series);
                return result.Select((v, i) => (v, expected.At(start.Plus(i))?.Value.ToDouble() ?? double.NaN)).All(p => p.v.Equals(p.Item2) || (p.v == 0 && p.Item2 == 0));
            }
        }).Check(Periods.Fixed);
    }

    [Fact]
    public void January_and_February_are_compared_with_January_and_February()
    {
        TimeSeries series = Of(("2022-01-01/P2M", "40"), ("2022-03", "30"), ("2023-01-01/P2M", "42"), ("2023-03", "33"));

        TimeSeries growth = SeriesTransforms.Apply(Transform.YearOnYear, series);

        Assert.Equal(["2023-01-01/P2M 5", "2023-03 10"], Lines(growth));
    }

    [Fact]
    public void Growth_between_different_spans_is_not_computed_and_says_so()
    {
        TimeSeries series = Of(("2022-01", "20"), ("2022-02", "20"), ("2023-01-01/P2M", "42"), ("2023-03", "33"));

        TimeSeries growth = SeriesTransforms.Apply(Transform.YearOnYear, series);
        TimeSeries change = SeriesTransforms.Apply(Transform.Change, series);

        Assert.Equal(NotComputed.SpanDiffers, Assert.Single(growth.Observations).Attributes.First(Transforms.NotComputedAttributeId));
        Assert.Equal(["2022-02 0", "2023-03 "], Lines(change));
    }

    [Fact]
    public void Growth_on_zero_or_less_is_not_computed_and_a_change_is()
    {
        TimeSeries series = Of(("2022-01", "0"), ("2022-02", "-5"), ("2022-03", "10"), ("2022-04", "-5"));

        TimeSeries growth = SeriesTransforms.Apply(Transform.PercentageChange, series);

        Assert.Equal(["2022-02 ", "2022-03 ", "2022-04 -150"], Lines(growth));
        Assert.Equal([NotComputed.BaseZero, NotComputed.BaseNegative, null], growth.Observations.Select(o => o.Attributes.First(Transforms.NotComputedAttributeId)));
        Assert.Equal(["2022-02 -5", "2022-03 15", "2022-04 -15"], Lines(SeriesTransforms.Apply(Transform.Change, series)));
    }

    [Theory]
    [InlineData(Bound.Exact, Bound.Exact, "EXACT")]
    [InlineData(Bound.Over, Bound.Exact, "OVER")]
    [InlineData(Bound.UpTo, Bound.Exact, "UPTO")]
    [InlineData(Bound.Exact, Bound.Over, "UNDER")]
    [InlineData(Bound.Exact, Bound.UpTo, "OVER")]
    [InlineData(Bound.Over, Bound.Under, "OVER")]
    [InlineData(Bound.About, Bound.Exact, "ABOUT")]
    [InlineData(Bound.Over, Bound.Over, null)]
    [InlineData(Bound.About, Bound.Over, null)]
    public void Growth_from_a_bound_is_a_bound(Bound current, Bound @base, string? result)
    {
        TimeSeries series = Series(Frequency.Monthly,
        [
            Bounded("2022-01", @base),
            Bounded("2023-01", current),
        ]);

        Observation growth = Assert.Single(SeriesTransforms.Apply(Transform.YearOnYear, series).Observations);

        Assert.Equal(result is null, growth.Value.Kind == MeasureKind.None);
        Assert.Equal(result is null ? NotComputed.Bounds : null, growth.Attributes.First(Transforms.NotComputedAttributeId));
        Assert.Equal(result ?? "EXACT", growth.Attributes.First(Bounds.AttributeId) ?? "EXACT");

        static Observation Bounded(string period, Bound bound) => new(
            Period.Parse(period), MeasureValue.Of(new ExactNumber(5, 0)), AttributeSet.Of([new(Bounds.AttributeId, [new AttributeValue(bound.Code())])]));
    }

    [Fact]
    public void A_bound_of_growth_holds_for_every_value_within_the_bounds_of_its_inputs()
    {
        var cases = Arb.From(
            from current in Gen.Choose(-100, 100)
            from @base in Gen.Choose(1, 100)
            from bounds in Gen.Two(Gen.Elements(Bound.Exact, Bound.Over, Bound.Under, Bound.UpTo))
            from away in Gen.Two(Gen.Choose(1, 50))
            select (Current: current, Base: @base, CurrentBound: bounds.Item1, BaseBound: bounds.Item2, away.Item1, away.Item2));

        Prop.ForAll(cases, c =>
        {
            decimal trueBase = True(c.Base, c.BaseBound, c.Item6);
            decimal trueCurrent = True(c.Current, c.CurrentBound, c.Item5);
            if (trueBase <= 0 || Math.Sign(trueCurrent) != Math.Sign(c.Current))
            {
                return true;
            }

            TimeSeries series = Series(Frequency.Annual, [State(2022, c.Base, c.BaseBound), State(2023, c.Current, c.CurrentBound)]);
            Observation growth = SeriesTransforms.Apply(Transform.YearOnYear, series).Observations[0];
            decimal truth = (trueCurrent - trueBase) / trueBase * 100;
            return growth.Value.Kind == MeasureKind.None || Bounds.Of(growth.Attributes) switch
            {
                Bound.Over => truth >= growth.Value.Exact.ToDecimal(),
                Bound.Under or Bound.UpTo => truth <= growth.Value.Exact.ToDecimal() + 1e-12m,
                _ => Math.Abs(truth - growth.Value.Exact.ToDecimal()) <= 1e-12m,
            };
        }).Check(Periods.Fixed);

        static decimal True(int stated, Bound bound, int away) => bound switch { Bound.Over => stated + away, Bound.Under or Bound.UpTo => stated - away, _ => stated };
        static Observation State(int year, int value, Bound bound) => new(
            Period.Year(year), MeasureValue.Of(new ExactNumber(value, 0)), AttributeSet.Of([new(Bounds.AttributeId, [new AttributeValue(bound.Code())])]));
    }

    [Fact]
    public void A_cumulated_series_that_begins_with_February_gives_both_months_together()
    {
        TimeSeries cumulated = Of(("2023-02", "40"), ("2023-03", "70"), ("2023-05", "130.5"));

        TimeSeries single = SeriesTransforms.Apply(Transform.SingleMonth, cumulated);

        Assert.Equal(["2023-01-01/P2M 40", "2023-03 30", "2023-04-01/P2M 60.5"], Lines(single));
        Assert.Equal(["2023-02 40", "2023-03 70", "2023-05 130.5"], Lines(SeriesTransforms.Apply(Transform.YearToDate, single)));
    }

    [Fact]
    public void What_is_derived_says_from_what_and_since_when_it_can_be_known()
    {
        DateTimeOffset early = new(2023, 1, 18, 7, 0, 0, TimeSpan.Zero);
        DateTimeOffset late = early.AddYears(1);
        AttributeSet provisional = AttributeSet.Of([new("OBS_STATUS", [new AttributeValue("P")]), new("SOURCE_REF", [new AttributeValue("a:1")])]);
        TimeSeries series = new("F:K", Frequency.Annual,
        [
            new Observation(Period.Year(2022), MeasureValue.Of(ExactNumber.Parse("2.312")), provisional, late, "second"),
            new Observation(Period.Year(2023), MeasureValue.Of(ExactNumber.Parse("3.377")), AttributeSet.Empty, early, "first"),
        ],
        AttributeSet.Of([new("UNIT_MEASURE", [new AttributeValue("NUM")]), new("UNIT_MULT", [new AttributeValue("6")]), new("SOURCE_ID", [new AttributeValue("X")])]));

        TimeSeries growth = SeriesTransforms.Apply(Transform.YearOnYear, series, "F_DERIVED:K");

        Observation only = Assert.Single(growth.Observations);
        Assert.Equal("46.06401384083", only.Value.ToString());
        Assert.Equal((late, "second"), (only.KnownSince!.Value, only.ReleaseKey));
        Assert.Equal(["BASE_PERIOD=2022", "DERIVED=year-on-year", "OBS_STATUS=P"], only.Attributes.Entries.Select(e => $"{e.Key}={e.Value[0].Text}"));
        Assert.Equal(["DERIVED=year-on-year", "UNIT_MEASURE=PC"], growth.Attributes.Entries.Select(e => $"{e.Key}={e.Value[0].Text}"));
        Assert.Equal("F_DERIVED:K", growth.Name);
    }

    [Fact]
    public void A_break_between_the_two_values_marks_the_growth_and_one_at_the_base_does_not()
    {
        AttributeSet broken = AttributeSet.Of([new("OBS_STATUS", [new AttributeValue("B")])]);
        TimeSeries series = Series(Frequency.Quarterly, [.. Enumerable.Range(0, 10).Select(i =>
            new Observation(Period.Quarter(2020, 1).Plus(i), MeasureValue.Of(new ExactNumber(10 + i, 0)), i == 5 ? broken : AttributeSet.Empty))]);

        TimeSeries growth = SeriesTransforms.Apply(Transform.YearOnYear, series);

        Assert.Equal([null, "B", "B", "B", "B", null], growth.Observations.Select(o => o.Attributes.First("OBS_STATUS")));
    }

    [Fact]
    public void Codes_of_transforms_are_read_back_and_name_their_results()
    {
        Assert.All(Enum.GetValues<Transform>(), t => Assert.Equal(t, Transforms.FromCode(t.Code())));
        Assert.Equal(("G1Y", "GYTD", null), (Transform.YearOnYear.TransformationCode("N"), Transform.YearOnYear.TransformationCode("YTD"), Transform.YearOnYear.TransformationCode("G1Y")));
        Assert.Equal(("PP", "PC", "CNY"), (Transform.Change.UnitCode("PC"), Transform.YearOnYear.UnitCode("CNY"), Transform.YearToDate.UnitCode("CNY")));
        Assert.Throws<ArgumentException>(() => SeriesTransforms.Apply(Transform.YearToDate, Series(Frequency.Daily, [])));
    }

    private static TimeSeries Make(Frequency frequency, int[] parts, int[] digits, int[] scales)
    {
        ImmutableArray<Observation>.Builder observations = ImmutableArray.CreateBuilder<Observation>();
        int ordinal = 2020 * frequency.PerYear();
        for (int i = 0; i < parts.Length; i++)
        {
            int span = parts[i] % 5 == 0 ? 2 : 1;
            ordinal += parts[i] % 7 == 0 ? span + 1 : span;
            observations.Add(Stated(Period.FromOrdinal(frequency, ordinal, span), new ExactNumber(digits[i], scales[i])));
        }

        return Series(frequency, observations.ToImmutable());
    }

    private static Observation Stated(Period period, ExactNumber number) => new(period, MeasureValue.Of(number), AttributeSet.Empty);

    private static TimeSeries Series(Frequency frequency, ImmutableArray<Observation> observations) => new("F:K", frequency, observations, AttributeSet.Empty);

    private static TimeSeries Of(params (string Period, string Value)[] observations) =>
        Series(Frequency.Monthly, [.. observations.Select(o => Stated(Period.Parse(o.Period), ExactNumber.Parse(o.Value)))]);

    private static IEnumerable<string> Lines(TimeSeries series) => series.Observations.Select(o => $"{o.Period} {o.Value}");

    private static bool Same(TimeSeries left, TimeSeries right) =>
        left.Observations.Select(o => (o.Period, o.Value.Exact.ToDecimal())).SequenceEqual(right.Observations.Select(o => (o.Period, o.Value.Exact.ToDecimal())));
}
