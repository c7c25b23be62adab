using System.Collections.Immutable;
using Ballast.Series;

namespace Ballast.Charts;

/// <summary>Makes the spec of a chart from series.</summary>
public static class ChartBuilder
{
    private const int MostYears = 10;

    /// <summary>The spec.</summary>
    /// <exception cref="ArgumentException">The sources are of several frequencies, or there is none.</exception>
    public static ChartSpec Build(ChartRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Sources.IsDefaultOrEmpty)
        {
            throw new ArgumentException("Expected at least one source.", nameof(request));
        }

        ImmutableArray<(ChartSource Source, ImmutableArray<Observation> Observations)> sources =
            [.. request.Sources.Select(s => (s, Within(request, s.Series)))];
        ImmutableArray<Period> periods = [.. sources.SelectMany(s => s.Observations).Select(o => o.Period)];
        ChartKind kind = request.Kind ?? DefaultKind(request, periods);
        double largest = sources.SelectMany(s => s.Observations).Select(o => Magnitude(o.Value)).DefaultIfEmpty(0).Max();
        var words = new ChartWords(request.Tongue, request.Unit, request.UnitMult, request.Transformation, largest);

        PeriodAxis axis;
        ImmutableArray<ChartLine> lines;
        if (kind == ChartKind.Cumulative)
        {
            Frequency frequency = periods.Length == 0 ? Frequency.Monthly : periods[0].Frequency;
            axis = PeriodAxis.OverYear(frequency, words);
            lines = YearLines(sources[0].Source, sources[0].Observations, axis, words);
        }
        else
        {
            axis = PeriodAxis.Over(periods, words);
            lines = [.. sources.Select((s, i) => LineOf(s.Source, s.Observations, i, kind, axis, words))];
        }

