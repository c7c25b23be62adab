using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Ballast.Sdmx.Model;
using Ballast.Series;
using Ballast.Store.Chunks;
using Ballast.Store.Engine;
using Ballast.Store.Overlay;

namespace Ballast.Store;

public sealed partial class BallastStore
{
    private const int ListingsKept = 16;

    private readonly Lock _listingGate = new();
    private readonly Dictionary<(int Flow, string Seen, long Commit), ImmutableArray<SeriesListing>> _listings = [];

    /// <summary>Releases that a viewpoint sees, in the order of publication.</summary>
    /// <param name="viewpoint">From where.</param>
    /// <param name="pack">Only those of a pack, or null for all.</param>
    public ImmutableArray<ReleaseRecord> Releases(Viewpoint viewpoint, string? pack = null)
    {
        ArgumentNullException.ThrowIfNull(viewpoint);
        return [.. Visible(State(), viewpoint).Select(v => v.Record).Where(r => pack is null || r.Pack == pack)];
    }

    /// <summary>The release of a key that a viewpoint sees, the last amendment where it was amended under the same key; null where there is none.</summary>
    public ReleaseRecord? FindRelease(string key, Viewpoint viewpoint, string? pack = null) => Releases(viewpoint, pack).LastOrDefault(r => r.Key == key);

    /// <summary>Digest of all that a viewpoint sees: it changes exactly when an answer may, and says nothing of what is hidden. For entity tags, together with the query.</summary>
    public string Fingerprint(Viewpoint viewpoint)
    {
        StoreState state = State();
        using Hashing hash = new("ballast.fingerprint/1");
        hash.Add(state.StructuresDigest);
        foreach (VisibleRelease release in Visible(state, viewpoint))
        {
            hash.Add(release.Record.Pack);
            hash.Add(release.Record.Key);
            hash.Add(release.Record.ContentDigest);
            hash.Add(release.Record.PublicNumber ?? 0);
        }

        return Convert.ToHexStringLower(hash.Finish());
    }

    /// <summary>The newest public number that a viewpoint sees; 0 where it sees none.</summary>
    public long LatestPublicNumber(Viewpoint viewpoint)
    {
        ArgumentNullException.ThrowIfNull(viewpoint);
        return Visible(State(), viewpoint).Select(v => v.Record.PublicNumber ?? 0).DefaultIfEmpty(0).Max();
    }

    /// <summary>Many series as columns: those with a value of the measure in the range, in the ordinal order of their keys.</summary>
    /// <param name="flow">The dataflow, in any version of its major version.</param>
    /// <param name="query">Which series.</param>
    /// <param name="first">Earliest period, or null; periods of another frequency are left out where it is given.</param>
    /// <param name="last">Latest period, or null.</param>
    /// <param name="viewpoint">From where.</param>
    /// <param name="measure">The measure; the structure's first unless said.</param>
    public SeriesFrame ReadFrame(StructureId flow, KeyQuery query, Period? first, Period? last, Viewpoint viewpoint, string? measure = null) => Guarded(() =>
    {
        FlowReading reading = Begin(flow, viewpoint, measure, isTraced: false);
        PeriodRange range = new(first, last);
        List<FrameSeries> found = [];
        List<long> periods = [];
        List<long> bits = [];
        List<byte> tags = [];
        foreach ((int block, int[] places, bool[]? wanted) in Blocks(reading, query))
        {
            reading.Lay(block, wanted);
            foreach (int place in places)
            {
                int start = periods.Count;
                foreach (ref readonly Cell cell in reading.Block.CellsOf(place))
                {
                    if (cell.Tag != ValueTag.None && range.Contains(cell.Period))
                    {
                        periods.Add(cell.Period);
                        bits.Add(cell.Bits);
                        tags.Add(cell.Tag);
                    }
                }

                if (periods.Count > start)
                {
                    found.Add(new FrameSeries(reading.Index.KeyOf((block * SeriesIndex.BlockSize) + place).ToString(), start, periods.Count));
                }
            }
        }

        return MakeFrame(found, CollectionsMarshal.AsSpan(periods), CollectionsMarshal.AsSpan(bits), CollectionsMarshal.AsSpan(tags), reading.Pool.Texts);
    });

    /// <summary>One series with all attributes and where each value comes from; null where nothing is known of it.</summary>
    public TimeSeries? ReadSeries(StructureId flow, SeriesKey key, Viewpoint viewpoint) => Guarded(() =>
    {
        ArgumentNullException.ThrowIfNull(key);
        FlowReading reading = Begin(flow, viewpoint, null, isTraced: true);
        int series = reading.Index.Find(key);
        if (series < 0)
        {
            return null;
        }

        LayOne(reading, series, null);
        return MakeSeries(reading, series, new PeriodRange(null, null));
    });

