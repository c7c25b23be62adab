using Ballast.Faults;

namespace Ballast.Series;

/// <summary>What can be wrong with times that a person gives.</summary>
public static class SeriesFaults
{
    /// <summary>A text that is no SDMX time period.</summary>
    public static readonly FaultCode PeriodForm = new("time.period-form", "text");

    /// <summary>A time period, but not one of the frequency that its key has.</summary>
    public static readonly FaultCode PeriodFrequency = new("time.period-frequency", "text", "frequency");

    /// <summary>A text that is no date, and no date with a time.</summary>
    public static readonly FaultCode MomentForm = new("time.moment-form", "text");

    /// <summary>A local time that the zone's clocks leave out.</summary>
    public static readonly FaultCode MomentSkipped = new("time.moment-skipped", "text", "zone");

    /// <summary>A cut-off whose public number is no number from 1.</summary>
    public static readonly FaultCode PublicNumber = new("time.public-number", "text");
}
