using System.Collections.Immutable;
using System.Globalization;
using Ballast.Briefings;
using Ballast.Language;
using Ballast.Work;
using Spectre.Console;

namespace Ballast.Cli;

/// <summary>What the main job prints: its steps with progress, the headline figures, what changed, and what to try next.</summary>
internal sealed class MonitorPrinter(Invocation call)
{
    private const int RowsShown = 8;

    private readonly Tongue _tongue = call.Tongue;
    private readonly Terminal _terminal = call.Terminal;

    /// <summary>The first line.</summary>
    public void Head(MonitorRun? before, PackLibrary packs)
    {
        string data = Path.GetRelativePath(Directory.GetCurrentDirectory(), call.Settings.Data);
        string folder = data.StartsWith("..", StringComparison.Ordinal) ? call.Settings.Data : "./" + data;
        string left = $"{Phrases.Common.Product.In(_tongue)}   {Phrases.CommandLine.Head.In(_tongue, folder)}";
        string right = before is null
            ? Phrases.CommandLine.FirstRun.In(_tongue, packs.Packs.Length)
            : Phrases.CommandLine.LastRun.In(_tongue, Times.MomentWithoutZone(before.Started.ToLocalTime(), _tongue), before.Seconds.ToString("0.0", CultureInfo.InvariantCulture));
        _terminal.Strong(Spread(left, right));
        _terminal.Line();
        string names = string.Join(_tongue.Choose(", ", "、"), packs.Packs.Select(p => p.Id));
        _terminal.Line(Spread($"{Step(MonitorStep.Check)}{names}", before is null ? Phrases.CommandLine.NoFaults.In(_tongue) : Phrases.CommandLine.Unchanged.In(_tongue)));
    }

    /// <summary>Runs the job with a progress bar where someone looks on, else with a line a step.</summary>
    public MonitorResult Watch(Func<Action<MonitorProgress>?, MonitorResult> run)
    {
        if (!_terminal.IsInteractive)
        {
            return run(p =>
            {
                if (p.IsEnd && IsWorthALine(p))
                {
                    _terminal.Line(StepLine(p));
                }
            });
        }

        MonitorResult? result = null;
        List<string> lines = [];
        _terminal.Console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .Start(context =>
            {
                Dictionary<(MonitorStep, string?), ProgressTask> tasks = [];
                result = run(p =>
                {
                    if (!tasks.TryGetValue((p.Step, p.PackId), out ProgressTask? task))
                    {
                        task = context.AddTask(Markup.Escape(Step(p.Step) + (p.PackId ?? "")), maxValue: Math.Max(1, p.Total));
                        tasks.Add((p.Step, p.PackId), task);
                    }

                    task.MaxValue = Math.Max(1, p.Total);
                    task.Value = p.IsEnd ? task.MaxValue : p.Done;
                    if (p.IsEnd && IsWorthALine(p))
                    {
                        lines.Add(StepLine(p));
                    }
                });
            });
        foreach (string line in lines)
        {
            _terminal.Line(line);
        }

        return result!;
    }

    /// <summary>What came of it.</summary>
    public void Result(MonitorResult result)
    {
        if (_terminal.IsJson)
        {
            Json(result);
            return;
        }

        ImmutableArray<DueFigure> overdue = [.. result.Inputs.SelectMany(i => i.Input.Due).Where(d => d.IsOverdue)];
        if (!result.IsNew)
        {
            _terminal.Line(Step(MonitorStep.Load) + Phrases.CommandLine.NothingNew.In(_tongue, result.Held.Values, result.Held.Series));
            _terminal.Line();
            DateTimeOffset? newest = result.Inputs.Select(i => i.Input.LatestRelease).Max();
            _terminal.Line(Phrases.CommandLine.NothingToDo.In(_tongue, newest is null ? "–" : Day(newest.Value), overdue.Length));
            foreach (DateOnly last in result.Inputs.Where(i => i.Input.RecordEnds < DateOnly.FromDateTime(i.Input.AsOf.DateTime)).Select(i => i.Input.RecordEnds!.Value).Distinct().OrderDescending().Take(1))
            {
                _terminal.Line(Phrases.CommandLine.RecordEnds.In(_tongue, Times.Date(last, _tongue)));
            }

            DueFigure? next = result.Inputs.SelectMany(i => i.Input.Next).MinBy(d => d.DueOn);
            if (next is not null)
            {
                _terminal.Line(Phrases.CommandLine.NextDue.In(_tongue, next.Name.In(_tongue.Tag()) ?? "", Times.Date(next.DueOn, _tongue)));
            }
        }
        else
        {
            foreach ((LoadedPack pack, BriefingDocument document) in result.Overviews)
            {
                OverviewInput input = result.Inputs.First(i => i.Pack == pack).Input;
                Overview(pack, document, input);
                Changes(input);
            }
        }

        _terminal.Line();
        if (result.Files is [var html, var markdown])
        {
            _terminal.Line(result.HasWritten ? Phrases.CommandLine.Wrote.In(_tongue, Shown(html), Shown(markdown)) : Phrases.CommandLine.UpToDate.In(_tongue, Shown(html)));
        }

        TryNext(result);
    }

