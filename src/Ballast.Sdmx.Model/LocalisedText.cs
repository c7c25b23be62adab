using System.Collections.Immutable;

namespace Ballast.Sdmx.Model;

/// <summary>A text in several languages (SDMX's localised string): BCP 47 tag → text, in the order given. The default has none.</summary>
public readonly record struct LocalisedText
{
    private readonly ImmutableArray<KeyValuePair<string, string>> _texts;

    /// <summary>Texts by language.</summary>
    public LocalisedText(ImmutableArray<KeyValuePair<string, string>> texts) => _texts = texts;

    /// <summary>Texts by language, in the order given.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Texts => _texts.IsDefault ? [] : _texts;

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => _texts.IsDefaultOrEmpty;

    /// <summary>One text in one language.</summary>
    public static LocalisedText Of(string language, string text) => new([new(language, text)]);


    /// <summary>The text in a language (<c>zh-Hans</c> finds <c>zh</c>), else English, else the first, or null where there is none.</summary>
    public string? In(string language) => Exactly(language) ?? Exactly("en") ?? (IsEmpty ? null : _texts[0].Value);

    /// <summary>The text in just this language, or null.</summary>
    public string? Exactly(string language)
    {
        string primary = Primary(language);
        foreach (KeyValuePair<string, string> text in Texts)
        {
            if (string.Equals(Primary(text.Key), primary, StringComparison.OrdinalIgnoreCase))
            {
                return text.Value;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public bool Equals(LocalisedText other) => Texts.SequenceEqual(other.Texts);

    /// <inheritdoc/>
    public override int GetHashCode() => Texts.Length == 0 ? 0 : HashCode.Combine(Texts.Length, Texts[0].Value);

    /// <inheritdoc/>
    public override string ToString() => In("en") ?? "";

    private static string Primary(string language) => language.Split('-', 2)[0];
}
