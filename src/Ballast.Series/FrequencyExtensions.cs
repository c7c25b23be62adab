namespace Ballast.Series;

/// <summary>What follows from a frequency.</summary>
public static class FrequencyExtensions
{
    /// <summary>How many such periods a year has.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Weeks, days and other ranges have no fixed number.</exception>
    public static int PerYear(this Frequency frequency) => frequency switch
    {
        Frequency.Annual => 1,
        Frequency.HalfYearly => 2,
        Frequency.Quarterly => 4,
        Frequency.Monthly => 12,
        _ => throw new ArgumentOutOfRangeException(nameof(frequency), frequency, "Expected a frequency with a fixed number of periods a year."),
    };

    /// <summary>The code in SDMX's CL_FREQ: A, S, Q, M, W, D, _O.</summary>
    public static string Code(this Frequency frequency) => frequency switch
    {
        Frequency.Annual => "A",
        Frequency.HalfYearly => "S",
        Frequency.Quarterly => "Q",
        Frequency.Monthly => "M",
        Frequency.Weekly => "W",
        Frequency.Daily => "D",
        Frequency.Other => "_O",
        _ => throw new ArgumentOutOfRangeException(nameof(frequency), frequency, "Expected a frequency of the list."),
    };

    /// <summary>The frequency of a code, or null where it is none of ours.</summary>
    public static Frequency? FromCode(ReadOnlySpan<char> code) => code switch
    {
        "A" => Frequency.Annual,
        "S" => Frequency.HalfYearly,
        "Q" => Frequency.Quarterly,
        "M" => Frequency.Monthly,
        "W" => Frequency.Weekly,
        "D" => Frequency.Daily,
        "_O" => Frequency.Other,
        _ => null,
    };
}
