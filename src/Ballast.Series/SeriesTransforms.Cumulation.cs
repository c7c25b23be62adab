using System.Collections.Immutable;

namespace Ballast.Series;

/// <content>
/// Cumulated since January and back. A cumulated value stands at its last period and covers the year so far, whatever span it is stored with.
/// To single periods: the difference from the cumulated value before it in the same year; where periods between are missing, it covers them all and has their span (the first value of a year that begins with
/// February is January–February; nothing is split). To cumulated: the sum from January on without a gap or overlap; after a gap there is none until the next January. Where a period can be reached in two ways
/// (January and February apart, and combined), the finer values hold.
/// </content>
public static partial class SeriesTransforms
{
    private static ImmutableArray<Observation> SinglePeriods(TimeSeries series)
    {
        ImmutableArray<Observation>.Builder result = ImmutableArray.CreateBuilder<Observation>(series.Observations.Length);
        Observation? before = null;
        foreach (Observation current in series.Observations)
        {
            if (!current.Value.IsNumber || (before is not null && before.Period.Ordinal == current.Period.Ordinal))
            {
                continue;
            }

            bool continues = before is not null && before.Period.CalendarYear == current.Period.CalendarYear;
            int span = continues ? current.Period.Ordinal - before!.Period.Ordinal : current.Period.SubPeriod;
            Part part = continues ? Part.Difference(Part.Of(current), Part.Of(before!)) : Part.Of(current);
            result.Add(part.ToObservation(Period.FromOrdinal(series.Frequency, current.Period.Ordinal, span), Transform.SingleMonth, continues ? before!.Period : null));
            before = current;
        }

        return result.DrainToImmutable();
    }

    private static ImmutableArray<Observation> Cumulated(TimeSeries series)
    {
        int perYear = series.Frequency.PerYear();
        ImmutableArray<Observation>.Builder result = ImmutableArray.CreateBuilder<Observation>(series.Observations.Length);
        Part?[] sums = new Part?[perYear + 1];
        int year = -1;
        foreach (Observation current in series.Observations)
        {
            if (!current.Value.IsNumber)
            {
                continue;
            }

            if (current.Period.CalendarYear != year)
            {
                year = current.Period.CalendarYear;
                Array.Clear(sums);
            }

            int last = current.Period.SubPeriod;
            int before = last - current.Period.Span;
            if (before < 0 || sums[last] is not null || (before > 0 && sums[before] is null))
            {
                continue;
            }

            Part sum = before == 0 ? Part.Of(current) : Part.Sum(sums[before]!.Value, Part.Of(current));
            sums[last] = sum;
            result.Add(sum.ToObservation(current.Period.LastPart!.Value, Transform.YearToDate, null));
        }

        return result.DrainToImmutable();
    }
}
