using System.CommandLine;
using Ballast.Faults;
using Ballast.Language;
using Ballast.Packs;
using Ballast.Store;
using Ballast.Work;

namespace Ballast.Cli.Commands;

/// <summary><c>ballast pack check|test|new DIR</c>.</summary>
internal static class PackCommand
{
    public static Command Create(GlobalOptions options)
    {
        Command command = new("pack", Help.Of(options, Phrases.CommandLine.Pack, "ballast pack check packs/industry"))
        {
            One("check", Phrases.CommandLine.PackCheck, "ballast pack check packs/industry", Check),
            One("test", Phrases.CommandLine.PackTest, "ballast pack test packs/industry", Test),
            One("new", Phrases.CommandLine.PackNew, "ballast pack new packs/steel", New),
        };
        return command;

        Command One(string name, Phrase description, string example, Func<Invocation, string, CancellationToken, int> run)
        {
            Argument<string> folder = new("DIR") { Description = Phrases.CommandLine.ArgumentPack.In(options.Tongue) };
            Command one = new(name, Help.Of(options, description, example)) { folder };
            one.SetAction((parsed, cancellation) => Edge.RunAsync(
                parsed, options, (call, token) => Task.FromResult(run(call, parsed.GetRequiredValue(folder), token)), cancellation));
            return one;
        }
    }

    private static int Check(Invocation call, string path, CancellationToken cancellation)
    {
        if (!Exists(call, path))
        {
            return ExitCode.WrongUse;
        }

        PackFolder folder = PackDisk.Open(path, path);
        FaultList faults = PackChecking.Check(folder, Others(call, path), cancellation);
        if (faults.Count > 0)
        {
            call.Terminal.PrintFaults(faults);
        }

        if (faults.HasErrors)
        {
            return ExitCode.CheckFailed;
        }

        call.Terminal.PrintJson(json =>
        {
            json.WriteStartObject();
            json.WriteString("pack", path);
            json.WriteNumber("files", folder.Files.Length);
            json.WriteNumber("warnings", faults.TotalCount);
            json.WriteEndObject();
        });
        call.Terminal.Line(Phrases.CommandLine.PackGood.In(call.Tongue, path, folder.Files.Length));
        return ExitCode.Done;
    }

    private static int Test(Invocation call, string path, CancellationToken cancellation)
    {
        if (!Exists(call, path))
        {
            return ExitCode.WrongUse;
        }

        Outcome<PackLibrary> library = PackLibrary.Read([.. Others(call, path), PackDisk.Open(path, path)]);
        if (!library.IsGood)
        {
            call.Terminal.PrintFaults(library.Faults);
            return ExitCode.CheckFailed;
        }

        string id = library.Value.Packs.First(p => p.Pack.Folder.Name == path).Id;
        string scratch = Directory.CreateTempSubdirectory("ballast-pack-test-").FullName;
        try
        {
            using BallastStore store = BallastStore.Open(Path.Combine(scratch, "data"), StoreAccess.ReadWrite, call.Clock);
            PackTestResult result = PackTesting.Run(store, library.Value, id, call.Clock, cancellation);
            if (result.Faults.Count > 0)
            {
                call.Terminal.PrintFaults(result.Faults);
            }

            call.Terminal.PrintJson(json =>
            {
                json.WriteStartObject();
                json.WriteNumber("passed", result.PassedCount);
                json.WriteNumber("failed", result.FailedCount);
                json.WriteEndObject();
            });
            call.Terminal.Line(Phrases.CommandLine.PackTested.In(call.Tongue, id, result.PassedCount, result.FailedCount));
            return result.Faults.HasErrors ? ExitCode.CheckFailed : ExitCode.Done;
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static int New(Invocation call, string path, CancellationToken cancellation)
    {
        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
        {
            call.Terminal.Error(Phrases.CommandLine.FolderNotEmpty.In(call.Tongue, path));
            return ExitCode.WrongUse;
        }

        string id = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        if (!PackTemplate.IsId(id))
        {
            FaultList faults = new();
            faults.Add(PackFaults.IdMalformed, Place.Unknown, id);
            call.Terminal.PrintFaults(faults);
            return ExitCode.WrongUse;
        }

        int count = 0;
        foreach ((string file, string text) in PackTemplate.Files(id))
        {
            cancellation.ThrowIfCancellationRequested();
            string target = Path.Combine(path, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllText(target, text);
            count++;
        }

        call.Terminal.Line(Phrases.CommandLine.PackMade.In(call.Tongue, path, count));
        return ExitCode.Done;
    }

    private static bool Exists(Invocation call, string path)
    {
        if (Directory.Exists(path))
        {
            return true;
        }

        FaultList faults = new();
        faults.Add(CliFaults.FileMissing, Place.Unknown, path);
        call.Terminal.PrintFaults(faults);
        return false;
    }

    /// <summary>The other packs of the installation, from which it may need some.</summary>
    private static List<PackFolder> Others(Invocation call, string path)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        return [.. PackDisk.OpenAll(call.Settings.Packs).Where(f => Path.Combine(Path.GetFullPath(call.Settings.Packs), Path.GetFileName(f.Name)) != full)];
    }
}
