using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Ballast.Briefings;
using Ballast.Faults;
using Ballast.Language;
using Ballast.Sdmx.Model;
using Ballast.Sdmx.Model.Plans;
using Ballast.Series;
using Ballast.Store;
using Ballast.Work.Loading;

namespace Ballast.Work;

/// <summary>A step of the main job, as progress is told.</summary>
public enum MonitorStep
{
    /// <summary>Packs are read and checked.</summary>
    Check,

    /// <summary>New releases are loaded.</summary>
    Load,

    /// <summary>Wanted transforms are computed.</summary>
    Derive,

    /// <summary>The briefing is written.</summary>
    Brief,
}

/// <summary>How far a step has come.</summary>
/// <param name="Step">The step.</param>
/// <param name="PackId">The pack, or null for all.</param>
/// <param name="Done">Done, in the step's own count.</param>
/// <param name="Total">Of how many.</param>
/// <param name="Releases">Releases written so far by this step.</param>
/// <param name="Values">Values so far.</param>
/// <param name="IsEnd">Whether the step ends with this.</param>
/// <param name="Elapsed">Since the step began.</param>
public readonly record struct MonitorProgress(MonitorStep Step, string? PackId, long Done, long Total, int Releases, long Values, bool IsEnd, TimeSpan Elapsed);

/// <summary>An earlier run, as the store remembers it.</summary>
/// <param name="Started">When it began.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Releases">Releases it wrote that could be seen at its end.</param>
/// <param name="PublicCount">All releases that could be seen at its end.</param>
public sealed record MonitorRun(DateTimeOffset Started, double Seconds, int Releases, long PublicCount);

/// <summary>What the main job did.</summary>
public sealed record MonitorResult
{
    /// <summary>The run before, or null for a first one.</summary>
    public required MonitorRun? Before { get; init; }

    /// <summary>Packs that watch something, in order.</summary>
    public required ImmutableArray<LoadedPack> Packs { get; init; }

    /// <summary>What was loaded of each pack and can be seen; what waits for its time is in no count.</summary>
    public required ImmutableArray<PackLoad> Loads { get; init; }

    /// <summary>Everything wrong that was found; releases with faults were left out.</summary>
    public required FaultList Faults { get; init; }

    /// <summary>How many values were derived.</summary>
    public required long DerivedCount { get; init; }

    /// <summary>The overview of each pack.</summary>
    public required ImmutableArray<(LoadedPack Pack, BriefingDocument Document)> Overviews { get; init; }

    /// <summary>What each overview was made from.</summary>
    public required ImmutableArray<(LoadedPack Pack, OverviewInput Input)> Inputs { get; init; }

    /// <summary>Series and values held of all packs.</summary>
    public required (long Series, long Values) Held { get; init; }

    /// <summary>Files of the briefing.</summary>
    public required ImmutableArray<string> Files { get; init; }

    /// <summary>Whether the files were written anew.</summary>
    public required bool HasWritten { get; init; }

    /// <summary>Whether anything can be seen that could not be at the end of the run before: releases loaded now, and earlier ones whose time has come.</summary>
    public required bool IsNew { get; init; }
}

/// <summary>The main job: loads what is new in the packs, derives what is wanted, writes the briefing. Run again, it does only what is new.</summary>
/// <param name="store">Open for writing.</param>
/// <param name="clock">The clock.</param>
public sealed class Monitoring(BallastStore store, TimeProvider clock)
{
    private const string RunState = "monitor:run";
    private const string BriefState = "monitor:briefing";

