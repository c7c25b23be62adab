using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Ballast.Faults;
using Ballast.Sdmx.Model;
using Ballast.Series;

namespace Ballast.Sdmx.Formats.Csv;

/// <content>Rows: action, key, period, and what they state or remove.</content>
internal sealed partial class CsvMessage
{
    private void ReadRow(int fieldCount)
    {
        if (_reader.FieldCount != fieldCount)
        {
            faults.Add(SdmxFaults.CsvRagged, new Place(options.File, _line), fieldCount.ToString(CultureInfo.InvariantCulture), _reader.FieldCount.ToString(CultureInfo.InvariantCulture));
            return;
        }

        if (!IsOfFlow() || !AreCellsShort(fieldCount) || FindPortion() is not { } portion)
        {
            return;
        }

        DataAction action = ReadAction();
        bool isSound = ReadKey(portion);
        isSound &= ReadPeriod(portion, out Period? period);
        portion.Turn(action);
        CheckWrittenKeys(portion, isSound);
        if (action == DataAction.Delete)
        {
            ReadDeletion(portion, period, isSound);
        }
        else
        {
            ReadStatement(portion, action, period, isSound);
        }
    }

    /// <summary>Rows nearly always repeat the structure of the one above; else it must be the same dataflow said otherwise.</summary>
    private bool IsOfFlow()
    {
        ReadOnlySpan<byte> kind = _reader.GetSpan(_columns.StructureField);
        ReadOnlySpan<byte> id = _reader.GetSpan(_columns.StructureIdField);
        bool isKnown = _structureCell.Holds(kind);
        if (isKnown && _structureIdCell.Holds(id))
        {
            return _structureIdCell.Number > 0;
        }

        int isOurs = ResolveFlow(_columns.StructureField, _columns.StructureIdField) is null ? 0 : 1;
        _structureCell.Keep(_reader.GetSpan(_columns.StructureField), isOurs);
        _structureIdCell.Keep(_reader.GetSpan(_columns.StructureIdField), isOurs);
        return isOurs > 0;
    }

    private bool AreCellsShort(int fieldCount)
    {
        if (_reader.RawRecord.Length <= options.MaxCellBytes)
        {
            return true;
        }

        for (int field = 0; field < fieldCount; field++)
        {
            if (_reader.GetRawSpan(field).Length > options.MaxCellBytes)
            {
                faults.Add(SdmxFaults.CsvCellTooLong, PlaceOf(field), Shown(_reader.Headers[field]), options.MaxCellBytes.ToString(CultureInfo.InvariantCulture));
                return false;
            }
        }

        return true;
    }

    private Portion? FindPortion()
    {
        int number;
        if (_columns.VintageField < 0)
        {
            if (options.VintageColumn is { } missing && _columnsMissed.Add(missing))
            {
                faults.Add(SdmxFaults.CsvColumnMissing, new Place(options.File, 1), missing);
            }

            number = 0;
        }
        else
        {
            ReadOnlySpan<byte> cell = _reader.GetSpan(_columns.VintageField);
            if (cell.IsEmpty)
            {
                faults.Add(SdmxFaults.CsvVintageMissing, PlaceOf(_columns.VintageField), options.VintageColumn!);
                return null;
            }

            number = _vintageCell.Holds(cell) ? _vintageCell.Number : _vintageCell.Keep(cell, VintageOf(cell));
            if (number < 0)
            {
                return null;
            }
        }

        if (number == _portions.Count)
        {
            _portions.Add(new Portion(_columns.VintageField < 0 ? null : _reader.GetString(_columns.VintageField), _flow!, _structure, _columns));
        }

        return _portions[number];
    }

    private int VintageOf(ReadOnlySpan<byte> cell)
    {
        ReadOnlySpan<char> text = Decode(cell);
        if (_vintages.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out int number))
        {
            return number;
        }

        if (_vintages.Count >= options.MaxVintages)
        {
            if (!_vintagesFull)
            {
                faults.Add(SdmxFaults.CsvTooManyVintages, PlaceOf(_columns.VintageField), options.MaxVintages.ToString(CultureInfo.InvariantCulture));
                _vintagesFull = true;
            }

            return -1;
        }

