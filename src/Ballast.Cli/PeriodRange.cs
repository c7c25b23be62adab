using Ballast.Faults;
using Ballast.Series;

namespace Ballast.Cli;

/// <summary>Periods from one day to another, both may be open; a period is in where all of it is.</summary>
internal readonly record struct PeriodRange(DateOnly? First, DateOnly? Last)
{
    /// <summary>Reads two periods in any SDMX form and of any frequency.</summary>
    public static PeriodRange Read(string? start, string? end, FaultList faults) => new(Day(start, p => p.Start, faults), Day(end, p => p.End, faults));

    /// <summary>A series with the periods within.</summary>
    public TimeSeries Of(TimeSeries series)
    {
        (DateOnly? first, DateOnly? last) = (First, Last);
        return first is null && last is null ? series : new TimeSeries(
            series.Name, series.Frequency, [.. series.Observations.Where(o => (first is null || o.Period.Start >= first) && (last is null || o.Period.End <= last))], series.Attributes);
    }

    private static DateOnly? Day(string? text, Func<Period, DateOnly> day, FaultList faults)
    {
        if (text is null)
        {
            return null;
        }

        if (Period.TryParse(text, out Period period))
        {
            return day(period);
        }

        faults.Add(CliFaults.PeriodForm, Place.Unknown, text);
        return null;
    }
}
