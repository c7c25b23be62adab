using System.Globalization;

namespace Ballast.Series;

/// <content>
/// Arithmetic. A span moves as a whole: the period before January–February is November–December, a year before it is January–February.
/// Other ranges (<see cref="Frequency.Other"/>) have days and order, no arithmetic. The year 0 has ordinals, but no days.
/// </content>
public readonly partial record struct Period
{
    private static readonly int LastWeek = (DateOnly.MaxValue.DayNumber - 6) / 7;

    /// <summary>The year of its last period; of weeks the ISO year, of other ranges the year of the last day.</summary>
    public int CalendarYear => Frequency switch
    {
        Frequency.Weekly => ISOWeek.GetYear(Monday(_ordinal)),
        Frequency.Daily or Frequency.Other => DateOnly.FromDayNumber(_ordinal).Year,
        _ => _ordinal / Frequency.PerYear(),
    };

    /// <summary>The number, from 1, of its last period in <see cref="CalendarYear"/>: half-year, quarter, month, ISO week, day.</summary>
    public int SubPeriod => Frequency switch
    {
        Frequency.Weekly => ISOWeek.GetWeekOfYear(Monday(_ordinal)),
        Frequency.Daily or Frequency.Other => DateOnly.FromDayNumber(_ordinal).DayOfYear,
        _ => (_ordinal % Frequency.PerYear()) + 1,
    };

    /// <summary>The first day.</summary>
    /// <exception cref="InvalidOperationException">It lies in the year 0.</exception>
    public DateOnly Start => MonthsPerPeriod is not 0 and int months
        ? FirstOfMonth((_ordinal - _spanLessOne) * months)
        : DateOnly.FromDayNumber((_ordinal - _spanLessOne) * DaysPerPeriod);

    /// <summary>The last day.</summary>
    /// <exception cref="InvalidOperationException">It lies in the year 0.</exception>
    public DateOnly End
    {
        get
        {
            if (MonthsPerPeriod is not 0 and int months)
            {
                DateOnly first = FirstOfMonth((_ordinal * months) + months - 1);
                return new DateOnly(first.Year, first.Month, DateTime.DaysInMonth(first.Year, first.Month));
            }

            return DateOnly.FromDayNumber((_ordinal * DaysPerPeriod) + DaysPerPeriod - 1);
        }
    }

    /// <summary>The first period covered, with span 1; of span 1 the period itself. Null for other ranges.</summary>
    public Period? FirstPart => Frequency == Frequency.Other ? null : new Period(Frequency, _ordinal - _spanLessOne, 1);

    /// <summary>The last period covered, with span 1. Null for other ranges.</summary>
    public Period? LastPart => Frequency == Frequency.Other ? null : new Period(Frequency, _ordinal, 1);

    /// <summary>The adjacent period before it, of the same span; null before the beginning of time and for other ranges.</summary>
    public Period? Preceding => Frequency == Frequency.Other ? null : Shifted(-Span);

    /// <summary>The adjacent period after it, of the same span; null after the year 9999 and for other ranges.</summary>
    public Period? Following => Frequency == Frequency.Other ? null : Shifted(Span);

    /// <summary>The same period of the year before, with the same span. A week has the same ISO number, a day the same date. Null where there is none: week 53, 29 February, the first years, other ranges.</summary>
    public Period? YearBefore
    {
        get
        {
            switch (Frequency)
            {
                case Frequency.Other:
                    return null;
                case Frequency.Daily:
                    DateOnly day = DateOnly.FromDayNumber(_ordinal);
                    return day is { Month: 2, Day: 29 } || day.Year == 1 ? null : Checked(day.AddYears(-1).DayNumber);
                case Frequency.Weekly:
                    int year = CalendarYear - 1;
                    int week = SubPeriod;
                    return year < 1 || week > ISOWeek.GetWeeksInYear(year) ? null : Checked(WeekOrdinal(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday)));
                default:
                    return Shifted(-Frequency.PerYear());
            }
        }
    }

    /// <summary>Moved by some periods of its frequency (not of its span), backwards where negative.</summary>
    /// <exception cref="InvalidOperationException">Other ranges cannot be moved.</exception>
    /// <exception cref="ArgumentOutOfRangeException">It would leave the years 0 to 9999.</exception>
    public Period Plus(int periods)
    {
        if (Frequency == Frequency.Other)
        {
            throw new InvalidOperationException("Other ranges have no arithmetic.");
        }

        return Shifted(periods) ?? throw new ArgumentOutOfRangeException(nameof(periods), periods, "It would leave the years 0 to 9999.");
    }

    /// <summary>How many periods its last one lies after the last one of another; spans do not matter.</summary>
    /// <exception cref="ArgumentException">The frequencies differ, or are <see cref="Frequency.Other"/>.</exception>
    public int DistanceFrom(Period earlier) =>
        Frequency == earlier.Frequency && Frequency != Frequency.Other
            ? _ordinal - earlier._ordinal
            : throw new ArgumentException($"Expected two periods of one frequency with arithmetic, got {Frequency} and {earlier.Frequency}.", nameof(earlier));

    /// <summary>The one period of a frequency that contains all of it, with span 1: month → quarter → year. Null where it reaches over a border, where the frequency is finer, and for <see cref="Frequency.Other"/>.</summary>
    public Period? Containing(Frequency coarser)
    {
        if (coarser == Frequency.Other)
        {
            return null;
        }

        if (MonthsPerPeriod is not 0 and int months && MonthsIn(coarser) is not 0 and int wanted)
        {
            int first = (_ordinal - _spanLessOne) * months / wanted;
            int last = ((_ordinal * months) + months - 1) / wanted;
            return first == last ? new Period(coarser, last, 1) : null;
        }

        if (MonthsPerPeriod != 0)
        {
            return null;
        }

        return Of(coarser, Start) is { } one && one.Equals(Of(coarser, End)) ? one : null;
    }

    /// <summary>The period of a frequency in which a day lies. Null for <see cref="Frequency.Other"/> and for the last days of 9999 in weeks.</summary>
    public static Period? Of(Frequency frequency, DateOnly day) => frequency switch
    {
        Frequency.Other => null,
        Frequency.Daily => Day(day),
        Frequency.Weekly => day.DayNumber / 7 <= LastWeek ? new Period(Frequency.Weekly, day.DayNumber / 7, 1) : null,
        _ => new Period(frequency, ((day.Year * 12) + day.Month - 1) / MonthsIn(frequency), 1),
    };

    /// <summary>The period of a frequency that covers just these days, first and last included. Null where they are not whole periods; for <see cref="Frequency.Other"/> always there.</summary>
    /// <exception cref="ArgumentException">The last day is before the first.</exception>
    public static Period? Covering(Frequency frequency, DateOnly first, DateOnly last)
    {
        if (last < first)
        {
            throw new ArgumentException($"Expected a last day from {first:o} on, got {last:o}.", nameof(last));
        }

        if (frequency == Frequency.Other)
        {
            return new Period(Frequency.Other, last.DayNumber, last.DayNumber - first.DayNumber + 1);
        }

        return Of(frequency, first) is { } from && Of(frequency, last) is { } to && from.Start == first && to.End == last
            ? new Period(frequency, to._ordinal, to._ordinal - from._ordinal + 1)
            : null;
    }

    /// <summary>An ISO week.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The ISO year (1 to 9999) has no such week, or it ends after 9999.</exception>
    public static Period Week(int year, int week, int span = 1)
    {
        if (year is < 1 or > MaxYear || week < 1 || week > ISOWeek.GetWeeksInYear(year))
        {
            throw new ArgumentOutOfRangeException(nameof(week), week, $"Expected a week of the ISO year {year}.");
        }

        return FromOrdinal(Frequency.Weekly, WeekOrdinal(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday)), span);
    }

    /// <summary>A half-year.</summary>
    public static Period HalfYear(int year, int half, int span = 1) => new(Frequency.HalfYearly, year, half, span);

    private int MonthsPerPeriod => MonthsIn(Frequency);

    private int DaysPerPeriod => Frequency == Frequency.Weekly ? 7 : 1;

    private static int MonthsIn(Frequency frequency) => frequency switch
    {
        Frequency.Annual => 12,
        Frequency.HalfYearly => 6,
        Frequency.Quarterly => 3,
        Frequency.Monthly => 1,
        _ => 0,
    };

    private static int Most(Frequency frequency) => frequency switch
    {
        Frequency.Weekly => LastWeek,
        Frequency.Daily or Frequency.Other => DateOnly.MaxValue.DayNumber,
        _ => ((MaxYear + 1) * frequency.PerYear()) - 1,
    };

    private static DateOnly FirstOfMonth(int monthsSinceYear0) =>
        monthsSinceYear0 >= 12 ? new DateOnly(monthsSinceYear0 / 12, (monthsSinceYear0 % 12) + 1, 1) : throw new InvalidOperationException("The year 0 has no days.");

    private static DateTime Monday(int week) => new(week * 7 * TimeSpan.TicksPerDay);

    private static int WeekOrdinal(DateTime monday) => (int)(monday.Ticks / TimeSpan.TicksPerDay / 7);

    private Period? Shifted(int periods)
    {
        long ordinal = (long)_ordinal + periods;
        return ordinal >= _spanLessOne && ordinal <= Most(Frequency) ? new Period(Frequency, (int)ordinal, Span) : null;
    }

    private Period? Checked(int ordinal) => ordinal >= _spanLessOne ? new Period(Frequency, ordinal, Span) : null;

    /// <summary>The same stretch of time in another frequency, with whatever span it takes; null where it is not whole periods.</summary>
    private Period? Refit(Frequency frequency)
    {
        if (MonthsPerPeriod is not 0 and int months && MonthsIn(frequency) is not 0 and int wanted)
        {
            int first = (_ordinal - _spanLessOne) * months;
            int after = (_ordinal + 1) * months;
            return first % wanted == 0 && after % wanted == 0 ? new Period(frequency, (after / wanted) - 1, (after - first) / wanted) : null;
        }

        bool hasDays = MonthsPerPeriod == 0 || (_ordinal - _spanLessOne) * MonthsPerPeriod >= 12;
        return hasDays ? Covering(frequency, Start, End) : null;
    }
}
