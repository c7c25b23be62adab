namespace Ballast.Store;

/// <summary>Acknowledgement of a write: it is on disk and the head says so. Receipts of one commit are equal, however often they are asked for.</summary>
/// <param name="CommitNumber">The commit, from 1 without gaps.</param>
/// <param name="Time">When, by the store's clock, which never runs back.</param>
/// <param name="Kind">What was written.</param>
/// <param name="Subject">The release key, else empty.</param>
/// <param name="Hash">Hash of the commit's row, lower-case hexadecimal.</param>
public sealed record Receipt(long CommitNumber, DateTimeOffset Time, string Kind, string Subject, string Hash)
{
    /// <summary>Whether the write was there before this call; not part of equality.</summary>
    public bool WasThere { get; init; }

    /// <inheritdoc/>
    public bool Equals(Receipt? other) => other is not null && CommitNumber == other.CommitNumber && Hash == other.Hash;

    /// <inheritdoc/>
    public override int GetHashCode() => CommitNumber.GetHashCode();
}
