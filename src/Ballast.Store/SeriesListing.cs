using Ballast.Series;
using Ballast.Sdmx.Model;

namespace Ballast.Store;

/// <summary>A series in the catalogue: its key, what is said of it, and how much there is.</summary>
/// <param name="Flow">The dataflow.</param>
/// <param name="Key">The key.</param>
/// <param name="Attributes">Attributes of the series, those of its groups included.</param>
/// <param name="First">Its first period, or null where it has no observation.</param>
/// <param name="Last">Its last period, or null.</param>
/// <param name="ObservationCount">Its observations.</param>
public sealed record SeriesListing(StructureId Flow, SeriesKey Key, AttributeSet Attributes, Period? First, Period? Last, int ObservationCount);
