using System.CommandLine;
using Ballast.Faults;
using Ballast.Language;
using Ballast.Store;
using Ballast.Work;

namespace Ballast.Cli.Commands;

/// <summary><c>ballast verify</c>, <c>backup</c> and <c>restore</c>: the store's own commands.</summary>
internal static class StoreCommands
{
    public static IEnumerable<Command> Create(GlobalOptions options)
    {
        Command verify = new("verify", Help.Of(options, Phrases.CommandLine.Verify, "ballast verify"));
        verify.SetAction((parsed, cancellation) => Edge.RunAsync(parsed, options, (call, _) => Task.FromResult(Verify(call)), cancellation));
        yield return verify;

        Argument<string> backupFile = new("FILE") { Description = Phrases.CommandLine.ArgumentFiles.In(options.Tongue) };
        Command backup = new("backup", Help.Of(options, Phrases.CommandLine.Backup, "ballast backup ../ballast-2026-08-21.db")) { backupFile };
        backup.SetAction((parsed, cancellation) => Edge.RunAsync(parsed, options, (call, _) => Task.FromResult(Backup(call, parsed.GetRequiredValue(backupFile))), cancellation));
        yield return backup;

        Argument<string> restoreFile = new("FILE") { Description = Phrases.CommandLine.ArgumentFiles.In(options.Tongue) };
        Option<int> acceptLoss = new("--accept-loss") { Description = Phrases.CommandLine.OptionAcceptLoss.In(options.Tongue), HelpName = "N" };
        Command restore = new("restore", Help.Of(options, Phrases.CommandLine.Restore, "ballast restore ../ballast-2026-08-21.db")) { restoreFile, acceptLoss };
        restore.SetAction((parsed, cancellation) => Edge.RunAsync(parsed, options, (call, _) => Task.FromResult(Restore(call, parsed.GetRequiredValue(restoreFile), parsed.GetValue(acceptLoss))), cancellation));
        yield return restore;
    }

    private static int Verify(Invocation call)
    {
        VerifyResult report = BallastStore.Verify(call.Settings.Data);
        call.Terminal.PrintJson(json =>
        {
            json.WriteStartObject();
            json.WriteBoolean("sound", report.IsGood);
            json.WriteNumber("commits", report.CommitCount);
            json.WriteNumber("releases", report.ReleaseCount);
            json.WriteNumber("chunks", report.ChunkCount);
            json.WriteStartArray("findings");
            foreach (Finding finding in report.Findings)
            {
                json.WriteStartObject();
                json.WriteString("kind", finding.Kind.ToString());
                if (finding.CommitNumber is { } commit)
                {
                    json.WriteNumber("commit", commit);
                }

                json.WriteString("release", finding.ReleaseKey);
                json.WriteString("flow", finding.Flow);
                if (finding.Block is { } block)
                {
                    json.WriteNumber("block", block);
                }

                json.WriteString("detail", finding.Detail);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
        if (report.IsGood)
        {
            call.Terminal.Line(Phrases.CommandLine.VerifyGood.In(call.Tongue, report.CommitCount, report.ReleaseCount, report.ChunkCount));
            return ExitCode.Done;
        }

        foreach (Finding finding in report.Findings)
        {
            call.Terminal.Line("  " + StoreSentences.Of(finding, call.Tongue));
        }

        call.Terminal.Error(Phrases.CommandLine.VerifyBad.In(call.Tongue, report.Findings.Length));
        return ExitCode.CouldNot;
    }

    private static int Backup(Invocation call, string file)
    {
        if (Path.Exists(file))
        {
            return WrongFile(call, CliFaults.FileThere, file);
        }

        using BallastStore store = call.OpenStore(StoreAccess.ReadOnly);
        BackupResult report = store.Backup(file);
        call.Terminal.PrintJson(json =>
        {
            json.WriteStartObject();
            json.WriteString("file", report.File);
            json.WriteNumber("commits", report.CommitNumber);
            json.WriteString("sha256", report.Digest);
            json.WriteEndObject();
        });
        call.Terminal.Line(Phrases.CommandLine.BackedUp.In(call.Tongue, file, report.CommitNumber, report.Digest[..12]));
        return ExitCode.Done;
    }

    private static int Restore(Invocation call, string file, int acceptLoss)
    {
        if (!File.Exists(file))
        {
            return WrongFile(call, CliFaults.FileMissing, file);
        }

        try
        {
            RestoreResult report = BallastStore.Restore(call.Settings.Data, file, call.Clock, acceptLoss);
            call.Terminal.PrintJson(json =>
            {
                json.WriteStartObject();
                json.WriteBoolean("restored", true);
                json.WriteNumber("commits", report.CommitNumber);
                json.WriteNumber("lost", report.Lost.Length);
                json.WriteString("aside", report.Aside);
                json.WriteEndObject();
            });
            call.Terminal.Line(Phrases.CommandLine.Restored.In(call.Tongue, file, report.CommitNumber));
            if (report.Aside is not null)
            {
                call.Terminal.Line(Phrases.CommandLine.Aside.In(call.Tongue, report.Aside));
            }

            return ExitCode.Done;
        }
        catch (RestoreRefusedException refused)
        {
            foreach (LostCommit lost in refused.Lost)
            {
                call.Terminal.Line($"  {lost.Number}  {(lost.Time is { } time ? Times.Moment(time, call.Tongue) : "?")}  {lost.Kind} {lost.Subject}");
            }

            call.Terminal.Error(Phrases.CommandLine.RestoreRefused.In(call.Tongue, refused.Lost.Length, refused.Lost[0].Number));
            return ExitCode.CouldNot;
        }
        catch (StoreDamagedException)
        {
            call.Terminal.Error(Phrases.CommandLine.BackupUnsound.In(call.Tongue, file));
            return ExitCode.CouldNot;
        }
    }

    private static int WrongFile(Invocation call, FaultCode code, string file)
    {
        FaultList faults = new();
        faults.Add(code, Place.Unknown, file);
        call.Terminal.PrintFaults(faults);
        return ExitCode.WrongUse;
    }
}
