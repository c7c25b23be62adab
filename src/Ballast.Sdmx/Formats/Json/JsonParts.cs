using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ballast.Sdmx.Model;

namespace Ballast.Sdmx.Formats.Json;

/// <summary>Parts that structure and data messages write alike.</summary>
internal static class JsonParts
{
    /// <summary>Chinese stays readable; these are files and answers of type JSON, never inside HTML.</summary>
    public static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void WriteMeta(Utf8JsonWriter json, MessageHeader header, string schema, IEnumerable<string> languages)
    {
        json.WriteStartObject("meta");
        json.WriteString("schema", schema);
        json.WriteString("id", header.Id);
        json.WriteBoolean("test", header.IsTest);
        json.WriteString("prepared", header.Prepared.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));
        string[] tags = [.. languages];
        if (tags.Length > 0)
        {
            json.WriteStartArray("contentLanguages");
            foreach (string tag in tags)
            {
                json.WriteStringValue(tag);
            }

            json.WriteEndArray();
        }

        json.WriteStartObject("sender");
        json.WriteString("id", header.SenderId);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary><c>name</c> and <c>names</c>; clients that know one language read the first.</summary>
    public static void WriteName(Utf8JsonWriter json, LocalisedText name, string orElse)
    {
        json.WriteString("name", name.In("en") ?? orElse);
        WriteTexts(json, "names", name);
    }

    public static void WriteTexts(Utf8JsonWriter json, string member, LocalisedText texts)
    {
        if (!texts.IsEmpty)
        {
            json.WriteStartObject(member);
            foreach ((string language, string text) in texts.Texts)
            {
                json.WriteString(language, text);
            }

            json.WriteEndObject();
        }
    }

    public static void WriteAnnotations(Utf8JsonWriter json, ImmutableArray<Annotation> annotations)
    {
        if (annotations.IsDefaultOrEmpty)
        {
            return;
        }

        json.WriteStartArray("annotations");
        foreach (Annotation annotation in annotations)
        {
            json.WriteStartObject();
            WriteIf(json, "id", annotation.Id);
            WriteIf(json, "title", annotation.Title);
            WriteIf(json, "type", annotation.Type);
            WriteIf(json, "value", annotation.Value);
            if (annotation.Texts.In("en") is { } text)
            {
                json.WriteString("text", text);
            }

            WriteTexts(json, "texts", annotation.Texts);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteIf(Utf8JsonWriter json, string member, string? value)
    {
        if (value is not null)
        {
            json.WriteString(member, value);
        }
    }
}
