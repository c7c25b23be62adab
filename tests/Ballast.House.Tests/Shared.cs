namespace Ballast.House.Tests;

/// <summary>Test material that is too large or not ours to ship: the folder <c>shared</c> beside the checkout, or where <c>BALLAST_SHARED</c> points.</summary>
internal static class Shared
{
    /// <summary>The folder; it may be missing.</summary>
    public static string Root { get; } = Environment.GetEnvironmentVariable("BALLAST_SHARED") is { Length: > 0 } set ? set : Path.GetFullPath(Path.Combine(House.Root, "..", "shared"));

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);
}

/// <summary>A test that needs a part of the shared material; where that is missing it is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedFactAttribute : FactAttribute
{
    /// <summary>A test that needs a file or folder.</summary>
    /// <param name="parts">Its path under the shared folder.</param>
    public SharedFactAttribute(params string[] parts)
    {
        string path = Shared.PathOf(parts);
        if (!Path.Exists(path))
        {
            Skip = $"{path} is not here; it lies in the shared test material (set BALLAST_SHARED to its folder).";
        }
    }
}