    /// <summary>Series of a query with all attributes and where each value comes from, in the ordinal order of their keys. Series without an observation in the range are left out where a range is given.</summary>
    public ImmutableArray<KeyValuePair<SeriesKey, TimeSeries>> ReadMany(StructureId flow, KeyQuery query, Period? first, Period? last, Viewpoint viewpoint) => Guarded(() =>
    {
        FlowReading reading = Begin(flow, viewpoint, null, isTraced: true);
        PeriodRange range = new(first, last);
        List<KeyValuePair<SeriesKey, TimeSeries>> found = [];
        foreach ((int block, int[] places, bool[]? wanted) in Blocks(reading, query))
        {
            reading.Lay(block, wanted);
            foreach (int place in places)
            {
                int series = (block * SeriesIndex.BlockSize) + place;
                if (MakeSeries(reading, series, range) is { } made && (!range.IsLimited || made.Observations.Length > 0))
                {
                    found.Add(new(reading.Index.KeyOf(series), made));
                }
            }
        }

        found.Sort((a, b) => a.Key.CompareTo(b.Key));
        return found.ToImmutableArray();
    });

    /// <summary>Attributes of a dataflow as a whole.</summary>
    public AttributeSet DatasetAttributes(StructureId flow, Viewpoint viewpoint) => Guarded(() => Begin(flow, viewpoint, null, isTraced: true).DatasetAttributes);

    /// <summary>What was stated of one series, release by release; null where nothing is known of it.</summary>
    public SeriesVintages? Vintages(StructureId flow, SeriesKey key, Viewpoint viewpoint) => Guarded(() =>
    {
        ArgumentNullException.ThrowIfNull(key);
        FlowReading reading = Begin(flow, viewpoint, null, isTraced: true);
        int series = reading.Index.Find(key);
        if (series < 0)
        {
            return null;
        }

        int place = series % SeriesIndex.BlockSize;
        SortedDictionary<long, List<Statement>> byPeriod = [];
        LayOne(reading, series, rank =>
        {
            ReadOnlySpan<Cell> cells = reading.Block.CellsOf(place);
            ReadOnlySpan<Trace> traces = reading.Block.TracesOf(place);
            for (int i = 0; i < cells.Length; i++)
            {
                bool stands = BlockOverlay.Stands(in cells[i], in traces[i]);
                if (traces[i].TouchedBy != rank || (!stands && !traces[i].WasThere))
                {
                    continue;
                }

                if (!byPeriod.TryGetValue(cells[i].Period, out List<Statement>? statements))
                {
                    byPeriod.Add(cells[i].Period, statements = []);
                }

                statements.Add(new Statement(
                    reading.Releases[rank - 1].Record,
                    ValueTag.ToValue(cells[i].Tag, cells[i].Bits, reading.Pool.Texts),
                    traces[i].Attributes ?? AttributeSet.Empty,
                    !stands));
            }
        });
        return byPeriod.Count == 0 && reading.Block.AttributesOf(place).IsEmpty ? null
            : new SeriesVintages(flow, key, [.. byPeriod.Select(p => new PeriodVintages(PackedPeriod.ToPeriod(p.Key), [.. p.Value]))]);
    });

    /// <summary>What a release changed against all that a viewpoint sees published before it; null where the viewpoint does not see it.</summary>
    public ReleaseChanges? Changes(string releaseKey, Viewpoint viewpoint, string? pack = null) => Guarded(() =>
    {
        ArgumentNullException.ThrowIfNull(releaseKey);
        ArgumentNullException.ThrowIfNull(viewpoint);
        StoreState state = State();
        ImmutableArray<VisibleRelease> visible = Visible(state, viewpoint);
        if (visible.LastOrDefault(v => v.Record.Key == releaseKey && (pack is null || v.Record.Pack == pack)) is not { } wanted)
        {
            return null;
        }

        long[] counts = new long[4];
        List<ObservationChange> rows = [];
        foreach (FlowRow flow in wanted.Row.Flows.Select(state.FlowOf).OrderBy(f => f.Id, StringComparer.Ordinal))
        {
            StructureId id = state.DataflowOf(flow).Id;
            FlowReading reading = Begin(state, flow, [.. visible.Take(wanted.Rank)], null, isTraced: true);
            int target = reading.Releases[^1].Rank;
            for (int block = 0; block < reading.Index.BlockCount; block++)
            {
                reading.Lay(block, null);
                AddChanges(reading, id, block, target, counts, rows);
            }
        }

        return new ReleaseChanges(
            wanted.Record, counts[0], counts[1], counts[2], counts[3],
            [.. rows.OrderBy(r => r.Flow.Id, StringComparer.Ordinal).ThenBy(r => r.Key).ThenBy(r => r.Period)]);
    });

