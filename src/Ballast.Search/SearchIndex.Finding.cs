using System.Collections.Immutable;
using System.Numerics;
using Ballast.Faults;

namespace Ballast.Search;

/// <content>Finding: gains are gathered unit by unit, then the series that have all units are ranked, else those that have the larger part.</content>
public sealed partial class SearchIndex
{
    /// <summary>A word that only begins one in a text counts a little less than the word itself.</summary>
    private const float PrefixFactor = 0.8f;

    /// <summary>What a query counts that is a whole title, name or id, against what its terms count.</summary>
    private const double WholeShare = 0.3;

    /// <summary>
    /// What it counts that a series' codes are common ones: who asks for value added without a place means the nation, not one of thirty provinces.
    /// Small, so that it parts equals and no more.
    /// </summary>
    private const double CommonShare = 0.03;

    /// <summary>Series that lack terms are given where they have this share of the query, and their scores are halved.</summary>
    private const double LeastCover = 0.5;

    private const int MaxSuggestions = 5;
    private const int MaxSuggestedTerms = 4;

    /// <summary>Finds series.</summary>
    /// <param name="query">Words, beginnings of words, Chinese text, codes, <c>@SOURCE_ID</c>, a whole key; anything else does no harm. Case, width and accents do not matter.</param>
    /// <param name="limit">How many hits are given.</param>
    /// <param name="cancellation">Checked between the terms.</param>
    public SearchResult Find(string query, int limit = 20, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        SearchQuery cut = SearchQuery.Of(query, IsExact);
        if (cut.Units.IsEmpty)
        {
            return new SearchResult([], 0, true, []);
        }

        Tally tally = new(_entries.Length, _firstTextOfOwner.Length - 1);
        List<SearchUnit> foundNowhere = [];
        foreach (SearchUnit unit in cut.Units)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!Gather(unit, tally))
            {
                foundNowhere.Add(unit);
            }
        }

        AddWholes(cut, tally);
        bool hasAll = tally.FullCounts.AsSpan().Contains((byte)cut.Units.Length);
        List<(double Score, int Entry)> ranked = Rank(tally, cut.Units.Length, hasAll);
        ImmutableArray<SearchHit> hits = [.. ranked.Take(limit).Select(r => new SearchHit(_entries[r.Entry], r.Score, Reasons(r.Entry, cut)))];
        return new SearchResult(hits, ranked.Count, hasAll, [.. foundNowhere.Take(MaxSuggestedTerms).Select(Suggest).Where(s => !s.Nearest.IsEmpty)]);
    }

    private List<(double Score, int Entry)> Rank(Tally tally, int unitCount, bool hasAll)
    {
        List<(double Score, int Entry)> ranked = [];
        for (int entry = 0; entry < tally.Gains.Length; entry++)
        {
            double cover = tally.Covers[entry] / unitCount;
            if (hasAll ? tally.FullCounts[entry] == unitCount : cover >= LeastCover && cover > 0)
            {
                double gain = tally.MostGain == 0 ? 0 : tally.Gains[entry] / tally.MostGain;
                double score = ((1 - WholeShare - CommonShare) * gain) + (WholeShare * tally.Wholes[entry]) + (CommonShare * _commonness[entry]);

                // Rounded, so that sums in another order do not break ties.
                ranked.Add((Math.Round(Math.Clamp(hasAll ? score : LeastCover * cover * score, 0, 1), 6), entry));
            }
        }

        ranked.Sort((a, b) => b.Score.CompareTo(a.Score) is not 0 and var order ? order : a.Entry.CompareTo(b.Entry));
        return ranked;
    }

    /// <summary>Adds what a unit gives to each series; false where no series has all of it.</summary>
    private bool Gather(SearchUnit unit, Tally tally)
    {
        for (int i = 0; i < unit.Terms.Length; i++)
        {
            tally.BeginTerm();
            foreach ((int text, float factor) in Matches(unit, unit.Terms[i]))
            {
                Offer(_texts[text].Owner, _texts[text].Weight * factor, tally);
            }

            if (unit.Kind == SearchUnitKind.Exact)
            {
                foreach (int entry in EntriesOfKey(unit.Text))
                {
                    tally.Offer(entry, 1);
                }
            }

            tally.EndTerm(unit.MaskOf(i), unit.Terms.Length);
        }

        return tally.EndUnit(unit.FullMask);
    }

    private void Offer(int owner, float weight, Tally tally)
    {
        if (!tally.IsBetter(owner, weight))
        {
            return;
        }

        if (owner < _entries.Length)
        {
            tally.Offer(owner, weight);
            return;
        }

        foreach (int entry in _entriesOfCode[owner - _entries.Length])
        {
            tally.Offer(entry, weight);
        }
    }

    /// <summary>Texts that a term is found in, each perhaps several times.</summary>
    private IEnumerable<(int Text, float Factor)> Matches(SearchUnit unit, string term)
    {
        switch (unit.Kind)
        {
            case SearchUnitKind.Word:
                foreach ((int text, float factor) in WordMatches(term))
                {
                    yield return (text, factor);
                }

                break;
            case SearchUnitKind.Character:
                for (int i = FirstAtLeast(term); i < _terms.Length && _terms[i].StartsWith(term, StringComparison.Ordinal); i++)
                {
                    foreach (int text in _textsOfTerm[i])
                    {
                        yield return (text, 1);
                    }
                }

                break;
            case SearchUnitKind.Exact:
                // "B-D" is a code, and may stand in a title too: as words of one text.
                IEnumerable<int>[] words = [.. SearchTerms.Runs(term).Select(r => r.IsHan ? TextsOf(r.Text) : WordMatches(r.Text).Select(m => m.Text))];
                foreach (int text in TextsOf(SearchTerms.CodeMark + term)
                    .Concat(TextsOf(SearchTerms.SourceMark + term))
                    .Concat(words.Length == 0 ? [] : words.Aggregate((a, b) => a.Intersect(b)).Where(t => !IsId(_texts[t].Field))))
                {
                    yield return (text, 1);
                }

                break;
            default:
                foreach (int text in TextsOf(term))
                {
                    yield return (text, 1);
                }

                break;
        }
    }

    private IEnumerable<(int Text, float Factor)> WordMatches(string word)
    {
        string singular = SearchTerms.Singular(word);
        foreach (int text in TextsOf(word).Concat(singular == word ? [] : TextsOf(singular)))
        {
            yield return (text, 1);
        }

        foreach (int text in TextsOf(SearchTerms.CodeMark + word).Concat(TextsOf(SearchTerms.SourceMark + word)))
        {
            yield return (text, 1);
        }

        if (word.Length < 2 || word.All(char.IsDigit))
        {
            yield break;
        }

        for (int i = FirstAtLeast(word); i < _terms.Length && _terms[i].StartsWith(word, StringComparison.Ordinal); i++)
        {
            foreach (int text in _terms[i].Length == word.Length ? [] : _textsOfTerm[i])
            {
                yield return (text, PrefixFactor);
            }
        }
    }

    private int[] TextsOf(string term) => Array.BinarySearch(_terms, term, StringComparer.Ordinal) is >= 0 and var index ? _textsOfTerm[index] : [];

    private int FirstAtLeast(string term) => Array.BinarySearch(_terms, term, StringComparer.Ordinal) is var index && index < 0 ? ~index : index;

    private bool IsExact(string piece) =>
        TextsOf(SearchTerms.CodeMark + piece).Length > 0 || TextsOf(SearchTerms.SourceMark + piece).Length > 0 || EntriesOfKey(piece).Any();

    /// <summary>Series of a key, case aside, with or without the dataflow and a colon before it.</summary>
    private IEnumerable<int> EntriesOfKey(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        string key = text[(colon + 1)..];
        int low = 0;
        for (int high = _byKey.Length; low < high;)
        {
            int middle = (low + high) / 2;
            (low, high) = string.Compare(_entries[_byKey[middle]].Key, key, StringComparison.OrdinalIgnoreCase) < 0 ? (middle + 1, high) : (low, middle);
        }

        for (; low < _byKey.Length && string.Equals(_entries[_byKey[low]].Key, key, StringComparison.OrdinalIgnoreCase); low++)
        {
            if (colon < 0 || string.Equals(_entries[_byKey[low]].Flow.Id, text[..colon], StringComparison.OrdinalIgnoreCase))
            {
                yield return _byKey[low];
            }
        }
    }

    /// <summary>Notes the series of which the query is a whole title, name, id or key.</summary>
    private void AddWholes(SearchQuery query, Tally tally)
    {
        if (query.Units is [{ Kind: SearchUnitKind.Exact } only])
        {
            foreach (int entry in EntriesOfKey(only.Text))
            {
                tally.Wholes[entry] = 1;
            }
        }

        string whole = query.Whole;
        ulong hash = Hash(whole);
        int index = Array.BinarySearch(_wholes, (hash, 0));
        for (index = index < 0 ? ~index : index; index < _wholes.Length && _wholes[index].Hash == hash; index++)
        {
            Text text = _texts[_wholes[index].Text];
            if (SearchQuery.WholeOf(SearchTerms.Fold(text.Value)) == whole)
            {
                float weight = WeightOf(text.Field);
                foreach (int entry in text.Owner < _entries.Length ? [text.Owner] : _entriesOfCode[text.Owner - _entries.Length])
                {
                    tally.Wholes[entry] = Math.Max(tally.Wholes[entry], weight);
                }
            }
        }
    }

    private ImmutableArray<SearchReason> Reasons(int entry, SearchQuery query)
    {
        List<int> texts = [];
        foreach (int owner in _codesOfEntry[entry].Select(c => c + _entries.Length).Prepend(entry))
        {
            texts.AddRange(Enumerable.Range(_firstTextOfOwner[owner], _firstTextOfOwner[owner + 1] - _firstTextOfOwner[owner]));
        }

        List<(int Text, HashSet<string> Terms)> candidates = [.. texts.Select(t => (t, TermsOf(_texts[t])))];
        ImmutableArray<SearchReason>.Builder reasons = ImmutableArray.CreateBuilder<SearchReason>();
        foreach (SearchUnit unit in query.Units)
        {
            if (unit.Kind == SearchUnitKind.Exact && EntriesOfKey(unit.Text).Contains(entry))
            {
                reasons.Add(new SearchReason(unit.Text, SearchField.Key, _entries[entry].Key));
                continue;
            }

            AddReasons(unit, candidates, reasons);
        }

        return reasons.ToImmutable();
    }

    /// <summary>Texts that cover a unit: each time the one that adds most, of equals the weightiest, of those the first.</summary>
    private void AddReasons(SearchUnit unit, List<(int Text, HashSet<string> Terms)> candidates, ImmutableArray<SearchReason>.Builder reasons)
    {
        List<(int Text, uint Mask, float Weight)> found = [];
        foreach ((int text, HashSet<string> terms) in candidates)
        {
            uint mask = 0;
            float factor = 0;
            for (int i = 0; i < unit.Terms.Length; i++)
            {
                if (Factor(unit.Kind, unit.Terms[i], terms) is > 0 and var how)
                {
                    (mask, factor) = (mask | unit.MaskOf(i), Math.Max(factor, how));
                }
            }

            if (mask != 0)
            {
                found.Add((text, mask, factor * _texts[text].Weight));
            }
        }

        for (uint covered = 0; covered != unit.FullMask;)
        {
            (int text, uint mask, _) = found.OrderByDescending(f => BitOperations.PopCount(f.Mask & ~covered)).ThenByDescending(f => f.Weight).ThenBy(f => f.Text).FirstOrDefault();
            if ((mask & ~covered) == 0)
            {
                break;
            }

            reasons.Add(new SearchReason(unit.Text, _texts[text].Field, _texts[text].Value));
            covered |= mask;
        }
    }

    /// <summary>How far a text with these terms has a unit's term; agrees with <see cref="Matches"/>.</summary>
    private static float Factor(SearchUnitKind kind, string term, HashSet<string> terms) => kind switch
    {
        SearchUnitKind.Word when terms.Contains(term) || terms.Contains(SearchTerms.Singular(term))
            || terms.Contains(SearchTerms.CodeMark + term) || terms.Contains(SearchTerms.SourceMark + term) => 1,
        SearchUnitKind.Word => term.Length >= 2 && !term.All(char.IsDigit) && terms.Any(t => t.StartsWith(term, StringComparison.Ordinal)) ? PrefixFactor : 0,
        SearchUnitKind.Character => terms.Any(t => t.StartsWith(term, StringComparison.Ordinal)) ? 1 : 0,
        SearchUnitKind.Exact => terms.Contains(SearchTerms.CodeMark + term) || terms.Contains(SearchTerms.SourceMark + term) || HasWords(term, terms) ? 1 : 0,
        _ => terms.Contains(term) ? 1 : 0,
    };

    private static bool HasWords(string term, HashSet<string> terms)
    {
        List<SearchRun> runs = SearchTerms.Runs(term);
        return runs.Count > 0 && runs.All(r => Factor(r.IsHan ? SearchUnitKind.Han : SearchUnitKind.Word, r.Text, terms) > 0);
    }

    private static bool IsId(SearchField field) => field is SearchField.Code or SearchField.SourceId;

    private static HashSet<string> TermsOf(Text text)
    {
        string folded = SearchTerms.Fold(text.Value);
        return text.Field switch
        {
            SearchField.Code => [SearchTerms.CodeMark + folded],
            SearchField.SourceId => [SearchTerms.SourceMark + folded],
            _ => [.. SearchTerms.Runs(folded).SelectMany(SearchTerms.Indexed)],
        };
    }

    /// <summary>Words of names, names and ids of codes, and sources' names that resemble a unit.</summary>
    private SearchSuggestion Suggest(SearchUnit unit)
    {
        string word = unit.Kind == SearchUnitKind.Source ? unit.Text[1..] : unit.Text;
        int bound = Math.Max(1, word.Length / 3) + 1;
        Dictionary<string, int> near = new(StringComparer.Ordinal);
        if (unit.Kind is SearchUnitKind.Word or SearchUnitKind.Source)
        {
            foreach (string term in _terms.Where(t => (t[0] == SearchTerms.SourceMark || unit.Kind == SearchUnitKind.Word) && Math.Abs(t.Length - word.Length) <= bound))
            {
                bool isId = term[0] is SearchTerms.CodeMark or SearchTerms.SourceMark;
                Near(isId ? term[1..] : term, isId ? _texts[TextsOf(term)[0]].Value : term);
            }
        }
        else
        {
            for (int i = _firstTextOfOwner[_entries.Length]; i < _texts.Length; i++)
            {
                if (Math.Abs(_texts[i].Value.Length - word.Length) < bound)
                {
                    Near(SearchTerms.Fold(_texts[i].Value), _texts[i].Value);
                }
            }
        }

        return new SearchSuggestion(unit.Text, [.. near.OrderBy(n => n.Value).ThenBy(n => n.Key, StringComparer.Ordinal).Take(MaxSuggestions).Select(n => n.Key)]);

        void Near(string folded, string shown)
        {
            int distance = NearestName.Distance(word, folded, bound);
            if (distance < bound && (!near.TryGetValue(shown, out int before) || distance < before))
            {
                near[shown] = distance;
            }
        }
    }

    /// <summary>What the units of a query gave so far, series by series.</summary>
    private sealed class Tally(int entryCount, int ownerCount)
    {
        private readonly float[] _bestOfOwner = new float[ownerCount];
        private readonly List<int> _owners = [];
        private readonly float[] _bestOfTerm = new float[entryCount];
        private readonly List<int> _entriesOfTerm = [];
        private readonly uint[] _masks = new uint[entryCount];
        private readonly List<int> _entriesOfUnit = [];

        public double MostGain { get; private set; }

        public double[] Gains { get; } = new double[entryCount];

        public float[] Covers { get; } = new float[entryCount];

        public byte[] FullCounts { get; } = new byte[entryCount];

        public float[] Wholes { get; } = new float[entryCount];

        public void BeginTerm()
        {
            foreach (int owner in _owners)
            {
                _bestOfOwner[owner] = 0;
            }

            _owners.Clear();
        }

        /// <summary>Notes the weight of a text of an owner; false where another of its texts weighs as much.</summary>
        public bool IsBetter(int owner, float weight)
        {
            if (weight <= _bestOfOwner[owner])
            {
                return false;
            }

            if (_bestOfOwner[owner] == 0)
            {
                _owners.Add(owner);
            }

            _bestOfOwner[owner] = weight;
            return true;
        }

        public void Offer(int entry, float weight)
        {
            if (_bestOfTerm[entry] == 0)
            {
                _entriesOfTerm.Add(entry);
            }

            _bestOfTerm[entry] = Math.Max(_bestOfTerm[entry], weight);
        }

        /// <summary>Weighs a term by how rare it is, as BM25 does, and adds it to the series that have it.</summary>
        public void EndTerm(uint mask, int termCount)
        {
            double rarity = Math.Log(1 + ((entryCount - _entriesOfTerm.Count + 0.5) / (_entriesOfTerm.Count + 0.5))) / termCount;
            MostGain += rarity;
            foreach (int entry in _entriesOfTerm)
            {
                Gains[entry] += rarity * _bestOfTerm[entry];
                if (_masks[entry] == 0)
                {
                    _entriesOfUnit.Add(entry);
                }

                _masks[entry] |= mask;
                _bestOfTerm[entry] = 0;
            }

            _entriesOfTerm.Clear();
        }

        /// <summary>Counts the unit for the series that have it; false where none has all of it.</summary>
        public bool EndUnit(uint fullMask)
        {
            bool any = false;
            foreach (int entry in _entriesOfUnit)
            {
                Covers[entry] += (float)BitOperations.PopCount(_masks[entry]) / BitOperations.PopCount(fullMask);
                bool isFull = _masks[entry] == fullMask;
                FullCounts[entry] += (byte)(isFull ? 1 : 0);
                any |= isFull;
                _masks[entry] = 0;
            }

            _entriesOfUnit.Clear();
            return any;
        }
    }
}
