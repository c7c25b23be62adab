using Ballast.Series;

namespace Ballast.Language.Tests;

public sealed class ValueTests
{
    [Theory]
    [InlineData("3.3", 6, "NUM", Bound.Over, "over 3.3 million", "超过330万")]
    [InlineData("231.2", 4, "NUM", Bound.Exact, "2.312 million", "231.2万")]
    [InlineData("1.35", 12, "CNY", Bound.Exact, "1.35 trillion yuan", "1.35万亿元")]
    [InlineData("4.6", 0, "PC", Bound.Exact, "4.6%", "4.6%")]
    [InlineData("-0.3", 0, "PC", Bound.About, "about \u22120.3%", "约\u22120.3%")]
    [InlineData("0.4", 0, "PP", Bound.Exact, "0.4 pp", "0.4个百分点")]
    [InlineData("49.0", 0, "IX50", Bound.Exact, "49.0", "49.0")]
    [InlineData("17", 4, "NUM", Bound.Under, "under 170,000", "不到17万")]
    [InlineData("20", 0, "PC", Bound.UpTo, "up to 20%", "至多20%")]
    [InlineData("16", 6, "W", Bound.Exact, "16 million watts", "1,600万瓦")]
    public void A_value_stands_with_its_unit_and_bound(string digits, int unitMult, string code, Bound bound, string english, string chinese)
    {
        MeasureValue value = MeasureValue.Of(ExactNumber.Parse(digits));
        Unit unit = Unit.Of(code, "watts", "瓦");

        Assert.Equal(english, Values.Text(value, unit, unitMult, Tongue.English, bound));
        Assert.Equal(chinese, Values.Text(value, unit, unitMult, Tongue.Chinese, bound));
    }

    [Fact]
    public void A_range_repeats_per_cent_and_names_other_units_once()
    {
        MeasureValue five = MeasureValue.Of(new ExactNumber(5, 0));
        MeasureValue seven = MeasureValue.Of(new ExactNumber(7, 0));

        Assert.Equal("5%–7%", Values.Range(five, seven, Unit.Percent, 0, Tongue.English));
        Assert.Equal("5%～7%", Values.Range(five, seven, Unit.Percent, 0, Tongue.Chinese));
        Assert.Equal("5亿～7亿元", Values.Range(five, seven, Unit.Of("CNY"), 8, Tongue.Chinese));
    }

    [Fact]
    public void Computed_values_are_rounded_to_one_decimal_and_published_ones_are_not()
    {
        MeasureValue computed = MeasureValue.Of(ExactNumber.Parse("46.064013840830"));

        Assert.Equal("46.1%", Values.Text(computed, Unit.Percent, 0, Tongue.English, decimals: Values.ComputedDecimals));
        Assert.Equal("46.1%", Values.Text(MeasureValue.Of(46.06401384), Unit.Percent, 0, Tongue.English));
        Assert.Equal("15.00%", Values.Text(MeasureValue.Of(ExactNumber.Parse("15.00")), Unit.Percent, 0, Tongue.English));
        Assert.Equal("2.3 million", Values.Text(MeasureValue.Of(2_312_000.0), Unit.Of("NUM"), 0, Tongue.English));
    }

    [Fact]
    public void An_observation_shows_its_bound_and_rounds_only_growth_that_was_computed()
    {
        TimeSeries stations = new("F:K", Frequency.Annual,
        [
            new Observation(Period.Year(2022), MeasureValue.Of(ExactNumber.Parse("2.312")), AttributeSet.Empty),
            new Observation(Period.Year(2023), MeasureValue.Of(ExactNumber.Parse("3.377")), AttributeSet.Of([new(Bounds.AttributeId, [new AttributeValue("OVER")])])),
        ],
        AttributeSet.Empty);
        Observation growth = SeriesTransforms.Apply(Transform.YearOnYear, stations).Observations[0];
        Observation change = SeriesTransforms.Apply(Transform.Change, stations).Observations[0];

        Assert.Equal("over 3.377 million", Values.Of(stations.Observations[1], Unit.Of("NUM"), 6, Tongue.English));
        Assert.Equal("over 46.1%", Values.Of(growth, Unit.Percent, 0, Tongue.English));
        Assert.Equal("超过106.5万", Values.Of(change, Unit.Of("NUM"), 6, Tongue.Chinese));
    }

