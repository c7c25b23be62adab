using System.Text.Json;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Ballast.Server.Tests.Browser;

/// <summary>Every page, in both languages, narrow and wide, light and dark: no fault of form, of access, of policy.</summary>
[Collection("browser")]
public sealed partial class PageTests(Pages pages) : IClassFixture<Pages>
{
    public static TheoryData<string> Paths =>
    [
        "/",
        "/?asOf=2024-03-01",
        "/?asOf=2020-01-01",
        "/?asOf=yesterday",
        "/find",
        "/find?q=steel",
        "/find?q=%E9%92%A2%E9%93%81&asOf=2024-03-01",
        "/find?q=zzzqqq",
        "/f/TRIAL",
        "/f/TRIAL?key=M.CN.STEEL.SALES....",
        "/f/TRIAL?key=A.W.......",
        "/f/TRIAL/structure",
        $"/s/TRIAL/{TrialPack.Growth}",
        $"/s/TRIAL/{TrialPack.Growth}?asOf=2024-03-01&from=2021&t=change",
        $"/s/TRIAL/{TrialPack.Level}",
        $"/s/TRIAL/{TrialPack.Level}?view=vintages",
        $"/s/TRIAL/{TrialPack.Level}?from=never",
        $"/s/TRIAL/{TrialPack.Cumulated}",
        $"/s/TRIAL/{TrialPack.Cumulated}?t=single",
        $"/s/TRIAL/{TrialPack.Quarterly}",
        $"/s/TRIAL/{TrialPack.Annual}",
        $"/s/TRIAL/{TrialPack.Alone}",
        $"/s/TRIAL/{TrialPack.Hostile}",
        "/releases",
        "/releases?asOf=2024-03-01",
        "/releases/second",
        "/nothing/here",
    ];

    [BrowserTheory]
    [MemberData(nameof(Paths))]
    public async Task A_page_has_no_fault_of_form_access_or_policy(string path)
    {
        List<string> faults = [];

        foreach (string language in new[] { "en", "zh" })
        {
            foreach (int width in new[] { 360, 1280 })
            {
                await using OpenPage open = await pages.OpenAsync(width);
                IResponse? answer = await open.Page.GotoAsync($"/{language}{path}");
                string where = $"{language} {width}";
                bool isError = answer!.Status >= 400;
                faults.AddRange((await FormAsync(open.Page, language, isError)).Select(f => $"{where}: {f}"));
                foreach (ColorScheme scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
                {
                    // Access depends on width by what is shown, on colour by contrast: one of each pair is enough.
                    if ((width == 360) != (scheme == ColorScheme.Dark))
                    {
                        continue;
                    }

                    await open.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
                    faults.AddRange((await AccessAsync(open.Page)).Select(f => $"{where} {scheme}: {f}"));
                }

                faults.AddRange(open.Faults.Where(f => !isError || !f.Contains("404", StringComparison.Ordinal)).Select(f => $"{where}: {f}"));
            }
        }

        Assert.True(faults.Count == 0, path + "\n" + string.Join('\n', faults.Distinct()));
    }

    private static async Task<IEnumerable<string>> FormAsync(IPage page, string language, bool isError)
    {
        List<string> faults = [];
        JsonElement form = await page.EvaluateAsync<JsonElement>("""
            () => {
              const root = document.documentElement;
              const foreign = (node) => node.parentElement?.closest('[lang]') !== root || node.parentElement.closest('code, script, style, option, [translate=no], pre');
              const texts = [];
              const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walk.nextNode()) {
                if (walk.currentNode.data.trim() && !foreign(walk.currentNode)) { texts.push(walk.currentNode.data.trim()); }
              }
              const small = [...document.querySelectorAll('a, button, input, select, summary')]
                .filter((e) => !e.closest('.skip, p, li, td, th, dd, [hidden], .crumbs') && e.getClientRects().length > 0)
                .map((e) => [e.outerHTML.slice(0, 90), e.getBoundingClientRect()])
                .filter(([, r]) => r.width > 1 && r.height < 23.5).map(([h, r]) => `${h} ${r.height}`);
              return {
                overflow: root.scrollWidth - root.clientWidth, lang: root.lang, headings: document.querySelectorAll('h1').length, title: document.title,
                styled: document.querySelectorAll('[style]:not(.stage, .stage *, .tip, .tip *, svg)').length,
                ids: [...document.querySelectorAll('[id]')].map((e) => e.id).filter((id, i, all) => all.indexOf(id) !== i),
                texts, small, wide: [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > root.clientWidth + 1 && !e.closest('.scroll, .vh, svg, .skip')).map((e) => e.outerHTML.slice(0, 100)).slice(0, 3),
              };
            }
            """);
        Expect(form.GetProperty("overflow").GetInt32() <= 0, "wider than the window: " + form.GetProperty("wide"));
        Expect(form.GetProperty("lang").GetString() == (language == "zh" ? "zh-Hans" : "en"), "language is " + form.GetProperty("lang"));
        Expect(form.GetProperty("headings").GetInt32() == 1, "headings of first level: " + form.GetProperty("headings"));
        Expect(form.GetProperty("title").GetString()!.Contains("Ballast", StringComparison.Ordinal), "title is " + form.GetProperty("title"));
        Expect(form.GetProperty("ids").GetArrayLength() == 0, "ids twice: " + form.GetProperty("ids"));
        Expect(form.GetProperty("styled").GetInt32() == 0, "elements with a style attribute: " + form.GetProperty("styled"));
        Expect(form.GetProperty("small").GetArrayLength() == 0, "targets lower than 24 px: " + form.GetProperty("small"));
        foreach (string text in form.GetProperty("texts").EnumerateArray().Select(t => t.GetString()!))
        {
            Expect(!UnfilledPlace().IsMatch(text), "place left open: " + text);
            if (language == "zh")
            {
                string left = Names().Replace(text, " ");
                Expect(!English().IsMatch(left), "English: " + text);
            }
            else
            {
                Expect(!Han().IsMatch(text.Replace("中文", "", StringComparison.Ordinal)), "Chinese: " + text);
            }
        }

        return faults;

        void Expect(bool holds, string fault)
        {
            if (!holds)
            {
                faults.Add(fault.Length > 300 ? fault[..300] : fault);
            }
        }
    }

    private static async Task<IEnumerable<string>> AccessAsync(IPage page)
    {
        AxeResult result = await page.RunAxe();
        return result.Violations.Where(v => v.Impact is "serious" or "critical")
            .Select(v => $"{v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(2).Select(n => n.Html[..Math.Min(160, n.Html.Length)]))}");
    }

    // Our templates only: labels of data may hold braces.
    [GeneratedRegex(@"(?<!\{)\{[a-z]+(:[^}]*)?\}(?!\})")]
    private static partial Regex UnfilledPlace();

    [GeneratedRegex("[A-Za-z]{3,}")]
    private static partial Regex English();

    // Names that are the same in both languages, and the hostile label of the trial pack.
    [GeneratedRegex("Ballast|SDMX|JSON|BibTeX|YYYY-MM-DD|Esc|CSV|SVG|PNG|[A-Z]+_[A-Z_]+|TRIAL|BALLAST|UTC|zzzqqq|yesterday|never|steel|敌意标签：.*")]
    private static partial Regex Names();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();
}

[CollectionDefinition("browser", DisableParallelization = true)]
public sealed class BrowserCollection;
