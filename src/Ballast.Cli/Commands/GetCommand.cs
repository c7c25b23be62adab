using System.Collections.Immutable;
using System.CommandLine;
using Ballast.Faults;
using Ballast.Language;
using Ballast.Sdmx.Model;
using Ballast.Series;
using Ballast.Store;
using Ballast.Work;

namespace Ballast.Cli.Commands;

/// <summary><c>ballast get FLOW [KEY|@SOURCE_ID]</c>: series, as of now or of any date.</summary>
internal static class GetCommand
{
    public static Command Create(GlobalOptions options)
    {
        Tongue tongue = options.Tongue;
        Argument<string> flow = new("FLOW") { Description = Phrases.CommandLine.ArgumentFlow.In(tongue) };
        Argument<string?> key = new("KEY") { Description = Phrases.CommandLine.ArgumentKey.In(tongue), Arity = ArgumentArity.ZeroOrOne };
        Option<string?> start = new("--start") { Description = Phrases.CommandLine.OptionStart.In(tongue), HelpName = "PERIOD" };
        Option<string?> end = new("--end") { Description = Phrases.CommandLine.OptionEnd.In(tongue), HelpName = "PERIOD" };
        Option<string?> asOf = new("--as-of") { Description = Phrases.CommandLine.OptionAsOf.In(tongue), HelpName = "TIME" };
        Option<string> format = new("--format") { Description = Phrases.CommandLine.OptionFormat.In(tongue), DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "csv", "json");
        Command command = new("get", Help.Of(options, Phrases.CommandLine.Get, "ballast get US_INDICATORS @INDPRO --start 2016-01 --as-of 2016-09-30")) { flow, key, start, end, asOf, format };
        command.SetAction((parsed, cancellation) => Edge.RunAsync(
            parsed,
            options,
            (call, token) => Task.FromResult(Run(call, parsed.GetRequiredValue(flow), parsed.GetValue(key), parsed.GetValue(start), parsed.GetValue(end), parsed.GetValue(asOf), parsed.GetValue(format)!, token)),
            cancellation));
        return command;
    }

    private static int Run(Invocation call, string flowId, string? keyText, string? start, string? end, string? asOf, string format, CancellationToken cancellation)
    {
        using BallastStore store = call.OpenStore(StoreAccess.ReadOnly);
        Reading reading = new(store, call.ReadPacksOrEmpty(), call.Clock);
        FaultList faults = new();
        Viewpoint? viewpoint = call.ViewpointOf(asOf, reading, flowId);
        (Dataflow Flow, DataStructureDefinition Structure, bool IsDerived)? flow = reading.FindFlow(flowId);
        if (flow is null)
        {
            faults.Add(WorkFaults.FlowUnknown, Place.Unknown, flowId);
        }

        PeriodRange range = PeriodRange.Read(start, end, faults);
        KeyQuery? query = flow is null || viewpoint is null ? null : QueryOf(reading, flow.Value.Flow, flow.Value.Structure, keyText, viewpoint, faults);
        if (faults.HasErrors)
        {
            call.Terminal.PrintFaults(faults);
        }

        if (faults.HasErrors || viewpoint is null || query is null || flow is null)
        {
            return ExitCode.WrongUse;
        }

        IEnumerable<SeriesView> views = reading.Series(flow.Value.Flow.Id.Id, query, viewpoint).Select(v => v with { Series = range.Of(v.Series) });
        switch (call.Terminal.IsJson ? "json" : format)
        {
            case "csv":
                DataFiles.WriteCsv(System.Console.OpenStandardOutput(), reading.Structures, flow.Value.Flow, flow.Value.Structure, views, cancellation);
                return ExitCode.Done;
            case "json":
                DataFiles.WriteJson(System.Console.OpenStandardOutput(), reading.Structures, flow.Value.Flow, flow.Value.Structure, views, call.Clock.GetUtcNow(), cancellation);
                return ExitCode.Done;
            default:
                PrintTables(call, reading, flow.Value.Flow.Id.Id, keyText, query, [.. views], viewpoint, asOf);
                return ExitCode.Done;
        }
    }

