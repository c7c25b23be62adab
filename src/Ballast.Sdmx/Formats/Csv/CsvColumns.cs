using System.Collections.Immutable;
using Ballast.Faults;
using Ballast.Sdmx.Model;
using Ballast.Series;

namespace Ballast.Sdmx.Formats.Csv;

/// <summary>What each column of a message holds, found from its header once.</summary>
internal sealed class CsvColumns
{
    private readonly DataCsvOptions _options;
    private readonly FaultList _faults;
    private readonly char _subSeparator;

    public CsvColumns(StructureSet structures, DataStructureDefinition structure, DataCsvOptions options, FaultList faults, char subSeparator, IReadOnlyList<string> headers)
    {
        (_options, _faults, _subSeparator) = (options, faults, subSeparator);
        Dimensions = [.. structure.Dimensions.Select(d => new CsvValueColumn(d.Id, structures.RepresentationOf(d.Representation, d.Concept), structures.CodelistOf(d.Representation, d.Concept), MeasureKind.Text))];
        Measures = [.. structure.Measures.Select(m => new CsvValueColumn(m.Id, structures.RepresentationOf(m.Representation, m.Concept), structures.CodelistOf(m.Representation, m.Concept), m.Kind))];
        int observationIndex = 0;
        int statementIndex = 0;
        Attributes =
        [
            .. structure.Attributes.Select(a => new CsvAttributeColumn(
                a,
                structures.RepresentationOf(a.Representation, a.Concept),
                structures.CodelistOf(a.Representation, a.Concept),
                a.Level == AttributeLevel.Observation ? observationIndex++ : -1,
                a.Level == AttributeLevel.Observation ? -1 : statementIndex++,
                [.. a.Dimensions.Select(structure.IndexOf)])),
        ];
        StatementCount = statementIndex;
        ObservationAttributeCount = observationIndex;
        Match(headers);
        foreach (CsvValueColumn column in Measures.Concat(Attributes))
        {
            column.CompilePattern(options.File, faults);
        }

        Stated = [.. Attributes.Where(a => a.Field >= 0 && a.Attribute.Level != AttributeLevel.Observation)];
        Observed = [.. Attributes.Where(a => a.Field >= 0 && a.Attribute.Level == AttributeLevel.Observation)];
        MandatoryOfObservations = [.. Attributes.Where(a => a.Attribute is { Level: AttributeLevel.Observation, IsMandatory: true })];
        Groups = [.. Stated.Where(a => a.Attribute.Level == AttributeLevel.Group).Select(a => a.Dimensions).Distinct(new SameDimensions())];
        foreach (CsvAttributeColumn column in Stated)
        {
            column.GroupIndex = column.Attribute.Level == AttributeLevel.Group ? Groups.IndexOf(column.Dimensions, 0, Groups.Length, new SameDimensions()) : -1;
        }
    }

    public int StructureField { get; private set; } = -1;

    public int StructureIdField { get; private set; } = -1;

    public int ActionField { get; private set; } = -1;

    public int SeriesKeyField { get; private set; } = -1;

    public int ObservationKeyField { get; private set; } = -1;

    public int VintageField { get; private set; } = -1;

    public int TimeField { get; private set; } = -1;

    public bool IsTimeLabelled { get; private set; }

    /// <summary>In the structure's order; a field of −1 where the message has no such column. So with measures and attributes.</summary>
    public ImmutableArray<CsvValueColumn> Dimensions { get; }

    public ImmutableArray<CsvValueColumn> Measures { get; }

    public ImmutableArray<CsvAttributeColumn> Attributes { get; }

    /// <summary>Attributes of series, groups and the data set that have a column.</summary>
    public ImmutableArray<CsvAttributeColumn> Stated { get; }

    /// <summary>Attributes of observations that have a column.</summary>
    public ImmutableArray<CsvAttributeColumn> Observed { get; }

    public ImmutableArray<CsvAttributeColumn> MandatoryOfObservations { get; }

    /// <summary>Sets of dimensions that attributes of groups depend on, each once.</summary>
    public ImmutableArray<ImmutableArray<int>> Groups { get; }

    /// <summary>How many attributes are not of observations, with a column or without.</summary>
    public int StatementCount { get; }

    public int ObservationAttributeCount { get; }

