using Ballast.Series;

namespace Ballast.Language;

/// <summary>How many decimals a series is shown with.</summary>
public static class StatedDecimals
{
    private const string LastDigit = "LAST_DIGIT";

    /// <summary>
    /// A series of rates or indices that is stated with one decimal, for showing: whole numbers get the zero back that files of databases drop, so that 49 stands as 49.0 beside 50.8 and columns align.
    /// Figures that say their last digit (a speaker's "3 %") keep just the digits they have, and so do amounts, series of whole numbers and series of more decimals. Values are equal before and after.
    /// </summary>
    /// <param name="series">The series; what is handed out as data is never changed.</param>
    /// <param name="unit">Its unit.</param>
    public static TimeSeries Aligned(TimeSeries series, Unit unit)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(unit);
        if (unit.IsScaled || series.Observations.Where(IsOpen).Select(o => (int)o.Value.Scale).DefaultIfEmpty().Max() != 1)
        {
            return series;
        }

        return new TimeSeries(series.Name, series.Frequency, [.. series.Observations.Select(o => IsOpen(o) && o.Value.Scale == 0 ? WithZero(o) : o)], series.Attributes);
    }

    private static bool IsOpen(Observation observation) => observation.Value.Kind == MeasureKind.Exact && observation.Attributes[LastDigit].IsEmpty;

    private static Observation WithZero(Observation observation)
    {
        long digits = observation.Value.Exact.Unscaled;
        return Math.Abs(digits) > long.MaxValue / 10 ? observation : observation with { Value = MeasureValue.Of(new ExactNumber(digits * 10, 1)) };
    }
}
