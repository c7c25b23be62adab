using System.Collections.Immutable;

namespace Ballast.Server.Console.Views;

/// <summary>The overview of a pack.</summary>
/// <param name="Packs">Packs to choose from.</param>
/// <param name="Title">Heading.</param>
/// <param name="Lead">One sentence that says what happened; may be empty.</param>
/// <param name="Content">The document's parts as HTML; empty where there is nothing.</param>
public sealed record OverviewView(ImmutableArray<LinkView> Packs, string Title, string Lead, string Content);