    private void Match(IReadOnlyList<string> headers)
    {
        Dictionary<string, CsvValueColumn> byId = new(StringComparer.Ordinal);
        foreach (CsvValueColumn column in Dimensions.Concat(Measures).Concat(Attributes))
        {
            byId.Add(column.Id, column);
        }

        bool hasNames = headers.Contains("STRUCTURE_NAME");
        bool isNameNext = false;
        int at = 1;
        HashSet<string> seen = new(StringComparer.Ordinal);
        for (int field = 0; field < headers.Count; field++)
        {
            string header = headers[field];
            Place place = new(_options.File, 1, at);
            at += header.Length + 1 + (header.AsSpan().IndexOfAny(",;\t|\"") >= 0 && field > 0 ? 2 : 0);
            if (field == 0)
            {
                StructureField = 0;
                continue;
            }

            if (!TryParse(header, out string id, out string? brackets, out bool isLabelled))
            {
                _faults.Add(SdmxFaults.CsvColumnForm, place, CsvMessage.Shown(header));
                continue;
            }

            bool isComponent = byId.ContainsKey(id) || id == DataStructureDefinition.TimePeriodId;
            if (isNameNext && !isComponent)
            {
                isNameNext = false;   // labels=name: the column behind a component's holds names
                continue;
            }

            isNameNext = hasNames && isComponent;
            if (!seen.Add(id))
            {
                _faults.Add(SdmxFaults.CsvColumnTwice, place, CsvMessage.Shown(id));
                continue;
            }

            if (byId.TryGetValue(id, out CsvValueColumn? known))
            {
                (known.Field, known.IsLabelled) = (field, isLabelled);
                Bracket(known, brackets, place);
                continue;
            }

            if (brackets is not null)
            {
                _faults.Add(SdmxFaults.CsvColumnForm, place, CsvMessage.Shown(header));
            }

            Assign(id, header, field, isLabelled, place, byId.Keys);
        }
    }

    private void Assign(string id, string header, int field, bool isLabelled, Place place, IEnumerable<string> known)
    {
        switch (id)
        {
            case DataStructureDefinition.TimePeriodId:
                (TimeField, IsTimeLabelled) = (field, isLabelled);
                break;
            case "STRUCTURE_ID":
                StructureIdField = field;
                break;
            case "STRUCTURE_NAME":
                break;
            case "ACTION":
                ActionField = field;
                break;
            case "SERIES_KEY":
                SeriesKeyField = field;
                break;
            case "OBS_KEY":
                ObservationKeyField = field;
                break;
            default:
                if (header == _options.VintageColumn)
                {
                    VintageField = field;
                }
                else if (!_options.IgnoredColumns.Contains(header, StringComparer.Ordinal))
                {
                    if (NearestName.Find(id, known.Append(DataStructureDefinition.TimePeriodId).Append("ACTION")) is { } nearest)
                    {
                        _faults.Add(SdmxFaults.CsvColumnMisspelt, place, CsvMessage.Shown(header), nearest);
                    }
                    else
                    {
                        _faults.Add(SdmxFaults.CsvColumnUnknown, place, CsvMessage.Shown(header));
                    }
                }

                break;
        }
    }

    /// <summary><c>ID</c>, <c>ID[]</c>, <c>ID[en;zh]</c>, each with <c>: name</c> behind it where labels are shown.</summary>
    private static bool TryParse(string header, out string id, out string? brackets, out bool isLabelled)
    {
        int colon = header.IndexOf(": ", StringComparison.Ordinal);
        isLabelled = colon > 0;
        string head = isLabelled ? header[..colon] : header;
        int open = head.IndexOf('[', StringComparison.Ordinal);
        (id, brackets) = open < 0 ? (head, null) : (head[..open], head[(open + 1)..].TrimEnd(']'));
        return id.Length > 0 && (open < 0 ? !head.Contains(']', StringComparison.Ordinal) : head[^1] == ']' && head.Count(c => c == ']') == 1);
    }

    private void Bracket(CsvValueColumn column, string? brackets, Place place)
    {
        if (column is not CsvAttributeColumn attribute)
        {
            if (brackets is not null)
            {
                _faults.Add(SdmxFaults.CsvColumnForm, place, column.Id);
            }

            return;
        }

        bool isMultilingual = attribute.Representation.IsMultilingual && attribute.Codelist is null;
        if (isMultilingual && brackets is not { Length: > 0 })
        {
            _faults.Add(SdmxFaults.CsvLanguagesMissing, place, column.Id);
            return;
        }

        if (brackets is null)
        {
            return;
        }

        if (_subSeparator == '\0')
        {
            _faults.Add(SdmxFaults.CsvSubSeparatorMissing, place, column.Id);
        }

        if (!isMultilingual && brackets.Length > 0)
        {
            _faults.Add(SdmxFaults.CsvColumnForm, place, column.Id);
        }

        attribute.IsMulti = true;
        attribute.Languages = isMultilingual ? [.. brackets.Split(_subSeparator)] : [];
    }

    private sealed class SameDimensions : IEqualityComparer<ImmutableArray<int>>
    {
        public bool Equals(ImmutableArray<int> x, ImmutableArray<int> y) => x.SequenceEqual(y);

        public int GetHashCode(ImmutableArray<int> obj) => obj.Aggregate(17, HashCode.Combine);
    }
}
