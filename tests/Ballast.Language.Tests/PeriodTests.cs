using Ballast.Series;
using FsCheck;
using FsCheck.Fluent;

namespace Ballast.Language.Tests;

public sealed class PeriodTests
{
    private static readonly Arbitrary<Period> Any = Arb.From(
        from frequency in Gen.Elements(Enum.GetValues<Frequency>())
        from day in Gen.Choose(new DateOnly(1990, 1, 1).DayNumber, new DateOnly(2035, 12, 31).DayNumber)
        from span in Gen.Frequency((1, Gen.Constant(1)), (1, Gen.Choose(1, 30)))
        select Period.FromOrdinal(frequency, Period.Of(frequency, DateOnly.FromDayNumber(day))?.Ordinal ?? day, span));

    [Fact]
    public void Any_period_is_read_back_as_written_in_both_languages()
    {
        Prop.ForAll(Any, Fixed.AnyTongue, (p, tongue) =>
            Periods.TryParse(Periods.Text(p, tongue), p.Frequency, tongue, out Period back) && back == p).Check(Fixed.Runs);
    }

    [Fact]
    public void Any_text_is_read_or_refused_without_an_exception()
    {
        Arbitrary<string> texts = Arb.From(Gen.Elements("0123456789 –—-年月日周季度一三上下半第QHJanFeb,of week".ToCharArray()).ArrayOf().Select(c => new string(c)));

        Prop.ForAll(texts, Fixed.AnyTongue, (text, tongue) =>
            Enum.GetValues<Frequency>().All(f => !Periods.TryParse(text, f, tongue, out Period p) || p.Frequency == f)).Check(Fixed.Runs);
        Prop.ForAll(Any, Arb.From(Gen.Choose(0, 40)), Fixed.AnyTongue, (p, at, tongue) =>
        {
            string text = Periods.Text(p, tongue);
            string broken = text.Remove(at % text.Length, 1);
            return !Periods.TryParse(broken, p.Frequency, tongue, out Period back) || back.Frequency == p.Frequency;
        }).Check(Fixed.Runs);
    }

    [Fact]
    public void Two_periods_of_one_frequency_never_look_the_same()
    {
        Prop.ForAll(Any, Fixed.AnyTongue, (p, tongue) => p.Frequency == Frequency.Other
            || Periods.Text(p, tongue) != Periods.Text(p.Plus(1), tongue)).Check(Fixed.Runs);
    }

    [Theory]
    [InlineData("2023", "2023", "2023年")]
    [InlineData("2023-S1", "H1 2023", "2023年上半年")]
    [InlineData("2023-Q3", "Q3 2023", "2023年三季度")]
    [InlineData("2023-03", "Mar 2023", "2023年3月")]
    [InlineData("2023-01-01/P2M", "Jan–Feb 2023", "2023年1—2月")]
    [InlineData("2022-11-01/P3M", "Nov 2022–Jan 2023", "2022年11月—2023年1月")]
    [InlineData("2021/2023", "2021–2023", "2021—2023年")]
    [InlineData("2023-Q1/2023-Q3", "Q1–Q3 2023", "2023年一季度—三季度")]
    [InlineData("2023-W05", "week 5 of 2023", "2023年第5周")]
    [InlineData("2024-01-19", "19 Jan 2024", "2024年1月19日")]
    [InlineData("2023-01-15/P14D", "15–28 Jan 2023", "2023年1月15日—28日")]
    [InlineData("2023-01-15/P45D", "15 Jan–28 Feb 2023", "2023年1月15日—2月28日")]
    public void Periods_are_named_as_people_name_them(string text, string english, string chinese)
    {
        Period period = Period.Parse(text);
        if (text.Contains('Q', StringComparison.Ordinal))
        {
            Assert.True(Period.TryParse(text, Frequency.Quarterly, out period));
        }

        Assert.Equal((english, chinese), (Periods.Text(period, Tongue.English), Periods.Text(period, Tongue.Chinese)));
    }

    [Theory]
    [InlineData("2025-09", "Jan–Sep 2025", "2025年1—9月")]
    [InlineData("2025-01", "Jan 2025", "2025年1月")]
    [InlineData("2023-12", "2023", "2023年")]
    [InlineData("2025-Q1", "Q1 2025", "2025年一季度")]
    [InlineData("2025-Q2", "H1 2025", "2025年上半年")]
    [InlineData("2025-Q3", "Q1–Q3 2025", "2025年前三季度")]
    [InlineData("2025-01-01/P2M", "Jan–Feb 2025", "2025年1—2月")]
    public void Cumulated_figures_name_the_months_they_cover(string text, string english, string chinese)
    {
        Assert.Equal(english, Periods.Text(Period.Parse(text), "YTD", Tongue.English));
        Assert.Equal(chinese, Periods.Cumulated(Period.Parse(text), Tongue.Chinese));
        Assert.NotEqual("Jan–Sep 2025", Periods.Text(Period.Parse(text), "N", Tongue.English));
    }

    [Theory]
    [InlineData("2023-03", "Mar", "3月")]
    [InlineData("2023-01-01/P2M", "Jan–Feb", "1—2月")]
    [InlineData("2023-Q3", "Q3", "三季度")]
    [InlineData("2023", "2023", "2023年")]
    [InlineData("2024-01-19", "19 Jan", "1月19日")]
    public void Ticks_leave_out_the_year(string text, string english, string chinese)
    {
        Assert.Equal((english, chinese), (Periods.Short(Period.Parse(text), Tongue.English), Periods.Short(Period.Parse(text), Tongue.Chinese)));
    }
}
