using Microsoft.Playwright;

namespace Ballast.Server.Tests.Browser;

/// <summary>One browser and one server with the trial pack for all tests of a class.</summary>
public sealed class Pages : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public Workspace Workspace { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Workspace = await Workspace.TrialAsync();
        if (Chromium.Path is null)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium.Path, Args = Chromium.Flags });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await Workspace.DisposeAsync();
    }

    /// <summary>A window of its own, with the faults that it hears of.</summary>
    internal async Task<OpenPage> OpenAsync(int width = 1280, bool hasScript = true, ColorScheme scheme = ColorScheme.Light, string? at = null)
    {
        IBrowserContext context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Workspace.Address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            JavaScriptEnabled = hasScript,
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        IPage page = await context.NewPageAsync();
        OpenPage open = new(context, page);
        if (at is not null)
        {
            await page.GotoAsync(at);
        }

        return open;
    }
}

/// <summary>A window and what went wrong in it: errors of the console, of scripts, of requests, and of the policy.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _faults = [];

    public OpenPage(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _faults.Add($"console {message.Type}: {message.Text}");
            }
        };
        page.PageError += (_, error) => _faults.Add("script: " + error);
        page.RequestFailed += (_, request) => _faults.Add("request: " + request.Url);
    }

    public IPage Page { get; }

    public IReadOnlyList<string> Faults => _faults;

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
