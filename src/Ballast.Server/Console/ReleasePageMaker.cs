using System.Collections.Immutable;
using Ballast.Language;
using Ballast.Sdmx.Model;
using Ballast.Series;
using Ballast.Server.Console.Views;
using Ballast.Store;
using Ballast.Work;

namespace Ballast.Server.Console;

/// <summary>Makes the release log and the page of a release. The time of loading stands here and nowhere else.</summary>
internal sealed class ReleasePageMaker(PageContext context)
{
    private const int EntriesOnAPage = 25;
    private const int LargestListed = 5;
    private const int ChangesListed = 100;

    // Series are looked up once a page, whatever the number of their changes.
    private readonly Dictionary<(string Flow, SeriesKey Key), SeriesView?> _series = [];

    /// <summary>The log.</summary>
    internal ReleaseLogView Log()
    {
        ImmutableArray<ReleaseRecord> newestFirst = [.. context.Reading.Releases(context.Viewpoint).OrderByDescending(r => r.Published).ThenByDescending(r => r.Sequence).ThenByDescending(r => r.Key, StringComparer.Ordinal)];
        int page = CataloguePageMaker.PageNumber(context.Address, newestFirst.Length, EntriesOnAPage);
        return new ReleaseLogView(
            [.. newestFirst.Skip((page - 1) * EntriesOnAPage).Take(EntriesOnAPage).Select(EntryOf)],
            CataloguePageMaker.Pages(context, page, EntriesOnAPage, newestFirst.Length, n => context.T(
                Phrases.ReleasePage.Shown, ((n - 1) * EntriesOnAPage) + 1, Math.Min(n * EntriesOnAPage, newestFirst.Length), newestFirst.Length)),
            Times.Zone(context.Zone.GetUtcOffset(context.Viewpoint.CutOff.PublishedUpTo), context.Tongue));
    }

    /// <summary>A release's page.</summary>
    internal ReleaseView Page(ReleaseRecord release)
    {
        ReleaseChanges? changes = context.Reading.Changes(release.Key, context.Viewpoint);
        return new ReleaseView
        {
            Crumbs = [new LinkView(context.T(Phrases.Pages.Releases), context.Address.To("releases").ToString())],
            Title = context.T(Phrases.ReleasePage.ReleaseTitle, context.Moment(release.Published)),
            Lead = context.Text(release.SourceTitle),
            Facts = Facts(release),
            Parts =
            [
                .. release.Parts.Select(p => new PartView(
                    context.Reading.FindFlow(p.Flow.Id) is { } flow ? context.Text(flow.Flow.Name) : p.Flow.Id,
                    context.Flow(p.Flow.Id).With("asOf", AsOf.Moment(release.Published)).ToString(),
                    Numbers.Text(p.SeriesCount),
                    Numbers.Text(p.ObservationCount))),
            ],
            Counts = changes is null ? "" : CountsOf(changes),
            Changes = changes is null ? [] :
            [
                .. Table(changes, ChangeKind.Revised, changes.Revised, "h-revised", Phrases.ReleasePage.ChangesRevised),
                .. Table(changes, ChangeKind.Deleted, changes.Deleted, "h-deleted", Phrases.ReleasePage.ChangesDeleted),
                .. Table(changes, ChangeKind.Added, changes.Added, "h-added", Phrases.ReleasePage.ChangesAdded),
            ],
            ThenAddress = context.AsOfRelease(release).ToString(),
        };
    }

    private ReleaseEntryView EntryOf(ReleaseRecord release)
    {
        ReleaseChanges? changes = context.Reading.Changes(release.Key, context.Viewpoint);
        string pack = context.Reading.Packs.Find(release.Pack) is { } owner ? context.Text(owner.Name) : release.Pack;
        IEnumerable<string> tags = new[]
        {
            release.CompiledLater ? context.T(Phrases.ReleasePage.Compiled) : "",
            release.Amends is { } amended ? context.T(Phrases.ReleasePage.Amends, amended) : "",
        };
        string title = context.Text(release.SourceTitle);
        return new ReleaseEntryView(
            context.Moment(release.Published, true),
            title.Length > 0 ? title : release.Key,
            context.Release(release).ToString(),
            string.Join(context.T(Phrases.Pages.ListComma), new[] { context.Text(release.SourceAgency), pack }.Where(t => t.Length > 0)),
            changes is null ? "" : CountsOf(changes),
            context.T(Phrases.ReleasePage.Loaded, Loaded(release)),
            string.Join(context.T(Phrases.Pages.ListComma), tags.Where(t => t.Length > 0)),
            changes is null ? [] : [.. Largest(changes).Take(LargestListed).Select(ChangeOf)],
            context.AsOfRelease(release).ToString());
    }

