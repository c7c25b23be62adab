using System.Collections.Immutable;
using Ballast.Sdmx.Model;
using Ballast.Series;

namespace Ballast.Sdmx.Formats.Csv;

/// <summary>Rows of one vintage: the data set that grows, and what the last row was about.</summary>
internal sealed class Portion
{
    private readonly CsvColumns _columns;
    private readonly List<int> _statedKeys = [];
    private readonly List<int> _seriesLines = [];
    private int[] _numbers = [];
    private int[] _lines = [];
    private bool[] _everStated = [];
    private DataAction? _action;

    public Portion(string? vintage, Dataflow flow, DataStructureDefinition structure, CsvColumns columns)
    {
        (Vintage, _columns) = (vintage, columns);
        Builder = new DataSetBuilder(flow, structure);
        int count = structure.Dimensions.Length;
        DimensionCells = [.. Enumerable.Range(0, count).Select(_ => new CellCache())];
        CodeNumbers = new int[count];
        ObservationCells = [.. Enumerable.Range(0, columns.ObservationAttributeCount).Select(_ => new CellCache())];
        GroupKeys = new int[columns.Groups.Length];
        Array.Fill(CodeNumbers, -1);
        Array.Fill(GroupKeys, -1);
    }

    public string? Vintage { get; }

    public DataSetBuilder Builder { get; }

    public CellCache[] DimensionCells { get; }

    /// <summary>Last cells of observation attributes with their numbers in the segment.</summary>
    public CellCache[] ObservationCells { get; }

    /// <summary>Code numbers of the last row; −1 for any, −2 for a code that is not known.</summary>
    public int[] CodeNumbers { get; }

    /// <summary>Key of the last row: full, partial, or −1 where it names no dimension.</summary>
    public int Key { get; set; } = -1;

    public bool IsFull { get; set; }

    /// <summary>For each group, the key of the last row's; −1 where the row does not name its dimensions.</summary>
    public int[] GroupKeys { get; }

    /// <summary>Lines of the rows of the segment.</summary>
    public List<int> Lines { get; } = [];

    /// <summary>Frequency of the last row's key, or null.</summary>
    public Frequency? Frequency { get; set; }

    /// <summary>The written key of the last row and the key it belongs to, where a column repeats it.</summary>
    public (int Key, string Text) Written { get; set; } = (-1, "");

    /// <summary>How many observation rows all segments have.</summary>
    public long ObservationCount { get; private set; }

    /// <summary>Keys of series with observations, with the line of their first.</summary>
    public IEnumerable<(int Key, int Line)> SeriesWithObservations => _seriesLines.Select((line, key) => (key, line)).Where(s => s.line > 0);

    /// <summary>A change of action closes a segment.</summary>
    public void Turn(DataAction action)
    {
        if (_action == action)
        {
            return;
        }

        Close();
        _action = action;
    }

    /// <summary>Hands the segment's statements over.</summary>
    public void Close()
    {
        if (_action is not { } action)
        {
            return;
        }

        foreach (int key in _statedKeys)
        {
            AttributeSet attributes = AttributeSet.Of(_columns.Stated
                .Where(c => _numbers[Slot(key, c)] >= 0)
                .Select(c => new KeyValuePair<string, ImmutableArray<AttributeValue>>(c.Id, c[_numbers[Slot(key, c)]])));
            if (key < 0)
            {
                Builder.AddDatasetAttributes(action, attributes);
            }
            else
            {
                Builder.AddSeriesAttributes(action, key, attributes);
            }
        }

        foreach (int key in _statedKeys)   // only these: clearing all would make changing actions quadratic
        {
            _numbers.AsSpan((key + 1) * _columns.StatementCount, _columns.StatementCount).Fill(-1);
        }

        _statedKeys.Clear();
        Lines.Clear();
        foreach (CellCache cell in ObservationCells)
        {
            cell.Clear();
        }

        _action = null;
    }

    /// <summary>Adds an observation's line.</summary>
    public void Observed(int line)
    {
        Lines.Add(line);
        ObservationCount++;
        while (_seriesLines.Count <= Key)
        {
            _seriesLines.Add(0);
        }

        if (_seriesLines[Key] == 0)
        {
            _seriesLines[Key] = line;
        }
    }

    /// <summary>States an attribute of a key (−1: the data set). Zero where it is new or the same again, else the line that states another value.</summary>
    public int State(int key, CsvAttributeColumn column, int number, int line)
    {
        int slot = Slot(key, column);
        if (slot >= _numbers.Length)
        {
            Grow(slot);
        }

        if (_numbers[slot] == number)
        {
            return 0;
        }

        if (_numbers[slot] < 0)
        {
            if (!IsStated(key))
            {
                _statedKeys.Add(key);
            }

            (_numbers[slot], _lines[slot], _everStated[slot]) = (number, line, true);
            return 0;
        }

        return column[_numbers[slot]].SequenceEqual(column[number]) ? 0 : _lines[slot];
    }

    /// <summary>Whether any segment states an attribute of a key.</summary>
    public bool WasStated(int key, CsvAttributeColumn column) => Slot(key, column) is var slot && slot < _everStated.Length && _everStated[slot];

    private int Slot(int key, CsvAttributeColumn column) => ((key + 1) * _columns.StatementCount) + column.StatementIndex;

    private bool IsStated(int key)
    {
        int first = (key + 1) * _columns.StatementCount;
        return _numbers.AsSpan(first, _columns.StatementCount).ContainsAnyExcept(-1);
    }

    private void Grow(int slot)
    {
        int before = _numbers.Length;
        int size = Math.Max(_columns.StatementCount * 4, before * 2);
        while (size <= slot)
        {
            size *= 2;
        }

        size += _columns.StatementCount - (size % _columns.StatementCount);
        Array.Resize(ref _numbers, size);
        Array.Resize(ref _lines, size);
        Array.Resize(ref _everStated, size);
        Array.Fill(_numbers, -1, before, size - before);
    }
}