    /// <summary>What there is of a dataflow. It is kept with each write and only counted for viewpoints that no write left behind.</summary>
    /// <exception cref="StoreException">The dataflow is unknown.</exception>
    public Availability Availability(StructureId flow, Viewpoint viewpoint) => Guarded(() =>
    {
        StoreState state = State();
        FlowRow row = FlowOf(state, flow);
        ImmutableArray<VisibleRelease> visible = Visible(state, viewpoint);
        byte[] key = AvailabilityKeeper.KeyOf(row, visible);
        using Connections.Lease lease = _connections.Rent();
        return AvailabilityKeeper.Find(lease.Connection, state.DataflowOf(row).Id, row, key)
            ?? AvailabilityKeeper.Count(_connections.Rent, state, row, IndexOf(state, row), visible);
    });

    /// <summary>Series of a query with their attributes and extent, in the ordinal order of their keys. Answers about whole dataflows are kept until the next write.</summary>
    public ImmutableArray<SeriesListing> SeriesKeys(StructureId flow, KeyQuery query, Viewpoint viewpoint) => Guarded(() =>
    {
        ArgumentNullException.ThrowIfNull(query);
        StoreState state = State();
        FlowRow row = FlowOf(state, flow);
        ImmutableArray<VisibleRelease> visible = Visible(state, viewpoint);
        (int, string, long) key = (row.Number, Convert.ToHexString(AvailabilityKeeper.KeyOf(row, visible)), state.CommitNumber);
        lock (_listingGate)
        {
            if (_listings.TryGetValue(key, out ImmutableArray<SeriesListing> kept))
            {
                return query.IsAll ? kept : [.. kept.Where(l => query.Matches(l.Key))];
            }
        }

        FlowReading reading = Begin(state, row, visible, null, isTraced: true);
        StructureId id = state.DataflowOf(row).Id;
        List<SeriesListing> found = [];
        foreach ((int block, int[] places, bool[]? wanted) in Blocks(reading, query))
        {
            reading.Lay(block, wanted);
            foreach (int place in places)
            {
                if (List(reading, id, (block * SeriesIndex.BlockSize) + place) is { } listing)
                {
                    found.Add(listing);
                }
            }
        }

        found.Sort((a, b) => a.Key.CompareTo(b.Key));
        ImmutableArray<SeriesListing> listings = [.. found];
        if (query.IsAll)
        {
            lock (_listingGate)
            {
                if (_listings.Count >= ListingsKept)
                {
                    _listings.Clear();
                }

                _listings[key] = listings;
            }
        }

        return listings;
    });

    /// <summary>Series whose attribute SOURCE_ID has a value, in one dataflow or in all; by dataflow in display order, then key.</summary>
    public ImmutableArray<SeriesListing> FindBySourceId(StructureId? flow, string sourceId, Viewpoint viewpoint)
    {
        ArgumentNullException.ThrowIfNull(sourceId);
        StoreState state = State();
        IEnumerable<StructureId> flows = flow is { } one ? [one] : state.Flows
            .OrderBy(f => state.Settings.FirstOrDefault(s => s.Flow.Agency == f.Agency && s.Flow.Id == f.Id)?.DisplayOrder ?? int.MaxValue)
            .ThenBy(f => f.Id, StringComparer.Ordinal)
            .Select(f => state.DataflowOf(f).Id);
        return [.. flows.SelectMany(f => SeriesKeys(f, KeyQuery.All(FlowOf(state, f).Dimensions.Length), viewpoint))
            .Where(l => l.Attributes["SOURCE_ID"].Any(v => string.Equals(v.Text, sourceId, StringComparison.Ordinal)))];
    }

    private ImmutableArray<VisibleRelease> Visible(StoreState state, Viewpoint viewpoint)
    {
        ArgumentNullException.ThrowIfNull(viewpoint);
        return state.Visible(viewpoint, Now());
    }

    private static FlowRow FlowOf(StoreState state, StructureId flow) =>
        state.FindFlow(flow) ?? throw new StoreException(StoreReason.FlowUnknown, [flow.ToString()]);

