using System.Buffers;
using System.Collections.Immutable;
using Ballast.Sdmx.Model;
using Ballast.Series;
using Ballast.Store.Chunks;
using Ballast.Store.Engine;
using Microsoft.Data.Sqlite;

namespace Ballast.Store.Overlay;

/// <summary>
/// One reading of a dataflow from a viewpoint: it knows the visible releases in order, what they state on parts of the dataflow, and lays the chunks of one block after another over each other.
/// Each block is fetched in one short read; nothing is held open while a caller looks at it.
/// </summary>
internal sealed class FlowReading
{
    private readonly Func<Connections.Lease> _rent;
    private readonly StepBuffer _step = new();
    private readonly int[] _rankByNumber;
    private readonly List<FlowStep>[] _flowSteps;
    private readonly IOverlay _overlay;
    private readonly BlockOverlay? _block;
    private readonly Dictionary<string, GroupStatement> _groups = new(StringComparer.Ordinal);

    /// <summary>Begins a reading.</summary>
    /// <param name="rent">Lends a connection for one fetch.</param>
    /// <param name="flow">The dataflow.</param>
    /// <param name="index">Its series.</param>
    /// <param name="visible">All that the viewpoint sees, in the order of publication.</param>
    /// <param name="wish">What of the chunks is wanted.</param>
    /// <param name="isTraced">Whether attributes and origins are wanted.</param>
    public FlowReading(Func<Connections.Lease> rent, FlowRow flow, SeriesIndex index, ImmutableArray<VisibleRelease> visible, ChunkWish wish, bool isTraced)
        : this(rent, flow, index, visible, wish, new BlockOverlay(index, wish, isTraced))
    {
    }

    /// <summary>Begins a reading onto another overlay.</summary>
    public FlowReading(Func<Connections.Lease> rent, FlowRow flow, SeriesIndex index, ImmutableArray<VisibleRelease> visible, ChunkWish wish, IOverlay overlay)
    {
        (_rent, Flow, Index, Wish, _overlay, _block) = (rent, flow, index, wish, overlay, overlay as BlockOverlay);
        Releases = [.. visible.Where(v => v.Row.Flows.Contains(flow.Number)).Select((v, i) => v with { Rank = i + 1 })];
        _rankByNumber = new int[Releases.IsEmpty ? 0 : Releases.Max(r => r.Row.Number) + 1];
        foreach (VisibleRelease release in Releases)
        {
            _rankByNumber[release.Row.Number] = release.Rank;
        }

        _flowSteps = new List<FlowStep>[Releases.Length + 1];
        ReadFlowSteps();
    }

    public FlowRow Flow { get; }

    public SeriesIndex Index { get; }

    public ChunkWish Wish { get; }

    /// <summary>Releases with a part in this dataflow; ranks count these alone.</summary>
    public ImmutableArray<VisibleRelease> Releases { get; }

    /// <summary>The block laid last.</summary>
    public BlockOverlay Block => _block ?? throw new InvalidOperationException("This reading lays onto another overlay.");

    /// <summary>Texts of a text measure.</summary>
    public TextPool Pool { get; } = new();

    /// <summary>Attributes of the data set as they stand after all releases.</summary>
    public AttributeSet DatasetAttributes { get; private set; } = AttributeSet.Empty;

    /// <summary>Whether any release of this reading clears a part of the dataflow.</summary>
    public bool ClearsParts => Releases.Any(r => _flowSteps[r.Rank] is not null);

    /// <summary>Blocks in which any release of this reading has a say, ascending.</summary>
    public IEnumerable<int> BlocksTouched()
    {
        if (ClearsParts)
        {
            return Enumerable.Range(0, Index.BlockCount);
        }

        using Connections.Lease lease = _rent();
        SortedSet<int> blocks = [];
        foreach (VisibleRelease release in Releases)
        {
            blocks.UnionWith(lease.Connection.Rows("SELECT block FROM chunks WHERE release=?1 AND flow=?2 AND block>=0", row => row.GetInt32(0), release.Row.Number, Flow.Number));
        }

        return blocks;
    }

