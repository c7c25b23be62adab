using System.Collections.Immutable;
using Ballast.Sdmx.Model;
using Ballast.Store.Chunks;
using Ballast.Store.Engine;
using Microsoft.Data.Sqlite;

namespace Ballast.Store;

/// <summary>
/// The data file of Ballast: keeps structures and releases, answers from a viewpoint, and decides nothing else. Safe to use from several threads; several processes may read while one writes.
/// </summary>
/// <remarks>What is in the file stands in docs/store.md. Every failure of the store is a <see cref="StoreException"/> with a reason.</remarks>
public sealed partial class BallastStore : IDisposable
{
    private readonly Folder _folder;
    private readonly StoreAccess _access;
    private readonly TimeProvider _clock;
    private readonly Connections _connections;
    private readonly HeadFile _head;
    private readonly Lock _stateGate = new();
    private StoreState? _state;

    private BallastStore(Folder folder, StoreAccess access, TimeProvider clock)
    {
        (_folder, _access, _clock) = (folder, access, clock);
        _connections = new Connections(folder.Database);
        _head = new HeadFile(folder.Head);
    }

    /// <summary>The folder of the store.</summary>
    public string Directory => _folder.Root;

    /// <summary>How long a writer waits for another before it gives up; ten seconds unless set.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Changes whenever an answer may change; key of caches.</summary>
    public DataVersion DataVersion
    {
        get
        {
            StoreState state = State();
            return new DataVersion(state.CommitNumber, state.PublicCount(Now()));
        }
    }

    /// <summary>
    /// Opens the store of a folder. With <see cref="StoreAccess.ReadWrite"/> a missing store is made, whole or not at all, and a head that lags behind an intact history is repaired; a head that is missing, damaged or
    /// ahead is refused. Readers open in spite of a bad head and go on.
    /// </summary>
    /// <param name="directory">The folder; made where missing.</param>
    /// <param name="access">Reads only, or writes too.</param>
    /// <param name="clock">The store's clock: it clamps every read and stamps every write.</param>
    /// <exception cref="StoreException">There is no store to read, it is newer or damaged, or its head does not fit.</exception>
    public static BallastStore Open(string directory, StoreAccess access, TimeProvider clock)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        ArgumentNullException.ThrowIfNull(clock);
        Folder folder = new(directory);
        if (!folder.HasDatabase)
        {
            if (access == StoreAccess.ReadOnly)
            {
                throw new StoreException(StoreReason.NoStore, [folder.Root]);
            }

            StoreMaker.Make(folder, clock);
        }

        BallastStore store = new(folder, access, clock);
        try
        {
            store.CheckFormat();
            if (access == StoreAccess.ReadWrite)
            {
                store.CheckBeforeWriting();
            }

            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>Closes the store. A writer moves its log into the file first.</summary>
    public void Dispose()
    {
        CloseWriter();
        _connections.Dispose();
    }

    /// <summary>All structures, each version's newest form. They are public the moment they are written; what was used of them in releases is subject to the viewpoint.</summary>
    public StructureSet Structures() => State().Structures;

    /// <summary>Dataflows with their owner, zone and order.</summary>
    public ImmutableArray<FlowSettings> Flows() => State().Settings;

    /// <summary>Settings of one dataflow, or null where the store does not know it.</summary>
    public FlowSettings? SettingsOf(StructureId flow) =>
        Flows().FirstOrDefault(s => s.Flow.Agency == flow.Agency && s.Flow.Id == flow.Id && s.Flow.Version.Major == flow.Version.Major);

    private long Now() => _clock.GetUtcNow().UtcTicks;

    /// <summary>The state at the newest commit; read again only when there is a newer one.</summary>
    private StoreState State() => Guarded(() =>
    {
        using Connections.Lease lease = _connections.Rent();
        long newest = lease.Connection.Number("SELECT max(number) FROM commits") ?? 0;
        lock (_stateGate)
        {
            if (_state is not null && _state.CommitNumber == newest)
            {
                return _state;
            }
        }

        lease.Connection.Run("BEGIN");
        try
        {
            StoreState state = StoreState.Read(lease.Connection, _state);
            return Publish(state);
        }
        finally
        {
            lease.Connection.Run("ROLLBACK");
        }
    });

    private StoreState Publish(StoreState state)
    {
        lock (_stateGate)
        {
            if (_state is null || _state.CommitNumber < state.CommitNumber)
            {
                _state = state;
            }

            return state;
        }
    }

    private void CheckFormat() => Guarded(() =>
    {
        using Connections.Lease lease = _connections.Rent();
        SqliteConnection connection = lease.Connection;
        if (connection.Number("PRAGMA application_id") != Schema.ApplicationId)
        {
            throw new StoreException(StoreReason.Damaged, [FindingKind.Pages.ToString(), "application_id"]);
        }

        long version = connection.Number("SELECT max(version) FROM migrations WHERE room=?1", Schema.Room) ?? 0;
        if (version > Schema.CurrentVersion)
        {
            throw new StoreException(StoreReason.NewerFormat, [version.ToString(System.Globalization.CultureInfo.InvariantCulture), Schema.CurrentVersion.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        }

        return true;
    });

    /// <summary>Runs a read and turns what the engine says into reasons.</summary>
    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SqliteException failure)
        {
            throw Failures.Of(failure);
        }
        catch (MalformedException malformed)
        {
            throw new StoreDamagedException(new Finding(FindingKind.Seal, Detail: malformed.Message), malformed);
        }
    }
}
