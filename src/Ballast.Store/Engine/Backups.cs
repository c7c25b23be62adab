#pragma warning disable RS0030 // Copies, digests and renames of files that no connection of this process has open.
using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Ballast.Store.Engine;

/// <summary>Copies of a store that are known to be sound, and the way back from one.</summary>
internal static class Backups
{
    private const string Purpose = "restore";

    public static BackupResult Make(SqliteConnection source, string file)
    {
        if (File.Exists(file))
        {
            throw new StoreException(StoreReason.NotWritable, [file]);
        }

        string partial = file + ".partial";
        File.Delete(partial);
        try
        {
            source.Run("VACUUM INTO ?1", partial);
            CommitRow last;
            using (SqliteConnection copy = Connections.Create(partial))
            {
                ThrowIfUnsound(new Verifier(copy, null).Run());
                last = CommitRow.Last(copy)!;
            }

            string digest = DigestOf(partial);
            File.Delete(file + ".head");
            new HeadFile(file + ".head").Write(new Head(last.Number, last.Hash));
            File.WriteAllText(file + ".sha256", $"{digest}  {Path.GetFileName(file)}\n");
            SyncFile(partial);
            Folder.MoveInto(partial, file);
            return new BackupResult(file, last.Number, digest);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    public static RestoreResult Restore(Folder folder, string file, TimeProvider clock, long acceptLoss)
    {
        if (!File.Exists(file))
        {
            throw new StoreException(StoreReason.NoStore, [file]);
        }

        if (File.Exists(file + ".sha256") && File.ReadAllText(file + ".sha256").Split(' ')[0] != DigestOf(file))
        {
            throw new StoreDamagedException(new Finding(FindingKind.Pages, Detail: "sha256"));
        }

        folder.Make();
        using WriterLock turn = WriterLock.Take(folder.Lock, TimeSpan.FromSeconds(10), clock);
        folder.RemoveTemporary(Purpose);
        Folder aside = folder.MakeTemporary(Purpose);
        try
        {
            File.Copy(file, aside.Database);
            CommitRow last;
            ImmutableArray<LostCommit> lost;
            using (SqliteConnection copy = Connections.Create(aside.Database))
            {
                HeadFile head = new(file + ".head");
                ThrowIfUnsound(new Verifier(copy, head.Exists ? head : null).Run());
                last = CommitRow.Last(copy)!;
                lost = WhatWouldBeLost(folder, copy, last);
            }

            if (lost.Length != acceptLoss)
            {
                throw new RestoreRefusedException(lost);
            }

            SyncFile(aside.Database);
            new HeadFile(aside.Head).Write(new Head(last.Number, last.Hash));
            string? former = Swap(folder, aside, clock);
            return new RestoreResult(last.Number, lost, former);
        }
        finally
        {
            aside.Remove();
        }
    }

    /// <summary>Commits of the store in place that the copy lacks, oldest first. Where the store cannot be read, its head tells how many there were.</summary>
    private static ImmutableArray<LostCommit> WhatWouldBeLost(Folder folder, SqliteConnection copy, CommitRow last)
    {
        HeadFile head = new(folder.Head);
        long acknowledged = head.Exists ? head.Read()?.Number ?? 0 : 0;
        List<LostCommit> lost = [];
        if (folder.HasDatabase)
        {
            try
            {
                using SqliteConnection here = Connections.OpenReader(folder.Database);
                foreach (CommitRow row in here.Rows($"SELECT {CommitRow.Columns} FROM commits ORDER BY number", CommitRow.Read))
                {
                    if (row.Number > last.Number || CommitRow.At(copy, row.Number) is not { } same || !same.Hash.AsSpan().SequenceEqual(row.Hash))
                    {
                        lost.Add(new LostCommit(row.Number, new DateTimeOffset(Math.Clamp(row.Time, 0, DateTime.MaxValue.Ticks), TimeSpan.Zero), row.Kind, row.Subject, row.Actor));
                    }
                }
            }
            catch (SqliteException)
            {
                // What can still be read of a damaged store is listed; the head speaks for the rest.
            }
        }

        long known = Math.Max(last.Number, lost.Select(l => l.Number).DefaultIfEmpty(0).Max());
        for (long number = known + 1; number <= acknowledged; number++)
        {
            lost.Add(new LostCommit(number, null, "", "", ""));
        }

        return [.. lost];
    }

    // The database first, the head last: broken off in between, the head is ahead and writers refuse until the restore is run again.
    private static string? Swap(Folder folder, Folder aside, TimeProvider clock)
    {
        string? former = null;
        if (folder.HasDatabase)
        {
            former = folder.Database + ".before-" + clock.GetUtcNow().UtcDateTime.ToString("yyyyMMdd'T'HHmmss", System.Globalization.CultureInfo.InvariantCulture);
            foreach (string suffix in (string[])["-wal", "-shm"])
            {
                if (File.Exists(folder.Database + suffix))
                {
                    File.Move(folder.Database + suffix, former + suffix, overwrite: true);
                }
            }

            Folder.MoveInto(folder.Database, former);
        }

        Folder.MoveInto(aside.Database, folder.Database);
        Folder.MoveInto(aside.Head, folder.Head);
        return former;
    }

    private static void ThrowIfUnsound(VerifyResult result)
    {
        if (!result.IsGood)
        {
            throw new StoreDamagedException(result.Findings[0]);
        }
    }

    private static string DigestOf(string file)
    {
        using FileStream content = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }

    private static void SyncFile(string file)
    {
        using FileStream content = new(file, FileMode.Open, FileAccess.ReadWrite);
        content.Flush(flushToDisk: true);
    }
}
