using System.Collections.Immutable;
using Ballast.Language;
using Ballast.Series;

namespace Ballast.Briefings.Tests;

public sealed class OverviewTests
{
    [Fact]
    public void A_gap_before_the_last_month_does_not_hide_what_it_is_compared_with()
    {
        HeadlineRow row = Row("IND", MadePack.Months(2023, 7, "6.5", "", "7.0"));

        Assert.Equal((1, "+0.5 pp", "on Jul"), (row.Change!.Direction, row.Change.Text, row.Change.Basis));
    }

    [Theory]
    [InlineData(Tongue.English, "3.377 million stations", "+46.1%", "on 2022")]
    [InlineData(Tongue.Chinese, "337.7万座", "+46.1%", "比2022年")]
    public void Levels_change_by_per_cent_and_say_that_it_was_computed(Tongue tongue, string value, string change, string basis)
    {
        HeadlineRow row = Rows(OverviewBuilder.Build(MadePack.Input(tongue))).Single(r => r.Series.Key.ToString() == "A.CN.STATION.N");

        Assert.Equal((value, change, basis, "ƒ"), (row.Figure!.Text, row.Change!.Text, row.Change.Basis, row.Change.Mark!.Sign));
    }

    [Fact]
    public void Amounts_since_January_are_compared_with_the_same_part_of_the_year_before()
    {
        HeadlineRow row = Rows(OverviewBuilder.Build(MadePack.Input(Tongue.English))).Single(r => r.Series.Key.ToString() == "M.CN.REVENUE.YTD");

        Assert.Equal(("2023", "about 1.68 trillion yuan", "+6.3%", "on 2022"), (row.PeriodText, row.Figure!.Text, row.Change!.Text, row.Change.Basis));
    }

    [Fact]
    public void A_bound_that_says_nothing_of_the_difference_gives_no_change()
    {
        HeadlineRow row = Row("IND", [MadePack.At(Period.Month(2023, 11), "5.0", ("BOUND", "OVER")), MadePack.At(Period.Month(2023, 12), "6.0", ("BOUND", "OVER"))]);

        Assert.Null(row.Change);
    }

    [Fact]
    public void No_difference_is_said_to_be_none()
    {
        HeadlineRow row = Row("IND", MadePack.Months(2023, 11, "5.0", "5.0"));

        Assert.Equal((0, "unchanged"), (row.Change!.Direction, row.Change.Text));
    }

    [Fact]
    public void Fewer_than_six_values_are_shown_as_two_numbers()
    {
        HeadlineRow row = Row("IND", MadePack.Months(2023, 8, "1.0", "2.0", "3.0", "4.0", "5.0"));

        Assert.Null(row.Sparkline);
        Assert.Equal(["4.0%", "5.0%"], row.Instead.Select(i => i.Figure.Text));
        Assert.Equal(["Nov 2023", "Dec 2023"], row.Instead.Select(i => i.PeriodText));
    }

    [Fact]
    public void One_value_has_no_change_and_no_second_number()
    {
        HeadlineRow row = Row("IND", MadePack.Months(2023, 12, "1.0"));

        Assert.Null(row.Change);
        Assert.Empty(row.Instead);
        Assert.Equal("1.0%", row.Figure!.Text);
    }

    [Fact]
    public void No_value_is_a_placeholder_and_no_figure()
    {
        HeadlineRow row = Row("IND", []);

        Assert.Null(row.Figure);
        Assert.Equal("[x]", row.Placeholder!.Sign);
    }

    [Fact]
    public void An_overdue_figure_names_the_period_that_is_missing_not_the_one_that_is_known()
    {
        HeadlineRow row = Rows(OverviewBuilder.Build(MadePack.Input(Tongue.English))).Single(r => r.Series.Key.ToString() == "Q.CN.CAP.N");

        Assert.Equal(("Q3 2023", "Q4 2023", "[l]"), (row.PeriodText, row.Missing!.Value.PeriodText, row.Missing.Value.Mark.Sign));
        Assert.Equal("p", row.Figure!.Mark!.Sign);
    }

    [Fact]
    public void A_figure_is_late_with_the_others_that_are_awaited_together()
    {
        OverviewInput input = MadePack.Input(Tongue.English);
        DueFigure late = input.Due[0] with { Key = null, Keys = [MadePack.Key("M.CN.PMI.N"), MadePack.Key("M.CN.VA.G1Y")], Period = Period.Month(2024, 1) };

        IEnumerable<HeadlineRow> rows = Rows(OverviewBuilder.Build(input with { Due = [late] }));

        Assert.Equal(["M.CN.VA.G1Y", "M.CN.PMI.N"], rows.Where(r => r.Missing is not null).Select(r => r.Series.Key.ToString()));
    }

