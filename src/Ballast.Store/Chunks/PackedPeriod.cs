using Ballast.Series;

namespace Ballast.Store.Chunks;

/// <summary>A period as one integer whose order is the order of periods: frequency above the last period above the span less one, 24 bits each for the latter two.</summary>
internal static class PackedPeriod
{
    private const int Bits = 24;
    private const long Mask = (1L << Bits) - 1;

    /// <summary>One step of the last period, span and frequency kept.</summary>
    public const long Step = 1L << Bits;

    public static long Of(Period period) =>
        ((long)period.Frequency << (2 * Bits)) | ((long)period.Ordinal << Bits) | (uint)(period.Span - 1);

    public static Period ToPeriod(long packed) =>
        Period.FromOrdinal((Frequency)(packed >> (2 * Bits)), (int)((packed >> Bits) & Mask), (int)(packed & Mask) + 1);

    public static Frequency FrequencyOf(long packed) => (Frequency)(packed >> (2 * Bits));

    /// <summary>Checks an integer that came from a file.</summary>
    public static long Checked(long packed)
    {
        Frequency frequency = FrequencyOf(packed);
        long ordinal = (packed >> Bits) & Mask;
        long span = packed & Mask;
        int most = frequency switch
        {
            Frequency.Annual => 9999,
            Frequency.HalfYearly => 19999,
            Frequency.Quarterly => 39999,
            Frequency.Monthly => 119999,
            Frequency.Weekly => DateOnly.MaxValue.DayNumber / 7,
            Frequency.Daily or Frequency.Other => DateOnly.MaxValue.DayNumber,
            _ => -1,
        };
        return packed >= 0 && ordinal <= most && span <= ordinal ? packed : throw new MalformedException($"{packed} is no period.");
    }
}
