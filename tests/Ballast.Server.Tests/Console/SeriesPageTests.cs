using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Ballast.Server.Tests.Console;

/// <summary>What pages and files say, over real HTTP.</summary>
public sealed partial class SeriesPageTests(SeriesPageTests.Trial trial) : IClassFixture<SeriesPageTests.Trial>
{
    private Workspace Workspace => trial.Workspace;

    [Fact]
    public async Task The_last_value_stands_with_its_period_changes_marks_and_what_comes_next()
    {
        string page = await Workspace.TextAsync($"/en/s/TRIAL/{TrialPack.Growth}");

        Assert.Matches("<p class=\"big\" id=\"last\">4\\.4%.*provisional", page);
        Assert.Contains("<dd>Mar 2024</dd>", Tight(page), StringComparison.Ordinal);
        Assert.Contains("Next, Apr 2024", page, StringComparison.Ordinal);
        Assert.Contains("overdue", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task January_and_February_published_as_one_figure_are_one_cell_and_a_gap_stays_open()
    {
        string page = await Workspace.TextAsync($"/en/s/TRIAL/{TrialPack.Growth}");

        Assert.Contains("<th scope=\"col\" class=\"two-wide\">Jan–Feb</th><th scope=\"col\">Mar</th>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<th scope=\"col\">Jan</th>", page, StringComparison.Ordinal);
        Assert.Matches("data-period=\"Jun 2021\"[^>]*><abbr class=\"mark\" title=\"not collected\">", page);
        Assert.Contains("56 of 56 values", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_confidential_value_has_its_sign_and_no_number()
    {
        string page = await Workspace.TextAsync($"/en/s/TRIAL/{TrialPack.Quarterly}");

        Assert.Matches("data-period=\"Q1 2023\"[^>]*><abbr class=\"mark\" title=\"confidential\">", page);
        Assert.DoesNotContain("1005", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revised_values_are_marked_and_their_history_is_told()
    {
        string page = await Workspace.TextAsync($"/en/s/TRIAL/{TrialPack.Level}?view=vintages");

        Assert.Contains("2 of 12 periods were revised", page, StringComparison.Ordinal);
        Assert.Contains("revised", page, StringComparison.Ordinal);
        Assert.Matches("<a class=\"quiet\" href=\"/en/releases/first[^\"]*\">20 Feb 2024</a> 8\\.9", page);
    }

    [Fact]
    public async Task As_of_a_day_before_a_revision_the_page_holds_the_first_value()
    {
        string now = await Workspace.TextAsync($"/en/s/TRIAL/{TrialPack.Level}/data.csv");
        string then = await Workspace.TextAsync($"/en/s/TRIAL/{TrialPack.Level}/data.csv?asOf=2024-03-01");

        Assert.Contains("2023-12,895,", now, StringComparison.Ordinal);
        Assert.Contains("2023-12,890,", then, StringComparison.Ordinal);
        Assert.DoesNotContain("2023-12,895,", then, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_its_first_release_a_series_says_since_when_it_is_known()
    {
        string page = await Workspace.TextAsync($"/en/s/TRIAL/{TrialPack.Level}?asOf=2024-01-01");

        Assert.Contains("No value is known at this moment", page, StringComparison.Ordinal);
        Assert.Contains("The first value became known here on 20 Feb 2024, 10:00", page, StringComparison.Ordinal);
        Assert.Contains($"/en/s/TRIAL/{TrialPack.Level}?asOf=2024-02-20T02:00:00Z", page, StringComparison.Ordinal);
        Assert.DoesNotContain("figure data-chart", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_structure_is_handed_out_as_a_message_with_the_code_lists_it_needs()
    {
        string json = await Workspace.TextAsync("/en/f/TRIAL/structure.json");
        using System.Text.Json.JsonDocument message = System.Text.Json.JsonDocument.Parse(json);
        System.Text.Json.JsonElement data = message.RootElement.GetProperty("data");

        Assert.Equal("TRIAL", data.GetProperty("dataflows")[0].GetProperty("id").GetString());
        Assert.Equal("DSD_ITEM", data.GetProperty("dataStructures")[0].GetProperty("id").GetString());
        Assert.Contains("CL_ITEM", data.GetProperty("codelists").EnumerateArray().Select(c => c.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task A_transform_is_chosen_by_address_and_names_its_formula()
    {
        string page = await Workspace.TextAsync($"/en/s/TRIAL/{TrialPack.Cumulated}?t=single");

        Assert.Contains("Computed here from the published series", page, StringComparison.Ordinal);
        Assert.Contains("TRIAL_DERIVED", page, StringComparison.Ordinal);
        Assert.Contains("derived", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_of_the_page_is_the_csv_of_the_series()
    {
        string page = await Workspace.TextAsync($"/en/s/TRIAL/{TrialPack.Growth}");
        string csv = await Workspace.TextAsync($"/en/s/TRIAL/{TrialPack.Growth}/data.csv");

        string[] inTable = [.. Cells().Matches(page).Select(m => m.Groups[1].Value.Replace('−', '-')).Order(StringComparer.Ordinal)];
        string[] lines = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        int column = Array.IndexOf(lines[0].Split(','), "OBS_VALUE");
        string[] inFile = [.. lines.Skip(1).Select(l => l.Split(',')[column]).Where(v => v.Length > 0).Order(StringComparer.Ordinal)];
        Assert.Equal(inFile, inTable);
    }

    [Fact]
    public async Task A_range_in_years_bounds_the_months_of_table_chart_and_file_alike()
    {
        string page = await Workspace.TextAsync($"/en/s/TRIAL/{TrialPack.Growth}?from=2022&to=2022-06");
        string csv = await Workspace.TextAsync($"/en/s/TRIAL/{TrialPack.Growth}/data.csv?from=2022&to=2022-06");

        Assert.Contains("5 of 56 values", page, StringComparison.Ordinal);
        Assert.Contains("Jan–Feb 2022 to Jun 2022", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\"period\":\"Mar 2021\"", page, StringComparison.Ordinal);
        Assert.Equal(6, csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Every_observation_leads_to_its_document()
    {
        string page = await Workspace.TextAsync($"/en/s/TRIAL/{TrialPack.Level}");

        Assert.Contains("Table 1, row 2023-12", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Labels_cannot_break_out_of_a_page_a_picture_or_the_spec_of_a_chart()
    {
        foreach (string path in new[] { $"/en/s/TRIAL/{TrialPack.Hostile}", $"/zh/s/TRIAL/{TrialPack.Hostile}", $"/en/s/TRIAL/{TrialPack.Hostile}/chart.svg", "/en/find?q=script", "/en/f/TRIAL", "/en/releases/first" })
        {
            string page = await Workspace.TextAsync(path);
            Assert.DoesNotContain("<script>alert", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<b>bold</b>", page, StringComparison.OrdinalIgnoreCase);
        }

        string search = await Workspace.TextAsync("/en/find?q=%3Cscript%3Ealert(2)%3C/script%3E%22onx=");
        Assert.DoesNotContain("<script>alert", search, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\"onx", search, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_citation_names_agency_series_moment_and_address_in_both_languages_and_as_BibTeX()
    {
        string page = WebUtility.HtmlDecode(await Workspace.TextAsync($"/en/s/TRIAL/{TrialPack.Level}"));

        Assert.Contains($"Office of Trials, Sales of steel. Ballast, TRIAL {TrialPack.Level}, as of 2024-06-03T", page, StringComparison.Ordinal);
        Assert.Contains("试验局：钢铁销量。", page, StringComparison.Ordinal);
        Assert.Contains("@misc{ballast-trial-", page, StringComparison.Ordinal);
        Assert.Contains("author = {{Office of Trials}}", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_by_address_says_what_from_whom_and_as_of_when()
    {
        using HttpResponseMessage answer = await Workspace.Client.GetAsync($"/zh/s/TRIAL/{TrialPack.Level}/chart.svg");
        string svg = await answer.Content.ReadAsStringAsync();

        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("钢铁销量", svg, StringComparison.Ordinal);
        Assert.Contains("试验局", svg, StringComparison.Ordinal);
        Assert.Contains("asOf=", svg, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/en/s/TRIAL/M.CN")]
    [InlineData("/en/s/NOPE/M.CN.STEEL.SALES.N.N._Z.A")]
    [InlineData("/en/s/TRIAL/M.CN.STEEL.SALES.N.N._Z.T")]
    [InlineData("/en/f/NOPE")]
    [InlineData("/en/f/TRIAL?key=M.CN")]
    [InlineData("/en/o/nope")]
    [InlineData("/en/releases/nope")]
    [InlineData("/en/f/NOPE/structure")]
    [InlineData("/fr/")]
    public async Task What_is_unknown_answers_404(string path)
    {
        using HttpResponseMessage answer = await Workspace.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Codes_chosen_one_by_one_become_a_key()
    {
        using HttpResponseMessage answer = await Workspace.Client.GetAsync("/en/f/TRIAL?d.FREQ=M&d.ASPECT=SALES");

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("/en/f/TRIAL?key=M...SALES....", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_search_finds_by_either_language_code_and_source_id_and_names_the_nearest_where_nothing_fits()
    {
        Assert.Contains($"/en/s/TRIAL/{TrialPack.Level}", await Workspace.TextAsync("/en/find?q=sales+steel"), StringComparison.Ordinal);
        Assert.Contains($"/en/s/TRIAL/{TrialPack.Level}", await Workspace.TextAsync("/en/find?q=%E9%92%A2%E9%93%81%E9%94%80%E9%87%8F"), StringComparison.Ordinal);
        Assert.Contains($"/en/s/TRIAL/{TrialPack.Level}", await Workspace.TextAsync("/en/find?q=" + TrialPack.Level), StringComparison.Ordinal);
        Assert.Contains($"/en/s/TRIAL/{TrialPack.Level}", await Workspace.TextAsync("/en/find?q=@TRIAL_" + TrialPack.Level.Replace('.', '_')), StringComparison.Ordinal);
        Assert.Contains("The nearest names are", await Workspace.TextAsync("/en/find?q=stell"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_a_series_takes_at_most_40_KB()
    {
        using HttpRequestMessage request = new(HttpMethod.Get, $"/en/s/TRIAL/{TrialPack.Growth}");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "br");
        using HttpResponseMessage answer = await Workspace.Client.SendAsync(request);
        byte[] body = await answer.Content.ReadAsByteArrayAsync();

        Assert.Equal("br", answer.Content.Headers.ContentEncoding.Single());
        Assert.InRange(body.Length, 1_000, 40_000);
        using BrotliStream inflate = new(new MemoryStream(body), CompressionMode.Decompress);
        using StreamReader reader = new(inflate, Encoding.UTF8);
        Assert.EndsWith("</html>", (await reader.ReadToEndAsync()).TrimEnd(), StringComparison.Ordinal);
    }

    private static string Tight(string html) => Blanks().Replace(html, " ").Replace("> ", ">", StringComparison.Ordinal);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"<td[^>]*data-period=""[^""]*""[^>]*>(−?[0-9.]+)")]
    private static partial Regex Cells();

    /// <summary>The trial pack, served.</summary>
    public sealed class Trial : IAsyncLifetime
    {
        public Workspace Workspace { get; private set; } = null!;

        public async Task InitializeAsync() => Workspace = await Workspace.TrialAsync();

        public async Task DisposeAsync() => await Workspace.DisposeAsync();
    }
}