    [Fact]
    public void A_release_whose_time_of_day_is_not_known_is_given_its_day_alone()
    {
        OverviewInput input = MadePack.Input(Tongue.English) with { LatestRelease = new DateTimeOffset(2024, 1, 19, 23, 59, 59, MadePack.Zone) };

        Assert.Equal("As of 20 Jan 2024, 09:00 (UTC+8); latest release 19 Jan 2024.", OverviewBuilder.Build(input).AsOf);
    }

    [Fact]
    public void Revisions_stand_with_the_largest_first()
    {
        ChangeTable revised = OverviewBuilder.Build(MadePack.Input(Tongue.English)).Blocks.OfType<BriefingBlock.Changes>().Single().Tables[0];

        Assert.Equal(["6.8", "231.2", "15,800"], revised.Table.Rows.Select(r => r.Cells[2].Figure!.Text.Replace("2.312", "231.2", StringComparison.Ordinal).Replace("1.58", "15,800", StringComparison.Ordinal)));
        Assert.Equal("8", revised.Count);
        Assert.Equal("3 of 8 shown", revised.More);
    }

    [Fact]
    public void One_series_does_not_take_every_row_of_the_revisions()
    {
        OverviewInput input = MadePack.Input(Tongue.English);
        OverviewSeries much = input.Series[0];
        RevisedValue[] many = [.. Enumerable.Range(1, 9).Select(m => new RevisedValue(much, MadePack.At(Period.Month(2022, m), "1.0"), MadePack.At(Period.Month(2022, m), $"{m + 5}.0")))];
        BriefingDocument document = OverviewBuilder.Build(input with { Changes = input.Changes with { Revised = [.. many, .. input.Changes.Revised] } });

        ChangeTable revised = document.Blocks.OfType<BriefingBlock.Changes>().Single().Tables[0];

        Assert.Equal(["14.0", "13.0", "12.0", "11.0", "2.312", "1.58"], revised.Table.Rows.Select(r => r.Cells[2].Figure!.Text));
        Assert.Equal("6 of 12 shown", revised.More);
    }

    [Fact]
    public void A_long_list_of_what_is_due_says_how_much_it_shows()
    {
        OverviewInput input = MadePack.Input(Tongue.Chinese);
        BriefingDocument document = OverviewBuilder.Build(input with { Due = [.. Enumerable.Repeat(input.Due[0], 40)] });

        Assert.Contains("显示40项中的12项", HtmlWriter.WriteFragment(document, _ => null), StringComparison.Ordinal);
        Assert.Contains("显示40项中的12项", MarkdownWriter.Write(document), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_loaded_yet_is_said_in_one_sentence()
    {
        BriefingDocument document = OverviewBuilder.Build(new OverviewInput(Tongue.English, "Industry", OverviewPlan.Empty, new DateTimeOffset(2024, 1, 20, 9, 0, 0, MadePack.Zone), []));

        Assert.Equal(Phrases.Briefings.LeadEmpty.In(Tongue.English), document.Lead);
        Assert.DoesNotContain("NaN", HtmlWriter.WritePage(document), StringComparison.Ordinal);
        Assert.Empty(document.Figures);
    }

    [Fact]
    public void Every_figure_has_the_release_that_stated_it()
    {
        BriefingDocument document = OverviewBuilder.Build(MadePack.Input(Tongue.Chinese));

        Assert.NotEmpty(document.Figures);
        Assert.All(document.Figures, f => Assert.Equal("2024-01-19.briefing", f.Source.ReleaseKey));
        Assert.All(document.Figures, f => Assert.Equal("briefing.txt, 1024–1031", Assert.Single(f.Source.SourceRefs)));
    }

    [Theory]
    [InlineData("4.6%", "4.6", "%")]
    [InlineData("over 3.3 million", "over 3.3", "million")]
    [InlineData("1.35万亿元", "1.35", "万亿元")]
    [InlineData("1,234,567", "1,234,567", "")]
    [InlineData("−0.4 pp", "−0.4", "pp")]
    [InlineData("12.5 t CO2", "12.5", "t CO2")]
    [InlineData("[x]", "[x]", "")]
    public void A_number_and_its_unit_are_told_apart(string text, string number, string unit)
    {
        var figure = new Figure(text, null, FigureSource.Of("F", MadePack.Key("A.B"), MadePack.At(Period.Year(2023), "1")));

        Assert.Equal((number, unit), (figure.Number, figure.Unit));
    }

    private static HeadlineRow Row(string flow, ImmutableArray<Observation> observations)
    {
        OverviewInput input = MadePack.Input(Tongue.English);
        OverviewSeries series = MadePack.Series(flow, "M.CN.VA.G1Y", "V", "V", "G1Y", Unit.Percent, 0, observations);
        return Rows(OverviewBuilder.Build(input with { Series = [series], Due = [] })).Single(r => r.Series.Key.Equals(series.Key));
    }

    private static IEnumerable<HeadlineRow> Rows(BriefingDocument document) => document.Blocks.OfType<BriefingBlock.Headlines>().Single().Groups.SelectMany(g => g.Rows);
}
