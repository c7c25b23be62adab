using System.Text.Json;
using Microsoft.Playwright;

namespace Ballast.Server.Tests.Browser;

/// <summary>The chart that the script takes over: same places, keys, legend, and nothing against the policy.</summary>
[Collection("browser")]
public sealed class ChartTests(Pages pages) : IClassFixture<Pages>
{
    private static readonly string Growth = $"/en/s/TRIAL/{TrialPack.Growth}";
    private static readonly string Level = $"/en/s/TRIAL/{TrialPack.Level}";

    [BrowserTheory]
    [InlineData(1280, TrialPack.Growth)]
    [InlineData(360, TrialPack.Growth)]
    [InlineData(1280, TrialPack.Level)]
    [InlineData(1280, TrialPack.Quarterly)]
    public async Task Both_drawings_put_every_point_and_tick_in_the_same_place_within_a_pixel(int width, string key)
    {
        await using OpenPage open = await pages.OpenAsync(width, at: $"/en/s/TRIAL/{key}");
        await TakenOverAsync(open.Page);

        JsonElement twins = await open.Page.EvaluateAsync<JsonElement>("""
            () => {
              const { chart, spec } = document.querySelector('figure').drawing;
              const wide = innerWidth >= 600;
              const frame = wide ? spec.frames.wide : spec.frames.narrow;
              const svg = document.querySelector(wide ? '.plot > .only-wide' : '.plot > .only-narrow');
              const scale = document.querySelector('.plot').clientWidth / frame.width;
              const place = (x, y) => [frame.left + x * (frame.width - frame.left - frame.right) / spec.x.max,
                frame.height - frame.bottom - (y - spec.y.min) / (spec.y.max - spec.y.min) * (frame.height - frame.top - frame.bottom)].map((n) => n * scale);
              const points = spec.lines.flatMap((l) => l.points).filter((p) => p && p.y !== null);
              const far = points.map((p) => {
                const [x, y] = place(p.x, p.y);
                const [cx, cy] = chart.convertToPixel({ xAxisIndex: 0, yAxisIndex: 0 }, [p.x, p.y]);
                return Math.max(Math.abs(x - cx), Math.abs(y - cy));
              });
              const texts = (root) => [...root.querySelectorAll('text')].map((t) => t.textContent);
              // The places of the server's own drawing: its baseline or first grid line, and its labels.
              const drawn = texts(document.querySelector('.stage svg'));
              const still = texts(svg);
              const grid = [...svg.querySelectorAll('.grid, .base')].map((p) => +p.getAttribute('d').match(/M[\d.]+ ([\d.]+)/)[1] * scale);
              const ticks = spec.y.ticks.map((t) => chart.convertToPixel({ yAxisIndex: 0 }, t.at));
              return { count: points.length, far: Math.max(...far), missing: still.filter((t) => !drawn.includes(t)), tickFar: Math.max(...ticks.map((t) => Math.min(...grid.map((g) => Math.abs(g - t))))) };
            }
            """);

        Assert.True(twins.GetProperty("count").GetInt32() >= 7);
        Assert.InRange(twins.GetProperty("far").GetDouble(), 0, 1);
        Assert.InRange(twins.GetProperty("tickFar").GetDouble(), 0, 1);
        Assert.Equal("[]", twins.GetProperty("missing").ToString());
        Assert.Empty(open.Faults);
    }

    [BrowserFact]
    public async Task Keys_walk_along_the_line_speak_and_lead_to_the_table()
    {
        await using OpenPage open = await pages.OpenAsync(at: Growth);
        await TakenOverAsync(open.Page);
        ILocator plot = open.Page.Locator(".plot");
        ILocator said = open.Page.Locator("[role=status]");
        await plot.FocusAsync();

        await open.Page.Keyboard.PressAsync("ArrowLeft");
        Assert.Equal("Mar 2024: 4.4% provisional", await said.TextContentAsync());
        await open.Page.Keyboard.PressAsync("ArrowLeft");
        Assert.Equal("Jan–Feb 2024: 3.9%", await said.TextContentAsync());
        await open.Page.Keyboard.PressAsync("Home");
        Assert.Equal("Jan–Feb 2019: 2.5%", await said.TextContentAsync());
        Assert.Contains("Jan–Feb 2019", await open.Page.Locator(".tip").TextContentAsync(), StringComparison.Ordinal);
        await open.Page.Keyboard.PressAsync("ArrowRight");
        await open.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("Mar 2019", await open.Page.EvaluateAsync<string>("() => document.activeElement.dataset.period"));
        Assert.True(await open.Page.EvaluateAsync<bool>("() => document.activeElement.matches(':focus-visible')"));
        await plot.FocusAsync();
        await open.Page.Keyboard.PressAsync("End");
        await open.Page.Keyboard.PressAsync("+");
        await open.Page.Keyboard.PressAsync("-");
        await open.Page.Keyboard.PressAsync("Escape");
        await open.Page.WaitForFunctionAsync("() => getComputedStyle(document.querySelector('.tip')).display === 'none'");
        Assert.Empty(open.Faults);
    }

