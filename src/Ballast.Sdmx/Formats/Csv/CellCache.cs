namespace Ballast.Sdmx.Formats.Csv;

/// <summary>The last text of a column with what it meant: most cells of a message repeat the one above.</summary>
internal sealed class CellCache
{
    private byte[] _bytes = [];
    private int _length = -1;

    /// <summary>What the text meant.</summary>
    public int Number { get; private set; } = -1;

    /// <summary>Whether it is the text kept.</summary>
    public bool Holds(ReadOnlySpan<byte> cell) => cell.Length == _length && cell.SequenceEqual(_bytes.AsSpan(0, _length));

    /// <summary>Keeps a text and its meaning.</summary>
    public int Keep(ReadOnlySpan<byte> cell, int number)
    {
        if (_bytes.Length < cell.Length)
        {
            _bytes = new byte[Math.Max(16, cell.Length)];
        }

        cell.CopyTo(_bytes);
        (_length, Number) = (cell.Length, number);
        return number;
    }

    /// <summary>Forgets it.</summary>
    public void Clear() => _length = -1;
}
