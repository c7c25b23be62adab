namespace Ballast.Charts;

/// <summary>How a chart is drawn (each kind of series has one by default, see <see cref="ChartKinds"/>).</summary>
public enum ChartKind
{
    /// <summary>A line; the baseline (0, 50 or 100) is drawn.</summary>
    Line,

    /// <summary>Columns from zero.</summary>
    Columns,

    /// <summary>One line a year over the months or quarters of a year.</summary>
    Cumulative,

    /// <summary>A line with a point at each date.</summary>
    Stock,

    /// <summary>One series at several cut-offs: now bold, first published dashed, a chosen date thin.</summary>
    Vintages,
}

/// <summary>What a series measures, as far as its drawing depends on it.</summary>
public enum Quantity
{
    /// <summary>Growth, a rate, a share, an index: may stand far from zero.</summary>
    Rate,

    /// <summary>An amount during a period.</summary>
    Flow,

    /// <summary>An amount since January.</summary>
    Cumulative,

    /// <summary>An amount at a date.</summary>
    Stock,
}

/// <summary>Defaults.</summary>
public static class ChartKinds
{
    /// <summary>Flows of at most so many periods are columns, longer ones a line.</summary>
    public const int MostColumns = 24;

    /// <summary>The kind for a quantity over so many periods.</summary>
    public static ChartKind DefaultOf(Quantity quantity, int periodCount) => quantity switch
    {
        Quantity.Flow when periodCount <= MostColumns => ChartKind.Columns,
        Quantity.Cumulative => ChartKind.Cumulative,
        Quantity.Stock => ChartKind.Stock,
        _ => ChartKind.Line,
    };
}
