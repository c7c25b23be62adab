using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Ballast.Store.Engine;

/// <summary>Opens connections the one way that is safe here, and lends them out; one thread uses one at a time.</summary>
internal sealed class Connections(string database) : IDisposable
{
    private const int NoCheckpointOnClose = 1006; // SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE
    private static readonly Version OldestEngine = new(3, 51, 3); // the first without the WAL-reset race

    private readonly ConcurrentBag<SqliteConnection> _readers = [];
    private bool _isDisposed;

    /// <summary>A connection that writes; the caller disposes it.</summary>
    public SqliteConnection OpenWriter() => Open(SqliteOpenMode.ReadWrite);

    /// <summary>Borrows a connection that only reads.</summary>
    public Lease Rent()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return new Lease(this, _readers.TryTake(out SqliteConnection? reader) ? reader : Open(SqliteOpenMode.ReadOnly));
    }

    /// <summary>Makes a database file that is not there.</summary>
    public static SqliteConnection Create(string database) => Open(database, SqliteOpenMode.ReadWriteCreate);

    public static SqliteConnection OpenReader(string database) => Open(database, SqliteOpenMode.ReadOnly);

    public void Dispose()
    {
        _isDisposed = true;
        while (_readers.TryTake(out SqliteConnection? reader))
        {
            reader.Dispose();
        }
    }

    private SqliteConnection Open(SqliteOpenMode mode) => Open(database, mode);

    private static SqliteConnection Open(string database, SqliteOpenMode mode)
    {
        SqliteConnectionStringBuilder settings = new() { DataSource = database, Mode = mode, Pooling = false, DefaultTimeout = 10 };
        SqliteConnection connection = new(settings.ToString());
        try
        {
            connection.Open();
            string engine = connection.Text("SELECT sqlite_version()") ?? "0.0";
            if (Version.Parse(engine) < OldestEngine)
            {
                throw new StoreException(StoreReason.EngineTooOld, [engine, OldestEngine.ToString()]);
            }

            if (mode == SqliteOpenMode.ReadWriteCreate)
            {
                connection.Run("PRAGMA page_size=4096");
                connection.Run("PRAGMA journal_mode=WAL");
            }

            connection.Run("PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0; PRAGMA cell_size_check=ON; PRAGMA trusted_schema=OFF; PRAGMA mmap_size=0; PRAGMA cache_size=-8192; PRAGMA temp_store=MEMORY");
            if (mode == SqliteOpenMode.ReadOnly)
            {
                connection.Run("PRAGMA query_only=ON");
            }

            _ = raw.sqlite3_db_config(connection.Handle, NoCheckpointOnClose, mode == SqliteOpenMode.ReadWriteCreate ? 0 : 1, out _);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A borrowed connection; disposing gives it back. Without an owner it stays with who made it.</summary>
    public readonly struct Lease(Connections? owner, SqliteConnection connection) : IDisposable
    {
        public SqliteConnection Connection => connection;

        public void Dispose()
        {
            if (owner is { _isDisposed: true })
            {
                connection.Dispose();
            }
            else
            {
                owner?._readers.Add(connection);
            }
        }
    }
}

/// <summary>Short forms of what is asked of a connection.</summary>
internal static class SqliteExtensions
{
    public static void Run(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using SqliteCommand command = connection.Command(sql, values);
        command.ExecuteNonQuery();
    }

    public static string? Text(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using SqliteCommand command = connection.Command(sql, values);
        return command.ExecuteScalar() is { } value and not DBNull ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;
    }

    public static long? Number(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using SqliteCommand command = connection.Command(sql, values);
        return command.ExecuteScalar() is { } value and not DBNull ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>Rows of a query, each seen through the reader while it stands on it.</summary>
    public static List<T> Rows<T>(this SqliteConnection connection, string sql, Func<SqliteDataReader, T> row, params ReadOnlySpan<object?> values)
    {
        using SqliteCommand command = connection.Command(sql, values);
        using SqliteDataReader reader = command.ExecuteReader();
        List<T> rows = [];
        while (reader.Read())
        {
            rows.Add(row(reader));
        }

        return rows;
    }

    /// <summary>A command whose parameters are ?1, ?2 …</summary>
    public static SqliteCommand Command(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        for (int i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue("?" + (i + 1).ToString(CultureInfo.InvariantCulture), values[i] ?? DBNull.Value);
        }

        return command;
    }

    /// <summary>A blob of the row without copying it; gone when the reader moves on.</summary>
    public static ReadOnlySpan<byte> Blob(this SqliteDataReader reader, int column) => raw.sqlite3_column_blob(reader.Handle, column);
}
