using System.Text.Json;
using Ballast.Faults;

namespace Ballast.Sdmx.Formats.Json;

/// <summary>A value on a <see cref="JsonTape"/>; as cheap as an index.</summary>
internal readonly struct JsonNode(JsonTape tape, int index)
{
    /// <summary>What it is.</summary>
    public JsonTokenType Type => tape[index].Type;

    /// <summary>Whether it is an object.</summary>
    public bool IsObject => Type == JsonTokenType.StartObject;

    /// <summary>Whether it is an array.</summary>
    public bool IsArray => Type == JsonTokenType.StartArray;

    /// <summary>Where it stands.</summary>
    public Place Place => tape.PlaceOf(index);

    /// <summary>Text of a string or number.</summary>
    public string Text => tape.TextOf(index);

    /// <summary>The kind in the words of JSON, for faults.</summary>
    public string Kind => Type switch
    {
        JsonTokenType.StartObject => "object",
        JsonTokenType.StartArray => "array",
        JsonTokenType.String => "string",
        JsonTokenType.Number => "number",
        JsonTokenType.True or JsonTokenType.False => "boolean",
        _ => "null",
    };

    /// <summary>Items of an array.</summary>
    public IEnumerable<JsonNode> Items()
    {
        int end = tape[index].Next;
        for (int at = index + 1; at < end; at = tape[at].Next)
        {
            yield return new JsonNode(tape, at);
        }
    }

    /// <summary>Members of an object, in order.</summary>
    public IEnumerable<(JsonNode Name, JsonNode Value)> Members()
    {
        int end = tape[index].Next;
        for (int at = index + 1; at < end; at = tape[at + 1].Next)
        {
            yield return (new JsonNode(tape, at), new JsonNode(tape, at + 1));
        }
    }
}
