using System.Collections.Immutable;

namespace Ballast.Charts;

/// <summary>Fewer points for a line that has more than a drawing can show: the lowest and the highest of each column of pixels, so that no extreme is lost.</summary>
internal static class PointReduction
{
    /// <summary>Columns that a line is reduced to: the widest plot there is.</summary>
    public const int ColumnCount = 880;

    /// <summary>The points themselves where there are few enough, else at most two a column, and the last.</summary>
    /// <remarks>A point is joined to the one kept before it when no break wider than a column lies between them.</remarks>
    public static ImmutableArray<ChartPoint> Reduce(ImmutableArray<ChartPoint> points, int slotCount)
    {
        if (points.Length <= ChartLine.MostPoints)
        {
            return points;
        }

        // Two a column, lowest and highest: at most 1,760 points, and the last one.
        var kept = ImmutableArray.CreateBuilder<ChartPoint>();
        int start = 0;
        int lastKept = -1;
        while (start < points.Length)
        {
            long column = Column(points[start], slotCount);
            int end = start;
            (int lowest, int highest) = (-1, -1);
            while (end < points.Length && Column(points[end], slotCount) == column)
            {
                if (points[end].Value is double value)
                {
                    lowest = lowest < 0 || value < points[lowest].Value ? end : lowest;
                    highest = highest < 0 || value > points[highest].Value ? end : highest;
                }

                end++;
            }

            foreach (int at in lowest < highest ? (ReadOnlySpan<int>)[lowest, highest] : [highest, lowest])
            {
                if (at > lastKept)
                {
                    kept.Add(points[at] with { IsJoined = kept.Count > 0 && IsJoinedFrom(points, lastKept, at, slotCount) });
                    lastKept = at;
                }
            }

            start = end;
        }

        int last = points.Length - 1;
        while (last > lastKept && points[last].Value is null)
        {
            last--;
        }

        if (last > lastKept)
        {
            kept.Add(points[last] with { IsJoined = lastKept >= 0 && IsJoinedFrom(points, lastKept, last, slotCount) });
        }

        return kept.ToImmutable();
    }

    private static long Column(ChartPoint point, int slotCount) => (long)(point.Middle / slotCount * ColumnCount);

    /// <summary>A gap narrower than a column cannot be seen and does not break the line.</summary>
    private static bool IsJoinedFrom(ImmutableArray<ChartPoint> points, int from, int to, int slotCount)
    {
        int before = from;
        for (int at = from + 1; at <= to; at++)
        {
            if (points[at].Value is null)
            {
                continue;
            }

            if (!(points[at].IsJoined && before == at - 1) && Column(points[at], slotCount) - Column(points[before], slotCount) > 1)
            {
                return false;
            }

            before = at;
        }

        return true;
    }
}
