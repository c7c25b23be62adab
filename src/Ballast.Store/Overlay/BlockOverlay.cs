using Ballast.Series;
using Ballast.Sdmx.Model;
using Ballast.Store.Chunks;
using Ballast.Store.Engine;

namespace Ballast.Store.Overlay;

/// <summary>What stands at one period of one series for one measure.</summary>
internal struct Cell
{
    public long Period;
    public long Bits;

    /// <summary>Other measures with a value, a bit each.</summary>
    public uint Others;

    public byte Tag;
}

/// <summary>Where a cell comes from and what stood there before the release that touched it last.</summary>
internal struct Trace
{
    public AttributeSet? Attributes;
    public AttributeSet? AttributesBefore;
    public long BitsBefore;
    public uint OthersBefore;

    /// <summary>Rank of the release that first stated the value as it stands.</summary>
    public int Since;
    public int SinceBefore;

    /// <summary>Rank of the release that touched the cell last; 0 for none.</summary>
    public int TouchedBy;
    public byte TagBefore;

    public readonly bool WasThere => TagBefore != ValueTag.None || OthersBefore != 0 || AttributesBefore is { IsEmpty: false };
}

/// <summary>
/// The series of one block as they stand after releases laid one over another in the order of publication: merge sets what is stated, replace clears its scopes and sets its rows whole, delete removes.
/// Its arrays are used again for the next block.
/// </summary>
/// <param name="index">Keys of the series.</param>
/// <param name="wish">What of the chunks is wanted.</param>
/// <param name="isTraced">Whether attributes and the releases that values come from are kept too.</param>
internal sealed class BlockOverlay(SeriesIndex index, ChunkWish wish, bool isTraced) : IOverlay
{
    private readonly Cell[]?[] _cells = new Cell[SeriesIndex.BlockSize][];
    private readonly Trace[]?[] _traces = new Trace[SeriesIndex.BlockSize][];
    private readonly int[] _counts = new int[SeriesIndex.BlockSize];
    private readonly AttributeSet[] _attributes = new AttributeSet[SeriesIndex.BlockSize];
    private bool[]? _wanted;
    private int _firstSeries;

    /// <summary>Empties it for another block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="wanted">By place: which series are wanted; null for all.</param>
    public void Begin(int block, bool[]? wanted)
    {
        _firstSeries = block * SeriesIndex.BlockSize;
        _wanted = wanted;
        Array.Clear(_counts);
        Array.Fill(_attributes, AttributeSet.Empty);
    }

    /// <summary>Cells of a series in ascending order of period; some may be empty.</summary>
    public ReadOnlySpan<Cell> CellsOf(int place) => _cells[place].AsSpan(0, _counts[place]);

    /// <summary>Traces beside <see cref="CellsOf"/>.</summary>
    public ReadOnlySpan<Trace> TracesOf(int place) => _traces[place].AsSpan(0, _counts[place]);

    /// <summary>Attributes stated of the series itself.</summary>
    public AttributeSet AttributesOf(int place) => _attributes[place];

    /// <summary>Whether an observation stands in a cell of a traced overlay.</summary>
    public static bool Stands(in Cell cell, in Trace trace) => cell.Tag != ValueTag.None || cell.Others != 0 || trace.Attributes is { IsEmpty: false };

    /// <summary>Clears what a scope names in every series of this block that lies in it.</summary>
    public void Clear(int rank, in StepScope scope)
    {
        if (scope.Place >= 0)
        {
            if (_wanted is null || _wanted[scope.Place])
            {
                ClearSeries(rank, scope.Place, scope);
            }

            return;
        }

        int count = Math.Min(SeriesIndex.BlockSize, index.Count - _firstSeries);
        for (int place = 0; place < count; place++)
        {
            if ((_wanted is null || _wanted[place]) && index.LiesIn(_firstSeries + place, scope.Codes.AsSpan()))
            {
                ClearSeries(rank, place, scope);
            }
        }
    }

