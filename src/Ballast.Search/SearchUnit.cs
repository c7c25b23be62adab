using System.Collections.Immutable;

namespace Ballast.Search;

/// <summary>How the terms of a unit are looked up.</summary>
internal enum SearchUnitKind
{
    /// <summary>A word: names that have it or a word it begins, and ids that are it. A number is looked up as it is.</summary>
    Word,

    /// <summary>Two and more Han characters: found where neighbouring pairs that are found cover all of them.</summary>
    Han,

    /// <summary>One Han character.</summary>
    Character,

    /// <summary>The source's own name, with <c>@</c>.</summary>
    Source,

    /// <summary>An id or key that holds other characters than words do.</summary>
    Exact,
}

/// <summary>A part of a query that a series has or has not.</summary>
/// <param name="Text">As folded.</param>
/// <param name="Kind">How it is looked up.</param>
/// <param name="Terms">What is looked up.</param>
internal sealed record SearchUnit(string Text, SearchUnitKind Kind, ImmutableArray<string> Terms)
{
    /// <summary>The mask that covers the unit: a bit for each Han character, else one bit.</summary>
    public uint FullMask => Kind == SearchUnitKind.Han ? uint.MaxValue >> (32 - (Terms.Length + 1)) : 1;

    /// <summary>What a term covers.</summary>
    public uint MaskOf(int termIndex) => Kind == SearchUnitKind.Han ? 3u << termIndex : 1;
}
