using System.Collections.Immutable;
using Ballast.Series;

namespace Ballast.Charts;

/// <summary>The axis that all sparklines of a page share, in months, so that a series that is behind ends early.</summary>
/// <param name="FirstMonth">Ordinal of its first month.</param>
/// <param name="LastMonth">Ordinal of its last month.</param>
public readonly record struct SparklineAxis(int FirstMonth, int LastMonth)
{
    /// <summary>Sparklines show at most so many points.</summary>
    public const int MostPoints = 60;

    /// <summary>The so many months that end with the latest observation with a value of any of the series.</summary>
    /// <param name="series">Of any frequency but <see cref="Frequency.Other"/>, which have no place on it.</param>
    /// <param name="monthCount">2 to 60.</param>
    public static SparklineAxis EndingWith(IEnumerable<TimeSeries> series, int monthCount = 36)
    {
        ArgumentNullException.ThrowIfNull(series);
        if (monthCount is < 2 or > MostPoints)
        {
            throw new ArgumentOutOfRangeException(nameof(monthCount), monthCount, "Expected 2 to 60.");
        }

        int last = series
            .SelectMany(s => s.Observations)
            .Where(o => o.Value.IsNumber)
            .Select(o => MonthOf(o.Period))
            .Where(m => m is not null)
            .DefaultIfEmpty(monthCount - 1)
            .Max() ?? monthCount - 1;
        return new SparklineAxis(last - monthCount + 1, last);
    }

    /// <summary>The month in which a period ends; null for ranges.</summary>
    internal static int? MonthOf(Period period)
    {
        switch (period.Frequency)
        {
            case Frequency.Other:
                return null;
            case Frequency.Weekly:
                var sunday = DateOnly.FromDayNumber(Math.Min((period.Ordinal * 7) + 6, DateOnly.MaxValue.DayNumber));
                return (sunday.Year * 12) + sunday.Month - 1;
            case Frequency.Daily:
                var day = DateOnly.FromDayNumber(period.Ordinal);
                return (day.Year * 12) + day.Month - 1;
            default:
                int months = 12 / period.Frequency.PerYear();
                return (period.Ordinal * months) + months - 1;
        }
    }
}

/// <summary>A line of the size of a word, beside a number that says the same to readers: 132 × 28 pixels, no text.</summary>
public sealed class Sparkline
{
    /// <summary>Its width in pixels.</summary>
    public const double Width = 132;

    /// <summary>Its height in pixels.</summary>
    public const double Height = 28;

    /// <summary>With fewer points it would show nothing that two numbers do not.</summary>
    public const int FewestPoints = 6;

    private const double SideMargin = 2;
    private const double TopMargin = 3;

    private Sparkline(ImmutableArray<ImmutableArray<(double X, double Y)>> runs, double? baseline) => (Runs, Baseline) = (runs, baseline);

    /// <summary>Stretches of neighbouring periods in pixels; one point alone is drawn as a dot.</summary>
    public ImmutableArray<ImmutableArray<(double X, double Y)>> Runs { get; }

    /// <summary>Height of the baseline in pixels, or null where it lies too far from the values.</summary>
    public double? Baseline { get; }

    /// <summary>The last point.</summary>
    public (double X, double Y) Last => Runs[^1][^1];

    /// <summary>The sparkline of a series, or null where fewer than <see cref="FewestPoints"/> of its values lie on the axis.</summary>
    /// <param name="series">The series.</param>
    /// <param name="axis">Shared by all sparklines of the page.</param>
    /// <param name="baseline">0, 50 or 100, or null for none; left out where it would squeeze the values into less than a third of the height.</param>
    public static Sparkline? Of(TimeSeries series, SparklineAxis axis, double? baseline)
    {
        ArgumentNullException.ThrowIfNull(series);
        ImmutableArray<(Period Period, int Month, double Value)> points = [.. series.Observations
            .Where(o => o.Value.IsNumber && Math.Abs(o.Value.ToDouble()) <= ValueScale.MostMagnitude && SparklineAxis.MonthOf(o.Period) is { } m && m >= axis.FirstMonth && m <= axis.LastMonth)
            .Select(o => (o.Period, SparklineAxis.MonthOf(o.Period)!.Value, o.Value.ToDouble()))];
        points = LastOfEachMonth(points, series.Frequency);
        if (points.Length < FewestPoints)
        {
            return null;
        }

        (double low, double high) = (points.Min(p => p.Value), points.Max(p => p.Value));
        double range = high - low;
        bool isNear = baseline is double b && b >= low - (2 * range) && b <= high + (2 * range);
        (low, high) = isNear ? (Math.Min(low, baseline!.Value), Math.Max(high, baseline.Value)) : (low, high);
        double Y(double value) => high - low <= 0 ? Height / 2 : TopMargin + ((high - value) / (high - low) * (Height - (2 * TopMargin)));
        double X(int month) => SideMargin + ((double)(month - axis.FirstMonth) / (axis.LastMonth - axis.FirstMonth) * (Width - (2 * SideMargin)));

        var runs = ImmutableArray.CreateBuilder<ImmutableArray<(double X, double Y)>>();
        var run = ImmutableArray.CreateBuilder<(double X, double Y)>();
        for (int i = 0; i < points.Length; i++)
        {
            if (i > 0 && !IsNext(points[i - 1].Period, points[i].Period, points[i].Month - points[i - 1].Month))
            {
                runs.Add(run.ToImmutable());
                run.Clear();
            }

            run.Add((X(points[i].Month), Y(points[i].Value)));
        }

        runs.Add(run.ToImmutable());
        return new Sparkline(runs.ToImmutable(), isNear ? Y(baseline!.Value) : null);
    }

    private static ImmutableArray<(Period Period, int Month, double Value)> LastOfEachMonth(ImmutableArray<(Period Period, int Month, double Value)> points, Frequency frequency) =>
        frequency is Frequency.Weekly or Frequency.Daily
            ? [.. points.Where((p, i) => i + 1 == points.Length || points[i + 1].Month != p.Month)]
            : points;

    private static bool IsNext(Period before, Period period, int months) => period.Frequency is Frequency.Weekly or Frequency.Daily
        ? months == 1
        : before.Span == 1 && period.Span == 1 && period.Ordinal == before.Ordinal + 1;
}
