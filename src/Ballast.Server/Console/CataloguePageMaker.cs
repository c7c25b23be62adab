using System.Collections.Immutable;
using System.Globalization;
using Ballast.Language;
using Ballast.Sdmx.Model;
using Ballast.Search;
using Ballast.Server.Console.Views;
using Ballast.Work;

namespace Ballast.Server.Console;

/// <summary>Makes the catalogue: a search, or the list of dataflows.</summary>
internal sealed class CataloguePageMaker(PageContext context)
{
    private const int HitsOnAPage = 25;
    private const int MostHits = 5_000;
    private const int MostNearest = 8;

    /// <summary>The page.</summary>
    internal CatalogueView Make(CancellationToken cancellation)
    {
        string text = context.Address["q"] ?? "";
        ImmutableArray<FlowSummary> flows = context.Reading.Flows(context.Viewpoint);
        if (text.Length == 0)
        {
            return Empty(text) with { Flows = [.. flows.Where(f => f.Availability.SeriesCount > 0).Select(EntryOf)] };
        }

        SearchResult found = context.Reading.Find(text, context.Viewpoint, MostHits, cancellation);
        string? flow = context.Address["flow"];
        ImmutableArray<SearchHit> hits = [.. found.Hits.Where(h => flow is null || h.Entry.Flow.Id == flow)];
        if (hits.IsEmpty)
        {
            return Empty(text) with
            {
                Nearest = [.. found.Suggestions.SelectMany(s => s.Nearest).Distinct().Take(MostNearest).Select(n => new LinkView(n, context.Address.With("q", n).With("flow", null).With("page", null).ToString()))],
            };
        }

        int page = PageNumber(context.Address, hits.Length, HitsOnAPage);
        ImmutableArray<SearchHit> shown = [.. hits.Skip((page - 1) * HitsOnAPage).Take(HitsOnAPage)];
        return Empty(text) with
        {
            Count = context.T(Phrases.CataloguePage.Hits, flow is null ? Math.Max(found.TotalCount, hits.Length) : hits.Length),
            Hits = [.. shown.Select(HitOf).OfType<HitView>()],
            Facets = Facets(found.Hits, flow),
            Pages = Pages(context, page, HitsOnAPage, hits.Length, n => context.T(Phrases.CataloguePage.HitsShown, ((n - 1) * HitsOnAPage) + 1, Math.Min(n * HitsOnAPage, hits.Length), hits.Length)),
        };
    }

    /// <summary>The page number asked for, within what there is.</summary>
    internal static int PageNumber(ConsoleAddress address, int count, int size) =>
        int.TryParse(address["page"], NumberStyles.None, CultureInfo.InvariantCulture, out int page) ? Math.Clamp(page, 1, Math.Max(1, (count + size - 1) / size)) : 1;

    /// <summary>Links to the pages before and after.</summary>
    internal static PagesView Pages(PageContext context, int page, int size, int count, Func<int, string> shown)
    {
        string At(int n) => context.Address.With("page", n == 1 ? null : n.ToString(CultureInfo.InvariantCulture)).ToString();
        return new PagesView(page > 1 ? At(page - 1) : null, page * size < count ? At(page + 1) : null, shown(page));
    }

    private static CatalogueView Empty(string text) => new() { Text = text, Count = "", Hits = [], Facets = [], Nearest = [], Flows = [], Pages = null };

    private ImmutableArray<FacetView> Facets(ImmutableArray<SearchHit> hits, string? chosen) =>
    [
        new FacetView(new LinkView(context.T(Phrases.CataloguePage.AllFlows), context.Address.With("flow", null).With("page", null).ToString(), chosen is null), Numbers.Text(hits.Length)),
        .. hits.GroupBy(h => h.Entry.Flow.Id).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => new FacetView(
            new LinkView(context.Text(g.First().Entry.Flow.Name), context.Address.With("flow", g.Key).With("page", null).ToString(), chosen == g.Key),
            Numbers.Text(g.Count()))),
    ];

    private HitView? HitOf(SearchHit hit)
    {
        if (context.Reading.FindFlow(hit.Entry.Flow.Id) is not { } flow
            || SeriesKey.TryParse(hit.Entry.Key, flow.Structure.Dimensions.Length) is not { } key
            || context.Reading.Series(flow.Flow.Id.Id, key, context.Viewpoint) is not { } view)
        {
            return null;
        }

        view = view with { Series = StatedDecimals.Aligned(view.Series, view.Names.Unit.Unit) };
        ValueTexts texts = new(view, context.Tongue);
        string unit = texts.Unit.Head(NumberScale.None, context.Tongue);
        IEnumerable<string> basis = new[] { context.Text(flow.Flow.Name), Periods.Name(view.Series.Frequency, context.Tongue), unit }.Where(t => t.Length > 0);
        string span = view.Series.Observations is [var first, .., var last] ? context.T(Phrases.CataloguePage.FlowSpan, texts.Period(first.Period), texts.Period(last.Period))
            : view.Last is { } only ? texts.Period(only.Period)
            : "";
        return new HitView(
            context.Text(view.Names.Title),
            context.Series(flow.Flow.Id.Id, key).ToString(),
            string.Join(context.T(Phrases.Pages.ListComma), basis),
            $"{flow.Flow.Id.Id}/{key}",
            view.Last is { } value ? texts.Whole(value) : "",
            span);
    }

    private FlowEntryView EntryOf(FlowSummary flow)
    {
        string pack = context.Reading.Packs.Find(flow.PackId) is { } owner ? context.Text(owner.Name) : flow.PackId;
        return new FlowEntryView(
            context.Text(flow.Flow.Name),
            flow.Flow.Id.Id,
            context.Flow(flow.Flow.Id.Id).ToString(),
            context.Address.To("f", flow.Flow.Id.Id, "structure").ToString(),
            context.T(Phrases.CataloguePage.FlowSeries, flow.Availability.SeriesCount, flow.Availability.ObservationCount),
            FlowPageMaker.Span(flow.Availability) is { } span ? context.T(Phrases.CataloguePage.FlowSpan, Periods.Text(span.First, context.Tongue), Periods.Text(span.Last, context.Tongue)) : "",
            pack);
    }
}
