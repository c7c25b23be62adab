using System.Collections.Immutable;
using System.Globalization;
using Ballast.Sdmx.Model;
using Ballast.Series;
using Ballast.Store.Chunks;
using Ballast.Store.Encoder;
using Ballast.Store.Engine;
using Ballast.Store.Overlay;
using Microsoft.Data.Sqlite;

namespace Ballast.Store;

public sealed partial class BallastStore
{
    private const int LogPagesBeforeCheckpoint = 2_000;
    private const int LogPagesBeforeTruncation = 32_000;

    private readonly Lock _writing = new();
    private readonly Dictionary<int, StandingPeriods> _standing = [];
    private SqliteConnection? _writer;
    private Exception? _stoppedBy;

    /// <summary>Writes structures that are new or differ from what the store has, and what it keeps of dataflows.</summary>
    /// <param name="structures">Structures; references may go to what the store has already.</param>
    /// <param name="settings">For each new dataflow its owner, zone and order; also changes to those known.</param>
    /// <param name="actor">Who writes.</param>
    /// <param name="idempotencyKey">The same key and content give the same receipt again.</param>
    /// <returns>A receipt; where nothing was new, that of the commit which wrote structures last.</returns>
    /// <exception cref="StoreException">Refused, or could not.</exception>
    public Receipt CommitStructures(StructureSet structures, IEnumerable<FlowSettings> settings, string actor, string idempotencyKey)
    {
        ArgumentNullException.ThrowIfNull(structures);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentException.ThrowIfNullOrEmpty(actor);
        ArgumentException.ThrowIfNullOrEmpty(idempotencyKey);
        var encoded = StructureCodec.Encode(structures).ToArray();
        FlowSettings[] wanted = [.. settings];
        byte[] digest = DigestOf(encoded, wanted);
        return Write(turn =>
        {
            if (Repeated(turn, idempotencyKey, digest) is { } same)
            {
                return same;
            }

            CommitRow row = turn.Next;
            bool isNew = false;
            foreach ((StructureKind kind, StructureId id, byte[] bytes) in encoded)
            {
                using SqliteCommand known = turn.Connection.Command(
                    "SELECT content FROM structures WHERE kind=?1 AND agency=?2 AND id=?3 AND version=?4 ORDER BY number DESC LIMIT 1",
                    (int)kind, id.Agency, id.Id, id.Version.ToString());
                if (known.ExecuteScalar() is byte[] before && before.AsSpan().SequenceEqual(bytes))
                {
                    continue;
                }

                isNew = true;
                turn.Connection.Run(
                    "INSERT INTO structures(commit_number, kind, agency, id, version, content) VALUES(?1,?2,?3,?4,?5,?6)",
                    row.Number, (int)kind, id.Agency, id.Id, id.Version.ToString(), bytes);
            }

            StructureSet all = turn.State.Structures.With(structures);
            Dictionary<(string, string, int), int> flowNumbers = turn.State.Flows.ToDictionary(f => (f.Agency, f.Id, f.Major), f => f.Number);
            foreach (Dataflow flow in structures.Dataflows)
            {
                isNew |= AddFlow(turn, row.Number, flow, all, flowNumbers);
            }

            foreach (FlowSettings one in wanted)
            {
                isNew |= AddSettings(turn, row.Number, one, flowNumbers);
            }

            if (!isNew && turn.Connection.Rows($"SELECT {CommitRow.Columns} FROM commits WHERE kind=?1 ORDER BY number DESC LIMIT 1", CommitRow.Read, CommitKind.Structures).FirstOrDefault() is { } last)
            {
                return last.ToReceipt(wasThere: true);
            }

            return turn.Append(actor, CommitKind.Structures, "", idempotencyKey, digest).ToReceipt(wasThere: false);
        });
    }

