namespace Ballast.Charts;

/// <summary>What a reader must know about a point before trusting its place.</summary>
public enum PointState
{
    /// <summary>As published.</summary>
    Normal,

    /// <summary>Will be replaced: a hollow point, the stretch to it dashed.</summary>
    Provisional,

    /// <summary>Differs from what was published first: a square.</summary>
    Revised,

    /// <summary>Not observed: the stretch to it dotted.</summary>
    Forecast,

    /// <summary>Exists and is not shown: a hatched gap.</summary>
    Confidential,
}

/// <summary>One period of a line.</summary>
/// <param name="Slot">Index of the first slot of the axis that it covers, from 0.</param>
/// <param name="Span">How many slots it covers; more than 1 is drawn as a flat dash so wide.</param>
/// <param name="Value">In the unit of the axis; null where a period is stated without a number.</param>
/// <param name="IsJoined">Whether a line leads here from the point before: nothing is missing between them.</param>
/// <param name="State">What to know about it.</param>
/// <param name="PeriodText">The period in the language of the chart.</param>
/// <param name="ValueText">The value with its unit, digits as published, or the placeholder.</param>
public sealed record ChartPoint(int Slot, int Span, double? Value, bool IsJoined, PointState State, string PeriodText, string ValueText)
{
    /// <summary>Its middle on the axis, in slots.</summary>
    public double Middle => Slot + (Span / 2.0);
}
