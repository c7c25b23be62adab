using System.Buffers.Binary;
using System.Collections.Immutable;
using Ballast.Sdmx.Model;
using Ballast.Series;
using Ballast.Store.Chunks;
using Ballast.Store.Engine;
using Microsoft.Data.Sqlite;

namespace Ballast.Store.Overlay;

/// <summary>
/// Keeps what there is of a dataflow for each set of releases that was public together after a write, so that nobody has to scan for it. Other viewpoints are counted from their releases.
/// A row is known by the digest of its releases in order; its content begins with a checksum over row and digest.
/// </summary>
internal static class AvailabilityKeeper
{
    private const byte CurrentVersion = 1;

    /// <summary>Digest of the releases of one dataflow that a viewpoint sees, in order.</summary>
    public static byte[] KeyOf(FlowRow flow, ImmutableArray<VisibleRelease> visible)
    {
        using Hashing hash = new("ballast.seen/1");
        foreach (VisibleRelease release in visible.Where(v => v.Row.Flows.Contains(flow.Number)))
        {
            hash.Add(release.Row.Number);
        }

        return hash.Finish();
    }

    /// <summary>Counts and keeps, unless it is kept already.</summary>
    /// <param name="connection">The writer's.</param>
    /// <param name="state">The state with what is written in this turn.</param>
    /// <param name="flow">The dataflow.</param>
    /// <param name="visible">What everybody sees.</param>
    /// <param name="standing">What stood after the turn before, or null.</param>
    /// <returns>What stands now, for the next turn; null where it is not followed.</returns>
    public static StandingPeriods? Keep(SqliteConnection connection, StoreState state, FlowRow flow, ImmutableArray<VisibleRelease> visible, StandingPeriods? standing)
    {
        byte[] key = KeyOf(flow, visible);
        if (connection.Number("SELECT 1 FROM availability WHERE flow=?1 AND releases=?2", flow.Number, key) is not null)
        {
            return standing;
        }

        SeriesIndex index = state.IndexOf(flow, connection);
        standing = Follow(connection, state, flow, index, visible, standing);
        Availability counted = standing is not null
            ? Count(state, flow, index, standing)
            : Count(() => new Connections.Lease(null, connection), state, flow, index, visible);
        connection.Run("INSERT INTO availability(flow, releases, content) VALUES(?1,?2,?3)", flow.Number, key, Encode(flow, key, counted));
        return standing is { Count: > StandingPeriods.MostKept } ? null : standing;
    }

    private static StandingPeriods? Follow(SqliteConnection connection, StoreState state, FlowRow flow, SeriesIndex index, ImmutableArray<VisibleRelease> visible, StandingPeriods? standing)
    {
        List<VisibleRelease> here = [.. visible.Where(v => v.Row.Flows.Contains(flow.Number))];
        List<long> releases = [.. here.Select(v => v.Row.Number)];
        ChunkWish wish = Wishes.Of(state, flow, measure: null, withAttributes: true);
        if (standing is not null && standing.LeadsTo(releases))
        {
            HashSet<long> laid = [.. standing.Releases];
            if (standing.Lay(() => new Connections.Lease(null, connection), index, [.. here.Where(v => !laid.Contains(v.Row.Number))], releases, wish))
            {
                return standing;
            }
        }

        StandingPeriods afresh = new(flow);
        return afresh.Lay(() => new Connections.Lease(null, connection), index, here, releases, wish) ? afresh : null;
    }

    private static Availability Count(StoreState state, FlowRow flow, SeriesIndex index, StandingPeriods standing)
    {
        Counter counter = new(index);
        for (int series = 0; series < index.Count; series++)
        {
            ReadOnlySpan<long> periods = standing.PeriodsOf(series);
            if (periods.IsEmpty)
            {
                continue;
            }

            counter.Add(series, periods.Length);
            if (PackedPeriod.FrequencyOf(periods[0]) == PackedPeriod.FrequencyOf(periods[^1]))
            {
                counter.Extend(periods[0]);
                counter.Extend(periods[^1]);
            }
            else
            {
                foreach (long period in periods)
                {
                    counter.Extend(period);
                }
            }
        }

        return counter.ToAvailability(state.DataflowOf(flow).Id);
    }

