using System.Collections.Immutable;
using System.Globalization;
using Ballast.Sdmx.Model;
using Ballast.Series;
using Ballast.Store.Chunks;
using Ballast.Store.Overlay;
using Microsoft.Data.Sqlite;

namespace Ballast.Store.Engine;

/// <summary>Reads a whole store and lists every damage: pages, head, chain, seals, chunks, rows without a commit, public numbers, availability.</summary>
internal sealed class Verifier(SqliteConnection connection, HeadFile? head)
{
    private readonly List<Finding> _findings = [];
    private readonly Dictionary<long, (long Commit, string Key)> _releases = [];
    private readonly Dictionary<int, (string Name, int Dimensions)> _flows = [];
    private long _chunks;

    public VerifyResult Run()
    {
        List<CommitRow> commits = [];
        connection.Run("BEGIN");
        try
        {
            Step(CheckPages);
            Step(() => commits = CheckChain());
            Step(() => CheckHead(commits));
            Step(() => CheckSeals(commits));
            Step(CheckMigrations);
            Step(ReadNames);
            Step(CheckChunks);
            Step(CheckStrays);
            Step(CheckDerived);
        }
        finally
        {
            Step(() => connection.Run("ROLLBACK"));
        }

        return new VerifyResult(commits.Count, _releases.Count, _chunks, [.. _findings.Distinct()]);
    }

    private void Step(Action check)
    {
        try
        {
            check();
        }
        catch (SqliteException failure)
        {
            Add(new Finding(FindingKind.Pages, Detail: failure.Message));
        }
        catch (MalformedException malformed)
        {
            Add(new Finding(FindingKind.Seal, Detail: malformed.Message));
        }
        catch (StoreDamagedException damaged)
        {
            Add(damaged.What);
        }
        catch (Exception failure) when (failure is InvalidOperationException or ArgumentException or InvalidCastException or OverflowException or FormatException or KeyNotFoundException or NullReferenceException or IndexOutOfRangeException)
        {
            // Damage that breaks the very form of a row: the row's own finding is listed by its seal, this says that reading it failed.
            Add(new Finding(FindingKind.Seal, Detail: failure.Message));
        }
    }

    private void Add(Finding finding) => _findings.Add(finding);

    private void CheckPages()
    {
        foreach (string line in connection.Rows("PRAGMA integrity_check(20)", row => row.GetString(0)).Where(line => line != "ok"))
        {
            Add(new Finding(FindingKind.Pages, Detail: line));
        }
    }

    private List<CommitRow> CheckChain()
    {
        List<CommitRow> commits = connection.Rows($"SELECT {CommitRow.Columns} FROM commits ORDER BY number", CommitRow.Read);
        CommitRow? before = null;
        foreach (CommitRow row in commits)
        {
            if (!row.Follows(before))
            {
                Add(new Finding(FindingKind.Chain, row.Number, row.Kind == CommitKind.Release ? row.Subject : null));
            }

            before = row;
        }

        if (commits.Count == 0)
        {
            Add(new Finding(FindingKind.Chain, Detail: "no commits"));
        }

        return commits;
    }

    private void CheckHead(List<CommitRow> commits)
    {
        if (head is null || commits.Count == 0)
        {
            return;
        }

        HeadVerdict verdict = HeadCheck.Compare(head, connection, commits[^1]);
        if (verdict.State is not (HeadState.Agrees or HeadState.DatabaseAhead))
        {
            Add(new Finding(FindingKind.Head, verdict.HeadNumber, Detail: verdict.State.ToString()));
        }
    }

    private void CheckSeals(List<CommitRow> commits)
    {
        foreach (CommitRow row in commits)
        {
            Step(() =>
            {
                if (!CommitSeal.Compute(connection, row.Number).AsSpan().SequenceEqual(row.Seal))
                {
                    Add(new Finding(FindingKind.Seal, row.Number, row.Kind == CommitKind.Release ? row.Subject : null));
                }
            });
        }
    }

    private void CheckMigrations()
    {
        long[] versions = [.. connection.Rows("SELECT version FROM migrations WHERE room=?1 ORDER BY version", row => row.GetInt64(0), Schema.Room)];
        if (!versions.SequenceEqual(Enumerable.Range(1, versions.Length).Select(v => (long)v)) || versions.Length != Schema.CurrentVersion)
        {
            Add(new Finding(FindingKind.Stray, Detail: "migrations"));
        }
    }

    private void ReadNames()
    {
        foreach ((long number, long commit, string key) in connection.Rows("SELECT number, commit_number, key FROM releases", row => (row.GetInt64(0), row.GetInt64(1), row.GetString(2))))
        {
            _releases[number] = (commit, key);
        }

        foreach ((int number, string agency, string id, string dimensions) in connection.Rows("SELECT number, agency, id, dimensions FROM flows", row => (row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetString(3))))
        {
            _flows[number] = ($"{agency}:{id}", dimensions.Split(',').Length);
        }
    }

