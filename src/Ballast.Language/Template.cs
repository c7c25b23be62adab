using System.Collections.Immutable;
using System.Text;

namespace Ballast.Language;

/// <summary>
/// A text with places for arguments: <c>{n}</c> takes one, <c>{n:value|values}</c> chooses a word by it (the first for 1, the second for all others) and is for English only.
/// Braces have no other use. Checked when it is made.
/// </summary>
internal sealed class Template
{
    private readonly ImmutableArray<Part> _parts;

    public Template(string text)
    {
        List<Part> parts = [];
        int at = 0;
        while (at < text.Length)
        {
            int open = text.IndexOf('{', at);
            int end = open < 0 ? text.Length : open;
            if (end > at)
            {
                parts.Add(new Part(text[at..end], null, null, null));
            }

            if (open < 0)
            {
                break;
            }

            int close = text.IndexOf('}', open);
            if (close < 0)
            {
                throw new ArgumentException($"A brace stays open in '{text}'.", nameof(text));
            }

            parts.Add(Placeholder(text[(open + 1)..close]));
            at = close + 1;
        }

        Text = text;
        _parts = [.. parts];
        Names = [.. parts.Where(p => p.Name is not null).Select(p => p.Name!).Distinct()];
    }

    /// <summary>As written.</summary>
    public string Text { get; }

    /// <summary>Names of its arguments, in the order in which they first stand.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The text with the values of the names put in.</summary>
    public string Fill(ImmutableArray<string> names, ReadOnlySpan<string> values)
    {
        if (_parts is [{ Literal: not null } only])
        {
            return only.Literal;
        }

        StringBuilder text = new();
        foreach (Part part in _parts)
        {
            if (part.Name is null)
            {
                text.Append(part.Literal);
                continue;
            }

            string value = values[names.IndexOf(part.Name)];
            text.Append(part.One is null ? value : value == "1" ? part.One : part.Many);
        }

        return text.ToString();
    }

    private static Part Placeholder(string inside)
    {
        int colon = inside.IndexOf(':', StringComparison.Ordinal);
        string name = colon < 0 ? inside : inside[..colon];
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            throw new ArgumentException($"Expected the name of an argument, got '{{{inside}}}'.", nameof(inside));
        }

        if (colon < 0)
        {
            return new Part(null, name, null, null);
        }

        string[] forms = inside[(colon + 1)..].Split('|');
        return forms.Length == 2
            ? new Part(null, name, forms[0], forms[1])
            : throw new ArgumentException($"Expected two forms, got '{{{inside}}}'.", nameof(inside));
    }

    private sealed record Part(string? Literal, string? Name, string? One, string? Many);
}
