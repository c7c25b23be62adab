using System.CommandLine;
using Ballast.Faults;
using Ballast.Language;
using Ballast.Series;
using Ballast.Store;
using Ballast.Work;
using Ballast.Work.Loading;

namespace Ballast.Cli.Commands;

/// <summary><c>ballast load FLOW FILE…</c>: releases from SDMX-CSV 2.0 files.</summary>
internal static class LoadCommand
{
    public static Command Create(GlobalOptions options)
    {
        Tongue tongue = options.Tongue;
        Argument<string> flow = new("FLOW") { Description = Phrases.CommandLine.ArgumentFlow.In(tongue) };
        Argument<string[]> files = new("FILE") { Description = Phrases.CommandLine.ArgumentFiles.In(tongue), Arity = ArgumentArity.OneOrMore };
        Option<string?> published = new("--published") { Description = Phrases.CommandLine.OptionPublished.In(tongue), HelpName = "TIME" };
        Option<string?> source = new("--source") { Description = Phrases.CommandLine.OptionSource.In(tongue), HelpName = "TEXT" };
        Option<string?> key = new("--key") { Description = Phrases.CommandLine.OptionKey.In(tongue), HelpName = "KEY" };
        Option<string?> vintage = new("--vintage-column") { Description = Phrases.CommandLine.OptionVintage.In(tongue), HelpName = "COLUMN" };
        Command command = new("load", Help.Of(options, Phrases.CommandLine.Load, "ballast load IND_PRODUCT steel-2026-07.csv --published 2026-08-14T10:00+08:00 --source \"National Bureau of Statistics\""))
        {
            flow, files, published, source, key, vintage,
        };
        command.SetAction((parsed, cancellation) => Edge.RunAsync(
            parsed,
            options,
            (call, token) => Task.FromResult(Run(
                call,
                new FileLoadRequest(parsed.GetRequiredValue(flow), parsed.GetValue(key), null, parsed.GetValue(source), parsed.GetValue(vintage)),
                parsed.GetRequiredValue(files),
                parsed.GetValue(published),
                token)),
            cancellation));
        return command;
    }

    private static int Run(Invocation call, FileLoadRequest request, string[] files, string? published, CancellationToken cancellation)
    {
        FaultList faults = new();
        foreach (string file in files.Where(f => !File.Exists(f)))
        {
            faults.Add(CliFaults.FileMissing, Place.Unknown, file);
        }

        if (faults.HasErrors)
        {
            call.Terminal.PrintFaults(faults);
            return ExitCode.WrongUse;
        }

        using BallastStore store = call.OpenStore(StoreAccess.ReadWrite);
        Reading reading = new(store, call.ReadPacksOrEmpty(), call.Clock);
        if (reading.FindFlow(request.FlowId) is null)
        {
            faults.Add(WorkFaults.FlowUnknown, Place.Unknown, request.FlowId);
            call.Terminal.PrintFaults(faults);
            return ExitCode.WrongUse;
        }

        TimeZoneInfo zone = reading.ZoneOf(request.FlowId);
        DateTimeOffset? moment = published is null ? null : PublicationTime.Read(published, zone, Place.Unknown, faults);
        if (faults.HasErrors)
        {
            call.Terminal.PrintFaults(faults);
            return ExitCode.WrongUse;
        }

        Outcome<ReleaseDrafts>? read = null;
        ProgressLine.Run(call.Terminal, Phrases.CommandLine.StepLoad.In(call.Tongue), files.Sum(f => new FileInfo(f).Length), report =>
            read = FileLoading.Read(
                request with { Published = moment },
                [.. files.Select(f => (f, (Func<Stream>)(() => new FileStream(f, FileMode.Open, FileAccess.Read, FileShare.Read))))],
                reading.Structures,
                zone,
                call.Clock.GetUtcNow(),
                report,
                cancellation));
        if (!read!.IsGood)
        {
            call.Terminal.PrintFaults(read.Faults);
            if (!call.Terminal.IsJson)
            {
                call.Terminal.Error(Phrases.CommandLine.Refused.In(call.Tongue, read.Faults.ErrorCount));
            }

            return ExitCode.CheckFailed;
        }

        if (read.Faults.Count > 0)
        {
            call.Terminal.PrintFaults(read.Faults);
        }

        Commit(call, store, read.Value, cancellation);
        return ExitCode.Done;
    }

    /// <summary>Writes the releases one by one; each line printed is an acknowledgement.</summary>
    private static void Commit(Invocation call, BallastStore store, ReleaseDrafts drafts, CancellationToken cancellation)
    {
        int written = 0;
        int there = 0;
        long values = 0;
        bool isFew = drafts.Drafts.Length <= 3;
        foreach (ReleaseDraft draft in drafts.Drafts)
        {
            cancellation.ThrowIfCancellationRequested();
            Receipt receipt = store.CommitRelease(draft, Actor.Local, $"load:{draft.Key}:{draft.Digest}");
            long count = draft.Parts.Sum(p => p.ObservationCount);
            (written, there, values) = receipt.WasThere ? (written, there + 1, values) : (written + 1, there, values + count);
            call.Terminal.PrintJson(json =>
            {
                json.WriteStartObject();
                json.WriteString("release", draft.Key);
                json.WriteNumber("commit", receipt.CommitNumber);
                json.WriteString("hash", receipt.Hash);
                json.WriteBoolean("wasThere", receipt.WasThere);
                json.WriteNumber("values", count);
                json.WriteEndObject();
            });
            if (isFew)
            {
                call.Terminal.Line(receipt.WasThere
                    ? Phrases.CommandLine.AlreadyThere.In(call.Tongue, draft.Key, receipt.CommitNumber)
                    : Phrases.CommandLine.Loaded.In(call.Tongue, draft.Key, count, receipt.CommitNumber));
            }

            if (draft.Published > call.Clock.GetUtcNow())
            {
                call.Terminal.Line(Phrases.CommandLine.UnderEmbargo.In(call.Tongue, draft.Key, Times.Moment(draft.Published, call.Tongue)));
            }
        }

        if (!isFew)
        {
            call.Terminal.Line(Phrases.CommandLine.LoadDone.In(call.Tongue, written, there, values));
        }
    }
}