        _vintages.Add(text.ToString(), _vintages.Count);
        return _vintages.Count - 1;
    }

    private DataAction ReadAction()
    {
        if (_columns.ActionField < 0)
        {
            return DataAction.Merge;
        }

        ReadOnlySpan<byte> cell = _reader.GetSpan(_columns.ActionField);
        switch (cell)
        {
            case [] or [(byte)'I'] or [(byte)'A'] or [(byte)'M']:
                return DataAction.Merge;
            case [(byte)'R']:
                return DataAction.Replace;
            case [(byte)'D']:
                return DataAction.Delete;
            default:
                faults.Add(SdmxFaults.CsvActionUnknown, PlaceOf(_columns.ActionField), Shown(Decode(cell)));
                return DataAction.Merge;
        }
    }

    /// <summary>Code numbers and key of the row; false where a code is not known.</summary>
    private bool ReadKey(Portion portion)
    {
        bool hasChanged = false;
        bool isSound = true;
        int filled = 0;
        ImmutableArray<CsvValueColumn> dimensions = _columns.Dimensions;
        int[] numbers = portion.CodeNumbers;
        for (int i = 0; i < numbers.Length; i++)
        {
            int field = dimensions[i].Field;
            int number = -1;
            if (field >= 0)
            {
                ReadOnlySpan<byte> cell = _reader.GetSpan(field);
                CellCache last = portion.DimensionCells[i];
                number = last.Holds(cell) && last.Number != -2 ? last.Number : last.Keep(cell, CodeOf(portion, i, cell));
            }

            hasChanged |= numbers[i] != number;
            numbers[i] = number;
            filled += number >= 0 ? 1 : 0;
            isSound &= number != -2;
        }

        if (!isSound)
        {
            return false;
        }

        if (hasChanged || (filled > 0 && portion.Key < 0))
        {
            portion.IsFull = filled == numbers.Length;
            portion.Key = filled == 0 ? -1 : portion.Builder.Keys.Intern(numbers);
            portion.Frequency = _structure.FrequencyIndex >= 0 && numbers[_structure.FrequencyIndex] is >= 0 and var frequency
                ? FrequencyExtensions.FromCode(portion.Builder.Keys.CodesOfDimension(_structure.FrequencyIndex)[frequency])
                : null;
            FindGroups(portion, numbers);
        }

        return true;
    }

    private void FindGroups(Portion portion, int[] numbers)
    {
        Span<int> partial = stackalloc int[numbers.Length];
        for (int group = 0; group < portion.GroupKeys.Length; group++)
        {
            partial.Fill(-1);
            bool isNamed = true;
            foreach (int dimension in _columns.Groups[group])
            {
                partial[dimension] = numbers[dimension];
                isNamed &= numbers[dimension] >= 0;
            }

            portion.GroupKeys[group] = isNamed ? portion.Builder.Keys.Intern(partial) : -1;
        }
    }

    private int CodeOf(Portion portion, int dimension, ReadOnlySpan<byte> cell)
    {
        CsvValueColumn column = _columns.Dimensions[dimension];
        ReadOnlySpan<char> text = Unlabelled(Decode(cell), column.IsLabelled);
        if (text is "" or "~")
        {
            return -1;
        }

        if (column.Codelist is null)
        {
            if (text.Contains('.'))
            {
                faults.Add(SdmxFaults.CsvKeyCharacter, PlaceOf(column.Field), column.Id, Shown(text));
                return -2;
            }
        }
        else if (column.Codelist.IndexOf(text) < 0)
        {
            AddCodeUnknown(column, text);
            return -2;
        }

        return portion.Builder.Keys.InternCode(dimension, text);
    }

    private bool ReadPeriod(Portion portion, out Period? period)
    {
        period = null;
        if (_columns.TimeField < 0)
        {
            return true;
        }

        ReadOnlySpan<byte> cell = _reader.GetSpan(_columns.TimeField);
        if (cell is [] or [(byte)'~'])
        {
            return true;
        }

        ReadOnlySpan<char> text = Unlabelled(Decode(cell), _columns.IsTimeLabelled);
        Period found;
        if (portion.Frequency is { } frequency)
        {
            if (Period.TryParse(text, frequency, out found))
            {
                period = found;
                return true;
            }

            faults.Add(Period.TryParse(text, out _)
                ? SeriesFaults.PeriodFrequency.At(PlaceOf(_columns.TimeField), Shown(text), frequency.Code())
                : SeriesFaults.PeriodForm.At(PlaceOf(_columns.TimeField), Shown(text)));
            return false;
        }

        if (Period.TryParse(text, out found))
        {
            period = found;
            return true;
        }

        faults.Add(SeriesFaults.PeriodForm, PlaceOf(_columns.TimeField), Shown(text));
        return false;
    }

    /// <summary>SERIES_KEY and OBS_KEY repeat the dimensions; where they are there, they must agree.</summary>
    private void CheckWrittenKeys(Portion portion, bool isSound)
    {
        if ((_columns.SeriesKeyField < 0 && _columns.ObservationKeyField < 0) || !isSound || !portion.IsFull)
        {
            return;
        }

        if (portion.Written.Key != portion.Key)
        {
            portion.Written = (portion.Key, portion.Builder.Keys.KeyAt(portion.Key).ToString());
        }

        string key = portion.Written.Text;
        if (_columns.SeriesKeyField >= 0 && _reader.GetSpan(_columns.SeriesKeyField) is { IsEmpty: false } series && !Decode(series).SequenceEqual(key))
        {
            faults.Add(SdmxFaults.CsvKeyDiffers, PlaceOf(_columns.SeriesKeyField), "SERIES_KEY", key);
        }

        if (_columns.ObservationKeyField >= 0 && _columns.TimeField >= 0 && _reader.GetSpan(_columns.ObservationKeyField) is { IsEmpty: false } observation)
        {
            string time = Encoding.UTF8.GetString(_reader.GetSpan(_columns.TimeField));
            time = Unlabelled(time, _columns.IsTimeLabelled).ToString();
            ReadOnlySpan<char> text = Decode(observation);
            if (text.Length != key.Length + 1 + time.Length || !text.StartsWith(key) || text[key.Length] != '.' || !text.EndsWith(time))
            {
                faults.Add(SdmxFaults.CsvKeyDiffers, PlaceOf(_columns.ObservationKeyField), "OBS_KEY", $"{key}.{time}");
            }
        }
    }

    /// <summary>The deletion takes place at the lowest level that the row names: some components of what its key matches, else all of it.</summary>
    private void ReadDeletion(Portion portion, Period? period, bool isSound)
    {
        ImmutableArray<string>.Builder components = ImmutableArray.CreateBuilder<string>();
        foreach (CsvValueColumn column in _columns.Measures)
        {
            if (column.Field >= 0 && !_reader.IsEmpty(column.Field))
            {
                components.Add(column.Id);
            }
        }

        foreach (CsvAttributeColumn column in _columns.Attributes)
        {
            if (column.Field >= 0 && !_reader.IsEmpty(column.Field))
            {
                components.Add(column.Id);
            }
        }

        if (isSound)
        {
            portion.Builder.AddScope(DataAction.Delete, new DataScope(portion.Key, period, components.ToImmutable()));
        }
    }

    private void ReadStatement(Portion portion, DataAction action, Period? period, bool isSound)
    {
        bool statesValue = false;
        for (int i = 0; i < _values.Length; i++)
        {
            int field = _columns.Measures[i].Field;
            _values[i] = MeasureValue.None;
            if (field >= 0 && _reader.GetSpan(field) is { IsEmpty: false } cell)
            {
                statesValue = true;
                _values[i] = ReadMeasure(_columns.Measures[i], Decode(cell));
            }
        }

        foreach (CsvAttributeColumn column in _columns.Observed)
        {
            statesValue |= !_reader.IsEmpty(column.Field);
        }

        bool statesAttribute = false;
        foreach (CsvAttributeColumn column in _columns.Stated)
        {
            if (_reader.GetSpan(column.Field) is { IsEmpty: false } cell)
            {
                statesAttribute = true;
                StateAttribute(portion, column, cell, isSound);
            }
        }

        if (statesValue)
        {
            ReadObservation(portion, action, period, isSound);
        }
        else if (!statesAttribute && isSound)
        {
            if (action == DataAction.Replace)
            {
                portion.Builder.AddScope(DataAction.Replace, new DataScope(portion.Key, period, []));
            }
            else
            {
                faults.Add(SdmxFaults.CsvRowStatesNothing, new Place(options.File, _line));
            }
        }
    }

    private void ReadObservation(Portion portion, DataAction action, Period? period, bool isSound)
    {
        bool isAdded = false;
        if (isSound && CheckAddress(portion, period))
        {
            isAdded = portion.Builder.AddObservation(action, portion.Key, period!.Value, _values);
            if (isAdded)
            {
                portion.Observed(_line);
            }
            else
            {
                int earlier = portion.Lines[portion.Builder.EarlierRow];
                faults.Add(SdmxFaults.CsvDuplicate, new Place(options.File, _line), portion.Builder.Keys.KeyAt(portion.Key).ToString(), period.Value.ToString(), earlier.ToString(CultureInfo.InvariantCulture));
            }
        }

        foreach (CsvAttributeColumn column in _columns.Observed)
        {
            if (_reader.GetSpan(column.Field) is { IsEmpty: false } cell)
            {
                AddObservationAttribute(portion, column, cell, isAdded);
            }
        }

        if (options.StatesWholeSeries || action == DataAction.Replace)
        {
            foreach (CsvAttributeColumn column in _columns.MandatoryOfObservations)
            {
                if (column.Field < 0 ? _columnsMissed.Add(column.Id) : _reader.IsEmpty(column.Field))
                {
                    faults.Add(SdmxFaults.CsvAttributeMissing, column.Field < 0 ? new Place(options.File, 1) : PlaceOf(column.Field), column.Id);
                }
            }
        }
    }

    /// <summary>An observation needs a whole key and a period; a column that is not there at all is said once.</summary>
    private bool CheckAddress(Portion portion, Period? period)
    {
        bool isWhole = portion.IsFull && portion.Key >= 0;
        if (!isWhole)
        {
            for (int i = 0; i < portion.CodeNumbers.Length; i++)
            {
                CsvValueColumn column = _columns.Dimensions[i];
                if (portion.CodeNumbers[i] < 0)
                {
                    AddMissing(column.Field, column.Id, SdmxFaults.CsvDimensionMissing, column.Id);
                }
            }
        }

        if (isWhole && _structure.FrequencyIndex >= 0 && portion.Frequency is null)
        {
            string code = portion.Builder.Keys.CodeAt(portion.Key, _structure.FrequencyIndex)!;
            faults.Add(SdmxFaults.CsvFrequencyUnknown, PlaceOf(_columns.Dimensions[_structure.FrequencyIndex].Field), code);
            return false;
        }

        if (period is null)
        {
            AddMissing(_columns.TimeField, DataStructureDefinition.TimePeriodId, SdmxFaults.CsvPeriodMissing);
        }

        return isWhole && period is not null;
    }

    private void AddMissing(int field, string id, FaultCode code, params string[] arguments)
    {
        if (field >= 0)
        {
            faults.Add(code, PlaceOf(field), arguments);
        }
        else if (_columnsMissed.Add(id))
        {
            faults.Add(SdmxFaults.CsvColumnMissing, new Place(options.File, 1), id);
        }
    }

    private void AddObservationAttribute(Portion portion, CsvAttributeColumn column, ReadOnlySpan<byte> cell, bool isAdded)
    {
        CellCache last = column.IsMulti ? column.Last : portion.ObservationCells[column.ObservationIndex];
        if (column.IsMulti)
        {
            int number = last.Holds(cell) && last.Number >= 0 ? last.Number : last.Keep(cell, NumberOf(column, cell));
            if (number >= 0 && isAdded)
            {
                portion.Builder.AddAttribute(column.ObservationIndex, column[number]);
            }

            return;
        }

        if (last.Holds(cell))
        {
            if (isAdded)
            {
                portion.Builder.AddAttribute(column.ObservationIndex, last.Number);
            }

            return;
        }

        ReadOnlySpan<char> text = Unlabelled(Decode(cell), column.IsLabelled && column.Codelist is not null);
        if ((column.IsFree || CheckValue(column, text)) && isAdded)
        {
            int number = portion.Builder.NumberOf(column.ObservationIndex, text);
            portion.Builder.AddAttribute(column.ObservationIndex, number);
            last.Keep(cell, number);
        }
    }

    private void StateAttribute(Portion portion, CsvAttributeColumn column, ReadOnlySpan<byte> cell, bool isSound)
    {
        int number = column.Last.Holds(cell) && column.Last.Number >= 0 ? column.Last.Number : column.Last.Keep(cell, NumberOf(column, cell));
        if (number < 0 || !isSound)
        {
            return;
        }

        int key = column.Attribute.Level switch
        {
            AttributeLevel.Dataset => -1,
            AttributeLevel.Group => portion.GroupKeys[column.GroupIndex],
            _ => portion.IsFull ? portion.Key : -1,
        };
        if (key < 0 && column.Attribute.Level != AttributeLevel.Dataset)
        {
            AddNeedsKey(portion, column);
            return;
        }

        if (portion.State(key, column, number, _line) is > 0 and var earlier)
        {
            faults.Add(
                SdmxFaults.CsvAttributeContradiction, PlaceOf(column.Field), column.Id, Shown(Encoding.UTF8.GetString(_reader.GetSpan(column.Field))), earlier.ToString(CultureInfo.InvariantCulture));
        }
    }

    private void AddNeedsKey(Portion portion, CsvAttributeColumn column)
    {
        IEnumerable<int> wanted = column.Attribute.Level == AttributeLevel.Group ? column.Dimensions : Enumerable.Range(0, portion.CodeNumbers.Length);
        foreach (int dimension in wanted.Where(d => portion.CodeNumbers[d] < 0))
        {
            faults.Add(SdmxFaults.CsvAttributeNeedsKey, PlaceOf(column.Field), column.Id, _columns.Dimensions[dimension].Id);
        }
    }

    /// <summary>Mandatory attributes of series, groups and the data set, once all rows are read.</summary>
    private void CheckMandatory(Portion portion)
    {
        if (!options.StatesWholeSeries || portion.ObservationCount == 0)
        {
            return;
        }

        CsvAttributeColumn[] mandatory = [.. _columns.Attributes.Where(a => a.Attribute is { IsMandatory: true, Level: not AttributeLevel.Observation })];
        foreach (CsvAttributeColumn column in mandatory.Where(m => m.Field < 0 && _columnsMissed.Add(m.Id)))
        {
            faults.Add(SdmxFaults.CsvColumnMissing, new Place(options.File, 1), column.Id);
        }

        foreach (CsvAttributeColumn column in mandatory.Where(m => m.Field >= 0))
        {
            if (column.Attribute.Level == AttributeLevel.Dataset)
            {
                if (!portion.WasStated(-1, column))
                {
                    faults.Add(SdmxFaults.CsvAttributeMissing, new Place(options.File), column.Id);
                }

                continue;
            }

            foreach ((int key, int line) in portion.SeriesWithObservations)
            {
                if (!portion.WasStated(column.Attribute.Level == AttributeLevel.Series ? key : GroupOf(portion, column, key), column))
                {
                    faults.Add(SdmxFaults.CsvSeriesAttributeMissing, new Place(options.File, line), column.Id, portion.Builder.Keys.KeyAt(key).ToString());
                }
            }
        }
    }

    private static int GroupOf(Portion portion, CsvAttributeColumn column, int key)
    {
        KeyTable keys = portion.Builder.Keys;
        Span<int> partial = stackalloc int[keys.DimensionCount];
        partial.Fill(-1);
        foreach (int dimension in column.Dimensions)
        {
            partial[dimension] = keys.CodeNumbers(key)[dimension];
        }

        return keys.Intern(partial);
    }
}
