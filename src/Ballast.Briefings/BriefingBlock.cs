using System.Collections.Immutable;
using Ballast.Charts;

namespace Ballast.Briefings;

/// <summary>A part of a briefing.</summary>
public abstract record BriefingBlock
{
    private BriefingBlock(string id, string heading) => (Id, Heading) = (id, heading);

    /// <summary>Stable within the document; part of anchors.</summary>
    public string Id { get; init; }

    /// <summary>Its heading.</summary>
    public string Heading { get; init; }

    /// <summary>A few words beside the heading, or null.</summary>
    public string? Aside { get; init; }

    /// <summary>Its figures.</summary>
    public virtual IEnumerable<Figure> Figures => [];

    /// <summary>Headline figures in groups.</summary>
    public sealed record Headlines(string Id, string Heading, ImmutableArray<HeadlineGroup> Groups) : BriefingBlock(Id, Heading)
    {
        /// <summary>The span of the sparklines, head of their column.</summary>
        public string SparklineSpan { get; init; } = "";

        /// <inheritdoc/>
        public override IEnumerable<Figure> Figures => Groups.SelectMany(g => g.Rows).SelectMany(r => r.Figures);
    }

    /// <summary>Small tables side by side: what changed.</summary>
    public sealed record Changes(string Id, string Heading, ImmutableArray<ChangeTable> Tables) : BriefingBlock(Id, Heading)
    {
        /// <inheritdoc/>
        public override IEnumerable<Figure> Figures => Tables.SelectMany(t => t.Table.Rows).SelectMany(r => r.Cells).Select(c => c.Figure).OfType<Figure>();
    }

    /// <summary>A table.</summary>
    public sealed record Table(string Id, string Heading, BriefingTable Content) : BriefingBlock(Id, Heading)
    {
        /// <inheritdoc/>
        public override IEnumerable<Figure> Figures => Content.Rows.SelectMany(r => r.Cells).Select(c => c.Figure).OfType<Figure>();
    }

    /// <summary>A chart with its sentence and the figure it ends with.</summary>
    public sealed record Chart(string Id, string Heading, ChartSpec Spec, string Source, Figure? Last) : BriefingBlock(Id, Heading)
    {
        /// <inheritdoc/>
        public override IEnumerable<Figure> Figures => Last is null ? [] : [Last];
    }

    /// <summary>A list of things with a date or period each; stands at the side where there is room.</summary>
    public sealed record Items(string Id, string Heading, ImmutableArray<BriefingItem> Content) : BriefingBlock(Id, Heading)
    {
        /// <summary>The sentence where there is none.</summary>
        public string IfEmpty { get; init; } = "";

        /// <summary>How many of how many are listed, or empty where all are.</summary>
        public string More { get; init; } = "";
    }

    /// <summary>Sentences for the reader of the whole.</summary>
    public sealed record Notes(string Id, string Heading, ImmutableArray<string> Sentences) : BriefingBlock(Id, Heading);
}

/// <summary>Headline figures under one name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Rows">In the order of the plan.</param>
public sealed record HeadlineGroup(string Name, ImmutableArray<HeadlineRow> Rows);

/// <summary>One headline figure.</summary>
/// <param name="Name">Of the series.</param>
/// <param name="Basis">What is measured against what: y/y, single month.</param>
/// <param name="Series">The series.</param>
/// <param name="PeriodText">The period of the figure; empty where there is none.</param>
/// <param name="Figure">The figure, or null where nothing was ever stated.</param>
public sealed record HeadlineRow(string Name, string Basis, LinkTarget.Series Series, string PeriodText, Figure? Figure)
{
    /// <summary>Its change, or null.</summary>
    public FigureChange? Change { get; init; }

    /// <summary>Its sparkline, or null where there are too few points.</summary>
    public Sparkline? Sparkline { get; init; }

    /// <summary>With too few points: the last ones instead, each with its period, oldest first.</summary>
    public ImmutableArray<(Figure Figure, string PeriodText)> Instead { get; init; } = [];

    /// <summary>The period that is due and has not come, with its mark, or null.</summary>
    public (string PeriodText, FigureMark Mark)? Missing { get; init; }

    /// <summary>What stands where the value would, when there is none.</summary>
    public FigureMark? Placeholder { get; init; }

    /// <summary>Its figures.</summary>
    public IEnumerable<Figure> Figures => (Figure is null ? [] : new[] { Figure }).Concat(Instead.Select(i => i.Figure));
}

/// <summary>A small table with a count in its heading.</summary>
/// <param name="Count">The count, formatted.</param>
/// <param name="Heading">What is counted.</param>
/// <param name="Table">The rows shown.</param>
public sealed record ChangeTable(string Count, string Heading, BriefingTable Table)
{
    /// <summary>How many of how many are shown, or empty.</summary>
    public string More { get; init; } = "";

    /// <summary>Where all are, or null.</summary>
    public LinkTarget? Target { get; init; }

    /// <summary>The words of that link.</summary>
    public string TargetText { get; init; } = "";
}

/// <summary>Columns and rows; the first column names the row.</summary>
/// <param name="Columns">Heads.</param>
/// <param name="Rows">Each with as many cells as there are heads.</param>
public sealed record BriefingTable(ImmutableArray<BriefingColumn> Columns, ImmutableArray<BriefingRow> Rows);

/// <summary>A head.</summary>
/// <param name="Text">Its words.</param>
/// <param name="IsNumeric">Whether the column is set right.</param>
public sealed record BriefingColumn(string Text, bool IsNumeric = false);

/// <summary>Cells.</summary>
/// <param name="Cells">In the order of the columns.</param>
public sealed record BriefingRow(ImmutableArray<BriefingCell> Cells);

/// <summary>A cell: a text, a figure or a change.</summary>
/// <param name="Text">Its text where it is neither figure nor change.</param>
/// <param name="Figure">The figure, or null.</param>
/// <param name="Change">The change, or null.</param>
/// <param name="Target">What a text links to, or null.</param>
/// <param name="IsOld">Whether the figure no longer holds.</param>
public sealed record BriefingCell(string Text, Figure? Figure = null, FigureChange? Change = null, LinkTarget? Target = null, bool IsOld = false)
{
    /// <summary>A few words of less weight after the text, or null.</summary>
    public string? Aside { get; init; }
}

/// <summary>An item of a list.</summary>
/// <param name="Name">What.</param>
/// <param name="Target">What it links to, or null.</param>
/// <param name="Reference">The period or date it is about.</param>
/// <param name="Detail">A line below, or empty.</param>
public sealed record BriefingItem(string Name, LinkTarget? Target, string Reference, string Detail)
{
    /// <summary>Its mark, or null.</summary>
    public FigureMark? Mark { get; init; }
}
