using System.Collections.Immutable;
using Ballast.Series;
using Ballast.Sdmx.Model;
using Ballast.Store.Chunks;
using Microsoft.Data.Sqlite;

namespace Ballast.Store.Engine;

/// <summary>A dataflow as the store keeps it: all minor versions of one major version.</summary>
internal sealed record FlowRow(int Number, string Agency, string Id, int Major, ImmutableArray<string> Dimensions);

/// <summary>A release with the numbers that are the store's own.</summary>
/// <param name="Number">Load number.</param>
/// <param name="CommitNumber">The commit that wrote it. Like the load number it is for auditors: gaps in it would betray an embargo.</param>
/// <param name="Published">UTC ticks.</param>
/// <param name="Visible">UTC ticks: the later of published and loaded.</param>
/// <param name="StoredPublicNumber">As the last writer left it, or null.</param>
/// <param name="Record">What readers get; where no public number is stored, it is filled in when the release is seen.</param>
/// <param name="Flows">Numbers of its dataflows.</param>
internal sealed record ReleaseRow(long Number, long CommitNumber, long Published, long Visible, long? StoredPublicNumber, ReleaseRecord Record, ImmutableArray<int> Flows);

/// <summary>A release that a viewpoint sees.</summary>
/// <param name="Row">The release.</param>
/// <param name="Record">With its public number.</param>
/// <param name="Rank">From 1, in the order of publication among those seen.</param>
internal sealed record VisibleRelease(ReleaseRow Row, ReleaseRecord Record, int Rank);

/// <summary>All small tables at one commit, read together; it never changes once made. Codes and series of a dataflow are read when first asked for.</summary>
internal sealed class StoreState
{
    private readonly Lock _gate = new();
    private readonly Dictionary<int, SeriesIndex> _indexes;
    private readonly Dictionary<(string Agency, string Id, int Major), FlowRow> _flowsById;
    private readonly Dictionary<int, FlowRow> _flowsByNumber;
    private readonly HashSet<int> _indexesChecked = [];
    private readonly ImmutableArray<ReleaseRow> _unnumbered;
    private readonly long _lastPublicNumber;

    private StoreState(long commitNumber, long time, ImmutableArray<FlowRow> flows, ImmutableArray<FlowSettings> settings, (StructureSet Set, byte[] Digest) structures, ImmutableArray<ReleaseRow> releases, Dictionary<int, SeriesIndex> indexes)
    {
        (CommitNumber, Time, Flows, Settings, Releases, _indexes) = (commitNumber, time, flows, settings, releases, indexes);
        (Structures, StructuresDigest) = structures;
        _flowsById = flows.ToDictionary(f => (f.Agency, f.Id, f.Major));
        _flowsByNumber = flows.ToDictionary(f => f.Number);
        _unnumbered = [.. releases.Where(r => r.StoredPublicNumber is null)];
        _lastPublicNumber = releases.Select(r => r.StoredPublicNumber ?? 0).DefaultIfEmpty(0).Max();
    }

    /// <summary>The newest commit in it.</summary>
    public long CommitNumber { get; }

    /// <summary>Its time in UTC ticks.</summary>
    public long Time { get; }

    public ImmutableArray<FlowRow> Flows { get; }

    public ImmutableArray<FlowSettings> Settings { get; }

    public StructureSet Structures { get; }

    /// <summary>Digest of all structures, for fingerprints.</summary>
    public byte[] StructuresDigest { get; }

    /// <summary>In the order of loading.</summary>
    public ImmutableArray<ReleaseRow> Releases { get; }

    public FlowRow? FindFlow(StructureId id) => _flowsById.GetValueOrDefault((id.Agency, id.Id, id.Version.Major));

    public FlowRow FlowOf(int number) => _flowsByNumber[number];

    /// <summary>The newest version of a dataflow that the store knows.</summary>
    public Dataflow DataflowOf(FlowRow flow) => Structures.Dataflows
        .Where(d => d.Id.Agency == flow.Agency && d.Id.Id == flow.Id && d.Id.Version.Major == flow.Major)
        .MaxBy(d => d.Id.Version)!;

