using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Ballast.Series;

namespace Ballast.Sdmx.Model;

/// <summary>
/// Makes a <see cref="DataSet"/> row by row, in the order of the message; a change of action begins a new segment.
/// It checks nothing about codes: the formats do, with places.
/// </summary>
public sealed class DataSetBuilder
{
    private readonly Dataflow _flow;
    private readonly DataStructureDefinition _structure;
    private readonly ImmutableArray<DataSegment>.Builder _segments = ImmutableArray.CreateBuilder<DataSegment>();
    private readonly Dictionary<string, int> _attributeIndexes = new(StringComparer.Ordinal);
    private readonly Column[] _columns;
    private readonly List<MeasureValue>[] _measures;
    private readonly Dictionary<int, AttributeSet> _seriesAttributes = [];
    private readonly List<int> _seriesOrder = [];
    private readonly List<DataScope> _scopes = [];
    private readonly List<(int Segment, Period Last)> _lastPeriods = [];
    private Dictionary<(int Key, Period Period), int>? _seen;
    private List<int> _keys = [];
    private List<Period> _periods = [];
    private AttributeSet _datasetAttributes = AttributeSet.Empty;
    private DataAction _action;

    /// <summary>An empty data set of a dataflow.</summary>
    public DataSetBuilder(Dataflow flow, DataStructureDefinition structure)
    {
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(structure);
        (_flow, _structure) = (flow, structure);
        Keys = new KeyTable(structure.Dimensions.Length);
        _measures = [.. structure.Measures.Select(_ => new List<MeasureValue>())];
        ImmutableArray<DataAttribute> ofObservations = [.. structure.Attributes.Where(a => a.Level == AttributeLevel.Observation)];
        _columns = [.. ofObservations.Select(a => new Column(a.Id))];
        for (int i = 0; i < _columns.Length; i++)
        {
            _attributeIndexes.Add(_columns[i].Id, i);
        }
    }

    /// <summary>Keys met; intern a row's key here first.</summary>
    public KeyTable Keys { get; }

    /// <summary>Observation rows so far.</summary>
    public long Count { get; private set; }

    /// <summary>Observation rows of the segment that is being made.</summary>
    public int SegmentCount => _keys.Count;

    /// <summary>After <see cref="AddObservation"/> said false: the row of this segment, counted from 0, that has the key at the period already.</summary>
    public int EarlierRow { get; private set; } = -1;

    /// <summary>Makes room for so many rows in the segment that is being made, where a format can tell; more may come.</summary>
    public void Reserve(int rowCount)
    {
        _keys.EnsureCapacity(rowCount);
        _periods.EnsureCapacity(rowCount);
        foreach (List<MeasureValue> measure in _measures)
        {
            measure.EnsureCapacity(rowCount);
        }
    }

    /// <summary>Begins an observation row; its attributes follow.</summary>
    /// <param name="action">Merge or replace; deletions are scopes.</param>
    /// <param name="key">A full key.</param>
    /// <param name="period">When.</param>
    /// <param name="measures">One value a measure of the structure.</param>
    /// <returns>False where this segment already has the key at the period; the row is then not added.</returns>
    public bool AddObservation(DataAction action, int key, Period period, ReadOnlySpan<MeasureValue> measures)
    {
        if (action == DataAction.Delete)
        {
            throw new ArgumentException("Deletions are scopes.", nameof(action));
        }

        Turn(action);
        if (!IsNew(key, period))
        {
            return false;
        }

        _keys.Add(key);
        _periods.Add(period);
        for (int i = 0; i < _measures.Length; i++)
        {
            _measures[i].Add(measures[i]);
        }

        Count++;
        return true;
    }

    /// <summary>States an attribute of the observation row added last.</summary>
    public void AddAttribute(string id, ImmutableArray<AttributeValue> values)
    {
        Column column = _columns[_attributeIndexes[id]];
        column.State(_keys.Count - 1, values);
    }

    /// <summary>States an attribute of the observation row added last, by the attribute's place among the structure's observation attributes; the hot path of formats.</summary>
    public void AddAttribute(int observationAttributeIndex, ReadOnlySpan<char> text) =>
        _columns[observationAttributeIndex].State(_keys.Count - 1, text);

    /// <summary>The number that a value of an observation attribute has in the segment being made, a new one where it was not met; for formats that meet the same text row after row.</summary>
    public int NumberOf(int observationAttributeIndex, ReadOnlySpan<char> text) => _columns[observationAttributeIndex].NumberOf(text);

    /// <summary>States an attribute of the observation row added last by the number that <see cref="NumberOf"/> gave in this segment.</summary>
    public void AddAttribute(int observationAttributeIndex, int number) => _columns[observationAttributeIndex].Put(_keys.Count - 1, number);

    /// <summary>States an attribute of the observation row added last by its place among the structure's observation attributes.</summary>
    public void AddAttribute(int observationAttributeIndex, ImmutableArray<AttributeValue> values) => _columns[observationAttributeIndex].State(_keys.Count - 1, values);

    /// <summary>States attributes of a series or a group of series.</summary>
    /// <returns>False where this segment already states another value of one of them; then nothing is added.</returns>
    public bool AddSeriesAttributes(DataAction action, int key, AttributeSet attributes)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        Turn(action);
        if (!_seriesAttributes.TryGetValue(key, out AttributeSet? before))
        {
            _seriesOrder.Add(key);
            _seriesAttributes.Add(key, attributes);
            return true;
        }