    /// <summary>What is kept for these releases, or null.</summary>
    public static Availability? Find(SqliteConnection connection, StructureId id, FlowRow flow, byte[] key) =>
        connection.Rows("SELECT content FROM availability WHERE flow=?1 AND releases=?2", row => Decode(id, flow, key, row.Blob(0)), flow.Number, key).FirstOrDefault();

    /// <summary>Counts by laying all blocks.</summary>
    public static Availability Count(Func<Connections.Lease> rent, StoreState state, FlowRow flow, SeriesIndex index, ImmutableArray<VisibleRelease> visible)
    {
        FlowReading reading = new(rent, flow, index, visible, Wishes.Of(state, flow, measure: null, withAttributes: true), isTraced: true);
        Counter counter = new(index);
        for (int block = 0; block < (reading.Releases.IsEmpty ? 0 : index.BlockCount); block++)
        {
            reading.Lay(block, null);
            int count = Math.Min(SeriesIndex.BlockSize, index.Count - (block * SeriesIndex.BlockSize));
            for (int place = 0; place < count; place++)
            {
                ReadOnlySpan<Cell> cells = reading.Block.CellsOf(place);
                ReadOnlySpan<Trace> traces = reading.Block.TracesOf(place);
                int standing = 0;
                for (int i = 0; i < cells.Length; i++)
                {
                    if (BlockOverlay.Stands(in cells[i], in traces[i]))
                    {
                        standing++;
                        counter.Extend(cells[i].Period);
                    }
                }

                counter.Add((block * SeriesIndex.BlockSize) + place, standing);
            }
        }

        return counter.ToAvailability(state.DataflowOf(flow).Id);
    }

    public static bool AreEqual(Availability left, Availability right) =>
        left.SeriesCount == right.SeriesCount && left.ObservationCount == right.ObservationCount
        && left.Frequencies.SequenceEqual(right.Frequencies)
        && left.Codes.Length == right.Codes.Length && left.Codes.Zip(right.Codes).All(pair => pair.First.SequenceEqual(pair.Second));

    private static Availability Made(StructureId id, int series, long observations, ImmutableArray<FrequencyRange> ranges, ImmutableArray<ImmutableArray<CodeUse>> codes) => new(
        id, series, observations, ranges.IsEmpty ? null : ranges[0].First, ranges.IsEmpty ? null : ranges[^1].Last, ranges, codes);

    private static byte[] Encode(FlowRow flow, byte[] key, Availability availability)
    {
        ByteWriter to = new();
        to.UInt32(0);
        to.Byte(CurrentVersion);
        to.Varint(availability.SeriesCount);
        to.Varint((ulong)availability.ObservationCount);
        to.Varint(availability.Frequencies.Length);
        foreach (FrequencyRange range in availability.Frequencies)
        {
            to.Int64(PackedPeriod.Of(range.First));
            to.Int64(PackedPeriod.Of(range.Last));
        }

        to.Varint(availability.Codes.Length);
        foreach (ImmutableArray<CodeUse> codes in availability.Codes)
        {
            to.Varint(codes.Length);
            foreach (CodeUse use in codes)
            {
                to.Text(use.Code);
                to.Varint(use.SeriesCount);
            }
        }

        BinaryPrimitives.WriteUInt32LittleEndian(to.Written, Checksum(flow, key, to.Written[4..]));
        return to.ToArray();
    }

