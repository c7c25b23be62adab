using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Ballast.Briefings;
using Ballast.Charts;
using Ballast.Language;
using Ballast.Sdmx.Model;
using Ballast.Series;
using Ballast.Server.Console.Views;
using Ballast.Store;
using Ballast.Work;

namespace Ballast.Server.Console;

/// <summary>Makes the page of a series, its chart and its citations.</summary>
internal sealed class SeriesPageMaker
{
    private const int ListedVintages = 8;
    private const int MostVintages = 240;

    private readonly PageContext _context;
    private readonly SeriesView _published;
    private readonly SeriesView _view;
    private readonly TimeSeries _data;
    private readonly SeriesVintages? _vintages;
    private readonly ValueTexts _texts;
    private readonly ImmutableHashSet<Period> _revised;
    private readonly ImmutableArray<DueFigure> _due;

    /// <summary>Prepares it.</summary>
    /// <param name="context">Where the page is.</param>
    /// <param name="published">The published series.</param>
    /// <param name="view">What is shown: the same, or what was computed from it.</param>
    internal SeriesPageMaker(PageContext context, SeriesView published, SeriesView view)
    {
        (_context, _published, _data) = (context, published, view.Series);
        _view = view with { Series = StatedDecimals.Aligned(view.Series, view.Names.Unit.Unit) };
        _texts = new ValueTexts(view, context.Tongue);
        _vintages = context.Reading.Vintages(published.Flow.Id.Id, published.Key, context.Viewpoint);
        _revised = context.Reading.RevisedPeriods(view, context.Viewpoint);
        _due = published.Pack is not { } pack || view.IsDerived ? []
            : [.. context.Reading.Due(pack, context.Viewpoint).Where(d => d.Flow == published.Flow.Id.Id && published.Key.Equals(d.Key)).OrderBy(d => d.Period)];
        (From, To, RangeFault) = Range();
    }

    /// <summary>The first period shown, or null for the first there is.</summary>
    internal Period? From { get; }

    /// <summary>The last period shown, or null.</summary>
    internal Period? To { get; }

    private string? RangeFault { get; }

    private Tongue Tongue => _context.Tongue;

    private bool ShowsVintages => _context.Address["view"] == "vintages" && !_view.IsDerived;

    /// <summary>The name of the series in the language of the page.</summary>
    internal string Title => _context.Text(_view.Names.Title);

    /// <summary>Releases that stated something of the series, as seen from the page's moment.</summary>
    internal static IEnumerable<ReleaseRecord> ReleasesOf(SeriesVintages? vintages) =>
        vintages is null ? [] : vintages.Periods.SelectMany(p => p.Statements).Select(s => s.Release).DistinctBy(r => r.Key);

    /// <summary>How many values of one view differ in another, or are gone from it.</summary>
    internal static int CountRevised(TimeSeries then, TimeSeries? now)
    {
        Dictionary<Period, MeasureValue> later = now?.Observations.ToDictionary(o => o.Period, o => o.Value) ?? [];
        return then.Observations.Count(o => o.Value.Kind != MeasureKind.None && (!later.TryGetValue(o.Period, out MeasureValue value) || !IsSame(o.Value, value)));
    }

