namespace Ballast.Series;

/// <summary>One observation: a period, a value or none, attributes, and the release that last stated it.</summary>
/// <param name="Period">When.</param>
/// <param name="Value">The first measure.</param>
/// <param name="Attributes">Attributes of the observation.</param>
/// <param name="KnownSince">When the value as it stands was first published (a restatement of the same value does not change it); null for derived values without a release.</param>
/// <param name="ReleaseKey">The release that first stated the value as it stands, or null.</param>
public sealed record Observation(Period Period, MeasureValue Value, AttributeSet Attributes, DateTimeOffset? KnownSince = null, string? ReleaseKey = null);
