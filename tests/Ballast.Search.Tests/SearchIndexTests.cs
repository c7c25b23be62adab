namespace Ballast.Search.Tests;

public class SearchIndexTests
{
    [Theory]
    [InlineData("钢铁", "CN_STEEL", "CN_STEEL_YOY", "JS_STEEL")]
    [InlineData("采购", "CN_PMI")]
    [InlineData("基站", "CN_5G_STATIONS")]
    [InlineData("5G基站", "CN_5G_STATIONS")]
    [InlineData("钢", "CN_STEEL", "CN_STEEL_YOY", "JS_STEEL")]
    [InlineData("铁", "CN_STEEL", "CN_STEEL_YOY", "JS_STEEL")]
    [InlineData("新能源汽车", "CN_NEV")]
    [InlineData("新能源汽车 产量", "CN_NEV")]
    [InlineData("江苏粗钢", "JS_STEEL")]
    [InlineData("钢铁产量", "CN_STEEL", "CN_STEEL_YOY", "JS_STEEL")]
    [InlineData("ｃｒｕｄｅ　ＳＴＥＥＬ growth", "CN_STEEL_YOY")]
    [InlineData("Crüde stéel tonnes jiangsu", "JS_STEEL")]
    [InlineData("vehicle", "CN_NEV")]
    [InlineData("purch", "CN_PMI")]
    [InlineData("base station", "CN_5G_STATIONS")]
    [InlineData("stations of 5G", "CN_5G_STATIONS")]
    [InlineData("electric cars", "CN_NEV")]
    [InlineData("2012", "INDPRO")]
    [InlineData("@INDPRO", "INDPRO")]
    [InlineData("@indpro", "INDPRO")]
    [InlineData("INDPRO", "INDPRO")]
    [InlineData("CN_IVA_YOY", "CN_IVA_YOY")]
    [InlineData("NEV", "CN_NEV")]
    [InlineData("STATION_5G", "CN_5G_STATIONS")]
    [InlineData("G1Y steel", "CN_STEEL_YOY")]
    [InlineData("M.CN.NEV.OUTPUT.N", "CN_NEV")]
    [InlineData("IND_PRODUCT:m.cn.nev.output.n", "CN_NEV")]
    [InlineData("B-D value added", "CN_IVA_YOY")]
    [InlineData("ICT_NETWORK", "CN_5G_STATIONS")]
    [InlineData("美国", "INDPRO")]
    public void Series_are_found_in_either_language_by_names_synonyms_and_codes(string query, params string[] expected)
    {
        SearchResult result = Corpus.Index.Find(query);

        Assert.True(result.HasAllTerms);
        Assert.Equal(expected.Order(StringComparer.Ordinal), result.Hits.Select(h => h.Entry.SourceId).Order(StringComparer.Ordinal));
        Assert.Equal(expected.Length, result.TotalCount);
        Assert.All(result.Hits, h => Assert.InRange(h.Score, 0.000001, 1));
    }

    [Theory]
    [InlineData("201")]
    [InlineData("01")]
    [InlineData("@INDPR")]
    [InlineData("@STEEL")]
    public void Numbers_and_source_names_are_found_as_they_are_or_not_at_all(string query) => Assert.Empty(Corpus.Found(query));

    [Fact]
    public void A_title_counts_more_than_a_synonym_and_that_more_than_a_name_and_that_more_than_an_id()
    {
        SearchCode flow = Corpus.Code("F", "flow", "流");
        SearchCode other = Corpus.Code("Z", "other", "其他");
        SearchIndex index = SearchIndex.Of(
        [
            Corpus.Entry(flow, "ID", "alpha beta", "甲乙", [Corpus.Code("COPPER", "metal", "金属"), other]),
            Corpus.Entry(flow, "NAME", "alpha beta", "甲乙", [Corpus.Code("A", "copper", "金属"), other]),
            Corpus.Entry(flow, "SYNONYM", "alpha beta", "甲乙", [Corpus.Code("B", "metal", "金属", ("copper", "铜")), other]),
            Corpus.Entry(flow, "TITLE", "copper", "甲乙", [Corpus.Code("C", "metal", "金属"), other]),
        ]);

        Assert.Equal(["TITLE", "SYNONYM", "NAME", "ID"], index.Find("copper").Hits.Select(h => h.Entry.SourceId));
    }

    [Fact]
    public void A_whole_title_source_name_or_key_comes_first_and_stands_out()
    {
        foreach ((string query, string expected) in new[] { ("粗钢产量", "CN_STEEL"), ("output of crude steel", "CN_STEEL"), ("CN_STEEL", "CN_STEEL"), ("M.CN.STEEL_CRUDE.OUTPUT.G1Y", "CN_STEEL_YOY") })
        {
            SearchResult result = Corpus.Index.Find(query);

            Assert.Equal(expected, result.Hits[0].Entry.SourceId);
            Assert.Empty(result.RunnersUp);
        }
    }

    [Fact]
    public void Of_equals_the_series_of_common_codes_comes_first()
    {
        SearchIndex index = SearchIndex.Of(
        [
            .. Corpus.Entries,
            Corpus.Entry(Corpus.Products, "ANHUI", null, null, [Corpus.Monthly, Corpus.Code("CN-AH", "Anhui", "安徽"), Corpus.NewEnergy, Corpus.Output, Corpus.AsIs]),
            Corpus.Entry(Corpus.Products, "NATION", null, null, [Corpus.Monthly, Corpus.Code("CN", "China", "中国", ("PRC", "全国")), Corpus.NewEnergy, Corpus.Output, Corpus.AsIs]),
        ]);

        string[] found = [.. index.Find("新能源车", limit: 100).Hits.Select(h => h.Entry.SourceId!)];

        Assert.True(Array.IndexOf(found, "NATION") < Array.IndexOf(found, "ANHUI"));
    }