    /// <summary>The page.</summary>
    internal SeriesPageView Make()
    {
        ImmutableArray<Observation> shown = Within(_view.Series).Observations;
        ChartSpec? spec = _view.Last is null ? null : Chart();
        ReleaseRecord? unknownUntil = First();
        SeriesPageView page = new()
        {
            Crumbs =
            [
                new LinkView(_context.T(Phrases.Pages.Catalogue), _context.Address.To("find").ToString()),
                new LinkView(_context.Text(_published.Flow.Name), _context.Flow(_published.Flow.Id.Id).ToString()),
            ],
            Title = Title,
            Lead = Lead(),
            Value = _view.Last is { } last ? _texts.Whole(last) : "",
            ValueMark = _view.Last is { } marked ? MarkOf(marked) : null,
            Facts = Facts(),
            Transforms = Transforms(),
            Ranges = Ranges(),
            Views = Views(),
            RangeFault = RangeFault,
            Chart = spec is null ? null : ChartViewOf(spec),
            Tables = spec is null ? [] : [MatrixMaker.Make("h-tab", Title, _texts, shown, _view.Series.Observations.Count(o => o.Value.Kind != MeasureKind.None), _view.Last?.Period, MarkOf, To is null ? _due : [], Tongue)],
            Marks = [],
            Vintages = Vintages(),
            Formula = Formula(),
            Source = Source(),
            References = References(shown),
            Attributes = Attributes(),
            Codes = [.. _view.Names.Parts.Select(p => new CodeView(_context.Text(p.DimensionName), p.Code, _context.Text(p.CodeName)))],
            Downloads = Downloads(spec is not null),
            PictureAddress = spec is null ? null : File("chart.svg"),
            PictureName = $"{_view.Flow.Id.Id}.{_view.Key}.png",
            Citation = Citation(),
            NewestAddress = _context.Address.With("asOf", null).ToString(),
            FirstKnown = unknownUntil is { } first ? _context.T(first.CompiledLater ? Phrases.SeriesPage.FirstKnownCompiled : Phrases.SeriesPage.FirstKnown, _context.Moment(first.Published)) : null,
            FirstKnownAddress = unknownUntil is { } then ? _context.Address.With("asOf", AsOf.Moment(then.Published)).ToString() : null,
        };
        return page with { Marks = MarksOf(page) };
    }

    /// <summary>The spec of the chart; the series must have a value.</summary>
    internal ChartSpec Chart()
    {
        ImmutableArray<ChartSource> sources = ShowsVintages ? VintageSources() : [new ChartSource(Title, Within(_view.Series)) { Revised = _revised, IsForecast = _view.Names.Code("NATURE") == "F" }];
        return ChartBuilder.Build(new ChartRequest(Tongue, Title, _texts.Unit, sources)
        {
            UnitMult = _texts.UnitMult,
            Transformation = _texts.Transformation,
            Quantity = _texts.Quantity,
            Kind = ShowsVintages ? ChartKind.Vintages : null,
            Baseline = _texts.Baseline,
        });
    }

    // Only where nothing is known yet: the release that will be the first.
    private ReleaseRecord? First() => _view.Last is null
        ? ReleasesOf(_context.Reading.Vintages(_published.Flow.Id.Id, _published.Key, _context.Reading.Newest)).MinBy(r => (r.Published, r.Sequence))
        : null;

    /// <summary>Source and latest release of what is shown.</summary>
    internal string SourceLine()
    {
        ReleaseRecord? latest = ReleasesOf(_vintages).MaxBy(r => (r.Published, r.Sequence));
        return latest is null ? "" : _context.T(Phrases.SeriesPage.SourceLine, Agency(latest), _context.Moment(latest.Published));
    }

    private static bool IsSame(MeasureValue left, MeasureValue right) =>
        left == right || (left.IsNumber && right.IsNumber && left.ToDouble().Equals(right.ToDouble()));

    private static bool IsRevised(PeriodVintages period)
    {
        MeasureValue? before = null;
        foreach (Statement statement in period.Statements.Where(s => !s.IsDeletion && s.Value.Kind != MeasureKind.None))
        {
            if (before is { } value && !IsSame(value, statement.Value))
            {
                return true;
            }

            before = statement.Value;
        }

        return false;
    }

    /// <summary>Observations within the range asked for, with the digits they have as data.</summary>
    internal ImmutableArray<Observation> Shown() => Within(_data).Observations;

    // Ends of the range may be of another frequency than the series: a year bounds months.
    private TimeSeries Within(TimeSeries series) => From is null && To is null ? series
        : new TimeSeries(series.Name, series.Frequency, [.. series.Observations.Where(o => (From is not { } from || o.Period.End >= from.Start) && (To is not { } to || o.Period.Start <= to.End))], series.Attributes);

    private (Period? From, Period? To, string? Fault) Range()
    {
        string? fault = null;
        Period? from = Read("from");
        Period? to = Read("to");
        return (from, to, fault);

        Period? Read(string name)
        {
            if (_context.Address[name] is not { } text)
            {
                return null;
            }

            if (Period.TryParse(text, out Period period))
            {
                return period;
            }

            fault ??= _context.T(Phrases.SeriesPage.RangeUnreadable, text);
            return null;
        }
    }

