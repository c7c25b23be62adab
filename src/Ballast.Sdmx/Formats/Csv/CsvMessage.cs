using System.Buffers;
using System.Globalization;
using System.Text;
using Ballast.Faults;
using Ballast.Sdmx.Model;
using Ballast.Series;
using CsvHelper;

namespace Ballast.Sdmx.Formats.Csv;

/// <summary>One SDMX-CSV message on its way from bytes to data sets.</summary>
internal sealed partial class CsvMessage(StructureSet structures, DataCsvOptions options, FaultList faults, CancellationToken cancellation)
{
    /// <summary>Beyond so many, a nearest name is no longer looked for: the first ones show what happened, and a hostile file may not buy long comparisons.</summary>
    private const int MostSuggestions = 50;
    private const int CancellationEvery = 4096;

    private static readonly SearchValues<byte> EndsOfHead = SearchValues.Create(",;\t|\r\n\""u8);

    private readonly HashSet<string> _columnsMissed = new(StringComparer.Ordinal);
    private readonly CellCache _structureCell = new();
    private readonly CellCache _structureIdCell = new();
    private readonly CellCache _vintageCell = new();
    private readonly Dictionary<string, int> _vintages = new(StringComparer.Ordinal);
    private readonly List<Portion> _portions = [];
    private CsvReader _reader = null!;
    private CsvColumns _columns = null!;
    private Dataflow? _flow;
    private DataStructureDefinition _structure = null!;
    private char _subSeparator;
    private char[] _chars = new char[1024];
    private MeasureValue[] _values = [];
    private int _line;
    private int _suggestions;
    private bool _vintagesFull;
    private long? _length;

    /// <summary>Null where a fault refuses the message.</summary>
    public DataMessage? Read(Stream stream)
    {
        _length = stream.CanSeek ? stream.Length - stream.Position : null;
        CsvInput input = new(stream, options.File, faults, options.Progress, cancellation);
        if (!ReadHead(input.Peek(), out char separator))
        {
            return null;
        }

        using CsvReader reader = CsvReader.Create(
            input,
            new CsvReaderOptions
            {
                Separator = separator,
                TrackLineNumbers = true,
                MaxRecordSize = options.MaxRowBytes,
                DetectSeparatorHint = false,
                OnMalformedRecord = m => faults.Add(SdmxFaults.CsvQuotes, new Place(options.File, (int)m.LineNumber)),
            },
            leaveOpen: true);
        _reader = reader;
        try
        {
            ReadRows();
        }
        catch (CsvFormatException tooLong)
        {
            faults.Add(SdmxFaults.CsvRowTooLong, new Place(options.File, (int)tooLong.LineNumber), options.MaxRowBytes.ToString(CultureInfo.InvariantCulture));
        }

        if (_flow is null || faults.HasErrors)
        {
            return null;
        }

        foreach (Portion portion in _portions)
        {
            portion.Close();
            CheckMandatory(portion);
        }

        if (faults.HasErrors)
        {
            return null;
        }

        if (_portions.Count == 0)
        {
            faults.Add(SdmxFaults.CsvNoRows, new Place(options.File));
            _portions.Add(new Portion(null, _flow, _structure, _columns));
        }

        return new DataMessage(_flow, _structure, [.. _portions.Select(p => new DataPart(p.Vintage, p.Builder.Build()))]);
    }

    /// <summary>The standard fixes the first cell, so that what follows it is the field separator, and what it has in brackets the separator of several values.</summary>
    private bool ReadHead(ReadOnlySpan<byte> head, out char separator)
    {
        separator = ',';
        Place place = new(options.File, 1, 1);
        if (head.Length >= 2 && (head[0], head[1]) is (0xFE, 0xFF) or (0xFF, 0xFE))
        {
            faults.Add(SdmxFaults.NotUtf8, place, "UTF-16");
            return false;
        }

        if (head.StartsWith("\uFEFF"u8))
        {
            head = head[3..];
        }

        bool isQuoted = head.StartsWith("\""u8);
        head = isQuoted ? head[1..] : head;
        if (!head.StartsWith("STRUCTURE"u8))
        {
            if (head.StartsWith("DATAFLOW"u8))
            {
                faults.Add(SdmxFaults.CsvVersionOne, place);
            }
            else
            {
                int end = head.IndexOfAny(EndsOfHead);
                faults.Add(SdmxFaults.CsvHeadForm, place, Shown(Encoding.UTF8.GetString(end < 0 ? head : head[..end])));
            }

            return false;
        }

        head = head["STRUCTURE".Length..];
        if (head.Length > 2 && head[0] == '[' && head[2] == ']')
        {
            _subSeparator = (char)head[1];
            head = head[3..];
        }

        head = isQuoted && head.StartsWith("\""u8) ? head[1..] : head;
        char next = head.IsEmpty ? '\n' : (char)head[0];
        bool isGood = next is not ('"' or '[' or ']' or ':' or ' ' or '_' or '\r' or '\n' or '\0') && char.IsAscii(next) && !char.IsAsciiLetterOrDigit(next);
        bool isSubGood = _subSeparator == '\0' || (char.IsAscii(_subSeparator) && !char.IsControl(_subSeparator) && !char.IsAsciiLetterOrDigit(_subSeparator) && _subSeparator is not ('"' or ':' or '[' or ']'));
        if (!isGood || !isSubGood || next == _subSeparator)
        {
            faults.Add(SdmxFaults.CsvSeparators, place, Shown((isSubGood ? next : _subSeparator).ToString()));
            return false;
        }

        separator = next;
        return true;
    }

