using System.Collections.Immutable;

namespace Ballast.Search;

/// <summary>What a query finds.</summary>
/// <param name="Hits">The best, by score, then dataflow and key.</param>
/// <param name="TotalCount">How many there are in all.</param>
/// <param name="HasAllTerms">Whether each hit has every term of the query; where no series has, those with the larger part of it are given.</param>
/// <param name="Suggestions">For terms that no series has.</param>
public sealed record SearchResult(ImmutableArray<SearchHit> Hits, int TotalCount, bool HasAllTerms, ImmutableArray<SearchSuggestion> Suggestions)
{
    /// <summary>Of two scores nearer than this share of the better one, neither stands out.</summary>
    private const double Margin = 0.9;

    /// <summary>Hits after the first that come so near to it that one cannot tell which was meant.</summary>
    public ImmutableArray<SearchHit> RunnersUp => [.. Hits.Skip(1).TakeWhile(h => h.Score >= Margin * Hits[0].Score)];
}
