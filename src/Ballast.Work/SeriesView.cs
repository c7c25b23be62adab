using System.Collections.Immutable;
using Ballast.Sdmx.Model;
using Ballast.Series;

namespace Ballast.Work;

/// <summary>One series as seen from a viewpoint, with all that its page and its files say of it.</summary>
public sealed record SeriesView
{
    /// <summary>The dataflow; the derived one where the values were computed.</summary>
    public required Dataflow Flow { get; init; }

    /// <summary>Its structure.</summary>
    public required DataStructureDefinition Structure { get; init; }

    /// <summary>The key.</summary>
    public required SeriesKey Key { get; init; }

    /// <summary>Names, unit, codes.</summary>
    public required SeriesNames Names { get; init; }

    /// <summary>The observations.</summary>
    public required TimeSeries Series { get; init; }

    /// <summary>The published series that the values were computed from, or this very series.</summary>
    public required SeriesKey PublishedKey { get; init; }

    /// <summary>What was computed, or null where the values are as published.</summary>
    public required Transform? Transform { get; init; }

    /// <summary>What can be computed from the published series, each with the key of its result.</summary>
    public required ImmutableArray<(Transform Transform, SeriesKey Key)> Offered { get; init; }

    /// <summary>The pack that owns the flow, or null where it was loaded without one.</summary>
    public required LoadedPack? Pack { get; init; }

    /// <summary>Whether the values are computed.</summary>
    public bool IsDerived => Transform is not null;

    /// <summary>The last observation with a value, or null.</summary>
    public Observation? Last => Series.Observations.LastOrDefault(o => o.Value.Kind != MeasureKind.None);
}
