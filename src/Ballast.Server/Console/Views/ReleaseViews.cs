using System.Collections.Immutable;

namespace Ballast.Server.Console.Views;

/// <summary>The release log.</summary>
/// <param name="Entries">Of this page, newest first.</param>
/// <param name="Pages">Where the reader is.</param>
/// <param name="Zone">Name of the zone of all its times.</param>
public sealed record ReleaseLogView(ImmutableArray<ReleaseEntryView> Entries, PagesView Pages, string Zone);

/// <summary>A release in the log.</summary>
/// <param name="Moment">When it was published.</param>
/// <param name="Title">Of its source.</param>
/// <param name="Address">Its page.</param>
/// <param name="Agency">Agency or speaker, and pack.</param>
/// <param name="Counts">Added, revised, deleted, restated.</param>
/// <param name="Loaded">When it was loaded.</param>
/// <param name="Tag">Compiled later, corrects; may be empty.</param>
/// <param name="Revisions">The largest.</param>
/// <param name="ThenAddress">Everything as of then.</param>
public sealed record ReleaseEntryView(string Moment, string Title, string Address, string Agency, string Counts, string Loaded, string Tag, ImmutableArray<ChangeView> Revisions, string ThenAddress);

/// <summary>A change.</summary>
/// <param name="Series">Name of the series.</param>
/// <param name="Address">Its page.</param>
/// <param name="Period">The period.</param>
/// <param name="Was">The value before; empty for none.</param>
/// <param name="Now">The value after; empty for none.</param>
/// <param name="Direction">Below zero, zero or above; null where there is no difference to name.</param>
/// <param name="By">The difference.</param>
public sealed record ChangeView(string Series, string Address, string Period, string Was, string Now, int? Direction, string By);

/// <summary>The page of a release.</summary>
public sealed record ReleaseView
{
    /// <summary>From the log to here.</summary>
    public required ImmutableArray<LinkView> Crumbs { get; init; }

    /// <summary>Heading.</summary>
    public required string Title { get; init; }

    /// <summary>Title of the source.</summary>
    public required string Lead { get; init; }

    /// <summary>What is known of it.</summary>
    public required ImmutableArray<FactView> Facts { get; init; }

    /// <summary>What it states, by dataflow.</summary>
    public required ImmutableArray<PartView> Parts { get; init; }

    /// <summary>What it changed in one line.</summary>
    public required string Counts { get; init; }

    /// <summary>Tables of changes: revised, added, deleted.</summary>
    public required ImmutableArray<ChangesView> Changes { get; init; }

    /// <summary>Everything as of then.</summary>
    public required string ThenAddress { get; init; }
}

/// <summary>What a release states for a dataflow.</summary>
/// <param name="Flow">Name of the dataflow.</param>
/// <param name="Address">Its page as of the release.</param>
/// <param name="Series">Series.</param>
/// <param name="Values">Values.</param>
public sealed record PartView(string Flow, string Address, string Series, string Values);

/// <summary>Changes of one kind.</summary>
/// <param name="Id">Anchor.</param>
/// <param name="Heading">Kind and count.</param>
/// <param name="Rows">The largest, or the first.</param>
/// <param name="Shown">How many of how many; empty where all are shown.</param>
public sealed record ChangesView(string Id, string Heading, ImmutableArray<ChangeView> Rows, string Shown);