    private string Lead()
    {
        string? area = _view.Names.Parts.FirstOrDefault(p => p.DimensionId == "REF_AREA") is { } part ? _context.Text(part.CodeName) : null;
        string? basis = Basis();
        IEnumerable<string?> parts = [area, Periods.Name(_view.Series.Frequency, Tongue), basis, _texts.Unit.Head(NumberScale.None, Tongue)];
        return string.Join(_context.T(Phrases.Pages.ListComma), parts.Where(p => !string.IsNullOrEmpty(p)));
    }

    private string? Basis()
    {
        if (_view.Transform is { } transform)
        {
            return Bases.OfTransform(transform, _view.Series.Frequency, Tongue);
        }

        return _texts.Transformation is { } code
            ? Bases.OfTransformation(code, _view.Series.Frequency, Tongue) ?? _context.Text(_view.Names.Parts.First(p => p.DimensionId == "TRANSFORMATION").CodeName)
            : null;
    }

    private MarkView? MarkOf(Observation observation) =>
        ValueTexts.MarkOf(observation, _revised.Contains(observation.Period), Tongue, _context.Address.With("view", "vintages").ToString() + "#h-vint");

    private ImmutableArray<FactView> Facts()
    {
        if (_view.Last is not { } last)
        {
            return [];
        }

        var facts = ImmutableArray.CreateBuilder<FactView>();
        facts.Add(new FactView(_context.T(Phrases.SeriesPage.Period), _texts.Period(last.Period)));
        Observation? before = _texts.Quantity == Quantity.Cumulative ? null : At(last.Period.Preceding);
        Observation? yearBefore = last.Period.Frequency == Frequency.Annual ? null : At(last.Period.YearBefore);
        foreach (Observation? earlier in new[] { before, yearBefore })
        {
            if (earlier is not null && _texts.Change(earlier.Value, last.Value) is { } change)
            {
                facts.Add(new FactView(_context.T(Phrases.SeriesPage.OnPeriod, _texts.Period(earlier.Period), _texts.Whole(earlier)), change.Text)
                {
                    Direction = change.Direction,
                    Mark = _texts.IsChangeComputed ? new MarkView(Mark.Derived.Letter(), Mark.Derived.Word(Tongue)) : null,
                });
            }
        }

        if (last.KnownSince is { } since)
        {
            facts.Add(new FactView(_context.T(Phrases.SeriesPage.KnownSince), _context.Moment(since)));
        }

        if (!_due.IsEmpty)
        {
            Missing missing = _due[0].IsOverdue ? Missing.Overdue : Missing.NotDue;
            facts.Add(new FactView(_context.T(Phrases.SeriesPage.Next, _texts.Period(_due[0].Period)), Times.Date(_due[0].DueOn, Tongue)) { Mark = ValueTexts.Placeholder(missing, Tongue) });
        }

        return facts.ToImmutable();

        Observation? At(Period? period) => period is { } p ? _view.Series.Observations.FirstOrDefault(o => o.Period == p && o.Value.IsNumber) : null;
    }

    private ImmutableArray<LinkView> Transforms() =>
    [
        new(_context.T(Phrases.SeriesPage.AsPublished), Shows(null), !_view.IsDerived),
        .. _published.Offered.Select(o => new LinkView(Bases.OfTransform(o.Transform, _published.Series.Frequency, Tongue), Shows(o.Transform), _view.Transform == o.Transform)),
    ];

    private string Shows(Transform? transform) => (_context.Series(_published.Flow.Id.Id, _published.Key) with { Query = _context.Address.Query })
        .With("t", transform is { } t ? TransformNames.Of(t) : null)
        .With("view", transform is null ? _context.Address["view"] : null)
        .ToString();

    private ImmutableArray<LinkView> Views() => _vintages is null || _view.IsDerived ? [] :
    [
        new(_context.T(Phrases.SeriesPage.ViewNow), _context.Address.With("view", null).ToString(), !ShowsVintages),
        new(_context.T(Phrases.SeriesPage.ViewVintages), _context.Address.With("view", "vintages").ToString(), ShowsVintages),
    ];

