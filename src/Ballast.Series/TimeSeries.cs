using System.Collections.Immutable;

namespace Ballast.Series;

/// <summary>One series as seen from one viewpoint: observations in the order of their periods, no period twice. A missing period is missing; nothing is joined or filled.</summary>
public sealed partial class TimeSeries
{
    /// <summary>Makes a series.</summary>
    /// <param name="name">What it is called where it is looked up: <c>FLOW:KEY</c>.</param>
    /// <param name="frequency">Of all its observations.</param>
    /// <param name="observations">In ascending order of period.</param>
    /// <param name="attributes">Attributes of the series.</param>
    /// <exception cref="ArgumentException">Periods are out of order, twice, or of another frequency.</exception>
    public TimeSeries(string name, Frequency frequency, ImmutableArray<Observation> observations, AttributeSet attributes)
    {
        for (int i = 0; i < observations.Length; i++)
        {
            if (observations[i].Period.Frequency != frequency || (i > 0 && observations[i].Period.CompareTo(observations[i - 1].Period) <= 0))
            {
                throw new ArgumentException($"Expected {frequency} periods in ascending order, got {observations[i].Period} at {i}.", nameof(observations));
            }
        }

        (Name, Frequency, Observations, Attributes) = (name, frequency, observations, attributes);
    }

    /// <summary><c>FLOW:KEY</c>.</summary>
    public string Name { get; }

    /// <summary>Frequency of all observations.</summary>
    public Frequency Frequency { get; }

    /// <summary>In ascending order.</summary>
    public ImmutableArray<Observation> Observations { get; }

    /// <summary>Attributes of the series.</summary>
    public AttributeSet Attributes { get; }
}
