using System.Collections.Immutable;
using Ballast.Sdmx.Model;

namespace Ballast.Search;

/// <summary>
/// An index of series in memory: by words and their beginnings, by Han characters and their pairs, by codes and the sources' names. Immutable: whoever may
/// see fewer series gets an index of those, so that no count and no suggestion shows the rest.
/// </summary>
/// <remarks>
/// Texts belong to owners: a series has its title and source id, a code its id, names and synonyms. Terms point to texts, texts to owners, owners to series;
/// so the names of a code are kept and searched once, however many series have it. Series are numbered by dataflow and key, which breaks ties.
/// </remarks>
public sealed partial class SearchIndex
{
    private readonly ImmutableArray<SearchEntry> _entries;
    private readonly string[] _terms;
    private readonly int[][] _textsOfTerm;
    private readonly Text[] _texts;
    private readonly int[] _firstTextOfOwner;
    private readonly int[][] _entriesOfCode;
    private readonly int[][] _codesOfEntry;
    private readonly float[] _commonness;
    private readonly (ulong Hash, int Text)[] _wholes;
    private readonly int[] _byKey;

    private SearchIndex(Builder builder)
    {
        _entries = builder.Entries;
        _texts = [.. builder.Texts];
        _firstTextOfOwner = [.. builder.FirstTextOfOwner, builder.Texts.Count];
        _entriesOfCode = builder.EntriesOfCode();
        _codesOfEntry = builder.CodesOfEntry;
        _commonness = [.. _codesOfEntry.Select(codes => codes.Length == 0 ? 0 : (float)codes.Average(c => (double)_entriesOfCode[c].Length / _entries.Length))];
        _terms = [.. builder.TextsOfTerm.Keys];
        Array.Sort(_terms, StringComparer.Ordinal);
        _textsOfTerm = [.. _terms.Select(t => builder.TextsOfTerm[t].ToArray())];
        _wholes = [.. builder.Wholes];
        Array.Sort(_wholes);
        _byKey = [.. Enumerable.Range(0, _entries.Length)];
        Array.Sort(_byKey, (a, b) => string.Compare(_entries[a].Key, _entries[b].Key, StringComparison.OrdinalIgnoreCase) is not 0 and var order ? order : a.CompareTo(b));
        float mean = _texts.Length == 0 ? 1 : (float)_texts.Average(t => (double)t.TermCount);
        for (int i = 0; i < _texts.Length; i++)
        {
            _texts[i].Weight = WeightOf(_texts[i].Field) * Saturation(_texts[i].TermCount / mean);
        }
    }

    /// <summary>How many series it holds.</summary>
    public int Count => _entries.Length;

    /// <summary>An index of series.</summary>
    public static SearchIndex Of(IEnumerable<SearchEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return new SearchIndex(new Builder(entries));
    }

    /// <summary>What a field counts.</summary>
    private static float WeightOf(SearchField field) => field switch
    {
        SearchField.Key or SearchField.SourceId or SearchField.Title => 1f,
        SearchField.Synonym => 0.8f,
        SearchField.CodeName => 0.7f,
        SearchField.Unit => 0.5f,
        _ => 0.4f,
    };

    /// <summary>BM25's factor for a term that stands once in a text (k1 = 1.2, b = 0.5), over its largest value: 1 for the shortest text, less for longer ones.</summary>
    private static float Saturation(float relativeLength)
    {
        const float K1 = 1.2f;
        const float B = 0.5f;
        return (1 + (K1 * (1 - B))) / (1 + (K1 * (1 - B + (B * relativeLength))));
    }

