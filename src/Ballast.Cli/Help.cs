using Ballast.Language;

namespace Ballast.Cli;

/// <summary>What --help says of a command.</summary>
internal static class Help
{
    /// <summary>A description and an example.</summary>
    public static string Of(GlobalOptions options, Phrase description, string example) =>
        $"{description.In(options.Tongue)}\n\n{Phrases.CommandLine.Example.In(options.Tongue)}\n  {example}";
}
