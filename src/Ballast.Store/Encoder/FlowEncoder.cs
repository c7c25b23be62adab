using System.Collections.Immutable;
using Ballast.Sdmx.Model;
using Ballast.Series;
using Ballast.Store.Chunks;
using Ballast.Store.Engine;

namespace Ballast.Store.Encoder;

/// <summary>A chunk without its load number and checksum, which only the writer's turn gives.</summary>
internal sealed record EncodedChunk(ChunkHeader Header, byte[] Bytes);

/// <summary>What one release states of one dataflow, encoded: new codes and series are in the index given, the rest in chunks.</summary>
/// <param name="Flow">The dataflow.</param>
/// <param name="Chunks">By block, that of the dataflow as a whole (−1) first.</param>
/// <param name="FirstNewCodes">For each dimension, how many codes there were before.</param>
/// <param name="FirstNewSeries">How many series there were before.</param>
/// <param name="Index">Codes and series with the new ones.</param>
/// <param name="CodeCounts">For each dimension, how many codes there are after.</param>
/// <param name="SeriesCount">How many series there are after.</param>
internal sealed record EncodedFlow(FlowRow Flow, ImmutableArray<EncodedChunk> Chunks, ImmutableArray<int> FirstNewCodes, int FirstNewSeries, SeriesIndex Index, ImmutableArray<int> CodeCounts, int SeriesCount);

/// <summary>Turns what a release states of one dataflow into chunks.</summary>
internal sealed class FlowEncoder
{
    private readonly FlowRow _flow;
    private readonly SeriesIndex _index;
    private readonly List<Step> _steps = [];

    /// <summary>An encoder for one release and dataflow.</summary>
    /// <param name="flow">The dataflow.</param>
    /// <param name="index">Its series; new ones are added here, so it must be the writer's own copy.</param>
    public FlowEncoder(FlowRow flow, SeriesIndex index) => (_flow, _index) = (flow, index);

    /// <summary>Encodes the parts in order.</summary>
    public EncodedFlow Encode(IEnumerable<DataSet> parts)
    {
        ImmutableArray<int> codesBefore = CodeCounts();
        int seriesBefore = _index.Count;
        foreach (DataSet part in parts)
        {
            int[] series = Resolve(part);
            foreach (DataSegment segment in part.Segments)
            {
                CheckFrequencies(part, segment);
                _steps.Add(new Step(_steps.Count, part, segment, series, Order(segment, series)));
            }
        }

        List<EncodedChunk> chunks = [];
        ChunkWriter writer = new();
        WriteFlowChunk(writer, chunks);
        SortedSet<int> blocks = [];
        foreach (Step step in _steps)
        {
            blocks.UnionWith(step.Blocks());
        }

        int[] at = new int[_steps.Count];
        foreach (int block in blocks)
        {
            foreach (Step step in _steps)
            {
                WriteStep(writer, step, block, ref at[step.Number]);
            }

            (byte[] bytes, ChunkHeader header) = writer.Finish(_flow.Number, block);
            chunks.Add(new EncodedChunk(header, bytes));
        }

        return new EncodedFlow(_flow, [.. chunks], codesBefore, seriesBefore, _index, CodeCounts(), _index.Count);
    }

    private ImmutableArray<int> CodeCounts() => [.. Enumerable.Range(0, _index.DimensionCount).Select(_index.CodeCount)];

    /// <summary>For each key of the part, its series where the key is full, else −1; codes of partial keys get ordinals too.</summary>
    private int[] Resolve(DataSet part)
    {
        KeyTable keys = part.Keys;
        int dimensions = keys.DimensionCount;
        int[][] ordinals = new int[dimensions][];
        for (int d = 0; d < dimensions; d++)
        {
            IReadOnlyList<string> codes = keys.CodesOfDimension(d);
            ordinals[d] = new int[codes.Count];
            for (int c = 0; c < codes.Count; c++)
            {
                ordinals[d][c] = _index.AddCode(d, codes[c]);
            }
        }

        int[] series = new int[keys.Count];
        Span<int> tuple = stackalloc int[dimensions];
        for (int key = 0; key < series.Length; key++)
        {
            ReadOnlySpan<int> numbers = keys.CodeNumbers(key);
            bool isFull = true;
            for (int d = 0; d < dimensions; d++)
            {
                isFull &= numbers[d] >= 0;
                tuple[d] = numbers[d] < 0 ? -1 : ordinals[d][numbers[d]];
            }

            series[key] = isFull ? _index.Add(tuple) : -1;
        }

        return series;
    }

