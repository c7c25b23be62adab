using FsCheck;
using FsCheck.Fluent;

namespace Ballast.Search.Tests;

/// <summary>Laws of the search over generated catalogues.</summary>
public class SearchLawTests
{
    private static readonly string[] Words = ["steel", "output", "stations", "industry", "5G", "1000Mbps", "index", "B-D", "new-energy", "CO2", "über", "GYTD", "cars", "ST", "M2", "electric"];
    private static readonly string[] Han = ["钢铁", "产量", "采购", "经理", "指数", "新能源", "汽车", "基站", "同比", "工业", "增加值", "铁", "汽"];

    [Fact]
    public void A_series_is_found_by_its_own_title_codes_names_synonyms_source_name_and_key_in_either_language()
    {
        Prop.ForAll(Catalogues().ToArbitrary(), entries =>
        {
            SearchIndex index = SearchIndex.Of(entries);
            foreach (SearchEntry entry in entries)
            {
                IEnumerable<string> own = entry.Title.Texts.Select(t => t.Value)
                    .Concat(entry.Codes.Append(entry.Flow).SelectMany(c => c.Synonyms.Append(c.Name).SelectMany(t => t.Texts).Select(t => t.Value).Append(c.Id)))
                    .Append(entry.SourceId!).Append("@" + entry.SourceId).Append(entry.Key);
                foreach (string query in own)
                {
                    SearchResult result = index.Find(query, limit: 1_000);
                    if (!result.HasAllTerms || !result.Hits.Any(h => h.Entry == entry && h.Reasons.Length > 0))
                    {
                        throw new InvalidOperationException($"{query} does not find {entry.Key}.");
                    }
                }
            }
        }).Check(Config.QuickThrowOnFailure.WithReplay(20_230_118, 21).WithMaxTest(100));
    }

