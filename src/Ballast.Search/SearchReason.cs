namespace Ballast.Search;

/// <summary>Why a series was found.</summary>
/// <param name="Term">Part of the query, folded.</param>
/// <param name="Field">Where it was found.</param>
/// <param name="Text">The text it was found in.</param>
public sealed record SearchReason(string Term, SearchField Field, string Text);
