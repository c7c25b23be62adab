using System.Collections.Immutable;
using Ballast.Series;

namespace Ballast.Charts;

/// <summary>
/// The axis of periods: it counts periods, not time, so every month is as wide as every other. Slot 0 is its first period; a position is in slots from the left edge,
/// a whole number being the border between two. Weekdays on which no line ever has a value are left off an axis of days; ranges of no frequency stand in their order.
/// </summary>
public sealed class PeriodAxis
{
    private const int MostSubdividedMonths = 24;
    private const int LabelGap = 6;

    private static readonly ImmutableArray<int> PartSteps = [1, 2, 3, 6, 12];
    private static readonly ImmutableArray<int> YearSteps = [1, 2, 3, 5, 10, 20, 25, 50, 100];

    private readonly Func<int, int> _slotOf;
    private readonly ImmutableArray<int> _parts;

    // Parts: the number in its year of each label, so that labels left out are the same months of every year; empty where labels are no parts.
    private PeriodAxis(Frequency frequency, int slotCount, Func<int, int> slotOf, ImmutableArray<double> ticks, ImmutableArray<AxisTick> labels, ImmutableArray<int> parts, ImmutableArray<AxisTick> years) =>
        (Frequency, SlotCount, _slotOf, Ticks, Labels, _parts, YearLabels) = (frequency, slotCount, slotOf, ticks, labels, parts, years);

    /// <summary>Of its periods.</summary>
    public Frequency Frequency { get; }

    /// <summary>How many periods it shows; at least 1.</summary>
    public int SlotCount { get; }

    /// <summary>Where ticks stand.</summary>
    public ImmutableArray<double> Ticks { get; }

    /// <summary>All labels of the first row, each at its middle; a drawing takes as many as fit (<see cref="LabelsFor"/>).</summary>
    public ImmutableArray<AxisTick> Labels { get; }

    /// <summary>Years in a second row, where the first row divides them; else empty.</summary>
    public ImmutableArray<AxisTick> YearLabels { get; }

    /// <summary>First slot of a period and how many slots it covers.</summary>
    /// <exception cref="ArgumentException">The period is of another frequency.</exception>
    public (int Slot, int Span) Place(Period period)
    {
        if (period.Frequency != Frequency)
        {
            throw new ArgumentException($"Expected a period of frequency {Frequency}, got {period.Frequency}.", nameof(period));
        }

        int last = _slotOf(period.Ordinal);
        int first = Frequency == Frequency.Other ? last : _slotOf(period.Ordinal - period.Span + 1);
        return (first, last - first + 1);
    }

    /// <summary>Every n-th label, n the smallest round step with which no two come nearer than six pixels.</summary>
    /// <param name="slotWidth">Pixels a slot.</param>
    public ImmutableArray<AxisTick> LabelsFor(double slotWidth) => Thin(Labels, slotWidth, _parts.IsEmpty ? YearSteps : PartSteps, (i, n) => (_parts.IsEmpty ? i : _parts[i] - 1) % n == 0);

    /// <summary>The same of the years.</summary>
    /// <param name="slotWidth">Pixels a slot.</param>
    public ImmutableArray<AxisTick> YearLabelsFor(double slotWidth) => Thin(YearLabels, slotWidth, YearSteps, (i, n) => i % n == 0);

    /// <summary>An axis from the first to the last of some periods.</summary>
    /// <exception cref="ArgumentException">Periods of several frequencies.</exception>
    internal static PeriodAxis Over(IReadOnlyCollection<Period> periods, ChartWords words)
    {
        if (periods.Count == 0)
        {
            return new PeriodAxis(Frequency.Annual, 1, _ => 0, [], [], [], []);
        }

        Frequency frequency = periods.First().Frequency;
        if (periods.Any(p => p.Frequency != frequency))
        {
            throw new ArgumentException("Expected periods of one frequency.", nameof(periods));
        }

        if (frequency == Frequency.Other)
        {
            return OverRanges(periods, words);
        }

        int first = periods.Min(p => p.Ordinal - p.Span + 1);
        int last = periods.Max(p => p.Ordinal);
        Func<int, int> index = frequency == Frequency.Daily ? CountOfUsedDays(periods) : o => o;
        int start = index(first);
        int count = index(last) - start + 1;
        var slots = new List<(int Year, int Part)>(count);
        for (int ordinal = first; ordinal <= last; ordinal++)
        {
            if (index(ordinal) - start == slots.Count)
            {
                slots.Add(YearAndPart(frequency, ordinal));
            }
        }

        return Labelled(frequency, slots, o => index(o) - start, words);
    }

    /// <summary>An axis over the parts of one year, for lines that are laid over each other.</summary>
    internal static PeriodAxis OverYear(Frequency frequency, ChartWords words)
    {
        int count = frequency.PerYear();
        ImmutableArray<double> ticks = [.. Enumerable.Range(0, count + 1).Select(i => (double)i)];
        ImmutableArray<AxisTick> labels = [.. Enumerable.Range(0, count).Select(i => new AxisTick(i + 0.5, words.Part(frequency, i + 1)))];
        return new PeriodAxis(frequency, count, o => ((o % count) + count) % count, ticks, labels, [.. Enumerable.Range(1, count)], []);
    }

