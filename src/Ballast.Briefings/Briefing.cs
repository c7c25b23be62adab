using System.Collections.Immutable;
using Ballast.Language;

namespace Ballast.Briefings;

/// <summary>Several briefings in one file, one a pack.</summary>
/// <param name="Tongue">The language of all texts.</param>
/// <param name="Title">Title of the whole.</param>
/// <param name="Lead">One sentence for the whole; may be empty.</param>
/// <param name="AsOf">What was known when.</param>
/// <param name="Parts">At least one.</param>
public sealed record Briefing(Tongue Tongue, string Title, string Lead, string AsOf, ImmutableArray<BriefingDocument> Parts)
{
    /// <summary>A briefing of one part has its title and sentences.</summary>
    public static Briefing Of(BriefingDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new Briefing(document.Tongue, document.Title, document.Lead, document.AsOf, [document]);
    }
}
