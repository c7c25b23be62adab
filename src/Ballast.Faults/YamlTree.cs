using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Ballast.Faults;

/// <summary>
/// The one reader of YAML files: plain mappings, lists and texts with their places. Refused are tags, anchors, aliases, directives, a second document,
/// keys that stand twice, and characters that hide what a reviewer would see.
/// </summary>
/// <remarks>
/// A file may come from a stranger. The library's tree (<c>YamlStream</c>) ends the process on 100,000 brackets, so only its events are used, under the limits below:
/// lines and size are measured first, in one pass; the event of the first node that lies too deep ends the reading. The library looks ahead of its events
/// by at most one line and 1,024 characters (an implicit key may be no longer), so the work is bounded by size and depth.
/// </remarks>
public static class YamlTree
{
    /// <summary>Most characters of a file: the longest that people write (a calendar of working days, an overview) have a hundredth of it.</summary>
    public const int MaxLength = 1 << 20;

    /// <summary>Most characters of a line: a paragraph fits, and a reviewer can still read it.</summary>
    public const int MaxLineLength = 8_192;

    /// <summary>Most mappings and lists in each other: our deepest file needs six.</summary>
    public const int MaxDepth = 32;

    /// <summary>Most nodes of a file, which bounds the memory: about a hundred bytes each.</summary>
    public const int MaxNodes = 200_000;

    /// <summary>Reads a file of UTF-8 bytes, with or without a byte order mark.</summary>
    /// <param name="utf8">The file.</param>
    /// <param name="fileName">As faults shall name it.</param>
    public static Outcome<YamlNode> Read(ReadOnlySpan<byte> utf8, string fileName)
    {
        if (utf8.Length > 4L * MaxLength)
        {
            return Refused(YamlFaults.TooLong.At(new Place(fileName), Number(MaxLength)));
        }

        try
        {
            return Read(StrictUtf8.GetString(utf8), fileName);
        }
        catch (DecoderFallbackException fault)
        {
            int line = 1 + utf8[..Math.Clamp(fault.Index, 0, utf8.Length)].Count((byte)'\n');
            return Refused(YamlFaults.NotUtf8.At(new Place(fileName, line)));
        }
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="fileName">As faults shall name it.</param>
    public static Outcome<YamlNode> Read(string text, string fileName)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fileName);
        if (text.Length > MaxLength)
        {
            return Refused(YamlFaults.TooLong.At(new Place(fileName), Number(MaxLength)));
        }