    private void ReadRows()
    {
        _reader.ReadHeader();
        IReadOnlyList<string> headers = _reader.Headers;
        bool hasRow = _reader.Read();
        int structureAt = 0;
        int structureIdAt = IndexOfHeader(headers, "STRUCTURE_ID");
        if (structureIdAt < 0)
        {
            faults.Add(SdmxFaults.CsvColumnMissing, new Place(options.File, 1), "STRUCTURE_ID");
            return;
        }

        // Where the caller does not say the flow, the first row that names a known one does; rows before it are faults of their own.
        _flow = options.Flow;
        while (hasRow && _flow is null)
        {
            _line = (int)_reader.LineNumber;
            _flow = ResolveFlow(structureAt, structureIdAt);
            hasRow = _flow is not null || _reader.Read();
        }

        if (_flow is null)
        {
            if (!faults.HasErrors)
            {
                faults.Add(SdmxFaults.CsvNoRows, new Place(options.File));
                faults.Add(SdmxFaults.CsvFlowUnsaid, new Place(options.File), "");
            }

            return;
        }

        if (structures.FindDataStructure(_flow.Structure) is not { } structure)
        {
            faults.Add(SdmxFaults.CsvStructureUnknown, new Place(options.File), _flow.Structure.ToString());
            _flow = null;
            return;
        }

        _structure = structure;
        _columns = new CsvColumns(structures, structure, options, faults, _subSeparator, headers);
        _values = new MeasureValue[structure.Measures.Length];
        int rows = 0;
        while (hasRow)
        {
            _line = (int)_reader.LineNumber;
            ReadRow(headers.Count);
            if (++rows % CancellationEvery == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                if (rows == CancellationEvery && _portions.Count == 1 && _length is { } length)
                {
                    // Growing columns by doubling costs more than the parse; the rows so far tell how many there will be. Rows are at least as long as the structure's identity.
                    long expected = Math.Min(length * rows / Math.Max(1, _reader.ByteOffset), length / 16);
                    _portions[0].Builder.Reserve((int)Math.Min(expected + (expected / 50), 50_000_000));
                }
            }

            hasRow = _reader.Read();
        }
    }

    private static int IndexOfHeader(IReadOnlyList<string> headers, string name)
    {
        for (int i = 0; i < headers.Count; i++)
        {
            if (headers[i] == name)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The dataflow that a row names by itself or by its data structure; null, with a fault, where it names none that is known.</summary>
    private Dataflow? ResolveFlow(int structureAt, int structureIdAt)
    {
        string kind = _reader.GetString(structureAt);
        string text = _reader.GetString(structureIdAt);
        int label = text.IndexOf(": ", StringComparison.Ordinal);
        text = label < 0 ? text : text[..label];
        Place place = PlaceOf(structureIdAt);
        if (kind is not ("dataflow" or "datastructure"))
        {
            faults.Add(SdmxFaults.CsvStructureKind, PlaceOf(structureAt), Shown(kind));
            return null;
        }

        bool isVersioned = StructureId.TryParse(text, out StructureId id);
        if (!isVersioned && !StructureId.TryParse(text + "(1.0.0)", out id))
        {
            faults.Add(SdmxFaults.CsvStructureForm, place, Shown(text));
            return null;
        }

        if (kind == "datastructure")
        {
            if (options.Flow is not { } flow)
            {
                faults.Add(SdmxFaults.CsvFlowUnsaid, place, Shown(text));
                return null;
            }

            if (isVersioned ? id == flow.Structure : (id.Agency, id.Id) == (flow.Structure.Agency, flow.Structure.Id))
            {
                return flow;
            }

            faults.Add(SdmxFaults.CsvStructureOther, place, Shown(text), flow.Structure.ToString());
            return null;
        }

        Dataflow? found = isVersioned ? structures.FindDataflow(id)
            : structures.Dataflows.Where(d => (d.Id.Agency, d.Id.Id) == (id.Agency, id.Id)).OrderByDescending(d => d.Id.Version).FirstOrDefault();
        if (found is null)
        {
            faults.Add(SdmxFaults.CsvStructureUnknown, place, Shown(text));
            return null;
        }

        if (_flow is { } expected && expected.Id != found.Id)
        {
            faults.Add(SdmxFaults.CsvStructureOther, place, Shown(text), expected.Id.ToString());
            return null;
        }

        return found;
    }

    /// <summary>Where a cell of the current row stands; lines within quoted cells before it are counted.</summary>
    private Place PlaceOf(int field)
    {
        int length = 0;
        for (int i = 0; i < field && i < _reader.FieldCount; i++)
        {
            length += _reader.GetRawSpan(i).Length + 1;
        }

        ReadOnlySpan<byte> before = _reader.RawRecord;
        before = before[..Math.Min(length, before.Length)];
        int last = before.LastIndexOf((byte)'\n');
        return new Place(options.File, _line + before.Count((byte)'\n'), Encoding.UTF8.GetCharCount(before[(last + 1)..]) + 1);
    }

    /// <summary>Values in faults are cut: a hostile cell must not be copied ten thousand times.</summary>
    internal static string Shown(ReadOnlySpan<char> text) => text.Length <= 60 ? text.ToString() : string.Concat(text[..59], "…");

    /// <summary>Words of one or two letters are as near to any other.</summary>
    private string? Nearest(string word, IEnumerable<string> known) => word.Length > 2 && _suggestions++ < MostSuggestions ? NearestName.Find(word, known) : null;
}
