using System.Collections.Immutable;

namespace Ballast.Store;

/// <summary>What a verification read and found.</summary>
/// <param name="CommitCount">Commits read.</param>
/// <param name="ReleaseCount">Releases read.</param>
/// <param name="ChunkCount">Chunks read and decoded.</param>
/// <param name="Findings">Every damage found, with its place as far as it can be told.</param>
public sealed record VerifyResult(long CommitCount, long ReleaseCount, long ChunkCount, ImmutableArray<Finding> Findings)
{
    /// <summary>Whether nothing was found.</summary>
    public bool IsGood => Findings.IsEmpty;
}
