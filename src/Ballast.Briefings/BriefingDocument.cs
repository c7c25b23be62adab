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
}
