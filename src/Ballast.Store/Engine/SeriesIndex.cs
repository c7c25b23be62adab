using Ballast.Sdmx.Model;

namespace Ballast.Store.Engine;

/// <summary>
/// Series of one dataflow: codes of each dimension have append-only ordinals, a key is a tuple of them, and its number is its place of arrival. Series n stands in block n / 512 at place n % 512.
/// Readers share one that only grows; a writer works on a copy until its commit stands.
/// </summary>
internal sealed class SeriesIndex
{
    public const int BlockSize = 512;

    private readonly List<string>[] _codes;
    private readonly Dictionary<string, int>[] _ordinals;
    private int[] _flat;
    private int[] _slots;

    public SeriesIndex(int dimensionCount)
    {
        DimensionCount = dimensionCount;
        _codes = [.. Enumerable.Range(0, dimensionCount).Select(_ => new List<string>())];
        _ordinals = [.. Enumerable.Range(0, dimensionCount).Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];
        _flat = new int[dimensionCount * 16];
        _slots = new int[32];
    }

    private SeriesIndex(SeriesIndex other)
    {
        DimensionCount = other.DimensionCount;
        Count = other.Count;
        _codes = [.. other._codes.Select(c => new List<string>(c))];
        _ordinals = [.. other._ordinals.Select(o => new Dictionary<string, int>(o, StringComparer.Ordinal))];
        _flat = [.. other._flat];
        _slots = [.. other._slots];
    }

    public int DimensionCount { get; }

    /// <summary>How many series there are.</summary>
    public int Count { get; private set; }

    public int BlockCount => (Count + BlockSize - 1) / BlockSize;

    public SeriesIndex Copy() => new(this);

    public int CodeCount(int dimension) => _codes[dimension].Count;

    public string CodeOf(int dimension, int ordinal) => _codes[dimension][ordinal];

    /// <summary>The ordinal of a code, or −1.</summary>
    public int OrdinalOf(int dimension, string code) => _ordinals[dimension].GetValueOrDefault(code, -1);

    /// <summary>The ordinal of a code, a new one where it has none.</summary>
    public int AddCode(int dimension, string code)
    {
        if (!_ordinals[dimension].TryGetValue(code, out int ordinal))
        {
            ordinal = _codes[dimension].Count;
            _codes[dimension].Add(code);
            _ordinals[dimension].Add(code, ordinal);
        }

        return ordinal;
    }

    public ReadOnlySpan<int> OrdinalsOf(int series) => _flat.AsSpan(series * DimensionCount, DimensionCount);

    /// <summary>The number of a key, or −1.</summary>
    public int Find(ReadOnlySpan<int> ordinals)
    {
        int mask = _slots.Length - 1;
        for (int slot = Hash(ordinals) & mask; _slots[slot] != 0; slot = (slot + 1) & mask)
        {
            if (OrdinalsOf(_slots[slot] - 1).SequenceEqual(ordinals))
            {
                return _slots[slot] - 1;
            }
        }

        return -1;
    }

    /// <summary>The number of a key, or −1.</summary>
    public int Find(SeriesKey key)
    {
        if (key.Codes.Length != DimensionCount)
        {
            return -1;
        }

        Span<int> ordinals = stackalloc int[DimensionCount];
        for (int i = 0; i < ordinals.Length; i++)
        {
            ordinals[i] = OrdinalOf(i, key.Codes[i]);
            if (ordinals[i] < 0)
            {
                return -1;
            }
        }

        return Find(ordinals);
    }

    /// <summary>The number of a key, a new one where it has none.</summary>
    public int Add(ReadOnlySpan<int> ordinals)
    {
        int found = Find(ordinals);
        if (found >= 0)
        {
            return found;
        }

        if ((Count + 1) * DimensionCount > _flat.Length)
        {
            Array.Resize(ref _flat, _flat.Length * 2);
        }

        ordinals.CopyTo(_flat.AsSpan(Count * DimensionCount));
        Count++;
        if (Count * 2 > _slots.Length)
        {
            Grow();
        }
        else
        {
            Place(_slots, Count - 1);
        }

        return Count - 1;
    }

    public SeriesKey KeyOf(int series)
    {
        ReadOnlySpan<int> ordinals = OrdinalsOf(series);
        string[] codes = new string[DimensionCount];
        for (int i = 0; i < codes.Length; i++)
        {
            codes[i] = _codes[i][ordinals[i]];
        }

        return new SeriesKey([.. codes]);
    }

    /// <summary>Numbers of the series that a query asks for, ascending.</summary>
    public List<int> Matching(KeyQuery query)
    {
        List<int> found = [];
        if (query.Wanted.Length != DimensionCount)
        {
            return found;
        }

        bool[]?[] wanted = new bool[DimensionCount][];
        bool isOne = true;
        Span<int> one = stackalloc int[DimensionCount];
        for (int i = 0; i < DimensionCount; i++)
        {
            isOne &= query.Wanted[i].Length == 1;
            if (query.Wanted[i].IsEmpty)
            {
                continue;
            }

            bool[] ordinals = wanted[i] = new bool[_codes[i].Count];
            foreach (string code in query.Wanted[i])
            {
                int ordinal = OrdinalOf(i, code);
                one[i] = ordinal;
                if (ordinal >= 0)
                {
                    ordinals[ordinal] = true;
                }
            }
        }

        if (isOne)
        {
            int series = one.Contains(-1) ? -1 : Find(one);
            return series < 0 ? found : [series];
        }

        for (int series = 0; series < Count; series++)
        {
            ReadOnlySpan<int> ordinals = OrdinalsOf(series);
            bool matches = true;
            for (int i = 0; i < ordinals.Length && matches; i++)
            {
                matches = wanted[i] is null || wanted[i]![ordinals[i]];
            }

            if (matches)
            {
                found.Add(series);
            }
        }

        return found;
    }

    /// <summary>Whether a series lies in a part of the dataflow.</summary>
    /// <param name="series">The series.</param>
    /// <param name="codes">Ordinals, −1 for any.</param>
    public bool LiesIn(int series, ReadOnlySpan<int> codes)
    {
        ReadOnlySpan<int> ordinals = OrdinalsOf(series);
        for (int i = 0; i < ordinals.Length; i++)
        {
            if (codes[i] >= 0 && codes[i] != ordinals[i])
            {
                return false;
            }
        }

        return true;
    }

    private static int Hash(ReadOnlySpan<int> ordinals)
    {
        uint hash = 2166136261;
        foreach (int ordinal in ordinals)
        {
            hash = (hash ^ (uint)ordinal) * 16777619;
            hash ^= hash >> 15;
        }

        return (int)hash;
    }

    private void Place(int[] slots, int series)
    {
        int mask = slots.Length - 1;
        int slot = Hash(OrdinalsOf(series)) & mask;
        while (slots[slot] != 0)
        {
            slot = (slot + 1) & mask;
        }

        slots[slot] = series + 1;
    }

    private void Grow()
    {
        int[] grown = new int[_slots.Length * 2];
        for (int series = 0; series < Count; series++)
        {
            Place(grown, series);
        }

        _slots = grown;
    }
}
