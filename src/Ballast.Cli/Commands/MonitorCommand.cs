using System.CommandLine;
using Ballast.Faults;
using Ballast.Language;
using Ballast.Store;
using Ballast.Work;

namespace Ballast.Cli.Commands;

/// <summary><c>ballast monitor [PACK…]</c>: the main job.</summary>
internal static class MonitorCommand
{
    public static Command Create(GlobalOptions options)
    {
        Argument<string[]> packs = new("PACK") { Description = Phrases.CommandLine.ArgumentPacks.In(options.Tongue), Arity = ArgumentArity.ZeroOrMore };
        Option<string?> outFolder = new("--out") { Description = Phrases.CommandLine.OptionOut.In(options.Tongue), HelpName = "DIR" };
        Command command = new("monitor", Help.Of(options, Phrases.CommandLine.Monitor, "ballast monitor")) { packs, outFolder };
        command.SetAction((parsed, cancellation) => Edge.RunAsync(
            parsed,
            options,
            (call, token) => Task.FromResult(Run(call, parsed.GetValue(packs) ?? [], token)),
            cancellation,
            new Dictionary<string, string?> { ["out"] = parsed.GetValue(outFolder) }));
        return command;
    }

    private static int Run(Invocation call, string[] wanted, CancellationToken cancellation)
    {
        Tongue tongue = call.Tongue;
        Outcome<PackLibrary> read = call.ReadPacks();
        if (!read.IsGood || read.Faults.Count > 0)
        {
            call.Terminal.PrintFaults(read.Faults);
        }

        if (!read.IsGood)
        {
            return ExitCode.CheckFailed;
        }

        PackLibrary packs = read.Value;
        FaultList unknown = new();
        foreach (string id in wanted.Where(id => packs.Find(id) is null))
        {
            unknown.Add(CliFaults.PackUnknown, Place.Unknown, id, string.Join(", ", packs.Packs.Select(p => p.Id)));
        }

        if (unknown.HasErrors)
        {
            call.Terminal.PrintFaults(unknown);
            return ExitCode.WrongUse;
        }

        using BallastStore store = call.OpenStore(StoreAccess.ReadWrite);
        Monitoring monitoring = new(store, call.Clock);
        MonitorPrinter printer = new(call);
        printer.Head(monitoring.Before, packs);
        MonitorResult result = printer.Watch(progress => monitoring.Run(packs, wanted, call.Settings.Out, tongue, Actor.Local, progress, cancellation));
        if (result.Faults.Count > 0)
        {
            call.Terminal.PrintFaults(result.Faults);
        }

        printer.Result(result);
        return result.Faults.HasErrors ? ExitCode.CheckFailed : ExitCode.Done;
    }
}
