namespace Ballast.Faults;

/// <summary>What can be wrong with a YAML file and its values.</summary>
public static class YamlFaults
{
    /// <summary>The file is longer than <see cref="YamlTree.MaxLength"/>.</summary>
    public static readonly FaultCode TooLong = new("yaml.too-long", "limit");

    /// <summary>A line is longer than <see cref="YamlTree.MaxLineLength"/>.</summary>
    public static readonly FaultCode LineTooLong = new("yaml.line-too-long", "limit");

    /// <summary>Mappings and lists stand deeper in each other than <see cref="YamlTree.MaxDepth"/>.</summary>
    public static readonly FaultCode TooDeep = new("yaml.too-deep", "limit");

    /// <summary>More values than <see cref="YamlTree.MaxNodes"/>.</summary>
    public static readonly FaultCode TooMany = new("yaml.too-many", "limit");

    /// <summary>The bytes are no UTF-8.</summary>
    public static readonly FaultCode NotUtf8 = new("yaml.not-utf8");

    /// <summary>A control, bidirectional or invisible character, or half of a surrogate pair.</summary>
    public static readonly FaultCode CharacterRefused = new("yaml.character-refused", "character");

    /// <summary>A tab stands in the indentation.</summary>
    public static readonly FaultCode TabIndents = new("yaml.tab-indents");

    /// <summary>The text is no YAML from here on.</summary>
    public static readonly FaultCode Syntax = new("yaml.syntax", "near");

    /// <summary>Nothing stands in the file.</summary>
    public static readonly FaultCode Empty = new("yaml.empty");

    /// <summary>A second document follows.</summary>
    public static readonly FaultCode SecondDocument = new("yaml.second-document");

    /// <summary>A directive (<c>%YAML</c>, <c>%TAG</c>).</summary>
    public static readonly FaultCode DirectiveRefused = new("yaml.directive-refused");

    /// <summary>A tag (<c>!name</c>).</summary>
    public static readonly FaultCode TagRefused = new("yaml.tag-refused", "tag");

    /// <summary>An anchor (<c>&amp;name</c>).</summary>
    public static readonly FaultCode AnchorRefused = new("yaml.anchor-refused", "anchor");

    /// <summary>An alias (<c>*name</c>).</summary>
    public static readonly FaultCode AliasRefused = new("yaml.alias-refused", "alias");

    /// <summary>A key stands twice in its mapping.</summary>
    public static readonly FaultCode KeyTwice = new("yaml.key-twice", "key", "first");

    /// <summary>A key is empty, or a mapping or list.</summary>
    public static readonly FaultCode KeyNotText = new("yaml.key-not-text");

    /// <summary>A key is absent.</summary>
    public static readonly FaultCode KeyMissing = new("yaml.key-missing", "key");

    /// <summary>A key is unknown here, and none that is known resembles it.</summary>
    public static readonly FaultCode KeyUnknown = new("yaml.key-unknown", "key", "known");

    /// <summary>A key is unknown here, and resembles a known one.</summary>
    public static readonly FaultCode KeyMisspelt = new("yaml.key-misspelt", "key", "nearest");

    /// <summary>Something else stands where keys and values should.</summary>
    public static readonly FaultCode MappingExpected = new("yaml.mapping-expected");

    /// <summary>Something else stands where a list should.</summary>
    public static readonly FaultCode SequenceExpected = new("yaml.sequence-expected");

    /// <summary>Nothing, a mapping or a list stands where a text should.</summary>
    public static readonly FaultCode TextExpected = new("yaml.text-expected");

    /// <summary>A text stands where a whole number should.</summary>
    public static readonly FaultCode IntegerExpected = new("yaml.integer-expected", "text");

    /// <summary>A text stands where a number should.</summary>
    public static readonly FaultCode NumberExpected = new("yaml.number-expected", "text");

    /// <summary>A text stands where <c>true</c> or <c>false</c> should.</summary>
    public static readonly FaultCode BoolExpected = new("yaml.bool-expected", "text");

    /// <summary>A text stands where a date should.</summary>
    public static readonly FaultCode DateExpected = new("yaml.date-expected", "text");

    /// <summary>A word is none of those possible here.</summary>
    public static readonly FaultCode ChoiceUnknown = new("yaml.choice-unknown", "text", "choices");

    /// <summary>A text lacks a language that it needs.</summary>
    public static readonly FaultCode LanguageMissing = new("yaml.language-missing", "language");

    /// <summary>A key of a text in several languages is no language tag.</summary>
    public static readonly FaultCode LanguageUnknown = new("yaml.language-unknown", "tag");
}
