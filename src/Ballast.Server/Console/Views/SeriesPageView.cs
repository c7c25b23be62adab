using System.Collections.Immutable;

namespace Ballast.Server.Console.Views;

/// <summary>The page of a series: every text formatted.</summary>
public sealed record SeriesPageView
{
    /// <summary>From the dataflow to the series.</summary>
    public required ImmutableArray<LinkView> Crumbs { get; init; }

    /// <summary>Its name.</summary>
    public required string Title { get; init; }

    /// <summary>What is measured, of whom, against what.</summary>
    public required string Lead { get; init; }

    /// <summary>The last value with its unit; empty where there is none.</summary>
    public required string Value { get; init; }

    /// <summary>The mark of the last value, or null.</summary>
    public MarkView? ValueMark { get; init; }

    /// <summary>Period, changes, known since, next.</summary>
    public required ImmutableArray<FactView> Facts { get; init; }

    /// <summary>Where there is no value: when the first became known, or null.</summary>
    public string? FirstKnown { get; init; }

    /// <summary>The address of that moment, or null.</summary>
    public string? FirstKnownAddress { get; init; }

    /// <summary>Transforms on offer.</summary>
    public required ImmutableArray<LinkView> Transforms { get; init; }

    /// <summary>Ranges on offer.</summary>
    public required ImmutableArray<LinkView> Ranges { get; init; }

    /// <summary>Series, or its vintages.</summary>
    public required ImmutableArray<LinkView> Views { get; init; }

    /// <summary>What was wrong with the range asked for, or null.</summary>
    public string? RangeFault { get; init; }

    /// <summary>The chart, or null where there is no value.</summary>
    public ChartView? Chart { get; init; }

    /// <summary>The same as tables.</summary>
    public required ImmutableArray<MatrixView> Tables { get; init; }

    /// <summary>Marks in use, with their meanings.</summary>
    public required ImmutableArray<MarkView> Marks { get; init; }

    /// <summary>Vintages of the newest and of the revised periods.</summary>
    public required VintagesView Vintages { get; init; }

    /// <summary>How the values are computed, or null where they are as published.</summary>
    public FactView? Formula { get; init; }

    /// <summary>Source and terms.</summary>
    public required ImmutableArray<FactView> Source { get; init; }

    /// <summary>Documents and the periods they state.</summary>
    public required ImmutableArray<ReferenceView> References { get; init; }

    /// <summary>Attributes of the series.</summary>
    public required ImmutableArray<FactView> Attributes { get; init; }

    /// <summary>Codes of the key.</summary>
    public required ImmutableArray<CodeView> Codes { get; init; }

    /// <summary>Files by address.</summary>
    public required ImmutableArray<LinkView> Downloads { get; init; }

    /// <summary>Address of the picture as SVG, for PNG; null where there is no chart.</summary>
    public string? PictureAddress { get; init; }

    /// <summary>File name of the PNG.</summary>
    public string PictureName { get; init; } = "ballast.png";

    /// <summary>Citations: in the page's language, in the other, and as BibTeX.</summary>
    public required CitationView Citation { get; init; }

    /// <summary>Address without a moment: always the newest.</summary>
    public required string NewestAddress { get; init; }
}

/// <summary>Citations.</summary>
/// <param name="Own">In the page's language.</param>
/// <param name="Other">In the other language.</param>
/// <param name="BibTex">As BibTeX.</param>
public sealed record CitationView(string Own, string Other, string BibTex);

/// <summary>A document.</summary>
/// <param name="Document">Document and place.</param>
/// <param name="Periods">Periods of values that name it.</param>
public sealed record ReferenceView(string Document, string Periods);

/// <summary>A code of a key.</summary>
/// <param name="Dimension">Name of the dimension.</param>
/// <param name="Code">The code.</param>
/// <param name="Name">Its name.</param>
public sealed record CodeView(string Dimension, string Code, string Name);

/// <summary>Vintages as a table.</summary>
/// <param name="Sentence">How many were revised.</param>
/// <param name="Rows">Newest period first.</param>
/// <param name="Shown">How many of how many rows are shown.</param>
/// <param name="AllAddress">Where all are, or null.</param>
/// <param name="NowHead">Head of the last column: now, or then.</param>
/// <param name="IsWhole">Whether each period is listed with all that was stated of it, which needs the room of the main column.</param>
public sealed record VintagesView(string Sentence, ImmutableArray<VintageRow> Rows, string Shown, string? AllAddress, string NowHead, bool IsWhole);

/// <summary>Vintages of a period.</summary>
/// <param name="Period">The period.</param>
/// <param name="KnownSince">When it was first stated.</param>
/// <param name="First">As first stated.</param>
/// <param name="Now">As it stands.</param>
/// <param name="Between">Every statement, oldest first; for the full table.</param>
public sealed record VintageRow(string Period, string KnownSince, string First, string Now, ImmutableArray<VintageStatement> Between);

/// <summary>A statement of a period's value.</summary>
/// <param name="Moment">When.</param>
/// <param name="Value">What.</param>
/// <param name="Address">The release.</param>
public sealed record VintageStatement(string Moment, string Value, string Address);
