namespace Ballast.Sdmx.Model;

/// <summary>Bounds that a text format sets on free values (SDMX: facets). A null member bounds nothing.</summary>
/// <param name="MinLength">Fewest characters.</param>
/// <param name="MaxLength">Most characters.</param>
/// <param name="MinValue">Least number.</param>
/// <param name="MaxValue">Greatest number.</param>
/// <param name="Decimals">Most digits after the point.</param>
/// <param name="Pattern">Regular expression that the whole value must match.</param>
public sealed record TextFacets(int? MinLength, int? MaxLength, decimal? MinValue, decimal? MaxValue, int? Decimals, string? Pattern)
{
    /// <summary>Whether it bounds nothing.</summary>
    public bool IsEmpty => this is { MinLength: null, MaxLength: null, MinValue: null, MaxValue: null, Decimals: null, Pattern: null };
}
