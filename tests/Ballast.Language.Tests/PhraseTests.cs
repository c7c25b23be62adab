using System.Reflection;

namespace Ballast.Language.Tests;

public sealed class PhraseTests
{
    private static readonly (string Name, Phrase Phrase)[] All =
    [
        .. typeof(Phrases).GetNestedTypes()
            .SelectMany(subject => subject.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(field => field.FieldType == typeof(Phrase))
            .Select(field => ($"{field.DeclaringType!.Name}.{field.Name}", (Phrase)field.GetValue(null)!)),
    ];

    [Fact]
    public void Every_phrase_names_the_same_arguments_in_both_languages()
    {
        Assert.NotEmpty(All);
        Assert.Empty(All.Where(p => !p.Phrase.ArgumentsIn(Tongue.English).ToHashSet().SetEquals(p.Phrase.ArgumentsIn(Tongue.Chinese))).Select(p => p.Name));
    }

    [Fact]
    public void No_English_phrase_holds_Chinese_characters_and_no_Chinese_one_chooses_by_number()
    {
        Assert.Empty(All.Where(p => p.Phrase.English.Any(c => c is >= '\u4e00' and <= '\u9fff')).Select(p => p.Name));
        Assert.Empty(All.Where(p => p.Phrase.Chinese.Contains('|', StringComparison.Ordinal)).Select(p => p.Name));
    }

    [Fact]
    public void A_number_chooses_the_word_and_gets_its_marks()
    {
        Assert.Equal("1 value", Phrases.Common.Values.In(Tongue.English, 1));
        Assert.Equal("12,079 values", Phrases.Common.Values.In(Tongue.English, 12_079));
        Assert.Equal("12,079个数值", Phrases.Common.Values.In(Tongue.Chinese, 12_079));
        Assert.Equal("\u22123 values", Phrases.Common.Values.In(Tongue.English, -3));
    }

    [Fact]
    public void Arguments_are_given_in_the_English_order_whatever_the_Chinese_one()
    {
        Assert.Equal("8 of 15 shown", Phrases.Common.ShownOf.In(Tongue.English, 8, 15));
        Assert.Equal("显示15项中的8项", Phrases.Common.ShownOf.In(Tongue.Chinese, 8, 15));
        Assert.Throws<ArgumentException>(() => Phrases.Common.ShownOf.In(Tongue.Chinese, 8));
    }

    [Theory]
    [InlineData("en", Tongue.English)]
    [InlineData("en-GB", Tongue.English)]
    [InlineData("zh", Tongue.Chinese)]
    [InlineData("zh-Hans-CN", Tongue.Chinese)]
    [InlineData("zh_CN.UTF-8", Tongue.Chinese)]
    [InlineData("de", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("C.UTF-8", null)]
    public void A_tag_or_locale_names_its_language(string? tag, Tongue? tongue)
    {
        Assert.Equal(tongue, Tongues.OfTag(tag));
    }
}
