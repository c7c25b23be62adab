namespace Ballast.Series;

/// <summary>Codes of transforms, and what they make of a series.</summary>
public static class Transforms
{
    /// <summary>Attribute of observations and series that a transform made; its value is the transform's <see cref="Code"/>.</summary>
    public const string DerivedAttributeId = "DERIVED";

    /// <summary>Attribute of a derived observation: the period that it was compared with, in SDMX form.</summary>
    public const string BaseAttributeId = "BASE_PERIOD";

    /// <summary>Attribute of a derived observation without a value: why it was not computed (<see cref="NotComputed"/>).</summary>
    public const string NotComputedAttributeId = "NOT_COMPUTED";

    /// <summary>The stable code: <c>change</c>, <c>percentage-change</c>, <c>year-on-year</c>, <c>year-on-year-change</c>, <c>single-month</c>, <c>year-to-date</c>.</summary>
    public static string Code(this Transform transform) => transform switch
    {
        Transform.Change => "change",
        Transform.PercentageChange => "percentage-change",
        Transform.YearOnYear => "year-on-year",
        Transform.YearOnYearChange => "year-on-year-change",
        Transform.SingleMonth => "single-month",
        Transform.YearToDate => "year-to-date",
        _ => throw new ArgumentOutOfRangeException(nameof(transform), transform, "Expected a transform of the list."),
    };

    /// <summary>The transform of a code, or null where it is none.</summary>
    public static Transform? FromCode(string? code) => code switch
    {
        "change" => Transform.Change,
        "percentage-change" => Transform.PercentageChange,
        "year-on-year" => Transform.YearOnYear,
        "year-on-year-change" => Transform.YearOnYearChange,
        "single-month" => Transform.SingleMonth,
        "year-to-date" => Transform.YearToDate,
        _ => null,
    };

    /// <summary>Whether the result is growth in per cent.</summary>
    public static bool IsGrowth(this Transform transform) => transform is Transform.PercentageChange or Transform.YearOnYear;

    /// <summary>Whether an observation is growth that a transform computed, which readers see to one decimal; its differences and sums keep their digits.</summary>
    public static bool IsComputedGrowth(Observation observation)
    {
        ArgumentNullException.ThrowIfNull(observation);
        return FromCode(observation.Attributes.First(DerivedAttributeId)) is { } transform && transform.IsGrowth();
    }

    /// <summary>Whether a frequency allows it: comparisons need arithmetic, so all but other ranges; cumulation needs parts of a year, so half-years, quarters and months.</summary>
    public static bool AppliesTo(this Transform transform, Frequency frequency) => transform is Transform.SingleMonth or Transform.YearToDate
        ? frequency is Frequency.HalfYearly or Frequency.Quarterly or Frequency.Monthly
        : frequency != Frequency.Other;

    /// <summary>The code of TRANSFORMATION that the result has, from that of the series; null where such a result would have no meaning (growth of growth, cumulating a growth rate).</summary>
    /// <remarks>
    /// change: N → DPREV; G1Y, GYTD, GPREV → DG; SH → DSH. percentage-change: N → GPREV. year-on-year: N → G1Y, YTD → GYTD. year-on-year-change: N → D1Y. single-month: YTD → N. year-to-date: N → YTD.
    /// </remarks>
    public static string? TransformationCode(this Transform transform, string source) => (transform, source) switch
    {
        (Transform.Change, "N") => "DPREV",
        (Transform.Change, "G1Y" or "GYTD" or "GPREV") => "DG",
        (Transform.Change, "SH") => "DSH",
        (Transform.PercentageChange, "N") => "GPREV",
        (Transform.YearOnYear, "N") => "G1Y",
        (Transform.YearOnYear, "YTD") => "GYTD",
        (Transform.YearOnYearChange, "N") => "D1Y",
        (Transform.SingleMonth, "YTD") => "N",
        (Transform.YearToDate, "N") => "YTD",
        _ => null,
    };

    /// <summary>The code of UNIT_MEASURE of the result: PC for growth, PP for differences of PC, else that of the series.</summary>
    public static string? UnitCode(this Transform transform, string? source) =>
        transform.IsGrowth() ? "PC"
        : transform is Transform.Change or Transform.YearOnYearChange && source == "PC" ? "PP"
        : source;
}

/// <summary>Why a derived observation has no value: codes of <see cref="Transforms.NotComputedAttributeId"/>.</summary>
public static class NotComputed
{
    /// <summary>The base is zero: no growth.</summary>
    public const string BaseZero = "base-zero";

    /// <summary>The base is negative: a percentage of it would mislead.</summary>
    public const string BaseNegative = "base-negative";

    /// <summary>The base exists only with another span (January–February against single months).</summary>
    public const string SpanDiffers = "span-differs";

    /// <summary>The bounds of the two values do not allow to say anything of the result.</summary>
    public const string Bounds = "bounds";

    /// <summary>The result is too large for a number.</summary>
    public const string TooLarge = "too-large";
}
