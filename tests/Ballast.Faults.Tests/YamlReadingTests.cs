namespace Ballast.Faults.Tests;

public class YamlReadingTests
{
    private readonly FaultList _faults = new();

    [Fact]
    public void Values_are_read_by_kind()
    {
        YamlNode.Mapping map = Map("text: 钢铁\ninteger: -12\nnumber: 15.0\nyes: true\ndate: 2023-01-18\nchoice: two\nlist: [a, b]\n");

        Assert.Equal("钢铁", map.Required("text", _faults)?.Text(_faults));
        Assert.Equal(-12, map.Required("integer", _faults)?.Integer(_faults));
        Assert.Equal("15.0", map.Required("number", _faults)?.Number(_faults)?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.True(map.Required("yes", _faults)?.Bool(_faults));
        Assert.Equal(new DateOnly(2023, 1, 18), map.Required("date", _faults)?.Date(_faults));
        Assert.Equal("two", map.Required("choice", _faults)?.OneOf(_faults, "one", "two"));
        Assert.Equal(["a", "b"], map.Required("list", _faults)!.Texts(_faults)!.Value.AsEnumerable());
        Assert.Empty(_faults);
    }

    [Theory]
    [InlineData("1.5", "yaml.integer-expected")]
    [InlineData("1e3", "yaml.integer-expected")]
    [InlineData("99999999999999999999", "yaml.integer-expected")]
    [InlineData("0x10", "yaml.integer-expected")]
    [InlineData("", "yaml.text-expected")]
    [InlineData("[1]", "yaml.text-expected")]
    public void A_wrong_integer_is_a_fault_at_its_place(string value, string code)
    {
        Assert.Null(Map($"n: {value}\n").Find("n")!.Integer(_faults));

        Fault fault = Assert.Single(_faults);
        Assert.Equal(code, fault.Code.Name);
        Assert.Equal(1, fault.Place.Line);
    }

    [Theory]
    [InlineData("1,5")]
    [InlineData("1e3")]
    [InlineData("NaN")]
    [InlineData(".inf")]
    public void A_number_is_digits_and_a_point(string value)
    {
        Assert.Null(Map($"n: '{value}'\n").Find("n")!.Number(_faults));
        Assert.Equal(YamlFaults.NumberExpected.At(new Place("f", 1, 4), value), Assert.Single(_faults));
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("True")]
    [InlineData("on")]
    public void Only_true_and_false_are_truths(string value)
    {
        Assert.Null(Map($"b: {value}\n").Find("b")!.Bool(_faults));
        Assert.Equal(YamlFaults.BoolExpected, Assert.Single(_faults).Code);
    }

    [Theory]
    [InlineData("2023-02-29")]
    [InlineData("2023-1-18")]
    [InlineData("18.01.2023")]
    public void A_date_is_a_day_that_exists(string value)
    {
        Assert.Null(Map($"d: {value}\n").Find("d")!.Date(_faults));
        Assert.Equal(YamlFaults.DateExpected, Assert.Single(_faults).Code);
    }

    [Fact]
    public void A_missing_key_is_a_fault_where_its_mapping_begins()
    {
        YamlNode.Mapping inner = Map("a:\n  b: 1\n").Find("a")!.Map(_faults)!;

        Assert.Null(inner.Required("c", _faults));
        Assert.Equal(YamlFaults.KeyMissing.At(new Place("f", 2, 3), "c"), Assert.Single(_faults));
    }

    [Fact]
    public void A_mistyped_key_is_named_with_the_one_that_was_meant()
    {
        Map("agnecy: X\ncolour: red\nid: x\n").UnknownKeys(_faults, "id", "agency", "version");

        Assert.Equal(
            [YamlFaults.KeyMisspelt.At(new Place("f", 1, 1), "agnecy", "agency"), YamlFaults.KeyUnknown.At(new Place("f", 2, 1), "colour", "id, agency, version")],
            _faults);
    }

    [Fact]
    public void A_text_for_people_needs_english_and_chinese()
    {
        Assert.Equal([new("en", "Steel"), new("zh", "钢铁")], Map("n: {en: Steel, zh: 钢铁}\n").Find("n")!.Languages(_faults)!.Value.AsEnumerable());
        Assert.Empty(_faults);

        Assert.Null(Map("n: {en: Steel}\n").Find("n")!.Languages(_faults));
        Assert.Null(Map("n: {en: Steel, zh: 钢铁, English: x}\n").Find("n")!.Languages(_faults));
        Assert.Null(Map("n: Steel\n").Find("n")!.Languages(_faults));
        Assert.Equal(["yaml.language-missing", "yaml.language-unknown", "yaml.mapping-expected"], _faults.Select(f => f.Code.Name));
    }

    [Fact]
    public void A_word_that_is_no_choice_is_a_fault_that_names_the_choices()
    {
        Assert.Null(Map("c: three\n").Find("c")!.OneOf(_faults, "one", "two"));
        Assert.Equal(["three", "one, two"], Assert.Single(_faults).Arguments.AsEnumerable());
    }

    private static YamlNode.Mapping Map(string text) => YamlTree.ReadMapping(text, "f").Value!;
}
