namespace Ballast.Series;

/// <summary>What can be computed from one series alone.</summary>
public enum Transform
{
    /// <summary>Difference from the period before.</summary>
    Change,

    /// <summary>Growth in per cent on the period before.</summary>
    PercentageChange,

    /// <summary>Growth in per cent on the same period of the year before.</summary>
    YearOnYear,

    /// <summary>Difference from the same period of the year before: for series that are in per cent or points already.</summary>
    YearOnYearChange,

    /// <summary>From cumulated since January to single periods.</summary>
    SingleMonth,

    /// <summary>From single periods to cumulated since January.</summary>
    YearToDate,
}