    /// <summary>Reads the state through a connection, on top of an older one where there is one.</summary>
    public static StoreState Read(SqliteConnection connection, StoreState? before)
    {
        CommitRow last = CommitRow.Last(connection) ?? throw new StoreDamagedException(new Finding(FindingKind.Chain, Detail: "no commits"));
        ImmutableArray<FlowRow> flows = [.. connection.Rows(
            "SELECT number, agency, id, major, dimensions FROM flows ORDER BY number",
            row => new FlowRow(row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetInt32(3), [.. row.GetString(4).Split(',')]))];
        (StructureSet, byte[]) structures = before is null || connection.Number("SELECT count(*) FROM structures WHERE commit_number>?1", before.CommitNumber) > 0
            ? ReadStructures(connection)
            : (before.Structures, before.StructuresDigest);

        Dictionary<int, FlowSettings> settings = [];
        foreach ((int flow, FlowSettings one) in connection.Rows(
            "SELECT s.flow, f.agency, f.id, s.version, s.pack, s.zone, s.display_order FROM flow_settings s JOIN flows f ON f.number=s.flow ORDER BY s.number",
            row => (row.GetInt32(0), new FlowSettings(IdOf(row.GetString(1), row.GetString(2), row.GetString(3)), row.GetString(4), row.GetString(5), row.GetInt32(6)))))
        {
            settings[flow] = one;
        }

        return new StoreState(
            last.Number,
            last.Time,
            flows,
            [.. settings.Values.OrderBy(s => s.DisplayOrder).ThenBy(s => s.Flow.ToString(), StringComparer.Ordinal)],
            structures,
            ReadReleases(connection, flows.ToDictionary(f => f.Number), before),
            before?.CopyIndexes() ?? []);
    }

    /// <summary>Codes and series of a dataflow, read through a connection where they are not here yet. At least those of this state are in it.</summary>
    public SeriesIndex IndexOf(FlowRow flow, SqliteConnection connection)
    {
        lock (_gate)
        {
            SeriesIndex? known = _indexes.GetValueOrDefault(flow.Number);
            if (known is not null && _indexesChecked.Contains(flow.Number))
            {
                return known;
            }

            long codes = connection.Number("SELECT coalesce(sum(count),0) FROM codes WHERE flow=?1", flow.Number) ?? 0;
            long series = connection.Number("SELECT coalesce(max(first+count),0) FROM series_keys WHERE flow=?1", flow.Number) ?? 0;
            if (known is null || known.Count < series || CodesIn(known) < codes)
            {
                _indexes[flow.Number] = known = Extend(known?.Copy() ?? new SeriesIndex(flow.Dimensions.Length), flow, connection);
            }

            _indexesChecked.Add(flow.Number);

            return known;
        }
    }

    public static long CodesIn(SeriesIndex index) => Enumerable.Range(0, index.DimensionCount).Sum(d => (long)index.CodeCount(d));

    /// <summary>
    /// The one query: releases that a viewpoint sees, in the order of publication. What is not public yet is clamped away unless the reader holds it; nothing else decides what is seen.
    /// </summary>
    /// <param name="viewpoint">Cut-off and reader.</param>
    /// <param name="now">UTC ticks by the store's clock.</param>
    public ImmutableArray<VisibleRelease> Visible(Viewpoint viewpoint, long now)
    {
        Dictionary<long, long> come = NumbersSinceLastWrite(now);
        long upTo = viewpoint.CutOff.PublishedUpTo.UtcTicks;
        List<(ReleaseRow Row, ReleaseRecord Record)> seen = [];
        foreach (ReleaseRow release in Releases)
        {
            if (release.Published > upTo)
            {
                continue;
            }

            long? number = release.StoredPublicNumber ?? (come.TryGetValue(release.Number, out long computed) ? computed : null);
            if (release.Published <= now && number is not null)
            {
                if (viewpoint.CutOff.PublicNumberUpTo is not { } most || number <= most)
                {
                    seen.Add((release, release.StoredPublicNumber is null ? release.Record with { PublicNumber = number } : release.Record));
                }
            }
            else if (viewpoint.CutOff.PublicNumberUpTo is null && viewpoint.Reader.Holds.Contains(release.Record.Key))
            {
                seen.Add((release, release.Record));
            }
        }

        seen.Sort((a, b) => ByPublication(a.Row, b.Row));
        return [.. seen.Select((s, i) => new VisibleRelease(s.Row, s.Record, i + 1))];
    }

