using System.Collections.Immutable;
using Ballast.Series;
using Ballast.Sdmx.Model;

namespace Ballast.Store;

/// <summary>What a release did to one observation.</summary>
public enum ChangeKind
{
    /// <summary>It was not there before.</summary>
    Added,

    /// <summary>It had another value before.</summary>
    Revised,

    /// <summary>It was there before and is gone.</summary>
    Deleted,

    /// <summary>The same value was stated again.</summary>
    Restated,
}

/// <summary>What a release changed against what had been published before it.</summary>
/// <param name="Release">The release.</param>
/// <param name="Added">Observations new with it.</param>
/// <param name="Revised">Values that differ from before.</param>
/// <param name="Deleted">Observations gone.</param>
/// <param name="Restated">Values stated again unchanged.</param>
/// <param name="Rows">All but the restated, by dataflow, key and period.</param>
public sealed record ReleaseChanges(ReleaseRecord Release, long Added, long Revised, long Deleted, long Restated, ImmutableArray<ObservationChange> Rows);

/// <summary>One change.</summary>
/// <param name="Flow">The dataflow.</param>
/// <param name="Key">The series.</param>
/// <param name="Period">The period.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Was">The value before; none where there was none.</param>
/// <param name="Now">The value after; none where there is none.</param>
public sealed record ObservationChange(StructureId Flow, SeriesKey Key, Period Period, ChangeKind Kind, MeasureValue Was, MeasureValue Now);
