using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Ballast.Faults.Tests;

public class YamlTreeTests
{
    private const string File = "pack.yaml";

    [Fact]
    public void Keys_and_values_come_in_the_order_written_with_their_places()
    {
        YamlNode.Mapping map = Good("id: steel\nnames:\n  en: Steel\n  zh: 钢铁\nneeds: [common, 'ind']\n");

        Assert.Equal(["id", "names", "needs"], map.Entries.Select(e => e.Key));
        Assert.Equal(new Place(File, 1, 1), map.Entries[0].KeyPlace);
        Assert.Equal(new Place(File, 1, 5), map.Entries[0].Value.Place);
        YamlNode.Mapping names = Assert.IsType<YamlNode.Mapping>(map.Find("names"));
        Assert.Equal(new Place(File, 4, 7), names.Find("zh")!.Place);
        YamlNode.Sequence needs = Assert.IsType<YamlNode.Sequence>(map.Find("needs"));
        Assert.Equal([false, true], needs.Items.Cast<YamlNode.Scalar>().Select(s => s.IsQuoted));
        Assert.Equal(new Place(File, 5, 17), needs.Items[1].Place);
    }

    [Theory]
    [InlineData("a: 1\r\nb: 2\r\n")]
    [InlineData("\uFEFFa: 1\nb: 2\n")]
    [InlineData("a: 1\nb: 2")]
    [InlineData("---\na: 1 # one\n\n# two\nb:\t2\n...\n")]
    public void Line_ends_byte_order_marks_and_comments_change_nothing(string text)
    {
        YamlNode.Mapping map = Good(text);

        Assert.Equal([("a", "1"), ("b", "2")], map.Entries.Select(e => (e.Key, ((YamlNode.Scalar)e.Value).Value)));
        Assert.Equal(1, map.Entries[0].KeyPlace.Column);
    }

