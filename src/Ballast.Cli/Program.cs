using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using System.Text;
using Ballast.Cli;
using Ballast.Cli.Commands;
using Ballast.Language;

Console.OutputEncoding = new UTF8Encoding(false);

// The language of --help must be known before the options are parsed.
int at = Array.IndexOf(args, "--lang");
Tongue tongue = (at >= 0 && at + 1 < args.Length ? Tongues.OfTag(args[at + 1]) : null)
    ?? Tongues.OfTag(Environment.GetEnvironmentVariable("BALLAST_LANG"))
    ?? Tongues.OfTag(Environment.GetEnvironmentVariable("LANG"))
    ?? Tongue.English;

// What the parser itself says (headings of --help, wrong use) comes from its own texts in that language.
CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(tongue.Choose("en", "zh-Hans"));
GlobalOptions options = new(tongue);
RootCommand root = new(Phrases.CommandLine.About.In(tongue))
{
    MonitorCommand.Create(options),
    ServeCommand.Create(options),
    FlowsCommand.Create(options),
    FindCommand.Create(options),
    GetCommand.Create(options),
    LoadCommand.Create(options),
    PackCommand.Create(options),
    ConfigCommand.Create(options),
    BenchCommand.Create(options),
};
foreach (Command command in StoreCommands.Create(options))
{
    root.Add(command);
}

foreach (Option option in options.All)
{
    root.Add(option);
}

foreach (Option option in root.Options.Where(o => o is HelpOption or VersionOption))
{
    option.Description = (option is HelpOption ? Phrases.CommandLine.OptionHelp : Phrases.CommandLine.OptionVersion).In(tongue);
}

// @NAME is a series by the name its source gives it, not a file of arguments.
ParseResult parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
if (parsed.Errors.Count > 0)
{
    foreach (System.CommandLine.Parsing.ParseError error in parsed.Errors)
    {
        string sentence = string.Join(' ', error.Message.Split(['\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        Console.Error.Write(sentence.TrimEnd('.', '。') + tongue.Choose(".", "。") + "\n");
    }

    Console.Error.Write(Phrases.CommandLine.SeeHelp.In(tongue) + "\n");
    return ExitCode.WrongUse;
}

return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }).ConfigureAwait(false);