    private void Overview(LoadedPack pack, BriefingDocument document, OverviewInput input)
    {
        ImmutableArray<HeadlineRow> rows = [.. document.Blocks.OfType<BriefingBlock.Headlines>().SelectMany(h => h.Groups).SelectMany(g => g.Rows)];
        if (rows.IsEmpty)
        {
            return;
        }

        _terminal.Line();
        string title = pack.Name.In(_tongue.Tag()) ?? pack.Id;
        _terminal.Strong(input.LatestRelease is { } latest ? Phrases.Common.Also.In(_tongue, title, Day(latest)) : title);
        ImmutableArray<HeadlineRow> shown = [.. rows.Take(RowsShown)];
        _terminal.Table(
            [
                (Phrases.CommandLine.ColumnSeries.In(_tongue), false),
                (Phrases.CommandLine.ColumnPeriod.In(_tongue), false),
                (Phrases.CommandLine.ColumnValue.In(_tongue), true),
                (Phrases.CommandLine.ColumnChange.In(_tongue), false),
            ],
            [
                .. shown.Select(r => (string[])
                [
                    r.Basis.Length > 0 ? Phrases.Common.Also.In(_tongue, r.Name, r.Basis) : r.Name,
                    r.Missing is { } missing ? $"{r.PeriodText} {missing.Mark.Sign}" : r.PeriodText,
                    r.Figure is null ? r.Placeholder?.Sign ?? "" : r.Figure.Text,
                    r.Change is null ? "" : $"{Language.Changes.Arrow(r.Change.Direction)} {r.Change.Text}",
                ]),
            ]);
        if (rows.Length > shown.Length)
        {
            _terminal.Line(Phrases.CommandLine.Shown.In(_tongue, shown.Length, rows.Length));
        }
    }

    private void Changes(OverviewInput input)
    {
        OverviewChanges changes = input.Changes;
        if (changes.Since is not { } since)
        {
            return;
        }

        List<(string Head, string Text)> lines = [];
        if (changes.RevisedCount > 0 && Largest(changes.Revised) is { } revised)
        {
            OverviewSeries series = revised.Series;
            lines.Add((Phrases.CommandLine.Revised.In(_tongue), Phrases.CommandLine.LargestRevision.In(
                _tongue,
                changes.RevisedCount,
                series.Name.In(_tongue.Tag()) ?? series.Key.ToString(),
                Periods.Text(revised.Now.Period, series.Transformation, _tongue),
                Values.Text(revised.Was.Value, series.Unit, series.UnitMult, _tongue),
                Values.Text(revised.Now.Value, series.Unit, series.UnitMult, _tongue))));
        }

        if (changes.AddedCount > 0)
        {
            lines.Add((Phrases.CommandLine.Added.In(_tongue), Phrases.Common.Values.In(_tongue, changes.AddedCount)));
        }

        DueFigure? oldest = input.Due.Where(d => d.IsOverdue).MinBy(d => d.DueOn);
        if (oldest is not null)
        {
            lines.Add((Phrases.CommandLine.Overdue.In(_tongue), Phrases.CommandLine.OldestOverdue.In(
                _tongue, input.Due.Count(d => d.IsOverdue), oldest.Name.In(_tongue.Tag()) ?? "", Periods.Text(oldest.Period, oldest.Transformation, _tongue))));
        }

        if (lines.Count == 0)
        {
            return;
        }

        _terminal.Line();
        _terminal.Line(Phrases.CommandLine.ChangedSince.In(_tongue, Day(since)));
        int width = lines.Max(l => Terminal.Cells(l.Head));
        foreach ((string head, string text) in lines)
        {
            _terminal.Line($"  {head}{new string(' ', width - Terminal.Cells(head))}  {text}");
        }
    }

