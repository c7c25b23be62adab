using System.Collections.Immutable;
using Ballast.Briefings;
using Ballast.Language;
using Ballast.Sdmx.Model;
using Ballast.Sdmx.Model.Plans;
using Ballast.Series;
using Ballast.Store;

namespace Ballast.Work;

/// <content>Overviews: the same document for the console's page and the briefing's files.</content>
public sealed partial class Reading
{
    /// <summary>The overview of a pack as seen from a viewpoint.</summary>
    public BriefingDocument Overview(LoadedPack pack, Viewpoint viewpoint, Tongue tongue) => OverviewBuilder.Build(OverviewOf(pack, viewpoint, tongue));

    /// <summary>What the overview of a pack is made from.</summary>
    public OverviewInput OverviewOf(LoadedPack pack, Viewpoint viewpoint, Tongue tongue)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(viewpoint);
        TimeZoneInfo zone = pack.Zone;
        ImmutableArray<ReleaseRecord> releases = Releases(viewpoint, pack);
        OverviewPlan plan = pack.Overview ?? OverviewPlan.Empty;
        ImmutableArray<OverviewSeries> series =
        [
            .. plan.Groups.SelectMany(g => g.Figures)
                .Select(f => Series(f.Flow, f.Key, viewpoint))
                .OfType<SeriesView>()
                .Select(v => OverviewSeriesOf(v, viewpoint)),
        ];
        return new OverviewInput(tongue, pack.Name.In(tongue.Tag()) ?? pack.Id, plan, TimeZoneInfo.ConvertTime(MomentOf(viewpoint), zone), series)
        {
            LatestRelease = releases.IsEmpty ? null : TimeZoneInfo.ConvertTime(releases[^1].Published, zone),
            Changes = ChangesOf(pack, releases, viewpoint, zone),
            Due = Due(pack, viewpoint),
            Next = Next(pack, viewpoint),
            RecordEnds = pack.Pack.Manifest.EffectiveTo,
        };
    }

    /// <summary>What is due or late of a pack at the moment of a viewpoint, the earliest day first, one entry a rule and missing period; nothing after the end of the pack's effect.</summary>
    public ImmutableArray<DueFigure> Due(LoadedPack pack, Viewpoint viewpoint)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(viewpoint);
        if (pack.Due is not { } plan)
        {
            return [];
        }

        IEnumerable<LastKnown> known = plan.Rules.Select(r => r.Series.Flow).Distinct(StringComparer.Ordinal)
            .SelectMany(f => FindFlow(f) is { } found
                ? Listings(f, KeyQuery.All(found.Structure.Dimensions.Length), viewpoint).Where(l => l.Last is not null).Select(l => new LastKnown(f, l.Key, l.Last!.Value))
                : []);
        return
        [
            .. plan.At(MomentOf(viewpoint), known)
                .GroupBy(d => (d.Rule, d.Date.Period))
                .Select(g => DueFigureOf(g.Key.Rule, g.First().Date, g.Count() == 1 ? g.First().Series : null, g.First().Series.Period, g.First().State == DueState.Late) with { Keys = [.. g.Select(d => d.Series.Key)] })
                .OrderBy(d => d.DueOn),
        ];
    }

    /// <summary>What comes next by the calendar of a pack after the moment of a viewpoint, the next first.</summary>
    public ImmutableArray<DueFigure> Next(LoadedPack pack, Viewpoint viewpoint)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(viewpoint);
        return pack.Due is not { } plan ? [] : [.. plan.Next(MomentOf(viewpoint)).Select(d => DueFigureOf(d.Rule, d, null, null, false))];
    }

    private DueFigure DueFigureOf(DueRule rule, DueDate date, LastKnown? series, Period? lastKnown, bool isLate)
    {
        SeriesKey? key = series?.Key;
        return new DueFigure(rule.Name, rule.Series.Flow, key, date.Period, rule.DayOf(date.Period), isLate)
        {
            LastKnown = lastKnown,
            Transformation = FindFlow(rule.Series.Flow) is { } flow && (key ?? FirstKey(rule)) is { } one ? TransformationOf(flow.Structure, one) : null,
        };
    }

    /// <summary>A key that says how periods of a rule are written, where its pattern names the code of TRANSFORMATION.</summary>
    private static SeriesKey? FirstKey(DueRule rule) =>
        rule.Series.Patterns[0] is var pattern && pattern.Wanted.All(w => w.Length > 0) ? new SeriesKey([.. pattern.Wanted.Select(w => w[0])]) : null;

    private DateTimeOffset MomentOf(Viewpoint viewpoint) => viewpoint.CutOff.PublishedUpTo < Now ? viewpoint.CutOff.PublishedUpTo : Now;

    /// <summary>What came since the day of publication before the newest one.</summary>
    private OverviewChanges ChangesOf(LoadedPack pack, ImmutableArray<ReleaseRecord> releases, Viewpoint viewpoint, TimeZoneInfo zone)
    {
        if (releases.IsEmpty)
        {
            return OverviewChanges.None;
        }

        DateOnly newest = DayOf(releases[^1].Published, zone);
        ReleaseRecord? before = releases.LastOrDefault(r => DayOf(r.Published, zone) < newest);
        ImmutableArray<ReleaseRecord> recent = [.. releases.Where(r => before is null || DayOf(r.Published, zone) == newest).Reverse()];
        List<ReleaseSummary> summaries = [];
        List<RevisedValue> revised = [];
        Dictionary<(string, SeriesKey), OverviewSeries> views = [];
        List<OverviewSeries> addedSeries = [];
        HashSet<(string, SeriesKey)> addedKeys = [];
        int added = 0;
        int revisions = 0;
        foreach (ReleaseRecord release in recent)
        {
            ObservationChange[] rows = [.. (store.Changes(release.Key, viewpoint, release.Pack)?.Rows ?? []).Where(r => pack.Flows.Any(f => f.Id.Id == r.Flow.Id))];
            int addedHere = rows.Count(r => r.Kind == ChangeKind.Added);
            int revisedHere = rows.Count(r => r.Kind == ChangeKind.Revised);
            (added, revisions) = (added + addedHere, revisions + revisedHere);
            summaries.Add(new ReleaseSummary(release.Key, TimeZoneInfo.ConvertTime(release.Published, zone), release.SourceTitle, addedHere, revisedHere));
            foreach (ObservationChange row in rows)
            {
                if (ViewOf(row.Flow.Id, row.Key) is not { } series)
                {
                    continue;
                }

                if (row.Kind == ChangeKind.Revised && series.Series.At(row.Period) is { } now)
                {
                    revised.Add(new RevisedValue(series, now with { Value = row.Was }, now));
                }
                else if (row.Kind == ChangeKind.Added && series.Series.Observations is [.., var last] && last.Period == row.Period && addedKeys.Add((row.Flow.Id, row.Key)))
                {
                    addedSeries.Add(series);
                }
            }
        }

        return new OverviewChanges(before is null ? null : TimeZoneInfo.ConvertTime(before.Published, zone), [.. summaries], added, revisions)
        {
            Revised = [.. revised],
            Added = [.. addedSeries],
        };

        OverviewSeries? ViewOf(string flow, SeriesKey key)
        {
            if (!views.TryGetValue((flow, key), out OverviewSeries? view) && Series(flow, key, viewpoint) is { } found)
            {
                view = OverviewSeriesOf(found, null);
                views.Add((flow, key), view);
            }

            return view;
        }
    }

    /// <summary>A series as overviews take it; with a viewpoint its revised periods are looked up.</summary>
    private OverviewSeries OverviewSeriesOf(SeriesView view, Viewpoint? viewpoint)
    {
        string? transformation = TransformationOf(view.Structure, view.Key);
        KeyPart? part = view.Names.Parts.FirstOrDefault(p => p.DimensionId == DerivedFlow.TransformationDimension);
        return new OverviewSeries(view.Flow.Id.Id, view.Key, StatedDecimals.Aligned(view.Series, view.Names.Unit.Unit), view.Names.Title, transformation, view.Names.Unit.Unit, view.Names.Unit.Multiplier)
        {
            Basis = part?.CodeName ?? default,
            Revised = viewpoint is null ? [] : RevisedPeriods(view, viewpoint),
        };
    }

    /// <summary>Periods whose value as it stands differs from the one first published.</summary>
    public ImmutableHashSet<Period> RevisedPeriods(SeriesView view, Viewpoint viewpoint)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.IsDerived || Vintages(view.Flow.Id.Id, view.Key, viewpoint) is not { } vintages ? [] :
        [
            .. vintages.Periods
                .Where(p => p.Statements.Length > 1 && p.Statements.First(s => !s.IsDeletion).Value is var first && !SameValue(first, p.Statements[^1].Value))
                .Select(p => p.Period),
        ];
    }

    /// <summary>Whether two values are the same number; 15.0 and 15.00 are.</summary>
    private static bool SameValue(MeasureValue one, MeasureValue other) =>
        one == other || (one.Kind == MeasureKind.Exact && other.Kind == MeasureKind.Exact && one.Exact.CompareTo(other.Exact) == 0);

    private static string? TransformationOf(DataStructureDefinition structure, SeriesKey key)
    {
        int at = structure.IndexOf(DerivedFlow.TransformationDimension);
        return at < 0 ? null : key.Codes[at];
    }

    private static DateOnly DayOf(DateTimeOffset moment, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);
}
