using Ballast.Store.Chunks;

namespace Ballast.Store.Engine;

/// <summary>What a release says of itself and its source, as bytes.</summary>
internal static class ReleaseDescription
{
    private const byte CurrentVersion = 1;

    public static byte[] Encode(ReleaseDraft draft)
    {
        ByteWriter to = new();
        to.Byte(CurrentVersion);
        to.Text(draft.SourceKind);
        StructureCodec.Write(to, draft.SourceTitle);
        StructureCodec.Write(to, draft.SourceAgency);
        to.OptionalText(draft.Url);
        to.OptionalText(draft.DocumentDigest);
        to.Varint(draft.SourceDate is { } date ? date.DayNumber + 1 : 0);
        to.Byte(draft.CompiledLater ? (byte)1 : (byte)0);
        StructureCodec.Write(to, draft.Notes);
        to.OptionalText(draft.Amends);
        return to.ToArray();
    }

    /// <summary>Puts what was encoded into a record.</summary>
    /// <exception cref="MalformedException">Bytes have another form.</exception>
    public static ReleaseRecord DecodeInto(ReleaseRecord record, ReadOnlySpan<byte> bytes)
    {
        ByteReader from = new(bytes);
        if (from.Byte() != CurrentVersion)
        {
            throw new MalformedException("A release is described in an unknown form.");
        }

        string kind = from.Text();
        var title = StructureCodec.ReadLocalised(ref from);
        var agency = StructureCodec.ReadLocalised(ref from);
        string? url = from.OptionalText();
        string? document = from.OptionalText();
        int day = from.Count(DateOnly.MaxValue.DayNumber + 1);
        bool compiledLater = from.Byte() == 1;
        var notes = StructureCodec.ReadLocalised(ref from);
        string? amends = from.OptionalText();
        return record with
        {
            SourceKind = kind,
            SourceTitle = title,
            SourceAgency = agency,
            Url = url,
            DocumentDigest = document,
            SourceDate = day == 0 ? null : DateOnly.FromDayNumber(day - 1),
            CompiledLater = compiledLater,
            Notes = notes,
            Amends = amends,
        };
    }
}
