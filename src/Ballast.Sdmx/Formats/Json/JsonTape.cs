using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Ballast.Faults;

namespace Ballast.Sdmx.Formats.Json;

/// <summary>
/// A JSON text as a flat list of tokens with their offsets, so that every later fault has its line and column. System.Text.Json's own document forgets where its values stood.
/// Sixteen bytes a token, no object by value; depth, size, encoding and half surrogate pairs are settled here, before anything is believed.
/// </summary>
internal sealed class JsonTape
{
    /// <summary>Deepest nesting taken; SDMX-JSON needs about 12.</summary>
    public const int MaxDepth = 64;

    private readonly byte[] _text;
    private readonly int _length;
    private readonly string? _file;
    private readonly List<Token> _tokens = [];
    private int[]? _lineStarts;

    private JsonTape(byte[] text, int length, string? file) => (_text, _length, _file) = (text, length, file);

    /// <summary>The outermost value.</summary>
    public JsonNode Root => new(this, 0);

    /// <summary>Reads a whole stream; null where a fault was found.</summary>
    public static JsonTape? Read(Stream input, string? file, int maxBytes, FaultList faults, CancellationToken cancellation)
    {
        (byte[]? text, int length) = ReadAll(input, maxBytes, cancellation);
        if (text is null)
        {
            faults.Add(SdmxFaults.TooLarge, new Place(file), FormattableString.Invariant($"{maxBytes}"));
            return null;
        }

        JsonTape tape = new(text, length, file);
        return tape.Scan(faults) ? tape : null;
    }

    /// <summary>The token at an index.</summary>
    public Token this[int index] => _tokens[index];

    /// <summary>The text of a string, name or number token.</summary>
    public string TextOf(int index)
    {
        Token token = _tokens[index];
        ReadOnlySpan<byte> raw = _text.AsSpan(token.Start, token.Length);
        if (token.Type is not (JsonTokenType.String or JsonTokenType.PropertyName) || !raw.Contains((byte)'\\'))
        {
            return Encoding.UTF8.GetString(raw);
        }

        Utf8JsonReader reader = new(_text.AsSpan(token.Start - 1, token.Length + 2));
        reader.Read();
        return reader.GetString()!;
    }

    /// <summary>Whether a name token is just this plain text.</summary>
    public bool Is(int index, ReadOnlySpan<byte> name)
    {
        Token token = _tokens[index];
        return _text.AsSpan(token.Start, token.Length).SequenceEqual(name);
    }

    /// <summary>Where a token stands.</summary>
    public Place PlaceOf(int index) => PlaceAt(_tokens[index].Start - (_tokens[index].Type is JsonTokenType.String or JsonTokenType.PropertyName ? 1 : 0));

    /// <summary>A fault at the end of an object or array, where something is missing, is shown at its beginning.</summary>
    private Place PlaceAt(int offset)
    {
        int[] starts = _lineStarts ??= FindLines();
        int line = Array.BinarySearch(starts, offset);
        line = line < 0 ? ~line - 1 : line;
        return new Place(_file, line + 1, Encoding.UTF8.GetCharCount(_text.AsSpan(starts[line], offset - starts[line])) + 1);
    }

    private static (byte[]? Text, int Length) ReadAll(Stream input, int maxBytes, CancellationToken cancellation)
    {
        byte[] text = new byte[4096];
        int length = 0;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (length == text.Length)
            {
                Array.Resize(ref text, text.Length * 2);
            }

            int read = input.Read(text, length, text.Length - length);
            length += read;
            if (length > maxBytes)
            {
                return (null, 0);
            }

            if (read == 0)
            {
                return (text, length);
            }
        }
    }

    private bool Scan(FaultList faults)
    {
        ReadOnlySpan<byte> text = _text.AsSpan(0, _length);
        int begin = text.StartsWith("\uFEFF"u8) ? 3 : 0;
        if (_length >= 2 && (text[0], text[1]) is (0xFE, 0xFF) or (0xFF, 0xFE))
        {
            faults.Add(SdmxFaults.NotUtf8, new Place(_file, 1, 1), "UTF-16");
            return false;
        }

        if (!Utf8.IsValid(text))
        {
            int at = FirstInvalid(text);
            faults.Add(SdmxFaults.NotUtf8, PlaceAt(at), FormattableString.Invariant($"0x{text[at]:X2}"));
            return false;
        }

        Utf8JsonReader reader = new(text[begin..], new JsonReaderOptions { MaxDepth = 1000, CommentHandling = JsonCommentHandling.Disallow });
        Stack<int> open = new();
        bool good = true;
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth > MaxDepth)
                {
                    faults.Add(SdmxFaults.JsonTooDeep, PlaceAt(begin + (int)reader.TokenStartIndex), FormattableString.Invariant($"{MaxDepth}"));
                    return false;
                }

                good &= Append(ref reader, begin, open, faults);
            }
        }
        catch (JsonException broken)
        {
            int line = (int)(broken.LineNumber ?? 0);
            int[] starts = _lineStarts ??= FindLines();
            int offset = (line < starts.Length ? starts[line] : _length) + (int)(broken.BytePositionInLine ?? 0);
            offset += line == 0 ? begin : 0;
            faults.Add(SdmxFaults.JsonSyntax, PlaceAt(Math.Min(offset, _length)));
            return false;
        }

        return good;
    }

    private bool Append(ref Utf8JsonReader reader, int begin, Stack<int> open, FaultList faults)
    {
        int start = begin + (int)reader.TokenStartIndex;
        switch (reader.TokenType)
        {
            case JsonTokenType.EndArray or JsonTokenType.EndObject:
                int opened = open.Pop();
                _tokens[opened] = _tokens[opened] with { Next = _tokens.Count };
                return true;
            case JsonTokenType.StartArray or JsonTokenType.StartObject:
                open.Push(_tokens.Count);
                _tokens.Add(new Token(reader.TokenType, start, 1, 0));
                return true;
            case JsonTokenType.String or JsonTokenType.PropertyName:
                _tokens.Add(new Token(reader.TokenType, start + 1, reader.ValueSpan.Length, _tokens.Count + 1));
                if (reader.ValueIsEscaped && !HasWholePairs(ref reader))
                {
                    faults.Add(SdmxFaults.JsonTextBroken, PlaceAt(start));
                    return false;
                }

                return true;
            default:
                _tokens.Add(new Token(reader.TokenType, start, reader.ValueSpan.Length, _tokens.Count + 1));
                return true;
        }
    }

    /// <summary>The reader itself only notices half a surrogate pair when it is asked for the string, and then throws.</summary>
    private static bool HasWholePairs(ref Utf8JsonReader reader)
    {
        char[] buffer = ArrayPool<char>.Shared.Rent(reader.ValueSpan.Length);
        try
        {
            reader.CopyString(buffer);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    private static int FirstInvalid(ReadOnlySpan<byte> text)
    {
        int at = 0;
        while (Rune.DecodeFromUtf8(text[at..], out _, out int length) == OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }

    private int[] FindLines()
    {
        List<int> starts = [0];
        for (int at = 0; at < _length; at++)
        {
            int step = _text.AsSpan(at, _length - at).IndexOf((byte)'\n');
            if (step < 0)
            {
                break;
            }

            at += step;
            starts.Add(at + 1);
        }

        return [.. starts];
    }

    /// <summary>One token; <see cref="Next"/> is the index after its whole value.</summary>
    internal readonly record struct Token(JsonTokenType Type, int Start, int Length, int Next);
}
