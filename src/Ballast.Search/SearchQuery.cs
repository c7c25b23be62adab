using System.Collections.Immutable;

namespace Ballast.Search;

/// <summary>A query cut into units, each of which a series has or has not.</summary>
internal sealed class SearchQuery
{
    /// <summary>Characters that are read; longer queries are nobody's question.</summary>
    public const int MaxLength = 300;

    /// <summary>Units that are asked for; the rest is left aside.</summary>
    public const int MaxUnits = 32;

    /// <summary>Han characters of a unit: one bit each in a mask. A longer run makes several units.</summary>
    public const int MaxHan = 32;

    private SearchQuery(ImmutableArray<SearchUnit> units, string whole) => (Units, Whole) = (units, whole);

    /// <summary>Distinct units in the query's order.</summary>
    public ImmutableArray<SearchUnit> Units { get; }

    /// <summary>All runs in order, as texts are compared whole.</summary>
    public string Whole { get; }

    /// <summary>Cuts a query.</summary>
    /// <param name="text">Anything.</param>
    /// <param name="isExact">Whether a folded text with other characters than words have is a known code, source id or key.</param>
    public static SearchQuery Of(string text, Predicate<string> isExact)
    {
        string folded = SearchTerms.Fold(Cut(text));
        List<SearchUnit> units = [];
        foreach (string piece in folded.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (piece is ['@', _, ..])
            {
                units.Add(new SearchUnit(piece, SearchUnitKind.Source, [SearchTerms.SourceMark + piece[1..]]));
            }
            else if (piece.Any(c => c is '.' or '-' or ':') && isExact(piece))
            {
                units.Add(new SearchUnit(piece, SearchUnitKind.Exact, [piece]));
            }
            else
            {
                units.AddRange(SearchTerms.Runs(piece).SelectMany(Units));
            }
        }

        return new SearchQuery([.. units.DistinctBy(u => u.Text).Take(MaxUnits)], WholeOf(folded));

        static IEnumerable<SearchUnit> Units(SearchRun run) => run.IsHan ? HanUnits(run.Text) : [new SearchUnit(run.Text, SearchUnitKind.Word, [run.Text])];
    }

    /// <summary>The form in which whole texts are compared.</summary>
    public static string WholeOf(string folded) => string.Join(' ', SearchTerms.Runs(folded).Select(r => r.Text));

    private static IEnumerable<SearchUnit> HanUnits(string han)
    {
        foreach (string[] characters in SearchTerms.Characters(han).Chunk(MaxHan))
        {
            string text = string.Concat(characters);
            yield return characters.Length == 1
                ? new SearchUnit(text, SearchUnitKind.Character, [text])
                : new SearchUnit(text, SearchUnitKind.Han, [.. SearchTerms.Pairs(text)]);
        }
    }

    /// <summary>The first characters, without the half of a word at the end.</summary>
    private static string Cut(string text)
    {
        if (text.Length <= MaxLength)
        {
            return text;
        }

        int end = MaxLength;
        while (end > 0 && IsWord(text[end - 1]) && IsWord(text[end]))
        {
            end--;
        }

        return text[..(end == 0 ? MaxLength : end)];

        static bool IsWord(char c) => c == '_' || (char.IsLetterOrDigit(c) && c < '\u3000');
    }
}