    /// <summary>Lays all releases of one block over each other into <see cref="Block"/>.</summary>
    /// <param name="block">The block.</param>
    /// <param name="wanted">By place; null for all.</param>
    /// <param name="afterRelease">Called after each release that has a say in this block, with its rank; null where nobody asks.</param>
    public void Lay(int block, bool[]? wanted, Action<int>? afterRelease = null)
    {
        _overlay.Begin(block, wanted);
        List<Fetched> fetched = [];
        byte[] bytes = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            Fetch(block, fetched, ref bytes);
            fetched.Sort((a, b) => a.Rank.CompareTo(b.Rank));
            int at = 0;
            for (int rank = 1; rank <= Releases.Length; rank++)
            {
                bool hasChunk = at < fetched.Count && fetched[at].Rank == rank;
                List<FlowStep>? flowSteps = _flowSteps[rank];
                if (!hasChunk && flowSteps is null)
                {
                    continue;
                }

                LayRelease(rank, block, hasChunk ? bytes.AsSpan(fetched[at].Start, fetched[at].Length) : [], flowSteps);
                at += hasChunk ? 1 : 0;
                afterRelease?.Invoke(rank);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>Attributes of a series, those of its groups under its own: fewer codes under more.</summary>
    public AttributeSet AttributesOf(int series, int place)
    {
        AttributeSet all = AttributeSet.Empty;
        foreach (GroupStatement group in _groups.Values.Where(g => Index.LiesIn(series, g.Codes.AsSpan())).OrderBy(g => g.Codes.Count(c => c >= 0)).ThenBy(WrittenKey, StringComparer.Ordinal))
        {
            all = all.Over(group.Attributes);
        }

        return all.Over(Block.AttributesOf(place));
    }

    // By codes, not ordinals: the order must not depend on which release was loaded first.
    private string WrittenKey(GroupStatement group) =>
        string.Join('.', group.Codes.Select((ordinal, dimension) => ordinal < 0 ? "" : Index.CodeOf(dimension, ordinal)));

    private void LayRelease(int rank, int block, ReadOnlySpan<byte> chunk, List<FlowStep>? flowSteps)
    {
        int next = 0;
        try
        {
            if (!chunk.IsEmpty)
            {
                ChunkReader reader = new(chunk, Wish, Pool);
                Check(reader.Header, block, rank);
                while (reader.Next(_step))
                {
                    while (flowSteps is not null && next < flowSteps.Count && flowSteps[next].Number < _step.Number)
                    {
                        ClearAll(rank, flowSteps[next++]);
                    }

                    // The scopes of one step are cleared before any of its rows, wherever they are kept.
                    if (flowSteps is not null && next < flowSteps.Count && flowSteps[next].Number == _step.Number)
                    {
                        ClearAll(rank, flowSteps[next++]);
                    }

                    foreach (StepScope scope in _step.Scopes)
                    {
                        _overlay.Clear(rank, in scope);
                    }

                    _overlay.Apply(rank, _step);
                }
            }
        }
        catch (MalformedException malformed)
        {
            throw Damaged(rank, block, malformed);
        }

        for (; flowSteps is not null && next < flowSteps.Count; next++)
        {
            ClearAll(rank, flowSteps[next]);
        }
    }

    private void ClearAll(int rank, FlowStep step)
    {
        foreach (StepScope scope in step.Scopes)
        {
            _overlay.Clear(rank, in scope);
        }
    }

    private void Check(ChunkHeader header, int block, int rank)
    {
        if (header.Flow != Flow.Number || header.Block != block || header.Release != Releases[rank - 1].Row.Number)
        {
            throw new MalformedException("The chunk stands in another's place.");
        }
    }

    private StoreDamagedException Damaged(int rank, int block, MalformedException malformed) => new(
        new Finding(FindingKind.Chunk, Releases[rank - 1].Row.CommitNumber, Releases[rank - 1].Record.Key, $"{Flow.Agency}:{Flow.Id}", block, malformed.Message), malformed);

    private void Fetch(int block, List<Fetched> fetched, ref byte[] bytes)
    {
        if (Releases.IsEmpty)
        {
            return;
        }

        using Connections.Lease lease = _rent();
        using SqliteCommand command = Releases.Length == 1
            ? lease.Connection.Command("SELECT release, content FROM chunks WHERE flow=?1 AND block=?2 AND release=?3", Flow.Number, block, Releases[0].Row.Number)
            : lease.Connection.Command("SELECT release, content FROM chunks WHERE flow=?1 AND block=?2", Flow.Number, block);
        using SqliteDataReader row = command.ExecuteReader();
        int used = 0;
        while (row.Read())
        {
            long release = row.GetInt64(0);
            int rank = release < _rankByNumber.Length ? _rankByNumber[release] : 0;
            if (rank == 0)
            {
                continue;
            }

            ReadOnlySpan<byte> blob = row.Blob(1);
            if (used + blob.Length > bytes.Length)
            {
                byte[] grown = ArrayPool<byte>.Shared.Rent(Math.Max(bytes.Length * 2, used + blob.Length));
                bytes.AsSpan(0, used).CopyTo(grown);
                ArrayPool<byte>.Shared.Return(bytes);
                bytes = grown;
            }

            blob.CopyTo(bytes.AsSpan(used));
            fetched.Add(new Fetched(rank, used, blob.Length));
            used += blob.Length;
        }
    }

    private void ReadFlowSteps()
    {
        List<Fetched> fetched = [];
        byte[] bytes = ArrayPool<byte>.Shared.Rent(4096);
        try
        {
            Fetch(-1, fetched, ref bytes);
            fetched.Sort((a, b) => a.Rank.CompareTo(b.Rank));
            foreach (Fetched one in fetched)
            {
                List<FlowStep> steps = _flowSteps[one.Rank] = [];
                try
                {
                    ChunkReader reader = new(bytes.AsSpan(one.Start, one.Length), Wish, Pool);
                    Check(reader.Header, -1, one.Rank);
                    while (reader.Next(_step))
                    {
                        LayGroups(_step);
                        if (_step.Scopes.Count > 0)
                        {
                            steps.Add(new FlowStep(_step.Number, [.. _step.Scopes]));
                        }
                    }
                }
                catch (MalformedException malformed)
                {
                    throw Damaged(one.Rank, -1, malformed);
                }

                if (steps.Count == 0)
                {
                    _flowSteps[one.Rank] = null!;
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    // Groups and the data set are touched by these steps alone: a scope of one series never covers a group.
    private void LayGroups(StepBuffer step)
    {
        foreach (StepScope scope in step.Scopes.Where(s => s.Period < 0))
        {
            bool isWholeFlow = scope.Codes.All(c => c < 0);
            if (isWholeFlow)
            {
                DatasetAttributes = scope.Components.IsEmpty ? AttributeSet.Empty : DatasetAttributes.Without(scope.Components);
            }

            foreach ((string key, GroupStatement group) in _groups.ToArray())
            {
                if (group.Codes.Zip(scope.Codes).All(pair => pair.Second < 0 || pair.First == pair.Second))
                {
                    _groups[key] = group with { Attributes = scope.Components.IsEmpty ? AttributeSet.Empty : group.Attributes.Without(scope.Components) };
                }
            }
        }

        foreach (StepStatement statement in step.Statements)
        {
            string key = string.Join('.', statement.Codes);
            AttributeSet before = _groups.TryGetValue(key, out GroupStatement? known) && step.Action != DataAction.Replace ? known.Attributes : AttributeSet.Empty;
            _groups[key] = new GroupStatement(statement.Codes, before.Over(statement.Attributes));
        }

        if (!step.DatasetAttributes.IsEmpty)
        {
            DatasetAttributes = step.Action == DataAction.Replace ? step.DatasetAttributes : DatasetAttributes.Over(step.DatasetAttributes);
        }
    }

    private readonly record struct Fetched(int Rank, int Start, int Length);

    private sealed record FlowStep(int Number, ImmutableArray<StepScope> Scopes);

    private sealed record GroupStatement(ImmutableArray<int> Codes, AttributeSet Attributes);
}