    /// <summary>Writes one release, whole or not at all.</summary>
    /// <param name="draft">The release.</param>
    /// <param name="actor">Who writes.</param>
    /// <param name="idempotencyKey">The same key and content give the same receipt again.</param>
    /// <returns>A receipt; where the pack's release is there with the same content, that of the commit which wrote it.</returns>
    /// <exception cref="StoreException">Refused, or could not.</exception>
    public Receipt CommitRelease(ReleaseDraft draft, string actor, string idempotencyKey)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return CommitReleases([draft], actor, [idempotencyKey])[0];
    }

    /// <summary>Writes several releases in one turn with one sync: all of them or none. Each is a commit of its own; its key is the key given with the draft's place from 0 after a '#'.</summary>
    /// <inheritdoc cref="CommitRelease"/>
    public ImmutableArray<Receipt> CommitReleases(IEnumerable<ReleaseDraft> drafts, string actor, string idempotencyKey)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        ArgumentException.ThrowIfNullOrEmpty(idempotencyKey);
        ReleaseDraft[] all = [.. drafts];
        return CommitReleases(all, actor, [.. all.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"{idempotencyKey}#{i}"))]);
    }

    private ImmutableArray<Receipt> CommitReleases(ReleaseDraft[] drafts, string actor, string[] idempotencyKeys)
    {
        ArgumentException.ThrowIfNullOrEmpty(actor);
        foreach (string key in idempotencyKeys)
        {
            ArgumentException.ThrowIfNullOrEmpty(key);
        }

        string[] digests = [.. drafts.Select(d => d.ContentDigest ?? DraftDigest.Compute(d))];
        CheckNotReadOnly();

        // Encoding comes before the turn; it is done again within it only where another writer added series or releases meanwhile.
        StoreState before = State();
        Prepared?[] prepared = Prepare(before, drafts, digests);
        return Write(turn =>
        {
            if (turn.State.CommitNumber != before.CommitNumber)
            {
                prepared = Prepare(turn.State, drafts, digests, turn.Connection);
            }

            Receipt[] receipts = new Receipt[drafts.Length];
            SortedSet<int> flows = [];
            Dictionary<(string, string, string), Receipt> written = [];
            for (int i = 0; i < drafts.Length; i++)
            {
                byte[] digest = HashOfText(digests[i]);
                (string, string, string) identity = (drafts[i].Pack, drafts[i].Key, digests[i]);
                if (Repeated(turn, idempotencyKeys[i], digest) is { } same)
                {
                    receipts[i] = same;
                }
                else if (turn.State.Releases.FirstOrDefault(r => (r.Record.Pack, r.Record.Key, r.Record.ContentDigest) == identity) is { } there)
                {
                    receipts[i] = CommitRow.At(turn.Connection, there.CommitNumber)!.ToReceipt(wasThere: true);
                }
                else if (written.TryGetValue(identity, out Receipt? twin))
                {
                    receipts[i] = twin with { WasThere = true };
                }
                else
                {
                    receipts[i] = WriteRelease(turn, drafts[i], digests[i], prepared[i]!, actor, idempotencyKeys[i], digest);
                    written.Add(identity, receipts[i]);
                    flows.UnionWith(prepared[i]!.Flows.Select(f => f.Flow.Number));
                }
            }

            if (written.Count > 0)
            {
                Finish(turn, flows);
            }

            return receipts.ToImmutableArray();
        });
    }

    /// <summary>Encodes what is not there yet, against codes and series as they stand in a state and as the drafts before add to them.</summary>
    private Prepared?[] Prepare(StoreState state, ReleaseDraft[] drafts, string[] digests, SqliteConnection? connection = null) => Guarded(() =>
    {
        using Connections.Lease? lease = connection is null ? _connections.Rent() : null;
        SqliteConnection source = connection ?? lease!.Value.Connection;
        HashSet<(string, string, string)> there = [.. state.Releases.Select(r => (r.Record.Pack, r.Record.Key, r.Record.ContentDigest))];
        Dictionary<(string Pack, string Key), (long Published, int Sequence)> newest = [];
        foreach (ReleaseRow release in state.Releases)
        {
            Note(newest, release.Record.Pack, release.Record.Key, release.Published, release.Record.Sequence);
        }

        Dictionary<int, SeriesIndex> indexes = [];
        Prepared?[] prepared = new Prepared?[drafts.Length];
        for (int i = 0; i < drafts.Length; i++)
        {
            ReleaseDraft draft = drafts[i];
            if (!there.Add((draft.Pack, draft.Key, digests[i])))
            {
                continue;
            }

            int sequence = SequenceOf(draft, newest);
            Note(newest, draft.Pack, draft.Key, draft.Published.UtcTicks, sequence);
            ImmutableArray<EncodedFlow>.Builder flows = ImmutableArray.CreateBuilder<EncodedFlow>();
            foreach (IGrouping<FlowRow, DataSet> parts in draft.Parts.GroupBy(p => FlowOf(state, p)))
            {
                if (!indexes.TryGetValue(parts.Key.Number, out SeriesIndex? index))
                {
                    indexes.Add(parts.Key.Number, index = state.IndexOf(parts.Key, source).Copy());
                }

                flows.Add(new FlowEncoder(parts.Key, index).Encode(parts));
            }

            prepared[i] = new Prepared(sequence, flows.ToImmutable());
        }

        return prepared;
    });

    private static void Note(Dictionary<(string Pack, string Key), (long Published, int Sequence)> newest, string pack, string key, long published, int sequence)
    {
        if (!newest.TryGetValue((pack, key), out var known) || known.Sequence < sequence)
        {
            newest[(pack, key)] = (published, sequence);
        }
    }

    private static int SequenceOf(ReleaseDraft draft, Dictionary<(string Pack, string Key), (long Published, int Sequence)> newest)
    {
        if (draft.Amends is null)
        {
            return newest.ContainsKey((draft.Pack, draft.Key)) ? throw new StoreException(StoreReason.ReleaseChanged, [draft.Pack, draft.Key]) : 0;
        }

        if (!newest.TryGetValue((draft.Pack, draft.Amends), out var amended))
        {
            throw new StoreException(StoreReason.AmendedReleaseUnknown, [draft.Pack, draft.Key, draft.Amends]);
        }

        if (amended.Published != draft.Published.UtcTicks)
        {
            throw new StoreException(StoreReason.AmendedMomentDiffers, [draft.Pack, draft.Key, draft.Amends]);
        }

        return draft.Key != draft.Amends && newest.TryGetValue((draft.Pack, draft.Key), out var own)
            ? throw new StoreException(StoreReason.ReleaseChanged, [draft.Pack, draft.Key])
            : amended.Sequence + 1;
    }

    private static FlowRow FlowOf(StoreState state, DataSet part)
    {
        FlowRow flow = state.FindFlow(part.Flow.Id) ?? throw new StoreException(StoreReason.FlowUnknown, [part.Flow.Id.ToString()]);
        return part.Structure.Dimensions.Select(d => d.Id).SequenceEqual(flow.Dimensions, StringComparer.Ordinal)
            ? flow
            : throw new StoreException(StoreReason.DimensionsDiffer, [part.Flow.Id.ToString(), string.Join(',', flow.Dimensions)]);
    }

    private static Receipt WriteRelease(Turn turn, ReleaseDraft draft, string contentDigest, Prepared prepared, string actor, string idempotencyKey, byte[] digest)
    {
        SqliteConnection connection = turn.Connection;
        long commit = turn.Next.Number;
        long number = (connection.Number("SELECT max(number) FROM releases") ?? 0) + 1;
        connection.Run(
            "INSERT INTO releases(number, commit_number, pack, key, digest, published, published_offset, sequence, loaded, visible, public_number, description) VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,NULL,?11)",
            number, commit, draft.Pack, draft.Key, contentDigest, draft.Published.UtcTicks, (int)draft.Published.Offset.TotalMinutes, prepared.Sequence,
            turn.Time, Math.Max(turn.Time, draft.Published.UtcTicks), ReleaseDescription.Encode(draft));
        for (int part = 0; part < draft.Parts.Length; part++)
        {
            DataSet data = draft.Parts[part];
            connection.Run(
                "INSERT INTO parts(release, part, flow, flow_version, structure, observations, series) VALUES(?1,?2,?3,?4,?5,?6,?7)",
                number, part, turn.State.FindFlow(data.Flow.Id)!.Number, data.Flow.Id.Version.ToString(), data.Structure.Id.ToString(), data.ObservationCount,
                data.Segments.SelectMany(s => s.KeyNumbers).Distinct().Count());
        }

        foreach (EncodedFlow flow in prepared.Flows)
        {
            WriteFlow(connection, commit, number, flow);
        }

        return turn.Append(actor, CommitKind.Release, draft.Key, idempotencyKey, digest).ToReceipt(wasThere: false);
    }

    private static void WriteFlow(SqliteConnection connection, long commit, long release, EncodedFlow flow)
    {
        ByteWriter to = new();
        for (int dimension = 0; dimension < flow.CodeCounts.Length; dimension++)
        {
            int first = flow.FirstNewCodes[dimension];
            int count = flow.CodeCounts[dimension] - first;
            if (count == 0)
            {
                continue;
            }

            to.Clear();
            for (int ordinal = first; ordinal < first + count; ordinal++)
            {
                to.Text(flow.Index.CodeOf(dimension, ordinal));
            }

            connection.Run("INSERT INTO codes(commit_number, flow, dimension, first, count, content) VALUES(?1,?2,?3,?4,?5,?6)", commit, flow.Flow.Number, dimension, first, count, to.ToArray());
        }

        if (flow.SeriesCount > flow.FirstNewSeries)
        {
            to.Clear();
            for (int series = flow.FirstNewSeries; series < flow.SeriesCount; series++)
            {
                foreach (int ordinal in flow.Index.OrdinalsOf(series))
                {
                    to.Varint(ordinal);
                }
            }

            connection.Run("INSERT INTO series_keys(commit_number, flow, first, count, content) VALUES(?1,?2,?3,?4,?5)", commit, flow.Flow.Number, flow.FirstNewSeries, flow.SeriesCount - flow.FirstNewSeries, to.ToArray());
        }

        using SqliteCommand insert = connection.Command("INSERT INTO chunks(flow, block, release, content) VALUES(?1,?2,?3,?4)", flow.Flow.Number, 0, release, Array.Empty<byte>());
        foreach (EncodedChunk chunk in flow.Chunks)
        {
            (chunk.Header with { Release = release }).WriteTo(chunk.Bytes);
            insert.Parameters[1].Value = chunk.Header.Block;
            insert.Parameters[3].Value = chunk.Bytes;
            insert.ExecuteNonQuery();
        }
    }

    /// <summary>Stores the public numbers of all that is visible now, and the availability of each dataflow written to as everybody sees it now.</summary>
    private void Finish(Turn turn, IEnumerable<int> flows)
    {
        StoreState state = StoreState.Read(turn.Connection, turn.State);
        Dictionary<long, long> numbers = state.NumbersSinceLastWrite(turn.Time);
        foreach ((long release, long number) in numbers)
        {
            turn.Connection.Run("UPDATE releases SET public_number=?1 WHERE number=?2", number, release);
        }

        state = StoreState.Read(turn.Connection, state);
        ImmutableArray<VisibleRelease> visible = state.Visible(Viewpoint.PublicAt(new DateTimeOffset(turn.Time, TimeSpan.Zero)), turn.Time);
        foreach (int flow in flows)
        {
            StandingPeriods? before = _standing.GetValueOrDefault(flow);
            _standing.Remove(flow);
            if (AvailabilityKeeper.Keep(turn.Connection, state, state.FlowOf(flow), visible, before) is { } standing)
            {
                _standing.Add(flow, standing);
            }
        }
    }

    private static bool AddFlow(Turn turn, long commit, Dataflow flow, StructureSet all, Dictionary<(string, string, int), int> flowNumbers)
    {
        DataStructureDefinition structure = all.FindDataStructure(flow.Structure) ?? throw new ArgumentException($"The structure of {flow.Id} is neither given nor known.", nameof(flow));
        string dimensions = string.Join(',', structure.Dimensions.Select(d => d.Id));
        (string, string, int) id = (flow.Id.Agency, flow.Id.Id, flow.Id.Version.Major);
        if (flowNumbers.ContainsKey(id))
        {
            string known = string.Join(',', turn.State.FindFlow(flow.Id)?.Dimensions ?? [.. dimensions.Split(',')]);
            return known == dimensions ? false : throw new StoreException(StoreReason.DimensionsDiffer, [flow.Id.ToString(), known]);
        }

        turn.Connection.Run("INSERT INTO flows(commit_number, agency, id, major, dimensions) VALUES(?1,?2,?3,?4,?5)", commit, id.Item1, id.Item2, id.Item3, dimensions);
        flowNumbers.Add(id, (int)turn.Connection.Number("SELECT last_insert_rowid()")!.Value);
        return true;
    }

    private static bool AddSettings(Turn turn, long commit, FlowSettings settings, Dictionary<(string, string, int), int> flowNumbers)
    {
        if (!flowNumbers.TryGetValue((settings.Flow.Agency, settings.Flow.Id, settings.Flow.Version.Major), out int flow))
        {
            throw new StoreException(StoreReason.FlowUnknown, [settings.Flow.ToString()]);
        }

        if (turn.State.Settings.Contains(settings))
        {
            return false;
        }

        turn.Connection.Run(
            "INSERT INTO flow_settings(commit_number, flow, version, pack, zone, display_order) VALUES(?1,?2,?3,?4,?5,?6)",
            commit, flow, settings.Flow.Version.ToString(), settings.Pack, settings.Zone, settings.DisplayOrder);
        return true;
    }

    private static byte[] DigestOf((StructureKind Kind, StructureId Id, byte[] Bytes)[] structures, FlowSettings[] settings)
    {
        using Hashing hash = new("ballast.structures/1");
        foreach ((StructureKind kind, StructureId id, byte[] bytes) in structures)
        {
            hash.Add((long)kind);
            hash.Add(id.ToString());
            hash.Add(bytes);
        }

        foreach (FlowSettings one in settings)
        {
            hash.Add(one.Flow.ToString());
            hash.Add(one.Pack);
            hash.Add(one.Zone);
            hash.Add(one.DisplayOrder);
        }

        return hash.Finish();
    }

    private static byte[] HashOfText(string digest)
    {
        using Hashing hash = new("ballast.release/1");
        hash.Add(digest);
        return hash.Finish();
    }

    private static Receipt? Repeated(Turn turn, string idempotencyKey, byte[] digest)
    {
        CommitRow? known = CommitRow.Of(turn.Connection, idempotencyKey);
        return known is null ? null
            : known.Digest.AsSpan().SequenceEqual(digest) ? known.ToReceipt(wasThere: true)
            : throw new StoreException(StoreReason.KeyReused, [idempotencyKey]);
    }

    private void CheckNotReadOnly()
    {
        if (_access == StoreAccess.ReadOnly)
        {
            throw new StoreException(StoreReason.NotWritable, [_folder.Root]);
        }
    }

    private void CheckBeforeWriting()
    {
        lock (_writing)
        {
            using WriterLock turn = WriterLock.Take(_folder.Lock, Patience, _clock);
            try
            {
                _writer ??= _connections.OpenWriter();
                CheckHead(_writer);
            }
            catch (SqliteException failure)
            {
                throw Failures.Of(failure);
            }
        }
    }

    /// <summary>One writer's turn: lock, transaction, head, acknowledgement. The first failure at or after the commit ends writing in this process.</summary>
    private T Write<T>(Func<Turn, T> act)
    {
        CheckNotReadOnly();
        lock (_writing)
        {
            if (_stoppedBy is not null)
            {
                throw new StoreException(StoreReason.WriterStopped, [], _stoppedBy);
            }

            using WriterLock writerLock = WriterLock.Take(_folder.Lock, Patience, _clock);
            T result;
            Turn turn;
            try
            {
                SqliteConnection connection = _writer ??= _connections.OpenWriter();
                CommitRow last = CheckHead(connection);
                connection.Run("BEGIN IMMEDIATE");
                try
                {
                    turn = new Turn(connection, StoreState.Read(connection, _state), last, Math.Max(Now(), last.Time));
                    result = act(turn);
                }
                catch
                {
                    _standing.Clear();
                    RollBack(connection);
                    throw;
                }

                if (!turn.HasCommits)
                {
                    RollBack(connection);
                    return result;
                }
            }
            catch (SqliteException failure)
            {
                throw Failures.Of(failure);
            }
            catch (MalformedException malformed)
            {
                throw new StoreDamagedException(new Finding(FindingKind.Seal, Detail: malformed.Message), malformed);
            }

            Acknowledge(turn);
            KeepLogShort(turn.Connection);
            return result;
        }
    }

    private void Acknowledge(Turn turn)
    {
        try
        {
            turn.Connection.Run("COMMIT");
            _head.Write(new Head(turn.Last.Number, turn.Last.Hash));
        }
        catch (Exception failure) when (failure is SqliteException or IOException or UnauthorizedAccessException)
        {
            // It may be on disk or not. A failed sync is reported once and then forgotten by the system, so nothing more is written.
            Stop(failure);
            throw new StoreException(StoreReason.OutcomeUnknown, [turn.Last.IdempotencyKey], failure);
        }
    }

    private void KeepLogShort(SqliteConnection connection)
    {
        try
        {
            int pages = connection.Rows("PRAGMA wal_checkpoint(NOOP)", row => row.GetInt32(1)).FirstOrDefault();
            if (pages >= LogPagesBeforeCheckpoint)
            {
                connection.Run(pages >= LogPagesBeforeTruncation ? "PRAGMA wal_checkpoint(TRUNCATE)" : "PRAGMA wal_checkpoint(PASSIVE)");
            }
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode != SQLitePCL.raw.SQLITE_BUSY)
        {
            // The commit stands and is acknowledged; the next write is refused.
            Stop(failure);
        }
        catch (SqliteException)
        {
            // A reader is in the way; the next commit tries again.
        }
    }

    private void Stop(Exception failure)
    {
        _stoppedBy = failure;
        _writer?.Dispose();
        _writer = null;
    }

    private void CloseWriter()
    {
        lock (_writing)
        {
            if (_writer is null)
            {
                return;
            }

            try
            {
                using WriterLock turn = WriterLock.Take(_folder.Lock, TimeSpan.Zero, _clock);
                _writer.Run("PRAGMA wal_checkpoint(TRUNCATE)");
            }
            catch (Exception failure) when (failure is SqliteException or StoreBusyException or IOException)
            {
                // The log stays and is read by whoever opens the store next; nothing acknowledged depends on this.
            }

            _writer.Dispose();
            _writer = null;
        }
    }

    private static void RollBack(SqliteConnection connection)
    {
        try
        {
            connection.Run("ROLLBACK");
        }
        catch (SqliteException)
        {
            // Some failures have rolled back already; the first one is the one to tell.
        }
    }

    /// <summary>Compares head and history; repairs a head that lags behind. Called with the writer's lock and outside a transaction.</summary>
    private CommitRow CheckHead(SqliteConnection connection)
    {
        CommitRow last = CommitRow.Last(connection) ?? throw new StoreDamagedException(new Finding(FindingKind.Chain, Detail: "no commits"));
        HeadVerdict verdict = HeadCheck.Compare(_head, connection, last);
        switch (verdict.State)
        {
            case HeadState.Agrees:
                return last;
            case HeadState.DatabaseAhead:
                // What a killed writer left in the log may not be synced yet; a checkpoint syncs it before the head vouches for it.
                connection.Run("PRAGMA wal_checkpoint(FULL)");
                _head.Write(new Head(last.Number, last.Hash));
                return last;
            default:
                throw HeadCheck.Refusal(verdict, last);
        }
    }

    /// <summary>A release encoded before its turn.</summary>
    private sealed record Prepared(int Sequence, ImmutableArray<EncodedFlow> Flows);

    /// <summary>A writer's turn within its transaction.</summary>
    private sealed class Turn(SqliteConnection connection, StoreState state, CommitRow last, long time)
    {
        public SqliteConnection Connection => connection;

        public StoreState State => state;

        public long Time => time;

        public CommitRow Last { get; private set; } = last;

        public bool HasCommits { get; private set; }

        /// <summary>The commit that <see cref="Append"/> will write.</summary>
        public CommitRow Next => Last with { Number = Last.Number + 1 };

        public CommitRow Append(string actor, string kind, string subject, string idempotencyKey, byte[] digest)
        {
            CommitRow row = CommitRow.After(Last, time, actor, kind, subject, idempotencyKey, digest, CommitSeal.Compute(connection, Last.Number + 1));
            row.Insert(connection);
            HasCommits = true;
            return Last = row;
        }
    }
}