    private string Loaded(ReleaseRecord release) => Times.MomentWithoutZone(TimeZoneInfo.ConvertTime(release.Loaded, context.Zone), context.Tongue);

    private string CountsOf(ReleaseChanges changes) => context.T(Phrases.ReleasePage.Counts, changes.Added, changes.Revised, changes.Deleted, changes.Restated);

    private static IEnumerable<ObservationChange> Largest(ReleaseChanges changes) => changes.Rows
        .Where(r => r.Kind == ChangeKind.Revised)
        .OrderByDescending(Size).ThenBy(r => r.Flow.Id, StringComparer.Ordinal).ThenBy(r => r.Key).ThenByDescending(r => r.Period);

    // Relative to what was there: levels in trillions and rates in per cent stand in one list.
    private static double Size(ObservationChange change)
    {
        double was = change.Was.ToDouble();
        double size = Math.Abs(change.Now.ToDouble() - was) / Math.Max(Math.Abs(was), 1);
        return double.IsNaN(size) ? 0 : size;
    }

    private IEnumerable<ChangesView> Table(ReleaseChanges changes, ChangeKind kind, long count, string id, Phrase heading)
    {
        if (count == 0)
        {
            yield break;
        }

        IEnumerable<ObservationChange> rows = kind == ChangeKind.Revised ? Largest(changes)
            : changes.Rows.Where(r => r.Kind == kind).OrderByDescending(r => r.Period).ThenBy(r => r.Flow.Id, StringComparer.Ordinal).ThenBy(r => r.Key);
        ImmutableArray<ChangeView> listed = [.. rows.Take(ChangesListed).Select(ChangeOf)];
        yield return new ChangesView(id, context.T(heading, count), listed, listed.Length < count ? context.T(Phrases.ReleasePage.ChangesShown, listed.Length, count) : "");
    }

    private ChangeView ChangeOf(ObservationChange change)
    {
        if (!_series.TryGetValue((change.Flow.Id, change.Key), out SeriesView? view))
        {
            view = context.Reading.Series(change.Flow.Id, change.Key, context.Viewpoint);
            _series.Add((change.Flow.Id, change.Key), view);
        }

        string address = context.Series(change.Flow.Id, change.Key).ToString();
        if (view is null)
        {
            // All of it is gone: only the key is left to name it.
            return new ChangeView($"{change.Flow.Id}/{change.Key}", address, Periods.Text(change.Period, context.Tongue), change.Was.ToString(), change.Now.ToString(), null, "");
        }

        ValueTexts texts = new(view, context.Tongue);
        (int Direction, string Text)? by = change.Kind == ChangeKind.Revised ? texts.Difference(change.Was, change.Now) : null;
        return new ChangeView(context.Text(view.Names.Title), address, texts.Period(change.Period), texts.Whole(change.Was), texts.Whole(change.Now), by?.Direction, by?.Text ?? "");
    }

    private ImmutableArray<FactView> Facts(ReleaseRecord release)
    {
        var facts = ImmutableArray.CreateBuilder<FactView>();
        Add(Phrases.ReleasePage.Published, context.Moment(release.Published) + (release.CompiledLater ? context.T(Phrases.Pages.ListComma) + context.T(Phrases.ReleasePage.Compiled) : ""));
        Add(Phrases.ReleasePage.LoadedTerm, Loaded(release));
        Add(Phrases.ReleasePage.Number, release.PublicNumber is { } number ? Numbers.Text(number) : "");
        Add(Phrases.ReleasePage.Agency, context.Text(release.SourceAgency));
        Add(Phrases.ReleasePage.DocumentDate, release.SourceDate is { } date ? Times.Date(date, context.Tongue) : "");
        Add(Phrases.ReleasePage.Address, release.Url ?? "");
        if (release.DocumentDigest is { } digest)
        {
            facts.Add(new FactView(context.T(Phrases.ReleasePage.Digest), digest) { IsCode = true });
        }

        facts.Add(new FactView(context.T(Phrases.ReleasePage.KeyTerm), release.Key) { IsCode = true });
        Add(Phrases.ReleasePage.Notes, context.Text(release.Notes));
        if (release.Amends is { } amended)
        {
            facts.Add(new FactView(context.T(Phrases.ReleasePage.Amends, ""), amended) { Address = context.Release(amended).ToString() });
        }

        return facts.ToImmutable();

        void Add(Phrase term, string text)
        {
            if (text.Length > 0)
            {
                facts.Add(new FactView(context.T(term), text));
            }
        }
    }
}