    private SeriesIndex IndexOf(StoreState state, FlowRow flow)
    {
        using Connections.Lease lease = _connections.Rent();
        return state.IndexOf(flow, lease.Connection);
    }

    private FlowReading Begin(StructureId flow, Viewpoint viewpoint, string? measure, bool isTraced)
    {
        StoreState state = State();
        return Begin(state, FlowOf(state, flow), Visible(state, viewpoint), measure, isTraced);
    }

    private FlowReading Begin(StoreState state, FlowRow flow, ImmutableArray<VisibleRelease> visible, string? measure, bool isTraced) =>
        new(_connections.Rent, flow, IndexOf(state, flow), visible, Wishes.Of(state, flow, measure, withAttributes: isTraced), isTraced);

    private static void LayOne(FlowReading reading, int series, Action<int>? afterRelease)
    {
        bool[] wanted = new bool[SeriesIndex.BlockSize];
        wanted[series % SeriesIndex.BlockSize] = true;
        reading.Lay(series / SeriesIndex.BlockSize, wanted, afterRelease);
    }

    /// <summary>Blocks that a query touches, with the places wanted in each.</summary>
    private static IEnumerable<(int Block, int[] Places, bool[]? Wanted)> Blocks(FlowReading reading, KeyQuery query)
    {
        if (reading.Releases.IsEmpty)
        {
            yield break;
        }

        foreach (IGrouping<int, int> block in reading.Index.Matching(query).GroupBy(series => series / SeriesIndex.BlockSize))
        {
            int[] places = [.. block.Select(series => series % SeriesIndex.BlockSize)];
            bool[]? wanted = null;
            if (places.Length < SeriesIndex.BlockSize)
            {
                wanted = new bool[SeriesIndex.BlockSize];
                foreach (int place in places)
                {
                    wanted[place] = true;
                }
            }

            yield return (block.Key, places, wanted);
        }
    }

    private static SeriesFrame MakeFrame(List<FrameSeries> found, ReadOnlySpan<long> periods, ReadOnlySpan<long> bits, ReadOnlySpan<byte> tags, List<string> texts)
    {
        found.Sort((a, b) => string.CompareOrdinal(a.Key, b.Key));
        string[] keys = new string[found.Count];
        int[] offsets = new int[found.Count + 1];
        Period[] framePeriods = new Period[periods.Length];
        long[] frameBits = new long[periods.Length];
        byte[] frameTags = new byte[periods.Length];
        int at = 0;
        for (int i = 0; i < found.Count; i++)
        {
            FrameSeries series = found[i];
            int count = series.End - series.Start;
            keys[i] = series.Key;
            bits[series.Start..series.End].CopyTo(frameBits.AsSpan(at));
            tags[series.Start..series.End].CopyTo(frameTags.AsSpan(at));
            for (int row = 0; row < count; row++)
            {
                framePeriods[at + row] = PackedPeriod.ToPeriod(periods[series.Start + row]);
            }

            at += count;
            offsets[i + 1] = at;
        }

        return new SeriesFrame(
            ImmutableCollectionsMarshal.AsImmutableArray(keys),
            ImmutableCollectionsMarshal.AsImmutableArray(offsets),
            ImmutableCollectionsMarshal.AsImmutableArray(framePeriods),
            ImmutableCollectionsMarshal.AsImmutableArray(frameBits),
            ImmutableCollectionsMarshal.AsImmutableArray(frameTags),
            [.. texts]);
    }

    private static TimeSeries? MakeSeries(FlowReading reading, int series, PeriodRange range)
    {
        int place = series % SeriesIndex.BlockSize;
        ReadOnlySpan<Cell> cells = reading.Block.CellsOf(place);
        ReadOnlySpan<Trace> traces = reading.Block.TracesOf(place);
        ImmutableArray<Observation>.Builder observations = ImmutableArray.CreateBuilder<Observation>(cells.Length);
        bool stands = false;
        for (int i = 0; i < cells.Length; i++)
        {
            if (!BlockOverlay.Stands(in cells[i], in traces[i]))
            {
                continue;
            }

            stands = true;
            if (!range.Contains(cells[i].Period))
            {
                continue;
            }

            ReleaseRecord? since = traces[i].Since > 0 && cells[i].Tag != ValueTag.None ? reading.Releases[traces[i].Since - 1].Record : null;
            observations.Add(new Observation(
                PackedPeriod.ToPeriod(cells[i].Period),
                ValueTag.ToValue(cells[i].Tag, cells[i].Bits, reading.Pool.Texts),
                traces[i].Attributes ?? AttributeSet.Empty,
                since?.Published,
                since?.Key));
        }

        if (!stands && reading.Block.AttributesOf(place).IsEmpty)
        {
            return null;
        }

        SeriesKey key = reading.Index.KeyOf(series);
        Frequency frequency = observations.Count > 0 ? observations[0].Period.Frequency : FrequencyOf(reading.Flow, key);
        return new TimeSeries($"{reading.Flow.Id}:{key}", frequency, observations.ToImmutable(), reading.AttributesOf(series, place));
    }

