using System.Buffers.Binary;
using System.Numerics;

namespace Ballast.Store.Chunks;

/// <summary>
/// The first 64 bytes of a chunk, little-endian: magic "BLCK" (0), CRC32C of all that follows it (4), version (8), flags (10), length of the whole (12), dataflow (16), block (20), load number of the release (24),
/// steps (32), rows (36), series entries (40), place of the texts (44), chunk that this one is coded against, 0 for none (48), reserved (56).
/// </summary>
internal readonly record struct ChunkHeader(int Flow, int Block, long Release, int StepCount, int RowCount, int SeriesCount, int TextsAt)
{
    public const int Size = 64;
    public const ushort CurrentVersion = 1;
    private const uint Magic = 0x4B434C42; // "BLCK"

    /// <summary>Fills in the header of a chunk whose body is complete, and seals it.</summary>
    public void WriteTo(Span<byte> chunk)
    {
        Span<byte> header = chunk[..Size];
        header.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(header, Magic);
        BinaryPrimitives.WriteUInt16LittleEndian(header[8..], CurrentVersion);
        BinaryPrimitives.WriteInt32LittleEndian(header[12..], chunk.Length);
        BinaryPrimitives.WriteInt32LittleEndian(header[16..], Flow);
        BinaryPrimitives.WriteInt32LittleEndian(header[20..], Block);
        BinaryPrimitives.WriteInt64LittleEndian(header[24..], Release);
        BinaryPrimitives.WriteInt32LittleEndian(header[32..], StepCount);
        BinaryPrimitives.WriteInt32LittleEndian(header[36..], RowCount);
        BinaryPrimitives.WriteInt32LittleEndian(header[40..], SeriesCount);
        BinaryPrimitives.WriteInt32LittleEndian(header[44..], TextsAt);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], Checksum(chunk[8..]));
    }

    /// <summary>Reads and checks a header and the checksum of the whole.</summary>
    public static ChunkHeader Read(ReadOnlySpan<byte> chunk)
    {
        if (chunk.Length < Size || BinaryPrimitives.ReadUInt32LittleEndian(chunk) != Magic)
        {
            throw new MalformedException("No chunk begins here.");
        }

        if (BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]) != Checksum(chunk[8..]))
        {
            throw new MalformedException("The checksum differs.");
        }

        if (BinaryPrimitives.ReadUInt16LittleEndian(chunk[8..]) != CurrentVersion || BinaryPrimitives.ReadUInt16LittleEndian(chunk[10..]) != 0
            || BinaryPrimitives.ReadInt32LittleEndian(chunk[12..]) != chunk.Length)
        {
            throw new MalformedException("The version, flags or length differ.");
        }

        return new ChunkHeader(
            BinaryPrimitives.ReadInt32LittleEndian(chunk[16..]),
            BinaryPrimitives.ReadInt32LittleEndian(chunk[20..]),
            BinaryPrimitives.ReadInt64LittleEndian(chunk[24..]),
            BinaryPrimitives.ReadInt32LittleEndian(chunk[32..]),
            BinaryPrimitives.ReadInt32LittleEndian(chunk[36..]),
            BinaryPrimitives.ReadInt32LittleEndian(chunk[40..]),
            BinaryPrimitives.ReadInt32LittleEndian(chunk[44..]));
    }

    /// <summary>CRC32C (Castagnoli) with the usual inversion before and after.</summary>
    public static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        while (bytes.Length >= 8)
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[8..];
        }

        foreach (byte one in bytes)
        {
            crc = BitOperations.Crc32C(crc, one);
        }

        return ~crc;
    }
}
