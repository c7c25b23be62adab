using System.Collections.Immutable;

namespace Ballast.Charts;

/// <summary>How a line is stroked.</summary>
public enum Stroke
{
    /// <summary>2 px.</summary>
    Solid,

    /// <summary>3 px: the present state among vintages, the present year among years.</summary>
    Bold,

    /// <summary>Dashed: as first published.</summary>
    Dashed,

    /// <summary>1.25 px: one of many.</summary>
    Thin,
}

/// <summary>One line (or set of columns) of a chart.</summary>
/// <param name="Name">For the legend and for readers.</param>
/// <param name="Colour">1 to 4 for a colour of the series tokens, 0 for grey.</param>
/// <param name="Stroke">How it is stroked.</param>
/// <param name="Points">In the order of the axis; no slot twice.</param>
/// <param name="LastText">Label at its last value, or null for none.</param>
/// <param name="ReducedFrom">How many points there were before only the lowest and the highest of each pixel column were kept; 0 where all are here.</param>
public sealed record ChartLine(string Name, int Colour, Stroke Stroke, ImmutableArray<ChartPoint> Points, string? LastText, int ReducedFrom = 0)
{
    /// <summary>How many lines may have a colour; the rest is grey.</summary>
    public const int MostColours = 4;

    /// <summary>How many points a line may have; above, <see cref="ReducedFrom"/> says so.</summary>
    public const int MostPoints = 2000;

    /// <summary>The last point with a value, or null.</summary>
    public ChartPoint? Last
    {
        get
        {
            for (int i = Points.Length - 1; i >= 0; i--)
            {
                if (Points[i].Value is not null)
                {
                    return Points[i];
                }
            }

            return null;
        }
    }

    /// <summary>Whether no line leads to or from the i-th point, so that it needs a dot (or, where it spans several slots, a dash) to be seen.</summary>
    public bool IsIsolated(int pointIndex) =>
        Points[pointIndex].Value is not null
        && !Points[pointIndex].IsJoined
        && (pointIndex + 1 == Points.Length || !Points[pointIndex + 1].IsJoined);
}
