using Microsoft.Data.Sqlite;

namespace Ballast.Store.Engine;

/// <summary>Makes an empty store: in a temporary folder, synced, then renamed into place, the head before the database, so that a database never stands without its head.</summary>
internal static class StoreMaker
{
    private const string Purpose = "new";

    public static void Make(Folder folder, TimeProvider clock)
    {
        folder.Make();
        using WriterLock turn = WriterLock.Take(folder.Lock, TimeSpan.FromSeconds(10), clock);
        if (folder.HasDatabase)
        {
            return;
        }

        // A head of the first commit is left by a making that was broken off; any later one says that a store stood here.
        HeadFile head = new(folder.Head);
        if (head.Exists && head.Read() is not { Number: 1 })
        {
            throw new StoreException(StoreReason.DatabaseBehindHead, [(head.Read()?.Number ?? 0).ToString(System.Globalization.CultureInfo.InvariantCulture), "0"]);
        }

        folder.RemoveTemporary(Purpose);
        Folder made = folder.MakeTemporary(Purpose);
        CommitRow first = Fill(made.Database, clock.GetUtcNow().UtcTicks);
        new HeadFile(made.Head).Write(new Head(first.Number, first.Hash));
        Folder.MoveInto(made.Head, folder.Head);
        Folder.MoveInto(made.Database, folder.Database);
        made.Remove();
    }

    private static CommitRow Fill(string database, long now)
    {
        using SqliteConnection connection = Connections.Create(database);
        connection.Run($"PRAGMA application_id={Schema.ApplicationId}");
        connection.Run("BEGIN IMMEDIATE");
        for (int version = 1; version <= Schema.Migrations.Length; version++)
        {
            connection.Run(Schema.Migrations[version - 1]);
            connection.Run("INSERT INTO migrations(room, version, applied) VALUES(?1,?2,?3)", Schema.Room, version, now);
        }

        CommitRow first = CommitRow.After(null, now, "store", CommitKind.Create, "", "create:" + Guid.NewGuid().ToString("N"), new byte[32], CommitSeal.Compute(connection, 1));
        first.Insert(connection);
        connection.Run("COMMIT");
        connection.Run("PRAGMA wal_checkpoint(TRUNCATE)");
        return first;
    }
}

/// <summary>Kinds of commits.</summary>
internal static class CommitKind
{
    public const string Create = "create";
    public const string Structures = "structures";
    public const string Release = "release";
    public const string Workspace = "workspace";
}
