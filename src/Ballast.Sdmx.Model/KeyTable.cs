using System.Collections.Immutable;

namespace Ballast.Sdmx.Model;

/// <summary>
/// Distinct keys met in a message, numbered from 0 in the order met; the codes of each dimension are numbered likewise, so that a key is a few integers.
/// A code number of −1 stands for "any" in the partial keys of replacements and deletions.
/// </summary>
public sealed class KeyTable
{
    private readonly Dictionary<string, int>[] _codeNumbers;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>>[] _lookups;
    private readonly List<string>[] _codes;
    private int[] _flat;
    private int[] _slots;
    private int _mask;

    /// <summary>An empty table.</summary>
    /// <param name="dimensionCount">Dimensions but time.</param>
    public KeyTable(int dimensionCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensionCount, 1);
        DimensionCount = dimensionCount;
        _codeNumbers = [.. Enumerable.Range(0, dimensionCount).Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];
        _lookups = [.. _codeNumbers.Select(c => c.GetAlternateLookup<ReadOnlySpan<char>>())];
        _codes = [.. Enumerable.Range(0, dimensionCount).Select(_ => new List<string>())];
        _flat = new int[dimensionCount * 16];
        _slots = new int[32];
        _mask = _slots.Length - 1;
    }

    /// <summary>Dimensions but time.</summary>
    public int DimensionCount { get; }

    /// <summary>How many keys there are.</summary>
    public int Count { get; private set; }

    /// <summary>Codes of a dimension in the order of their numbers.</summary>
    public IReadOnlyList<string> CodesOfDimension(int dimension) => _codes[dimension];

    /// <summary>The number of a code in its dimension, a new one where it was not met before; −1 for the empty text.</summary>
    public int InternCode(int dimension, ReadOnlySpan<char> code)
    {
        if (code.IsEmpty)
        {
            return -1;
        }

        if (!_lookups[dimension].TryGetValue(code, out int number))
        {
            number = _codes[dimension].Count;
            string text = code.ToString();
            _codes[dimension].Add(text);
            _codeNumbers[dimension].Add(text, number);
        }

        return number;
    }

    /// <summary>The number of a key given by its code numbers, a new one where it was not met before.</summary>
    public int Intern(ReadOnlySpan<int> codeNumbers)
    {
        int slot = Hash(codeNumbers) & _mask;
        while (_slots[slot] != 0)
        {
            int found = _slots[slot] - 1;
            if (CodeNumbers(found).SequenceEqual(codeNumbers))
            {
                return found;
            }

            slot = (slot + 1) & _mask;
        }

        if ((Count + 1) * DimensionCount > _flat.Length)
        {
            Array.Resize(ref _flat, _flat.Length * 2);
        }

        codeNumbers.CopyTo(_flat.AsSpan(Count * DimensionCount));
        _slots[slot] = ++Count;
        if (Count * 2 > _slots.Length)
        {
            Grow();
        }

        return Count - 1;
    }

    /// <summary>The number of a key.</summary>
    public int Intern(SeriesKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        Span<int> numbers = stackalloc int[DimensionCount];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = InternCode(i, key.Codes[i]);
        }

        return Intern(numbers);
    }

    /// <summary>Code numbers of a key; −1 stands for any.</summary>
    public ReadOnlySpan<int> CodeNumbers(int key) => _flat.AsSpan(key * DimensionCount, DimensionCount);

    /// <summary>Whether every dimension of a key has a code.</summary>
    public bool IsFull(int key) => CodeNumbers(key).IndexOf(-1) < 0;

    /// <summary>The code of a key in a dimension, or null for any.</summary>
    public string? CodeAt(int key, int dimension) => CodeNumbers(key)[dimension] is var number and >= 0 ? _codes[dimension][number] : null;

    /// <summary>A full key.</summary>
    /// <exception cref="ArgumentException">It is partial.</exception>
    public SeriesKey KeyAt(int key)
    {
        ImmutableArray<string>.Builder codes = ImmutableArray.CreateBuilder<string>(DimensionCount);
        for (int i = 0; i < DimensionCount; i++)
        {
            codes.Add(CodeAt(key, i) ?? throw new ArgumentException("Expected a full key.", nameof(key)));
        }

        return new SeriesKey(codes.MoveToImmutable());
    }

    /// <summary>A key, full or partial, as a query.</summary>
    public KeyQuery QueryAt(int key) =>
        new([.. Enumerable.Range(0, DimensionCount).Select(i => CodeAt(key, i) is { } code ? ImmutableArray.Create(code) : [])]);

    private static int Hash(ReadOnlySpan<int> codeNumbers)
    {
        uint hash = 2166136261;
        foreach (int number in codeNumbers)
        {
            hash = (hash ^ (uint)number) * 16777619;
            hash ^= hash >> 15;
        }

        return (int)hash;
    }

    private void Grow()
    {
        int[] old = _slots;
        _slots = new int[old.Length * 2];
        _mask = _slots.Length - 1;
        for (int key = 0; key < Count; key++)
        {
            int slot = Hash(CodeNumbers(key)) & _mask;
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & _mask;
            }

            _slots[slot] = key + 1;
        }
    }
}
