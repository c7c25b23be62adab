using System.Collections.Concurrent;
using System.Text.Json;
using Json.Schema;

namespace Ballast.Sdmx.Tests.Formats.Json;

/// <summary>The JSON schemas of the standard. They name a dialect "schema#" that no validator registers; draft 7 is what they are written in.</summary>
internal static class StandardSchema
{
    private static readonly ConcurrentDictionary<string, Lazy<JsonSchema>> Schemas = new(StringComparer.Ordinal);

    public static void AssertFits(string file, byte[] message)
    {
        JsonSchema schema = Schemas.GetOrAdd(file, f => new Lazy<JsonSchema>(() => Load(f))).Value;
        using JsonDocument document = JsonDocument.Parse(message);

        EvaluationResults results = schema.Evaluate(document.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });

        Assert.True(results.IsValid, string.Join("\n", (results.Details ?? [])
            .Where(d => d.Errors is { Count: > 0 }).Select(d => d.InstanceLocation + ": " + string.Join("; ", d.Errors!.Values)).Take(20)));
    }

    /// <summary>The data schema also names itself as draft 4 did.</summary>
    private static JsonSchema Load(string file) => JsonSchema.FromText(File.ReadAllText(SharedCorpus.Path(Path.Combine("schemas", "sdmx-json", file)))
        .Replace("\"id\": \"https://raw", "\"$id\": \"https://raw", StringComparison.Ordinal)
        .Replace("http://json-schema.org/schema#", "http://json-schema.org/draft-07/schema#", StringComparison.Ordinal));
}
