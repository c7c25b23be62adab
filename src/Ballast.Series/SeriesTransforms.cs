using System.Collections.Immutable;

namespace Ballast.Series;

/// <summary>
/// Transforms of one series. All obey the same rules.
/// Missing: where a value or the one it needs is missing, there is no observation; nothing is filled.
/// Spans: a value is compared only with one of the same span, January–February with January–February; where the base exists with another span only, the observation has no value and says so.
/// Bases: growth needs a base over zero; on zero or less the observation has no value and says so. A value may fall below zero (growth under −100%).
/// Bounds: growth computed from a bound is a bound (<see cref="Bounds.OfDifference"/>); where two bounds allow nothing to be said, there is no value.
/// Numbers: exact in, exact out: differences and sums to the digit, growth to twelve decimals (<see cref="ExactNumber.TryGrowth"/>; readers see one, half away from zero); with a double on either side, double.
/// Attributes: <c>DERIVED</c> and <c>BASE_PERIOD</c>; OBS_STATUS is the gravest of the inputs (B, F, E, I, U, P; a break also where it lies between the two), CONF_STATUS the first that is not free;
/// known since the later of the inputs. Other attributes of observations are not carried over. UNIT_MEASURE becomes PC or PP where <see cref="Transforms.UnitCode"/> says so.
/// </summary>
public static partial class SeriesTransforms
{
    /// <summary>Applies a transform.</summary>
    /// <param name="transform">Which.</param>
    /// <param name="series">For <see cref="Transform.SingleMonth"/> cumulated since January, for the others as named.</param>
    /// <param name="name">Name of the result; null keeps the name of the series.</param>
    /// <exception cref="ArgumentException">The frequency does not allow it (<see cref="Transforms.AppliesTo"/>).</exception>
    public static TimeSeries Apply(Transform transform, TimeSeries series, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(series);
        if (!transform.AppliesTo(series.Frequency))
        {
            throw new ArgumentException($"{transform.Code()} is not defined for {series.Frequency}.", nameof(transform));
        }

        ImmutableArray<Observation> observations = transform switch
        {
            Transform.Change or Transform.PercentageChange => Compared(transform, series, p => p.Preceding),
            Transform.YearOnYear or Transform.YearOnYearChange => Compared(transform, series, p => p.YearBefore),
            Transform.SingleMonth => SinglePeriods(series),
            _ => Cumulated(series),
        };
        return new TimeSeries(name ?? series.Name, series.Frequency, observations, SeriesAttributes(transform, series.Attributes));
    }

    private static ImmutableArray<Observation> Compared(Transform transform, TimeSeries series, Func<Period, Period?> baseOf)
    {
        ImmutableArray<Observation> all = series.Observations;
        ImmutableArray<Observation>.Builder result = ImmutableArray.CreateBuilder<Observation>(all.Length);
        for (int i = 0; i < all.Length; i++)
        {
            Observation current = all[i];
            if (!current.Value.IsNumber || baseOf(current.Period) is not { } wanted)
            {
                continue;
            }

            int at = series.IndexOf(wanted);
            if (at >= 0 && all[at].Value.IsNumber)
            {
                Part compared = transform.IsGrowth() ? Part.Growth(Part.Of(current), Part.Of(all[at])) : Part.Difference(Part.Of(current), Part.Of(all[at]));
                bool isBroken = false;
                for (int k = at + 1; k <= i && !isBroken; k++)
                {
                    isBroken = all[k].Attributes.First("OBS_STATUS") == "B";
                }

                string? status = isBroken ? "B" : Graver(WithoutBreak(current), WithoutBreak(all[at]));
                result.Add((compared with { Status = status }).ToObservation(current.Period, transform, wanted));
            }
            else if (at < 0 && HasOtherSpan(series, wanted))
            {
                result.Add((Part.Of(current) with { Failure = NotComputed.SpanDiffers, Bound = Bound.Exact }).ToObservation(current.Period, transform, wanted));
            }
        }

        return result.DrainToImmutable();
    }

    private static string? WithoutBreak(Observation observation) => observation.Attributes.First("OBS_STATUS") is var status and not "B" ? status : null;

    private static bool HasOtherSpan(TimeSeries series, Period wanted)
    {
        ImmutableArray<Observation> all = series.Observations;
        int shortest = series.IndexOf(wanted.LastPart!.Value);
        for (int i = shortest < 0 ? ~shortest : shortest; i < all.Length && all[i].Period.Ordinal == wanted.Ordinal; i++)
        {
            if (all[i].Value.IsNumber)
            {
                return true;
            }
        }

        return false;
    }

    private static AttributeSet SeriesAttributes(Transform transform, AttributeSet attributes)
    {
        string? source = attributes.First("UNIT_MEASURE");
        string? unit = transform.UnitCode(source);
        List<string> dropped = [Transforms.DerivedAttributeId, "SOURCE_ID"];
        List<KeyValuePair<string, ImmutableArray<AttributeValue>>> added = [new(Transforms.DerivedAttributeId, [new AttributeValue(transform.Code())])];
        if (unit != source)
        {
            dropped.AddRange(["UNIT_MEASURE", "UNIT_MULT"]);
            added.Add(new("UNIT_MEASURE", [new AttributeValue(unit!)]));
        }

        return attributes.Without(dropped).Over(AttributeSet.Of(added));
    }
}
