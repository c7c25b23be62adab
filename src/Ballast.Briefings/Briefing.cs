using System.Collections.Immutable;
using Ballast.Language;

namespace Ballast.Briefings;

/// <summary>Several briefings in one file, one a pack.</summary>
/// <param name="Tongue">The language of all texts.</param>
/// <param name="Title">Title of the whole.</param>
/// <param name="Lead">One sentence for the whole; may be empty.</param>
/// <param name="AsOf">What was known when; empty where each part says it.</param>
/// <param name="Parts">At least one.</param>
public sealed record Briefing(Tongue Tongue, string Title, string Lead, string AsOf, ImmutableArray<BriefingDocument> Parts)
{
    /// <summary>A briefing of one part has its title and sentences.</summary>
    public static Briefing Of(BriefingDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new Briefing(document.Tongue, document.Title, document.Lead, document.AsOf, [document]);
    }

    /// <summary>Parts under one title that names them; each keeps its own lead and says what was known of it. One part alone stands for itself.</summary>
    /// <param name="tongue">The language of all of them.</param>
    /// <param name="documents">At least one.</param>
    public static Briefing Of(Tongue tongue, ImmutableArray<BriefingDocument> documents) => documents is [var only]
        ? Of(only)
        : new Briefing(tongue, Phrases.Briefings.Briefing.In(tongue, string.Join(tongue.Choose("; ", "、"), documents.Select(d => d.Title))), "", "", documents);
}