    private static Frequency FrequencyOf(FlowRow flow, SeriesKey key)
    {
        int dimension = flow.Dimensions.IndexOf("FREQ");
        return dimension < 0 ? Frequency.Annual : FrequencyExtensions.FromCode(key.Codes[dimension]) ?? Frequency.Other;
    }

    private static SeriesListing? List(FlowReading reading, StructureId id, int series)
    {
        int place = series % SeriesIndex.BlockSize;
        ReadOnlySpan<Cell> cells = reading.Block.CellsOf(place);
        ReadOnlySpan<Trace> traces = reading.Block.TracesOf(place);
        int count = 0;
        long first = 0;
        long last = 0;
        for (int i = 0; i < cells.Length; i++)
        {
            if (BlockOverlay.Stands(in cells[i], in traces[i]))
            {
                first = count++ == 0 ? cells[i].Period : first;
                last = cells[i].Period;
            }
        }

        return count == 0 && reading.Block.AttributesOf(place).IsEmpty ? null : new SeriesListing(
            id,
            reading.Index.KeyOf(series),
            reading.AttributesOf(series, place),
            count == 0 ? null : PackedPeriod.ToPeriod(first),
            count == 0 ? null : PackedPeriod.ToPeriod(last),
            count);
    }

    private static void AddChanges(FlowReading reading, StructureId id, int block, int target, long[] counts, List<ObservationChange> rows)
    {
        int count = Math.Min(SeriesIndex.BlockSize, reading.Index.Count - (block * SeriesIndex.BlockSize));
        for (int place = 0; place < count; place++)
        {
            ReadOnlySpan<Cell> cells = reading.Block.CellsOf(place);
            ReadOnlySpan<Trace> traces = reading.Block.TracesOf(place);
            SeriesKey? key = null;
            for (int i = 0; i < cells.Length; i++)
            {
                if (traces[i].TouchedBy != target)
                {
                    continue;
                }

                bool stands = BlockOverlay.Stands(in cells[i], in traces[i]);
                ChangeKind? kind = (traces[i].WasThere, stands) switch
                {
                    (false, false) => null,
                    (false, true) => ChangeKind.Added,
                    (true, false) => ChangeKind.Deleted,
                    _ => ValueTag.AreEqual(cells[i].Tag, cells[i].Bits, traces[i].TagBefore, traces[i].BitsBefore) ? ChangeKind.Restated : ChangeKind.Revised,
                };
                if (kind is not { } what)
                {
                    continue;
                }

                counts[(int)what]++;
                if (what != ChangeKind.Restated)
                {
                    key ??= reading.Index.KeyOf((block * SeriesIndex.BlockSize) + place);
                    rows.Add(new ObservationChange(
                        id, key, PackedPeriod.ToPeriod(cells[i].Period), what,
                        ValueTag.ToValue(traces[i].TagBefore, traces[i].BitsBefore, reading.Pool.Texts),
                        ValueTag.ToValue(cells[i].Tag, cells[i].Bits, reading.Pool.Texts)));
                }
            }
        }
    }

    private readonly record struct FrameSeries(string Key, int Start, int End);

    /// <summary>A range of periods; with bounds, only their frequency is in it. The lower bound takes any span that ends in it, the upper one too.</summary>
    private readonly struct PeriodRange(Period? first, Period? last)
    {
        private readonly long _first = first is { } f ? PackedPeriod.Of(f) >> 24 << 24 : long.MinValue;
        private readonly long _last = last is { } l ? PackedPeriod.Of(l) | ((1L << 24) - 1) : long.MaxValue;
        private readonly Frequency? _frequency = first?.Frequency ?? last?.Frequency;

        public bool IsLimited => _frequency is not null;

        public bool Contains(long period) => period >= _first && period <= _last && (_frequency is null || PackedPeriod.FrequencyOf(period) == _frequency);
    }
}
