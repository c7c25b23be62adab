using System.Collections.Immutable;
using Ballast.Series;

namespace Ballast.Sdmx.Model;

/// <summary>What a data set does with what it states (SDMX 3.0). Append and information mean merge.</summary>
public enum DataAction
{
    /// <summary>Sets what is stated and leaves the rest.</summary>
    Merge,

    /// <summary>Clears its scopes, then sets each stated observation whole.</summary>
    Replace,

    /// <summary>Removes what is named.</summary>
    Delete,
}

/// <summary>
/// What one message states for one dataflow: keys met, and segments in the order of the message. Values and attributes are columns; nothing is boxed by row.
/// Formats make it through <see cref="DataSetBuilder"/>, the store takes it in, and a writer can write it out again.
/// </summary>
/// <param name="Flow">The dataflow.</param>
/// <param name="Structure">Its structure.</param>
/// <param name="Keys">Keys met, partial ones included.</param>
/// <param name="Segments">In the order of the message.</param>
public sealed record DataSet(Dataflow Flow, DataStructureDefinition Structure, KeyTable Keys, ImmutableArray<DataSegment> Segments)
{
    /// <summary>How many observation rows there are.</summary>
    public long ObservationCount => Segments.Sum(s => (long)s.Count);
}

/// <summary>Consecutive rows of one action. Within a segment no (key, period) stands twice.</summary>
/// <param name="Action">What is done.</param>
/// <param name="KeyNumbers">For each observation row, its full key in <see cref="DataSet.Keys"/>.</param>
/// <param name="Periods">For each observation row, its period.</param>
/// <param name="Measures">One column a measure of the structure, in its order.</param>
/// <param name="Attributes">Columns of observation attributes that any row states.</param>
/// <param name="SeriesAttributes">Statements on series and groups of series.</param>
/// <param name="DatasetAttributes">Attributes of the data set.</param>
/// <param name="Scopes">Replace: what is cleared first. Delete: what is removed. Empty for merge.</param>
public sealed record DataSegment(
    DataAction Action,
    ImmutableArray<int> KeyNumbers,
    ImmutableArray<Period> Periods,
    ImmutableArray<MeasureColumn> Measures,
    ImmutableArray<AttributeColumn> Attributes,
    ImmutableArray<SeriesStatement> SeriesAttributes,
    AttributeSet DatasetAttributes,
    ImmutableArray<DataScope> Scopes)
{
    /// <summary>How many observation rows there are.</summary>
    public int Count => KeyNumbers.Length;
}

/// <summary>Values of one measure, one entry a row.</summary>
/// <param name="Values">One entry a row; none where the row states no value.</param>
public sealed record MeasureColumn(ImmutableArray<MeasureValue> Values);

/// <summary>Values of one observation attribute: a dictionary, and for each row a number in it, −1 where the row does not state it.</summary>
/// <param name="Id">The attribute.</param>
/// <param name="Dictionary">Distinct values; each may be several.</param>
/// <param name="Numbers">One entry a row.</param>
public sealed record AttributeColumn(string Id, ImmutableArray<ImmutableArray<AttributeValue>> Dictionary, ImmutableArray<int> Numbers);

/// <summary>Attributes of a series (full key) or of a group of series (partial key).</summary>
/// <param name="KeyNumber">The key in <see cref="DataSet.Keys"/>.</param>
/// <param name="Attributes">What is stated.</param>
public sealed record SeriesStatement(int KeyNumber, AttributeSet Attributes);

/// <summary>A part of the dataflow that a replacement clears or a deletion removes.</summary>
/// <param name="KeyNumber">Full or partial key in <see cref="DataSet.Keys"/>; −1 for the whole dataflow.</param>
/// <param name="Period">One period, or null for all (and then series attributes go too).</param>
/// <param name="Components">Measures and attributes concerned; empty for all of the observation.</param>
public sealed record DataScope(int KeyNumber, Period? Period, ImmutableArray<string> Components);
