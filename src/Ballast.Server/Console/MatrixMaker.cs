using System.Collections.Immutable;
using Ballast.Briefings;
using Ballast.Language;
using Ballast.Series;
using Ballast.Server.Console.Views;

namespace Ballast.Server.Console;

/// <summary>The table twin of a chart: a row a year, a column a part of the year (January and February together where they are published so); for days, weeks and ranges a row a period.</summary>
internal static class MatrixMaker
{
    /// <summary>Rows of a list of periods; the CSV holds all.</summary>
    internal const int MostRows = 500;

    /// <summary>The table of observations in ascending order.</summary>
    /// <param name="id">Id of its heading.</param>
    /// <param name="name">Of the series.</param>
    /// <param name="texts">How its values are written.</param>
    /// <param name="observations">Those shown.</param>
    /// <param name="totalCount">How many there are in all.</param>
    /// <param name="last">The last observation of the series, or null.</param>
    /// <param name="markOf">The mark of an observation.</param>
    /// <param name="due">Periods that are due or will be, after the last one.</param>
    /// <param name="tongue">The language.</param>
    internal static MatrixView Make(string id, string name, ValueTexts texts, ImmutableArray<Observation> observations, int totalCount, Period? last, Func<Observation, MarkView?> markOf, ImmutableArray<DueFigure> due, Tongue tongue)
    {
        bool isByYear = observations.Length > 0 && observations[0].Period.Frequency is Frequency.HalfYearly or Frequency.Quarterly or Frequency.Monthly;
        int valueCount = observations.Count(o => o.Value.Kind != MeasureKind.None);
        int shownCount = isByYear ? valueCount : Math.Min(valueCount, MostRows);
        string count = Phrases.SeriesPage.TableCount.In(tongue, shownCount, totalCount);
        string aside = texts.UnitHead.Length == 0 ? count : Phrases.Common.Also.In(tongue, texts.UnitHead, count);
        MatrixCell CellOf(Observation o) => o.Value.Kind == MeasureKind.None
            ? new MatrixCell("", ValueTexts.Placeholder(IsConfidential(o) ? Missing.Confidential : Missing.NotCollected, tongue), texts.Period(o.Period))
            : new MatrixCell(texts.Cell(o), markOf(o), texts.Period(o.Period), o.Period == last);

        return isByYear
            ? ByYear(id, name, aside, observations, CellOf, due, texts, tongue)
            : new MatrixView(id, name, aside, [new MatrixColumn(Phrases.SeriesPage.Value.In(tongue))],
                [.. observations.Reverse().Take(MostRows).Select(o => new MatrixRow(texts.Period(o.Period), [CellOf(o)]))]);
    }

    /// <summary>Whether an observation exists and is not shown.</summary>
    internal static bool IsConfidential(Observation observation) => observation.Attributes.First("CONF_STATUS") is "C" or "N" or "D" or "S";

    private static MatrixView ByYear(
        string id, string name, string aside, ImmutableArray<Observation> observations, Func<Observation, MatrixCell> cellOf, ImmutableArray<DueFigure> due, ValueTexts texts, Tongue tongue)
    {
        // Column of a part of the year: where it ends, and how much it covers. Wider parts stand before the narrower ones that end with them.
        ImmutableArray<(int End, int Span)> parts = [.. observations.Select(o => (o.Period.SubPeriod, o.Period.Span)).Distinct().OrderBy(p => p.SubPeriod).ThenByDescending(p => p.Span)];
        Dictionary<(int Year, int End, int Span), Observation> byPlace = observations.ToDictionary(o => (o.Period.CalendarYear, o.Period.SubPeriod, o.Period.Span));
        (Period first, Period last) = (observations[0].Period, observations[^1].Period);
        var rows = ImmutableArray.CreateBuilder<MatrixRow>();
        int lastYear = Math.Max(last.CalendarYear, due.Select(d => d.Period.CalendarYear).DefaultIfEmpty(0).Max());
        for (int year = lastYear; year >= first.CalendarYear; year--)
        {
            var cells = ImmutableArray.CreateBuilder<MatrixCell>();
            foreach ((int end, int span) in parts)
            {
                if (byPlace.TryGetValue((year, end, span), out Observation? observation))
                {
                    cells.Add(cellOf(observation));
                    continue;
                }

                if (due.FirstOrDefault(d => d.Period.CalendarYear == year && d.Period.SubPeriod == end && d.Period.Span == span) is { } waited)
                {
                    cells.Add(new MatrixCell("", ValueTexts.Placeholder(waited.IsOverdue ? Missing.Overdue : Missing.NotDue, tongue), texts.Period(waited.Period)));
                    continue;
                }

                int ordinal = (year * first.Frequency.PerYear()) + end - 1;
                bool isInside = ordinal > first.Ordinal && ordinal < last.Ordinal;
                bool isCovered = byPlace.Keys.Any(k => k.Year == year && k.End - k.Span < end && k.End > end - span);
                cells.Add(isInside && !isCovered
                    ? new MatrixCell("", ValueTexts.Placeholder(Missing.NotCollected, tongue), texts.Period(Period.FromOrdinal(first.Frequency, ordinal, span)))
                    : MatrixCell.Blank);
            }

            rows.Add(new MatrixRow(Periods.Year(year, tongue), cells.ToImmutable()));
        }

        return new MatrixView(id, name, aside,
            [.. parts.Select(p => new MatrixColumn(Periods.Short(Period.FromOrdinal(first.Frequency, (last.CalendarYear * first.Frequency.PerYear()) + p.End - 1, p.Span), tongue), p.Span > 1))],
            rows.ToImmutable());
    }
}
