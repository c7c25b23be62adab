using System.Collections.Immutable;
using Ballast.Sdmx.Model;

namespace Ballast.Search;

/// <summary>A series as it can be found.</summary>
/// <param name="Flow">Its dataflow, which is found by id and name too.</param>
/// <param name="Key">Its key as written.</param>
/// <param name="SourceId">The source's own name of it, found exactly with or without <c>@</c>; null where there is none.</param>
/// <param name="Title">Its title in each language; may be empty.</param>
/// <param name="Codes">Its codes in the order of dimensions.</param>
/// <param name="Units">Codes of its unit and multiplier; may be empty.</param>
public sealed record SearchEntry(
    SearchCode Flow,
    string Key,
    string? SourceId,
    LocalisedText Title,
    ImmutableArray<SearchCode> Codes,
    ImmutableArray<SearchCode> Units);
