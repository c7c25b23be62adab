using System.Collections.Immutable;
using Ballast.Sdmx.Model;
using Ballast.Series;

namespace Ballast.Briefings;

/// <summary>Where a figure comes from: its series and period, and the release that stated it.</summary>
/// <param name="Flow">Id of the dataflow.</param>
/// <param name="Key">Key of the series.</param>
/// <param name="Period">The period of the figure; of a change, the later one.</param>
/// <param name="ReleaseKey">The release that first stated the value as it stands; null for values without one.</param>
/// <param name="Published">When that was, or null.</param>
/// <param name="SourceRefs">What the release says of document and place; may be empty.</param>
public sealed record FigureSource(string Flow, SeriesKey Key, Period Period, string? ReleaseKey, DateTimeOffset? Published, ImmutableArray<string> SourceRefs)
{
    /// <summary>The series, as a target of links.</summary>
    public LinkTarget.Series SeriesTarget => new(Flow, Key);

    /// <summary>The release, as a target of links, or null.</summary>
    public LinkTarget.Release? ReleaseTarget => ReleaseKey is null ? null : new LinkTarget.Release(ReleaseKey);

    /// <summary>The source of an observation.</summary>
    public static FigureSource Of(string flow, SeriesKey key, Observation observation)
    {
        ArgumentNullException.ThrowIfNull(observation);
        return new FigureSource(flow, key, observation.Period, observation.ReleaseKey, observation.KnownSince, [.. observation.Attributes["SOURCE_REF"].Select(v => v.Text)]);
    }
}