        bool fromZero = kind == ChartKind.Columns;
        IEnumerable<double> values = lines.SelectMany(l => l.Points).Where(p => p.Value is not null).Select(p => p.Value!.Value);
        ChartBand? band = request.Band is { } b ? b with { Low = b.Low * words.Factor, High = b.High * words.Factor } : null;
        var scale = ValueScale.Over(values.Concat(band is null ? [] : [band.Low, band.High]), (request.Baseline ?? (request.Quantity == Quantity.Rate ? null : 0)) * words.Factor, fromZero, ChartWords.Tick);
        ImmutableArray<AxisTick> breaks = kind == ChartKind.Cumulative ? [] : [.. Breaks(sources, axis, words)];
        bool isEmpty = !lines.Any(l => l.Last is not null);
        return new ChartSpec(request.Tongue, kind, request.Title, words.UnitHead, scale, axis, lines)
        {
            Band = band,
            Breaks = breaks,
            Sentence = !sources[0].Observations.Any(o => o.Value.IsNumber) ? "" : words.Sentence(sources[0].Source.Name, sources[0].Observations, kind),
            CutText = scale.IsCut ? words.Cut(scale.Ticks[0].Text) : null,
            EmptyText = isEmpty ? words.Empty : null,
            Notes = Notes(lines, scale, axis.Frequency, words),
        };
    }

    private static ImmutableArray<Observation> Within(ChartRequest request, TimeSeries series) =>
        [.. series.Observations.Where(o => (request.From is not { } from || o.Period.Ordinal >= from.Ordinal) && (request.To is not { } to || o.Period.Ordinal <= to.Ordinal))];

    private static ChartKind DefaultKind(ChartRequest request, ImmutableArray<Period> periods)
    {
        int count = periods.Length == 0 ? 0 : periods.Max(p => p.Ordinal) - periods.Min(p => p.Ordinal - p.Span + 1) + 1;
        ChartKind kind = ChartKinds.DefaultOf(request.Quantity, count);

        // Laid over each other, years need parts; and years of several series would be a tangle.
        bool hasParts = periods.Length > 0 && periods[0].Frequency is Frequency.Monthly or Frequency.Quarterly or Frequency.HalfYearly;
        return kind == ChartKind.Cumulative && (!hasParts || request.Sources.Length > 1) ? ChartKind.Line : kind;
    }

    private static double Magnitude(MeasureValue value) => value.IsNumber && Math.Abs(value.ToDouble()) <= ValueScale.MostMagnitude ? Math.Abs(value.ToDouble()) : 0;

    private static ChartLine LineOf(ChartSource source, ImmutableArray<Observation> observations, int index, ChartKind kind, PeriodAxis axis, ChartWords words)
    {
        Stroke stroke = source.Stroke ?? (kind == ChartKind.Vintages ? VintageStroke(index) : index < ChartLine.MostColours ? Stroke.Solid : Stroke.Thin);
        int colour = kind == ChartKind.Vintages
            ? stroke switch { Stroke.Bold => 1, Stroke.Solid => 2, _ => 0 }
            : index < ChartLine.MostColours ? index + 1 : 0;
        ImmutableArray<ChartPoint> points = PointsOf(source, observations, axis.Place, axis.Frequency, words);
        ImmutableArray<ChartPoint> kept = PointReduction.Reduce(points, axis.SlotCount);
        string? last = colour == 0 || kind == ChartKind.Columns ? null : LastValue(observations, words);
        return new ChartLine(source.Name, colour, stroke, kept, last, kept.Length < points.Length ? points.Length : 0);
    }

    private static Stroke VintageStroke(int index) => index switch
    {
        0 => Stroke.Bold,
        1 => Stroke.Dashed,
        2 => Stroke.Solid,
        _ => Stroke.Thin,
    };

    /// <summary>The newest year first and bold, the one before it in the second colour, the rest thin and grey.</summary>
    private static ImmutableArray<ChartLine> YearLines(ChartSource source, ImmutableArray<Observation> observations, PeriodAxis axis, ChartWords words)
    {
        int perYear = axis.Frequency.PerYear();
        return [.. observations
            .GroupBy(o => o.Period.Ordinal / perYear)
            .OrderByDescending(g => g.Key)
            .Take(MostYears)
            .Select((g, i) => new ChartLine(
                ChartWords.Year(g.Key),
                i < 2 ? i + 1 : 0,
                i switch { 0 => Stroke.Bold, 1 => Stroke.Solid, _ => Stroke.Thin },
                PointsOf(source, [.. g], p => (axis.Place(p).Slot + axis.Place(p).Span - 1, 1), axis.Frequency, words),
                i < 2 ? ChartWords.Year(g.Key) : null))];
    }

    private static ImmutableArray<ChartPoint> PointsOf(ChartSource source, ImmutableArray<Observation> observations, Func<Period, (int Slot, int Span)> place, Frequency frequency, ChartWords words)
    {
        var points = ImmutableArray.CreateBuilder<ChartPoint>(observations.Length);
        ChartPoint? before = null;
        foreach (Observation observation in observations)
        {
            (int slot, int span) = place(observation.Period);
            double? value = observation.Value.IsNumber && Math.Abs(observation.Value.ToDouble()) <= ValueScale.MostMagnitude ? observation.Value.ToDouble() * words.Factor : null;
            bool isJoined = value is not null && span == 1 && frequency != Frequency.Other
                && before is { Value: not null, Span: 1 } && before.Slot + 1 == slot;
            before = new ChartPoint(slot, span, value, isJoined, StateOf(source, observation), words.Period(observation.Period), words.Value(observation));
            points.Add(before);
        }

        return points.MoveToImmutable();
    }

    private static PointState StateOf(ChartSource source, Observation observation) => observation.Attributes.First("OBS_STATUS") switch
    {
        _ when ChartWords.IsHidden(observation) => PointState.Confidential,
        "F" => PointState.Forecast,
        _ when source.IsForecast => PointState.Forecast,
        "P" => PointState.Provisional,
        _ when source.Revised.Contains(observation.Period) => PointState.Revised,
        _ => PointState.Normal,
    };

    private static string? LastValue(ImmutableArray<Observation> observations, ChartWords words)
    {
        for (int i = observations.Length - 1; i >= 0; i--)
        {
            if (observations[i].Value.IsNumber)
            {
                return words.Number(observations[i].Value);
            }
        }

        return null;
    }

    private static IEnumerable<AxisTick> Breaks(ImmutableArray<(ChartSource Source, ImmutableArray<Observation> Observations)> sources, PeriodAxis axis, ChartWords words) =>
        sources.SelectMany(s => s.Observations)
            .Where(o => o.Attributes.First("OBS_STATUS") == "B")
            .Select(o => axis.Place(o.Period).Slot)
            .Distinct()
            .Order()
            .Select(slot => new AxisTick(slot, words.Break));

    private static ImmutableArray<string> Notes(ImmutableArray<ChartLine> lines, ValueScale scale, Frequency frequency, ChartWords words)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        if (scale.IsCut)
        {
            notes.Add(words.CutNote(scale.Ticks[0].Text));
        }

        foreach (ChartLine line in lines.Where(l => l.ReducedFrom > 0))
        {
            notes.Add(words.Reduced(line.Name, line.ReducedFrom));
        }

        ImmutableArray<ChartPoint> points = [.. lines.SelectMany(l => l.Points)];
        if (lines.Any(l => l.Points.Where((_, i) => l.IsIsolated(i)).Any(p => p.Span == 1)) && points.Length > 1)
        {
            notes.Add(words.Gaps);
        }

        if (points.Any(p => p.Span > 1 && p.Value is not null))
        {
            notes.Add(words.Combined(frequency));
        }

        foreach (PointState state in (ReadOnlySpan<PointState>)[PointState.Provisional, PointState.Revised, PointState.Forecast, PointState.Confidential])
        {
            if (points.Any(p => p.State == state))
            {
                notes.Add(words.Of(state));
            }
        }

        return notes.ToImmutable();
    }
}
