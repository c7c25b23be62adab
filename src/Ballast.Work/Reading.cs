using System.Collections.Immutable;
using Ballast.Sdmx.Model;
using Ballast.Series;
using Ballast.Store;

namespace Ballast.Work;

/// <summary>
/// The only reader of data for page, address and command. Every answer is one of a viewpoint; what the viewpoint must not see does not exist in any of them.
/// </summary>
/// <param name="store">The store, open for reading at least.</param>
/// <param name="packs">The packs of the installation; empty where only files were loaded.</param>
/// <param name="clock">Says what time it is, which only clamps.</param>
public sealed partial class Reading(BallastStore store, PackLibrary packs, TimeProvider clock)
{
    /// <summary>The packs of the installation.</summary>
    public PackLibrary Packs => packs;

    /// <summary>What time it is.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Everything public now, for everybody.</summary>
    public Viewpoint Newest => Viewpoint.PublicAt(Now);

    /// <summary>Changes whenever an answer may change.</summary>
    public DataVersion DataVersion => store.DataVersion;

    /// <summary>How the store's head file and its database agree: whether what was acknowledged is there.</summary>
    public HeadState CompareHead() => store.CompareHead();

    /// <summary>All structures.</summary>
    public StructureSet Structures => store.Structures();

    /// <summary>The dataflows with data visible from a viewpoint, in the order of packs, then of ids. Flows that hold nothing yet are listed too: their structure is public.</summary>
    public ImmutableArray<FlowSummary> Flows(Viewpoint viewpoint)
    {
        ImmutableArray<ReleaseRecord> releases = store.Releases(viewpoint);
        StructureSet structures = Structures;
        List<Dataflow> flows = [.. structures.Dataflows];
        Dictionary<string, int> order = packs.Watching.SelectMany(p => p.Flows).Select((f, i) => (f.Id.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        return
        [
            .. flows.OrderBy(f => order.GetValueOrDefault(f.Id.Id, int.MaxValue)).ThenBy(f => f.Id.Id, StringComparer.Ordinal).Select(flow => new FlowSummary(
                flow,
                packs.OfFlow(flow.Id.Id)?.Id ?? "",
                store.Availability(flow.Id, viewpoint),
                releases.Where(r => r.Parts.Any(p => p.Flow.Id == flow.Id.Id)).MaxBy(r => (r.Published, r.Sequence, r.Key)))),
        ];
    }

    /// <summary>A dataflow by its id (<c>IND_ACTIVITY</c>, <c>BALLAST:IND_ACTIVITY(1.0.0)</c>, or a derived one), or null.</summary>
    public (Dataflow Flow, DataStructureDefinition Structure, bool IsDerived)? FindFlow(string id)
    {
        StructureSet structures = Structures;
        string bare = StructureId.TryParse(id, out StructureId full) ? full.Id : id;
        Dataflow? flow = structures.FindDataflow(bare);
        bool isDerived = false;
        if (flow is null && DerivedFlow.BaseId(bare) is { } baseId && structures.FindDataflow(baseId) is { } published)
        {
            (flow, isDerived) = (new DerivedFlow(published).Flow, true);
        }

        return flow is null || structures.FindDataStructure(flow.Structure) is not { } structure ? null : (flow, structure, isDerived);
    }

    /// <summary>The zone in which dates without time are meant for a flow; UTC for flows of no pack.</summary>
    public TimeZoneInfo ZoneOf(string flowId) => packs.OfFlow(flowId)?.Zone ?? KeptZone(flowId) ?? TimeZoneInfo.Utc;

    /// <summary>A series, published or derived, or null where the viewpoint sees none of that key.</summary>
    public SeriesView? Series(string flowId, SeriesKey key, Viewpoint viewpoint)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (FindFlow(flowId) is not { } found || key.Codes.Length != found.Structure.Dimensions.Length)
        {
            return null;
        }

        return found.IsDerived ? Derived(found.Flow, found.Structure, key, viewpoint) : Published(found.Flow, found.Structure, key, viewpoint);
    }

    /// <summary>Every series of a flow that a query asks for, in the order of keys.</summary>
    public IEnumerable<SeriesView> Series(string flowId, KeyQuery query, Viewpoint viewpoint)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (FindFlow(flowId) is not { } found)
        {
            yield break;
        }

        foreach (SeriesKey key in Keys(found.Flow, found.Structure, found.IsDerived, query, viewpoint))
        {
            if (Series(flowId, key, viewpoint) is { } view)
            {
                yield return view;
            }
        }
    }