    [Fact]
    public void Runners_up_are_those_that_come_near_to_the_first()
    {
        SearchResult result = Corpus.Index.Find("钢铁");

        Assert.Equal(2, result.RunnersUp.Length);
        Assert.Equal(result.Hits[1..].AsEnumerable(), result.RunnersUp.AsEnumerable());
    }

    [Fact]
    public void Reasons_name_the_term_the_field_and_the_text()
    {
        SearchHit hit = Assert.Single(Corpus.Index.Find("江苏钢铁 tonn output TN").Hits);

        Assert.Equal(
            [
                new SearchReason("江苏钢铁", SearchField.Synonym, "钢铁"),
                new SearchReason("江苏钢铁", SearchField.CodeName, "江苏"),
                new SearchReason("tonn", SearchField.Unit, "Tonnes"),
                new SearchReason("output", SearchField.CodeName, "Output"),
                new SearchReason("tn", SearchField.Code, "TN"),
            ],
            hit.Reasons.OrderBy(r => r.Term != "江苏钢铁").ThenBy(r => r.Term != "tonn").ThenBy(r => r.Term != "output").ThenBy(r => r.Field));
    }

    [Fact]
    public void The_reason_of_a_key_and_of_a_source_name_are_they_themselves()
    {
        Assert.Equal(new SearchReason("m.cn.nev.output.n", SearchField.Key, "M.CN.NEV.OUTPUT.N"), Assert.Single(Corpus.Index.Find("M.CN.NEV.OUTPUT.N").Hits[0].Reasons));
        Assert.Equal(new SearchReason("@indpro", SearchField.SourceId, "INDPRO"), Assert.Single(Corpus.Index.Find("@INDPRO").Hits[0].Reasons));
    }

    [Fact]
    public void Where_no_series_has_all_terms_those_with_the_larger_part_are_given_with_low_scores()
    {
        SearchResult result = Corpus.Index.Find("crude steel unobtainable");

        Assert.False(result.HasAllTerms);
        Assert.Equal(["CN_STEEL", "CN_STEEL_YOY", "JS_STEEL"], result.Hits.Select(h => h.Entry.SourceId!).Order(StringComparer.Ordinal));
        Assert.All(result.Hits, h => Assert.InRange(h.Score, 0.000001, 0.5));
        Assert.Empty(Corpus.Found("steel unobtainable immeasurable"));
    }

    [Theory]
    [InlineData("stele", "steel")]
    [InlineData("purchaisng", "purchasing")]
    [InlineData("@INDRPO", "INDPRO")]
    [InlineData("CN_IVA_YYO", "CN_IVA_YOY")]
    [InlineData("采构经理指数", "采购经理指数")]
    [InlineData("钢帖", "钢铁")]
    public void A_term_found_nowhere_is_answered_by_its_nearest(string query, string expected)
    {
        SearchSuggestion suggestion = Assert.Single(Corpus.Index.Find(query).Suggestions);

        Assert.Equal(expected, suggestion.Nearest[0]);
        Assert.InRange(suggestion.Nearest.Length, 1, 5);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n")]
    [InlineData("...---\"'()[]{}")]
    [InlineData("of the")]
    [InlineData("\u0000\u0001\u0002")]
    [InlineData("@")]
    public void A_query_without_terms_finds_nothing(string query)
    {
        SearchResult result = Corpus.Index.Find(query);

        Assert.Empty(result.Hits);
        Assert.Empty(result.Suggestions);
    }

    [Theory]
    [InlineData("(a+)+$ .*steel.*")]
    [InlineData("steel OR 1=1; DROP TABLE")]
    [InlineData("steel* NEAR/2 \"crude")]
    [InlineData("\u0001STEEL_CRUDE \u0002INDPRO")]
    [InlineData("st\u0000eel\u202E \uFFFE\uFDD0")]
    public void Signs_of_other_query_languages_mean_nothing(string query)
    {
        SearchResult result = Corpus.Index.Find(query);

        Assert.All(result.Hits, h => Assert.InRange(h.Score, 0, 1));
    }

    [Fact]
    public void A_long_query_is_read_up_to_a_limit()
    {
        string[] long10k = [new('a', 10_000), string.Concat(Enumerable.Repeat("钢铁", 5_000)), string.Concat(Enumerable.Repeat("steel ", 2_000)), string.Concat(Enumerable.Range(0, 3_000).Select(i => $"w{i} ")), new('@', 10_000), string.Concat(Enumerable.Repeat("e\u0301", 5_000)), new('\uD800', 10_000)];

        foreach (string query in long10k)
        {
            Assert.InRange(SearchQuery.Of(query, _ => false).Units.Length, 0, SearchQuery.MaxUnits);
            Assert.NotNull(Corpus.Index.Find(query));
        }

        Assert.Equal(3, Corpus.Index.Find(long10k[2]).TotalCount);
    }

    [Fact]
    public void An_empty_index_finds_nothing()
    {
        Assert.Empty(SearchIndex.Of([]).Find("steel").Hits);
        Assert.Equal(0, SearchIndex.Of([]).Count);
    }

    [Fact]
    public void The_limit_cuts_hits_and_not_the_count()
    {
        SearchResult result = Corpus.Index.Find("china", limit: 2);

        Assert.Equal((2, 7), (result.Hits.Length, result.TotalCount));
        Assert.Throws<ArgumentOutOfRangeException>(() => Corpus.Index.Find("china", limit: 0));
    }
}
