using System.Collections.Immutable;

namespace Ballast.Server.Console.Views;

/// <summary>The overview of a pack.</summary>
/// <param name="Packs">Packs to choose from.</param>
/// <param name="Title">Heading.</param>
/// <param name="Content">The document's lead and parts as HTML; empty where there is no pack.</param>
public sealed record OverviewView(ImmutableArray<LinkView> Packs, string Title, string Content);
