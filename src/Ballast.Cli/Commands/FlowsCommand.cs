using System.CommandLine;
using Ballast.Language;
using Ballast.Series;
using Ballast.Store;
using Ballast.Work;

namespace Ballast.Cli.Commands;

/// <summary><c>ballast flows</c>: what is there.</summary>
internal static class FlowsCommand
{
    public static Command Create(GlobalOptions options)
    {
        Option<string?> asOf = new("--as-of") { Description = Phrases.CommandLine.OptionAsOf.In(options.Tongue), HelpName = "TIME" };
        Command command = new("flows", Help.Of(options, Phrases.CommandLine.Flows, "ballast flows --as-of 2024-01-01")) { asOf };
        command.SetAction((parsed, cancellation) => Edge.RunAsync(parsed, options, (call, _) => Task.FromResult(Run(call, parsed.GetValue(asOf))), cancellation));
        return command;
    }

    private static int Run(Invocation call, string? asOf)
    {
        using BallastStore store = call.OpenStore(StoreAccess.ReadOnly);
        Reading reading = new(store, call.ReadPacksOrEmpty(), call.Clock);
        if (call.ViewpointOf(asOf, reading, null) is not { } viewpoint)
        {
            return ExitCode.WrongUse;
        }

        IReadOnlyList<FlowSummary> flows = reading.Flows(viewpoint);
        call.Terminal.PrintJson(json =>
        {
            json.WriteStartArray();
            foreach (FlowSummary flow in flows)
            {
                json.WriteStartObject();
                json.WriteString("id", flow.Flow.Id.Id);
                json.WriteString("urn", flow.Flow.Id.ToString());
                json.WriteString("name", flow.Flow.Name.In(call.Tongue.Tag()));
                json.WriteString("pack", flow.PackId);
                json.WriteNumber("series", flow.Availability.SeriesCount);
                json.WriteNumber("observations", flow.Availability.ObservationCount);
                json.WriteString("first", flow.Availability.First?.ToString());
                json.WriteString("last", flow.Availability.Last?.ToString());
                json.WriteString("latestRelease", flow.Latest?.Key);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
        if (flows.Count == 0)
        {
            call.Terminal.Line(Phrases.CommandLine.NothingHeld.In(call.Tongue));
            return ExitCode.Done;
        }

        call.Terminal.Table(
            [
                (Phrases.CommandLine.ColumnFlow.In(call.Tongue), false),
                (Phrases.CommandLine.ColumnName.In(call.Tongue), false),
                (Phrases.CommandLine.ColumnSeriesCount.In(call.Tongue), true),
                (Phrases.CommandLine.ColumnObservations.In(call.Tongue), true),
                (Phrases.CommandLine.ColumnSpan.In(call.Tongue), false),
            ],
            [
                .. flows.Select(f => (string[])
                [
                    f.Flow.Id.Id,
                    f.Flow.Name.In(call.Tongue.Tag()) ?? "",
                    Numbers.Text(f.Availability.SeriesCount),
                    Numbers.Text(f.Availability.ObservationCount),
                    Span(f.Availability.First, f.Availability.Last, call.Tongue),
                ]),
            ]);
        return ExitCode.Done;
    }

    /// <summary>First and last period, or nothing.</summary>
    public static string Span(Period? first, Period? last, Tongue tongue) => first is null || last is null ? ""
        : Phrases.Common.FromTo.In(tongue, Periods.Text(first.Value, tongue), Periods.Text(last.Value, tongue));
}
