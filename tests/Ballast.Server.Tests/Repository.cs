namespace Ballast.Server.Tests;

/// <summary>The project's own folder, found upwards from where the tests run.</summary>
internal static class Repository
{
    internal static string Root { get; } = Find();

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Ballast.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("Expected the tests to lie within the project's folder.");
    }
}
