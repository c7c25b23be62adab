using System.Collections.Immutable;

namespace Ballast.Search;

/// <summary>Words and names that resemble a term which no series has.</summary>
/// <param name="Term">Part of the query, folded.</param>
/// <param name="Nearest">The nearest first, at most five.</param>
public sealed record SearchSuggestion(string Term, ImmutableArray<string> Nearest);
