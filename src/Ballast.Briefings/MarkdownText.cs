using System.Text;

namespace Ballast.Briefings;

/// <summary>Text of others in Markdown: nothing of it is taken for markup, a line stays a line.</summary>
internal static class MarkdownText
{
    /// <summary>Escaped for the inside of a paragraph, an item or a cell of a table.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (char c in text)
        {
            switch (c)
            {
                case '\r' or '\n' or '\t': escaped.Append(' '); break;
                case '<': escaped.Append("&lt;"); break;
                case '>': escaped.Append("&gt;"); break;
                case '&': escaped.Append("&amp;"); break;
                case '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '~' or '$': escaped.Append('\\').Append(c); break;
                default: escaped.Append(char.IsControl(c) ? '\uFFFD' : c); break;
            }
        }

        return escaped.ToString();
    }

    /// <summary>The same where the text begins a line, which could make it a heading, an item or a rule.</summary>
    public static string EscapeLine(string text)
    {
        string escaped = Escape(text);
        int digits = escaped.TakeWhile(char.IsAsciiDigit).Count();
        return escaped.Length > 0 && escaped[0] is '#' or '+' or '-' or '=' ? "\\" + escaped
            : digits > 0 && digits < escaped.Length && escaped[digits] is '.' or ')' ? escaped[..digits] + "\\" + escaped[digits..]
            : escaped;
    }

    /// <summary>An address as the definition of a link takes it.</summary>
    public static string Address(string address) =>
        address.Any(c => c is ' ' or '<' or '>' or '\r' or '\n' or '\t')
            ? $"<{address.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal).ReplaceLineEndings("%0A").Replace("\t", "%09", StringComparison.Ordinal)}>"
            : address;
}
