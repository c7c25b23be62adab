using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Ballast.Search;

/// <summary>How texts and queries fall into terms: words and runs of Han characters, folded.</summary>
internal static class SearchTerms
{
    /// <summary>Stands before ids of codes among the terms, so that no word of a name begins like one.</summary>
    public const char CodeMark = '\u0001';

    /// <summary>Stands before the sources' own names among the terms.</summary>
    public const char SourceMark = '\u0002';

    /// <summary>Words without which a name is the same; neither indexed nor asked for.</summary>
    private static readonly FrozenSet<string> Small =
        new[] { "a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "per", "the", "to", "with" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Case, width, ligatures and diacritics gone; lone halves of surrogate pairs and control characters become spaces.</summary>
    public static string Fold(string text)
    {
        StringBuilder clean = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            clean.Append(rune == Rune.ReplacementChar || Rune.IsControl(rune) || IsNoCharacter(rune) ? " " : rune.ToString());
        }

        StringBuilder folded = new(clean.Length);
        foreach (Rune rune in clean.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(Rune.ToLowerInvariant(rune).Value switch
                {
                    'ß' => "ss",
                    'æ' => "ae",
                    'œ' => "oe",
                    'ø' => "o",
                    'ł' => "l",
                    'đ' => "d",
                    var value => new Rune(value).ToString(),
                });
            }
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Words and Han runs of a folded text in its order, small words left out.</summary>
    public static List<SearchRun> Runs(string folded)
    {
        List<SearchRun> runs = [];
        int start = -1;
        RunKind kind = RunKind.None;
        int index = 0;
        foreach (Rune rune in folded.EnumerateRunes())
        {
            RunKind next = KindOf(rune);
            if (next != kind)
            {
                Close(index);
                (start, kind) = (index, next);
            }

            index += rune.Utf16SequenceLength;
        }

        Close(index);
        return runs;

        void Close(int end)
        {
            if (kind == RunKind.None)
            {
                return;
            }

            string text = folded[start..end];
            if (kind == RunKind.Han || (!Small.Contains(text) && text.AsSpan().ContainsAnyExcept('_')))
            {
                runs.Add(new SearchRun(text, kind == RunKind.Han));
            }
        }
    }

    /// <summary>Terms under which a run is indexed. Of a Han run every two neighbours and the last one alone, so that each character begins a term.</summary>
    public static IEnumerable<string> Indexed(SearchRun run) => run.IsHan ? Pairs(run.Text).Append(Characters(run.Text)[^1]) : Forms(run.Text);

    /// <summary>Neighbouring characters of a Han run, two by two.</summary>
    public static IEnumerable<string> Pairs(string han)
    {
        string[] characters = Characters(han);
        for (int i = 0; i + 1 < characters.Length; i++)
        {
            yield return characters[i] + characters[i + 1];
        }
    }

    /// <summary>Characters of a Han run.</summary>
    public static string[] Characters(string han) => [.. han.EnumerateRunes().Select(r => r.ToString())];

    /// <summary>The singular of an English plural by its ending, or the word itself.</summary>
    public static string Singular(string word) => word switch
    {
        { Length: > 4 } when word.EndsWith("ies", StringComparison.Ordinal) => word[..^3] + "y",
        { Length: > 3 } when word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') => word[..^1],
        _ => word,
    };

    private static IEnumerable<string> Forms(string word)
    {
        yield return word;
        if (Singular(word) is var singular && singular != word)
        {
            yield return singular;
        }

        // "1000mbps" and "cn_iva_yoy" are found by their parts too.
        int start = 0;
        for (int i = 1; i <= word.Length; i++)
        {
            if (i == word.Length || PartKind(word[i]) != PartKind(word[i - 1]))
            {
                if (i - start is >= 2 and var length && length < word.Length && word[start] != '_')
                {
                    yield return word[start..i];
                }

                start = i;
            }
        }
    }

    /// <summary>Code points that never are characters; the library's normalisation refuses some of them.</summary>
    private static bool IsNoCharacter(Rune rune) => rune.Value is >= 0xFDD0 and <= 0xFDEF || (rune.Value & 0xFFFE) == 0xFFFE;

    private static int PartKind(char c) => c == '_' ? 0 : char.IsDigit(c) ? 1 : 2;

    private static RunKind KindOf(Rune rune) => rune.Value switch
    {
        '_' => RunKind.Word,
        0x3007 or (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF) => RunKind.Han,
        _ => Rune.IsLetterOrDigit(rune) ? RunKind.Word : RunKind.None,
    };

    private enum RunKind
    {
        None,
        Word,
        Han,
    }
}
