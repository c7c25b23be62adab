using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ballast.Faults;
using Ballast.Sdmx.Model;
using Ballast.Series;

namespace Ballast.Sdmx.Formats.Csv;

/// <summary>A column of a dimension or measure, and how its values must be.</summary>
internal class CsvValueColumn(string id, Representation representation, Codelist? codelist, MeasureKind kind)
{
    public string Id { get; } = id;

    /// <summary>What holds: the component's own representation or its concept's.</summary>
    public Representation Representation { get; } = representation;

    /// <summary>Its codes, or null where it has none (or the list is not there, which the checker of structures says).</summary>
    public Codelist? Codelist { get; } = codelist;

    public MeasureKind Kind { get; } = kind;

    /// <summary>Where it stands in a row, or −1.</summary>
    public int Field { get; set; } = -1;

    /// <summary>Whether values carry names behind their ids.</summary>
    public bool IsLabelled { get; set; }

    /// <summary>Whether any value is right as it is.</summary>
    public bool IsFree => Codelist is null && Representation.Facets is null && Representation.TextType is null or "String" or "XHTML";

    /// <summary>What the whole value must match, or null.</summary>
    public Regex? Pattern { get; private set; }

    /// <summary>Only patterns that match in linear time are checked; others are named in a warning.</summary>
    public void CompilePattern(string? file, FaultList faults)
    {
        if (Codelist is not null || Representation.Facets?.Pattern is not { } pattern)
        {
            return;
        }

        try
        {
            Pattern = new Regex($"^(?:{pattern})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception refused) when (refused is ArgumentException or NotSupportedException)
        {
            faults.Add(SdmxFaults.PatternUnchecked, new Place(file), Id, CsvMessage.Shown(pattern));
        }
    }
}

/// <summary>A column of an attribute.</summary>
internal sealed class CsvAttributeColumn(
    DataAttribute attribute, Representation representation, Codelist? codelist, int observationIndex, int statementIndex, ImmutableArray<int> dimensions)
    : CsvValueColumn(attribute.Id, representation, codelist, MeasureKind.Text)
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<ImmutableArray<AttributeValue>> _values = [];

    public DataAttribute Attribute { get; } = attribute;

    /// <summary>Its place among the attributes of observations, or −1.</summary>
    public int ObservationIndex { get; } = observationIndex;

    /// <summary>Its place among all other attributes, or −1.</summary>
    public int StatementIndex { get; } = statementIndex;

    /// <summary>Places of the dimensions of its group.</summary>
    public ImmutableArray<int> Dimensions { get; } = dimensions;

    /// <summary>Which group, or −1.</summary>
    public int GroupIndex { get; set; } = -1;

    /// <summary>Whether a cell holds several values or languages.</summary>
    public bool IsMulti { get; set; }

    /// <summary>Languages that the column lists.</summary>
    public ImmutableArray<string> Languages { get; set; } = [];

    /// <summary>The last cell of the column, its number among the values met.</summary>
    public CellCache Last { get; } = new();

    /// <summary>The values of a number.</summary>
    public ImmutableArray<AttributeValue> this[int number] => _values[number];

    /// <summary>The number of a cell's text, or −1 where it was not met.</summary>
    public int NumberOf(ReadOnlySpan<char> text) => _numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out int number) ? number : -1;

    /// <summary>Numbers a cell's text and its values. The same values written in two ways get one number.</summary>
    public int Add(ReadOnlySpan<char> text, ImmutableArray<AttributeValue> values)
    {
        _values.Add(values);
        _numbers.Add(text.ToString(), _values.Count - 1);
        return _values.Count - 1;
    }
}
