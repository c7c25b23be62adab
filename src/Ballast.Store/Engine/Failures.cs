using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Ballast.Store.Engine;

/// <summary>What the engine's and the system's failures mean to the store.</summary>
internal static class Failures
{
    public static StoreException Of(SqliteException failure) => failure.SqliteErrorCode switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new StoreBusyException(null, null, TimeSpan.Zero),
        raw.SQLITE_FULL => new StoreException(StoreReason.DiskFull, [], failure),
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => new StoreDamagedException(new Finding(FindingKind.Pages, Detail: failure.Message), failure),
        raw.SQLITE_READONLY or raw.SQLITE_PERM => new StoreException(StoreReason.NotWritable, [], failure),
        raw.SQLITE_ERROR => new StoreDamagedException(new Finding(FindingKind.Pages, Detail: failure.Message), failure),
        _ => new StoreException(StoreReason.InputOutput, [failure.SqliteExtendedErrorCode.ToString(System.Globalization.CultureInfo.InvariantCulture)], failure),
    };

    public static StoreException Of(IOException failure) =>
        new((failure.HResult & 0xFFFF) is 28 or 112 ? StoreReason.DiskFull : StoreReason.InputOutput, [failure.Message], failure);
}
