using Microsoft.Playwright;

namespace Ballast.Server.Tests.Browser;

/// <summary>
/// The pictures of the documents, taken from the packs of the project: <c>BALLAST_PICTURES=docs/pictures ./test --filter PictureTests</c> writes them; without that variable the same pages are only opened.
/// </summary>
[Collection("browser")]
public sealed class PictureTests
{
    private const int MostBytes = 300_000;
    private const int MostLinks = 40;
    private const int MostHeight = 1_600;
    private const string Production = "IND_ACTIVITY/M.CN.B-D.ADS.VA.N.G1Y._Z.A";

    private static readonly (string Name, string Path, int Width, ColorScheme Scheme)[] Pictures =
    [
        ("overview-en-1280-light", "/en/o/industry", 1280, ColorScheme.Light),
        ("overview-zh-360-dark", "/zh/o/industry", 360, ColorScheme.Dark),
        ("series-en-1280-light", $"/en/s/{Production}?from=2015", 1280, ColorScheme.Light),
        ("series-zh-1280-dark", $"/zh/s/{Production}?from=2015", 1280, ColorScheme.Dark),
        ("search-en-360-light", "/en/find?q=new+energy+vehicles", 360, ColorScheme.Light),
        ("releases-zh-1280-light", "/zh/releases", 1280, ColorScheme.Light),
    ];

    [BrowserFact]
    public async Task The_packs_of_the_project_fill_the_pages_that_the_documents_show()
    {
        string? folder = Environment.GetEnvironmentVariable("BALLAST_PICTURES");
        await using Workspace workspace = await Workspace.ProjectAsync();
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium.Path, Args = Chromium.Flags });

        foreach ((string name, string path, int width, ColorScheme scheme) in Pictures)
        {
            await using IBrowserContext context = await browser.NewContextAsync(new BrowserNewContextOptions
            {
                BaseURL = workspace.Address.ToString(),
                ViewportSize = new ViewportSize { Width = width, Height = 900 },
                ColorScheme = scheme,
                ReducedMotion = ReducedMotion.Reduce,
            });
            IPage page = await context.NewPageAsync();
            IResponse? answer = await page.GotoAsync(path);
            Assert.Equal(200, answer!.Status);
            if (await page.Locator("figure[data-chart]").CountAsync() > 0)
            {
                await page.WaitForSelectorAsync("figure[data-live]");
            }

            int overflow = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(overflow <= 0, $"{name} is {overflow} px wider than the window.");
            string[] links = await page.EvaluateAsync<string[]>("() => [...new Set([...document.querySelectorAll('main a')].map((a) => a.getAttribute('href')).filter((h) => h.startsWith('/')))]");
            foreach (string link in links.Take(MostLinks))
            {
                using HttpResponseMessage led = await workspace.Client.GetAsync(link);
                Assert.True(led.IsSuccessStatusCode, $"{name} leads to {link}, which answers {(int)led.StatusCode}.");
            }

            if (folder is not null)
            {
                int height = await page.EvaluateAsync<int>("() => document.documentElement.scrollHeight");
                byte[] picture = await page.ScreenshotAsync(new PageScreenshotOptions
                {
                    Path = Path.Combine(Repository.Root, folder, name + ".png"),
                    FullPage = true,
                    Clip = new Clip { Width = width, Height = Math.Min(height, MostHeight) },
                });
                Assert.InRange(picture.Length, 1, MostBytes);
            }
        }
    }
}
