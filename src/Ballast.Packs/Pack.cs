using System.Collections.Immutable;

namespace Ballast.Packs;

/// <summary>A pack: what its manifest says, its parts and releases. The parts' own meaning is read by the rooms that own them.</summary>
/// <param name="Folder">Where it was read from.</param>
/// <param name="Manifest">What <c>pack.yaml</c> says.</param>
/// <param name="Parts">All parts, in the order of <see cref="PackPartKind"/>, then of paths.</param>
/// <param name="Releases">In ordinal order of their keys.</param>
/// <param name="Expectations">Of all files under <c>tests/</c>.</param>
public sealed record Pack(
    PackFolder Folder,
    PackManifest Manifest,
    ImmutableArray<PackPart> Parts,
    ImmutableArray<PackRelease> Releases,
    ImmutableArray<Expectation> Expectations)
{
    /// <summary>Parts of one kind.</summary>
    public IEnumerable<PackPart> PartsOf(PackPartKind kind) => Parts.Where(p => p.Kind == kind);
}
