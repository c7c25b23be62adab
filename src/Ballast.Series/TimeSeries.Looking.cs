using System.Collections.Immutable;

namespace Ballast.Series;

/// <content>Looking up observations.</content>
public sealed partial class TimeSeries
{
    /// <summary>The observation of a period, span included, or null.</summary>
    public Observation? At(Period period)
    {
        int index = IndexOf(period);
        return index < 0 ? null : Observations[index];
    }

    /// <summary>The last observation that has a value, or null.</summary>
    public Observation? Last
    {
        get
        {
            for (int i = Observations.Length - 1; i >= 0; i--)
            {
                if (Observations[i].Value.Kind != MeasureKind.None)
                {
                    return Observations[i];
                }
            }

            return null;
        }
    }

    /// <summary>The observations whose periods lie wholly between two days, both included; null leaves an end open. Periods of any frequency give their days as limits.</summary>
    public TimeSeries Between(DateOnly? first, DateOnly? last)
    {
        ImmutableArray<Observation> kept = [.. Observations.Where(o => (first is null || o.Period.Start >= first) && (last is null || o.Period.End <= last))];
        return kept.Length == Observations.Length ? this : new TimeSeries(Name, Frequency, kept, Attributes);
    }

    /// <summary>Where a period stands, or the complement of where it would.</summary>
    public int IndexOf(Period period)
    {
        int low = 0;
        int high = Observations.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            int order = Observations[middle].Period.CompareTo(period);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }
}
