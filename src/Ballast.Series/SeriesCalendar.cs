using System.Collections.Immutable;

namespace Ballast.Series;

/// <summary>Which periods a series has: all, or by their number in the year, such as no January, or January and February combined. Weeks and days are always all there. A period outside the calendar is not missing.</summary>
public sealed class SeriesCalendar
{
    private readonly ImmutableArray<CalendarSlot> _slots;

    private SeriesCalendar(Frequency frequency, ImmutableArray<CalendarSlot> slots) => (Frequency, _slots) = (frequency, slots);

    /// <summary>The frequency.</summary>
    public Frequency Frequency { get; }

    /// <summary>The periods of a year in their order; empty for weeks and days.</summary>
    public ImmutableArray<CalendarSlot> Slots => _slots;

    /// <summary>Whether every period is there, with span 1.</summary>
    public bool IsRegular => _slots.IsEmpty || (_slots.Length == Frequency.PerYear() && _slots.All(s => s.Span == 1));

    /// <summary>Every period, span 1.</summary>
    /// <exception cref="ArgumentException">Other ranges follow no calendar.</exception>
    public static SeriesCalendar Regular(Frequency frequency) => frequency switch
    {
        Frequency.Other => throw new ArgumentException("Other ranges follow no calendar.", nameof(frequency)),
        Frequency.Weekly or Frequency.Daily => new SeriesCalendar(frequency, []),
        _ => new SeriesCalendar(frequency, [.. Enumerable.Range(1, frequency.PerYear()).Select(n => new CalendarSlot(n))]),
    };

    /// <summary>Months with January and February combined, as China's statistics of industry and investment have them.</summary>
    public static SeriesCalendar JanuaryWithFebruary { get; } =
        Of(Frequency.Monthly, [new CalendarSlot(2, 2), .. Enumerable.Range(3, 10).Select(n => new CalendarSlot(n))]);

    /// <summary>Periods by their number in the year.</summary>
    /// <exception cref="ArgumentException">No slot, one outside the year, one twice, or a frequency without numbers.</exception>
    public static SeriesCalendar Of(Frequency frequency, IEnumerable<CalendarSlot> slots)
    {
        ImmutableArray<CalendarSlot> sorted = [.. slots.OrderBy(s => s.Number).ThenBy(s => s.Span)];
        int perYear = frequency.PerYear();
        if (sorted.IsEmpty || sorted.Any(s => s.Number < 1 || s.Number > perYear || s.Span < 1 || s.Span > perYear) || sorted.Distinct().Count() != sorted.Length)
        {
            throw new ArgumentException($"Expected different slots from 1 to {perYear}, got {string.Join(", ", sorted)}.", nameof(slots));
        }

        return new SeriesCalendar(frequency, sorted);
    }

    /// <summary>The calendar that a series shows: each number and span that it ever has.</summary>
    /// <exception cref="ArgumentException">The series is empty or of other ranges.</exception>
    public static SeriesCalendar Seen(TimeSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        return series.Frequency is Frequency.Weekly or Frequency.Daily or Frequency.Other
            ? Regular(series.Frequency)
            : Of(series.Frequency, series.Observations.Select(o => new CalendarSlot(o.Period.SubPeriod, o.Period.Span)).Distinct());
    }

    /// <summary>Whether a period stands in it.</summary>
    public bool Has(Period period) =>
        period.Frequency == Frequency && (_slots.IsEmpty ? period.Span == 1 : _slots.Contains(new CalendarSlot(period.SubPeriod, period.Span)));

    /// <summary>The first period of the calendar that comes after another (in the order of periods), or null at the end of time.</summary>
    public Period? After(Period period)
    {
        Require(period);
        if (_slots.IsEmpty)
        {
            return period.LastPart!.Value.Following;
        }

        for (int year = period.CalendarYear; year <= period.CalendarYear + 1 && year <= 9999; year++)
        {
            foreach (CalendarSlot slot in _slots)
            {
                if (In(year, slot) is { } next && next > period)
                {
                    return next;
                }
            }
        }

        return null;
    }

    /// <summary>All periods of the calendar from one to another, both included where they stand in it.</summary>
    public ImmutableArray<Period> Between(Period first, Period last)
    {
        Require(first);
        Require(last);
        ImmutableArray<Period>.Builder periods = ImmutableArray.CreateBuilder<Period>();
        Period? next = Has(first) ? first : After(first);
        while (next is { } period && period <= last)
        {
            periods.Add(period);
            next = After(period);
        }

        return periods.DrainToImmutable();
    }

    /// <summary>Periods of the calendar between the first and last observation that no observation touches: a combined January–February misses neither month.</summary>
    public ImmutableArray<Period> MissingIn(TimeSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        if (series.Observations.IsEmpty)
        {
            return [];
        }

        HashSet<int> touched = [];
        foreach (Observation observation in series.Observations)
        {
            for (int i = 0; i < observation.Period.Span; i++)
            {
                touched.Add(observation.Period.Ordinal - i);
            }
        }

        return [.. Between(series.Observations[0].Period, series.Observations[^1].Period)
            .Where(p => !Enumerable.Range(p.Ordinal - p.Span + 1, p.Span).Any(touched.Contains))];
    }

    private void Require(Period period)
    {
        if (period.Frequency != Frequency)
        {
            throw new ArgumentException($"Expected {Frequency}, got {period.Frequency}.", nameof(period));
        }
    }

    private Period? In(int year, CalendarSlot slot)
    {
        int ordinal = (year * Frequency.PerYear()) + slot.Number - 1;
        return ordinal >= slot.Span - 1 ? Period.FromOrdinal(Frequency, ordinal, slot.Span) : null;
    }
}

/// <summary>A period of every year.</summary>
/// <param name="Number">Of its last period in the year, from 1.</param>
/// <param name="Span">How many it covers.</param>
public readonly record struct CalendarSlot(int Number, int Span = 1);
