using System.Collections.Immutable;
using Ballast.Series;
using Ballast.Sdmx.Model;

namespace Ballast.Store;

/// <summary>All that was ever stated of one series, as seen from one viewpoint.</summary>
/// <param name="Flow">The dataflow.</param>
/// <param name="Key">The key.</param>
/// <param name="Periods">In ascending order.</param>
public sealed record SeriesVintages(StructureId Flow, SeriesKey Key, ImmutableArray<PeriodVintages> Periods);

/// <summary>What was stated of one period, in the order of publication.</summary>
/// <param name="Period">The period.</param>
/// <param name="Statements">One a release that stated or deleted it.</param>
public sealed record PeriodVintages(Period Period, ImmutableArray<Statement> Statements);

/// <summary>What stood after one release.</summary>
/// <param name="Release">The release.</param>
/// <param name="Value">The value; none where it was deleted or only attributes stand.</param>
/// <param name="Attributes">Attributes of the observation.</param>
/// <param name="IsDeletion">Whether the observation was gone after it.</param>
public sealed record Statement(ReleaseRecord Release, MeasureValue Value, AttributeSet Attributes, bool IsDeletion);
