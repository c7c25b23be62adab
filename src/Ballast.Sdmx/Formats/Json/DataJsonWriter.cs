using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Ballast.Sdmx.Model;
using Ballast.Series;

namespace Ballast.Sdmx.Formats.Json;

/// <summary>
/// Writes an SDMX-JSON 2.0.0 data message series by series: the data set first, then the structure with the codes, periods and values that were met, so that nothing but those is kept in memory.
/// Numbers keep their digits; names stand in every language that the structures have.
/// </summary>
/// <remarks>
/// All dimensions but time are those of the series. Attributes of groups are written with the series, their relationship naming the dimensions they depend on. A period that is no id (a range) has a value instead.
/// Without series the message has no data set and no structure, since the schema knows no dimension without values.
/// </remarks>
public sealed class DataJsonWriter : IDisposable
{
    private const string Schema = "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/data-message/tools/schemas/2.0.0/sdmx-json-data-schema.json";
    private const int FlushAt = 1 << 16;

    private readonly Stream _output;
    private readonly Utf8JsonWriter _json;
    private readonly Dataflow _flow;
    private readonly DataStructureDefinition _structure;
    private readonly StructureSet _structures;
    private readonly string _action;
    private readonly Values[] _dimensions;
    private readonly Values _times = new();
    private readonly Values[] _measures;
    private readonly AttributeParts _datasetAttributes;
    private readonly AttributeParts _seriesAttributes;
    private readonly AttributeParts _observationAttributes;
    private readonly HashSet<string> _seriesWritten = new(StringComparer.Ordinal);
    private readonly HashSet<int> _periodsWritten = [];
    private AttributeSet _ofDataset = AttributeSet.Empty;
    private bool _hasSeries;
    private bool _isInSeries;