    /// <summary>Load number → public number of releases whose moment came since the last write; the next writer stores them.</summary>
    public Dictionary<long, long> NumbersSinceLastWrite(long now)
    {
        Dictionary<long, long> numbers = [];
        long last = _lastPublicNumber;
        foreach (ReleaseRow release in _unnumbered.Where(r => r.Visible <= now).OrderBy(r => r.Visible).ThenBy(r => r.Number))
        {
            numbers.Add(release.Number, ++last);
        }

        return numbers;
    }

    /// <summary>How many releases are public at a moment.</summary>
    public long PublicCount(long now) => _lastPublicNumber + _unnumbered.Count(r => r.Visible <= now);

    /// <summary>The order of publication: moment, sequence, key; then pack and load number, so that it is total.</summary>
    public static int ByPublication(ReleaseRow left, ReleaseRow right)
    {
        int order = left.Published.CompareTo(right.Published);
        order = order != 0 ? order : left.Record.Sequence.CompareTo(right.Record.Sequence);
        order = order != 0 ? order : string.CompareOrdinal(left.Record.Key, right.Record.Key);
        order = order != 0 ? order : string.CompareOrdinal(left.Record.Pack, right.Record.Pack);
        return order != 0 ? order : left.Number.CompareTo(right.Number);
    }

    private Dictionary<int, SeriesIndex> CopyIndexes()
    {
        lock (_gate)
        {
            return new Dictionary<int, SeriesIndex>(_indexes);
        }
    }

    private static SeriesIndex Extend(SeriesIndex index, FlowRow flow, SqliteConnection connection)
    {
        foreach ((int dimension, int first, byte[] content) in connection.Rows(
            "SELECT dimension, first, content FROM codes WHERE flow=?1 ORDER BY dimension, first",
            row => (row.GetInt32(0), row.GetInt32(1), row.GetFieldValue<byte[]>(2)),
            flow.Number))
        {
            ByteReader from = new(content);
            for (int ordinal = first; !from.AtEnd; ordinal++)
            {
                string code = from.Text();
                if (ordinal >= index.CodeCount(dimension) && index.AddCode(dimension, code) != ordinal)
                {
                    throw new MalformedException($"Code {code} of {flow.Id} stands twice.");
                }
            }
        }

        Span<int> ordinals = stackalloc int[index.DimensionCount];
        foreach ((int first, int count, byte[] content) in connection.Rows(
            "SELECT first, count, content FROM series_keys WHERE flow=?1 AND first+count>?2 ORDER BY first",
            row => (row.GetInt32(0), row.GetInt32(1), row.GetFieldValue<byte[]>(2)),
            flow.Number,
            index.Count))
        {
            ByteReader from = new(content);
            for (int series = first; series < first + count; series++)
            {
                for (int i = 0; i < ordinals.Length; i++)
                {
                    ordinals[i] = from.Count(index.CodeCount(i) - 1);
                }

                if (series >= index.Count && index.Add(ordinals) != series)
                {
                    throw new MalformedException($"A key of {flow.Id} stands twice.");
                }
            }

            if (!from.AtEnd)
            {
                throw new MalformedException($"Bytes follow the keys of {flow.Id}.");
            }
        }

        return index;
    }

    private static (StructureSet Set, byte[] Digest) ReadStructures(SqliteConnection connection)
    {
        Dictionary<(StructureKind, StructureId), byte[]> newest = [];
        using Hashing hash = new("ballast.all-structures/1");
        foreach ((StructureKind kind, StructureId id, byte[] content) in connection.Rows(
            "SELECT kind, agency, id, version, content FROM structures ORDER BY number",
            row => ((StructureKind)row.GetInt32(0), IdOf(row.GetString(1), row.GetString(2), row.GetString(3)), row.GetFieldValue<byte[]>(4))))
        {
            newest[(kind, id)] = content;
            hash.Add(content);
        }

        return (StructureCodec.Decode(newest.Select(s => (s.Key.Item1, s.Key.Item2, s.Value))), hash.Finish());
    }

