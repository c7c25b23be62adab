namespace Ballast.Series;

/// <summary>
/// A period: frequency, ordinal and span. The ordinal counts periods since year 0 (A, S, Q, M) or since 0001-01-01, a Monday (W: the ISO week, D: the day; both from 0);
/// the span says how many periods of the frequency it covers, the last one being the ordinal: combined January–February 2023 is month 02 with span 2.
/// The default is the year 0. Span is part of equality, order and key.
/// </summary>
/// <remarks>For <see cref="Frequency.Other"/> the ordinal is the day of the last day and the span the number of days.</remarks>
public readonly partial record struct Period : IComparable<Period>
{
    private const int MaxYear = 9999;

    private readonly int _ordinal;
    private readonly int _spanLessOne;

    private Period(Frequency frequency, int ordinal, int span) => (Frequency, _ordinal, _spanLessOne) = (frequency, ordinal, span - 1);

    /// <summary>The n-th half-year, quarter or month of a year, or the year itself.</summary>
    /// <param name="frequency">Annual, half-yearly, quarterly or monthly.</param>
    /// <param name="year">0 to 9999.</param>
    /// <param name="number">From 1 to the number of such periods in a year.</param>
    /// <param name="span">How many periods it covers, this one last; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Any of these is not so.</exception>
    public Period(Frequency frequency, int year, int number, int span = 1)
    {
        int perYear = frequency.PerYear();
        ArgumentOutOfRangeException.ThrowIfLessThan(span, 1);
        if (year is < 0 or > MaxYear)
        {
            throw new ArgumentOutOfRangeException(nameof(year), year, "Expected 0 to 9999.");
        }

        if (number < 1 || number > perYear)
        {
            throw new ArgumentOutOfRangeException(nameof(number), number, $"Expected 1 to {perYear}.");
        }

        int ordinal = (year * perYear) + number - 1;
        if (span - 1 > ordinal)
        {
            throw new ArgumentOutOfRangeException(nameof(span), span, "It would begin before year 0.");
        }

        (Frequency, _ordinal, _spanLessOne) = (frequency, ordinal, span - 1);
    }

    /// <summary>The frequency.</summary>
    public Frequency Frequency { get; }

    /// <summary>The last period covered, counted as the type says.</summary>
    public int Ordinal => _ordinal;

    /// <summary>How many periods of the frequency it covers; 1 unless said.</summary>
    public int Span => _spanLessOne + 1;

    /// <summary>A period by its ordinal (for stores and kernels).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside the years 0 to 9999.</exception>
    public static Period FromOrdinal(Frequency frequency, int ordinal, int span = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(span, 1);
        int most = Most(frequency);
        if (ordinal < span - 1 || ordinal > most)
        {
            throw new ArgumentOutOfRangeException(nameof(ordinal), ordinal, $"Expected {span - 1} to {most} for {frequency}.");
        }

        return new Period(frequency, ordinal, span);
    }

    /// <summary>A month.</summary>
    public static Period Month(int year, int month, int span = 1) => new(Frequency.Monthly, year, month, span);

    /// <summary>A quarter.</summary>
    public static Period Quarter(int year, int quarter, int span = 1) => new(Frequency.Quarterly, year, quarter, span);

    /// <summary>A calendar year.</summary>
    public static Period Year(int year, int span = 1) => new(Frequency.Annual, year, 1, span);

    /// <summary>A day.</summary>
    public static Period Day(DateOnly date) => new(Frequency.Daily, date.DayNumber, 1);

    /// <summary>Frequency, then last period, then span.</summary>
    public int CompareTo(Period other)
    {
        int byFrequency = ((int)Frequency).CompareTo((int)other.Frequency);   // an enum's own CompareTo boxes
        int byOrdinal = _ordinal.CompareTo(other._ordinal);
        return byFrequency != 0 ? byFrequency : byOrdinal != 0 ? byOrdinal : _spanLessOne.CompareTo(other._spanLessOne);
    }

    /// <summary>Earlier.</summary>
    public static bool operator <(Period left, Period right) => left.CompareTo(right) < 0;

    /// <summary>Later.</summary>
    public static bool operator >(Period left, Period right) => left.CompareTo(right) > 0;

    /// <summary>Not later.</summary>
    public static bool operator <=(Period left, Period right) => left.CompareTo(right) <= 0;

    /// <summary>Not earlier.</summary>
    public static bool operator >=(Period left, Period right) => left.CompareTo(right) >= 0;
}