    private static ulong Hash(string text)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in text)
        {
            hash = (hash ^ c) * 1099511628211;
        }

        return hash;
    }

    /// <summary>A text that can be found.</summary>
    private struct Text(SearchField field, int owner, string value, int termCount)
    {
        public readonly SearchField Field = field;
        public readonly int Owner = owner;
        public readonly string Value = value;
        public readonly int TermCount = termCount;
        public float Weight;
    }

    /// <summary>Gathers texts, terms and owners. Owners below the number of entries are series, those above are codes.</summary>
    private sealed class Builder
    {
        private readonly Dictionary<(SearchCode Code, bool IsUnit), int> _numbers = [];
        private readonly List<List<int>> _entriesOfCode = [];

        public Builder(IEnumerable<SearchEntry> entries)
        {
            Entries = [.. entries.OrderBy(e => e.Flow.Id, StringComparer.Ordinal).ThenBy(e => e.Key, StringComparer.Ordinal)];
            CodesOfEntry = new int[Entries.Length][];
            for (int i = 0; i < Entries.Length; i++)
            {
                FirstTextOfOwner.Add(Texts.Count);
                AddTexts(SearchField.Title, i, Entries[i].Title);
                if (Entries[i].SourceId is { Length: > 0 } sourceId)
                {
                    AddId(SearchField.SourceId, i, sourceId, SearchTerms.SourceMark);
                }

                CodesOfEntry[i] = [.. NumbersOf(Entries[i])];
                foreach (int number in CodesOfEntry[i])
                {
                    _entriesOfCode[number].Add(i);
                }
            }

            foreach (((SearchCode code, bool isUnit), int number) in _numbers.OrderBy(n => n.Value))
            {
                int owner = Entries.Length + number;
                FirstTextOfOwner.Add(Texts.Count);
                AddTexts(isUnit ? SearchField.Unit : SearchField.CodeName, owner, code.Name);
                foreach (LocalisedText synonym in code.Synonyms)
                {
                    AddTexts(isUnit ? SearchField.Unit : SearchField.Synonym, owner, synonym);
                }

                AddId(SearchField.Code, owner, code.Id, SearchTerms.CodeMark);
            }
        }

        public ImmutableArray<SearchEntry> Entries { get; }

        public List<Text> Texts { get; } = [];

        public List<int> FirstTextOfOwner { get; } = [];

        public Dictionary<string, List<int>> TextsOfTerm { get; } = new(StringComparer.Ordinal);

        public List<(ulong Hash, int Text)> Wholes { get; } = [];

        public int[][] CodesOfEntry { get; }

        public int[][] EntriesOfCode() => [.. _entriesOfCode.Select(e => e.ToArray())];

        private IEnumerable<int> NumbersOf(SearchEntry entry) =>
            entry.Codes.Prepend(entry.Flow).Select(c => NumberOf(c, isUnit: false)).Concat(entry.Units.Select(u => NumberOf(u, isUnit: true))).Distinct();

        private int NumberOf(SearchCode code, bool isUnit)
        {
            if (!_numbers.TryGetValue((code, isUnit), out int number))
            {
                number = _entriesOfCode.Count;
                _numbers.Add((code, isUnit), number);
                _entriesOfCode.Add([]);
            }

            return number;
        }

        private void AddTexts(SearchField field, int owner, LocalisedText texts)
        {
            foreach ((string _, string text) in texts.Texts)
            {
                string folded = SearchTerms.Fold(text);
                List<SearchRun> runs = SearchTerms.Runs(folded);
                List<string> terms = [.. runs.SelectMany(SearchTerms.Indexed)];
                Add(new Text(field, owner, text, terms.Count), terms, string.Join(' ', runs.Select(r => r.Text)));
            }
        }

        private void AddId(SearchField field, int owner, string id, char mark)
        {
            string folded = SearchTerms.Fold(id);
            Add(new Text(field, owner, id, 1), [mark + folded], SearchQuery.WholeOf(folded));
        }

        private void Add(Text text, List<string> terms, string whole)
        {
            int number = Texts.Count;
            Texts.Add(text);
            Wholes.Add((Hash(whole), number));
            foreach (string term in terms)
            {
                if (!TextsOfTerm.TryGetValue(term, out List<int>? texts))
                {
                    TextsOfTerm.Add(term, texts = []);
                }

                if (texts.Count == 0 || texts[^1] != number)
                {
                    texts.Add(number);
                }
            }
        }
    }
}
