using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Ballast.Store.Engine;

/// <summary>What a comparison of head and database said.</summary>
internal sealed record HeadVerdict(HeadState State, long HeadNumber);

/// <summary>Compares the head file with the table of commits.</summary>
internal static class HeadCheck
{
    public static HeadVerdict Compare(HeadFile file, SqliteConnection connection, CommitRow last)
    {
        if (!file.Exists)
        {
            return new HeadVerdict(HeadState.Missing, 0);
        }

        if (file.Read() is not { } head)
        {
            return new HeadVerdict(HeadState.Damaged, 0);
        }

        if (head.Number > last.Number)
        {
            return new HeadVerdict(HeadState.DatabaseBehind, head.Number);
        }

        if (CommitRow.At(connection, head.Number) is not { } there || !there.Hash.AsSpan().SequenceEqual(head.Hash))
        {
            return new HeadVerdict(HeadState.HistoryDiffers, head.Number);
        }

        CommitRow before = there;
        foreach (CommitRow row in connection.Rows($"SELECT {CommitRow.Columns} FROM commits WHERE number>?1 ORDER BY number", CommitRow.Read, head.Number))
        {
            if (!row.Follows(before))
            {
                return new HeadVerdict(HeadState.HistoryDiffers, head.Number);
            }

            before = row;
        }

        return new HeadVerdict(head.Number == last.Number ? HeadState.Agrees : HeadState.DatabaseAhead, head.Number);
    }

    public static StoreException Refusal(HeadVerdict verdict, CommitRow last)
    {
        StoreReason reason = verdict.State switch
        {
            HeadState.Missing => StoreReason.HeadMissing,
            HeadState.Damaged => StoreReason.HeadDamaged,
            HeadState.DatabaseBehind => StoreReason.DatabaseBehindHead,
            _ => StoreReason.HistoryDiffers,
        };
        return new StoreException(reason, [verdict.HeadNumber.ToString(CultureInfo.InvariantCulture), last.Number.ToString(CultureInfo.InvariantCulture)]);
    }
}