    [BrowserFact]
    public async Task Hovering_reads_the_nearest_period_of_every_line_and_breaks_no_policy()
    {
        await using OpenPage open = await pages.OpenAsync(at: Level + "?view=vintages");
        await TakenOverAsync(open.Page);
        ILocator stage = open.Page.Locator(".stage");
        LocatorBoundingBoxResult box = (await stage.BoundingBoxAsync())!;

        for (int i = 1; i < 12; i++)
        {
            await open.Page.Mouse.MoveAsync(box.X + (box.Width * i / 12), box.Y + 120);
        }

        string tip = (await open.Page.Locator(".tip").TextContentAsync())!;
        Assert.Contains("Now", tip, StringComparison.Ordinal);
        Assert.Contains("First", tip, StringComparison.Ordinal);
        Assert.Contains("million tonnes", tip, StringComparison.Ordinal);
        Assert.Empty(open.Faults);
    }

    [BrowserFact]
    public async Task The_legend_is_made_of_buttons_that_hide_and_show_lines()
    {
        await using OpenPage open = await pages.OpenAsync(at: Level + "?view=vintages");
        await TakenOverAsync(open.Page);
        ILocator first = open.Page.Locator(".legend button").Nth(1);
        int before = await open.Page.Locator(".stage svg path").CountAsync();

        await first.ClickAsync();

        Assert.Equal("false", await first.GetAttributeAsync("aria-pressed"));
        Assert.True(await open.Page.Locator(".stage svg path").CountAsync() < before);
        await first.ClickAsync();
        Assert.Equal("true", await first.GetAttributeAsync("aria-pressed"));
        Assert.Equal(before, await open.Page.Locator(".stage svg path").CountAsync());
    }

    [BrowserFact]
    public async Task Links_and_citations_are_copied_and_the_picture_is_a_PNG()
    {
        await using OpenPage open = await pages.OpenAsync(at: Level);
        await TakenOverAsync(open.Page);

        await open.Page.Locator(".asof [data-copy]").ClickAsync();
        Assert.Matches("^http://127.0.0.1:[0-9]+/en/s/TRIAL/.*asOf=.*~2$", await open.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
        await open.Page.Locator("[data-copy-text]").ClickAsync();
        Assert.StartsWith("Office of Trials, Sales of steel.", await open.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"), StringComparison.Ordinal);
        IDownload download = await open.Page.RunAndWaitForDownloadAsync(() => open.Page.Locator("[data-png]").ClickAsync());
        await using Stream file = await download.CreateReadStreamAsync();
        byte[] head = new byte[8];
        await file.ReadExactlyAsync(head);

        Assert.Equal<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], head);
        Assert.EndsWith(".png", download.SuggestedFilename, StringComparison.Ordinal);
        Assert.Empty(open.Faults);
    }

    [BrowserFact]
    public async Task Without_script_search_moment_range_transform_chart_and_table_work()
    {
        await using OpenPage open = await pages.OpenAsync(hasScript: false, at: "/en/");

        await open.Page.Locator(".find input").FillAsync("sales");
        await open.Page.Locator(".find input").PressAsync("Enter");
        await open.Page.GetByRole(AriaRole.Link, new() { Name = "Sales of steel" }).ClickAsync();
        Assert.Equal("Sales of steel", await open.Page.Locator("h1").TextContentAsync());
        Assert.True(await open.Page.Locator(".plot svg.only-wide").IsVisibleAsync());
        Assert.Equal(0, await open.Page.Locator("button[data-png]:visible, button[data-copy-text]:visible").CountAsync());
        await open.Page.Locator(".asof input[name=asOf]").FillAsync("2024-03-01");
        await open.Page.Locator(".asof button").ClickAsync();
        Assert.Contains("2 values here have since been revised", await open.Page.Locator(".asof").TextContentAsync(), StringComparison.Ordinal);
        await open.Page.Locator("#from").FillAsync("2023-06");
        await open.Page.Locator(".bar form button").ClickAsync();
        Assert.Contains("asOf=2024-03-01", open.Page.Url, StringComparison.Ordinal);
        Assert.Contains("7 of 12 values", await open.Page.Locator("main").TextContentAsync(), StringComparison.Ordinal);
        await open.Page.Locator(".asof select").SelectOptionAsync("2024-04-18T02:00:00Z");
        await open.Page.Locator(".asof button").ClickAsync();
        Assert.Contains("asOf=2024-04-18T02:00:00Z", open.Page.Url, StringComparison.Ordinal);
        Assert.Empty(open.Faults);
    }

    private static Task TakenOverAsync(IPage page) => page.WaitForSelectorAsync("figure[data-live]");
}