    [Fact]
    public void Bytes_with_a_byte_order_mark_read_like_text()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. "a: 钢铁\n"u8];

        Outcome<YamlNode.Mapping> read = YamlTree.ReadMapping(bytes, File);

        Assert.Equal("钢铁", Assert.IsType<YamlNode.Scalar>(read.Value!.Find("a")).Value);
    }

    [Fact]
    public void Bytes_that_are_no_utf8_are_refused_with_their_line()
    {
        byte[] gbk = [.. "a: 1\nb: "u8, 0xB8, 0xD6, 0xCC, 0xFA];

        Fault fault = Assert.Single(YamlTree.Read(gbk, File).Faults);

        Assert.Equal(YamlFaults.NotUtf8, fault.Code);
        Assert.Equal(2, fault.Place.Line);
    }

    [Theory]
    [InlineData("a: &x 1\n", "yaml.anchor-refused", 1)]
    [InlineData("a: &x [1]\nb: *x\n", "yaml.alias-refused", 2)]
    [InlineData("a: !int 1\n", "yaml.tag-refused", 1)]
    [InlineData("a: !!str 1\n", "yaml.tag-refused", 1)]
    [InlineData("a: ! 1\n", "yaml.tag-refused", 1)]
    [InlineData("a: !<tag:x,2000:y> 1\n", "yaml.tag-refused", 1)]
    [InlineData("%YAML 1.2\n---\na: 1\n", "yaml.directive-refused", 1)]
    [InlineData("a: 1\nb: 2\na: 3\n", "yaml.key-twice", 3)]
    [InlineData("a: 1\n---\nb: 2\n", "yaml.second-document", 2)]
    [InlineData("a:\n\tb: 1\n", "yaml.tab-indents", 2)]
    [InlineData("? [a]\n: 1\n", "yaml.key-not-text", 1)]
    [InlineData("'': 1\n", "yaml.key-not-text", 1)]
    [InlineData("a: \"b\n", "yaml.syntax", 0)]
    [InlineData("a: [1, 2\nb: 3\n", "yaml.syntax", 0)]
    [InlineData("a: b: c\n", "yaml.syntax", 1)]
    [InlineData("", "yaml.empty", 0)]
    [InlineData("# only a comment\n", "yaml.empty", 0)]
    [InlineData("---\n", "yaml.empty", 0)]
    [InlineData("a: b\0c\n", "yaml.character-refused", 1)]
    [InlineData("a: 1\nb: x\u202Ey\n", "yaml.character-refused", 2)]
    [InlineData("a: \u200Bx\n", "yaml.character-refused", 1)]
    [InlineData("a: x\u0085y\n", "yaml.character-refused", 1)]
    [InlineData("a: x\u2028y\n", "yaml.character-refused", 1)]
    [InlineData("a: x\ry\n", "yaml.character-refused", 1)]
    [InlineData("a: x\uFEFFy\n", "yaml.character-refused", 1)]
    [InlineData("# \u001B[31m\na: 1\n", "yaml.character-refused", 1)]
    [InlineData("a: 1\nb: \"\\u202E\"\n", "yaml.character-refused", 2)]
    [InlineData("a: \"\\0\"\n", "yaml.character-refused", 1)]
    public void What_a_reviewer_cannot_trust_is_refused_with_its_line(string text, string code, int line)
    {
        Outcome<YamlNode> read = YamlTree.Read(text, File);

        Assert.False(read.IsGood);
        Assert.Contains(read.Faults, f => f.Code.Name == code && (line == 0 || f.Place.Line == line));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_refused()
    {
        Fault fault = Assert.Single(YamlTree.Read("a: x\uD800y\n", File).Faults);

        Assert.Equal(YamlFaults.CharacterRefused.At(new Place(File, 1, 5), "U+D800"), fault);
    }

    [Fact]
    public void Every_fault_is_listed_not_only_the_first()
    {
        Outcome<YamlNode> read = YamlTree.Read("a: &x 1\nb: !t 2\na: 3\n", File);

        Assert.Equal(["yaml.anchor-refused", "yaml.tag-refused", "yaml.key-twice"], read.Faults.Select(f => f.Code.Name));
    }

    [Fact]
    public void The_fault_of_a_broken_text_shows_what_stands_there()
    {
        Fault fault = Assert.Single(YamlTree.Read("a: 1\nb: c: d\n", File).Faults);

        Assert.Equal(YamlFaults.Syntax, fault.Code);
        Assert.Equal(2, fault.Place.Line);
        Assert.StartsWith(":", fault.Arguments[0], StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Hostile => new()
    {
        { new string('[', 100_000), "yaml.line-too-long" },
        { new string('[', 5_000), "yaml.too-deep" },
        { new string('{', 5_000), "yaml.too-deep" },
        { string.Concat(Enumerable.Repeat("[\n", 100_000)), "yaml.too-deep" },
        { string.Concat(Enumerable.Repeat("{a:\n", 100_000)), "yaml.too-deep" },
        { string.Concat(Enumerable.Repeat("['x]', \n", 50_000)), "yaml.too-deep" },
        { string.Concat(Enumerable.Repeat("- ", 4_000)), "yaml.too-deep" },
        { string.Concat(Enumerable.Repeat("? ", 4_000)), "yaml.too-deep" },
        { string.Concat(Enumerable.Range(0, 1_000).Select(i => new string(' ', i) + "a:\n")), "yaml.too-deep" },
        { string.Concat(Enumerable.Range(0, 1_000).Select(i => new string(' ', i) + "-\n")), "yaml.too-deep" },
        { "a: " + new string('x', YamlTree.MaxLineLength), "yaml.line-too-long" },
        { new string('\n', YamlTree.MaxLength + 1), "yaml.too-long" },
        { string.Concat(Enumerable.Repeat("- \n", 250_000)), "yaml.too-many" },
        { string.Concat(Enumerable.Repeat("[,],\n", 3)), "yaml.syntax" },
        { "a: &a [x, x]\n" + string.Concat(Enumerable.Range(0, 30).Select(i => $"k{i}: &b{i} [*a, *a, *a]\n")), "yaml.alias-refused" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_files_are_refused_under_a_limit(string text, string code)
    {
        ArgumentNullException.ThrowIfNull(text);
        Assert.Contains(YamlTree.Read(text, File).Faults, f => f.Code.Name == code);
    }

    [Theory]
    [InlineData("[\n")]
    [InlineData("{a:\n")]
    [InlineData("- ")]
    [InlineData("[x,\n")]
    public void A_deep_file_is_given_up_where_it_becomes_too_deep_and_not_read_to_its_end(string level)
    {
        ArgumentNullException.ThrowIfNull(level);
        string text = string.Concat(Enumerable.Repeat(level, 2_000));

        Fault fault = Assert.Single(YamlTree.Read(text, File).Faults);

        Assert.Equal(YamlFaults.TooDeep, fault.Code);
        Assert.InRange(Math.Max(fault.Place.Line, fault.Place.Column / 2), YamlTree.MaxDepth / 2, YamlTree.MaxDepth + 1);
    }

    [Fact]
    public void A_file_as_deep_as_the_limit_is_read()
    {
        string text = new string('[', YamlTree.MaxDepth) + new string(']', YamlTree.MaxDepth);

        Assert.True(YamlTree.Read(text, File).IsGood);
        Assert.False(YamlTree.Read("[" + text + "]", File).IsGood);
    }

    [Fact]
    public void Any_tree_of_texts_is_read_back_as_written()
    {
        Gen<string> text = Gen.Elements("x", "钢铁", "1.0", "", "a: b", "# c", "it's", "[", "}", "- d", "true", "\"q\"", " e ", "%f", "&g", "*h", "!i");
        Gen<object> tree = Gen.Sized(size => Tree(text, Math.Min(size, 4)));

        Prop.ForAll(tree.ToArbitrary(), t =>
        {
            StringBuilder written = new();
            Write(t, written);
            Outcome<YamlNode> read = YamlTree.Read(written.ToString(), File);
            return read.Value is { } value && Equal(t, value);
        }).Check(Config.QuickThrowOnFailure.WithReplay(20_230_118, 7).WithMaxTest(300));
    }

    [Fact]
    public void No_mutation_of_a_good_file_brings_down_the_reader()
    {
        const string Seed = "id: steel\nnames: {en: \"Steel \\u0041\", zh: 钢铁}\nneeds:\n  - common\n  - 'ind'\nnote: |\n  two\n  lines\nfold: >-\n  x\n";
        string[] words = ["[", "]", "{", "}", ": ", "- ", "? ", "&a ", "*a ", "!t ", "!!str ", "!<", "'", "\"", "\\", "\\U", "\\x", "|", ">", "|9", ">-", "\n", "\r\n", "\t", " ", "#", "%TAG", "---", "...", ",", "@", "`", "\0", "\uFEFF", "\u202E", "\uD800", "<<: "];
        Gen<(int, int, int)[]> edits = Gen.Choose(0, 1_000_000).Three().Select(t => (t.Item1, t.Item2, t.Item3)).ArrayOf(6);

        Prop.ForAll(edits.ToArbitrary(), list =>
        {
            StringBuilder text = new(Seed);
            foreach ((int at, int word, int cut) in list)
            {
                int position = at % (text.Length + 1);
                text.Remove(position, Math.Min(cut % 4, text.Length - position)).Insert(position, words[word % words.Length]);
            }

            Outcome<YamlNode> read = YamlTree.Read(text.ToString(), File);
            return read.IsGood != read.Faults.HasErrors;
        }).Check(Config.QuickThrowOnFailure.WithReplay(20_240_119, 11).WithMaxTest(5_000));
    }

    private static YamlNode.Mapping Good(string text)
    {
        Outcome<YamlNode.Mapping> read = YamlTree.ReadMapping(text, File);
        Assert.Empty(read.Faults);
        return read.Value!;
    }

    private static Gen<object> Tree(Gen<string> text, int depth) => depth == 0
        ? text.Select(t => (object)t)
        : Gen.OneOf(
            text.Select(t => (object)t),
            Tree(text, depth - 1).ListOf(3).Select(l => (object)l.ToArray()),
            Tree(text, depth - 1).ListOf(2).Select(l => (object)l.Select((v, i) => new KeyValuePair<string, object>("k" + i, v)).ToArray()));

    private static void Write(object tree, StringBuilder text)
    {
        switch (tree)
        {
            case string scalar:
                text.Append('\'').Append(scalar.Replace("'", "''", StringComparison.Ordinal)).Append('\'');
                break;
            case KeyValuePair<string, object>[] map:
                text.Append('{');
                foreach ((string key, object value) in map)
                {
                    text.Append(key).Append(": ");
                    Write(value, text);
                    text.Append(", ");
                }

                text.Append('}');
                break;
            case object[] list:
                text.Append('[');
                foreach (object item in list)
                {
                    Write(item, text);
                    text.Append(",\n  ");
                }

                text.Append(']');
                break;
            default:
                throw new ArgumentException("Expected a tree.", nameof(tree));
        }
    }

    private static bool Equal(object tree, YamlNode node) => (tree, node) switch
    {
        (string text, YamlNode.Scalar scalar) => scalar.Value == text && scalar.IsQuoted,
        (KeyValuePair<string, object>[] map, YamlNode.Mapping mapping) =>
            map.Length == mapping.Entries.Length && map.Zip(mapping.Entries).All(p => p.First.Key == p.Second.Key && Equal(p.First.Value, p.Second.Value)),
        (object[] list, YamlNode.Sequence sequence) =>
            list.Length == sequence.Items.Length && list.Zip(sequence.Items).All(p => Equal(p.First, p.Second)),
        _ => false,
    };
}