    private static PeriodAxis OverRanges(IReadOnlyCollection<Period> periods, ChartWords words)
    {
        ImmutableArray<Period> inOrder = [.. periods.Distinct().Order()];
        Dictionary<int, int> slots = [];
        foreach (Period period in inOrder)
        {
            slots.TryAdd(period.Ordinal, slots.Count);
        }

        ImmutableArray<AxisTick> labels = [.. inOrder.Select(p => new AxisTick(slots[p.Ordinal] + 0.5, words.Period(p)))];
        return new PeriodAxis(Frequency.Other, slots.Count, o => slots[o], [.. labels.Select(l => l.At)], labels, [], []);
    }

    private static Func<int, int> CountOfUsedDays(IReadOnlyCollection<Period> periods)
    {
        // Day 0 is a Monday.
        bool[] isUsed = new bool[7];
        foreach (Period period in periods)
        {
            isUsed[period.Ordinal % 7] = true;
        }

        int[] before = new int[7];
        for (int day = 1; day < 7; day++)
        {
            before[day] = before[day - 1] + (isUsed[day - 1] ? 1 : 0);
        }

        int perWeek = isUsed.Count(u => u);
        return o => (o / 7 * perWeek) + before[o % 7];
    }

    private static (int Year, int Part) YearAndPart(Frequency frequency, int ordinal)
    {
        switch (frequency)
        {
            case Frequency.Weekly:
                var thursday = DateOnly.FromDayNumber(Math.Min((ordinal * 7) + 3, DateOnly.MaxValue.DayNumber));
                return (thursday.Year, thursday.Month);
            case Frequency.Daily:
                var day = DateOnly.FromDayNumber(ordinal);
                return (day.Year, day.Month);
            default:
                int perYear = frequency.PerYear();
                return (ordinal / perYear, (ordinal % perYear) + 1);
        }
    }

    private static PeriodAxis Labelled(Frequency frequency, List<(int Year, int Part)> slots, Func<int, int> slotOf, ChartWords words)
    {
        List<(int Start, int End, int Value)> years = Groups(slots, s => s.Year);
        if (frequency == Frequency.Annual)
        {
            ImmutableArray<AxisTick> each = [.. years.Select(y => new AxisTick(y.Start + 0.5, ChartWords.Year(y.Value)))];
            return new PeriodAxis(frequency, slots.Count, slotOf, [.. each.Select(e => e.At)], each, [], []);
        }

        Frequency partOf = frequency is Frequency.Weekly or Frequency.Daily ? Frequency.Monthly : frequency;
        List<(int Start, int End, int Value)> parts = Groups(slots, s => (s.Year * 100) + s.Part);
        if (parts.Count * 12 / partOf.PerYear() > MostSubdividedMonths)
        {
            double full = years.Max(y => y.End - y.Start);
            return new PeriodAxis(frequency, slots.Count, slotOf, Borders(years),
                [.. years.Where(y => y.End - y.Start >= full * 0.45).Select(y => new AxisTick((y.Start + y.End) / 2.0, ChartWords.Year(y.Value)))], [], []);
        }

        return new PeriodAxis(frequency, slots.Count, slotOf, Borders(parts),
            [.. parts.Select(p => new AxisTick((p.Start + p.End) / 2.0, words.Part(partOf, p.Value % 100)))],
            [.. parts.Select(p => p.Value % 100)],
            [.. years.Select(y => new AxisTick((y.Start + y.End) / 2.0, ChartWords.Year(y.Value)))]);
    }

    private static ImmutableArray<double> Borders(List<(int Start, int End, int Value)> groups) => [.. groups.Select(g => (double)g.Start), groups[^1].End];

    private static List<(int Start, int End, int Value)> Groups(List<(int Year, int Part)> slots, Func<(int Year, int Part), int> by)
    {
        List<(int Start, int End, int Value)> groups = [];
        for (int i = 0; i < slots.Count; i++)
        {
            int value = by(slots[i]);
            if (groups.Count > 0 && groups[^1].Value == value)
            {
                groups[^1] = groups[^1] with { End = i + 1 };
            }
            else
            {
                groups.Add((i, i + 1, value));
            }
        }

        return groups;
    }

    private static ImmutableArray<AxisTick> Thin(ImmutableArray<AxisTick> labels, double slotWidth, ImmutableArray<int> steps, Func<int, int, bool> isKept)
    {
        foreach (int n in steps)
        {
            ImmutableArray<AxisTick> some = [.. labels.Where((_, i) => isKept(i, n))];
            bool fits = some.Length > 0;
            for (int i = 1; i < some.Length && fits; i++)
            {
                double room = (some[i].At - some[i - 1].At) * slotWidth;
                fits = room >= ((TextWidth.Of(some[i].Text) + TextWidth.Of(some[i - 1].Text)) / 2) + LabelGap;
            }

            if (fits)
            {
                return some;
            }
        }

        return labels.IsEmpty ? labels : [labels[0]];
    }
}
