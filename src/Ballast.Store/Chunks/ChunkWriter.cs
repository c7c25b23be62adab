using System.Collections.Immutable;
using System.Text;
using Ballast.Series;
using Ballast.Sdmx.Model;

namespace Ballast.Store.Chunks;

/// <summary>Rows of one step and one block, series ascending and periods ascending within a series.</summary>
internal sealed class StepRows
{
    /// <summary>Places of the series in the block, ascending.</summary>
    public List<int> Series { get; } = [];

    /// <summary>Where the rows of each series begin, and the end.</summary>
    public List<int> Starts { get; } = [];

    /// <summary>One a row.</summary>
    public List<long> Periods { get; } = [];

    /// <summary>Rows of the segment, one a row here.</summary>
    public List<int> SourceRows { get; } = [];

    public void Clear()
    {
        Series.Clear();
        Starts.Clear();
        Periods.Clear();
        SourceRows.Clear();
    }
}

/// <summary>Writes one chunk step by step: scopes, attributes of series or groups, rows. The form stands in docs/store.md.</summary>
internal sealed class ChunkWriter
{
    private readonly ByteWriter _body = new(4096);
    private readonly ByteWriter _section = new(1024);
    private readonly Dictionary<string, int> _textNumbers = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];
    private readonly Dictionary<PeriodList, int> _patternNumbers = [];
    private readonly List<PeriodList> _patterns = [];
    private readonly List<int> _patternOf = [];
    private readonly List<long> _values = [];
    private int _steps;
    private int _rows;
    private int _series;

    public bool IsEmpty => _steps == 0;

    /// <summary>Begins a step; scopes and attributes follow in this order, then rows.</summary>
    public void Step(int number, DataAction action)
    {
        _steps++;
        _body.Varint(number);
        _body.Byte((byte)action);
    }

    public void ScopeCount(int count) => _body.Varint(count);

    /// <summary>A scope: its key was written by <see cref="SeriesPlace"/> or <see cref="GroupKey"/> just before.</summary>
    public void ScopeRest(Period? period, ImmutableArray<string> components)
    {
        _body.Varint(period is { } p ? (ulong)PackedPeriod.Of(p) + 1 : 0UL);
        _body.Varint(components.Length);
        foreach (string component in components)
        {
            _body.Varint(TextNumber(component));
        }
    }

    public void StatementCount(int count) => _body.Varint(count);

    public void SeriesPlace(int place) => _body.Varint(place);

    /// <summary>A partial key: ordinals plus one, 0 for any.</summary>
    public void GroupKey(ReadOnlySpan<int> ordinals)
    {
        foreach (int ordinal in ordinals)
        {
            _body.Varint(ordinal + 1);
        }
    }

    public void Attributes(AttributeSet attributes)
    {
        _body.Varint(attributes.Entries.Length);
        foreach (KeyValuePair<string, ImmutableArray<AttributeValue>> entry in attributes.Entries)
        {
            _body.Varint(TextNumber(entry.Key));
            Values(_body, entry.Value);
        }
    }

    /// <summary>No rows in this step.</summary>
    public void NoRows() => _body.Varint(0);

    /// <summary>The rows of this step, their values and attributes taken from the segment.</summary>
    public void Rows(StepRows rows, DataSegment segment, ImmutableArray<Measure> measures)
    {
        _body.Varint(rows.Periods.Count);
        if (rows.Periods.Count == 0)
        {
            return;
        }

        _rows += rows.Periods.Count;
        _series += rows.Series.Count;
        WriteSeries(rows);
        WritePatterns(rows);
        _body.Varint(measures.Length);
        for (int i = 0; i < measures.Length; i++)
        {
            _body.Varint(TextNumber(measures[i].Id));
            _section.Clear();
            WriteMeasure(rows, segment.Measures[i].Values);
            _body.Varint(_section.Length);
            _body.Bytes(_section.Written);
        }

        _section.Clear();
        _section.Varint(segment.Attributes.Length);
        foreach (AttributeColumn column in segment.Attributes)
        {
            WriteAttribute(rows, column);
        }

        _body.Varint(_section.Length);
        _body.Bytes(_section.Written);
    }

    /// <summary>The chunk, its header without release number and checksum (<see cref="ChunkHeader.WriteTo"/> fills them in). The writer is then empty again.</summary>
    public (byte[] Bytes, ChunkHeader Header) Finish(int flow, int block)
    {
        ByteWriter texts = new(_texts.Count * 16);
        texts.Varint(_texts.Count);
        foreach (string text in _texts)
        {
            texts.Varint(Encoding.UTF8.GetByteCount(text));
        }

        foreach (string text in _texts)
        {
            Encoding.UTF8.GetBytes(text, texts.Take(Encoding.UTF8.GetByteCount(text)));
        }

        byte[] bytes = new byte[ChunkHeader.Size + _body.Length + texts.Length];
        _body.Written.CopyTo(bytes.AsSpan(ChunkHeader.Size));
        texts.Written.CopyTo(bytes.AsSpan(ChunkHeader.Size + _body.Length));
        ChunkHeader header = new(flow, block, 0, _steps, _rows, _series, ChunkHeader.Size + _body.Length);
        _body.Clear();
        _textNumbers.Clear();
        _texts.Clear();
        (_steps, _rows, _series) = (0, 0, 0);
        return (bytes, header);
    }

    private void WriteSeries(StepRows rows)
    {
        _body.Varint(rows.Series.Count);
        int before = -1;
        foreach (int place in rows.Series)
        {
            _body.Varint(place - before - 1);
            before = place;
        }
    }

    // Most series of a block share their list of periods: each distinct list is written once, as runs, and series name it.
    private void WritePatterns(StepRows rows)
    {
        _patternNumbers.Clear();
        _patterns.Clear();
        _patternOf.Clear();
        for (int i = 0; i < rows.Series.Count; i++)
        {
            PeriodList list = new(rows.Periods, rows.Starts[i], rows.Starts[i + 1]);
            if (!_patternNumbers.TryGetValue(list, out int number))
            {
                number = _patterns.Count;
                _patterns.Add(list);
                _patternNumbers.Add(list, number);
            }

            _patternOf.Add(number);
        }

        _body.Varint(_patterns.Count);
        foreach (PeriodList list in _patterns)
        {
            WriteRuns(list);
        }

        WriteRunLengths(_body, _patternOf);
    }

    private void WriteRuns(PeriodList list)
    {
        int at = list.Start;
        long before = 0;
        _body.Varint(list.End - list.Start);
        while (at < list.End)
        {
            int end = at + 1;
            while (end < list.End && list.Periods[end] - list.Periods[end - 1] == PackedPeriod.Step)
            {
                end++;
            }

            _body.Zigzag(list.Periods[at] - before);
            _body.Varint(end - at);
            before = list.Periods[end - 1];
            at = end;
        }
    }

    private void WriteMeasure(StepRows rows, ImmutableArray<MeasureValue> values)
    {
        int present = 0;
        foreach (int row in rows.SourceRows)
        {
            present += values[row].Kind == MeasureKind.None ? 0 : 1;
        }

        if (present == 0)
        {
            _section.Byte(ChunkForm.NonePresent);
            return;
        }

        if (present == rows.SourceRows.Count)
        {
            _section.Byte(ChunkForm.AllPresent);
        }
        else
        {
            _section.Byte(ChunkForm.SomePresent);
            Span<byte> bitmap = _section.Take((rows.SourceRows.Count + 7) / 8);
            bitmap.Clear();
            for (int i = 0; i < rows.SourceRows.Count; i++)
            {
                if (values[rows.SourceRows[i]].Kind != MeasureKind.None)
                {
                    bitmap[i >> 3] |= (byte)(1 << (i & 7));
                }
            }
        }

        _values.Clear();
        byte runTag = 0;
        int runLength = 0;
        for (int series = 0; series < rows.Series.Count; series++)
        {
            byte tagBefore = ValueTag.None;
            long before = 0;
            for (int i = rows.Starts[series]; i < rows.Starts[series + 1]; i++)
            {
                MeasureValue value = values[rows.SourceRows[i]];
                if (value.Kind == MeasureKind.None)
                {
                    continue;
                }

                byte tag = ValueTag.Of(value);
                if (tag != runTag && runLength > 0)
                {
                    _section.Byte(runTag);
                    _section.Varint(runLength);
                    runLength = 0;
                }

                (runTag, runLength) = (tag, runLength + 1);
                long bits = value.Kind switch
                {
                    MeasureKind.Exact => value.Exact.Unscaled,
                    MeasureKind.Double => BitConverter.DoubleToInt64Bits(value.ToDouble()),
                    _ => TextNumber(value.Text),
                };

                // Differences within a series are small; a double's bits are kept whole. Subtraction may wrap and wraps back when read.
                _values.Add(ValueTag.IsExact(tag) && tag == tagBefore ? unchecked(bits - before) : bits);
                (tagBefore, before) = (tag, bits);
            }
        }

        _section.Byte(runTag);
        _section.Varint(runLength);
        PackedIntegers.Write(_section, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_values));
    }

    private void WriteAttribute(StepRows rows, AttributeColumn column)
    {
        Dictionary<int, int> here = [];
        List<int> used = [];
        List<int> numbers = new(rows.SourceRows.Count);
        foreach (int row in rows.SourceRows)
        {
            int there = column.Numbers[row];
            if (there < 0)
            {
                numbers.Add(0);
                continue;
            }

            if (!here.TryGetValue(there, out int number))
            {
                number = used.Count;
                used.Add(there);
                here.Add(there, number);
            }

            numbers.Add(number + 1);
        }

        _section.Varint(TextNumber(column.Id));
        _section.Varint(used.Count);
        foreach (int there in used)
        {
            Values(_section, column.Dictionary[there]);
        }

        WriteRunLengths(_section, numbers);
    }

    private static void WriteRunLengths(ByteWriter to, List<int> numbers)
    {
        for (int at = 0; at < numbers.Count;)
        {
            int end = at + 1;
            while (end < numbers.Count && numbers[end] == numbers[at])
            {
                end++;
            }

            to.Varint(numbers[at]);
            to.Varint(end - at);
            at = end;
        }
    }

    private void Values(ByteWriter to, ImmutableArray<AttributeValue> values)
    {
        to.Varint(values.Length);
        foreach (AttributeValue value in values)
        {
            to.Varint(TextNumber(value.Text));
            to.Varint(value.Language is null ? 0 : TextNumber(value.Language) + 1);
        }
    }

    private int TextNumber(string text)
    {
        if (!_textNumbers.TryGetValue(text, out int number))
        {
            number = _texts.Count;
            _texts.Add(text);
            _textNumbers.Add(text, number);
        }

        return number;
    }

    /// <summary>A list of periods, equal by content.</summary>
    private readonly struct PeriodList(List<long> periods, int start, int end) : IEquatable<PeriodList>
    {
        public List<long> Periods { get; } = periods;

        public int Start { get; } = start;

        public int End { get; } = end;

        private ReadOnlySpan<long> Span => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(Periods)[Start..End];

        public bool Equals(PeriodList other) => Span.SequenceEqual(other.Span);

        public override bool Equals(object? obj) => obj is PeriodList other && Equals(other);

        public override int GetHashCode() => HashCode.Combine(End - Start, Periods[Start], Periods[End - 1]);
    }
}

/// <summary>Marks of a measure column.</summary>
internal static class ChunkForm
{
    public const byte AllPresent = 0;
    public const byte SomePresent = 1;
    public const byte NonePresent = 2;
}
