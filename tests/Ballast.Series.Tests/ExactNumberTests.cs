using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace Ballast.Series.Tests;

public sealed class ExactNumberTests
{
    private static readonly Arbitrary<ExactNumber> Any = Arb.From(
        from unscaled in Gen.OneOf(ArbMap.Default.GeneratorFor<long>(), Gen.Choose(-5000, 5000).Select(n => (long)n), Gen.Elements(0L, 5L, -5L, long.MaxValue, -long.MaxValue))
        from scale in Gen.Choose(0, ExactNumber.MaxScale)
        select new ExactNumber(unscaled, scale));

    [Fact]
    public void Any_number_is_read_back_digit_by_digit()
    {
        Prop.ForAll(Any, n => n.Unscaled == long.MinValue || ExactNumber.Parse(n.ToString()) == n).Check(Periods.Fixed);
    }

    [Fact]
    public void Sums_and_differences_are_exact_or_refused()
    {
        Prop.ForAll(Any, Any, (a, b) =>
        {
            int scale = Math.Max(a.Scale, b.Scale);
            BigInteger left = a.Unscaled * BigInteger.Pow(10, scale - a.Scale);
            BigInteger right = b.Unscaled * BigInteger.Pow(10, scale - b.Scale);
            return Agrees(left + right, ExactNumber.TryAdd(a, b, out ExactNumber sum), sum) && Agrees(left - right, ExactNumber.TrySubtract(a, b, out ExactNumber difference), difference);

            bool Agrees(BigInteger expected, bool isThere, ExactNumber number) =>
                BigInteger.Abs(expected) <= long.MaxValue ? isThere && number.Unscaled == expected && number.Scale == scale : !isThere;
        }).Check(Periods.Fixed);
    }

    [Fact]
    public void Rounding_is_half_away_from_zero()
    {
        Prop.ForAll(Any, Arb.From(Gen.Choose(0, 18)), (n, decimals) =>
        {
            if (n.Scale <= decimals)
            {
                return n.Rounded(decimals) == n;
            }

            BigInteger unit = BigInteger.Pow(10, n.Scale - decimals);
            BigInteger whole = BigInteger.Divide(BigInteger.Abs(n.Unscaled) + (unit / 2), unit);
            return n.Rounded(decimals).Scale == decimals && n.Rounded(decimals).Unscaled == (n.Unscaled < 0 ? -whole : whole);
        }).Check(Periods.Fixed);
    }

    [Fact]
    public void Growth_rounds_as_the_true_quotient_does()
    {
        Prop.ForAll(Any, Any, (current, @base) =>
        {
            if (!ExactNumber.TryGrowth(current, @base, out ExactNumber growth))
            {
                return @base.Unscaled <= 0 || Math.Abs(current.ToDouble() / @base.ToDouble()) > 1e16;
            }

            int scale = Math.Max(current.Scale, @base.Scale);
            BigInteger divisor = @base.Unscaled * BigInteger.Pow(10, scale - @base.Scale);
            BigInteger difference = (current.Unscaled * BigInteger.Pow(10, scale - current.Scale)) - divisor;
            if (growth.Scale == 0 && BigInteger.Abs(difference * 100 / divisor) > 1_000_000_000_000)
            {
                return true; // so large that its decimals do not fit
            }

            // One decimal, half away from zero: floor(|d| * 1000 / b + 1/2).
            BigInteger tenths = ((BigInteger.Abs(difference) * 2000) + divisor) / (divisor * 2);
            ExactNumber rounded = growth.Rounded(1);
            BigInteger got = BigInteger.Abs(rounded.Unscaled) * (rounded.Scale == 0 ? 10 : 1);
            return got == tenths;
        }).Check(Periods.Fixed);
    }

    [Theory]
    [InlineData(0.15, 1, "0.2")]
    [InlineData(-0.25, 1, "-0.3")]
    [InlineData(2.675, 2, "2.68")]
    [InlineData(3, 1, "3.0")]
    public void Doubles_are_rounded_as_people_read_them(double value, int decimals, string text)
    {
        Assert.True(ExactNumber.TryRound(value, decimals, out ExactNumber number));
        Assert.Equal(text, number.ToString());
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e18)]
    public void What_does_not_fit_is_refused(double value)
    {
        Assert.False(ExactNumber.TryRound(value, 1, out _));
    }
}
