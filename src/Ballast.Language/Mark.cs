namespace Ballast.Language;

/// <summary>What is said of a value behind it, in a slot of its own.</summary>
public enum Mark
{
    /// <summary>p: provisional.</summary>
    Provisional,

    /// <summary>r: revised.</summary>
    Revised,

    /// <summary>e: estimated.</summary>
    Estimated,

    /// <summary>i: imputed.</summary>
    Imputed,

    /// <summary>f: forecast.</summary>
    Forecast,

    /// <summary>b: break in the series.</summary>
    Break,

    /// <summary>u: unreliable.</summary>
    Unreliable,

    /// <summary>ƒ: derived.</summary>
    Derived,
}

/// <summary>Why there is no value where one could stand.</summary>
public enum Missing
{
    /// <summary>[n]: not due yet.</summary>
    NotDue,

    /// <summary>[l]: overdue.</summary>
    Overdue,

    /// <summary>[x]: not collected, or the source has none.</summary>
    NotCollected,

    /// <summary>[q]: failed checks.</summary>
    FailedChecks,

    /// <summary>[c]: confidential.</summary>
    Confidential,
}
