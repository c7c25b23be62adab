using System.Collections.Immutable;

namespace Ballast.Store;

/// <summary>A backup that was made and verified.</summary>
/// <param name="File">The copy; beside it stand its head (<c>.head</c>) and its digest (<c>.sha256</c>).</param>
/// <param name="CommitNumber">The newest commit in it.</param>
/// <param name="Digest">SHA-256 of the file, lower-case hexadecimal.</param>
public sealed record BackupResult(string File, long CommitNumber, string Digest);

/// <summary>A commit that the store has and a backup has not.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Time">When, or null where the store cannot be read and only its head tells of the commit.</param>
/// <param name="Kind">What was written.</param>
/// <param name="Subject">The release key, else empty.</param>
/// <param name="Actor">Who wrote.</param>
public sealed record LostCommit(long Number, DateTimeOffset? Time, string Kind, string Subject, string Actor);

/// <summary>A store that was put back.</summary>
/// <param name="CommitNumber">Its newest commit now.</param>
/// <param name="Lost">Commits given up, as accepted.</param>
/// <param name="Aside">Where the former database lies, or null where there was none.</param>
public sealed record RestoreResult(long CommitNumber, ImmutableArray<LostCommit> Lost, string? Aside);

/// <summary>A restore was refused since acknowledged commits would be lost.</summary>
/// <param name="lost">The commits, oldest first.</param>
public sealed class RestoreRefusedException(ImmutableArray<LostCommit> lost)
    : StoreException(StoreReason.WouldLose, [lost.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)])
{
    /// <summary>The commits, oldest first.</summary>
    public ImmutableArray<LostCommit> Lost { get; } = lost;
}
