using System.Collections.Immutable;
using Ballast.Language;
using Ballast.Sdmx.Model;
using Ballast.Series;
using Ballast.Server.Console.Views;
using Ballast.Store;
using Ballast.Work;

namespace Ballast.Server.Console;

/// <summary>Makes the page of a dataflow: its series and periods, and the page of its structure.</summary>
internal sealed class FlowPageMaker(PageContext context, FlowSummary summary, DataStructureDefinition structure)
{
    /// <summary>Rows a page.</summary>
    internal const int RowsOnAPage = 500;

    private const int PeriodsOnAPage = 12;

    private ImmutableArray<(SeriesKey Key, TimeSeries Series)> _shown = [];

    private Tongue Tongue => context.Tongue;

    private string FlowId => summary.Flow.Id.Id;

    /// <summary>The query that the address asks for; the commonest frequency where it names none, since one table has one axis of periods. Null where it cannot be read.</summary>
    internal KeyQuery? Query()
    {
        if (KeyQuery.TryParse(context.Address["key"], structure.Dimensions.Length) is not { } asked)
        {
            return null;
        }

        int at = structure.FrequencyIndex;
        return at < 0 || !asked.Wanted[at].IsEmpty || summary.Availability.Codes[at].IsEmpty
            ? asked
            : new KeyQuery(asked.Wanted.SetItem(at, [summary.Availability.Codes[at].MaxBy(c => c.SeriesCount).Code]));
    }

    /// <summary>How many of the values that <see cref="Make"/> put on the page have another value now; null on pages of now.</summary>
    internal int? RevisedSince() => !context.IsPast ? null : _shown.Sum(s =>
        SeriesPageMaker.CountRevised(s.Series, context.Reading.Series(FlowId, s.Key, context.Reading.Newest)?.Series));

    /// <summary>The page.</summary>
    internal FlowView Make(KeyQuery query)
    {
        ImmutableArray<SeriesListing> listings = context.Reading.Listings(FlowId, query, context.Viewpoint);
        int page = CataloguePageMaker.PageNumber(context.Address, listings.Length, RowsOnAPage);
        ImmutableArray<SeriesView> rows =
        [
            .. listings.Skip((page - 1) * RowsOnAPage).Take(RowsOnAPage)
                .Select(l => context.Reading.Series(FlowId, l.Key, context.Viewpoint)).OfType<SeriesView>(),
        ];
        ImmutableArray<Period> all = [.. rows.SelectMany(r => r.Series.Observations).Select(o => o.Period).Distinct().OrderDescending()];
        int start = context.Address["to"] is { } to && Period.TryParse(to, out Period last) ? Math.Max(0, all.ToList().FindIndex(p => p == last)) : 0;
        ImmutableArray<Period> periods = [.. all.Skip(start).Take(PeriodsOnAPage)];
        HashSet<Period> onPage = [.. periods];
        _shown = [.. rows.Select(r => (r.Key, new TimeSeries(r.Series.Name, r.Series.Frequency, [.. r.Series.Observations.Where(o => onPage.Contains(o.Period))], r.Series.Attributes)))];
        ImmutableArray<FlowRow> table = [.. rows.Select(r => RowOf(r, periods))];
        return new FlowView
        {
            Crumbs = [new LinkView(context.T(Phrases.Pages.Catalogue), context.Address.To("find").ToString())],
            Title = context.Text(summary.Flow.Name),
            Lead = Span(summary.Availability) is { } span
                ? context.T(Phrases.CataloguePage.FlowLead, summary.Availability.SeriesCount, Periods.Text(span.First, Tongue), Periods.Text(span.Last, Tongue))
                : "",
            Description = context.Text(summary.Flow.Description),
            Choices = Choices(query),
            IsFiltered = context.Address["key"] is not null,
            Periods = [.. periods.Select(p => Periods.Text(p, Tongue))],
            Rows = table,
            Pages = CataloguePageMaker.Pages(context, page, RowsOnAPage, listings.Length, n => context.T(
                Phrases.CataloguePage.FlowRows, ((n - 1) * RowsOnAPage) + 1, Math.Min(n * RowsOnAPage, listings.Length), listings.Length, periods.Length, all.Length)),
            Earlier = start + PeriodsOnAPage < all.Length ? At(all[start + PeriodsOnAPage]) : null,
            Later = start > 0 ? At(all[Math.Max(0, start - PeriodsOnAPage)]) : null,
            Downloads =
            [
                new(context.T(Phrases.CataloguePage.FlowWhole), context.Address.To("f", FlowId, "data.csv").ToString()),
                .. context.Address["key"] is { } key ? new[] { new LinkView(context.T(Phrases.CataloguePage.FlowSelected), context.Address.To("f", FlowId, "data.csv").With("key", key).ToString()) } : [],
                new("SDMX-JSON", context.Address.To("f", FlowId, "data.json").With("key", context.Address["key"]).ToString()),
            ],
            StructureAddress = context.Address.To("f", FlowId, "structure").ToString(),
            Marks = [.. table.SelectMany(r => r.Cells).Select(c => c.Mark).OfType<MarkView>().DistinctBy(m => m.Sign).OrderBy(m => m.Sign, StringComparer.Ordinal)],
        };

        string At(Period period) => context.Address.With("to", period.ToString()).ToString();
    }

