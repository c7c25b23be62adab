using System.Collections.Immutable;
using Ballast.Series;
using Ballast.Sdmx.Model;

namespace Ballast.Store;

/// <summary>What there is of a dataflow from a viewpoint.</summary>
/// <param name="Flow">The dataflow.</param>
/// <param name="SeriesCount">Series with an observation.</param>
/// <param name="ObservationCount">Observations, those without a value but with attributes included.</param>
/// <param name="First">The earliest period by its last day's place in order of frequency, or null where there is none.</param>
/// <param name="Last">The latest, or null.</param>
/// <param name="Frequencies">First and last period of each frequency.</param>
/// <param name="Codes">For each dimension, the codes in use in ordinal order with the number of their series.</param>
public sealed record Availability(
    StructureId Flow,
    int SeriesCount,
    long ObservationCount,
    Period? First,
    Period? Last,
    ImmutableArray<FrequencyRange> Frequencies,
    ImmutableArray<ImmutableArray<CodeUse>> Codes);

/// <summary>First and last period of one frequency.</summary>
/// <param name="First">The earliest.</param>
/// <param name="Last">The latest.</param>
public readonly record struct FrequencyRange(Period First, Period Last);

/// <summary>A code in use.</summary>
/// <param name="Code">The code.</param>
/// <param name="SeriesCount">How many series have it.</param>
public readonly record struct CodeUse(string Code, int SeriesCount);