        text = text.StartsWith('\uFEFF') ? text[1..] : text;
        FaultList faults = new(capacity: 100);
        Scan(text, fileName, faults);
        return faults.HasErrors ? Outcome<YamlNode>.Refused(faults) : new Reader(text, fileName, faults).Read();
    }

    /// <summary>Reads a text whose outermost node must be a mapping.</summary>
    public static Outcome<YamlNode.Mapping> ReadMapping(string text, string fileName) => AsMapping(Read(text, fileName));

    /// <summary>Reads a file whose outermost node must be a mapping.</summary>
    public static Outcome<YamlNode.Mapping> ReadMapping(ReadOnlySpan<byte> utf8, string fileName) => AsMapping(Read(utf8, fileName));

    private static UTF8Encoding StrictUtf8 { get; } = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static Outcome<YamlNode.Mapping> AsMapping(Outcome<YamlNode> read)
    {
        YamlNode.Mapping? mapping = read.Value?.Map(read.Faults);
        return mapping is null ? Outcome<YamlNode.Mapping>.Refused(read.Faults) : Outcome<YamlNode.Mapping>.Of(mapping, read.Faults);
    }

    private static Outcome<YamlNode> Refused(Fault fault)
    {
        FaultList faults = new();
        faults.Add(fault);
        return Outcome<YamlNode>.Refused(faults);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The pass before any parsing: length and brackets of lines, tabs, directives, characters.</summary>
    private static void Scan(string text, string fileName, FaultList faults)
    {
        int lineNumber = 0;
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start);
            ReadOnlySpan<char> line = text.AsSpan(start, (end < 0 ? text.Length : end) - start);
            start += line.Length + 1;
            line = line.EndsWith('\r') ? line[..^1] : line;
            lineNumber++;
            if (line.Length > MaxLineLength)
            {
                faults.Add(YamlFaults.LineTooLong, new Place(fileName, lineNumber, MaxLineLength + 1), Number(MaxLineLength));
            }

            if (line.StartsWith('%'))
            {
                faults.Add(YamlFaults.DirectiveRefused, new Place(fileName, lineNumber, 1));
            }

            int indentation = line.IndexOfAnyExcept(' ', '\t');
            int tab = line.IndexOf('\t');
            if (tab >= 0 && tab < indentation)
            {
                faults.Add(YamlFaults.TabIndents, new Place(fileName, lineNumber, tab + 1));
            }

            int opened = DeepestBracket(line);
            if (opened > 0)
            {
                faults.Add(YamlFaults.TooDeep, new Place(fileName, lineNumber, opened), Number(MaxDepth));
            }

            if (VisibleText.FirstHidden(line) is var hidden and >= 0)
            {
                faults.Add(YamlFaults.CharacterRefused, new Place(fileName, lineNumber, hidden + 1), VisibleText.Name(line[hidden..]));
            }
        }
    }
    /// <summary>
    /// The column at which more brackets stand open in a line than may, or 0. Quotes and comments are not told apart, since a reading of them that differs
    /// from the library's would be a way past; nobody writes a text with so many brackets left open.
    /// </summary>
    private static int DeepestBracket(ReadOnlySpan<char> line)
    {
        int open = 0;
        for (int i = 0; i < line.Length; i++)
        {
            open += line[i] switch { '[' or '{' => 1, ']' or '}' when open > 0 => -1, _ => 0 };
            if (open > MaxDepth)
            {
                return i + 1;
            }
        }

        return 0;
    }

    /// <summary>Builds the tree from the library's events, with a stack of its own.</summary>
    private sealed class Reader(string text, string fileName, FaultList faults)
    {
        private readonly Stack<Frame> _open = new();
        private YamlNode? _root;
        private int _nodeCount;

        public Outcome<YamlNode> Read()
        {
            try
            {
                Parser parser = new(new Scanner(new StringReader(text), skipComments: true));
                int documentCount = 0;
                while (parser.MoveNext() && parser.Current is { } now)
                {
                    if (now is DocumentStart && ++documentCount > 1)
                    {
                        faults.Add(YamlFaults.SecondDocument, PlaceOf(now.Start));
                        break;
                    }

                    if (!Take(now))
                    {
                        break;
                    }
                }
            }
            catch (YamlException fault)
            {
                AddSyntax(fault.Start);
            }
            catch (Exception fault) when (fault is ArgumentException or InvalidOperationException or FormatException or OverflowException or IndexOutOfRangeException)
            {
                // The library lets these escape on some broken texts: an escape beyond the last code point, for one.
                AddSyntax(default);
            }

            if (!faults.HasErrors && (_root is null or YamlNode.Scalar { Value: "", IsQuoted: false }))
            {
                faults.Add(YamlFaults.Empty, new Place(fileName));
            }

            return faults.HasErrors || _root is null ? Outcome<YamlNode>.Refused(faults) : Outcome<YamlNode>.Of(_root, faults);
        }

        /// <summary>Takes one event; false where reading has to stop.</summary>
        private bool Take(ParsingEvent now)
        {
            Place place = PlaceOf(now.Start);
            if (now is NodeEvent or AnchorAlias && ++_nodeCount > MaxNodes)
            {
                faults.Add(YamlFaults.TooMany, place, Number(MaxNodes));
                return false;
            }

            RefuseProperties(now, place);
            switch (now)
            {
                case MappingStart or SequenceStart when _open.Count == MaxDepth:
                    faults.Add(YamlFaults.TooDeep, place, Number(MaxDepth));
                    return false;
                case MappingStart:
                    _open.Push(new Frame(place, isMapping: true));
                    break;
                case SequenceStart:
                    _open.Push(new Frame(place, isMapping: false));
                    break;
                case MappingEnd or SequenceEnd:
                    Add(_open.Pop().ToNode());
                    break;
                case YamlDotNet.Core.Events.Scalar scalar:
                    RefuseHidden(scalar, place);
                    Add(new YamlNode.Scalar(place, scalar.Value, scalar.Style != ScalarStyle.Plain));
                    break;
                case AnchorAlias:
                    Add(new YamlNode.Scalar(place, "", isQuoted: true));
                    break;
                default:
                    break;
            }

            return true;
        }

        private void RefuseProperties(ParsingEvent now, Place place)
        {
            if (now is AnchorAlias alias)
            {
                faults.Add(YamlFaults.AliasRefused, place, alias.Value.Value);
            }
            else if (now is NodeEvent node)
            {
                if (!node.Anchor.IsEmpty)
                {
                    faults.Add(YamlFaults.AnchorRefused, place, node.Anchor.Value);
                }

                if (!node.Tag.IsEmpty)
                {
                    faults.Add(YamlFaults.TagRefused, place, node.Tag.IsNonSpecific ? "!" : node.Tag.Value);
                }
            }
        }

        /// <summary>Escapes in double quotes can make what the text itself does not hold.</summary>
        private void RefuseHidden(YamlDotNet.Core.Events.Scalar scalar, Place place)
        {
            if (VisibleText.FirstHidden(scalar.Value) is var hidden and >= 0)
            {
                faults.Add(YamlFaults.CharacterRefused, place, VisibleText.Name(scalar.Value.AsSpan(hidden)));
            }
        }

        private void Add(YamlNode node)
        {
            if (_open.TryPeek(out Frame? frame))
            {
                frame.Add(node, faults);
            }
            else
            {
                _root = node;
            }
        }

        private void AddSyntax(Mark mark)
        {
            Place place = mark.Line > 0 ? PlaceOf(mark) : new Place(fileName);
            ReadOnlySpan<char> rest = mark.Line > 0 ? text.AsSpan((int)Math.Clamp(mark.Index, 0, text.Length)) : default;
            int end = rest.IndexOfAny('\r', '\n');
            rest = (end < 0 ? rest : rest[..end])[..Math.Min(40, end < 0 ? rest.Length : end)];
            faults.Add(YamlFaults.Syntax, place, rest.Trim().ToString());
        }

        private Place PlaceOf(Mark mark) => new(fileName, (int)mark.Line, (int)mark.Column);
    }

    /// <summary>A mapping or list that is still open.</summary>
    private sealed class Frame(Place place, bool isMapping)
    {
        private readonly ImmutableArray<YamlEntry>.Builder _entries = ImmutableArray.CreateBuilder<YamlEntry>();
        private readonly ImmutableArray<YamlNode>.Builder _items = ImmutableArray.CreateBuilder<YamlNode>();
        private readonly Dictionary<string, Place> _keys = new(StringComparer.Ordinal);
        private YamlNode? _key;

        public void Add(YamlNode node, FaultList faults)
        {
            if (!isMapping)
            {
                _items.Add(node);
            }
            else if (_key is null)
            {
                _key = node;
            }
            else
            {
                AddEntry(_key, node, faults);
                _key = null;
            }
        }

        public YamlNode ToNode() => isMapping ? new YamlNode.Mapping(place, _entries.DrainToImmutable()) : new YamlNode.Sequence(place, _items.DrainToImmutable());

        private void AddEntry(YamlNode key, YamlNode value, FaultList faults)
        {
            if (key is not YamlNode.Scalar { Value.Length: > 0 } scalar)
            {
                faults.Add(YamlFaults.KeyNotText, key.Place);
            }
            else if (!_keys.TryAdd(scalar.Value, key.Place))
            {
                faults.Add(YamlFaults.KeyTwice, key.Place, scalar.Value, Number(_keys[scalar.Value].Line));
            }
            else
            {
                _entries.Add(new YamlEntry(scalar.Value, key.Place, value));
            }
        }
    }
}
