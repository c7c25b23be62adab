using Ballast.Series;

namespace Ballast.Charts.Tests;

public sealed class SparklineTests
{
    private static readonly SparklineAxis Axis = new((2021 * 12) + 7, (2024 * 12) + 6);

    [Fact]
    public void A_series_that_is_behind_ends_early()
    {
        TimeSeries behind = Made.Months(2023, 1, 1, 2, 3, 4, 5, 6);
        TimeSeries ahead = Made.Months(2024, 1, 1, 2, 3, 4, 5, 6);
        SparklineAxis axis = SparklineAxis.EndingWith([behind, ahead]);

        Assert.Equal(130, Sparkline.Of(ahead, axis, null)!.Last.X, 6);
        Assert.Equal(130 - (12 * 128.0 / 35), Sparkline.Of(behind, axis, null)!.Last.X, 6);
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public void Fewer_than_six_points_make_none(int count, bool isDrawn) =>
        Assert.Equal(isDrawn, Sparkline.Of(Made.Months(2023, 1, [.. Enumerable.Range(1, count).Select(i => (double)i)]), Axis, 0) is not null);

    [Fact]
    public void Nothing_is_joined_over_a_gap_and_a_month_alone_is_a_dot()
    {
        Sparkline line = Sparkline.Of(Made.Months(2023, 1, 1, 2, double.NaN, 4, double.NaN, 6, 7, 8), Axis, null)!;
        var drawn = new Drawn(SvgWriter.Write(line));

        Assert.Equal([2, 1, 3], line.Runs.Select(r => r.Length));
        Assert.Equal(2, Drawn.Strokes(Assert.Single(drawn.All("path", "ln"))));
        Assert.Single(drawn.Circles("one"));
        Assert.Single(drawn.Circles("dot"));
        Assert.Equal("true", drawn.Root.Attribute("aria-hidden")!.Value);
    }

    [Fact]
    public void The_baseline_is_drawn_where_it_is_near() =>
        Assert.Equal((true, false), (
            Sparkline.Of(Made.Months(2023, 1, 49, 50.5, 51, 49.5, 50, 52), Axis, 50)!.Baseline is not null,
            Sparkline.Of(Made.Months(2023, 1, 7, 7.1, 7.2, 7.3, 7.4, 7.5), Axis, 0)!.Baseline is not null));

    [Fact]
    public void Quarters_stand_at_their_last_month_and_are_joined()
    {
        TimeSeries quarters = Made.Series(Frequency.Quarterly, Enumerable.Range(0, 8).Select(i => (Period.FromOrdinal(Frequency.Quarterly, (2022 * 4) + i), (double)i)));
        SparklineAxis axis = SparklineAxis.EndingWith([quarters]);

        Sparkline line = Sparkline.Of(quarters, axis, null)!;

        Assert.Equal((2023 * 12) + 11, axis.LastMonth);
        Assert.Single(line.Runs);
        Assert.Equal(3 * 128.0 / 35, line.Runs[0][1].X - line.Runs[0][0].X, 6);
    }

    [Fact]
    public void A_constant_series_runs_through_the_middle() =>
        Assert.All(Sparkline.Of(Made.Months(2023, 1, 5, 5, 5, 5, 5, 5), Axis, null)!.Runs[0], p => Assert.Equal(14, p.Y, 6));

    [Fact]
    public void Every_point_stays_in_the_box()
    {
        var random = new Random(11);
        foreach (double baseline in new[] { 0.0, 50, 100 })
        {
            Sparkline line = Sparkline.Of(Made.Months(2022, 1, [.. Enumerable.Range(0, 30).Select(_ => (random.NextDouble() * 200) - 60)]), Axis, baseline)!;
            Assert.All(line.Runs.SelectMany(r => r), p => Assert.True(p.X is >= 0 and <= 132 && p.Y is >= 0 and <= 28));
        }
    }
}
