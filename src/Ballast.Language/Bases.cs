using Ballast.Series;

namespace Ballast.Language;

/// <summary>What a figure is measured against or summed over, in the short words of tables: y/y, m/m, cumulative y/y, single month; 同比, 环比, 累计同比, 当月.</summary>
public static class Bases
{
    /// <summary>The basis that a code of TRANSFORMATION says at a frequency; null where the code list's own name serves better (shares, gaps, contributions, ranks).</summary>
    /// <param name="transformation">N, YTD, G1Y, GYTD, GPREV, D1Y, DPREV; others give null.</param>
    /// <param name="frequency">Of the series.</param>
    /// <param name="tongue">The language.</param>
    public static string? OfTransformation(string transformation, Frequency frequency, Tongue tongue) => transformation switch
    {
        "N" => Single(frequency, tongue),
        "YTD" => tongue.Choose("cumulative", "累计"),
        "G1Y" => frequency == Frequency.Annual ? YearOnYear(tongue) : tongue.Choose($"{YearOnYear(tongue)}, {Single(frequency, tongue)}", Single(frequency, tongue) + YearOnYear(tongue)),
        "GYTD" => tongue.Choose("y/y, cumulative", "累计同比"),
        "GPREV" => OnPrevious(frequency, tongue),
        "D1Y" => tongue.Choose("change y/y", "同比增减"),
        "DPREV" => tongue.Choose("change " + OnPrevious(frequency, tongue), "环比增减"),
        _ => null,
    };

    /// <summary>On the year before: y/y, 同比.</summary>
    public static string YearOnYear(Tongue tongue) => tongue.Choose("y/y", "同比");

    /// <summary>On the period before: m/m, q/q; 环比.</summary>
    public static string OnPrevious(Frequency frequency, Tongue tongue) => tongue.Choose(
        frequency switch
        {
            Frequency.Annual => "y/y",
            Frequency.HalfYearly => "h/h",
            Frequency.Quarterly => "q/q",
            Frequency.Monthly => "m/m",
            Frequency.Weekly => "w/w",
            Frequency.Daily => "d/d",
            _ => "on the period before",
        },
        frequency == Frequency.Annual ? "同比" : "环比");

    /// <summary>Of one period alone: single month, 当月.</summary>
    public static string Single(Frequency frequency, Tongue tongue) => frequency switch
    {
        Frequency.Annual => tongue.Choose("year", "全年"),
        Frequency.HalfYearly => tongue.Choose("single half-year", "当半年"),
        Frequency.Quarterly => tongue.Choose("single quarter", "当季"),
        Frequency.Monthly => tongue.Choose("single month", "当月"),
        Frequency.Weekly => tongue.Choose("single week", "当周"),
        Frequency.Daily => tongue.Choose("single day", "当日"),
        _ => tongue.Choose("period", "当期"),
    };

    /// <summary>Of stocks, at the end of a period: end of month, 月末.</summary>
    public static string AtEnd(Frequency frequency, Tongue tongue) => frequency switch
    {
        Frequency.Annual => tongue.Choose("end of year", "年末"),
        Frequency.HalfYearly => tongue.Choose("end of half-year", "半年末"),
        Frequency.Quarterly => tongue.Choose("end of quarter", "季末"),
        Frequency.Monthly => tongue.Choose("end of month", "月末"),
        Frequency.Weekly => tongue.Choose("end of week", "周末时点"),
        Frequency.Daily => tongue.Choose("end of day", "日终"),
        _ => tongue.Choose("end of period", "期末"),
    };

    /// <summary>The name of a transform that a reader can choose.</summary>
    public static string OfTransform(Transform transform, Frequency frequency, Tongue tongue) => transform switch
    {
        Transform.Change => tongue.Choose($"change {OnPrevious(frequency, tongue)}", OnPrevious(frequency, tongue) + "增减"),
        Transform.PercentageChange => tongue.Choose($"% change {OnPrevious(frequency, tongue)}", OnPrevious(frequency, tongue) + "增速"),
        Transform.YearOnYear => tongue.Choose("% change y/y", "同比增速"),
        Transform.YearOnYearChange => tongue.Choose("change y/y", "同比增减"),
        Transform.SingleMonth => Single(frequency, tongue),
        _ => tongue.Choose("cumulative since January", "年初至今累计"),
    };
}
