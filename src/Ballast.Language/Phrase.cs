using System.Collections.Immutable;
using System.Globalization;

namespace Ballast.Language;

/// <summary>
/// One text for people in both languages. Places for arguments are <c>{name}</c>; in English <c>{n:value|values}</c> chooses a word by a number. Both languages name the same arguments;
/// callers give the values in the order in which the names first stand in the English text.
/// </summary>
/// <remarks>Phrases are static readonly fields of <see cref="Phrases"/>, one file a subject: a missing one does not compile, and a test holds both languages to the same arguments. Texts are parsed on first use.</remarks>
public sealed class Phrase
{
    private readonly Lazy<Template> _english;
    private readonly Lazy<Template> _chinese;

    /// <summary>A phrase.</summary>
    public Phrase(string english, string chinese)
    {
        ArgumentException.ThrowIfNullOrEmpty(english);
        ArgumentException.ThrowIfNullOrEmpty(chinese);
        (English, Chinese) = (english, chinese);
        (_english, _chinese) = (new(() => new Template(english)), new(() => new Template(chinese)));
    }

    /// <summary>The English text, unfilled.</summary>
    public string English { get; }

    /// <summary>The Chinese text, unfilled.</summary>
    public string Chinese { get; }

    /// <summary>Names of the arguments, in the order in which callers give them.</summary>
    public ImmutableArray<string> Arguments => _english.Value.Names;

    /// <summary>The text in a language.</summary>
    /// <param name="tongue">The language.</param>
    /// <param name="arguments">As many as <see cref="Arguments"/> names, in its order; numbers get their thousands marks, texts stand as they are.</param>
    /// <exception cref="ArgumentException">The number of arguments differs.</exception>
    public string In(Tongue tongue, params ReadOnlySpan<PhraseArgument> arguments)
    {
        ImmutableArray<string> names = Arguments;
        if (arguments.Length != names.Length)
        {
            throw new ArgumentException($"Expected {names.Length} arguments for '{English}', got {arguments.Length}.", nameof(arguments));
        }

        string[] values = new string[arguments.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = arguments[i].Text;
        }

        return (tongue == Tongue.Chinese ? _chinese : _english).Value.Fill(names, values);
    }

    /// <summary>The text with values for names that the caller declares in an order of its own.</summary>
    internal string Fill(Tongue tongue, ImmutableArray<string> names, ReadOnlySpan<string> values) =>
        (tongue == Tongue.Chinese ? _chinese : _english).Value.Fill(names, values);

    /// <summary>Names of the arguments of one language's text, in its own order.</summary>
    public ImmutableArray<string> ArgumentsIn(Tongue tongue) => (tongue == Tongue.Chinese ? _chinese : _english).Value.Names;

    /// <inheritdoc/>
    public override string ToString() => English;
}

/// <summary>A value put into a phrase: a text already in its language, or a whole number.</summary>
public readonly record struct PhraseArgument
{
    private readonly string? _text;

    private PhraseArgument(string text) => _text = text;

    /// <summary>What is put in.</summary>
    public string Text => _text ?? "";

    /// <summary>A text.</summary>
    public static implicit operator PhraseArgument(string text) => new(text);

    /// <summary>A whole number, with thousands marks and the minus sign.</summary>
    public static implicit operator PhraseArgument(int number) => (long)number;

    /// <summary>A whole number, with thousands marks and the minus sign.</summary>
    public static implicit operator PhraseArgument(long number) => new(number.ToString("N0", CultureInfo.InvariantCulture).Replace('-', '\u2212'));
}
