using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Ballast.Store.Engine;

/// <summary>SHA-256 over a sequence of values, each with its length or width, so that no two sequences share their bytes.</summary>
internal sealed class Hashing : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public Hashing(string purpose) => Add(purpose);

    public void Add(long value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        _hash.AppendData(bytes);
    }

    public void Add(string? value)
    {
        if (value is null)
        {
            Add(-1);
            return;
        }

        byte[] bytes = Encoding.UTF8.GetBytes(value);
        Add(bytes);
    }

    public void Add(ReadOnlySpan<byte> value)
    {
        Add(value.Length);
        _hash.AppendData(value);
    }

    public byte[] Finish() => _hash.GetHashAndReset();

    public void Dispose() => _hash.Dispose();
}

/// <summary>A row of the table of commits.</summary>
internal sealed record CommitRow(long Number, long Time, string Actor, string Kind, string Subject, string IdempotencyKey, byte[] Digest, byte[] Seal, byte[] Previous, byte[] Hash)
{
    public const string Columns = "number, time, actor, kind, subject, idempotency_key, digest, seal, previous, hash";

    public static CommitRow Read(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5),
        row.GetFieldValue<byte[]>(6), row.GetFieldValue<byte[]>(7), row.GetFieldValue<byte[]>(8), row.GetFieldValue<byte[]>(9));

    /// <summary>A row that follows another, its hash computed.</summary>
    public static CommitRow After(CommitRow? before, long time, string actor, string kind, string subject, string idempotencyKey, byte[] digest, byte[] seal)
    {
        CommitRow row = new((before?.Number ?? 0) + 1, time, actor, kind, subject, idempotencyKey, digest, seal, before?.Hash ?? new byte[32], []);
        return row with { Hash = row.ComputeHash() };
    }

    /// <summary>The hash of the row and of the one before it.</summary>
    public byte[] ComputeHash()
    {
        using Hashing hash = new("ballast.commit/1");
        hash.Add(Number);
        hash.Add(Time);
        hash.Add(Actor);
        hash.Add(Kind);
        hash.Add(Subject);
        hash.Add(IdempotencyKey);
        hash.Add(Digest);
        hash.Add(Seal);
        hash.Add(Previous);
        return hash.Finish();
    }

    /// <summary>Whether the hash is right and the row follows from the one before it.</summary>
    public bool Follows(CommitRow? before) =>
        Number == (before?.Number ?? 0) + 1
        && Previous.AsSpan().SequenceEqual(before?.Hash ?? new byte[32])
        && Hash.AsSpan().SequenceEqual(ComputeHash());

    public Receipt ToReceipt(bool wasThere) =>
        new(Number, new DateTimeOffset(Time, TimeSpan.Zero), Kind, Subject, Convert.ToHexStringLower(Hash)) { WasThere = wasThere };

    public void Insert(SqliteConnection connection) => connection.Run(
        $"INSERT INTO commits({Columns}) VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10)",
        Number, Time, Actor, Kind, Subject, IdempotencyKey, Digest, Seal, Previous, Hash);

    public static CommitRow? Last(SqliteConnection connection) =>
        connection.Rows($"SELECT {Columns} FROM commits ORDER BY number DESC LIMIT 1", Read).FirstOrDefault();

    public static CommitRow? At(SqliteConnection connection, long number) =>
        connection.Rows($"SELECT {Columns} FROM commits WHERE number=?1", Read, number).FirstOrDefault();

    public static CommitRow? Of(SqliteConnection connection, string idempotencyKey) =>
        connection.Rows($"SELECT {Columns} FROM commits WHERE idempotency_key=?1", Read, idempotencyKey).FirstOrDefault();
}

/// <summary>The seal of a commit: a digest of every row it wrote, read back from the tables in a stated order. Public numbers and availability can be computed again and are not in it.</summary>
internal static class CommitSeal
{
    private static readonly (string Table, string Sql)[] Queries =
    [
        ("flows", "SELECT number, agency, id, major, dimensions FROM flows WHERE commit_number=?1 ORDER BY number"),
        ("flow_settings", "SELECT number, flow, version, pack, zone, display_order FROM flow_settings WHERE commit_number=?1 ORDER BY number"),
        ("structures", "SELECT number, kind, agency, id, version, content FROM structures WHERE commit_number=?1 ORDER BY number"),
        ("codes", "SELECT number, flow, dimension, first, count, content FROM codes WHERE commit_number=?1 ORDER BY number"),
        ("series_keys", "SELECT number, flow, first, count, content FROM series_keys WHERE commit_number=?1 ORDER BY number"),
        ("releases", "SELECT number, pack, key, digest, published, published_offset, sequence, loaded, visible, description FROM releases WHERE commit_number=?1 ORDER BY number"),
        ("parts", "SELECT part, flow, flow_version, structure, observations, series FROM parts WHERE release=(SELECT number FROM releases WHERE commit_number=?1) ORDER BY part"),
        ("chunks", "SELECT number, flow, block, content FROM chunks WHERE release=(SELECT number FROM releases WHERE commit_number=?1) ORDER BY number"),
        ("workspace", "SELECT number, name, value FROM workspace WHERE commit_number=?1 ORDER BY number"),
    ];

    public static byte[] Compute(SqliteConnection connection, long commitNumber)
    {
        using Hashing hash = new("ballast.seal/1");
        foreach ((string table, string sql) in Queries)
        {
            hash.Add(table);
            using SqliteCommand command = connection.Command(sql, commitNumber);
            using SqliteDataReader row = command.ExecuteReader();
            while (row.Read())
            {
                for (int i = 0; i < row.FieldCount; i++)
                {
                    Add(hash, row, i);
                }
            }
        }

        return hash.Finish();
    }

    private static void Add(Hashing hash, SqliteDataReader row, int column)
    {
        switch (SQLitePCL.raw.sqlite3_column_type(row.Handle, column))
        {
            case SQLitePCL.raw.SQLITE_INTEGER:
                hash.Add(row.GetInt64(column));
                break;
            case SQLitePCL.raw.SQLITE_BLOB:
                hash.Add(row.Blob(column));
                break;
            case SQLitePCL.raw.SQLITE_NULL:
                hash.Add((string?)null);
                break;
            default:
                hash.Add(row.GetString(column));
                break;
        }
    }
}
