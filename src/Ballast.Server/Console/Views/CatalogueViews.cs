using System.Collections.Immutable;

namespace Ballast.Server.Console.Views;

/// <summary>The catalogue: what was searched and found, or the dataflows.</summary>
public sealed record CatalogueView
{
    /// <summary>What was searched; empty for nothing.</summary>
    public required string Text { get; init; }

    /// <summary>How many series were found; empty where nothing was searched.</summary>
    public required string Count { get; init; }

    /// <summary>Hits of this page.</summary>
    public required ImmutableArray<HitView> Hits { get; init; }

    /// <summary>Dataflows with counts, to narrow the search.</summary>
    public required ImmutableArray<FacetView> Facets { get; init; }

    /// <summary>Where there is no hit: the nearest names.</summary>
    public required ImmutableArray<LinkView> Nearest { get; init; }

    /// <summary>All dataflows, where nothing was searched.</summary>
    public required ImmutableArray<FlowEntryView> Flows { get; init; }

    /// <summary>Where the reader is in the hits.</summary>
    public required PagesView? Pages { get; init; }
}

/// <summary>A hit.</summary>
/// <param name="Name">Of the series.</param>
/// <param name="Address">Its page.</param>
/// <param name="Basis">Dataflow, frequency, unit.</param>
/// <param name="Code">Flow and key.</param>
/// <param name="Value">Last value with its unit; empty for none.</param>
/// <param name="Span">First to last period, and the period of the value.</param>
public sealed record HitView(string Name, string Address, string Basis, string Code, string Value, string Span);

/// <summary>A way to narrow.</summary>
/// <param name="Link">Where it leads.</param>
/// <param name="Count">How many are behind it.</param>
public sealed record FacetView(LinkView Link, string Count);

/// <summary>A dataflow in the list.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Id">Its id.</param>
/// <param name="Address">Its page.</param>
/// <param name="StructureAddress">The page of its structure.</param>
/// <param name="Counts">Series and values.</param>
/// <param name="Span">First to last period; empty for none.</param>
/// <param name="Pack">Name of its pack.</param>
public sealed record FlowEntryView(string Name, string Id, string Address, string StructureAddress, string Counts, string Span, string Pack);

/// <summary>The page of a dataflow.</summary>
public sealed record FlowView
{
    /// <summary>From the catalogue to here.</summary>
    public required ImmutableArray<LinkView> Crumbs { get; init; }

    /// <summary>Its name.</summary>
    public required string Title { get; init; }

    /// <summary>How much there is.</summary>
    public required string Lead { get; init; }

    /// <summary>Its description; may be empty.</summary>
    public required string Description { get; init; }

    /// <summary>One choice a dimension.</summary>
    public required ImmutableArray<ChoiceView> Choices { get; init; }

    /// <summary>Whether any code is chosen.</summary>
    public required bool IsFiltered { get; init; }

    /// <summary>Heads of the periods, newest first.</summary>
    public required ImmutableArray<string> Periods { get; init; }

    /// <summary>Rows of this page.</summary>
    public required ImmutableArray<FlowRow> Rows { get; init; }

    /// <summary>How many rows and periods are shown.</summary>
    public required PagesView Pages { get; init; }

    /// <summary>Address of earlier periods, or null.</summary>
    public required string? Earlier { get; init; }

    /// <summary>Address of later periods, or null.</summary>
    public required string? Later { get; init; }

    /// <summary>Files.</summary>
    public required ImmutableArray<LinkView> Downloads { get; init; }

    /// <summary>The page of its structure.</summary>
    public required string StructureAddress { get; init; }

    /// <summary>Marks in use.</summary>
    public required ImmutableArray<MarkView> Marks { get; init; }
}

/// <summary>A choice among codes.</summary>
/// <param name="Id">Of the dimension.</param>
/// <param name="Name">Of the dimension.</param>
/// <param name="Options">Code and words; the chosen one is current. The first means any.</param>
public sealed record ChoiceView(string Id, string Name, ImmutableArray<LinkView> Options);

/// <summary>A series in the table of its flow.</summary>
/// <param name="Name">Of the series.</param>
/// <param name="Address">Its page.</param>
/// <param name="Unit">Its unit with the scale of its numbers.</param>
/// <param name="Cells">One a period shown.</param>
public sealed record FlowRow(string Name, string Address, string Unit, ImmutableArray<MatrixCell> Cells);

/// <summary>The page of a structure.</summary>
public sealed record StructureView
{
    /// <summary>From the catalogue to here.</summary>
    public required ImmutableArray<LinkView> Crumbs { get; init; }

    /// <summary>Heading.</summary>
    public required string Title { get; init; }

    /// <summary>Id, version and agency.</summary>
    public required string Lead { get; init; }

    /// <summary>Description; may be empty.</summary>
    public required string Description { get; init; }

    /// <summary>The structure as a file.</summary>
    public required string DownloadAddress { get; init; }

    /// <summary>Dimensions, time last.</summary>
    public required ImmutableArray<ComponentView> Dimensions { get; init; }

    /// <summary>Measures.</summary>
    public required ImmutableArray<ComponentView> Measures { get; init; }

    /// <summary>Attributes.</summary>
    public required ImmutableArray<ComponentView> Attributes { get; init; }

    /// <summary>Code lists of the dimensions, with the codes in use.</summary>
    public required ImmutableArray<CodelistView> Codelists { get; init; }
}

/// <summary>A component.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Name of its concept.</param>
/// <param name="Definition">Of the concept; may be empty.</param>
/// <param name="Values">What its values are.</param>
/// <param name="ListId">Id of its code list on the page, or null.</param>
/// <param name="Level">What an attribute is attached to; empty for others.</param>
public sealed record ComponentView(string Id, string Name, string Definition, string Values, string? ListId, string Level);

/// <summary>Codes in use of a dimension.</summary>
/// <param name="Id">Anchor.</param>
/// <param name="Heading">Name and counts.</param>
/// <param name="Codes">The codes.</param>
public sealed record CodelistView(string Id, string Heading, ImmutableArray<CodeEntryView> Codes);

/// <summary>A code.</summary>
/// <param name="Code">The code.</param>
/// <param name="Depth">How far below the top of the list, from 0.</param>
/// <param name="Name">In the page's language.</param>
/// <param name="OtherName">In the other language.</param>
/// <param name="Definition">May be empty.</param>
/// <param name="Count">Series that have it.</param>
/// <param name="Address">The flow with this code alone.</param>
public sealed record CodeEntryView(string Code, int Depth, string Name, string OtherName, string Definition, string Count, string Address);