    /// <summary>Lays attributes and rows of a step over what stands. Its scopes are cleared before.</summary>
    public void Apply(int rank, StepBuffer step)
    {
        foreach (StepStatement statement in step.Statements)
        {
            if (_wanted is null || _wanted[statement.Place])
            {
                _attributes[statement.Place] = step.Action == DataAction.Replace ? statement.Attributes : _attributes[statement.Place].Over(statement.Attributes);
            }
        }

        int row = 0;
        for (int i = 0; i < step.SeriesCount; i++)
        {
            int place = step.Series[i];
            long[] periods = step.Patterns[step.PatternOf[i]];
            if (_wanted is null || _wanted[place])
            {
                int at = MakeCells(place, periods);
                if (isTraced)
                {
                    SetTraced(rank, place, at, periods, row, step);
                }
                else
                {
                    Set(place, at, periods, row, step);
                }
            }

            row += periods.Length;
        }
    }

    private void Set(int place, int at, long[] periods, int row, StepBuffer step)
    {
        Cell[] cells = _cells[place]!;
        bool isWhole = step.Action == DataAction.Replace;
        for (int i = 0; i < periods.Length; i++, row++)
        {
            while (cells[at].Period != periods[i])
            {
                at++;
            }

            ref Cell cell = ref cells[at];
            if (isWhole || step.Tags[row] != ValueTag.None)
            {
                (cell.Tag, cell.Bits) = (step.Tags[row], step.Bits[row]);
            }
        }
    }

    private void SetTraced(int rank, int place, int at, long[] periods, int row, StepBuffer step)
    {
        Cell[] cells = _cells[place]!;
        Trace[] traces = _traces[place]!;
        bool isWhole = step.Action == DataAction.Replace;
        for (int i = 0; i < periods.Length; i++, row++)
        {
            while (cells[at].Period != periods[i])
            {
                at++;
            }

            ref Cell cell = ref cells[at];
            ref Trace trace = ref traces[at];
            byte tag = step.Tags[row];
            uint others = step.HasOthers ? step.Others[row] : 0;
            AttributeSet attributes = step.HasAttributes ? step.Attributes[row] : AttributeSet.Empty;
            if (!isWhole && tag == ValueTag.None && others == 0 && attributes.IsEmpty)
            {
                continue;
            }

            Touch(rank, in cell, ref trace);
            if (isWhole || tag != ValueTag.None)
            {
                (cell.Tag, cell.Bits) = (tag, step.Bits[row]);
                trace.Since = ValueTag.AreEqual(tag, cell.Bits, trace.TagBefore, trace.BitsBefore) ? trace.SinceBefore : rank;
            }

            cell.Others = isWhole ? others : cell.Others | others;
            trace.Attributes = isWhole || trace.Attributes is null ? attributes : trace.Attributes.Over(attributes);
        }
    }

    private static void Touch(int rank, in Cell cell, ref Trace trace)
    {
        if (trace.TouchedBy == rank)
        {
            return;
        }

        trace.TouchedBy = rank;
        (trace.TagBefore, trace.BitsBefore, trace.OthersBefore) = (cell.Tag, cell.Bits, cell.Others);
        (trace.AttributesBefore, trace.SinceBefore) = (trace.Attributes, trace.Since);
    }

    private void ClearSeries(int rank, int place, in StepScope scope)
    {
        Span<Cell> cells = _cells[place].AsSpan(0, _counts[place]);
        int from = 0;
        int end = cells.Length;
        if (scope.Period >= 0)
        {
            from = LowerBound(cells, scope.Period);
            end = from < cells.Length && cells[from].Period == scope.Period ? from + 1 : from;
        }
        else
        {
            _attributes[place] = scope.Components.IsEmpty ? AttributeSet.Empty : _attributes[place].Without(scope.Components);
        }

        for (int i = from; i < end; i++)
        {
            ClearCell(rank, place, i, scope);
        }
    }

