using System.Buffers.Binary;
using System.Text;

namespace Ballast.Store.Chunks;

/// <summary>Bytes that do not have the form they should.</summary>
internal sealed class MalformedException(string what) : Exception(what);

/// <summary>Reads what <see cref="ByteWriter"/> wrote; every read checks its bounds.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int Position { get; private set; }

    public readonly bool AtEnd => Position == _bytes.Length;

    public readonly int Remaining => _bytes.Length - Position;

    public byte Byte() => Take(1)[0];

    public ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    public long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Take(8));

    public ulong Varint()
    {
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            byte next = Byte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new MalformedException("A varint has more than ten bytes.");
    }

    /// <summary>A varint of at most <paramref name="most"/>.</summary>
    public int Count(int most)
    {
        ulong value = Varint();
        return value <= (ulong)most ? (int)value : throw new MalformedException($"Expected at most {most}, got {value}.");
    }

    public long Zigzag()
    {
        ulong value = Varint();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    public string Text() => Encoding.UTF8.GetString(Take(Count(int.MaxValue)));

    public string? OptionalText() => Byte() == 0 ? null : Text();

    public void Skip(int count) => Take(count);

    public void MoveTo(int position)
    {
        if ((uint)position > (uint)_bytes.Length)
        {
            throw new MalformedException($"Place {position} lies outside.");
        }

        Position = position;
    }

    public ReadOnlySpan<byte> Take(int count)
    {
        if ((uint)count > (uint)(_bytes.Length - Position))
        {
            throw new MalformedException($"Expected {count} more bytes at {Position} of {_bytes.Length}.");
        }

        ReadOnlySpan<byte> taken = _bytes.Slice(Position, count);
        Position += count;
        return taken;
    }
}
