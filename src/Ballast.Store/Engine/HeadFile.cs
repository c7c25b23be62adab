#pragma warning disable RS0030 // The head is no file of the engine: no lock of SQLite hangs on it, and it must be synced by us.
using System.Buffers.Binary;
using Ballast.Store.Chunks;
using Microsoft.Win32.SafeHandles;

namespace Ballast.Store.Engine;

/// <summary>The newest acknowledged commit.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Hash">Its hash, 32 bytes.</param>
internal sealed record Head(long Number, byte[] Hash);

/// <summary>
/// The file beside the database that says which commit was acknowledged last: two slots of 64 bytes, 4096 bytes apart, written in turn and synced before each acknowledgement.
/// It notices a log that lost its end without a word, and an old copy put in the place of the store.
/// </summary>
/// <remarks>A slot, little-endian: magic "BLHD" (0), CRC32C of what follows (4), version (8), zero (10), zero (12), number (16), hash (24), zero (56).</remarks>
internal sealed class HeadFile(string path)
{
    private const int SlotSize = 64;
    private const int SlotDistance = 4096;
    private const uint Magic = 0x44484C42; // "BLHD"
    private const ushort CurrentVersion = 1;

    /// <summary>Whether there is one.</summary>
    public bool Exists => File.Exists(path);

    /// <summary>The newest head in the file; null where neither slot can be read.</summary>
    /// <exception cref="FileNotFoundException">There is no file.</exception>
    public Head? Read()
    {
        using SafeFileHandle file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return Newest(file).Head;
    }

    /// <summary>Writes the next head over the older slot and syncs it.</summary>
    public void Write(Head head)
    {
        using SafeFileHandle file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        int slot = 1 - Newest(file).Slot;
        Span<byte> bytes = stackalloc byte[SlotSize];
        bytes.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Magic);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[8..], CurrentVersion);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[16..], head.Number);
        head.Hash.CopyTo(bytes[24..]);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[4..], ChunkHeader.Checksum(bytes[8..]));
        RandomAccess.Write(file, bytes, (long)slot * SlotDistance);
        RandomAccess.FlushToDisk(file);
    }

    private static (Head? Head, int Slot) Newest(SafeFileHandle file)
    {
        Head? newest = null;
        int at = 1;
        Span<byte> bytes = stackalloc byte[SlotSize];
        for (int slot = 0; slot < 2; slot++)
        {
            if (RandomAccess.Read(file, bytes, (long)slot * SlotDistance) == SlotSize
                && BinaryPrimitives.ReadUInt32LittleEndian(bytes) == Magic
                && BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) == ChunkHeader.Checksum(bytes[8..])
                && BinaryPrimitives.ReadInt64LittleEndian(bytes[16..]) is var number
                && number > (newest?.Number ?? 0))
            {
                (newest, at) = (new Head(number, bytes.Slice(24, 32).ToArray()), slot);
            }
        }

        return (newest, at);
    }
}