    private void ClearCell(int rank, int place, int at, in StepScope scope)
    {
        ref Cell cell = ref _cells[place]![at];
        if (!isTraced)
        {
            if (scope.Components.IsEmpty || scope.Components.Contains(wish.Measures[0], StringComparer.Ordinal))
            {
                cell.Tag = ValueTag.None;
            }

            return;
        }

        ref Trace trace = ref _traces[place]![at];
        if (!Stands(in cell, in trace))
        {
            return;
        }

        Cell after = cell;
        AttributeSet? attributesAfter = AttributeSet.Empty;
        if (scope.Components.IsEmpty)
        {
            (after.Tag, after.Bits, after.Others) = (ValueTag.None, 0, 0);
        }
        else
        {
            attributesAfter = trace.Attributes?.Without(scope.Components);
            for (int measure = 0; measure < wish.Measures.Length; measure++)
            {
                if (!scope.Components.Contains(wish.Measures[measure], StringComparer.Ordinal))
                {
                    continue;
                }

                if (measure == 0)
                {
                    (after.Tag, after.Bits) = (ValueTag.None, 0);
                }
                else
                {
                    after.Others &= ~(1u << (measure - 1));
                }
            }

            if (after.Tag == cell.Tag && after.Others == cell.Others && (attributesAfter?.Entries.Length ?? 0) == (trace.Attributes?.Entries.Length ?? 0))
            {
                return;
            }
        }

        Touch(rank, in cell, ref trace);
        cell = after;
        trace.Attributes = attributesAfter;
    }

    /// <summary>Sees to it that a series has a cell for each period; says where the first stands.</summary>
    private int MakeCells(int place, long[] periods)
    {
        int count = _counts[place];
        Span<Cell> cells = _cells[place].AsSpan(0, count);
        if (count == 0 || cells[count - 1].Period < periods[0])
        {
            MakeRoom(place, count + periods.Length);
            Cell[] grown = _cells[place]!;
            for (int i = 0; i < periods.Length; i++)
            {
                grown[count + i] = new Cell { Period = periods[i] };
            }

            if (isTraced)
            {
                Array.Clear(_traces[place]!, count, periods.Length);
            }

            _counts[place] = count + periods.Length;
            return count;
        }

        int first = LowerBound(cells, periods[0]);
        int missing = 0;
        int at = first;
        foreach (long period in periods)
        {
            while (at < count && cells[at].Period < period)
            {
                at++;
            }

            missing += at < count && cells[at].Period == period ? 0 : 1;
        }

        if (missing > 0)
        {
            Insert(place, periods, first, missing);
        }

        return first;
    }

    // Moves cells up from the back, so that each moves once.
    private void Insert(int place, long[] periods, int first, int missing)
    {
        int count = _counts[place];
        MakeRoom(place, count + missing);
        Cell[] cells = _cells[place]!;
        Trace[]? traces = isTraced ? _traces[place] : null;
        int from = count - 1;
        int to = count + missing - 1;
        int next = periods.Length - 1;
        while (next >= 0)
        {
            if (from >= first && cells[from].Period > periods[next])
            {
                Move(from--, to--);
            }
            else if (from >= first && cells[from].Period == periods[next])
            {
                Move(from--, to--);
                next--;
            }
            else
            {
                cells[to] = new Cell { Period = periods[next--] };
                if (traces is not null)
                {
                    traces[to] = default;
                }

                to--;
            }
        }

        _counts[place] = count + missing;

        void Move(int source, int target)
        {
            cells[target] = cells[source];
            if (traces is not null)
            {
                traces[target] = traces[source];
            }
        }
    }

    private void MakeRoom(int place, int count)
    {
        if ((_cells[place]?.Length ?? 0) < count)
        {
            int size = Math.Max(count, Math.Max(16, (_cells[place]?.Length ?? 0) * 2));
            Array.Resize(ref _cells[place], size);
            if (isTraced)
            {
                Array.Resize(ref _traces[place], size);
            }
        }
    }

    private static int LowerBound(ReadOnlySpan<Cell> cells, long period)
    {
        int low = 0;
        int high = cells.Length;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            if (cells[middle].Period < period)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
