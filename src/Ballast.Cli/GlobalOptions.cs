using System.CommandLine;
using Ballast.Language;

namespace Ballast.Cli;

/// <summary>Options that every command takes.</summary>
internal sealed class GlobalOptions
{
    /// <summary>Makes them with descriptions in a language.</summary>
    public GlobalOptions(Tongue tongue)
    {
        Tongue = tongue;
        Data = Text("--data", Phrases.CommandLine.OptionData, "DIR");
        Packs = Text("--packs", Phrases.CommandLine.OptionPacks, "DIR");
        Lang = Text("--lang", Phrases.CommandLine.OptionLang, "LANG");
        Json = new Option<bool>("--json") { Description = Phrases.CommandLine.OptionJson.In(tongue), Recursive = true };
        Debug = new Option<bool>("--debug") { Description = Phrases.CommandLine.OptionDebug.In(tongue), Recursive = true };
    }

    /// <summary>The language of help texts, known before the command line is parsed.</summary>
    public Tongue Tongue { get; }

    /// <summary>--data.</summary>
    public Option<string?> Data { get; }

    /// <summary>--packs.</summary>
    public Option<string?> Packs { get; }

    /// <summary>--lang.</summary>
    public Option<string?> Lang { get; }

    /// <summary>--json.</summary>
    public Option<bool> Json { get; }

    /// <summary>--debug.</summary>
    public Option<bool> Debug { get; }

    /// <summary>All of them.</summary>
    public IEnumerable<Option> All => [Data, Packs, Lang, Json, Debug];

    private Option<string?> Text(string name, Phrase description, string placeholder) =>
        new(name) { Description = description.In(Tongue), HelpName = placeholder, Recursive = true };
}