    /// <summary>The page of the structure.</summary>
    internal StructureView MakeStructure()
    {
        StructureSet structures = context.Reading.Structures;
        var lists = ImmutableArray.CreateBuilder<CodelistView>();
        var dimensions = ImmutableArray.CreateBuilder<ComponentView>();
        for (int i = 0; i < structure.Dimensions.Length; i++)
        {
            Dimension dimension = structure.Dimensions[i];
            Codelist? list = structures.CodelistOf(dimension.Representation, dimension.Concept);
            dimensions.Add(ComponentOf(dimension.Id, dimension.Concept, list, list is null ? null : "c-" + dimension.Id, ""));
            if (list is not null)
            {
                lists.Add(ListOf(i, dimension, list));
            }
        }

        dimensions.Add(new ComponentView(DataStructureDefinition.TimePeriodId, ConceptName(structure.TimeConcept), "", context.T(Phrases.CataloguePage.StructureTime), null, ""));
        return new StructureView
        {
            Crumbs =
            [
                new LinkView(context.T(Phrases.Pages.Catalogue), context.Address.To("find").ToString()),
                new LinkView(context.Text(summary.Flow.Name), context.Flow(FlowId).ToString()),
            ],
            Title = context.T(Phrases.CataloguePage.StructureTitle, context.Text(summary.Flow.Name)),
            Lead = context.T(Phrases.CataloguePage.StructureLead, context.Text(structure.Name), structure.Id.Version.ToString(), structure.Id.Agency),
            Description = context.Text(structure.Description),
            DownloadAddress = context.Address.To("f", FlowId, "structure.json").ToString(),
            Dimensions = dimensions.ToImmutable(),
            Measures = [.. structure.Measures.Select(m => ComponentOf(m.Id, m.Concept, structures.CodelistOf(m.Representation, m.Concept), null, ""))],
            Attributes = [.. structure.Attributes.Select(a => ComponentOf(a.Id, a.Concept, structures.CodelistOf(a.Representation, a.Concept), null, context.T(a.Level switch
            {
                AttributeLevel.Dataset => Phrases.CataloguePage.LevelDataset,
                AttributeLevel.Group => Phrases.CataloguePage.LevelGroup,
                AttributeLevel.Series => Phrases.CataloguePage.LevelSeries,
                _ => Phrases.CataloguePage.LevelObservation,
            })))],
            Codelists = lists.ToImmutable(),
        };
    }

    /// <summary>From the earliest beginning to the latest end, whatever the frequency; null where there is nothing.</summary>
    internal static (Period First, Period Last)? Span(Availability availability) => availability.Frequencies.IsDefaultOrEmpty ? null
        : (availability.Frequencies.MinBy(f => f.First.Start).First, availability.Frequencies.MaxBy(f => f.Last.End).Last);

