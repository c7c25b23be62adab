using System.Collections.Immutable;

namespace Ballast.Series;

/// <summary>Who reads: the anonymous reader holds nothing; a loader may hold releases still under embargo.</summary>
/// <param name="Name">Account or <c>anonymous</c>; goes to the audit, never into answers.</param>
/// <param name="Holds">Keys of releases that this reader may see before their time.</param>
public sealed record Reader(string Name, ImmutableHashSet<string> Holds)
{
    /// <summary>Everybody.</summary>
    public static readonly Reader Anonymous = new("anonymous", []);
}

/// <summary>From where data are looked at: a cut-off and a reader. Every read of data takes one, so that no code means "now" silently.</summary>
/// <param name="CutOff">What was known.</param>
/// <param name="Reader">Who reads.</param>
public sealed record Viewpoint(CutOff CutOff, Reader Reader)
{
    /// <summary>All that is public at a moment (the caller's clock gives it), seen by everybody.</summary>
    public static Viewpoint PublicAt(DateTimeOffset now) => new(new CutOff(now), Reader.Anonymous);
}
