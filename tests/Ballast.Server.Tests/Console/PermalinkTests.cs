using System.Net;
using System.Text.RegularExpressions;

namespace Ballast.Server.Tests.Console;

/// <summary>A fixed link keeps showing what was seen.</summary>
public sealed partial class PermalinkTests : IAsyncLifetime
{
    private Workspace _workspace = null!;

    public async Task InitializeAsync() => _workspace = await Workspace.TrialAsync();

    public async Task DisposeAsync() => await _workspace.DisposeAsync();

    [Fact]
    public async Task A_copied_link_shows_the_same_page_table_and_picture_after_a_new_release_and_only_the_bar_changes()
    {
        string page = await _workspace.TextAsync($"/en/s/TRIAL/{TrialPack.Level}");
        string link = new Uri(WebUtility.HtmlDecode(CopiedLink().Match(page).Groups[1].Value)).PathAndQuery;
        (string path, string query) = (link[..link.IndexOf('?', StringComparison.Ordinal)], link[link.IndexOf('?', StringComparison.Ordinal)..]);
        string[] addresses = [link, path + "/data.csv" + query, path + "/data.json" + query, path + "/chart.svg" + query, "/en/f/TRIAL" + query, "/zh/" + query, "/en/find" + query, "/en/find" + query + "&q=steel", "/en/releases" + query];
        Dictionary<string, string> before = [];
        foreach (string address in addresses)
        {
            before[address] = await _workspace.TextAsync(address);
        }

        // A correction with an earlier time of publication, loaded afterwards: only the public number keeps it out.
        _workspace.Clock.Now = _workspace.Clock.Now.AddMinutes(30);
        TrialPack.WriteLater(_workspace.Packs, "2024-05-02T10:00+08:00");
        _workspace.Load();

        Assert.Contains("899.5", await _workspace.TextAsync($"/en/s/TRIAL/{TrialPack.Level}/data.csv"), StringComparison.Ordinal);
        foreach (string address in addresses)
        {
            string after = await _workspace.TextAsync(address);
            Assert.Equal(Content(before[address]), Content(after));
        }

        Assert.Contains("1 value here has since been revised", await _workspace.TextAsync(link), StringComparison.Ordinal);
        Assert.Contains("No value here has been revised since", before[link], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_link_of_a_page_of_the_past_leads_to_the_past()
    {
        string page = await _workspace.TextAsync($"/en/s/TRIAL/{TrialPack.Level}?asOf=2024-03-01");

        Assert.Contains("<title>Past: ", page, StringComparison.Ordinal);
        Assert.Contains("class=\"asof past\"", page, StringComparison.Ordinal);
        string[] links = [.. Links().Matches(page).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value))];
        Assert.True(links.Length > 20);
        Assert.All(links.Where(l => !l.Contains("asOf=", StringComparison.Ordinal)), l => Assert.Equal($"/en/s/TRIAL/{TrialPack.Level}", l));
    }

    [Fact]
    public async Task The_bar_of_a_dataflow_and_of_an_overview_counts_what_they_show_and_was_revised()
    {
        Assert.Contains("2 values here have since been revised", await _workspace.TextAsync("/en/f/TRIAL?asOf=2024-03-01"), StringComparison.Ordinal);
        Assert.Contains("1 value here has since been revised", await _workspace.TextAsync("/en/?asOf=2024-03-01"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_fixed_link_may_be_kept_by_others()
    {
        using HttpResponseMessage now = await _workspace.Client.GetAsync($"/en/s/TRIAL/{TrialPack.Level}");
        using HttpResponseMessage then = await _workspace.Client.GetAsync($"/en/s/TRIAL/{TrialPack.Level}?asOf=2024-03-01");
        using HttpResponseMessage fixedLink = await _workspace.Client.GetAsync($"/en/s/TRIAL/{TrialPack.Level}?asOf=2024-03-01T00:00:00Z~1");

        Assert.True(now.Headers.CacheControl!.Private);
        Assert.True(then.Headers.CacheControl!.Private);
        Assert.True(fixedLink.Headers.CacheControl!.Public);
        Assert.NotEqual(now.Headers.ETag, then.Headers.ETag);
    }

    [Fact]
    public async Task A_release_chosen_from_the_list_becomes_the_moment_of_the_address()
    {
        using HttpResponseMessage answer = await _workspace.Client.GetAsync($"/en/s/TRIAL/{TrialPack.Level}?asOf=&release=2024-02-20T02:00:00Z&from=2023");

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal($"/en/s/TRIAL/{TrialPack.Level}?asOf=2024-02-20T02:00:00Z&from=2023", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_date_that_cannot_be_read_is_named_and_the_page_shows_now()
    {
        string page = await _workspace.TextAsync("/en/find?asOf=yesterday%3Cb%3E");

        Assert.Contains("&quot;yesterday&lt;b&gt;&quot; is not a date", page, StringComparison.Ordinal);
        Assert.DoesNotContain("asof past", page, StringComparison.Ordinal);
    }

    /// <summary>What a fixed link promises: the content, without bar and header. Files are content as a whole.</summary>
    private static string Content(string answer)
    {
        int start = answer.IndexOf("<main", StringComparison.Ordinal);
        return start < 0 ? answer : answer[start..answer.IndexOf("</main>", StringComparison.Ordinal)];
    }

    [GeneratedRegex("data-copy=\"([^\"]*)\"")]
    private static partial Regex CopiedLink();

    [GeneratedRegex("<a [^>]*href=\"(/[^\"]*)\"")]
    private static partial Regex Links();
}
