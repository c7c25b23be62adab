namespace Ballast.Sdmx.Tests;

/// <summary>Messages of the standard and of agencies, too large or not ours to ship; tests that need them are skipped where they are missing.</summary>
internal static class SharedCorpus
{
    public static readonly string? Folder = Find();

    public static string Path(string relative) => System.IO.Path.Combine(Folder ?? throw new InvalidOperationException("The shared material is missing."), relative);

    private static string? Find()
    {
        string? named = Environment.GetEnvironmentVariable("BALLAST_SHARED");
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); named is null && at is not null; at = at.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(at.FullName, "Ballast.slnx")) && at.Parent is { } parent)
            {
                named = System.IO.Path.Combine(parent.FullName, "shared");
            }
        }

        return named is not null && Directory.Exists(System.IO.Path.Combine(named, "corpus", "sdmx")) ? System.IO.Path.Combine(named, "corpus", "sdmx") : null;
    }
}

/// <summary>A fact that needs the shared material, skipped aloud where it is missing.</summary>
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute() => Skip = SharedCorpus.Folder is null ? "The shared material is missing (BALLAST_SHARED names its place)." : null;
}

/// <summary>The same with cases.</summary>
internal sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute() => Skip = SharedCorpus.Folder is null ? "The shared material is missing (BALLAST_SHARED names its place)." : null;
}
