using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Ballast.Sdmx.Model;
using Ballast.Series;
using CsvHelper;

namespace Ballast.Sdmx.Formats.Csv;

/// <summary>
/// Writes SDMX-CSV 2.0.0 data messages as they come: a series, then its observations, or whole data sets. Attributes that may have several values, or say their language, always stand in columns of that form,
/// since the header is written before the first value is known. <see cref="DataCsvReader"/> reads back what was written.
/// </summary>
/// <remarks>
/// Cannot carry: an empty text outside a column of several values, a language where the structure has none (or none where it has), the text #N/A as a value of a measure; each is an <see cref="ArgumentException"/>.
/// The same calls give the same bytes. Text that a spreadsheet would run is not altered here: SDMX-CSV is data, not a file for people.
/// </remarks>
public sealed class DataCsvWriter : IDisposable
{
    private const string NoNumber = "NaN";
    private const string NoText = "#N/A";
    private const string Removed = "-";

    private readonly CsvWriter _csv;
    private readonly Dataflow _flow;
    private readonly DataStructureDefinition _structure;
    private readonly DataCsvWriterOptions _options;
    private readonly Column[] _columns;
    private readonly Dictionary<string, int> _attributeCells = new(StringComparer.Ordinal);
    private readonly int _firstMeasure;
    private readonly string[] _cells;
    private readonly string _flowId;
    private readonly char[] _period = new char[64];
    private string[]? _seriesCells;
    private bool _isSeriesWritten;

    /// <summary>Writes the header.</summary>
    /// <param name="output">Receives UTF-8 text with LF behind each row; left open.</param>
    /// <param name="flow">The dataflow.</param>
    /// <param name="structure">Its structure.</param>
    /// <param name="structures">Where concepts say how values are written; the flow's own set.</param>
    /// <param name="options">How; null for the defaults.</param>
    public DataCsvWriter(Stream output, Dataflow flow, DataStructureDefinition structure, StructureSet structures, DataCsvWriterOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(structure);
        ArgumentNullException.ThrowIfNull(structures);
        _options = options ?? new DataCsvWriterOptions();
        (_flow, _structure, _flowId) = (flow, structure, flow.Id.ToString());
        _csv = CsvWriter.Create(output, new CsvWriterOptions { Separator = _options.Separator, NewLine = "\n" }, leaveOpen: true);
        _firstMeasure = structure.Dimensions.Length + 1;
        _columns = [.. structure.Attributes.Select(a => ColumnOf(a, structures))];
        for (int i = 0; i < _columns.Length; i++)
        {
            _attributeCells.Add(_columns[i].Attribute.Id, _firstMeasure + structure.Measures.Length + i);
        }

        _cells = new string[_firstMeasure + structure.Measures.Length + _columns.Length];
        WriteHeader();
    }

