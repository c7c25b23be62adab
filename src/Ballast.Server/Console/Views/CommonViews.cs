using System.Collections.Immutable;

namespace Ballast.Server.Console.Views;

/// <summary>A link with its words.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Address">Where it leads.</param>
/// <param name="IsCurrent">Whether it is the state shown.</param>
public sealed record LinkView(string Text, string Address, bool IsCurrent = false);

/// <summary>A mark after a number, or a placeholder in its place.</summary>
/// <param name="Sign">What is printed.</param>
/// <param name="Meaning">What readers hear.</param>
/// <param name="Address">What it opens, or null.</param>
public sealed record MarkView(string Sign, string Meaning, string? Address = null);

/// <summary>A term and what stands for it.</summary>
/// <param name="Term">The term.</param>
/// <param name="Text">What stands for it.</param>
public sealed record FactView(string Term, string Text)
{
    /// <summary>Below or above zero draws an arrow; null draws none.</summary>
    public int? Direction { get; init; }

    /// <summary>A mark behind the text, or null.</summary>
    public MarkView? Mark { get; init; }

    /// <summary>Where the text leads, or null.</summary>
    public string? Address { get; init; }

    /// <summary>Whether it is a code.</summary>
    public bool IsCode { get; init; }

    /// <summary>The language of the text where it is not the page's, or null.</summary>
    public string? Language { get; init; }
}

/// <summary>A chart with all that stands around it.</summary>
/// <param name="Heading">Its heading, unit included.</param>
/// <param name="Svg">Both drawings.</param>
/// <param name="Json">The spec for the browser.</param>
/// <param name="Legend">One entry a line, in order.</param>
/// <param name="Sentence">What a reader shall take from it; empty where there is nothing to say.</param>
/// <param name="SourceLine">Source and release.</param>
/// <param name="Notes">What else to know.</param>
/// <param name="States">Words of the states of points, by their names in the spec.</param>
public sealed record ChartView(
    string Heading, string Svg, string Json, ImmutableArray<LegendEntry> Legend, string Sentence, string SourceLine, ImmutableArray<string> Notes, ImmutableArray<KeyValuePair<string, string>> States);

/// <summary>A line's key and name.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Classes">Classes of its stroke.</param>
public sealed record LegendEntry(string Name, string Classes);

/// <summary>A table of one series: a row a year, a column a part of the year.</summary>
/// <param name="Id">Id of its heading.</param>
/// <param name="Name">Of the series.</param>
/// <param name="Aside">Unit and number of values.</param>
/// <param name="Columns">Heads after the first.</param>
/// <param name="Rows">Newest year first.</param>
public sealed record MatrixView(string Id, string Name, string Aside, ImmutableArray<MatrixColumn> Columns, ImmutableArray<MatrixRow> Rows)
{
    /// <summary>Whether it is folded away behind the one before.</summary>
    public bool IsFolded { get; init; }
}

/// <summary>A head.</summary>
/// <param name="Text">Its words.</param>
/// <param name="IsWide">Whether it covers several periods.</param>
public sealed record MatrixColumn(string Text, bool IsWide = false);

/// <summary>A row.</summary>
/// <param name="Name">Of the row.</param>
/// <param name="Cells">As many as there are columns.</param>
public sealed record MatrixRow(string Name, ImmutableArray<MatrixCell> Cells);

/// <summary>A cell.</summary>
/// <param name="Text">The number; empty for a period without one.</param>
/// <param name="Mark">A mark, or what stands in the number's place; null for none.</param>
/// <param name="Period">The period as the chart names it, or null for a cell outside of the series.</param>
/// <param name="IsLast">Whether it is the last value.</param>
public sealed record MatrixCell(string Text, MarkView? Mark = null, string? Period = null, bool IsLast = false)
{
    /// <summary>A cell outside of the series.</summary>
    public static readonly MatrixCell Blank = new("");
}

/// <summary>Where the reader is in a long list.</summary>
/// <param name="Previous">Address of the page before, or null.</param>
/// <param name="Next">Address of the page after, or null.</param>
/// <param name="Shown">How many of how many are shown.</param>
public sealed record PagesView(string? Previous, string? Next, string Shown);
