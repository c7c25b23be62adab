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
    /// <summary>Addresses, and whether access is tested there: once for each kind of page and state.</summary>
    public static TheoryData<string, bool> Paths => new()
    {
        { "/", true },
        { "/?asOf=2024-03-01", true },
        { "/?asOf=2020-01-01", false },
        { "/?asOf=yesterday", true },
        { "/find", true },
        { "/find?q=steel", true },
        { "/find?q=%E9%92%A2%E9%93%81&asOf=2024-03-01", false },
        { "/find?q=zzzqqq", true },
        { "/f/TRIAL", true },
        { "/f/TRIAL?key=M.CN.STEEL.SALES....", false },
        { "/f/TRIAL?key=A.W.......", false },
        { "/f/TRIAL/structure", true },
        { $"/s/TRIAL/{TrialPack.Growth}", true },
        { $"/s/TRIAL/{TrialPack.Growth}?asOf=2024-03-01&from=2021&t=change", false },
        { $"/s/TRIAL/{TrialPack.Level}?view=vintages", true },
        { $"/s/TRIAL/{TrialPack.Level}?asOf=2024-01-01", true },
        { $"/s/TRIAL/{TrialPack.Level}?from=never", false },
        { $"/s/TRIAL/{TrialPack.Cumulated}", false },
        { $"/s/TRIAL/{TrialPack.Cumulated}?t=single", false },
        { $"/s/TRIAL/{TrialPack.Quarterly}", false },
        { $"/s/TRIAL/{TrialPack.Annual}", false },
        { $"/s/TRIAL/{TrialPack.Alone}", false },
        { $"/s/TRIAL/{TrialPack.Hostile}", true },
        { "/releases", true },
        { "/releases?asOf=2024-03-01", false },
        { "/releases/second", true },
        { "/nothing/here", true },
    };

    [BrowserTheory]
    [MemberData(nameof(Paths))]
    public async Task A_page_has_no_fault_of_form_access_or_policy(string path, bool isAccessTested)
    {
        List<string> faults = [];

        foreach (string language in new[] { "en", "zh" })
        {
            await using OpenPage open = await pages.OpenAsync();
            IResponse? answer = await open.Page.GotoAsync($"/{language}{path}");
            bool isError = answer!.Status >= 400;
            foreach (int width in new[] { 1280, 360 })
            {
                await open.Page.SetViewportSizeAsync(width, 900);
                faults.AddRange((await FormAsync(open.Page, language, isError)).Select(f => $"{language} {width}: {f}"));
            }

            // Access depends on width by what is shown and on the theme by contrast: each language has one of either.
            ColorScheme scheme = language == "en" ? ColorScheme.Light : ColorScheme.Dark;
            if (isAccessTested)
            {
                await open.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
                await open.Page.SetViewportSizeAsync(language == "en" ? 1280 : 360, 900);
                faults.AddRange((await AccessAsync(open.Page)).Select(f => $"{language} {scheme}: {f}"));
            }

            faults.AddRange(open.Faults.Where(f => !isError || !f.Contains("404", StringComparison.Ordinal)).Select(f => $"{language}: {f}"));
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
                Expect(!Han().IsMatch(SaidInChinese().Replace(text, "")), "Chinese: " + text);
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

    // The name of the other language, and what was searched.
    [GeneratedRegex("中文|钢铁")]
    private static partial Regex SaidInChinese();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();
}

[CollectionDefinition("browser", DisableParallelization = true)]
public sealed class BrowserCollection;