    private ImmutableArray<LinkView> Ranges()
    {
        if (_view.Series.Observations is not [var first, .., var last])
        {
            return [];
        }

        int years = last.Period.CalendarYear - first.Period.CalendarYear;
        var links = ImmutableArray.CreateBuilder<LinkView>();
        foreach (int n in (ReadOnlySpan<int>)[3, 5, 10])
        {
            if (years >= n)
            {
                string from = (last.Period.CalendarYear - n + 1).ToString(CultureInfo.InvariantCulture);
                links.Add(new LinkView(_context.T(Phrases.SeriesPage.RangeYears, n), _context.Address.With("from", from).With("to", null).ToString(), _context.Address["from"] == from && To is null));
            }
        }

        links.Add(new LinkView(_context.T(Phrases.SeriesPage.RangeAll), _context.Address.With("from", null).With("to", null).ToString(), From is null && To is null));
        return links.ToImmutable();
    }

    private ImmutableArray<ChartSource> VintageSources()
    {
        ImmutableArray<Observation> first =
        [
            .. _vintages!.Periods.Select(p => (p.Period, Statement: p.Statements.FirstOrDefault(s => s.Value.Kind != MeasureKind.None)))
                .Where(p => p.Statement is not null)
                .Select(p => new Observation(p.Period, p.Statement!.Value, p.Statement.Attributes, p.Statement.Release.Published, p.Statement.Release.Key)),
        ];
        return
        [
            new ChartSource(_context.T(_context.IsPast ? Phrases.SeriesPage.VintagesThen : Phrases.SeriesPage.VintagesNow), Within(_view.Series)) { Stroke = Stroke.Bold },
            new ChartSource(_context.T(Phrases.SeriesPage.VintagesFirst), Within(new TimeSeries(_view.Series.Name, _view.Series.Frequency, first, _view.Series.Attributes))) { Stroke = Stroke.Dashed },
        ];
    }

    private ChartView ChartViewOf(ChartSpec spec) => new(
        _texts.UnitHead.Length == 0 ? Title : _context.T(Phrases.Common.NameWithUnit, Title, spec.Unit),
        SvgWriter.WriteBoth(spec),
        ChartJson.Write(spec),
        [.. spec.Lines.Select(l => new LegendEntry(l.Name, $"ln c{l.Colour}{l.Stroke switch { Stroke.Bold => " bold", Stroke.Dashed => " dash", Stroke.Thin => " thin", _ => "" }}"))],
        spec.Sentence,
        SourceLine(),
        spec.Notes,
        [
            new("provisional", Mark.Provisional.Word(Tongue)), new("revised", Mark.Revised.Word(Tongue)),
            new("forecast", Mark.Forecast.Word(Tongue)), new("confidential", Missing.Confidential.Word(Tongue)),
        ]);

    private VintagesView Vintages()
    {
        string head = _context.T(_context.IsPast ? Phrases.SeriesPage.VintagesThen : Phrases.SeriesPage.VintagesNow);
        if (_vintages is null || _view.IsDerived)
        {
            return new VintagesView("", [], "", null, head, false);
        }

        ImmutableArray<PeriodVintages> stated = [.. _vintages.Periods.Where(p => p.Statements.Any(s => s.Value.Kind != MeasureKind.None)).Reverse()];
        ImmutableArray<PeriodVintages> listed = ShowsVintages
            ? [.. stated.Take(MostVintages)]
            : [.. stated.Take(ListedVintages / 2).Concat(stated.Where(IsRevised).Take(ListedVintages / 2)).Distinct().OrderByDescending(p => p.Period)];
        int revised = stated.Count(IsRevised);
        return new VintagesView(
            revised == 0 ? _context.T(Phrases.SeriesPage.NeverRevised, stated.Length) : _context.T(Phrases.SeriesPage.RevisedCount, revised, stated.Length),
            [.. listed.Select(RowOf)],
            listed.Length < stated.Length ? _context.T(Phrases.Common.ShownOf, listed.Length, stated.Length) : "",
            ShowsVintages || listed.Length == stated.Length ? null : _context.Address.With("view", "vintages").ToString(),
            head,
            ShowsVintages);
    }

