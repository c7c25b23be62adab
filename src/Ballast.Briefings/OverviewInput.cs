using System.Collections.Immutable;
using Ballast.Language;
using Ballast.Sdmx.Model;
using Ballast.Series;

namespace Ballast.Briefings;

/// <summary>Everything an overview is made from, all of it as seen from one viewpoint. Moments carry the offset of the pack's zone.</summary>
/// <param name="Tongue">The language to write in.</param>
/// <param name="Title">Title of the overview: the name of the pack.</param>
/// <param name="Plan">What it shows.</param>
/// <param name="AsOf">The moment of the viewpoint.</param>
/// <param name="Series">The series of the plan, in any order; one that is absent has no value yet.</param>
public sealed record OverviewInput(Tongue Tongue, string Title, OverviewPlan Plan, DateTimeOffset AsOf, ImmutableArray<OverviewSeries> Series)
{
    /// <summary>When the newest release was published, or null where there is none.</summary>
    public DateTimeOffset? LatestRelease { get; init; }

    /// <summary>What changed since the release before.</summary>
    public OverviewChanges Changes { get; init; } = OverviewChanges.None;

    /// <summary>What is due or late, the longest overdue first.</summary>
    public ImmutableArray<DueFigure> Due { get; init; } = [];

    /// <summary>The last day that the record covers, or null where it goes on; when the viewpoint lies after it, nothing is due and the overview says so.</summary>
    public DateOnly? RecordEnds { get; init; }

    /// <summary>What comes next by the calendar, the next first.</summary>
    public ImmutableArray<DueFigure> Next { get; init; } = [];
}

/// <summary>A series with what is needed to write of it.</summary>
/// <param name="Flow">Id of its dataflow.</param>
/// <param name="Key">Its key.</param>
/// <param name="Series">Its observations.</param>
/// <param name="Name">Its name, where the plan gives none.</param>
/// <param name="Transformation">Its code of TRANSFORMATION, or null.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="UnitMult">Its UNIT_MULT.</param>
public sealed record OverviewSeries(string Flow, SeriesKey Key, TimeSeries Series, LocalisedText Name, string? Transformation, Unit Unit, int UnitMult = 0)
{
    /// <summary>What is measured against what, where the code alone does not say it (names of the code list).</summary>
    public LocalisedText Basis { get; init; }

    /// <summary>Periods whose value differs from the one first published.</summary>
    public ImmutableHashSet<Period> Revised { get; init; } = [];
}

/// <summary>What came since the release before.</summary>
/// <param name="Since">The moment counted from; null where the record begins.</param>
/// <param name="Releases">What came, the newest first.</param>
/// <param name="AddedCount">How many values are new.</param>
/// <param name="RevisedCount">How many values were revised.</param>
public sealed record OverviewChanges(DateTimeOffset? Since, ImmutableArray<ReleaseSummary> Releases, int AddedCount, int RevisedCount)
{
    /// <summary>Nothing.</summary>
    public static readonly OverviewChanges None = new(null, [], 0, 0);

    /// <summary>Revised values; need not be all, the builder shows the largest.</summary>
    public ImmutableArray<RevisedValue> Revised { get; init; } = [];

    /// <summary>Series with new values.</summary>
    public ImmutableArray<OverviewSeries> Added { get; init; } = [];
}

/// <summary>A release in a list.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Published">When it was published.</param>
/// <param name="Name">How lists call it; empty where its key serves.</param>
/// <param name="AddedCount">How many values it brought.</param>
/// <param name="RevisedCount">How many it revised.</param>
public sealed record ReleaseSummary(string Key, DateTimeOffset Published, LocalisedText Name, int AddedCount, int RevisedCount);

/// <summary>A value that was revised.</summary>
/// <param name="Series">Its series.</param>
/// <param name="Was">As it stood before.</param>
/// <param name="Now">As it stands.</param>
public sealed record RevisedValue(OverviewSeries Series, Observation Was, Observation Now);

/// <summary>A figure that is due.</summary>
/// <param name="Name">What.</param>
/// <param name="Flow">Dataflow of its series.</param>
/// <param name="Key">Its series, or null where several are meant.</param>
/// <param name="Period">The period that is awaited.</param>
/// <param name="DueOn">The day it is due.</param>
/// <param name="IsOverdue">Whether that day has passed.</param>
public sealed record DueFigure(LocalisedText Name, string Flow, SeriesKey? Key, Period Period, DateOnly DueOn, bool IsOverdue)
{
    /// <summary>All series that are awaited with it, where several are meant: each of them shows in the headline figures that it is late.</summary>
    public ImmutableArray<SeriesKey> Keys { get; init; } = [];

    /// <summary>The last period known, or null.</summary>
    public Period? LastKnown { get; init; }

    /// <summary>Code of TRANSFORMATION of its series, which decides how periods are written.</summary>
    public string? Transformation { get; init; }
}
