using System.Text.RegularExpressions;
using System.Xml.Linq;
using Ballast.Charts;
using Ballast.Language;
using Ballast.Sdmx.Model;
using Ballast.Series;

namespace Ballast.Briefings.Tests;

public sealed partial class WriterTests
{
    [Theory]
    [InlineData(Tongue.English)]
    [InlineData(Tongue.Chinese)]
    public void The_briefing_of_the_made_up_pack_is_as_kept(Tongue tongue)
    {
        BriefingDocument document = OverviewBuilder.Build(MadePack.Input(tongue));

        GoldenFiles.Hold(
        [
            ($"briefing.{tongue.Tag()}.html", WithoutStyle(HtmlWriter.WritePage(document))),
            ($"fragment.{tongue.Tag()}.html", HtmlWriter.WriteFragment(document, Address)),
            ($"briefing.{tongue.Tag()}.md", MarkdownWriter.Write(document, Address)),
        ]);
    }

    [Theory]
    [InlineData(Tongue.English)]
    [InlineData(Tongue.Chinese)]
    public void Two_packs_stand_in_one_page_without_ids_that_clash(Tongue tongue)
    {
        BriefingDocument one = OverviewBuilder.Build(MadePack.Input(tongue));
        string page = HtmlWriter.WritePage(Briefing.Of(tongue, [one, one with { Title = "Second" }]));

        Assert.Single(Regex.Matches(page, "<h1"));
        Assert.Equal(2, Regex.Count(page, "<section class=\"part\""));
        Assert.Empty(Ids(page).GroupBy(i => i).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public void Every_figure_of_the_page_is_linked_to_its_series_and_every_link_has_its_target()
    {
        BriefingDocument document = OverviewBuilder.Build(MadePack.Input(Tongue.English));
        string page = HtmlWriter.WritePage(document);
        HashSet<string> ids = [.. Ids(page)];

        Assert.All(Regex.Matches(page, "href=\"#([^\"]*)\"").Select(m => m.Groups[1].Value), target => Assert.Contains(target, ids));
        foreach (Figure figure in document.Figures)
        {
            string link = $"href=\"#{Anchors.Id(figure.Source.SeriesTarget)}\">";
            Assert.True(page.Contains(link + figure.Text + "</a>", StringComparison.Ordinal) || page.Contains(link + figure.Number + "</a>", StringComparison.Ordinal), figure.Text);
            Assert.Contains(Anchors.Id(figure.Source.SeriesTarget), ids);
            Assert.Contains(Anchors.Id(figure.Source.ReleaseTarget!), ids);
        }
    }

    [Fact]
    public void Numbers_of_another_scale_than_the_figure_keep_their_unit()
    {
        OverviewInput input = MadePack.Input(Tongue.English);
        OverviewSeries grown = MadePack.Series("NET", "A.CN.STATION.N", "S", "S", "N", Unit.Of("STATION", "stations", "座"), 4, [MadePack.At(Period.Year(2022), "31.2"), MadePack.At(Period.Year(2023), "337.7")]);

        string html = HtmlWriter.WriteFragment(OverviewBuilder.Build(input with { Series = [grown] }), Address);

        Assert.Contains(">312,000 stations</a></b> <span class=\"nb\">2022</span>", html, StringComparison.Ordinal);
        Assert.Contains(">3.377</a></b> <span class=\"nb\">2023</span>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_needs_nothing_from_elsewhere()
    {
        string page = HtmlWriter.WritePage(OverviewBuilder.Build(MadePack.Input(Tongue.Chinese)));

        Assert.DoesNotMatch("(?i)(src=|https?://|@import|url\\(|<script| style=)", page);
        Assert.Contains("<html lang=\"zh-Hans\">", page, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(page, "<h1"));
    }

    [Theory]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("\"><script>alert(1)</script>")]
    [InlineData("\u202Eabc\u05D0\u05D1\u05D2")]
    [InlineData("| a `b` *c* [d](javascript:x) <e> &amp; \\")]
    [InlineData("line\nbreak\ttab\u0000nul\uD800")]
    public void Names_of_others_are_text_in_either_form(string name)
    {
        BriefingDocument document = OverviewBuilder.Build(Hostile(name));
        foreach (string html in new[] { HtmlWriter.WriteFragment(document, Address), WithoutStyle(HtmlWriter.WritePage(document)) })
        {
            Assert.DoesNotMatch("<(img|script|e)\\b", html);
            Assert.DoesNotContain("onerror=alert(1)>", html, StringComparison.Ordinal);
            XElement root = XElement.Parse("<r>" + Regex.Replace(Regex.Replace(html, "<!DOCTYPE html>", ""), "<(meta|link|br)([^>]*)>", "<$1$2/>") + "</r>");
            Assert.DoesNotContain(root.Descendants(), e => e.Attributes().Any(a => a.Name.LocalName.StartsWith("on", StringComparison.Ordinal)));
        }

        string[] lines = MarkdownWriter.Write(document, Address).Split('\n');
        Assert.DoesNotContain(lines, l => l.Contains('\0', StringComparison.Ordinal));
        foreach (string line in lines.Where(l => l.StartsWith('|')))
        {
            Assert.Contains(Regex.Count(line, "(?<!\\\\)\\|"), new[] { 5, 4, 7 });
            Assert.DoesNotMatch("(?<!\\\\)\\[d\\]", line);
        }
    }

    [Fact]
    public void A_name_of_500_characters_stays_whole()
    {
        string name = new('长', 500);

        Assert.Contains(name, HtmlWriter.WriteFragment(OverviewBuilder.Build(Hostile(name)), Address), StringComparison.Ordinal);
    }

    [Fact]
    public void The_stylesheet_has_the_colours_of_the_palette_in_both_themes()
    {
        string[] themes = Stylesheet.Text.Split("@media (prefers-color-scheme: dark)", 2);
        foreach (ColourToken colour in Palette.All)
        {
            Assert.Contains($"--{colour.Token}: {colour.Light};", themes[0], StringComparison.Ordinal);
            Assert.Contains($"--{colour.Token}: {colour.Dark};", themes[1][..themes[1].IndexOf(":lang(zh)", StringComparison.Ordinal)], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_class_that_the_writers_use_is_in_the_stylesheet()
    {
        ChartSpec chart = ChartBuilder.Build(new ChartRequest(Tongue.English, "T", Unit.Percent, [new ChartSource("S", MadePack.Input(Tongue.English).Series[0].Series)]));
        string html = WithoutStyle(HtmlWriter.WritePage(OverviewBuilder.Build(MadePack.Input(Tongue.English)))) + SvgWriter.WriteBoth(chart);
        foreach (string name in Regex.Matches(html, "class=\"([^\"]+)\"").SelectMany(m => m.Groups[1].Value.Split(' ')).Distinct())
        {
            Assert.Matches($"\\.{Regex.Escape(name)}(?![\\w-])", Stylesheet.Text);
        }
    }

    [Fact]
    public void The_stylesheet_loads_nothing() => Assert.DoesNotMatch("(?i)(@import|url\\(|https?:)", Stylesheet.Text);

    [Fact]
    public void A_chart_in_a_briefing_is_drawn_twice_and_ends_with_its_linked_figure()
    {
        OverviewSeries series = MadePack.Input(Tongue.English).Series[0];
        ChartSpec spec = ChartBuilder.Build(new ChartRequest(Tongue.English, "Value added", Unit.Percent, [new ChartSource("Value added", series.Series)]) { Baseline = 0 });
        var last = new Figure("6.8%", null, FigureSource.Of(series.Flow, series.Key, series.Series.Observations[^1]));
        var document = new BriefingDocument(Tongue.English, "T", "L", "A", [new BriefingBlock.Chart("va", "Value added", spec, "Source: X", last)]);

        string html = HtmlWriter.WriteFragment(document, Address);

        Assert.Equal(2, Regex.Count(html, "<svg class=\"chart only-"));
        Assert.Contains("href=\"/s/IND/M.CN.VA.G1Y\">6.8%</a>", html, StringComparison.Ordinal);
    }

    private static OverviewInput Hostile(string name)
    {
        OverviewInput input = MadePack.Input(Tongue.English);
        LocalisedText text = LocalisedText.Of("en", name);
        OverviewSeries series = input.Series[0] with { Name = text, Key = MadePack.Key("M.CN.X.N"), Flow = "HOSTILE" };
        return input with
        {
            Title = name,
            Plan = new OverviewPlan([new PlannedGroup(text, [new PlannedFigure("HOSTILE", series.Key, text, null, default)])]),
            Series = [series],
            Changes = input.Changes with { Releases = [new ReleaseSummary(name, input.AsOf, text, 1, 1)], Added = [series], Revised = [new RevisedValue(series, series.Series.Observations[0], series.Series.Observations[1])] },
            Due = [new DueFigure(text, "HOSTILE", series.Key, Period.Month(2024, 1), new DateOnly(2024, 1, 2), true)],
        };
    }

    private static string? Address(LinkTarget target) => target switch
    {
        LinkTarget.Series series => $"/s/{series.Flow}/{series.Key}",
        LinkTarget.Release release => $"/r/{Uri.EscapeDataString(release.Key.Replace("\uD800", "", StringComparison.Ordinal))}",
        _ => "/releases",
    };

    private static IEnumerable<string> Ids(string html) => Regex.Matches(html, " id=\"([^\"]*)\"").Select(m => m.Groups[1].Value);

    private static string WithoutStyle(string page) => StyleElement().Replace(page, "<style></style>");

    [GeneratedRegex("<style>.*?</style>", RegexOptions.Singleline)]
    private static partial Regex StyleElement();
}