    private VintageRow RowOf(PeriodVintages period)
    {
        ImmutableArray<Statement> stated = [.. period.Statements.Where(s => s.IsDeletion || s.Value.Kind != MeasureKind.None)];
        Statement first = stated.First(s => !s.IsDeletion);
        return new VintageRow(
            _texts.Period(period.Period),
            _context.Day(first.Release.Published),
            _texts.Cell(first.Value),
            TextOf(stated[^1]),
            ShowsVintages && stated.Length > 1 ? [.. stated.Select(s => new VintageStatement(_context.Day(s.Release.Published), TextOf(s), _context.Release(s.Release).ToString()))] : []);

        string TextOf(Statement statement) => statement.IsDeletion ? _context.T(Phrases.SeriesPage.Deleted) : _texts.Cell(statement.Value);
    }

    private FactView? Formula() => _view.Transform is not { } transform ? null
        : new FactView(
            _context.T(Phrases.SeriesPage.Formula),
            _context.T(Phrases.SeriesPage.ComputedFrom) + " " + Bases.OfTransform(transform, _view.Series.Frequency, Tongue))
        { Address = Shows(null), Mark = new MarkView(Mark.Derived.Letter(), Mark.Derived.Word(Tongue)) };

    private string Agency(ReleaseRecord release) => _context.Text(release.SourceAgency);

    private ImmutableArray<FactView> Source()
    {
        var facts = ImmutableArray.CreateBuilder<FactView>();
        ReleaseRecord? latest = ReleasesOf(_vintages).MaxBy(r => (r.Published, r.Sequence));
        if (latest is not null && Agency(latest).Length > 0)
        {
            facts.Add(new FactView(_context.T(Phrases.SeriesPage.Agency), Agency(latest)) { Language = Foreign(latest.SourceAgency) });
        }

        if (_view.Names.SourceId is { } id)
        {
            facts.Add(new FactView(_context.T(Phrases.SeriesPage.SourceId), "@" + id) { IsCode = true });
        }

        facts.Add(new FactView(_context.T(Phrases.SeriesPage.Flow), _context.Text(_view.Flow.Name)) { Address = _context.Flow(_published.Flow.Id.Id).ToString() });
        facts.Add(new FactView(_context.T(Phrases.SeriesPage.Key), $"{_view.Flow.Id.Id}/{_view.Key}") { IsCode = true });
        string unit = _texts.Unit.Head(NumberScale.None, Tongue);
        if (unit.Length > 0)
        {
            facts.Add(new FactView(_context.T(Phrases.SeriesPage.Unit), unit));
        }

        if (_view.Series.Observations is [var first, ..])
        {
            facts.Add(new FactView(
                _context.T(Phrases.SeriesPage.Span),
                _context.T(Phrases.SeriesPage.SpanText, _texts.Period(first.Period), _texts.Period(_view.Series.Observations[^1].Period), _view.Series.Observations.Count(o => o.Value.Kind != MeasureKind.None))));
        }

        if (latest is not null)
        {
            string moment = _context.Moment(latest.Published);
            facts.Add(new FactView(_context.T(Phrases.SeriesPage.LastRelease), latest.CompiledLater ? _context.T(Phrases.Common.Also, moment, _context.T(Phrases.SeriesPage.CompiledLater)) : moment)
            { Address = _context.Release(latest).ToString() });
        }

        return facts.ToImmutable();
    }

    private string? Foreign(LocalisedText text) => text.Exactly(Tongue.Tag()) is null ? Tongue.Other().PageTag() : null;

    private ImmutableArray<ReferenceView> References(ImmutableArray<Observation> shown) =>
    [
        .. shown.SelectMany(o => o.Attributes["SOURCE_REF"].Select(r => (Reference: r.Text, o.Period)))
            .GroupBy(r => r.Reference, StringComparer.Ordinal)
            .OrderByDescending(g => g.Max(r => r.Period.Ordinal))
            .Take(MatrixMaker.MostRows)
            .Select(g => new ReferenceView(g.Key, PeriodsOf([.. g.Select(r => r.Period).Order()]))),
    ];

    private string PeriodsOf(ImmutableArray<Period> periods) => periods.Length <= 3
        ? string.Join(_context.T(Phrases.Pages.ListComma), periods.Select(_texts.Period))
        : _context.T(Phrases.SeriesPage.SpanText, _texts.Period(periods[0]), _texts.Period(periods[^1]), periods.Length);

