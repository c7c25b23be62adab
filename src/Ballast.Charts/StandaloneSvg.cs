using Ballast.Language;

namespace Ballast.Charts;

/// <summary>A chart as a file of its own, for download: with its title, legend, sentence, source and date, and with a style element in place of the page's stylesheet.</summary>
/// <param name="Source">Who publishes the figures, in the language of the chart.</param>
/// <param name="AsOf">What was known when, in the language of the chart.</param>
/// <param name="Address">Where the chart stands, or null.</param>
public sealed record StandaloneSvg(string Source, string AsOf, string? Address = null)
{
    private const double Width = 880;
    private const double Margin = 16;
    private const double LineHeight = 20;
    private const double ChartHeight = 380;
    private const double WidthOfBold = 1.1;

    /// <summary>The file, in the light theme on white.</summary>
    public string Write(ChartSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var frame = ChartFrame.Of(spec, Width, ChartHeight);
        var body = new SvgText();
        double y = Margin + 19;
        SvgWriter.Text(body, "title", 0, y, null, Fit(ChartWords.TitleWithUnit(spec), 19 / 13.0));
        y += 12;
        if (spec.Lines.Length > 1)
        {
            y = Legend(body, spec, y);
        }

        y += 8;
        body.Raw("<g transform=\"translate(0 ").Pixel(y).Raw(")\">");
        SvgWriter.WriteBody(body, spec, frame);
        body.Raw("</g>");
        y += ChartHeight + 8;
        foreach ((string? classes, string text) in Foot(spec))
        {
            foreach (string line in Wrapped(text, classes is null ? Width : Width / WidthOfBold))
            {
                y += LineHeight;
                SvgWriter.Text(body, classes, 0, y, null, line);
            }
        }

        y += Margin;
        var svg = new SvgText();
        svg.Raw("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" width=\"").Pixel(Width + (2 * Margin)).Raw("\" height=\"").Pixel(y)
            .Raw("\" viewBox=\"").Pixel(-Margin).Raw(" 0 ").Point(Width + (2 * Margin), y)
            .Raw("\" role=\"img\" xml:lang=\"").Escaped(spec.Tongue.PageTag()).Raw("\"><title>").Escaped(spec.Title).Raw("</title><desc>").Escaped(SvgWriter.AccessibleName(spec)).Raw("</desc><style>").Raw(Style())
            .Raw("</style><rect class=\"ground\" x=\"").Pixel(-Margin).Raw("\" y=\"0\" width=\"").Pixel(Width + (2 * Margin)).Raw("\" height=\"").Pixel(y).Raw("\"/>")
            .Raw(body.ToString()).Raw("</svg>\n");
        return svg.ToString();
    }

    private IEnumerable<(string? Classes, string Text)> Foot(ChartSpec spec)
    {
        yield return ("strong", spec.Sentence);
        foreach (string note in spec.Notes)
        {
            yield return (null, note);
        }

        yield return (null, Source);
        yield return (null, AsOf);
        if (Address is not null)
        {
            yield return (null, Address);
        }
    }

    private static double Legend(SvgText body, ChartSpec spec, double top)
    {
        double x = 0;
        double y = top + 16;
        foreach (ChartLine line in spec.Lines)
        {
            string name = Fit(line.Name, 1);
            double width = 28 + TextWidth.Of(name) + 20;
            if (x > 0 && x + width > Width)
            {
                (x, y) = (0, y + LineHeight);
            }

            string stroke = line.Stroke switch { Stroke.Bold => " bold", Stroke.Dashed => " dash", Stroke.Thin => " thin", _ => "" };
            if (spec.Kind == ChartKind.Columns)
            {
                body.Raw($"<rect class=\"f{line.Colour}\" x=\"").Pixel(x).Raw("\" y=\"").Pixel(y - 9).Raw("\" width=\"18\" height=\"8\"/>");
            }
            else
            {
                body.Raw($"<path class=\"ln c{line.Colour}{stroke}\" d=\"M").Point(x + 1, y - 4.5).Raw("h18\"/>");
            }

            SvgWriter.Text(body, null, x + 26, y, null, name);
            x += width;
        }

        return y + 4;
    }

    private static string Fit(string text, double scale)
    {
        if (TextWidth.Of(text) * scale <= Width)
        {
            return text;
        }

        int length = text.Length;
        while (length > 1 && (TextWidth.Of(text[..length]) + 13) * scale > Width)
        {
            length--;
        }

        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)] + "…";
    }

    /// <summary>Lines of a text that fit the width: broken at blanks, in Chinese after any character that may end a line.</summary>
    private static IEnumerable<string> Wrapped(string text, double most)
    {
        int start = 0;
        while (start < text.Length)
        {
            int end = start;
            int fits = start;
            double width = 0;
            while (end < text.Length)
            {
                width += TextWidth.Of(text.AsSpan(end, 1).ToString());
                if (width > most)
                {
                    break;
                }

                end++;
                bool mayBreak = end == text.Length || text[end] == ' '
                    || (text[end - 1] >= '\u2E80' && !char.IsSurrogate(text[end]) && "，。；：、）」”".IndexOf(text[end], StringComparison.Ordinal) < 0);
                fits = mayBreak ? end : fits;
            }

            int to = fits > start ? fits : Math.Max(end, start + 1);
            string line = text[start..to].Trim();
            if (line.Length > 0)
            {
                yield return line;
            }

            start = to;
        }
    }

    private static string Style() =>
        $".chart text{{font:13px \"Segoe UI\",Roboto,\"Noto Sans\",\"PingFang SC\",\"Microsoft YaHei\",\"Noto Sans CJK SC\",Arial,sans-serif;fill:{Palette.Muted.Light};font-variant-numeric:tabular-nums}}"
        + $".chart .title{{font-size:19px;font-weight:600;fill:{Palette.Ink.Light}}}.chart .strong{{font-weight:600;fill:{Palette.Ink.Light}}}"
        + $".ground{{fill:{Palette.Surface.Light}}}.grid{{stroke:#DDE2E8}}.base{{stroke:{Palette.Edge.Light};stroke-width:1.25}}.tick,.cut{{stroke:#B9C1CA;fill:none}}.cut{{stroke:{Palette.Edge.Light};stroke-width:1.25}}"
        + $".ln{{fill:none;stroke-width:2;stroke-linejoin:round;stroke-linecap:round}}.bold{{stroke-width:3}}.thin{{stroke-width:1.25}}.dash{{stroke-dasharray:5 4}}.dots{{stroke-dasharray:1 4}}.flat{{stroke-width:3;stroke-linecap:butt}}"
        + $".c0{{stroke:{Palette.Edge.Light}}}.f0{{fill:{Palette.Edge.Light}}}.pt{{stroke:{Palette.Surface.Light};stroke-width:1.5}}.open{{fill:{Palette.Surface.Light};stroke-width:1.75}}"
        + ".band{fill:#EFF2F5}.hatch{stroke:#B9C1CA;fill:none}" + $".break{{stroke:{Palette.Edge.Light};stroke-dasharray:2 3}}.chart .last{{font-weight:600;paint-order:stroke;stroke:{Palette.Surface.Light};stroke-width:4px}}"
        + string.Concat(Palette.Series.Select((c, i) => $".c{i + 1}{{stroke:{c.Light}}}.f{i + 1}{{fill:{c.Light}}}.chart .t{i + 1}{{fill:{c.Light}}}"))
        + ".hollow{fill-opacity:.25}";
}