    private FlowRow RowOf(SeriesView view, ImmutableArray<Period> periods)
    {
        ValueTexts texts = new(view, Tongue);
        Dictionary<Period, Observation> byPeriod = view.Series.Observations.ToDictionary(o => o.Period);
        return new FlowRow(
            context.Text(view.Names.Title),
            context.Series(FlowId, view.Key).ToString(),
            texts.UnitHead,
            [.. periods.Select(p => !byPeriod.TryGetValue(p, out Observation? o) ? MatrixCell.Blank
                : o.Value.Kind == MeasureKind.None ? new MatrixCell("", ValueTexts.Placeholder(MatrixMaker.IsConfidential(o) ? Missing.Confidential : Missing.NotCollected, Tongue))
                : new MatrixCell(texts.Cell(o), ValueTexts.MarkOf(o, false, Tongue, null)))]);
    }

    private ImmutableArray<ChoiceView> Choices(KeyQuery query)
    {
        StructureSet structures = context.Reading.Structures;
        var choices = ImmutableArray.CreateBuilder<ChoiceView>();
        for (int i = 0; i < structure.Dimensions.Length; i++)
        {
            Dimension dimension = structure.Dimensions[i];
            ImmutableArray<CodeUse> used = summary.Availability.Codes[i];
            if (used.Length < 2)
            {
                continue;
            }

            Codelist? list = structures.CodelistOf(dimension.Representation, dimension.Concept);
            bool isFrequency = i == structure.FrequencyIndex;
            choices.Add(new ChoiceView(dimension.Id, ConceptName(dimension.Concept),
            [
                .. isFrequency ? [] : new[] { new LinkView(context.T(Phrases.CataloguePage.FlowAny), "", query.Wanted[i].IsEmpty) },
                .. used.OrderBy(u => list?.IndexOf(u.Code) ?? 0).Select(u => new LinkView(
                    context.T(Phrases.CataloguePage.FlowCodeCount, list?.Find(u.Code) is { } code ? context.Text(code.Name) : u.Code, u.SeriesCount),
                    u.Code,
                    query.Wanted[i] is [var only] && only == u.Code)),
            ]));
        }

        return choices.ToImmutable();
    }

    private CodelistView ListOf(int index, Dimension dimension, Codelist list)
    {
        Dictionary<string, int> used = summary.Availability.Codes[index].ToDictionary(c => c.Code, c => c.SeriesCount, StringComparer.Ordinal);
        return new CodelistView(
            "c-" + dimension.Id,
            context.T(Phrases.CataloguePage.StructureCodes, ConceptName(dimension.Concept), used.Count, list.Codes.Length),
            [.. list.Codes.Where(c => used.ContainsKey(c.Id)).Select(c => new CodeEntryView(
                c.Id,
                DepthOf(list, c, used),
                context.Text(c.Name),
                c.Name.Exactly(Tongue.Other().Tag()) ?? "",
                context.Text(c.Description),
                Numbers.Text(used[c.Id]),
                context.Flow(FlowId).With("key", string.Join('.', structure.Dimensions.Select((_, i) => i == index ? c.Id : ""))).ToString()))]);
    }

    // Only codes in use are listed, so only ancestors in use indent.
    private static int DepthOf(Codelist list, Code code, Dictionary<string, int> used)
    {
        int depth = 0;
        for (string? up = code.ParentId; up is not null; up = list.Find(up)?.ParentId)
        {
            depth += used.ContainsKey(up) ? 1 : 0;
        }

        return depth;
    }

    private ComponentView ComponentOf(string id, ConceptReference reference, Codelist? list, string? anchor, string level)
    {
        Concept? concept = context.Reading.Structures.FindConcept(reference);
        return new ComponentView(id, ConceptName(reference), concept is null ? "" : context.Text(concept.Description), list is null ? context.T(Phrases.CataloguePage.StructureFree) : context.Text(list.Name), anchor, level);
    }

    private string ConceptName(ConceptReference reference) =>
        context.Reading.Structures.FindConcept(reference) is { Name.IsEmpty: false } concept ? context.Text(concept.Name) : reference.ConceptId;
}
