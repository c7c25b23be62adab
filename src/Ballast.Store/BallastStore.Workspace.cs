using Ballast.Store.Engine;
using Microsoft.Data.Sqlite;

namespace Ballast.Store;

/// <content>State of the workspace beside data: what was done when, which folders were taken in. Each change is a commit; earlier values stay in the chain.</content>
public sealed partial class BallastStore
{
    /// <summary>The value that a name has now, or null where it never had one.</summary>
    public string? WorkspaceState(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return Guarded(() =>
        {
            using Connections.Lease lease = _connections.Rent();
            return Read(lease.Connection, name);
        });
    }

    /// <summary>Gives a name a value.</summary>
    /// <returns>A receipt, or null where it had that value already.</returns>
    /// <exception cref="StoreException">Refused, or could not.</exception>
    public Receipt? CommitWorkspaceState(string name, string value, string actor)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        ArgumentException.ThrowIfNullOrEmpty(actor);
        return Write(turn =>
        {
            if (Read(turn.Connection, name) == value)
            {
                return null;
            }

            // The same value may come again after another: the number of the commit makes the idempotency key new.
            turn.Connection.Run("INSERT INTO workspace(commit_number, name, value) VALUES(?1,?2,?3)", turn.Next.Number, name, value);
            return turn.Append(actor, CommitKind.Workspace, name, $"workspace:{turn.Next.Number}:{name}", HashOfText($"{name}\n{value}")).ToReceipt(wasThere: false);
        });
    }

    private static string? Read(SqliteConnection connection, string name)
    {
        using SqliteCommand command = connection.Command("SELECT value FROM workspace WHERE name=?1 ORDER BY number DESC LIMIT 1", name);
        return command.ExecuteScalar() as string;
    }
}
