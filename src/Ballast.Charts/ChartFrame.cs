namespace Ballast.Charts;

/// <summary>Where a drawing of a chart puts things, in pixels: the box, and the plot within it. Every drawing (SVG here, ECharts in the browser) takes its places from here.</summary>
/// <param name="Width">Of the box.</param>
/// <param name="Height">Of the box.</param>
/// <param name="Left">Left edge of the plot.</param>
/// <param name="Top">Top edge of the plot.</param>
/// <param name="Right">Right edge of the plot.</param>
/// <param name="Bottom">Bottom edge of the plot.</param>
/// <param name="SlotCount">Slots from left to right.</param>
/// <param name="Low">Value at the bottom.</param>
/// <param name="High">Value at the top.</param>
public sealed record ChartFrame(double Width, double Height, double Left, double Top, double Right, double Bottom, int SlotCount, double Low, double High)
{
    private const double LabelSpace = 8;
    private const double MostOfLabels = 0.3;

    /// <summary>Pixels a slot.</summary>
    public double SlotWidth => (Right - Left) / SlotCount;

    /// <summary>The drawing for pages of 600 px and up: 880 × 380.</summary>
    public static ChartFrame Wide(ChartSpec spec) => Of(spec, 880, 380);

    /// <summary>The drawing for narrow pages: 302 × 280, at the same size of type.</summary>
    public static ChartFrame Narrow(ChartSpec spec) => Of(spec, 302, 280);

    /// <summary>A drawing of any size; labels of ticks stand left of the plot, labels of last values right of it.</summary>
    public static ChartFrame Of(ChartSpec spec, double width, double height)
    {
        ArgumentNullException.ThrowIfNull(spec);
        double ticks = spec.Values.Ticks.Max(t => TextWidth.Of(t.Text));
        double lasts = spec.Lines.Where(l => l.LastText is not null).Select(l => TextWidth.Of(l.LastText!)).DefaultIfEmpty(0).Max();
        double top = spec.Values.IsCut || spec.Breaks.Length > 0 ? 26 : 12;
        double bottom = height - (spec.Periods.YearLabels.IsEmpty ? 28 : 46);

        // Very long labels run over rather than leave no plot.
        double left = Math.Min(Math.Ceiling(ticks) + LabelSpace, width * MostOfLabels);
        double right = Math.Max(width - Math.Ceiling(lasts) - (lasts > 0 ? 14 : 6), width * (1 - MostOfLabels));
        return new ChartFrame(width, height, left, top, right, bottom, spec.Periods.SlotCount, spec.Values.Low, spec.Values.High);
    }

    /// <summary>Pixel of a position in slots.</summary>
    public double X(double slots) => Left + (slots * SlotWidth);

    /// <summary>Pixel of a value.</summary>
    public double Y(double value) => Bottom - ((value - Low) / (High - Low) * (Bottom - Top));
}
