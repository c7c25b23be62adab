using System.Collections.Immutable;
using System.Text;
using Ballast.Series;
using Ballast.Sdmx.Model;
using Ballast.Store.Engine;

namespace Ballast.Store.Chunks;

/// <summary>What of a chunk is wanted.</summary>
/// <param name="Measures">Ids of the measures, the one wanted first.</param>
/// <param name="WithAttributes">Whether attributes of observations and series are wanted.</param>
/// <param name="DimensionCount">Dimensions of the dataflow.</param>
internal sealed record ChunkWish(ImmutableArray<string> Measures, bool WithAttributes, int DimensionCount)
{
    public ImmutableArray<byte[]> MeasureBytes { get; } = [.. Measures.Select(Encoding.UTF8.GetBytes)];
}

/// <summary>Reads one chunk step by step into a <see cref="StepBuffer"/>. Texts of text measures are numbered in the list given, across chunks.</summary>
internal ref struct ChunkReader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly ChunkWish _wish;
    private readonly TextPool _pool;
    private readonly int _textCount;
    private readonly int[] _textStarts;
    private readonly string?[] _texts;
    private readonly int _textBytesAt;
    private ByteReader _from;
    private int _stepsLeft;

    public ChunkReader(ReadOnlySpan<byte> chunk, ChunkWish wish, TextPool pool)
    {
        Header = ChunkHeader.Read(chunk);
        _bytes = chunk;
        (_wish, _pool) = (wish, pool);
        ByteReader texts = new(chunk);
        texts.MoveTo(Header.TextsAt);
        _textCount = texts.Count(chunk.Length);
        _textStarts = new int[_textCount + 1];
        for (int i = 0; i < _textCount; i++)
        {
            _textStarts[i + 1] = _textStarts[i] + texts.Count(chunk.Length);
        }

        _textBytesAt = texts.Position;
        if (_textBytesAt + _textStarts[_textCount] != chunk.Length)
        {
            throw new MalformedException("The texts do not end where the chunk ends.");
        }

        _texts = new string?[_textCount];
        _from = new ByteReader(chunk[..Header.TextsAt]);
        _from.MoveTo(ChunkHeader.Size);
        _stepsLeft = Header.StepCount;
    }

    public ChunkHeader Header { get; }

    /// <summary>Decodes the next step; false at the end.</summary>
    public bool Next(StepBuffer step)
    {
        if (_stepsLeft == 0)
        {
            return _from.AtEnd ? false : throw new MalformedException("Bytes follow the last step.");
        }

        _stepsLeft--;
        step.Reset();
        step.Number = _from.Count(int.MaxValue);
        byte action = _from.Byte();
        step.Action = action <= (byte)DataAction.Delete ? (DataAction)action : throw new MalformedException($"{action} is no action.");
        ReadScopes(step);
        ReadStatements(step);
        if (Header.Block < 0)
        {
            step.DatasetAttributes = ReadAttributes();
        }

        step.RowCount = _from.Count(int.MaxValue >> 4);
        if (step.RowCount > 0)
        {
            if (Header.Block < 0)
            {
                throw new MalformedException("Rows outside blocks.");
            }

            ReadRows(step);
        }

        return true;
    }

    private void ReadScopes(StepBuffer step)
    {
        int count = _from.Count(_from.Remaining);
        for (int i = 0; i < count; i++)
        {
            (int place, ImmutableArray<int> codes) = ReadKey();
            ulong period = _from.Varint();
            int componentCount = _from.Count(_from.Remaining);
            ImmutableArray<string>.Builder components = ImmutableArray.CreateBuilder<string>(componentCount);
            for (int c = 0; c < componentCount; c++)
            {
                components.Add(TextAt(_from.Count(_textCount - 1)));
            }

            step.Scopes.Add(new StepScope(place, codes, period == 0 ? -1 : PackedPeriod.Checked((long)(period - 1)), components.MoveToImmutable()));
        }
    }

    private void ReadStatements(StepBuffer step)
    {
        int count = _from.Count(_from.Remaining);
        for (int i = 0; i < count; i++)
        {
            (int place, ImmutableArray<int> codes) = ReadKey();
            if (_wish.WithAttributes)
            {
                step.Statements.Add(new StepStatement(place, codes, ReadAttributes()));
            }
            else
            {
                SkipAttributes();
            }
        }
    }

    private (int Place, ImmutableArray<int> Codes) ReadKey()
    {
        if (Header.Block >= 0)
        {
            return (_from.Count(SeriesIndex.BlockSize - 1), []);
        }

        ImmutableArray<int>.Builder codes = ImmutableArray.CreateBuilder<int>(_wish.DimensionCount);
        for (int i = 0; i < _wish.DimensionCount; i++)
        {
            codes.Add(_from.Count(int.MaxValue) - 1);
        }

        return (-1, codes.MoveToImmutable());
    }

    private void ReadRows(StepBuffer step)
    {
        int seriesCount = step.SeriesCount = _from.Count(SeriesIndex.BlockSize);
        step.MakeRoomForSeries(seriesCount);
        step.MakeRoomForRows(step.RowCount);
        int place = -1;
        for (int i = 0; i < seriesCount; i++)
        {
            place += 1 + _from.Count(SeriesIndex.BlockSize);
            step.Series[i] = place < SeriesIndex.BlockSize ? place : throw new MalformedException("A series lies outside its block.");
        }

        int patternCount = _from.Count(seriesCount);
        for (int i = 0; i < patternCount; i++)
        {
            step.Patterns.Add(ReadRuns(step.RowCount));
        }

        ReadRunLengths(step.PatternOf.AsSpan(0, seriesCount), patternCount - 1);
        long rows = 0;
        for (int i = 0; i < seriesCount; i++)
        {
            rows += step.Patterns[step.PatternOf[i]].Length;
        }

        if (rows != step.RowCount)
        {
            throw new MalformedException($"{step.RowCount} rows are said and {rows} are there.");
        }

        ReadMeasures(step);
        int length = _from.Count(_from.Remaining);
        int end = _from.Position + length;
        if (_wish.WithAttributes)
        {
            ReadAttributeColumns(step);
        }
        else
        {
            _from.Skip(length);
        }

        if (_from.Position != end)
        {
            throw new MalformedException("The attributes do not end where they should.");
        }
    }

    private long[] ReadRuns(int most)
    {
        long[] periods = new long[_from.Count(most)];
        long before = 0;
        for (int at = 0; at < periods.Length;)
        {
            long first = PackedPeriod.Checked(before + _from.Zigzag());
            int count = _from.Count(periods.Length - at);
            if (count == 0 || (at > 0 && first <= before))
            {
                throw new MalformedException("Periods do not ascend.");
            }

            for (int i = 0; i < count; i++)
            {
                periods[at++] = first + (i * PackedPeriod.Step);
            }

            before = PackedPeriod.Checked(periods[at - 1]);
        }

        return periods.Length > 0 ? periods : throw new MalformedException("A list of periods is empty.");
    }

    private void ReadRunLengths(Span<int> numbers, int mostNumber)
    {
        for (int at = 0; at < numbers.Length;)
        {
            int number = _from.Count(Math.Max(mostNumber, 0));
            int count = _from.Count(numbers.Length - at);
            if (count == 0)
            {
                throw new MalformedException("An empty run.");
            }

            numbers.Slice(at, count).Fill(number);
            at += count;
        }
    }

    private void ReadMeasures(StepBuffer step)
    {
        step.Tags.AsSpan(0, step.RowCount).Clear();
        int count = _from.Count(_from.Remaining);
        for (int i = 0; i < count; i++)
        {
            int id = _from.Count(_textCount - 1);
            int length = _from.Count(_from.Remaining);
            int end = _from.Position + length;
            int number = MeasureNumber(id);
            if (number == 0)
            {
                ReadMeasure(step);
                if (_from.Position != end)
                {
                    throw new MalformedException("A measure does not end where it should.");
                }
            }
            else if (number > 0)
            {
                ReadPresence(step, number);
            }

            _from.MoveTo(end);
        }
    }

    private void ReadMeasure(StepBuffer step)
    {
        byte form = _from.Byte();
        if (form == ChunkForm.NonePresent)
        {
            return;
        }

        ReadOnlySpan<byte> bitmap = form switch
        {
            ChunkForm.AllPresent => [],
            ChunkForm.SomePresent => _from.Take((step.RowCount + 7) / 8),
            _ => throw new MalformedException($"{form} is no form of a column."),
        };
        int present = step.RowCount;
        if (form == ChunkForm.SomePresent)
        {
            present = 0;
            for (int row = 0; row < step.RowCount; row++)
            {
                present += (bitmap[row >> 3] >> (row & 7)) & 1;
            }
        }

        // Tags first into the front of the column, spread over the rows afterwards where some are missing.
        Span<byte> tags = step.Tags.AsSpan(0, step.RowCount);
        bool exactOnly = true;
        for (int at = 0; at < present;)
        {
            byte tag = ValueTag.Checked(_from.Byte());
            int run = _from.Count(present - at);
            if (run == 0 || tag == ValueTag.None)
            {
                throw new MalformedException("An empty run of values.");
            }

            tags.Slice(at, run).Fill(tag);
            exactOnly &= ValueTag.IsExact(tag);
            at += run;
        }

        Span<long> packed = step.Packed.AsSpan(0, present);
        PackedIntegers.Read(ref _from, packed);
        if (form == ChunkForm.SomePresent)
        {
            int last = present - 1;
            for (int row = step.RowCount - 1; row >= 0; row--)
            {
                bool isThere = ((bitmap[row >> 3] >> (row & 7)) & 1) != 0;
                (step.Bits[row], tags[row]) = isThere ? (packed[last], tags[last]) : (0, ValueTag.None);
                last -= isThere ? 1 : 0;
            }
        }
        else
        {
            packed.CopyTo(step.Bits);
        }

        AddUp(step, exactOnly);
    }

    // Undoes the differences within series; texts get their numbers in the pool.
    private readonly void AddUp(StepBuffer step, bool exactOnly)
    {
        int row = 0;
        long[] bits = step.Bits;
        byte[] tags = step.Tags;
        for (int i = 0; i < step.SeriesCount; i++)
        {
            int end = row + step.Patterns[step.PatternOf[i]].Length;
            byte tagBefore = ValueTag.None;
            long before = 0;
            for (; row < end; row++)
            {
                byte tag = tags[row];
                if (tag == ValueTag.None)
                {
                    continue;
                }

                if (exactOnly || ValueTag.IsExact(tag))
                {
                    if (tag == tagBefore)
                    {
                        bits[row] = unchecked(bits[row] + before);
                    }
                }
                else if (tag == ValueTag.Text)
                {
                    bits[row] = _pool.NumberOf(TextAt((int)Math.Clamp(bits[row], -1, int.MaxValue)));
                }
                else if (!double.IsFinite(BitConverter.Int64BitsToDouble(bits[row])))
                {
                    throw new MalformedException("A double is not finite.");
                }

                (tagBefore, before) = (tag, bits[row]);
            }
        }
    }

    private void ReadPresence(StepBuffer step, int measureNumber)
    {
        byte form = _from.Byte();
        if (form == ChunkForm.NonePresent)
        {
            return;
        }

        if (!step.HasOthers)
        {
            step.MakeRoomForOthers(step.RowCount);
            step.HasOthers = true;
        }

        ReadOnlySpan<byte> bitmap = form == ChunkForm.AllPresent ? [] : _from.Take((step.RowCount + 7) / 8);
        for (int row = 0; row < step.RowCount; row++)
        {
            if (bitmap.IsEmpty || ((bitmap[row >> 3] >> (row & 7)) & 1) != 0)
            {
                step.Others[row] |= 1u << (measureNumber - 1);
            }
        }
    }

    private readonly int MeasureNumber(int textNumber)
    {
        ReadOnlySpan<byte> id = TextBytes(textNumber);
        for (int i = 0; i < _wish.MeasureBytes.Length; i++)
        {
            if (id.SequenceEqual(_wish.MeasureBytes[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private void ReadAttributeColumns(StepBuffer step)
    {
        int count = _from.Count(_from.Remaining);
        if (count == 0)
        {
            return;
        }

        string[] ids = new string[count];
        ImmutableArray<AttributeValue>[][] dictionaries = new ImmutableArray<AttributeValue>[count][];
        int[][] numbers = new int[count][];
        for (int i = 0; i < count; i++)
        {
            ids[i] = TextAt(_from.Count(_textCount - 1));
            dictionaries[i] = new ImmutableArray<AttributeValue>[_from.Count(_from.Remaining)];
            for (int d = 0; d < dictionaries[i].Length; d++)
            {
                dictionaries[i][d] = ReadValues();
            }

            numbers[i] = new int[step.RowCount];
            ReadRunLengths(numbers[i], dictionaries[i].Length);
        }

        step.MakeRoomForAttributes(step.RowCount);
        step.HasAttributes = true;
        List<KeyValuePair<string, ImmutableArray<AttributeValue>>> entries = new(count);
        for (int row = 0; row < step.RowCount; row++)
        {
            if (row > 0 && SameAsBefore(numbers, row))
            {
                step.Attributes[row] = step.Attributes[row - 1];
                continue;
            }

            entries.Clear();
            for (int i = 0; i < count; i++)
            {
                if (numbers[i][row] > 0)
                {
                    entries.Add(new(ids[i], dictionaries[i][numbers[i][row] - 1]));
                }
            }

            step.Attributes[row] = AttributeSet.Of(entries);
        }
    }

    private static bool SameAsBefore(int[][] numbers, int row)
    {
        foreach (int[] column in numbers)
        {
            if (column[row] != column[row - 1])
            {
                return false;
            }
        }

        return true;
    }

    private AttributeSet ReadAttributes()
    {
        int count = _from.Count(_from.Remaining);
        if (count == 0)
        {
            return AttributeSet.Empty;
        }

        List<KeyValuePair<string, ImmutableArray<AttributeValue>>> entries = new(count);
        for (int i = 0; i < count; i++)
        {
            string id = TextAt(_from.Count(_textCount - 1));
            entries.Add(new(id, ReadValues()));
        }

        return AttributeSet.Of(entries);
    }

    private void SkipAttributes()
    {
        int count = _from.Count(_from.Remaining);
        for (int i = 0; i < count; i++)
        {
            _from.Varint();
            int values = _from.Count(_from.Remaining);
            for (int v = 0; v < values * 2; v++)
            {
                _from.Varint();
            }
        }
    }

    private ImmutableArray<AttributeValue> ReadValues()
    {
        int count = _from.Count(_from.Remaining);
        ImmutableArray<AttributeValue>.Builder values = ImmutableArray.CreateBuilder<AttributeValue>(count);
        for (int i = 0; i < count; i++)
        {
            string text = TextAt(_from.Count(_textCount - 1));
            int language = _from.Count(_textCount);
            values.Add(new AttributeValue(text, language == 0 ? null : TextAt(language - 1)));
        }

        return values.MoveToImmutable();
    }

    private readonly ReadOnlySpan<byte> TextBytes(int number) =>
        (uint)number < (uint)_textCount
            ? _bytes.Slice(_textBytesAt + _textStarts[number], _textStarts[number + 1] - _textStarts[number])
            : throw new MalformedException($"There is no text {number}.");

    private readonly string TextAt(int number)
    {
        ReadOnlySpan<byte> bytes = TextBytes(number);
        return _texts[number] ??= Encoding.UTF8.GetString(bytes);
    }
}

/// <summary>Distinct texts of a text measure, numbered in the order met in one read.</summary>
internal sealed class TextPool
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public List<string> Texts { get; } = [];

    public int NumberOf(string text)
    {
        if (!_numbers.TryGetValue(text, out int number))
        {
            number = Texts.Count;
            Texts.Add(text);
            _numbers.Add(text, number);
        }

        return number;
    }
}