    /// <summary>Runs it.</summary>
    /// <param name="packs">All packs of the installation.</param>
    /// <param name="wanted">Ids of the packs to run; empty for all. Those that they need are loaded too.</param>
    /// <param name="outFolder">Where the briefing goes.</param>
    /// <param name="tongue">Its language.</param>
    /// <param name="actor">Who runs it.</param>
    /// <param name="progress">Hears how far it is, or null.</param>
    /// <param name="cancellation">Stops between releases.</param>
    public MonitorResult Run(PackLibrary packs, IReadOnlyCollection<string> wanted, string outFolder, Tongue tongue, string actor, Action<MonitorProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(packs);
        ArgumentNullException.ThrowIfNull(wanted);
        DateTimeOffset started = clock.GetUtcNow();
        long start = Stopwatch.GetTimestamp();
        MonitorRun? before = Before;
        FaultList faults = new();
        ImmutableArray<LoadedPack> chosen = Chosen(packs, wanted);

        ImmutableArray<PackLoad>.Builder loads = ImmutableArray.CreateBuilder<PackLoad>();
        foreach (LoadedPack pack in chosen)
        {
            long begun = Stopwatch.GetTimestamp();
            PackLoad load = PackLoading.Load(
                store,
                pack,
                packs.Structures,
                actor,
                progress is null ? null : p => progress(new MonitorProgress(MonitorStep.Load, p.PackId, p.DoneBytes, p.TotalBytes, p.Releases, p.Values, false, Stopwatch.GetElapsedTime(begun))),
                cancellation);
            load = Visible(load);
            faults.AddRange(load.Faults);
            loads.Add(load);
            if (!pack.Flows.IsEmpty)
            {
                progress?.Invoke(new MonitorProgress(MonitorStep.Load, pack.Id, 1, 1, load.Written.Length, load.ValueCount, true, Stopwatch.GetElapsedTime(begun)));
            }
        }

        Reading reading = new(store, packs, clock);
        Viewpoint viewpoint = reading.Newest;
        ImmutableArray<LoadedPack> watching = [.. packs.Watching.Where(chosen.Contains)];
        long publicCount = store.DataVersion.PublicCount;
        bool isNew = before is null || before.PublicCount != publicCount;
        long derived = isNew ? Derive(reading, watching, viewpoint, progress, cancellation) : 0;

        long briefing = Stopwatch.GetTimestamp();
        ImmutableArray<(LoadedPack Pack, OverviewInput Input)> inputs = [.. watching.Select(p => (p, reading.OverviewOf(p, viewpoint, tongue)))];
        ImmutableArray<(LoadedPack Pack, BriefingDocument Document)> overviews = [.. inputs.Select(i => (i.Pack, OverviewBuilder.Build(i.Input)))];
        (ImmutableArray<string> files, bool hasWritten) = Write(overviews, outFolder, tongue, actor);
        progress?.Invoke(new MonitorProgress(MonitorStep.Brief, null, 1, 1, 0, 0, true, Stopwatch.GetElapsedTime(briefing)));

        ImmutableArray<FlowSummary> flows = [.. reading.Flows(viewpoint).Where(f => watching.Any(p => p.Id == f.PackId))];
        MonitorResult result = new()
        {
            Before = before,
            Packs = watching,
            Loads = loads.ToImmutable(),
            IsNew = isNew,
            Faults = faults,
            DerivedCount = derived,
            Overviews = overviews,
            Inputs = inputs,
            Held = (flows.Sum(f => (long)f.Availability.SeriesCount), flows.Sum(f => f.Availability.ObservationCount)),
            Files = files,
            HasWritten = hasWritten,
        };
        if (isNew)
        {
            KeepRun(new MonitorRun(started, Stopwatch.GetElapsedTime(start).TotalSeconds, loads.Sum(l => l.Written.Length), publicCount), actor);
        }

        return result;
    }

    /// <summary>A load as everybody may know of it: a release that waits for its time is in no count, list or log.</summary>
    private PackLoad Visible(PackLoad load)
    {
        Dictionary<string, ReleaseRecord> visible = store.Releases(Viewpoint.PublicAt(clock.GetUtcNow()), load.PackId).ToDictionary(r => r.Key, StringComparer.Ordinal);
        ImmutableArray<Receipt> written = [.. load.Written.Where(w => visible.ContainsKey(w.Subject))];
        return load with { Written = written, ValueCount = written.Sum(w => visible[w.Subject].Parts.Sum(p => p.ObservationCount)) };
    }

    /// <summary>The packs to run, with those that they need, in order.</summary>
    private static ImmutableArray<LoadedPack> Chosen(PackLibrary packs, IReadOnlyCollection<string> wanted)
    {
        HashSet<string> ids = new(wanted, StringComparer.Ordinal);
        foreach (LoadedPack pack in packs.Packs.Reverse().Where(p => wanted.Count == 0 || ids.Contains(p.Id)))
        {
            ids.UnionWith(pack.Pack.Manifest.Needs.Select(n => n.Id).Append(pack.Id));
        }

        return [.. packs.Packs.Where(p => ids.Contains(p.Id))];
    }

