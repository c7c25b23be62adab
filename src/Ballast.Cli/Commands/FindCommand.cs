using System.CommandLine;
using Ballast.Language;
using Ballast.Search;
using Ballast.Store;
using Ballast.Work;

namespace Ballast.Cli.Commands;

/// <summary><c>ballast find TEXT</c>: series by name in English or Chinese, by code or by the source's own id.</summary>
internal static class FindCommand
{
    private const int DefaultLimit = 20;

    public static Command Create(GlobalOptions options)
    {
        Argument<string[]> text = new("TEXT") { Description = Phrases.CommandLine.ArgumentText.In(options.Tongue), Arity = ArgumentArity.OneOrMore };
        Option<string?> asOf = new("--as-of") { Description = Phrases.CommandLine.OptionAsOf.In(options.Tongue), HelpName = "TIME" };
        Option<int> limit = new("--limit") { Description = Phrases.CommandLine.OptionLimit.In(options.Tongue), DefaultValueFactory = _ => DefaultLimit };
        Command command = new("find", Help.Of(options, Phrases.CommandLine.Find, "ballast find 采购经理")) { text, asOf, limit };
        command.SetAction((parsed, cancellation) => Edge.RunAsync(
            parsed,
            options,
            (call, token) => Task.FromResult(Run(call, string.Join(' ', parsed.GetRequiredValue(text)), parsed.GetValue(asOf), Math.Clamp(parsed.GetValue(limit), 1, 1000), token)),
            cancellation));
        return command;
    }

    private static int Run(Invocation call, string text, string? asOf, int limit, CancellationToken cancellation)
    {
        Tongue tongue = call.Tongue;
        using BallastStore store = call.OpenStore(StoreAccess.ReadOnly);
        Reading reading = new(store, call.ReadPacksOrEmpty(), call.Clock);
        if (call.ViewpointOf(asOf, reading, null) is not { } viewpoint)
        {
            return ExitCode.WrongUse;
        }

        SearchResult result = reading.Find(text, viewpoint, limit, cancellation);
        call.Terminal.PrintJson(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("total", result.TotalCount);
            json.WriteBoolean("allTerms", result.HasAllTerms);
            json.WriteStartArray("hits");
            foreach (SearchHit hit in result.Hits)
            {
                json.WriteStartObject();
                json.WriteString("flow", hit.Entry.Flow.Id);
                json.WriteString("key", hit.Entry.Key);
                json.WriteString("sourceId", hit.Entry.SourceId);
                json.WriteString("title", hit.Entry.Title.In(tongue.Tag()));
                json.WriteNumber("score", Math.Round(hit.Score, 4));
                json.WriteStartArray("reasons");
                foreach (SearchReason reason in hit.Reasons)
                {
                    json.WriteStartObject();
                    json.WriteString("term", reason.Term);
                    json.WriteString("field", reason.Field.ToString());
                    json.WriteString("text", reason.Text);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
        if (result.Hits.IsEmpty)
        {
            call.Terminal.Line(Phrases.CommandLine.NoHit.In(tongue, text));
            string nearest = string.Join(tongue.Choose(", ", "、"), result.Suggestions.SelectMany(s => s.Nearest).Take(5));
            if (nearest.Length > 0)
            {
                call.Terminal.Line(Phrases.CommandLine.Nearest.In(tongue, nearest));
            }

            return ExitCode.Done;
        }

        call.Terminal.Table(
            [
                (Phrases.CommandLine.ColumnName.In(tongue), false),
                (Phrases.CommandLine.ColumnFlow.In(tongue), false),
                (Phrases.CommandLine.ColumnKey.In(tongue), false),
                (Phrases.CommandLine.ColumnSpan.In(tongue), false),
                (Phrases.CommandLine.ColumnWhy.In(tongue), false),
            ],
            [
                .. result.Hits.Select(h => (string[])
                [
                    h.Entry.Title.In(tongue.Tag()) ?? "",
                    h.Entry.Flow.Id,
                    h.Entry.SourceId is { } id ? "@" + id : h.Entry.Key,
                    reading.ListingOf(h.Entry, viewpoint) is { } listing ? FlowsCommand.Span(listing.First, listing.Last, tongue) : "",
                    string.Join("; ", h.Reasons.Select(r => r.Text).Distinct()),
                ]),
            ]);
        if (result.TotalCount > result.Hits.Length)
        {
            call.Terminal.Line(Phrases.CommandLine.Shown.In(tongue, result.Hits.Length, result.TotalCount));
        }

        return ExitCode.Done;
    }
}