    private static Availability Decode(StructureId id, FlowRow flow, byte[] key, ReadOnlySpan<byte> content)
    {
        ByteReader from = new(content);
        if (from.UInt32() != Checksum(flow, key, content[4..]) || from.Byte() != CurrentVersion)
        {
            throw new StoreDamagedException(new Finding(FindingKind.Availability, Flow: $"{flow.Agency}:{flow.Id}"));
        }

        int series = from.Count(int.MaxValue);
        long observations = (long)from.Varint();
        ImmutableArray<FrequencyRange>.Builder ranges = ImmutableArray.CreateBuilder<FrequencyRange>();
        for (int left = from.Count(from.Remaining); left > 0; left--)
        {
            ranges.Add(new FrequencyRange(PackedPeriod.ToPeriod(PackedPeriod.Checked(from.Int64())), PackedPeriod.ToPeriod(PackedPeriod.Checked(from.Int64()))));
        }

        ImmutableArray<ImmutableArray<CodeUse>>.Builder dimensions = ImmutableArray.CreateBuilder<ImmutableArray<CodeUse>>();
        for (int left = from.Count(from.Remaining); left > 0; left--)
        {
            ImmutableArray<CodeUse>.Builder codes = ImmutableArray.CreateBuilder<CodeUse>();
            for (int codesLeft = from.Count(from.Remaining); codesLeft > 0; codesLeft--)
            {
                codes.Add(new CodeUse(from.Text(), from.Count(int.MaxValue)));
            }

            dimensions.Add(codes.ToImmutable());
        }

        return Made(id, series, observations, ranges.ToImmutable(), dimensions.ToImmutable());
    }

    /// <summary>Adds up series and periods.</summary>
    private sealed class Counter(SeriesIndex index)
    {
        private readonly int[][] _uses = [.. Enumerable.Range(0, index.DimensionCount).Select(d => new int[index.CodeCount(d)])];
        private readonly (long First, long Last)?[] _ranges = new (long, long)?[(int)Frequency.Other + 1];
        private int _series;
        private long _observations;

        public void Add(int series, int observations)
        {
            if (observations == 0)
            {
                return;
            }

            _series++;
            _observations += observations;
            ReadOnlySpan<int> ordinals = index.OrdinalsOf(series);
            for (int d = 0; d < ordinals.Length; d++)
            {
                _uses[d][ordinals[d]]++;
            }
        }

        public void Extend(long period)
        {
            ref (long First, long Last)? range = ref _ranges[(int)PackedPeriod.FrequencyOf(period)];
            range = range is { } known ? (Math.Min(known.First, period), Math.Max(known.Last, period)) : (period, period);
        }

        public Availability ToAvailability(StructureId id) => Made(
            id,
            _series,
            _observations,
            [.. _ranges.Where(r => r is not null).Select(r => new FrequencyRange(PackedPeriod.ToPeriod(r!.Value.First), PackedPeriod.ToPeriod(r.Value.Last)))],
            [.. _uses.Select((u, d) => u.Select((n, ordinal) => (n, ordinal)).Where(o => o.n > 0).Select(o => new CodeUse(index.CodeOf(d, o.ordinal), o.n)).OrderBy(c => c.Code, StringComparer.Ordinal).ToImmutableArray())]);
    }

    private static uint Checksum(FlowRow flow, byte[] key, ReadOnlySpan<byte> content)
    {
        byte[] all = new byte[4 + key.Length + content.Length];
        BinaryPrimitives.WriteInt32LittleEndian(all, flow.Number);
        key.CopyTo(all.AsSpan(4));
        content.CopyTo(all.AsSpan(4 + key.Length));
        return ChunkHeader.Checksum(all);
    }
}

/// <summary>What to ask of chunks of a dataflow.</summary>
internal static class Wishes
{
    /// <summary>One measure first, then the others of all versions of the structure that the dataflow had.</summary>
    public static ChunkWish Of(StoreState state, FlowRow flow, string? measure, bool withAttributes)
    {
        Dataflow dataflow = state.DataflowOf(flow);
        DataStructureDefinition structure = state.Structures.FindDataStructure(dataflow.Structure)
            ?? throw new StoreDamagedException(new Finding(FindingKind.Seal, Flow: dataflow.Id.ToString(), Detail: "structure missing"));
        IEnumerable<string> all = structure.Measures.Select(m => m.Id)
            .Concat(state.Structures.DataStructures
                .Where(d => d.Id.Agency == structure.Id.Agency && d.Id.Id == structure.Id.Id && d.Id.Version.Major == structure.Id.Version.Major)
                .OrderBy(d => d.Id.Version)
                .SelectMany(d => d.Measures.Select(m => m.Id)))
            .Distinct(StringComparer.Ordinal);
        string first = measure ?? structure.Measures[0].Id;
        return new ChunkWish([first, .. all.Where(m => m != first).Take(32)], withAttributes, flow.Dimensions.Length);
    }
}
