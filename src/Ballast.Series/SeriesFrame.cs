using System.Collections.Immutable;

namespace Ballast.Series;

/// <summary>
/// Many series as seen from one viewpoint, as columns of one measure: the rows of series i are those from <c>Offsets[i]</c> to before <c>Offsets[i + 1]</c>, in ascending order of period.
/// Only rows with a value are there. Series stand in the ordinal order of their keys.
/// </summary>
public sealed class SeriesFrame
{
    private readonly ImmutableArray<long> _bits;
    private readonly ImmutableArray<byte> _tags;
    private readonly ImmutableArray<string> _texts;

    /// <summary>Makes a frame of columns.</summary>
    /// <param name="keys">Written forms of the keys.</param>
    /// <param name="offsets">One more than keys, ascending from 0 to the number of rows.</param>
    /// <param name="periods">One a row.</param>
    /// <param name="bits">One a row: the digits of an exact number, the bits of a double, or a number in <paramref name="texts"/>.</param>
    /// <param name="tags">One a row: the kind plus four times the scale.</param>
    /// <param name="texts">Distinct texts of a text measure.</param>
    /// <exception cref="ArgumentException">Lengths do not agree.</exception>
    public SeriesFrame(
        ImmutableArray<string> keys,
        ImmutableArray<int> offsets,
        ImmutableArray<Period> periods,
        ImmutableArray<long> bits,
        ImmutableArray<byte> tags,
        ImmutableArray<string> texts)
    {
        if (offsets.Length != keys.Length + 1 || offsets[0] != 0 || offsets[^1] != periods.Length || bits.Length != periods.Length || tags.Length != periods.Length)
        {
            throw new ArgumentException("Expected one offset more than keys, and columns of one length.", nameof(offsets));
        }

        (Keys, Offsets, Periods, _bits, _tags, _texts) = (keys, offsets, periods, bits, tags, texts);
    }

    /// <summary>Written forms of the keys.</summary>
    public ImmutableArray<string> Keys { get; }

    /// <summary>Where the rows of each series begin; one more than keys.</summary>
    public ImmutableArray<int> Offsets { get; }

    /// <summary>One a row.</summary>
    public ImmutableArray<Period> Periods { get; }

    /// <summary>How many series there are.</summary>
    public int SeriesCount => Keys.Length;

    /// <summary>How many rows there are.</summary>
    public int RowCount => Periods.Length;

    /// <summary>Periods of one series.</summary>
    public ReadOnlySpan<Period> PeriodsOf(int seriesIndex) =>
        Periods.AsSpan(Offsets[seriesIndex], Offsets[seriesIndex + 1] - Offsets[seriesIndex]);

    /// <summary>The value of a row.</summary>
    public MeasureValue ValueAt(int rowIndex) => KindAt(rowIndex) switch
    {
        MeasureKind.Exact => MeasureValue.Of(new ExactNumber(_bits[rowIndex], _tags[rowIndex] >> 2)),
        MeasureKind.Double => MeasureValue.Of(BitConverter.Int64BitsToDouble(_bits[rowIndex])),
        MeasureKind.Text => MeasureValue.Of(_texts[(int)_bits[rowIndex]]),
        _ => MeasureValue.None,
    };

    /// <summary>The kind of the value of a row.</summary>
    public MeasureKind KindAt(int rowIndex) => (MeasureKind)(_tags[rowIndex] & 3);

    /// <summary>Values of one series as doubles, NaN where a value is a text.</summary>
    /// <param name="seriesIndex">The series.</param>
    /// <param name="values">Receives as many values as <see cref="PeriodsOf"/> has periods.</param>
    public void CopyDoubles(int seriesIndex, Span<double> values)
    {
        int start = Offsets[seriesIndex];
        for (int row = start; row < Offsets[seriesIndex + 1]; row++)
        {
            values[row - start] = ValueAt(row).ToDouble();
        }
    }
}
