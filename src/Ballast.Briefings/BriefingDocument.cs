using System.Collections.Immutable;
using Ballast.Language;

namespace Ballast.Briefings;

/// <summary>
/// A briefing before it is written: every text formatted, every number with its source, links as targets without addresses. The HTML of the console and of the file and the Markdown are made from it.
/// </summary>
/// <param name="Tongue">The language of all texts.</param>
/// <param name="Title">Title.</param>
/// <param name="Lead">One sentence that says what happened.</param>
/// <param name="AsOf">What was known when.</param>
/// <param name="Blocks">In the order of reading.</param>
public sealed record BriefingDocument(Tongue Tongue, string Title, string Lead, string AsOf, ImmutableArray<BriefingBlock> Blocks)
{
    /// <summary>Every figure, in the order of reading.</summary>
    public IEnumerable<Figure> Figures => Blocks.SelectMany(b => b.Figures);

    /// <summary>Several briefings in one: each keeps its blocks, with its title before their headings and its id in their anchors.</summary>
    /// <param name="tongue">The language of all of them.</param>
    /// <param name="parts">At least one, each with an id of ASCII letters, digits and hyphens.</param>
    public static BriefingDocument Join(Tongue tongue, ImmutableArray<(string Id, BriefingDocument Document)> parts)
    {
        if (parts is [var only])
        {
            return only.Document;
        }

        return new BriefingDocument(
            tongue,
            string.Join(tongue.Choose(", ", "、"), parts.Select(p => p.Document.Title)),
            string.Join(tongue.Choose(" ", ""), parts.Select(p => Phrases.Briefings.TitledSentence.In(tongue, p.Document.Title, p.Document.Lead))),
            parts[0].Document.AsOf,
            [.. parts.SelectMany(p => p.Document.Blocks.Select(b => b with { Id = $"{p.Id}-{b.Id}", Heading = Phrases.Briefings.TitledHeading.In(tongue, p.Document.Title, b.Heading) }))]);
    }
}