    private ImmutableArray<FactView> Attributes()
    {
        StructureSet structures = _context.Reading.Structures;
        return
        [
            .. _view.Series.Attributes.Entries.Where(e => e.Key is not ("TITLE" or "SOURCE_ID") && _view.Structure.Attributes.Any(a => a.Id == e.Key)).Select(e =>
            {
                DataAttribute? attribute = _view.Structure.Attributes.FirstOrDefault(a => a.Id == e.Key);
                string name = attribute is not null && structures.FindConcept(attribute.Concept) is { } concept ? _context.Text(concept.Name) : e.Key;
                Codelist? codes = attribute is null ? null : structures.CodelistOf(attribute.Representation, attribute.Concept);
                string? own = e.Value.Any(v => v.Language is not null) ? _view.Series.Attributes.TextIn(e.Key, Tongue.Tag()) : null;
                string text = own ?? string.Join(_context.T(Phrases.Pages.ListComma), e.Value.Select(v => codes?.Find(v.Text) is { } code ? _context.Text(code.Name) : v.Text));
                return new FactView(name, text);
            }),
        ];
    }

    private ImmutableArray<LinkView> Downloads(bool hasChart) =>
    [
        new("CSV", File("data.csv")),
        new("SDMX-JSON", File("data.json")),
        .. hasChart ? new[] { new LinkView("SVG", File("chart.svg")) } : [],
    ];

    private string File(string name) => (_context.Address with { Segments = _context.Address.Segments.Add(name) }).ToString();

    private CitationView Citation()
    {
        string address = _context.Whole(_context.Address.With("asOf", _context.FixedAsOf()));
        string In(Tongue tongue)
        {
            ReleaseRecord? latest = ReleasesOf(_vintages).MaxBy(r => (r.Published, r.Sequence));
            string agency = latest?.SourceAgency.In(tongue.Tag()) ?? "";
            string title = _view.Names.Title.In(tongue.Tag()) ?? "";
            return Phrases.SeriesPage.Citation.In(tongue, agency, title, _view.Flow.Id.Id, _view.Key.ToString(), _context.FixedAsOf()) + " " + address;
        }

        StringBuilder bib = new();
        bib.Append("@misc{ballast-").Append(_view.Flow.Id.Id.ToLowerInvariant()).Append('-').Append(_context.FixedAsOf()[..10]).Append(",\n");
        string agencyEnglish = ReleasesOf(_vintages).MaxBy(r => (r.Published, r.Sequence))?.SourceAgency.In("en") ?? "";
        bib.Append("  author = {{").Append(Bib(agencyEnglish)).Append("}},\n");
        bib.Append("  title = {{").Append(Bib(_view.Names.Title.In("en") ?? "")).Append("}},\n");
        bib.Append("  howpublished = {\\url{").Append(address).Append("}},\n");
        bib.Append("  note = {Ballast, ").Append(Bib(_view.Flow.Id.Id)).Append(' ').Append(Bib(_view.Key.ToString())).Append(", as of ").Append(Bib(_context.FixedAsOf())).Append("}\n}");
        return new CitationView(In(Tongue), In(Tongue.Other()), bib.ToString());
    }

    private static string Bib(string text)
    {
        StringBuilder escaped = new();
        foreach (char c in text)
        {
            escaped.Append(c switch
            {
                '{' or '}' or '\\' => "",
                '&' or '%' or '$' or '#' or '_' => "\\" + c,
                '~' => "\\textasciitilde{}",
                '^' => "\\textasciicircum{}",
                _ => c.ToString(),
            });
        }

        return escaped.ToString();
    }

    private static ImmutableArray<MarkView> MarksOf(SeriesPageView page) =>
    [
        .. page.Tables.SelectMany(t => t.Rows).SelectMany(r => r.Cells).Select(c => c.Mark).Concat(page.Facts.Select(f => f.Mark)).Append(page.Formula?.Mark).OfType<MarkView>()
            .DistinctBy(m => m.Sign).OrderBy(m => m.Sign, StringComparer.Ordinal),
    ];
}
