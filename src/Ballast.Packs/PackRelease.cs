using System.Collections.Immutable;

namespace Ballast.Packs;

/// <summary>A folder of data: what its <c>release.yaml</c> says, its files, and their digest.</summary>
/// <param name="Manifest">What it says.</param>
/// <param name="Observations">Files of observations, one a dataflow, in ordinal order of their paths.</param>
/// <param name="Digest">As <see cref="ReleaseDigest"/> takes it, <c>release.yaml</c> included. With pack and key it is the release's identity.</param>
public sealed record PackRelease(ReleaseManifest Manifest, ImmutableArray<PackPart> Observations, string Digest);
