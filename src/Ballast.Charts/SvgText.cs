using System.Globalization;
using System.Text;

namespace Ballast.Charts;

/// <summary>Markup as text: numbers with one decimal, everything from outside escaped.</summary>
internal sealed class SvgText
{
    private readonly StringBuilder _text = new();

    /// <summary>Adds markup of our own.</summary>
    public SvgText Raw(string markup)
    {
        _text.Append(markup);
        return this;
    }

    /// <summary>Adds a pixel number: one decimal, no sign on zero.</summary>
    public SvgText Pixel(double pixels)
    {
        double rounded = Math.Round(pixels, 1, MidpointRounding.AwayFromZero);
        _text.Append((rounded == 0 ? 0 : rounded).ToString("0.#", CultureInfo.InvariantCulture));
        return this;
    }

    /// <summary>Adds two of them with a blank between.</summary>
    public SvgText Point(double x, double y) => Pixel(x).Raw(" ").Pixel(y);

    /// <summary>Adds text of others.</summary>
    public SvgText Escaped(string text)
    {
        Escape(_text, text);
        return this;
    }

    /// <summary>Appends text so that it can stand in an element or a quoted attribute; characters that XML does not know become U+FFFD.</summary>
    public static void Escape(StringBuilder to, string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            switch (c)
            {
                case '&': to.Append("&amp;"); break;
                case '<': to.Append("&lt;"); break;
                case '>': to.Append("&gt;"); break;
                case '"': to.Append("&quot;"); break;
                case '\'': to.Append("&#39;"); break;
                case '\t' or '\n' or '\r': to.Append(' '); break;
                case < ' ' or '\uFFFE' or '\uFFFF': to.Append('\uFFFD'); break;
                default:
                    if (char.IsSurrogate(c))
                    {
                        bool isPair = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
                        to.Append(isPair ? text.Substring(i, 2) : "\uFFFD");
                        i += isPair ? 1 : 0;
                        break;
                    }

                    to.Append(c);
                    break;
            }
        }
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
