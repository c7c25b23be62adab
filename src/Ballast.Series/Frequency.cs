namespace Ballast.Series;

/// <summary>How often a series is observed, in the order of SDMX's CL_FREQ that concerns us; the default is annual.</summary>
public enum Frequency
{
    /// <summary>A: calendar years.</summary>
    Annual = 0,

    /// <summary>S: half-years.</summary>
    HalfYearly = 1,

    /// <summary>Q: quarters.</summary>
    Quarterly = 2,

    /// <summary>M: months.</summary>
    Monthly = 3,

    /// <summary>W: ISO weeks.</summary>
    Weekly = 4,

    /// <summary>D: days.</summary>
    Daily = 5,

    /// <summary>_O: ranges that fit no other; they have order but no arithmetic.</summary>
    Other = 6,
}