    private void CheckChunks()
    {
        foreach ((long number, int flow, int block, long release) in connection.Rows("SELECT number, flow, block, release FROM chunks ORDER BY number", row => (row.GetInt64(0), row.GetInt32(1), row.GetInt32(2), row.GetInt64(3))))
        {
            _chunks++;
            (long Commit, string Key) of = _releases.GetValueOrDefault(release);
            string? name = _flows.TryGetValue(flow, out var known) ? known.Name : null;
            try
            {
                using SqliteCommand command = connection.Command("SELECT content FROM chunks WHERE number=?1", number);
                using SqliteDataReader row = command.ExecuteReader();
                row.Read();
                Decode(row.Blob(0), flow, block, release, known.Dimensions);
            }
            catch (Exception failure) when (failure is MalformedException or SqliteException or ArgumentException)
            {
                Add(new Finding(FindingKind.Chunk, of.Commit, of.Key, name, block, failure.Message));
            }
        }
    }

    private static void Decode(ReadOnlySpan<byte> chunk, int flow, int block, long release, int dimensions)
    {
        ChunkReader reader = new(chunk, new ChunkWish(["OBS_VALUE"], true, dimensions), new TextPool());
        if (reader.Header.Flow != flow || reader.Header.Block != block || reader.Header.Release != release)
        {
            throw new MalformedException("The chunk stands in another's place.");
        }

        StepBuffer step = new();
        int rows = 0;
        int series = 0;
        while (reader.Next(step))
        {
            rows += step.RowCount;
            series += step.SeriesCount;
        }

        if (rows != reader.Header.RowCount || series != reader.Header.SeriesCount)
        {
            throw new MalformedException("The header counts other rows than there are.");
        }
    }

    private void CheckStrays()
    {
        foreach (string table in (string[])["flows", "flow_settings", "structures", "codes", "series_keys", "releases", "workspace"])
        {
            foreach (long commit in connection.Rows($"SELECT DISTINCT commit_number FROM {table} WHERE commit_number NOT IN (SELECT number FROM commits)", row => row.GetInt64(0)))
            {
                Add(new Finding(FindingKind.Stray, commit, Detail: table));
            }
        }

        foreach (string table in (string[])["parts", "chunks"])
        {
            foreach (long release in connection.Rows($"SELECT DISTINCT release FROM {table} WHERE release NOT IN (SELECT number FROM releases)", row => row.GetInt64(0)))
            {
                Add(new Finding(FindingKind.Stray, Detail: string.Create(CultureInfo.InvariantCulture, $"{table} {release}")));
            }
        }
    }

    private void CheckDerived()
    {
        StoreState state = StoreState.Read(connection, null);
        long[] numbered = [.. state.Releases.Where(r => r.StoredPublicNumber is not null).OrderBy(r => r.Visible).ThenBy(r => r.Number).Select(r => r.StoredPublicNumber!.Value)];
        long lastRelease = state.Releases.Select(r => r.Record.Loaded.UtcTicks).DefaultIfEmpty(0).Max();
        if (!numbered.SequenceEqual(Enumerable.Range(1, numbered.Length).Select(n => (long)n)) || state.Releases.Any(r => r.StoredPublicNumber is null && r.Visible <= lastRelease))
        {
            Add(new Finding(FindingKind.PublicNumber));
        }

        ImmutableArray<VisibleRelease> visible = state.Visible(Viewpoint.PublicAt(new DateTimeOffset(lastRelease, TimeSpan.Zero)), lastRelease);
        foreach (FlowRow flow in state.Flows)
        {
            Step(() => CheckAvailability(state, flow, visible));
        }
    }

    private void CheckAvailability(StoreState state, FlowRow flow, ImmutableArray<VisibleRelease> visible)
    {
        StructureId id = state.DataflowOf(flow).Id;
        foreach (byte[] kept in connection.Rows("SELECT releases FROM availability WHERE flow=?1", row => row.GetFieldValue<byte[]>(0), flow.Number))
        {
            Step(() => AvailabilityKeeper.Find(connection, id, flow, kept));
        }

        byte[] key = AvailabilityKeeper.KeyOf(flow, visible);
        if (AvailabilityKeeper.Find(connection, id, flow, key) is { } stored)
        {
            Availability counted = AvailabilityKeeper.Count(() => new Connections.Lease(null, connection), state, flow, state.IndexOf(flow, connection), visible);
            if (!AvailabilityKeeper.AreEqual(stored, counted))
            {
                Add(new Finding(FindingKind.Availability, Flow: $"{flow.Agency}:{flow.Id}"));
            }
        }
    }
}
