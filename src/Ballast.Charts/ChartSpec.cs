using System.Collections.Immutable;
using Ballast.Language;

namespace Ballast.Charts;

/// <summary>
/// A chart before it is drawn: what stands where on which axis, and every text of it, formatted. The SVG of the server and the drawing of the browser are made from it and agree.
/// </summary>
/// <param name="Tongue">The language of all texts.</param>
/// <param name="Kind">How it is drawn.</param>
/// <param name="Title">What is shown.</param>
/// <param name="Unit">Unit of the axis of values, as its head names it.</param>
/// <param name="Values">The one axis of values.</param>
/// <param name="Periods">The axis of periods.</param>
/// <param name="Lines">Lines or sets of columns, the most important first; drawn in reverse, so that it lies on top.</param>
public sealed record ChartSpec(Tongue Tongue, ChartKind Kind, string Title, string Unit, ValueScale Values, PeriodAxis Periods, ImmutableArray<ChartLine> Lines)
{
    /// <summary>A band across the plot that means "unremarkable", or null.</summary>
    public ChartBand? Band { get; init; }

    /// <summary>Where a series is not comparable with what came before: a position in slots and its label.</summary>
    public ImmutableArray<AxisTick> Breaks { get; init; } = [];

    /// <summary>One sentence that says the range, the last value and its change; empty where there is no value.</summary>
    public string Sentence { get; init; } = "";

    /// <summary>What else a reader must know: cut axis, points left out, marks in use. Sentences.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>The words at the axis where it is cut, or null.</summary>
    public string? CutText { get; init; }

    /// <summary>The words that a plot without any value shows, or null where there is one.</summary>
    public string? EmptyText { get; init; }
}

/// <summary>A neutral band.</summary>
/// <param name="Low">Its lower value.</param>
/// <param name="High">Its upper value.</param>
/// <param name="Text">What it means.</param>
public sealed record ChartBand(double Low, double High, string Text);