        foreach (KeyValuePair<string, ImmutableArray<AttributeValue>> entry in attributes.Entries)
        {
            if (before[entry.Key] is { IsEmpty: false } stated && !stated.SequenceEqual(entry.Value))
            {
                return false;
            }
        }

        _seriesAttributes[key] = before.Over(attributes);
        return true;
    }

    /// <summary>States attributes of the data set.</summary>
    public void AddDatasetAttributes(DataAction action, AttributeSet attributes)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        Turn(action);
        _datasetAttributes = _datasetAttributes.Over(attributes);
    }

    /// <summary>Adds what a replacement clears or a deletion removes.</summary>
    public void AddScope(DataAction action, DataScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        if (action == DataAction.Merge)
        {
            throw new ArgumentException("A merge clears nothing.", nameof(action));
        }

        Turn(action);
        _scopes.Add(scope);
    }

    /// <summary>The data set; the builder is then spent.</summary>
    public DataSet Build()
    {
        Close();
        return new DataSet(_flow, _structure, Keys, _segments.ToImmutable());
    }

    /// <summary>Rows in ascending order of period within their series need no set: the last period of each key answers. The first row out of order makes one.</summary>
    private bool IsNew(int key, Period period)
    {
        while (_lastPeriods.Count <= key)
        {
            _lastPeriods.Add((-1, default));
        }

        Span<(int Segment, Period Last)> last = CollectionsMarshal.AsSpan(_lastPeriods);
        if (_seen is null)
        {
            if (last[key].Segment != _segments.Count || last[key].Last < period)
            {
                last[key] = (_segments.Count, period);
                return true;
            }

            _seen = new Dictionary<(int, Period), int>(_keys.Count + 1);
            for (int row = 0; row < _keys.Count; row++)
            {
                _seen.Add((_keys[row], _periods[row]), row);
            }
        }

        if (!_seen.TryAdd((key, period), _keys.Count))
        {
            EarlierRow = _seen[(key, period)];
            return false;
        }

        return true;
    }

    private void Turn(DataAction action)
    {
        if (action != _action)
        {
            Close();
            _action = action;
        }
    }

    private void Close()
    {
        if (_keys.Count > 0 || _seriesOrder.Count > 0 || _scopes.Count > 0 || !_datasetAttributes.IsEmpty)
        {
            _segments.Add(new DataSegment(
                _action,
                [.. _keys],
                [.. _periods],
                [.. _measures.Select(m => new MeasureColumn([.. m]))],
                [.. _columns.Where(c => c.IsUsed).Select(c => c.ToColumn(_keys.Count))],
                [.. _seriesOrder.Select(k => new SeriesStatement(k, _seriesAttributes[k]))],
                _datasetAttributes,
                [.. _scopes]));
        }

        _keys = [];
        _periods = [];
        _seen = null;
        _seriesOrder.Clear();
        _seriesAttributes.Clear();
        _scopes.Clear();
        _datasetAttributes = AttributeSet.Empty;
        foreach (List<MeasureValue> measure in _measures)
        {
            measure.Clear();
        }

        foreach (Column column in _columns)
        {
            column.Clear();
        }
    }

    /// <summary>A growing column: a dictionary of distinct values and a number for each row.</summary>
    private sealed class Column(string id)
    {
        private readonly List<ImmutableArray<AttributeValue>> _dictionary = [];
        private readonly Dictionary<string, int> _plain = new(StringComparer.Ordinal);
        private readonly List<int> _numbers = [];

        public string Id => id;

        public bool IsUsed => _dictionary.Count > 0;

        public void State(int row, ReadOnlySpan<char> text) => Put(row, NumberOf(text));

        public int NumberOf(ReadOnlySpan<char> text)
        {
            if (!_plain.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out int number))
            {
                string value = text.ToString();
                number = Add([new AttributeValue(value)]);
                _plain.Add(value, number);
            }

            return number;
        }

        public void State(int row, ImmutableArray<AttributeValue> values)
        {
            if (values is [{ Language: null } only])
            {
                State(row, only.Text);
                return;
            }

            // Rare enough that the last ones used are searched for a twin; several values seldom repeat further back.
            int twin = -1;
            for (int i = _dictionary.Count - 1; i >= Math.Max(0, _dictionary.Count - 16) && twin < 0; i--)
            {
                twin = _dictionary[i].SequenceEqual(values) ? i : -1;
            }

            Put(row, twin >= 0 ? twin : Add(values));
        }

        public AttributeColumn ToColumn(int rowCount)
        {
            Pad(rowCount);
            return new AttributeColumn(id, [.. _dictionary], ImmutableCollectionsMarshal.AsImmutableArray(_numbers.ToArray()));
        }

        public void Clear()
        {
            _dictionary.Clear();
            _plain.Clear();
            _numbers.Clear();
        }

        private int Add(ImmutableArray<AttributeValue> values)
        {
            _dictionary.Add(values);
            return _dictionary.Count - 1;
        }

        public void Put(int row, int number)
        {
            Pad(row);
            if (_numbers.Count == row)
            {
                _numbers.Add(number);
            }
            else
            {
                _numbers[row] = number;
            }
        }

        private void Pad(int rowCount)
        {
            while (_numbers.Count < rowCount)
            {
                _numbers.Add(-1);
            }
        }
    }
}
