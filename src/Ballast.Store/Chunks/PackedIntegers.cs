namespace Ballast.Store.Chunks;

/// <summary>64-bit integers in 1, 2, 4 or 8 bytes each (zigzag), the widths as two bits apiece before them, so that decoding branches little.</summary>
internal static class PackedIntegers
{
    public static void Write(ByteWriter to, ReadOnlySpan<long> values)
    {
        Span<byte> widths = to.Take((values.Length + 3) / 4);
        widths.Clear();
        int widthsAt = to.Length - widths.Length;
        for (int i = 0; i < values.Length; i++)
        {
            ulong zigzag = (ulong)((values[i] << 1) ^ (values[i] >> 63));
            int width = zigzag <= byte.MaxValue ? 0 : zigzag <= ushort.MaxValue ? 1 : zigzag <= uint.MaxValue ? 2 : 3;
            switch (width)
            {
                case 0:
                    to.Byte((byte)zigzag);
                    break;
                case 1:
                    to.UInt16((ushort)zigzag);
                    break;
                case 2:
                    to.UInt32((uint)zigzag);
                    break;
                default:
                    to.Int64((long)zigzag);
                    break;
            }

            to.Written[widthsAt + (i >> 2)] |= (byte)(width << ((i & 3) * 2));
        }
    }

    public static void Read(ref ByteReader from, Span<long> values)
    {
        ReadOnlySpan<byte> widths = from.Take((values.Length + 3) / 4);
        for (int i = 0; i < values.Length; i++)
        {
            ulong zigzag = ((widths[i >> 2] >> ((i & 3) * 2)) & 3) switch
            {
                0 => from.Byte(),
                1 => from.UInt16(),
                2 => from.UInt32(),
                _ => (ulong)from.Int64(),
            };
            values[i] = (long)(zigzag >> 1) ^ -(long)(zigzag & 1);
        }
    }
}
