using System.Numerics;
using Ballast.Series;
using FsCheck;
using FsCheck.Fluent;

namespace Ballast.Language.Tests;

public sealed class NumberTests
{
    private static readonly Arbitrary<(ExactNumber Number, int UnitMult)> Stated = Arb.From(
        from digits in Gen.OneOf(Gen.Choose(-99_999, 99_999).Select(n => (long)n), ArbMap.Default.GeneratorFor<long>())
        from zeros in Gen.Choose(0, 4)
        from scale in Gen.Frequency((2, Gen.Choose(0, 3)), (1, Gen.Choose(0, 18)))
        from mult in Gen.Elements(0, 2, 3, 4, 6, 8, 9, 12)
        select (new ExactNumber(Math.Abs(digits) < 100_000 ? digits * (long)Math.Pow(10, zeros) : digits, scale), mult));

    [Fact]
    public void Any_number_is_read_back_with_its_value_as_it_is_scaled()
    {
        Prop.ForAll(Stated, Fixed.AnyTongue, (s, tongue) =>
        {
            string text = Numbers.Scaled(s.Number, s.UnitMult, tongue);
            if (text.Count(char.IsAsciiDigit) > 18)
            {
                return true; // more digits than a number here can hold
            }

            return Numbers.TryParse(text, tongue, out ExactNumber back, out int mult) && AreEqual(back, mult, s.Number, s.UnitMult);
        }).Check(Fixed.Runs);
    }

    [Fact]
    public void Any_number_is_read_back_digit_by_digit_as_it_is_written()
    {
        Prop.ForAll(Stated, Fixed.AnyTongue, (s, tongue) =>
            s.Number.Unscaled == long.MinValue || (Numbers.TryParse(Numbers.Text(s.Number), tongue, out ExactNumber back, out int mult) && back == s.Number && mult == 0)).Check(Fixed.Runs);
    }

    [Fact]
    public void Decimals_that_were_published_are_kept_whatever_the_scale_word()
    {
        Prop.ForAll(Stated, Fixed.AnyTongue, (s, tongue) =>
        {
            Numbers.TryParse(Numbers.Scaled(s.Number, s.UnitMult, tongue), tongue, out ExactNumber back, out int mult);
            return s.Number.Scale <= s.UnitMult || s.Number.Unscaled == 0 || mult - back.Scale == s.UnitMult - s.Number.Scale || back == default;
        }).Check(Fixed.Runs);
    }

    [Fact]
    public void No_foreign_scale_word_is_ever_written()
    {
        Prop.ForAll(Stated, s =>
            !Numbers.Scaled(s.Number, s.UnitMult, Tongue.English).Any("KMBG兆万亿".Contains)
            && !Numbers.Scaled(s.Number, s.UnitMult, Tongue.Chinese).Any(char.IsAsciiLetter)).Check(Fixed.Runs);
    }

    [Theory]
    [InlineData("231.2", 4, "2.312 million", "231.2万")]
    [InlineData("3.377", 6, "3.377 million", "337.7万")]
    [InlineData("330", 4, "3.3 million", "330万")]
    [InlineData("300", 4, "3 million", "300万")]
    [InlineData("1.35", 12, "1.35 trillion", "1.35万亿")]
    [InlineData("15.0", 8, "1.50 billion", "15.0亿")]
    [InlineData("1260582.1", 8, "126.05821 trillion", "126.05821万亿")]
    [InlineData("12345", 0, "12,345", "12,345")]
    [InlineData("28000", 0, "28,000", "2.8万")]
    [InlineData("-0.3", 0, "\u22120.3", "\u22120.3")]
    [InlineData("-5000000", 0, "\u22125 million", "\u2212500万")]
    [InlineData("12345678", 0, "12,345,678", "1,234.5678万")]
    [InlineData("0", 8, "0", "0")]
    [InlineData("0.0", 0, "0.0", "0.0")]
    [InlineData("102895.2", 4, "1,028.952 million", "10.28952亿")]
    public void Large_numbers_take_the_words_of_their_language(string digits, int unitMult, string english, string chinese)
    {
        ExactNumber number = ExactNumber.Parse(digits);

        string inEnglish = Numbers.Scaled(number, unitMult, Tongue.English);
        string inChinese = Numbers.Scaled(number, unitMult, Tongue.Chinese);

        Assert.Equal((english, chinese), (inEnglish, inChinese));
    }

    [Theory]
    [InlineData("1,23")]
    [InlineData("1,2345")]
    [InlineData("12345,678")]
    [InlineData(",123")]
    [InlineData("1.2,345")]
    [InlineData("million")]
    [InlineData("1.2.3")]
    [InlineData("--1")]
    [InlineData("")]
    public void What_is_no_number_is_refused(string text)
    {
        Assert.False(Numbers.TryParse(text, Tongue.English, out _, out _));
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.04, "<0.05")]
    [InlineData(-0.04, ">\u22120.05")]
    [InlineData(0.05, "0.1")]
    [InlineData(-2.25, "\u22122.3")]
    [InlineData(46.06401384, "46.1")]
    [InlineData(1234.0, "1,234.0")]
    public void Computed_numbers_have_one_decimal_half_away_from_zero(double number, string text)
    {
        Assert.Equal(text, Numbers.Rounded(number, 1));
        Assert.True(ExactNumber.TryRound(number, 9, out ExactNumber exact));
        Assert.Equal(text, Numbers.Rounded(exact, 1));
    }

    [Fact]
    public void Ticks_of_an_axis_never_show_a_negative_zero()
    {
        Assert.Equal("0.0", Numbers.Fixed(-0.0, 1));
        Assert.Equal("0", Numbers.Fixed(-0.2, 0));
        Assert.Equal("\u22121,500", Numbers.Fixed(-1500, 0));
    }

    [Fact]
    public void One_scale_serves_a_whole_column()
    {
        NumberScale scale = NumberScale.For(3_377_000, Tongue.Chinese);

        Assert.Equal("万", scale.Word(Tongue.Chinese));
        Assert.Equal("337.7", Numbers.AtScale(ExactNumber.Parse("3.377"), 6, scale));
        Assert.Equal("0.5", Numbers.AtScale(ExactNumber.Parse("5"), 3, scale));
        Assert.Equal("million", NumberScale.For(-3_377_000, Tongue.English).Word(Tongue.English));
        Assert.Equal(NumberScale.None, NumberScale.For(999_999, Tongue.English));
    }

    private static bool AreEqual(ExactNumber a, int aMult, ExactNumber b, int bMult) =>
        a.Unscaled * BigInteger.Pow(10, aMult + 18 - a.Scale) == b.Unscaled * BigInteger.Pow(10, bMult + 18 - b.Scale);
}
