using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Ballast.Sdmx.Model;
using Ballast.Series;
using Ballast.Store.Chunks;
using Ballast.Store.Engine;

namespace Ballast.Store.Encoder;

/// <summary>The digest of a draft, by which a release is recognised when it comes again: of what it says of itself and of all it states, in the order stated.</summary>
internal static class DraftDigest
{
    /// <summary>SHA-256, lower-case hexadecimal.</summary>
    public static string Compute(ReleaseDraft draft)
    {
        using Hashing hash = new("ballast.draft/1");
        hash.Add(draft.Pack);
        hash.Add(draft.Key);
        hash.Add(draft.Published.UtcTicks);
        hash.Add((long)draft.Published.Offset.TotalMinutes);
        hash.Add(ReleaseDescription.Encode(draft));
        hash.Add(draft.Parts.Length);
        foreach (DataSet part in draft.Parts)
        {
            AddPart(hash, part);
        }

        return Convert.ToHexStringLower(hash.Finish());
    }

    private static void AddPart(Hashing hash, DataSet part)
    {
        hash.Add(part.Flow.Id.ToString());
        hash.Add(part.Structure.Id.ToString());
        for (int d = 0; d < part.Keys.DimensionCount; d++)
        {
            hash.Add(part.Keys.CodesOfDimension(d).Count);
            foreach (string code in part.Keys.CodesOfDimension(d))
            {
                hash.Add(code);
            }
        }

        hash.Add(part.Keys.Count);
        for (int key = 0; key < part.Keys.Count; key++)
        {
            hash.Add(MemoryMarshal.AsBytes(part.Keys.CodeNumbers(key)));
        }

        hash.Add(part.Segments.Length);
        foreach (DataSegment segment in part.Segments)
        {
            AddSegment(hash, part, segment);
        }
    }

    private static void AddSegment(Hashing hash, DataSet part, DataSegment segment)
    {
        hash.Add((long)segment.Action);
        hash.Add(MemoryMarshal.AsBytes(segment.KeyNumbers.AsSpan()));
        long[] numbers = new long[segment.Count];
        for (int row = 0; row < numbers.Length; row++)
        {
            numbers[row] = PackedPeriod.Of(segment.Periods[row]);
        }

        hash.Add(MemoryMarshal.AsBytes<long>(numbers));
        byte[] tags = new byte[segment.Count];
        for (int m = 0; m < segment.Measures.Length; m++)
        {
            hash.Add(part.Structure.Measures[m].Id);
            for (int row = 0; row < numbers.Length; row++)
            {
                MeasureValue value = segment.Measures[m].Values[row];
                tags[row] = ValueTag.Of(value);
                switch (value.Kind)
                {
                    case MeasureKind.Exact:
                        numbers[row] = value.Exact.Unscaled;
                        break;
                    case MeasureKind.Double:
                        numbers[row] = BitConverter.DoubleToInt64Bits(value.ToDouble());
                        break;
                    case MeasureKind.Text:
                        numbers[row] = 0;
                        hash.Add(value.Text);
                        break;
                    default:
                        numbers[row] = 0;
                        break;
                }
            }

            hash.Add(tags);
            hash.Add(MemoryMarshal.AsBytes<long>(numbers));
        }

        foreach (AttributeColumn column in segment.Attributes)
        {
            hash.Add(column.Id);
            hash.Add(column.Dictionary.Length);
            foreach (ImmutableArray<AttributeValue> values in column.Dictionary)
            {
                AddValues(hash, values);
            }

            hash.Add(MemoryMarshal.AsBytes(column.Numbers.AsSpan()));
        }

        hash.Add(segment.SeriesAttributes.Length);
        foreach (SeriesStatement statement in segment.SeriesAttributes)
        {
            hash.Add(statement.KeyNumber);
            AddAttributes(hash, statement.Attributes);
        }

        AddAttributes(hash, segment.DatasetAttributes);
        hash.Add(segment.Scopes.Length);
        foreach (DataScope scope in segment.Scopes)
        {
            hash.Add(scope.KeyNumber);
            hash.Add(scope.Period is { } period ? PackedPeriod.Of(period) : -1);
            hash.Add(scope.Components.Length);
            foreach (string component in scope.Components)
            {
                hash.Add(component);
            }
        }
    }

    private static void AddAttributes(Hashing hash, AttributeSet attributes)
    {
        hash.Add(attributes.Entries.Length);
        foreach (KeyValuePair<string, ImmutableArray<AttributeValue>> entry in attributes.Entries)
        {
            hash.Add(entry.Key);
            AddValues(hash, entry.Value);
        }
    }

    private static void AddValues(Hashing hash, ImmutableArray<AttributeValue> values)
    {
        hash.Add(values.Length);
        foreach (AttributeValue value in values)
        {
            hash.Add(value.Text);
            hash.Add(value.Language);
        }
    }
}
