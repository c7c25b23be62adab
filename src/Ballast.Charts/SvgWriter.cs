using System.Collections.Immutable;

namespace Ballast.Charts;

/// <summary>Draws a spec as SVG: classes of the stylesheet only, no style attributes (the content security policy forbids them), no ids, no script.</summary>
public static class SvgWriter
{
    /// <summary>Both drawings of a chart for a page: the stylesheet shows the wide one from 600 px, the narrow one below.</summary>
    public static string WriteBoth(ChartSpec spec) =>
        Write(spec, ChartFrame.Wide(spec), "only-wide") + Write(spec, ChartFrame.Narrow(spec), "only-narrow");

    /// <summary>One drawing for a page.</summary>
    /// <param name="spec">What to draw.</param>
    /// <param name="frame">Where.</param>
    /// <param name="classes">More classes of the element, or null.</param>
    public static string Write(ChartSpec spec, ChartFrame frame, string? classes = null)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(frame);
        var svg = new SvgText();
        svg.Raw("<svg class=\"chart").Raw(classes is null ? "" : " " + classes).Raw("\" viewBox=\"0 0 ").Point(frame.Width, frame.Height)
            .Raw("\" role=\"img\" aria-label=\"").Escaped(AccessibleName(spec)).Raw("\">");
        WriteBody(svg, spec, frame);
        return svg.Raw("</svg>").ToString();
    }

    /// <summary>A sparkline; hidden from readers, who have the number beside it.</summary>
    public static string Write(Sparkline sparkline)
    {
        ArgumentNullException.ThrowIfNull(sparkline);
        var svg = new SvgText();
        svg.Raw("<svg class=\"spark\" viewBox=\"0 0 132 28\" aria-hidden=\"true\" focusable=\"false\">");
        if (sparkline.Baseline is double baseline)
        {
            svg.Raw("<path class=\"base\" d=\"M0 ").Pixel(baseline).Raw("H132\"/>");
        }

        ImmutableArray<ImmutableArray<(double X, double Y)>> lines = [.. sparkline.Runs.Where(r => r.Length > 1)];
        if (lines.Length > 0)
        {
            svg.Raw("<path class=\"ln\" d=\"");
            foreach (ImmutableArray<(double X, double Y)> run in lines)
            {
                for (int i = 0; i < run.Length; i++)
                {
                    svg.Raw(i == 0 ? "M" : "L").Point(run[i].X, run[i].Y);
                }
            }

            svg.Raw("\"/>");
        }

        foreach (ImmutableArray<(double X, double Y)> run in sparkline.Runs.Where(r => r.Length == 1))
        {
            Circle(svg, "one", run[0].X, run[0].Y, 1.5);
        }

        Circle(svg, "dot", sparkline.Last.X, sparkline.Last.Y, 2.5);
        return svg.Raw("</svg>").ToString();
    }

    /// <summary>What a reader hears: title, unit, and the sentence.</summary>
    internal static string AccessibleName(ChartSpec spec) => ChartWords.Heard(spec);

    internal static void WriteBody(SvgText svg, ChartSpec spec, ChartFrame frame)
    {
        WriteBand(svg, spec, frame);
        WriteValueAxis(svg, spec, frame);
        WritePeriodAxis(svg, spec, frame);
        WriteHiddenGaps(svg, spec, frame);
        WriteBreaks(svg, spec, frame);
        for (int i = spec.Lines.Length - 1; i >= 0; i--)
        {
            if (spec.Kind == ChartKind.Columns)
            {
                WriteColumns(svg, spec, frame, i);
            }
            else
            {
                WriteLine(svg, spec, frame, spec.Lines[i]);
            }
        }

        WriteLastTexts(svg, spec, frame);
        if (spec.EmptyText is not null)
        {
            Text(svg, null, (frame.Left + frame.Right) / 2, (frame.Top + frame.Bottom) / 2, "middle", spec.EmptyText);
        }
    }

    /// <summary>Left edge and width of the column of one line in one slot.</summary>
    internal static (double X, double Width) ColumnPlace(ChartSpec spec, ChartFrame frame, int lineIndex, ChartPoint point)
    {
        double group = frame.SlotWidth * 0.72;
        double each = group / spec.Lines.Length;
        double left = frame.X(point.Slot) + ((frame.SlotWidth - group) / 2) + (each * lineIndex);
        return point.Span == 1 ? (left, each) : (frame.X(point.Slot), frame.SlotWidth * point.Span);
    }

    private static void WriteBand(SvgText svg, ChartSpec spec, ChartFrame frame)
    {
        if (spec.Band is not { } band)
        {
            return;
        }

        Rectangle(svg, "band", frame.Left, frame.Y(band.High), frame.Right - frame.Left, frame.Y(band.Low) - frame.Y(band.High));
        Text(svg, null, frame.Left + 6, frame.Y(band.High) + 16, null, band.Text);
    }

    private static void WriteValueAxis(SvgText svg, ChartSpec spec, ChartFrame frame)
    {
        foreach (AxisTick tick in spec.Values.Ticks)
        {
            string name = tick.At == spec.Values.Baseline ? "base" : "grid";
            svg.Raw("<path class=\"").Raw(name).Raw("\" d=\"M").Point(frame.Left, frame.Y(tick.At)).Raw("H").Pixel(frame.Right).Raw("\"/>");
            Text(svg, null, frame.Left - 8, frame.Y(tick.At) + 4.5, "end", tick.Text);
        }

        if (spec.Values.Baseline is double baseline && !spec.Values.Ticks.Any(t => t.At == baseline))
        {
            svg.Raw("<path class=\"base\" d=\"M").Point(frame.Left, frame.Y(baseline)).Raw("H").Pixel(frame.Right).Raw("\"/>");
        }

        if (spec.CutText is not null)
        {
            // Two strokes across the foot of the axis, and the words at its head.
            double y = frame.Bottom - 5;
            svg.Raw("<path class=\"cut\" d=\"M").Point(frame.Left - 5, y + 3).Raw("l10 -5M").Point(frame.Left - 5, y + 7).Raw("l10 -5\"/>");
            Text(svg, null, frame.Left, frame.Top - 10, null, spec.CutText);
        }
    }

    private static void WritePeriodAxis(SvgText svg, ChartSpec spec, ChartFrame frame)
    {
        ImmutableArray<AxisTick> labels = spec.Periods.LabelsFor(frame.SlotWidth);
        ImmutableArray<double> ticks = spec.Periods.Ticks;
        int every = 1;
        while (ticks.Length * 5.0 / every > frame.Right - frame.Left)
        {
            every *= 2;
        }

        svg.Raw("<path class=\"tick\" d=\"");
        for (int i = 0; i < ticks.Length; i += every)
        {
            svg.Raw("M").Point(frame.X(ticks[i]), frame.Bottom).Raw("v5");
        }

        svg.Raw("\"/>");
        foreach (AxisTick label in labels)
        {
            Text(svg, null, Inside(frame, frame.X(label.At), label.Text), frame.Bottom + 20, "middle", label.Text);
        }

        foreach (AxisTick label in spec.Periods.YearLabelsFor(frame.SlotWidth))
        {
            Text(svg, "year", Inside(frame, frame.X(label.At), label.Text), frame.Bottom + 38, "middle", label.Text);
        }
    }

    private static void WriteHiddenGaps(SvgText svg, ChartSpec spec, ChartFrame frame)
    {
        foreach (ChartPoint point in spec.Lines.SelectMany(l => l.Points).Where(p => p.State == PointState.Confidential))
        {
            (double left, double right) = (frame.X(point.Slot), frame.X(point.Slot + point.Span));
            svg.Raw("<path class=\"hatch\" d=\"");
            for (double y = frame.Top; y + (right - left) <= frame.Bottom; y += 6)
            {
                svg.Raw("M").Point(left, y + (right - left)).Raw("L").Point(right, y);
            }

            svg.Raw("\"/>");
        }
    }

    private static void WriteBreaks(SvgText svg, ChartSpec spec, ChartFrame frame)
    {
        foreach (AxisTick at in spec.Breaks)
        {
            svg.Raw("<path class=\"break\" d=\"M").Point(frame.X(at.At), frame.Top).Raw("V").Pixel(frame.Bottom).Raw("\"/>");
            bool isLeft = frame.X(at.At) > (frame.Left + frame.Right) / 2;
            Text(svg, null, frame.X(at.At) + (isLeft ? -5 : 5), frame.Top + 12, isLeft ? "end" : null, at.Text);
        }
    }

    private static void WriteColumns(SvgText svg, ChartSpec spec, ChartFrame frame, int lineIndex)
    {
        ChartLine line = spec.Lines[lineIndex];
        foreach (ChartPoint point in line.Points)
        {
            if (point.Value is not double value)
            {
                continue;
            }

            (double x, double width) = ColumnPlace(spec, frame, lineIndex, point);
            if (point.Span > 1)
            {
                Dash(svg, line, frame, point, value);
                continue;
            }

            (double top, double bottom) = (frame.Y(Math.Max(value, 0)), frame.Y(Math.Min(value, 0)));
            string hollow = point.State is PointState.Provisional or PointState.Forecast ? " hollow" : "";
            Rectangle(svg, $"col f{line.Colour}{hollow}", x, top, width, Math.Max(bottom - top, 1));
        }
    }

    private static void WriteLine(SvgText svg, ChartSpec spec, ChartFrame frame, ChartLine line)
    {
        string stroke = line.Stroke switch { Stroke.Bold => " bold", Stroke.Dashed => " dash", Stroke.Thin => " thin", _ => "" };
        foreach ((string style, Func<ChartPoint, bool> isOf) in StretchStyles)
        {
            WriteStretches(svg, frame, line, $"ln c{line.Colour}{stroke}{style}", isOf);
        }

        for (int i = 0; i < line.Points.Length; i++)
        {
            ChartPoint point = line.Points[i];
            if (point.Value is not double value)
            {
                continue;
            }

            (double x, double y) = (frame.X(point.Middle), frame.Y(value));
            if (point.Span > 1)
            {
                Dash(svg, line, frame, point, value);
            }
            else if (point.State is PointState.Provisional)
            {
                Circle(svg, $"open c{line.Colour}", x, y, 3);
            }
            else if (point.State is PointState.Revised && line.ReducedFrom == 0)
            {
                Rectangle(svg, $"f{line.Colour}", x - 2.5, y - 2.5, 5, 5);
            }
            else if (line.IsIsolated(i) || (spec.Kind == ChartKind.Stock && frame.SlotWidth >= 7))
            {
                Circle(svg, $"f{line.Colour}", x, y, 2.5);
            }
        }

        if (line.LastText is not null && line.Last is { Span: 1, State: not PointState.Provisional } last)
        {
            Circle(svg, $"pt f{line.Colour}", frame.X(last.Middle), frame.Y(last.Value!.Value), 4.5);
        }
    }

    private static readonly ImmutableArray<(string Style, Func<ChartPoint, bool> IsOf)> StretchStyles =
    [
        ("", p => p.State is not (PointState.Provisional or PointState.Forecast)),
        (" dash", p => p.State == PointState.Provisional),
        (" dots", p => p.State == PointState.Forecast),
    ];

    /// <summary>One path for all stretches of one style; the style of a stretch is that of the point it leads to.</summary>
    private static void WriteStretches(SvgText svg, ChartFrame frame, ChartLine line, string classes, Func<ChartPoint, bool> isOf)
    {
        bool isOpen = false;
        for (int i = 1; i < line.Points.Length; i++)
        {
            ChartPoint point = line.Points[i];
            if (!point.IsJoined || !isOf(point))
            {
                continue;
            }

            ChartPoint before = line.Points[i - 1];
            if (!isOpen)
            {
                svg.Raw("<path class=\"").Raw(classes).Raw("\" d=\"");
                isOpen = true;
            }

            bool goesOn = i > 1 && before.IsJoined && isOf(before);
            if (!goesOn)
            {
                svg.Raw("M").Point(frame.X(before.Middle), frame.Y(before.Value!.Value));
            }

            svg.Raw("L").Point(frame.X(point.Middle), frame.Y(point.Value!.Value));
        }

        if (isOpen)
        {
            svg.Raw("\"/>");
        }
    }

    private static void Dash(SvgText svg, ChartLine line, ChartFrame frame, ChartPoint point, double value)
    {
        svg.Raw($"<path class=\"ln flat c{line.Colour}\" d=\"M").Point(frame.X(point.Slot), frame.Y(value)).Raw("H").Pixel(frame.X(point.Slot + point.Span)).Raw("\"/>");
    }

    /// <summary>Labels of last values, moved apart where two would overlap.</summary>
    private static void WriteLastTexts(SvgText svg, ChartSpec spec, ChartFrame frame)
    {
        const double lineHeight = 15;
        ImmutableArray<(ChartLine Line, ChartPoint Point)> labels = [.. spec.Lines
            .Where(l => l.LastText is not null && l.Last is not null)
            .Select(l => (l, l.Last!))
            .OrderBy(l => frame.Y(l.Item2.Value!.Value))];
        double before = double.NegativeInfinity;
        double lowest = frame.Bottom - (lineHeight * (labels.Length - 1)) + 4.5;
        foreach ((ChartLine line, ChartPoint point) in labels)
        {
            double y = Math.Min(Math.Max(frame.Y(point.Value!.Value) + 4.5, before + lineHeight), lowest);
            double x = frame.X(point.Span == 1 ? point.Middle : point.Slot + point.Span) + 9;
            Text(svg, $"last t{line.Colour}", x, y, null, line.LastText!);
            (before, lowest) = (y, lowest + lineHeight);
        }
    }

    /// <summary>The middle of a label, moved so that it stays in the box.</summary>
    private static double Inside(ChartFrame frame, double x, string text)
    {
        double half = TextWidth.Of(text) / 2;
        return Math.Max(half, Math.Min(x, frame.Width - half));
    }

    internal static void Text(SvgText svg, string? classes, double x, double y, string? anchor, string text)
    {
        svg.Raw("<text").Raw(classes is null ? "" : $" class=\"{classes}\"").Raw(" x=\"").Pixel(x).Raw("\" y=\"").Pixel(y)
            .Raw(anchor is null ? "\"" : $"\" text-anchor=\"{anchor}\"").Raw(">").Escaped(text).Raw("</text>");
    }

    private static void Circle(SvgText svg, string classes, double x, double y, double radius) =>
        svg.Raw($"<circle class=\"{classes}\" cx=\"").Pixel(x).Raw("\" cy=\"").Pixel(y).Raw("\" r=\"").Pixel(radius).Raw("\"/>");

    private static void Rectangle(SvgText svg, string classes, double x, double y, double width, double height) =>
        svg.Raw($"<rect class=\"{classes}\" x=\"").Pixel(x).Raw("\" y=\"").Pixel(y).Raw("\" width=\"").Pixel(width).Raw("\" height=\"").Pixel(height).Raw("\"/>");
}