    private static RevisedValue? Largest(IEnumerable<RevisedValue> revised) => revised.MaxBy(r =>
        r.Was.Value.IsNumber && r.Now.Value.IsNumber && r.Was.Value.ToDouble() is var was && was != 0 ? Math.Abs((r.Now.Value.ToDouble() - was) / was) : 0);

    private void TryNext(MonitorResult result)
    {
        List<(string Command, string What)> next = [("./ballast serve", Phrases.CommandLine.TryServe.In(_tongue, call.Settings.Listen))];
        if (result.Inputs.SelectMany(i => i.Input.Series).FirstOrDefault(s => s.Series.Attributes.First("SOURCE_ID") is not null) is { } series)
        {
            next.Add(($"./ballast get {series.Flow} @{series.Series.Attributes.First("SOURCE_ID")}", Phrases.CommandLine.TryGet.In(_tongue)));
        }

        if (result.IsNew)
        {
            next.Add(("./ballast find 采购经理", Phrases.CommandLine.TryFind.In(_tongue)));
        }
        else if (result.Inputs.LastOrDefault().Input is { LatestRelease: { } latest, Series: [var last, ..] } && last.Series.Attributes.First("SOURCE_ID") is { } id)
        {
            string day = latest.AddDays(-30).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            next.Add(($"./ballast get {last.Flow} @{id} --as-of {day}", Phrases.CommandLine.TryAsOf.In(_tongue)));
        }

        _terminal.Line();
        _terminal.Line(Phrases.CommandLine.TryNext.In(_tongue));
        int width = next.Max(n => Terminal.Cells(n.Command));
        foreach ((string command, string what) in next)
        {
            _terminal.Line($"  {command}{new string(' ', width - Terminal.Cells(command))}   {what}");
        }
    }

    private void Json(MonitorResult result) => _terminal.PrintJson(json =>
    {
        json.WriteStartObject();
        json.WriteBoolean("new", result.IsNew);
        json.WriteNumber("series", result.Held.Series);
        json.WriteNumber("values", result.Held.Values);
        json.WriteNumber("derived", result.DerivedCount);
        json.WriteStartArray("packs");
        foreach (Work.Loading.PackLoad load in result.Loads)
        {
            json.WriteStartObject();
            json.WriteString("id", load.PackId);
            json.WriteNumber("releases", load.Written.Length);
            json.WriteNumber("values", load.ValueCount);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("overdue", result.Inputs.Sum(i => i.Input.Due.Count(d => d.IsOverdue)));
        json.WriteStartArray("files");
        foreach (string file in result.Files)
        {
            json.WriteStringValue(file);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static bool IsWorthALine(MonitorProgress p) => p.Step switch
    {
        MonitorStep.Load => p.Releases > 0,
        MonitorStep.Derive => p.Values > 0,
        _ => false,
    };

    private string StepLine(MonitorProgress p) => Spread(
        Step(p.Step) + (p.Step == MonitorStep.Load
            ? $"{p.PackId!.PadRight(12)}  {Phrases.Common.Releases.In(_tongue, p.Releases)}  {Phrases.Common.Values.In(_tongue, p.Values)}"
            : $"{Phrases.CommandLine.GrowthAndChanges.In(_tongue)}  {Phrases.Common.Values.In(_tongue, p.Values)}"),
        p.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + "s");

    private string Step(MonitorStep step)
    {
        string word = (step switch
        {
            MonitorStep.Check => Phrases.CommandLine.StepCheck,
            MonitorStep.Load => Phrases.CommandLine.StepLoad,
            MonitorStep.Derive => Phrases.CommandLine.StepDerive,
            _ => Phrases.CommandLine.StepBrief,
        }).In(_tongue);
        return word + new string(' ', Math.Max(1, 8 - Terminal.Cells(word)));
    }

    /// <summary>Two texts at the ends of a line of 80 columns.</summary>
    private static string Spread(string left, string right) => left + new string(' ', Math.Max(2, 80 - Terminal.Cells(left) - Terminal.Cells(right))) + right;

    private string Day(DateTimeOffset moment) => Times.Date(DateOnly.FromDateTime(moment.DateTime), _tongue);

    private static string Shown(string path)
    {
        string relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }
}
