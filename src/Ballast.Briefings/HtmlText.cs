using System.Text;

namespace Ballast.Briefings;

/// <summary>HTML as text: markup of our own and text of others, never confused.</summary>
internal sealed class HtmlText
{
    private readonly StringBuilder _text = new();

    /// <summary>Adds markup of our own.</summary>
    public HtmlText Raw(string markup)
    {
        _text.Append(markup);
        return this;
    }

    /// <summary>Adds a line of markup of our own.</summary>
    public HtmlText Line(string markup = "")
    {
        _text.Append(markup).Append('\n');
        return this;
    }

    /// <summary>Adds text, escaped for elements and quoted attributes. Characters that HTML refuses become U+FFFD.</summary>
    public HtmlText Text(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            switch (c)
            {
                case '&': _text.Append("&amp;"); break;
                case '<': _text.Append("&lt;"); break;
                case '>': _text.Append("&gt;"); break;
                case '"': _text.Append("&quot;"); break;
                case '\'': _text.Append("&#39;"); break;
                case '\t' or '\n' or '\r': _text.Append(' '); break;
                case < ' ' or '\u007F' or '\uFFFE' or '\uFFFF': _text.Append('\uFFFD'); break;
                case >= '\uD800' and <= '\uDFFF':
                    bool isPair = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
                    _text.Append(isPair ? text.Substring(i, 2) : "\uFFFD");
                    i += isPair ? 1 : 0;
                    break;
                default: _text.Append(c); break;
            }
        }

        return this;
    }

    /// <summary>Adds a name from outside, kept from turning the direction of what stands beside it.</summary>
    public HtmlText Name(string name) => Raw("<bdi>").Text(name).Raw("</bdi>");

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
