using Ballast.Store.Engine;
using Microsoft.Data.Sqlite;

namespace Ballast.Store;

public sealed partial class BallastStore
{
    /// <summary>How head and database agree now. Between a commit and its acknowledgement by another process the database is ahead for a moment.</summary>
    public HeadState CompareHead() => Guarded(() =>
    {
        using Connections.Lease lease = _connections.Rent();
        return CommitRow.Last(lease.Connection) is { } last ? HeadCheck.Compare(_head, lease.Connection, last).State : HeadState.HistoryDiffers;
    });

    /// <summary>Reads everything and lists every damage found. Nothing is repaired.</summary>
    public VerifyResult Verify() => Guarded(() =>
    {
        using Connections.Lease lease = _connections.Rent();
        return new Verifier(lease.Connection, _head).Run();
    });

    /// <summary>Reads everything in the store of a folder that may be too damaged to open, and lists every damage found.</summary>
    /// <exception cref="StoreException">There is no store.</exception>
    public static VerifyResult Verify(string directory)
    {
        Folder folder = new(directory);
        if (!folder.HasDatabase)
        {
            throw new StoreException(StoreReason.NoStore, [folder.Root]);
        }

        try
        {
            using SqliteConnection connection = Connections.OpenReader(folder.Database);
            return new Verifier(connection, new HeadFile(folder.Head)).Run();
        }
        catch (SqliteException failure)
        {
            return new VerifyResult(0, 0, 0, [new Finding(FindingKind.Pages, Detail: failure.Message)]);
        }
    }

    /// <summary>Makes a copy while readers and a writer go on, verifies it, and puts its head and digest beside it.</summary>
    /// <param name="file">The copy; refused where it exists.</param>
    /// <exception cref="StoreException">The copy could not be made, or is not sound.</exception>
    public BackupResult Backup(string file)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        try
        {
            // A connection that may only read could not make the copy either; this one writes nothing to the store.
            using SqliteConnection source = _connections.OpenWriter();
            return Backups.Make(source, Path.GetFullPath(file));
        }
        catch (SqliteException failure)
        {
            throw Failures.Of(failure);
        }
        catch (IOException failure)
        {
            throw Failures.Of(failure);
        }
    }

    /// <summary>Puts a backup in the place of a folder's store: copied aside, verified, compared, swapped. The former database stays beside it. No other process may have the store open.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="file">The backup.</param>
    /// <param name="clock">Clock of the writer's lock.</param>
    /// <param name="acceptLoss">How many acknowledged commits may be lost; it must be just the number that would be.</param>
    /// <exception cref="RestoreRefusedException">Acknowledged commits would be lost; they are listed.</exception>
    /// <exception cref="StoreException">The backup is missing or not sound.</exception>
    public static RestoreResult Restore(string directory, string file, TimeProvider clock, long acceptLoss = 0)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        ArgumentException.ThrowIfNullOrEmpty(file);
        ArgumentNullException.ThrowIfNull(clock);
        try
        {
            return Backups.Restore(new Folder(directory), Path.GetFullPath(file), clock, acceptLoss);
        }
        catch (SqliteException failure)
        {
            throw Failures.Of(failure);
        }
        catch (IOException failure)
        {
            throw Failures.Of(failure);
        }
    }
}
