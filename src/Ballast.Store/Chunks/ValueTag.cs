using Ballast.Series;

namespace Ballast.Store.Chunks;

/// <summary>Kind and scale of a value in one byte: the kind plus four times the scale; 0 for none.</summary>
internal static class ValueTag
{
    public const byte None = 0;
    public const byte Double = (byte)MeasureKind.Double;
    public const byte Text = (byte)MeasureKind.Text;

    public static byte Of(MeasureValue value) => (byte)((int)value.Kind | (value.Scale << 2));

    public static MeasureKind KindOf(byte tag) => (MeasureKind)(tag & 3);

    public static bool IsExact(byte tag) => (tag & 3) == (int)MeasureKind.Exact;

    public static byte Checked(byte tag) => tag >> 2 <= ExactNumber.MaxScale && (IsExact(tag) || tag >> 2 == 0) ? tag : throw new MalformedException($"{tag} is no kind of value.");

    public static MeasureValue ToValue(byte tag, long bits, IReadOnlyList<string> texts) => KindOf(tag) switch
    {
        MeasureKind.Exact => MeasureValue.Of(new ExactNumber(bits, tag >> 2)),
        MeasureKind.Double => MeasureValue.Of(BitConverter.Int64BitsToDouble(bits)),
        MeasureKind.Text => MeasureValue.Of(texts[(int)bits]),
        _ => MeasureValue.None,
    };

    /// <summary>Whether two values are the same number or text, however many digits state it.</summary>
    public static bool AreEqual(byte leftTag, long leftBits, byte rightTag, long rightBits) =>
        leftTag == rightTag ? leftBits == rightBits || leftTag == None
        : IsExact(leftTag) && IsExact(rightTag)
            && new ExactNumber(leftBits, leftTag >> 2).CompareTo(new ExactNumber(rightBits, rightTag >> 2)) == 0;
}
