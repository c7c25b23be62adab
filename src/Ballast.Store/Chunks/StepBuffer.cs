using System.Collections.Immutable;
using Ballast.Series;
using Ballast.Sdmx.Model;

namespace Ballast.Store.Chunks;

/// <summary>One step of a chunk, decoded; its arrays are used again for the next.</summary>
internal sealed class StepBuffer
{
    public int Number { get; set; }

    public DataAction Action { get; set; }

    public List<StepScope> Scopes { get; } = [];

    public List<StepStatement> Statements { get; } = [];

    public AttributeSet DatasetAttributes { get; set; } = AttributeSet.Empty;

    public int RowCount { get; set; }

    public int SeriesCount { get; set; }

    /// <summary>Places in the block.</summary>
    public int[] Series { get; private set; } = [];

    /// <summary>For each series, its list of periods.</summary>
    public int[] PatternOf { get; private set; } = [];

    /// <summary>Lists of periods.</summary>
    public List<long[]> Patterns { get; } = [];

    /// <summary>Of the measure asked for; one a row.</summary>
    public byte[] Tags { get; private set; } = [];

    /// <summary>Of the measure asked for; one a row. Texts are numbers in the reader's pool.</summary>
    public long[] Bits { get; private set; } = [];

    /// <summary>Scratch for packed values.</summary>
    public long[] Packed { get; private set; } = [];

    /// <summary>Which other measures a row states, a bit each, by the reader's numbering of measures; empty where there are none.</summary>
    public uint[] Others { get; private set; } = [];

    /// <summary>Whether any other measure is in this step.</summary>
    public bool HasOthers { get; set; }

    /// <summary>Attributes of each row, where asked for and stated.</summary>
    public AttributeSet[] Attributes { get; private set; } = [];

    /// <summary>Whether <see cref="Attributes"/> is filled.</summary>
    public bool HasAttributes { get; set; }

    public void Reset()
    {
        Scopes.Clear();
        Statements.Clear();
        Patterns.Clear();
        DatasetAttributes = AttributeSet.Empty;
        (RowCount, SeriesCount, HasAttributes, HasOthers) = (0, 0, false, false);
    }

    public void MakeRoomForSeries(int count)
    {
        if (Series.Length < count)
        {
            Series = new int[count];
            PatternOf = new int[count];
        }
    }

    public void MakeRoomForRows(int count)
    {
        if (Tags.Length < count)
        {
            int size = Math.Max(count, Tags.Length * 2);
            Tags = new byte[size];
            Bits = new long[size];
            Packed = new long[size];
        }
    }

    public void MakeRoomForOthers(int count)
    {
        if (Others.Length < count)
        {
            Others = new uint[Tags.Length];
        }

        Others.AsSpan(0, count).Clear();
    }

    public void MakeRoomForAttributes(int count)
    {
        if (Attributes.Length < count)
        {
            Attributes = new AttributeSet[Tags.Length];
        }

        Array.Fill(Attributes, AttributeSet.Empty, 0, count);
    }
}

/// <summary>A scope of a step.</summary>
/// <param name="Place">Place of the series in the block, or −1 where <paramref name="Codes"/> say it.</param>
/// <param name="Codes">Ordinals of a partial key, −1 for any; empty where it is one series.</param>
/// <param name="Period">Packed period, or −1 for all.</param>
/// <param name="Components">Measures and attributes; empty for all.</param>
internal readonly record struct StepScope(int Place, ImmutableArray<int> Codes, long Period, ImmutableArray<string> Components);

/// <summary>Attributes stated of a series or group.</summary>
/// <param name="Place">Place of the series in the block, or −1.</param>
/// <param name="Codes">Ordinals of a partial key, −1 for any; empty where it is one series.</param>
/// <param name="Attributes">What is stated.</param>
internal readonly record struct StepStatement(int Place, ImmutableArray<int> Codes, AttributeSet Attributes);
