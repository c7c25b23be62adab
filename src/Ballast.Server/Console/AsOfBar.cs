using System.Collections.Immutable;

namespace Ballast.Server.Console;

/// <summary>One entry of the list of releases in the as-of bar.</summary>
/// <param name="AsOf">The value of <c>asOf</c> that shows the page as of this release.</param>
/// <param name="Label">Its moment and name.</param>
/// <param name="ShortLabel">Its date.</param>
public sealed record AsOfRelease(string AsOf, string Label, string ShortLabel);

/// <summary>The bar under the header: as of when the page speaks, and the ways to other moments.</summary>
public sealed record AsOfBar
{
    /// <summary>What the reader chose, as in the address; null for now.</summary>
    public string? Chosen { get; init; }

    /// <summary>Whether the page shows a past moment.</summary>
    public bool IsPast => Chosen is not null;

    /// <summary>The chosen moment in words.</summary>
    public string MomentText { get; init; } = "";

    /// <summary>Releases of this page, newest first, those after the chosen moment too.</summary>
    public ImmutableArray<AsOfRelease> Releases { get; init; } = [];

    /// <summary>The newest release that the page shows, or null where there is none.</summary>
    public AsOfRelease? Shown { get; init; }

    /// <summary>The release before <see cref="Shown"/>, or null.</summary>
    public AsOfRelease? Previous { get; init; }

    /// <summary>The release after it, or null.</summary>
    public AsOfRelease? Next { get; init; }

    /// <summary>How many values of the page have been revised since; null where the page holds no values or shows now.</summary>
    public int? RevisedSince { get; init; }

    /// <summary><c>asOf</c> with the public number, for links that must keep showing what is seen now.</summary>
    public string Fixed { get; init; } = "";

    /// <summary>The address of the page with <see cref="Fixed"/>, whole.</summary>
    public string FixedLink { get; init; } = "";

    /// <summary>What was wrong with the date typed, as a sentence; null where nothing was.</summary>
    public string? Fault { get; init; }
}
