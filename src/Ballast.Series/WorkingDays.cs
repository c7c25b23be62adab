using System.Collections.Frozen;

namespace Ballast.Series;

/// <summary>Working days: Monday to Friday without holidays, and weekends worked instead. It knows the years of its lists; what lies outside is by the week alone, and <see cref="IsKnown"/> says so.</summary>
public sealed class WorkingDays
{
    private readonly FrozenSet<DateOnly> _holidays;
    private readonly FrozenSet<DateOnly> _workingWeekends;

    /// <summary>Makes the calendar.</summary>
    /// <param name="holidays">Days off; those on a weekend are allowed.</param>
    /// <param name="workingWeekends">Saturdays and Sundays that are worked.</param>
    /// <param name="firstYear">First year that the lists cover.</param>
    /// <param name="lastYear">Last year that they cover.</param>
    /// <exception cref="ArgumentException">A day is both, a day worked is no weekend, or the years are in the wrong order.</exception>
    public WorkingDays(IEnumerable<DateOnly> holidays, IEnumerable<DateOnly> workingWeekends, int firstYear, int lastYear)
    {
        (_holidays, _workingWeekends) = (holidays.ToFrozenSet(), workingWeekends.ToFrozenSet());
        if (_workingWeekends.FirstOrDefault(d => !IsWeekend(d) || _holidays.Contains(d)) is var wrong && wrong != default)
        {
            throw new ArgumentException($"Expected a weekend that is no holiday, got {wrong:o}.", nameof(workingWeekends));
        }

        if (lastYear < firstYear)
        {
            throw new ArgumentException($"Expected a last year from {firstYear} on, got {lastYear}.", nameof(lastYear));
        }

        (FirstYear, LastYear) = (firstYear, lastYear);
    }

    /// <summary>First year that the lists cover.</summary>
    public int FirstYear { get; }

    /// <summary>Last year that they cover.</summary>
    public int LastYear { get; }

    /// <summary>Whether the lists cover a day.</summary>
    public bool IsKnown(DateOnly day) => day.Year >= FirstYear && day.Year <= LastYear;

    /// <summary>Whether a day is worked.</summary>
    public bool IsWorking(DateOnly day) => IsWeekend(day) ? _workingWeekends.Contains(day) : !_holidays.Contains(day);

    /// <summary>How many days are worked from one day to another, both included; 0 where the last is before the first.</summary>
    public int Count(DateOnly first, DateOnly last)
    {
        int count = 0;
        for (int day = first.DayNumber; day <= last.DayNumber; day++)
        {
            count += IsWorking(DateOnly.FromDayNumber(day)) ? 1 : 0;
        }

        return count;
    }

    /// <summary>How many days of a period are worked.</summary>
    public int Count(Period period) => Count(period.Start, period.End);

    /// <summary>The n-th working day after a day, before it where n is negative; for 0 the day itself.</summary>
    public DateOnly Plus(DateOnly day, int workingDays)
    {
        int step = Math.Sign(workingDays);
        for (int left = Math.Abs(workingDays); left > 0;)
        {
            day = day.AddDays(step);
            left -= IsWorking(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>The day itself where it is worked, else the first one after it that is.</summary>
    public DateOnly OnOrAfter(DateOnly day) => IsWorking(day) ? day : Plus(day, 1);

    /// <summary>The day itself where it is worked, else the last one before it that is.</summary>
    public DateOnly OnOrBefore(DateOnly day) => IsWorking(day) ? day : Plus(day, -1);

    /// <summary>The n-th working day of a period, from 1, or from the end with −1 as the last; null where it has fewer.</summary>
    public DateOnly? Nth(Period period, int number)
    {
        DateOnly found = number > 0 ? Plus(period.Start.AddDays(-1), number) : Plus(period.End.AddDays(1), number);
        return number != 0 && found >= period.Start && found <= period.End ? found : null;
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