    /// <summary>The series that a source calls so; several flows may have one.</summary>
    public ImmutableArray<SeriesListing> BySourceId(string sourceId, string? flowId, Viewpoint viewpoint) =>
        [.. store.FindBySourceId(flowId is null ? null : FindFlow(flowId)?.Flow.Id, sourceId, viewpoint)];

    /// <summary>All that was ever stated of a published series, or null where the viewpoint sees nothing of it.</summary>
    public SeriesVintages? Vintages(string flowId, SeriesKey key, Viewpoint viewpoint) =>
        FindFlow(flowId) is { IsDerived: false } found ? store.Vintages(found.Flow.Id, key, viewpoint) : null;

    /// <summary>Series of a flow with what is said of them and how much there is, in the order of keys.</summary>
    public ImmutableArray<SeriesListing> Listings(string flowId, KeyQuery query, Viewpoint viewpoint) =>
        FindFlow(flowId) is { IsDerived: false } found ? [.. store.SeriesKeys(found.Flow.Id, query, viewpoint)] : [];

    /// <summary>The zone that the store keeps of a flow, where its pack is not among those read.</summary>
    private TimeZoneInfo? KeptZone(string flowId) =>
        FindFlow(flowId) is { IsDerived: false } found && store.SettingsOf(found.Flow.Id) is { Zone.Length: > 0 } settings ? TimeZoneInfo.FindSystemTimeZoneById(settings.Zone) : null;

    private IEnumerable<SeriesKey> Keys(Dataflow flow, DataStructureDefinition structure, bool isDerived, KeyQuery query, Viewpoint viewpoint)
    {
        if (!isDerived)
        {
            return store.SeriesKeys(flow.Id, query, viewpoint).Select(l => l.Key);
        }

        // Derived keys differ from published ones in one dimension: ask for the published with any code there, then keep what was asked for.
        Dataflow published = Structures.FindDataflow(DerivedFlow.BaseId(flow.Id.Id)!)!;
        int at = structure.IndexOf(DerivedFlow.TransformationDimension);
        KeyQuery wide = at < 0 ? query : new KeyQuery(query.Wanted.SetItem(at, []));
        return store.SeriesKeys(published.Id, wide, viewpoint)
            .SelectMany(l => DerivedFlow.Offered(structure, l.Key, l.Attributes).Select(t => DerivedFlow.ResultKey(structure, l.Key, t)))
            .OfType<SeriesKey>().Where(query.Matches).Distinct().Order();
    }

    private SeriesView? Published(Dataflow flow, DataStructureDefinition structure, SeriesKey key, Viewpoint viewpoint) =>
        store.ReadSeries(flow.Id, key, viewpoint) is { } series ? ViewOf(flow, structure, key, series, key, series, null) : null;

    private SeriesView? Derived(Dataflow flow, DataStructureDefinition structure, SeriesKey key, Viewpoint viewpoint)
    {
        Dataflow published = Structures.FindDataflow(DerivedFlow.BaseId(flow.Id.Id)!)!;
        foreach ((SeriesKey origin, Transform transform) in DerivedFlow.Origins(structure, key))
        {
            if (store.ReadSeries(published.Id, origin, viewpoint) is { } series && DerivedFlow.Offered(structure, origin, series.Attributes).Contains(transform))
            {
                return ViewOf(flow, structure, key, DerivedFlow.Compute(series, transform, $"{flow.Id.Id}:{key}"), origin, series, transform);
            }
        }

        return null;
    }

    private SeriesView ViewOf(
        Dataflow flow, DataStructureDefinition structure, SeriesKey key, TimeSeries shown, SeriesKey publishedKey, TimeSeries published, Transform? transform) => new()
        {
            Flow = flow,
            Structure = structure,
            Key = key,
            Names = SeriesNames.Of(Structures, structure, key, shown.Attributes),
            Series = shown,
            PublishedKey = publishedKey,
            Transform = transform,
            Offered =
            [
                .. DerivedFlow.Offered(structure, publishedKey, published.Attributes)
                    .Select(t => (t, DerivedFlow.ResultKey(structure, publishedKey, t)!)),
            ],
            Pack = packs.OfFlow(flow.Id.Id),
        };
}