    [Fact]
    public void A_further_term_never_adds_hits_while_all_terms_are_asked_for()
    {
        Gen<(SearchEntry[], string, string)> cases =
            from entries in Catalogues()
            from query in Queries()
            from term in Gen.Elements([.. Words, .. Han, "@S1", "unknown", "C1", "("])
            select (entries, query, term);

        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            (SearchEntry[] entries, string query, string term) = c;
            SearchIndex index = SearchIndex.Of(entries);
            SearchResult fewer = index.Find(query, limit: 1_000);
            SearchResult more = index.Find($"{query} {term}", limit: 1_000);

            return fewer.TotalCount == 0 || !fewer.HasAllTerms || !more.HasAllTerms
                || more.Hits.Select(h => h.Entry).All(e => fewer.Hits.Any(h => h.Entry == e));
        }).Check(Config.QuickThrowOnFailure.WithReplay(20_230_118, 23).WithMaxTest(500));
    }

    [Fact]
    public void The_order_of_loading_does_not_matter_and_ties_go_by_flow_and_key()
    {
        Gen<(SearchEntry[], SearchEntry[], string)> cases =
            from entries in Catalogues()
            from shuffled in Gen.Shuffle(entries)
            from query in Queries()
            select (entries, shuffled, query);

        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            SearchResult one = SearchIndex.Of(c.Item1).Find(c.Item3, limit: 1_000);
            SearchResult other = SearchIndex.Of(c.Item2).Find(c.Item3, limit: 1_000);

            return one.Hits.Select(h => (h.Entry, h.Score)).SequenceEqual(other.Hits.Select(h => (h.Entry, h.Score)))
                && one.Hits.Zip(one.Hits.Skip(1)).All(p => p.First.Score > p.Second.Score
                    || (p.First.Score == p.Second.Score && string.CompareOrdinal(p.First.Entry.Key, p.Second.Entry.Key) < 0))
                && one.Hits.All(h => h.Score is >= 0 and <= 1 && (one.HasAllTerms || h.Score <= 0.5));
        }).Check(Config.QuickThrowOnFailure.WithReplay(20_230_118, 25).WithMaxTest(300));
    }

    [Fact]
    public void All_hits_agree_with_a_slow_and_obvious_search_for_words_and_han_characters()
    {
        Gen<(SearchEntry[], string)> cases =
            from entries in Catalogues()
            from query in Gen.Elements("steel", "ste", "station", "stations", "钢铁", "铁", "汽车", "1000", "1000m", "gytd", "新能源汽车")
            select (entries, query);

        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            string[] found = [.. SearchIndex.Of(c.Item1).Find(c.Item2, 1_000) is { HasAllTerms: true } r ? r.Hits.Select(h => h.Entry.Key).Order(StringComparer.Ordinal).ToArray() : []];
            string[] slow = [.. c.Item1.Where(e => Has(e, c.Item2)).Select(e => e.Key).Order(StringComparer.Ordinal)];
            return found.SequenceEqual(slow);
        }).Check(Config.QuickThrowOnFailure.WithReplay(20_230_118, 27).WithMaxTest(500));
    }

    [Fact]
    public void No_query_of_any_characters_brings_down_the_search()
    {
        Gen<string> queries = Gen.OneOf(
            Gen.Choose(0, 0xFFFF).Select(c => ((char)c).ToString()),
            Gen.Elements("@", ".", "-", ":", "_", " ", "钢", "steel", "\uD83D\uDE00", "\u0301", "B-D", "M2")).ListOf(30).Select(p => string.Concat(p));

        Prop.ForAll(queries.ToArbitrary(), q => Corpus.Index.Find(q).Hits.All(h => h.Score is >= 0 and <= 1))
            .Check(Config.QuickThrowOnFailure.WithReplay(20_230_118, 29).WithMaxTest(1_000));
    }

    [Fact]
    public void A_hundred_thousand_series_share_the_texts_of_their_codes()
    {
        SearchCode flow = Corpus.Products;
        SearchCode[] items = [.. Enumerable.Range(0, 400).Select(i => Corpus.Code($"I{i}", $"Item number{i} of steel", $"钢铁产品{i}"))];
        SearchCode[] areas = [.. Enumerable.Range(0, 250).Select(i => Corpus.Code($"A{i}", $"Area place{i}", $"地区{i}"))];
        long before = GC.GetTotalMemory(forceFullCollection: true);

        SearchIndex index = SearchIndex.Of(items.SelectMany(i => areas.Select(a => new SearchEntry(flow, $"M.{a.Id}.{i.Id}", null, default, [Corpus.Monthly, a, i], []))));

        long perSeries = (GC.GetTotalMemory(forceFullCollection: true) - before) / index.Count;
        Assert.Equal(100_000, index.Count);
        Assert.InRange(perSeries, 0, 500);
        Assert.Equal("M.A117.I123", Assert.Single(index.Find("number123 place117").Hits).Entry.Key);
        Assert.Equal(100_000, index.Find("钢铁").TotalCount);
    }

    /// <summary>Whether a text of the entry has the word, a word it begins (unless it is a number), or an id that it is; of Han characters, whether pairs found anywhere cover them.</summary>
    private static bool Has(SearchEntry entry, string query)
    {
        string[] texts = [.. entry.Title.Texts.Concat(entry.Codes.Append(entry.Flow).Concat(entry.Units).SelectMany(c => c.Synonyms.Append(c.Name)).SelectMany(t => t.Texts)).Select(t => t.Value.ToLowerInvariant())];
        string[] ids = [.. entry.Codes.Append(entry.Flow).Concat(entry.Units).Select(c => c.Id).Append(entry.SourceId!).Select(i => i.ToLowerInvariant())];
        if (query[0] > '\u3000')
        {
            bool[] covered = new bool[query.Length];
            for (int i = 0; i < query.Length; i++)
            {
                string pair = query.Substring(i, Math.Min(query.Length == 1 ? 1 : 2, query.Length - i));
                if (pair.Length == Math.Min(2, query.Length) && texts.Any(t => t.Contains(pair, StringComparison.Ordinal)))
                {
                    covered.AsSpan(i, pair.Length).Fill(true);
                }
            }

            return covered.All(c => c);
        }

        string[] words = [.. texts.SelectMany(t => new string([.. t.Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries))];
        words = [.. words.Concat(words.Where(w => w == "1000mbps").SelectMany(_ => new[] { "1000", "mbps" })), .. words.Where(w => w is "stations" or "cars").Select(w => w[..^1])];
        return ids.Contains(query) || words.Any(w => w == query || w == query.TrimEnd('s') || (!query.All(char.IsDigit) && w.StartsWith(query, StringComparison.Ordinal)));
    }

    private static Gen<string> Queries() => Gen.Elements([.. Words, .. Han]).ListOf(3).Select(w => string.Join(' ', w));

    private static Gen<SearchEntry[]> Catalogues()
    {
        Gen<string> english = Gen.Elements(Words).NonEmptyListOf().Select(w => string.Join(' ', w.Take(8)));
        Gen<string> chinese = Gen.Elements([.. Han, "5G", "："]).NonEmptyListOf().Select(w => "中" + string.Concat(w.Take(8)));
        Gen<(string En, string Zh)> text = from en in english from zh in chinese select (en, zh);
        Gen<SearchCode> code =
            from id in Gen.Elements("C1", "C2", "B-D", "STEEL", "M2", "_T")
            from name in text
            from synonyms in text.ListOf(1)
            select Corpus.Code(id, name.En, name.Zh, [.. synonyms]);
        return from codes in code.ListOf(4)
               from picks in Gen.Choose(0, 3).ListOf(8)
               from titles in text.ListOf(8)
               select Enumerable.Range(0, 8).Select(i => new SearchEntry(codes[3], $"K{i}.{codes[picks[i]].Id}", $"S{i}", Corpus.Text(titles[i].En, titles[i].Zh), [codes[picks[i]], codes[0]], [])).ToArray();
    }
}