    private static ImmutableArray<ReleaseRow> ReadReleases(SqliteConnection connection, Dictionary<int, FlowRow> flows, StoreState? before)
    {
        // Only the public number of a release may be filled in later; the rest of a known row never changes.
        Dictionary<long, long> numbered = before is null || !before.Releases.Any(r => r.StoredPublicNumber is null) ? []
            : connection.Rows(
                "SELECT number, public_number FROM releases WHERE public_number IS NOT NULL AND number>=?1",
                row => (row.GetInt64(0), row.GetInt64(1)),
                before.Releases.First(r => r.StoredPublicNumber is null).Number).ToDictionary(r => r.Item1, r => r.Item2);
        IEnumerable<ReleaseRow> known = before?.Releases.Select(r => r.StoredPublicNumber is null && numbered.TryGetValue(r.Number, out long given) ? r with { StoredPublicNumber = given, Record = r.Record with { PublicNumber = given } } : r) ?? [];
        long lastKnown = before is { Releases: [.., var newest] } ? newest.Number : 0;
        Dictionary<long, List<(int Flow, ReleasePart Part)>> parts = [];
        foreach ((long release, int flow, ReleasePart part) in connection.Rows(
            "SELECT release, flow, flow_version, structure, observations, series FROM parts WHERE release>?1 ORDER BY release, part",
            row => (row.GetInt64(0), row.GetInt32(1), new ReleasePart(
                IdOf(flows[row.GetInt32(1)].Agency, flows[row.GetInt32(1)].Id, row.GetString(2)),
                StructureId.TryParse(row.GetString(3), out StructureId structure) ? structure : throw new MalformedException("A structure's identity is malformed."),
                row.GetInt64(4),
                row.GetInt32(5))),
            lastKnown))
        {
            if (!parts.TryGetValue(release, out List<(int, ReleasePart)>? list))
            {
                parts.Add(release, list = []);
            }

            list.Add((flow, part));
        }

        return [.. known, .. connection.Rows(
            "SELECT number, commit_number, pack, key, digest, published, published_offset, sequence, loaded, visible, public_number, description FROM releases WHERE number>?1 ORDER BY number",
            row => ReadRelease(row, parts.GetValueOrDefault(row.GetInt64(0)) ?? []),
            lastKnown)];
    }

    private static ReleaseRow ReadRelease(SqliteDataReader row, List<(int Flow, ReleasePart Part)> parts)
    {
        long published = row.GetInt64(5);
        ReleaseRecord bare = new()
        {
            Pack = row.GetString(2),
            Key = row.GetString(3),
            ContentDigest = row.GetString(4),
            Published = new DateTimeOffset(published, TimeSpan.Zero).ToOffset(TimeSpan.FromMinutes(row.GetInt32(6))),
            Sequence = row.GetInt32(7),
            Loaded = new DateTimeOffset(row.GetInt64(8), TimeSpan.Zero),
            PublicNumber = row.IsDBNull(10) ? null : row.GetInt64(10),
            SourceKind = "",
            SourceTitle = default,
            SourceAgency = default,
            Url = null,
            DocumentDigest = null,
            SourceDate = null,
            CompiledLater = false,
            Notes = default,
            Amends = null,
            Parts = [.. parts.Select(p => p.Part)],
        };
        return new ReleaseRow(
            row.GetInt64(0),
            row.GetInt64(1),
            published,
            row.GetInt64(9),
            row.IsDBNull(10) ? null : row.GetInt64(10),
            ReleaseDescription.DecodeInto(bare, row.Blob(11)),
            [.. parts.Select(p => p.Flow).Distinct()]);
    }

    private static StructureId IdOf(string agency, string id, string version) =>
        SemanticVersion.TryParse(version, out SemanticVersion parsed) ? new StructureId(agency, id, parsed) : throw new MalformedException($"The version of {id} is malformed.");
}