    // A series of mixed frequencies could be written but never be read as one; nothing before may have looked.
    private static void CheckFrequencies(DataSet part, DataSegment segment)
    {
        int dimension = part.Structure.FrequencyIndex;
        if (dimension < 0)
        {
            return;
        }

        Frequency?[] wanted = [.. part.Keys.CodesOfDimension(dimension).Select(code => FrequencyExtensions.FromCode(code))];
        for (int row = 0; row < segment.Count; row++)
        {
            int code = part.Keys.CodeNumbers(segment.KeyNumbers[row])[dimension];
            if (code >= 0 && wanted[code] is { } frequency && segment.Periods[row].Frequency != frequency)
            {
                throw new StoreException(StoreReason.FrequencyDiffers, [part.Flow.Id.ToString(), part.Keys.KeyAt(segment.KeyNumbers[row]).ToString(), segment.Periods[row].ToString()]);
            }
        }
    }

    // Rows by series, then period. Counting keeps it linear; a series is sorted only where its periods do not ascend already.
    private static SortedRows Order(DataSegment segment, int[] seriesOfKey)
    {
        int count = segment.Count;
        int most = -1;
        int least = int.MaxValue;
        foreach (int key in segment.KeyNumbers)
        {
            int series = seriesOfKey[key];
            if (series < 0)
            {
                throw new ArgumentException("An observation has a partial key.", nameof(segment));
            }

            most = Math.Max(most, series);
            least = Math.Min(least, series);
        }

        if (count == 0)
        {
            return new SortedRows([], [0], [], []);
        }

        int[] ends = new int[most - least + 2];
        foreach (int key in segment.KeyNumbers)
        {
            ends[seriesOfKey[key] - least + 1]++;
        }

        List<int> seriesHere = [];
        List<int> starts = [];
        for (int s = 0; s <= most - least; s++)
        {
            if (ends[s + 1] > 0)
            {
                seriesHere.Add(least + s);
                starts.Add(ends[s]);
            }

            ends[s + 1] += ends[s];
        }

        starts.Add(count);
        int[] rows = new int[count];
        long[] periods = new long[count];
        for (int row = 0; row < count; row++)
        {
            int place = ends[seriesOfKey[segment.KeyNumbers[row]] - least]++;
            rows[place] = row;
            periods[place] = PackedPeriod.Of(segment.Periods[row]);
        }

        for (int i = 0; i < seriesHere.Count; i++)
        {
            for (int row = starts[i] + 1; row < starts[i + 1]; row++)
            {
                if (periods[row] <= periods[row - 1])
                {
                    Array.Sort(periods, rows, starts[i], starts[i + 1] - starts[i]);
                    CheckDistinct(periods.AsSpan(starts[i], starts[i + 1] - starts[i]));
                    break;
                }
            }
        }

        return new SortedRows(seriesHere, starts, rows, periods);
    }

    private static void CheckDistinct(ReadOnlySpan<long> periods)
    {
        for (int i = 1; i < periods.Length; i++)
        {
            if (periods[i] == periods[i - 1])
            {
                throw new ArgumentException($"A segment states {PackedPeriod.ToPeriod(periods[i])} of one series twice.", nameof(periods));
            }
        }
    }

    private void WriteFlowChunk(ChunkWriter writer, List<EncodedChunk> chunks)
    {
        Span<int> tuple = stackalloc int[_index.DimensionCount];
        foreach (Step step in _steps)
        {
            DataScope[] scopes = [.. step.Segment.Scopes.Where(s => s.KeyNumber < 0 || step.SeriesOfKey[s.KeyNumber] < 0)];
            SeriesStatement[] statements = [.. step.Segment.SeriesAttributes.Where(s => step.SeriesOfKey[s.KeyNumber] < 0)];
            if (scopes.Length == 0 && statements.Length == 0 && step.Segment.DatasetAttributes.IsEmpty)
            {
                continue;
            }

            writer.Step(step.Number, step.Segment.Action);
            writer.ScopeCount(scopes.Length);
            foreach (DataScope scope in scopes)
            {
                Tuple(step.Part, scope.KeyNumber, tuple);
                writer.GroupKey(tuple);
                writer.ScopeRest(scope.Period, scope.Components);
            }

            writer.StatementCount(statements.Length);
            foreach (SeriesStatement statement in statements)
            {
                Tuple(step.Part, statement.KeyNumber, tuple);
                writer.GroupKey(tuple);
                writer.Attributes(statement.Attributes);
            }

            writer.Attributes(step.Segment.DatasetAttributes);
            writer.NoRows();
        }

        if (!writer.IsEmpty)
        {
            (byte[] bytes, ChunkHeader header) = writer.Finish(_flow.Number, -1);
            chunks.Add(new EncodedChunk(header, bytes));
        }
    }

