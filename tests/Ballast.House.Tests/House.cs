namespace Ballast.House.Tests;

/// <summary>The checkout that the tests look at.</summary>
internal static class House
{
    /// <summary>The folder with Ballast.slnx, above the test's own.</summary>
    public static string Root { get; } = FindRoot();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Ballast.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No Ballast.slnx above {AppContext.BaseDirectory}.");
    }
}