    /// <summary>Writes what the message says of itself.</summary>
    /// <param name="output">Receives UTF-8 text; left open.</param>
    /// <param name="flow">The dataflow.</param>
    /// <param name="structure">Its structure.</param>
    /// <param name="structures">Concepts and code lists, for names.</param>
    /// <param name="header">What the message says of itself.</param>
    /// <param name="action">Information, Append, Replace or Delete.</param>
    public DataJsonWriter(Stream output, Dataflow flow, DataStructureDefinition structure, StructureSet structures, MessageHeader header, string action = "Replace")
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(structure);
        ArgumentNullException.ThrowIfNull(structures);
        ArgumentNullException.ThrowIfNull(header);
        (_output, _flow, _structure, _structures, _action) = (output, flow, structure, structures, action);
        _json = new Utf8JsonWriter(output, JsonParts.Options with { Indented = false });
        _dimensions = [.. structure.Dimensions.Select(_ => new Values())];
        _measures = [.. structure.Measures.Select(_ => new Values())];
        _datasetAttributes = new AttributeParts(structure, structures, AttributeLevel.Dataset);
        _seriesAttributes = new AttributeParts(structure, structures, AttributeLevel.Group, AttributeLevel.Series);
        _observationAttributes = new AttributeParts(structure, structures, AttributeLevel.Observation);
        _json.WriteStartObject();
        JsonParts.WriteMeta(_json, header, Schema, flow.Name.Texts.Select(t => t.Key.ToLowerInvariant()).Distinct(StringComparer.Ordinal));
        _json.WriteStartObject("data");
        _json.WriteStartArray("dataSets");
    }

    /// <summary>Begins a series. Attributes of its groups and of the data set may stand among its own; those of the data set are written once, as stated last.</summary>
    /// <exception cref="ArgumentException">The key was written already or has another number of codes, or an attribute is of observations or not of the structure.</exception>
    public void BeginSeries(SeriesKey key, AttributeSet attributes)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(attributes);
        if (key.Codes.Length != _dimensions.Length || !_seriesWritten.Add(key.ToString()))
        {
            throw new ArgumentException($"Expected a key of {_dimensions.Length} codes that was not written yet, got {key}.", nameof(key));
        }

        EndSeries();
        if (!_hasSeries)
        {
            _hasSeries = true;
            _json.WriteStartObject();
            _json.WriteNumber("structure", 0);
            _json.WriteString("action", _action);
            WriteLinks();
            _json.WriteStartObject("series");
        }

        ImmutableArray<KeyValuePair<string, ImmutableArray<AttributeValue>>> ofDataset = [.. attributes.Entries.Where(e => _datasetAttributes.Has(e.Key))];
        _ofDataset = _ofDataset.Over(AttributeSet.Of(ofDataset));
        _json.WriteStartObject(string.Join(':', key.Codes.Select((code, i) => _dimensions[i].NumberOf(code).ToString(CultureInfo.InvariantCulture))));
        AttributeSet ofSeries = attributes.Without([.. ofDataset.Select(e => e.Key)]);
        if (!ofSeries.IsEmpty)
        {
            _json.WriteStartArray("attributes");
            _seriesAttributes.WriteNumbers(_json, ofSeries);
            _json.WriteEndArray();
        }

        _json.WriteStartObject("observations");
        _periodsWritten.Clear();
        _isInSeries = true;
    }

    /// <summary>Writes an observation of the series begun.</summary>
    /// <param name="period">When.</param>
    /// <param name="measures">One value a measure of the structure.</param>
    /// <param name="attributes">Attributes of the observation.</param>
    /// <exception cref="ArgumentException">The period was written already, the number of values differs, or an attribute is not of observations.</exception>
    /// <exception cref="InvalidOperationException">No series is begun.</exception>
    public void WriteObservation(Period period, ReadOnlySpan<MeasureValue> measures, AttributeSet attributes)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        if (!_isInSeries)
        {
            throw new InvalidOperationException("Expected a series to be begun.");
        }

        int time = _times.NumberOf(period.ToString());
        if (measures.Length != _measures.Length || !_periodsWritten.Add(time))
        {
            throw new ArgumentException($"Expected {_measures.Length} values of a period that was not written yet, got {measures.Length} of {period}.", nameof(period));
        }

        _json.WriteStartArray(time.ToString(CultureInfo.InvariantCulture));
        for (int i = 0; i < measures.Length; i++)
        {
            WriteMeasure(i, measures[i]);
        }

        if (!attributes.IsEmpty)
        {
            _observationAttributes.WriteNumbers(_json, attributes);
        }

        _json.WriteEndArray();
        if (_json.BytesPending > FlushAt)
        {
            _json.Flush();
        }
    }

    /// <summary>Ends the message.</summary>
    public void Dispose()
    {
        EndSeries();
        if (_hasSeries)
        {
            _json.WriteEndObject();
            if (!_ofDataset.IsEmpty)
            {
                _json.WriteStartArray("attributes");
                _datasetAttributes.WriteNumbers(_json, _ofDataset);
                _json.WriteEndArray();
            }

            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteStartArray("structures");
        if (_hasSeries)
        {
            WriteStructure();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.Dispose();
        _output.Flush();
    }

    private void EndSeries()
    {
        if (_isInSeries)
        {
            _json.WriteEndObject();
            _json.WriteEndObject();
            _isInSeries = false;
        }
    }

    private void WriteMeasure(int index, MeasureValue value)
    {
        Measure measure = _structure.Measures[index];
        switch (value.Kind)
        {
            case MeasureKind.None:
                _json.WriteNullValue();
                break;
            case MeasureKind.Text when _structures.CodelistOf(measure.Representation, measure.Concept) is not null:
                _json.WriteNumberValue(_measures[index].NumberOf(value.Text));
                break;
            case MeasureKind.Text:
                _json.WriteStringValue(value.Text);
                break;
            case MeasureKind.Double:
                _json.WriteNumberValue(value.ToDouble());
                break;
            default:
                _json.WriteRawValue(value.ToString());   // digits as stated: 15.0 stays 15.0
                break;
        }
    }

    private void WriteLinks()
    {
        _json.WriteStartArray("links");
        foreach ((string rel, string urn) in new[] { ("dataflow", SdmxUrn.Of(SdmxUrn.Dataflow, _flow.Id)), ("datastructure", SdmxUrn.Of(SdmxUrn.DataStructure, _structure.Id)) })
        {
            _json.WriteStartObject();
            _json.WriteString("urn", urn);
            _json.WriteString("rel", rel);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteStructure()
    {
        _json.WriteStartObject();
        JsonParts.WriteName(_json, _flow.Name, _flow.Id.Id);
        JsonParts.WriteTexts(_json, "descriptions", _flow.Description);
        WriteLinks();
        _json.WriteStartArray("dataSets");
        _json.WriteNumberValue(0);
        _json.WriteEndArray();
        WriteDimensions();
        _json.WriteStartObject("measures");
        _json.WriteStartArray("observation");
        for (int i = 0; i < _measures.Length; i++)
        {
            Measure measure = _structure.Measures[i];
            _json.WriteStartObject();
            WriteComponent(measure.Id, measure.Concept);
            WriteFormat(_json, _structures.RepresentationOf(measure.Representation, measure.Concept));
            WriteCodes(_json, _structures.CodelistOf(measure.Representation, measure.Concept), _measures[i].Texts);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteStartObject("attributes");
        WriteAttributes("dataSet", _datasetAttributes);
        WriteAttributes("series", _seriesAttributes);
        WriteAttributes("observation", _observationAttributes);
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void WriteDimensions()
    {
        _json.WriteStartObject("dimensions");
        _json.WriteStartArray("series");
        for (int i = 0; i < _dimensions.Length; i++)
        {
            Dimension dimension = _structure.Dimensions[i];
            _json.WriteStartObject();
            WriteComponent(dimension.Id, dimension.Concept);
            _json.WriteNumber("keyPosition", i);
            if (_structures.CodelistOf(dimension.Representation, dimension.Concept) is { } codes)
            {
                WriteCodes(_json, codes, _dimensions[i].Texts);
            }
            else
            {
                WriteTexts(_dimensions[i].Texts);
            }

            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteStartArray("observation");
        if (_times.Texts.Count > 0)
        {
            _json.WriteStartObject();
            WriteComponent(DataStructureDefinition.TimePeriodId, _structure.TimeConcept);
            _json.WriteNumber("keyPosition", _dimensions.Length);
            _json.WriteStartArray("roles");
            _json.WriteStringValue(DataStructureDefinition.TimePeriodId);
            _json.WriteEndArray();
            _json.WriteStartArray("values");
            foreach (string text in _times.Texts)
            {
                WritePeriod(text);
            }

            _json.WriteEndArray();
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WritePeriod(string text)
    {
        Period period = Period.Parse(text);
        _json.WriteStartObject();
        _json.WriteString(text.Contains('/', StringComparison.Ordinal) ? "value" : "id", text);
        _json.WriteString("name", text);
        if (period.Frequency is Frequency.Weekly or Frequency.Daily or Frequency.Other || period.Ordinal - period.Span + 1 >= period.Frequency.PerYear())   // the year 0 has no days
        {
            _json.WriteString("start", string.Create(CultureInfo.InvariantCulture, $"{period.Start:yyyy-MM-dd}T00:00:00Z"));
            _json.WriteString("end", string.Create(CultureInfo.InvariantCulture, $"{period.End:yyyy-MM-dd}T23:59:59Z"));
        }

        _json.WriteEndObject();
    }

    private void WriteTexts(List<string> texts)
    {
        _json.WriteStartArray("values");
        foreach (string text in texts)
        {
            _json.WriteStartObject();
            _json.WriteString("value", text);
            _json.WriteString("name", text);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteComponent(string id, ConceptReference concept)
    {
        _json.WriteString("id", id);
        JsonParts.WriteName(_json, _structures.FindConcept(concept)?.Name ?? default, id);
    }

    private void WriteAttributes(string level, AttributeParts parts)
    {
        _json.WriteStartArray(level);
        foreach (AttributePart part in parts.Parts)
        {
            _json.WriteStartObject();
            WriteComponent(part.Attribute.Id, part.Attribute.Concept);
            _json.WriteBoolean("isMandatory", part.Attribute.IsMandatory);
            _json.WriteStartObject("relationship");
            switch (part.Attribute.Level)
            {
                case AttributeLevel.Dataset or AttributeLevel.Observation:
                    _json.WriteStartObject(part.Attribute.Level == AttributeLevel.Dataset ? "dataflow" : "observation");
                    _json.WriteEndObject();
                    break;
                default:
                    _json.WriteStartArray("dimensions");
                    foreach (string id in part.Attribute.Level == AttributeLevel.Series ? _structure.Dimensions.Select(d => d.Id) : part.Attribute.Dimensions)
                    {
                        _json.WriteStringValue(id);
                    }

                    _json.WriteEndArray();
                    break;
            }

            _json.WriteEndObject();
            WriteFormat(_json, part.Representation);
            part.WriteValues(_json);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private static void WriteFormat(Utf8JsonWriter json, Representation representation)
    {
        json.WriteStartObject("format");
        json.WriteString("dataType", representation.TextType is null or "KeyValues" or "IdentifiableReference" or "DataSetReference" ? "String" : representation.TextType);
        if (representation.IsMultilingual)
        {
            json.WriteBoolean("isMultiLingual", true);
        }

        if (representation.MaxOccurs is not { } most)
        {
            json.WriteString("maxOccurs", "unbounded");
        }
        else if (most != 1)
        {
            json.WriteNumber("maxOccurs", most);
        }

        json.WriteEndObject();
    }

    /// <summary>Codes met, in the order met, with their names.</summary>
    private static void WriteCodes(Utf8JsonWriter json, Codelist? list, List<string> ids)
    {
        if (list is null || ids.Count == 0)
        {
            return;
        }

        json.WriteStartArray("values");
        foreach (string id in ids)
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            JsonParts.WriteName(json, list.Find(id)?.Name ?? default, id);
            if (list.Find(id)?.ParentId is { } parent)
            {
                json.WriteString("parent", parent);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Distinct texts, numbered in the order met.</summary>
    private sealed class Values
    {
        private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

        public List<string> Texts { get; } = [];

        public int NumberOf(string text)
        {
            if (!_numbers.TryGetValue(text, out int number))
            {
                number = Texts.Count;
                _numbers.Add(text, number);
                Texts.Add(text);
            }

            return number;
        }
    }

    /// <summary>Attributes that are written side by side, in the structure's order.</summary>
    private sealed class AttributeParts(DataStructureDefinition structure, StructureSet structures, params AttributeLevel[] levels)
    {
        public AttributePart[] Parts { get; } = [.. structure.Attributes.Where(a => levels.Contains(a.Level)).Select(a => new AttributePart(a, structures))];

        public bool Has(string id) => Array.Exists(Parts, p => p.Attribute.Id == id);

        public void WriteNumbers(Utf8JsonWriter json, AttributeSet attributes)
        {
            if (attributes.Entries.FirstOrDefault(e => !Has(e.Key)).Key is { } foreign)
            {
                throw new ArgumentException($"Attribute {foreign} is of another level or not of the structure.", nameof(attributes));
            }

            int last = Array.FindLastIndex(Parts, p => !attributes[p.Attribute.Id].IsEmpty);
            for (int i = 0; i <= last; i++)
            {
                Parts[i].WriteNumber(json, attributes[Parts[i].Attribute.Id]);
            }
        }
    }

    /// <summary>One attribute with the values met. A text of several languages and a list of texts are one value; several codes are a list of numbers.</summary>
    private sealed class AttributePart(DataAttribute attribute, StructureSet structures)
    {
        private readonly Codelist? _codelist = structures.CodelistOf(attribute.Representation, attribute.Concept);
        private readonly Values _texts = new();
        private readonly List<ImmutableArray<AttributeValue>> _values = [];

        public DataAttribute Attribute => attribute;

        public Representation Representation { get; } = structures.RepresentationOf(attribute.Representation, attribute.Concept);

        public void WriteNumber(Utf8JsonWriter json, ImmutableArray<AttributeValue> values)
        {
            if (values.IsEmpty)
            {
                json.WriteNullValue();
            }
            else if (_codelist is null)
            {
                int number = _texts.NumberOf(string.Join('\u001f', values.Select(v => $"{v.Language}\u001e{v.Text}")));
                if (number == _values.Count)
                {
                    _values.Add(values);
                }

                json.WriteNumberValue(number);
            }
            else if (values is [var only])
            {
                json.WriteNumberValue(_texts.NumberOf(only.Text));
            }
            else
            {
                json.WriteStartArray();
                foreach (AttributeValue value in values)
                {
                    json.WriteNumberValue(_texts.NumberOf(value.Text));
                }

                json.WriteEndArray();
            }
        }

        public void WriteValues(Utf8JsonWriter json)
        {
            if (_codelist is not null)
            {
                WriteCodes(json, _codelist, _texts.Texts);
                return;
            }

            if (_values.Count == 0)
            {
                return;
            }

            json.WriteStartArray("values");
            foreach (ImmutableArray<AttributeValue> values in _values)
            {
                json.WriteStartObject();
                if (values[0].Language is not null)
                {
                    WriteLanguages(json, values);
                }
                else if (values is [var only] && Representation.MaxOccurs == 1)
                {
                    json.WriteString("value", only.Text);
                }
                else
                {
                    json.WriteStartArray("values");
                    foreach (AttributeValue value in values)
                    {
                        json.WriteStringValue(value.Text);
                    }

                    json.WriteEndArray();
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        /// <summary>A language that comes again begins the next text.</summary>
        private static void WriteLanguages(Utf8JsonWriter json, ImmutableArray<AttributeValue> values)
        {
            bool isOne = values.Select(v => v.Language).Distinct(StringComparer.Ordinal).Count() == values.Length;
            if (isOne)
            {
                json.WritePropertyName("value");
            }
            else
            {
                json.WriteStartArray("values");
            }

            HashSet<string?> languages = new(StringComparer.Ordinal);
            json.WriteStartObject();
            foreach (AttributeValue value in values)
            {
                if (!languages.Add(value.Language))
                {
                    languages.Clear();
                    languages.Add(value.Language);
                    json.WriteEndObject();
                    json.WriteStartObject();
                }

                json.WriteString(value.Language ?? "und", value.Text);
            }

            json.WriteEndObject();
            if (!isOne)
            {
                json.WriteEndArray();
            }
        }
    }
}