    [Fact]
    public void The_head_of_a_column_names_scale_and_unit_and_its_cells_do_not()
    {
        NumberScale scale = NumberScale.For(4e11, Tongue.Chinese);

        Assert.Equal("亿美元", Unit.Of("USD").Head(scale, Tongue.Chinese));
        Assert.Equal("billion US dollars", Unit.Of("USD").Head(NumberScale.For(4e11, Tongue.English), Tongue.English));
        Assert.Equal("百分点", Unit.PercentagePoints.Head(NumberScale.None, Tongue.Chinese));
        Assert.Equal("3,979", Values.Cell(MeasureValue.Of(ExactNumber.Parse("3979")), 8, scale));
        Assert.Equal("397.9", Values.Cell(MeasureValue.Of(ExactNumber.Parse("3979")), 8, new NumberScale(9)));
    }

    [Theory]
    [InlineData("1.2", "▲ +1.2 pp", "▲ +1.2个百分点", "was faster by 1.2 pp", "加快1.2个百分点")]
    [InlineData("-1.2", "▼ \u22121.2 pp", "▼ \u22121.2个百分点", "was slower by 1.2 pp", "回落1.2个百分点")]
    [InlineData("0.0", "= 0.0 pp", "= 0.0个百分点", "was unchanged", "持平")]
    public void Changes_are_told_by_arrow_sign_and_word(string digits, string english, string chinese, string inEnglish, string inChinese)
    {
        MeasureValue change = MeasureValue.Of(ExactNumber.Parse(digits));

        Assert.Equal(english, Changes.Marked(change, Unit.PercentagePoints, 0, Tongue.English));
        Assert.Equal(chinese, Changes.Marked(change, Unit.PercentagePoints, 0, Tongue.Chinese));
        Assert.Equal(inEnglish, Changes.InWords(change, Unit.PercentagePoints, 0, Movement.GrowthRate, Tongue.English));
        Assert.Equal(inChinese, Changes.InWords(change, Unit.PercentagePoints, 0, Movement.GrowthRate, Tongue.Chinese));
    }

    [Fact]
    public void A_fall_by_more_than_a_bound_is_still_a_fall()
    {
        MeasureValue fall = MeasureValue.Of(ExactNumber.Parse("-5"));

        Assert.Equal("fell over 5%", Changes.InWords(fall, Unit.Percent, 0, Movement.Level, Tongue.English, Bound.Under));
        Assert.Equal("增长约5%", Changes.InWords(MeasureValue.Of(ExactNumber.Parse("5")), Unit.Percent, 0, Movement.Level, Tongue.Chinese, Bound.About));
    }

    [Fact]
    public void Marks_have_letters_and_words_and_the_legend_only_those_in_use()
    {
        Assert.Equal("p provisional, ƒ derived, [l] overdue", Marks.Legend([Mark.Derived, Mark.Provisional, Mark.Derived], [Missing.Overdue], Tongue.English));
        Assert.Equal("[密] 保密", Marks.Legend([], [Missing.Confidential], Tongue.Chinese));
        Assert.Equal(Enum.GetValues<Mark>().Length, Enum.GetValues<Mark>().Select(m => m.Letter()).Distinct().Count());
        Assert.Equal(["[n]", "[l]", "[x]", "[q]", "[c]"], Enum.GetValues<Missing>().Select(m => m.Sign()));
    }

    [Theory]
    [InlineData("G1Y", Frequency.Monthly, "y/y, single month", "当月同比")]
    [InlineData("GYTD", Frequency.Monthly, "y/y, cumulative", "累计同比")]
    [InlineData("GPREV", Frequency.Monthly, "m/m", "环比")]
    [InlineData("GPREV", Frequency.Quarterly, "q/q", "环比")]
    [InlineData("N", Frequency.Monthly, "single month", "当月")]
    [InlineData("SH", Frequency.Monthly, null, null)]
    public void The_basis_is_named_in_the_words_of_tables(string transformation, Frequency frequency, string? english, string? chinese)
    {
        Assert.Equal(english, Bases.OfTransformation(transformation, frequency, Tongue.English));
        Assert.Equal(chinese, Bases.OfTransformation(transformation, frequency, Tongue.Chinese));
    }

    [Fact]
    public void Moments_name_their_zone()
    {
        DateTimeOffset moment = new(2024, 1, 19, 10, 0, 0, TimeSpan.FromHours(8));

        Assert.Equal("19 Jan 2024, 10:00 (UTC+8)", Times.Moment(moment, Tongue.English));
        Assert.Equal("2024年1月19日10:00（北京时间）", Times.Moment(moment, Tongue.Chinese));
        Assert.Equal("18 Jan 2024, 21:00 (UTC\u22125)", Times.Moment(moment.ToOffset(TimeSpan.FromHours(-5)), Tongue.English));
        Assert.Equal("UTC+5:30", Times.Zone(new TimeSpan(5, 30, 0), Tongue.Chinese));
    }
}