    /// <summary>Computes what the packs' transforms.yaml want, which shows that it can be; the values themselves are computed again where they are read.</summary>
    private static long Derive(Reading reading, ImmutableArray<LoadedPack> packs, Viewpoint viewpoint, Action<MonitorProgress>? progress, CancellationToken cancellation)
    {
        long begun = Stopwatch.GetTimestamp();
        long values = 0;
        DerivedRule[] rules = [.. packs.SelectMany(p => p.Transforms?.Rules ?? [])];
        for (int i = 0; i < rules.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            DerivedRule rule = rules[i];
            string flowId = rule.Series.Flow;
            if (reading.FindFlow(flowId) is not { } flow)
            {
                continue;
            }

            foreach (SeriesKey key in rule.Series.Patterns.SelectMany(k => reading.Listings(flowId, k, viewpoint)).Select(l => l.Key).Distinct())
            {
                foreach (Transform transform in rule.Compute)
                {
                    if (DerivedFlow.ResultKey(flow.Structure, key, transform) is { } result
                        && reading.Series(flowId + DerivedFlow.Suffix, result, viewpoint) is { } view)
                    {
                        values += view.Series.Observations.Count(o => o.Value.Kind != MeasureKind.None);
                    }
                }
            }

            progress?.Invoke(new MonitorProgress(MonitorStep.Derive, null, i + 1, rules.Length, 0, values, false, Stopwatch.GetElapsedTime(begun)));
        }

        progress?.Invoke(new MonitorProgress(MonitorStep.Derive, null, 1, 1, 0, values, true, Stopwatch.GetElapsedTime(begun)));
        return values;
    }

    /// <summary>Writes the briefing, each file whole or not at all, unless it is there as it would be written.</summary>
    private (ImmutableArray<string> Files, bool HasWritten) Write(ImmutableArray<(LoadedPack Pack, BriefingDocument Document)> overviews, string folder, Tongue tongue, string actor)
    {
        if (overviews.IsEmpty)
        {
            return ([], false);
        }

        string html = Path.Combine(folder, "briefing.html");
        string markdown = Path.Combine(folder, "briefing.md");
        ImmutableArray<string> files = [html, markdown];

        // What the briefing says depends on the data, the day (what is overdue) and the language.
        DateOnly day = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        string state = string.Create(CultureInfo.InvariantCulture, $"{store.DataVersion.PublicCount}/{day:yyyy-MM-dd}/{tongue.Tag()}/{string.Join(',', overviews.Select(o => o.Pack.Id))}");
        if (files.All(File.Exists) && store.WorkspaceState(BriefState) == state)
        {
            return (files, false);
        }

        Directory.CreateDirectory(folder);
        Briefing whole = Briefing.Of(tongue, [.. overviews.Select(o => o.Document)]);
        WriteWhole(html, HtmlWriter.WritePage(whole));
        WriteWhole(markdown, MarkdownWriter.Write(whole, Anchors.In(whole, Path.GetFileName(html))));
        store.CommitWorkspaceState(BriefState, state, actor);
        return (files, true);
    }

    private static void WriteWhole(string path, string text)
    {
        string part = path + ".part";
        File.WriteAllText(part, text, new UTF8Encoding(false));
        File.Move(part, path, overwrite: true);
    }

    /// <summary>The run before, or null where there was none.</summary>
    public MonitorRun? Before => store.WorkspaceState(RunState) is { } json ? JsonSerializer.Deserialize(json, MonitorJson.Default.MonitorRun) : null;

    private void KeepRun(MonitorRun run, string actor) => store.CommitWorkspaceState(RunState, JsonSerializer.Serialize(run, MonitorJson.Default.MonitorRun), actor);
}

/// <summary>JSON of what the store remembers of runs.</summary>
[System.Text.Json.Serialization.JsonSerializable(typeof(MonitorRun))]
internal sealed partial class MonitorJson : System.Text.Json.Serialization.JsonSerializerContext;