    /// <summary>A key, a pattern of keys, or @ and the source's own id.</summary>
    private static KeyQuery? QueryOf(Reading reading, Dataflow flow, DataStructureDefinition structure, string? text, Viewpoint viewpoint, FaultList faults)
    {
        if (text?.StartsWith('@') == true)
        {
            string sourceId = text[1..];
            string published = DerivedFlow.BaseId(flow.Id.Id) ?? flow.Id.Id;
            ImmutableArray<SeriesListing> found = reading.BySourceId(sourceId, published, viewpoint);
            if (found.IsEmpty)
            {
                // A name told later still means the series; what was known of it at the time asked for is another question.
                found = reading.BySourceId(sourceId, published, reading.Newest);
            }

            if (found.IsEmpty)
            {
                faults.Add(WorkFaults.SourceIdUnknown, Place.Unknown, sourceId, published);
                return null;
            }

            ImmutableArray<ImmutableArray<string>> wanted = [.. Enumerable.Range(0, structure.Dimensions.Length).Select(i => found.Select(f => f.Key.Codes[i]).Distinct(StringComparer.Ordinal).ToImmutableArray())];
            int at = DerivedFlow.BaseId(flow.Id.Id) is null ? -1 : structure.IndexOf(DerivedFlow.TransformationDimension);
            return new KeyQuery(at < 0 ? wanted : wanted.SetItem(at, []));
        }

        KeyQuery? query = KeyQuery.TryParse(text, structure.Dimensions.Length);
        if (query is null)
        {
            faults.Add(WorkFaults.KeyForm, Place.Unknown, text ?? "", string.Join('.', structure.Dimensions.Select(d => d.Id)));
        }

        return query;
    }

    private static void PrintTables(Invocation call, Reading reading, string flowId, string? keyText, KeyQuery query, ImmutableArray<SeriesView> views, Viewpoint viewpoint, string? asOf)
    {
        Tongue tongue = call.Tongue;
        string when = asOf is null ? Phrases.CommandLine.WhenNow.In(tongue)
            : Phrases.CommandLine.WhenAsOf.In(tongue, Times.Moment(TimeZoneInfo.ConvertTime(viewpoint.CutOff.PublishedUpTo, reading.ZoneOf(flowId)), tongue));
        if (views.Length == 0)
        {
            call.Terminal.Line(Phrases.CommandLine.NothingKnown.In(tongue, keyText is null ? flowId : $"{flowId} {keyText}", when));
            SayFirstKnown(call, reading, flowId, query);
            return;
        }

        TimeZoneInfo zone = reading.ZoneOf(flowId);
        foreach (SeriesView view in views)
        {
            SeriesUnit unit = view.Names.Unit;
            string transformation = view.Names.Code(DerivedFlow.TransformationDimension) ?? "N";
            string title = view.Names.Title.In(tongue.Tag()) ?? view.Key.ToString();
            call.Terminal.Strong(view.Transform is { } computed ? Phrases.Common.Also.In(tongue, title, $"{Bases.OfTransform(computed, view.Series.Frequency, tongue)} {Mark.Derived.Letter()}") : title);
            call.Terminal.Line($"{flowId} {view.Key}{(view.Names.SourceId is { } id ? $"  @{id}" : "")}  {when}");
            call.Terminal.Line();
            if (view.Series.Observations.IsEmpty)
            {
                call.Terminal.Line(Phrases.CommandLine.NothingInRange.In(tongue));
                call.Terminal.Line();
                continue;
            }

            call.Terminal.Table(
                [
                    (Phrases.CommandLine.ColumnPeriod.In(tongue), false),
                    (Phrases.CommandLine.ColumnValue.In(tongue), true),
                    (Phrases.CommandLine.ColumnKnown.In(tongue), false),
                    (Phrases.CommandLine.ColumnRelease.In(tongue), false),
                    (Phrases.CommandLine.ColumnSource.In(tongue), false),
                ],
                [
                    .. view.Series.Observations.Select(o => (string[])
                    [
                        Periods.Text(o.Period, transformation, tongue),
                        ValueText(o, unit, tongue, view.IsDerived),
                        o.KnownSince is { } since ? Times.Date(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(since, zone).DateTime), tongue) : "",
                        o.ReleaseKey ?? "",
                        string.Join("; ", o.Attributes["SOURCE_REF"].Select(r => r.Text)),
                    ]),
                ]);
            call.Terminal.Line();
        }
    }

    /// <summary>Where nothing was known at the time asked for: when it first was, if it is known now.</summary>
    private static void SayFirstKnown(Invocation call, Reading reading, string flowId, KeyQuery query)
    {
        Observation? first = reading.Series(flowId, query, reading.Newest).SelectMany(v => v.Series.Observations).Where(o => o.KnownSince is not null).MinBy(o => o.KnownSince);
        if (first is { KnownSince: { } since, ReleaseKey: { } key })
        {
            string day = Times.Published(TimeZoneInfo.ConvertTime(since, reading.ZoneOf(flowId)), call.Tongue);
            bool isLate = reading.Release(key, reading.Newest)?.CompiledLater == true;
            call.Terminal.Line((isLate ? Phrases.CommandLine.FirstKnownCompiled : Phrases.CommandLine.FirstKnown).In(call.Tongue, day));
        }
    }

    private static string ValueText(Observation observation, SeriesUnit unit, Tongue tongue, bool isDerived)
    {
        string value = Values.Text(observation.Value, unit.Unit, unit.Multiplier, tongue, Bounds.Of(observation.Attributes), isDerived ? Values.ComputedDecimals : null);
        string marks = string.Concat(Marks.Of(observation).Select(m => m.Letter()));
        return marks.Length == 0 ? value : $"{value} {marks}";
    }
}
