namespace Ballast.Store;

/// <summary>What kind of damage was found.</summary>
public enum FindingKind
{
    /// <summary>The engine cannot read its own pages, or its integrity check complains.</summary>
    Pages,

    /// <summary>The head file is missing, unreadable, or tells another history.</summary>
    Head,

    /// <summary>A commit's hash does not follow from its row and the row before.</summary>
    Chain,

    /// <summary>Rows of a commit are not those that were sealed.</summary>
    Seal,

    /// <summary>A chunk's checksum, header or form is wrong.</summary>
    Chunk,

    /// <summary>A row belongs to no commit.</summary>
    Stray,

    /// <summary>Kept availability differs from a recount.</summary>
    Availability,

    /// <summary>Public numbers are not the ranks they should be.</summary>
    PublicNumber,
}

/// <summary>One damage found, with its place as far as it can be told.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="CommitNumber">The commit, or null.</param>
/// <param name="ReleaseKey">The release, or null.</param>
/// <param name="Flow">The dataflow, or null.</param>
/// <param name="Block">The block of series from 0, −1 for statements on parts of the dataflow, or null.</param>
/// <param name="Detail">What the engine said or which value differs; for logs.</param>
public sealed record Finding(FindingKind Kind, long? CommitNumber = null, string? ReleaseKey = null, string? Flow = null, int? Block = null, string? Detail = null);
