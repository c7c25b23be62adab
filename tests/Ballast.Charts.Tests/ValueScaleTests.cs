using FsCheck;
using FsCheck.Fluent;

namespace Ballast.Charts.Tests;

public sealed class ValueScaleTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(20240119, 1001).WithMaxTest(500);

    [Fact]
    public void The_ticks_cover_every_value_and_are_evenly_spaced()
    {
        Gen<double[]> values = Gen.Choose(-1_000_000, 1_000_000).Select(n => n / 1000.0).Zip(Gen.Choose(-12, 18), (v, e) => v * Math.Pow(10, e)).NonEmptyListOf().Select(l => l.ToArray());

        Prop.ForAll(values.ToArbitrary(), v =>
        {
            ValueScale scale = Over(v, null);

            Assert.InRange(scale.Ticks.Length, 2, 7);
            Assert.Equal(scale.Low, scale.Ticks[0].At);
            Assert.Equal(scale.High, scale.Ticks[^1].At);
            double slack = (scale.High - scale.Low) * 1e-6;
            Assert.True(v.Min() >= scale.Low - slack && v.Max() <= scale.High + slack);
            double step = scale.Ticks[1].At - scale.Ticks[0].At;
            for (int i = 1; i < scale.Ticks.Length; i++)
            {
                Assert.Equal(step, scale.Ticks[i].At - scale.Ticks[i - 1].At, step * 1e-6);
            }
        }).Check(Fixed);
    }

    [Theory]
    [InlineData(-2.9, 15.6, 4, "-4 0 4 8 12 16")]
    [InlineData(0.1, 0.7, 0.1, "0.1 0.2 0.3 0.4 0.5 0.6 0.7")]
    [InlineData(48.1, 52.3, 1, "48 49 50 51 52 53")]
    public void Steps_are_round(double low, double high, double step, string texts)
    {
        ValueScale scale = Over([low, high], null);

        Assert.Equal(step, scale.Ticks[1].At - scale.Ticks[0].At, 9);
        Assert.Equal(texts, string.Join(' ', scale.Ticks.Select(t => t.Text)));
    }

    [Fact]
    public void A_constant_series_has_room_above_and_below()
    {
        ValueScale scale = Over([7.5, 7.5, 7.5], null);

        Assert.True(scale.Low < 7.5 && scale.High > 7.5);
    }

    [Fact]
    public void No_value_gives_an_axis_all_the_same() => Assert.Equal((0, 1), (Over([], null).Low, Over([], null).High));

    [Fact]
    public void A_near_baseline_is_put_on_the_axis()
    {
        ValueScale scale = Over([2.0, 9.0], 0);

        Assert.Equal(0, scale.Baseline);
        Assert.False(scale.IsCut);
        Assert.Contains(scale.Ticks, t => t.At == 0);
    }

    [Fact]
    public void A_far_baseline_is_left_out_and_the_axis_says_that_it_is_cut()
    {
        ValueScale scale = Over([6.3, 8.0], 0);

        Assert.Null(scale.Baseline);
        Assert.True(scale.IsCut);
    }

    [Fact]
    public void Columns_stand_on_zero_however_far_it_is()
    {
        ValueScale scale = ValueScale.Over([985, 991], null, fromZero: true, Text);

        Assert.Equal(0, scale.Low);
        Assert.Equal(0, scale.Baseline);
        Assert.False(scale.IsCut);
    }

    [Theory]
    [InlineData(-1e300, 1e300)]
    [InlineData(double.NaN, double.PositiveInfinity)]
    [InlineData(1e99, 1.5e99)]
    [InlineData(123456789012345678, 123456789012345679)]
    [InlineData(1e-30, 2e-30)]
    [InlineData(-0.0, 0.0)]
    public void Extreme_values_end_in_an_axis_too(double one, double other)
    {
        ValueScale scale = Over([one, other], 0);

        Assert.InRange(scale.Ticks.Length, 2, 7);
        Assert.True(scale.Low < scale.High);
    }

    private static ValueScale Over(IEnumerable<double> values, double? baseline) => ValueScale.Over(values, baseline, fromZero: false, Text);

    private static string Text(double value, int decimals) => value.ToString("F" + decimals, System.Globalization.CultureInfo.InvariantCulture);
}