    /// <summary>Begins a series. Attributes of its groups may stand among its own.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="attributes">Attributes of the series, its groups and the data set.</param>
    /// <exception cref="ArgumentException">An attribute that the structure does not have or that belongs to observations, or a value that CSV cannot carry.</exception>
    public void BeginSeries(SeriesKey key, AttributeSet attributes)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(attributes);
        EndSeries();
        string[] cells = Blank();
        key.Codes.CopyTo(cells);
        Put(cells, attributes, isOfObservation: false);
        (_seriesCells, _isSeriesWritten) = (cells, false);
    }

    /// <summary>Writes an observation of the series begun.</summary>
    /// <param name="period">When.</param>
    /// <param name="measures">One value a measure of the structure.</param>
    /// <param name="attributes">Attributes of the observation.</param>
    /// <exception cref="ArgumentException">As for a series.</exception>
    /// <exception cref="InvalidOperationException">No series is begun.</exception>
    public void WriteObservation(Period period, ReadOnlySpan<MeasureValue> measures, AttributeSet attributes)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        string[] series = _seriesCells ?? throw new InvalidOperationException("Expected a series to be begun.");
        series.CopyTo(_cells, 0);
        if (_isSeriesWritten && !_options.RepeatsSeriesAttributes)
        {
            Array.Fill(_cells, "", _firstMeasure, _cells.Length - _firstMeasure);
        }

        Put(_cells, attributes, isOfObservation: true);
        PutObservation(_cells, period, measures, attributes.IsEmpty);
        WriteRow("I", _cells);
        _isSeriesWritten = true;
    }

    /// <summary>Ends the series; one without observations leaves a row of its attributes.</summary>
    public void EndSeries()
    {
        if (_seriesCells is { } cells && !_isSeriesWritten && Array.Exists(cells[_firstMeasure..], c => c.Length > 0))
        {
            WriteRow("I", cells);
        }

        _seriesCells = null;
    }

    /// <summary>Writes a whole data set: each segment's scopes, then its attributes on rows of their own, then its observations.</summary>
    /// <exception cref="ArgumentException">A value that CSV cannot carry, a replacement of components, or a key of no group.</exception>
    public void Write(DataSet data)
    {
        ArgumentNullException.ThrowIfNull(data);
        EndSeries();
        foreach (DataSegment segment in data.Segments)
        {
            string action = segment.Action switch { DataAction.Merge => "I", DataAction.Replace => "R", _ => "D" };
            foreach (DataScope scope in segment.Scopes)
            {
                WriteScope(data, scope, action);
            }

            if (!segment.DatasetAttributes.IsEmpty)
            {
                string[] cells = Blank();
                Put(cells, segment.DatasetAttributes, isOfObservation: false);
                WriteRow(action, cells);
            }

            foreach (SeriesStatement statement in segment.SeriesAttributes)
            {
                string[] cells = Blank();
                PutKey(cells, data.Keys, statement.KeyNumber);
                Put(cells, statement.Attributes, isOfObservation: false);
                WriteRow(action, cells);
            }

            WriteObservations(data, segment, action);
        }
    }

    /// <summary>Writes what is buffered.</summary>
    public void Flush() => _csv.Flush();

    /// <summary>Ends the last series and the message.</summary>
    public void Dispose()
    {
        EndSeries();
        _csv.Dispose();
    }

    private void WriteObservations(DataSet data, DataSegment segment, string action)
    {
        MeasureValue[] values = new MeasureValue[_structure.Measures.Length];
        int[] cellOfAttribute = [.. segment.Attributes.Select(a => CellOf(a.Id, isOfObservation: true))];
        for (int row = 0; row < segment.Count; row++)
        {
            Array.Fill(_cells, "");
            PutKey(_cells, data.Keys, segment.KeyNumbers[row]);
            bool hasAttribute = false;
            for (int i = 0; i < cellOfAttribute.Length; i++)
            {
                AttributeColumn column = segment.Attributes[i];
                if (column.Numbers[row] is >= 0 and var number)
                {
                    _cells[cellOfAttribute[i]] = TextOf(cellOfAttribute[i], column.Dictionary[number]);
                    hasAttribute = true;
                }
            }

            for (int i = 0; i < values.Length; i++)
            {
                values[i] = segment.Measures[i].Values[row];
            }

            PutObservation(_cells, segment.Periods[row], values, !hasAttribute);
            WriteRow(action, _cells);
        }
    }

    private void WriteScope(DataSet data, DataScope scope, string action)
    {
        string[] cells = Blank();
        if (scope.KeyNumber >= 0)
        {
            PutKey(cells, data.Keys, scope.KeyNumber);
        }

        if (scope.Period is { } period)
        {
            cells[_structure.Dimensions.Length] = period.ToString();
        }

        if (!scope.Components.IsEmpty && action != "D")
        {
            throw new ArgumentException("Expected a replacement of whole observations; CSV names components in deletions only.", nameof(scope));
        }

        foreach (string component in scope.Components)
        {
            int measure = _structure.Measures.ToList().FindIndex(m => m.Id == component);
            cells[measure >= 0 ? _firstMeasure + measure : _attributeCells[component]] = Removed;
        }

        WriteRow(action, cells);
    }

    private void PutObservation(string[] cells, Period period, ReadOnlySpan<MeasureValue> measures, bool statesNoAttribute)
    {
        if (measures.Length != _structure.Measures.Length)
        {
            throw new ArgumentException($"Expected {_structure.Measures.Length} values, got {measures.Length}.", nameof(measures));
        }

        period.TryFormat(_period, out int written, default, CultureInfo.InvariantCulture);
        cells[_structure.Dimensions.Length] = new string(_period, 0, written);
        bool statesValue = false;
        for (int i = 0; i < measures.Length; i++)
        {
            string text = measures[i].ToString();
            if (measures[i].Kind != MeasureKind.None && text is "" or NoText)
            {
                throw new ArgumentException($"The text '{text}' cannot be a value of a measure in CSV.", nameof(measures));
            }

            cells[_firstMeasure + i] = text;
            statesValue |= text.Length > 0;
        }

        if (!statesValue && statesNoAttribute)
        {
            cells[_firstMeasure] = _structure.Measures[0].Kind == MeasureKind.Text ? NoText : NoNumber;
        }
    }

    private static void PutKey(string[] cells, KeyTable keys, int key)
    {
        for (int i = 0; i < keys.DimensionCount; i++)
        {
            cells[i] = keys.CodeAt(key, i) ?? "";
        }
    }

    private void Put(string[] cells, AttributeSet attributes, bool isOfObservation)
    {
        foreach ((string id, ImmutableArray<AttributeValue> values) in attributes.Entries)
        {
            int cell = CellOf(id, isOfObservation);
            cells[cell] = TextOf(cell, values);
        }
    }

    private int CellOf(string id, bool isOfObservation)
    {
        if (!_attributeCells.TryGetValue(id, out int cell))
        {
            throw new ArgumentException($"Attribute {id} is none of {_structure.Id}.", nameof(id));
        }

        return (ColumnAt(cell).Attribute.Level == AttributeLevel.Observation) == isOfObservation ? cell
            : throw new ArgumentException($"Attribute {id} is of another level in {_structure.Id}.", nameof(id));
    }

    private Column ColumnAt(int cell) => _columns[cell - _firstMeasure - _structure.Measures.Length];

    private string TextOf(int cell, ImmutableArray<AttributeValue> values)
    {
        Column column = ColumnAt(cell);
        string id = column.Attribute.Id;
        if (column.IsMultilingual)
        {
            return Multilingual(id, values);
        }

        foreach (AttributeValue value in values)
        {
            if (value.Language is not null || (value.Text.Length == 0 && !column.IsMulti))
            {
                throw new ArgumentException($"A value of {id} is empty or has a language, which its column cannot carry.", nameof(values));
            }
        }

        if (!column.IsMulti)
        {
            return values is [var only] ? only.Text : throw new ArgumentException($"Expected one value of {id}, got {values.Length}.", nameof(values));
        }

        StringBuilder text = new();
        foreach (AttributeValue value in values)
        {
            text.Append(text.Length > 0 ? _options.SubSeparator.ToString() : "");
            SubFields.Append(text, value.Text, _options.SubSeparator);
        }

        return text.ToString();
    }

    /// <summary>A language that comes again begins the next value; one plain value stands without the quotes of a set.</summary>
    private string Multilingual(string id, ImmutableArray<AttributeValue> values)
    {
        List<StringBuilder> sets = [];
        HashSet<string> languages = new(StringComparer.Ordinal);
        bool isPlain = true;
        foreach (AttributeValue value in values)
        {
            if (value.Language is not { } language || !_options.Languages.Contains(language, StringComparer.Ordinal))
            {
                throw new ArgumentException($"A value of {id} is in '{value.Language}', which the column does not list.", nameof(values));
            }

            if (sets.Count == 0 || !languages.Add(language))
            {
                languages.Clear();
                languages.Add(language);
                sets.Add(new StringBuilder());
            }

            StringBuilder set = sets[^1];
            set.Append(set.Length > 0 ? _options.SubSeparator.ToString() : "");
            isPlain &= !value.Text.Contains(_options.SubSeparator, StringComparison.Ordinal);
            SubFields.Append(set, $"{language}:{value.Text}", _options.SubSeparator);
        }

        if (sets.Count == 1 && isPlain)
        {
            return sets[0].ToString();
        }

        StringBuilder text = new();
        foreach (StringBuilder set in sets)
        {
            text.Append(text.Length > 0 ? _options.SubSeparator.ToString() : "");
            SubFields.Quote(text, set.ToString());
        }

        return text.ToString();
    }

    private string[] Blank()
    {
        string[] cells = new string[_cells.Length];
        Array.Fill(cells, "");
        return cells;
    }

    private void WriteHeader()
    {
        _csv.WriteField($"STRUCTURE[{_options.SubSeparator}]");
        _csv.WriteField("STRUCTURE_ID");
        _csv.WriteField("ACTION");
        foreach (Dimension dimension in _structure.Dimensions)
        {
            _csv.WriteField(dimension.Id);
        }

        _csv.WriteField(DataStructureDefinition.TimePeriodId);
        foreach (Measure measure in _structure.Measures)
        {
            _csv.WriteField(measure.Id);
        }

        foreach (Column column in _columns)
        {
            string brackets = column.IsMultilingual ? $"[{string.Join(_options.SubSeparator, _options.Languages)}]" : column.IsMulti ? "[]" : "";
            _csv.WriteField(column.Attribute.Id + brackets);
        }

        _csv.EndRecord();
    }

    private void WriteRow(string action, string[] cells)
    {
        _csv.WriteField("dataflow");
        _csv.WriteField(_flowId);
        _csv.WriteField(action);
        foreach (string cell in cells)
        {
            _csv.WriteField(cell);
        }

        _csv.EndRecord();
    }

    private static Column ColumnOf(DataAttribute attribute, StructureSet structures)
    {
        Representation held = structures.RepresentationOf(attribute.Representation, attribute.Concept);
        bool isMultilingual = held.IsMultilingual && structures.CodelistOf(attribute.Representation, attribute.Concept) is null;
        return new Column(attribute, isMultilingual || held.MaxOccurs != 1, isMultilingual);
    }

    private sealed record Column(DataAttribute Attribute, bool IsMulti, bool IsMultilingual);
}