    private void Tuple(DataSet part, int key, Span<int> tuple)
    {
        for (int d = 0; d < tuple.Length; d++)
        {
            tuple[d] = key >= 0 && part.Keys.CodeAt(key, d) is { } code ? _index.OrdinalOf(d, code) : -1;
        }
    }

    private static void WriteStep(ChunkWriter writer, Step step, int block, ref int at)
    {
        step.ScopesByBlock.TryGetValue(block, out List<DataScope>? scopes);
        step.StatementsByBlock.TryGetValue(block, out List<SeriesStatement>? statements);
        SortedRows sorted = step.Rows;
        int end = at;
        while (end < sorted.Series.Count && sorted.Series[end] / SeriesIndex.BlockSize == block)
        {
            end++;
        }

        if (scopes is null && statements is null && end == at)
        {
            return;
        }

        writer.Step(step.Number, step.Segment.Action);
        writer.ScopeCount(scopes?.Count ?? 0);
        foreach (DataScope scope in scopes ?? [])
        {
            writer.SeriesPlace(step.SeriesOfKey[scope.KeyNumber] % SeriesIndex.BlockSize);
            writer.ScopeRest(scope.Period, scope.Components);
        }

        writer.StatementCount(statements?.Count ?? 0);
        foreach (SeriesStatement statement in statements ?? [])
        {
            writer.SeriesPlace(step.SeriesOfKey[statement.KeyNumber] % SeriesIndex.BlockSize);
            writer.Attributes(statement.Attributes);
        }

        if (end == at)
        {
            writer.NoRows();
            return;
        }

        StepRows rows = new();
        int firstRow = sorted.Starts[at];
        for (int i = at; i < end; i++)
        {
            rows.Series.Add(sorted.Series[i] % SeriesIndex.BlockSize);
            rows.Starts.Add(sorted.Starts[i] - firstRow);
        }

        rows.Starts.Add(sorted.Starts[end] - firstRow);
        rows.Periods.AddRange(sorted.Periods.AsSpan(firstRow, sorted.Starts[end] - firstRow));
        rows.SourceRows.AddRange(sorted.Rows.AsSpan(firstRow, sorted.Starts[end] - firstRow));
        writer.Rows(rows, step.Segment, step.Part.Structure.Measures);
        at = end;
    }

    private sealed record SortedRows(List<int> Series, List<int> Starts, int[] Rows, long[] Periods);

    private sealed class Step
    {
        public Step(int number, DataSet part, DataSegment segment, int[] seriesOfKey, SortedRows rows)
        {
            (Number, Part, Segment, SeriesOfKey, Rows) = (number, part, segment, seriesOfKey, rows);
            foreach (DataScope scope in segment.Scopes.Where(s => s.KeyNumber >= 0 && seriesOfKey[s.KeyNumber] >= 0))
            {
                Into(ScopesByBlock, seriesOfKey[scope.KeyNumber], scope);
            }

            foreach (SeriesStatement statement in segment.SeriesAttributes.Where(s => seriesOfKey[s.KeyNumber] >= 0))
            {
                Into(StatementsByBlock, seriesOfKey[statement.KeyNumber], statement);
            }
        }

        public int Number { get; }

        public DataSet Part { get; }

        public DataSegment Segment { get; }

        public int[] SeriesOfKey { get; }

        public SortedRows Rows { get; }

        public Dictionary<int, List<DataScope>> ScopesByBlock { get; } = [];

        public Dictionary<int, List<SeriesStatement>> StatementsByBlock { get; } = [];

        public IEnumerable<int> Blocks() =>
            Rows.Series.Select(s => s / SeriesIndex.BlockSize).Distinct().Concat(ScopesByBlock.Keys).Concat(StatementsByBlock.Keys);

        private static void Into<T>(Dictionary<int, List<T>> byBlock, int series, T item)
        {
            int block = series / SeriesIndex.BlockSize;
            if (!byBlock.TryGetValue(block, out List<T>? list))
            {
                byBlock.Add(block, list = []);
            }

            list.Add(item);
        }
    }
}
