namespace Ballast.Server.Tests.Browser;

/// <summary>The chromium of this machine, if there is one.</summary>
internal static class Chromium
{
    internal const string Missing = "No chromium here: install Debian's packages chromium and fonts-noto-cjk to test the pages in a browser.";

    internal static string? Path { get; } = new[]
    {
        Environment.GetEnvironmentVariable("BALLAST_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
    }.FirstOrDefault(p => !string.IsNullOrEmpty(p) && File.Exists(p));

    internal static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--disable-dev-shm-usage", "--font-render-hinting=none",
    ];
}

/// <summary>A fact that needs a browser; skipped aloud where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.Path is null ? Chromium.Missing : null;
}

/// <summary>A theory that needs a browser; skipped aloud where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.Path is null ? Chromium.Missing : null;
}
