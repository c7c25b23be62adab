using System.Collections.Immutable;

namespace Ballast.Search;

/// <summary>A series found.</summary>
/// <param name="Entry">The series.</param>
/// <param name="Score">0 to 1; below 0.5 where a term of the query was not found.</param>
/// <param name="Reasons">Of each term found, in the query's order, the texts that it was found in: the weightiest, and further ones where Chinese characters are spread over several.</param>
public sealed record SearchHit(SearchEntry Entry, double Score, ImmutableArray<SearchReason> Reasons);
