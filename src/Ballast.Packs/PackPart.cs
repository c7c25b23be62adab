namespace Ballast.Packs;

/// <summary>A file of a pack that has a meaning.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Path">Relative to the pack's root.</param>
/// <param name="Length">Bytes.</param>
/// <param name="ReleaseKey">Of data: the folder's name, which is the release's key; null for the rest.</param>
/// <param name="FlowId">Of observations: the dataflow, which is the file's name; null for the rest.</param>
public sealed record PackPart(PackPartKind Kind, string Path, long Length, string? ReleaseKey = null, string? FlowId = null)
{
    /// <summary>What a path means in a pack, or null where it means nothing.</summary>
    internal static PackPart? Of(PackFile file)
    {
        string[] steps = file.Path.Split('/');
        return steps switch
        {
            ["pack.yaml"] => Of(PackPartKind.Manifest),
            ["overview.yaml"] => Of(PackPartKind.Overview),
            ["calendar.yaml"] => Of(PackPartKind.Due),
            ["transforms.yaml"] => Of(PackPartKind.Transforms),
            [var text] when IsReadme(text) => Of(PackPartKind.Readme),
            ["structures", var name] when EndsWith(name, ".json") => Of(PackPartKind.Structures),
            ["calendars", var name] when EndsWith(name, ".yaml") => Of(PackPartKind.WorkingDays),
            ["data", var release, "release.yaml"] => new PackPart(PackPartKind.Release, file.Path, file.Length, release),
            ["data", var release, var name] when EndsWith(name, ".csv") => new PackPart(PackPartKind.Observations, file.Path, file.Length, release, name[..^4]),
            ["transformations", var name] when EndsWith(name, ".vtl") => Of(PackPartKind.Transformations),
            ["adjustment", var name] when EndsWith(name, ".yaml") => Of(PackPartKind.Adjustment),
            ["warnings", var name] when EndsWith(name, ".yaml") => Of(PackPartKind.Warnings),
            ["briefing", var name] when EndsWith(name, ".md") => Of(PackPartKind.Briefing),
            ["tests", var name] when EndsWith(name, ".yaml") => Of(PackPartKind.Tests),
            _ => null,
        };

        PackPart Of(PackPartKind kind) => new(kind, file.Path, file.Length);
    }

    private static bool EndsWith(string name, string ending) => name.Length > ending.Length && name.EndsWith(ending, StringComparison.Ordinal);

    private static bool IsReadme(string name) =>
        (name.StartsWith("README", StringComparison.Ordinal) && name.EndsWith(".md", StringComparison.Ordinal)) || name is "LICENSE" or "NOTICE";
}
