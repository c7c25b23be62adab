using System.Collections.Immutable;
using Ballast.Language;
using Ballast.Series;

namespace Ballast.Charts;

/// <summary>One series to draw.</summary>
/// <param name="Name">In the language of the chart, for legend and readers.</param>
/// <param name="Series">As seen from the reader's viewpoint.</param>
public sealed record ChartSource(string Name, TimeSeries Series)
{
    /// <summary>How to stroke it, or null for the kind's own.</summary>
    public Stroke? Stroke { get; init; }

    /// <summary>Whether all of it is forecast (its key says NATURE F).</summary>
    public bool IsForecast { get; init; }

    /// <summary>Periods whose value differs from the one first published.</summary>
    public ImmutableHashSet<Period> Revised { get; init; } = [];
}

/// <summary>What to draw, before any place or text is decided.</summary>
/// <param name="Tongue">Language of all its texts.</param>
/// <param name="Title">What is shown.</param>
/// <param name="Unit">Of all sources: a chart has one axis of values.</param>
/// <param name="Sources">The most important first; all of one frequency.</param>
public sealed record ChartRequest(Tongue Tongue, string Title, Unit Unit, ImmutableArray<ChartSource> Sources)
{
    /// <summary>UNIT_MULT of all sources.</summary>
    public int UnitMult { get; init; }

    /// <summary>Their code of TRANSFORMATION, which decides how periods are written (Jan–Sep for cumulated ones), or null.</summary>
    public string? Transformation { get; init; }

    /// <summary>What the sources measure.</summary>
    public Quantity Quantity { get; init; } = Quantity.Rate;

    /// <summary>The kind wanted, or null for the default of the quantity and the number of periods.</summary>
    public ChartKind? Kind { get; init; }

    /// <summary>The value that means "no change": 0 for growth, 50 for a diffusion index, 100 for an index; null for none, which for amounts means zero.</summary>
    public double? Baseline { get; init; }

    /// <summary>The first period shown, or null for the first there is.</summary>
    public Period? From { get; init; }

    /// <summary>The last period shown, or null for the last there is.</summary>
    public Period? To { get; init; }

    /// <summary>A neutral band in the unit of the sources, or null.</summary>
    public ChartBand? Band { get; init; }
}
