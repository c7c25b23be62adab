using System.CommandLine;
using System.Text;
using Ballast.Cli;
using Ballast.Cli.Commands;
using Ballast.Language;

Console.OutputEncoding = new UTF8Encoding(false);

// The language of --help must be known before the options are parsed.
int at = Array.IndexOf(args, "--lang");
Tongue tongue = Tongues.OfTag(at >= 0 && at + 1 < args.Length ? args[at + 1] : Environment.GetEnvironmentVariable("BALLAST_LANG") ?? Environment.GetEnvironmentVariable("LANG")) ?? Tongue.English;
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

// @NAME is a series by the name its source gives it, not a file of arguments.
ParseResult parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
if (parsed.Errors.Count > 0)
{
    foreach (System.CommandLine.Parsing.ParseError error in parsed.Errors)
    {
        Console.Error.Write(error.Message + "\n");
    }

    Console.Error.Write(Phrases.CommandLine.SeeHelp.In(tongue) + "\n");
    return ExitCode.WrongUse;
}

return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }).ConfigureAwait(false);
