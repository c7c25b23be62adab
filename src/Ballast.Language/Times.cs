using System.Globalization;

namespace Ballast.Language;

/// <summary>Dates and moments: <c>19 Jan 2024, 10:00 (UTC+8)</c>, <c>2024年1月19日10:00（北京时间）</c>.</summary>
public static class Times
{
    private static readonly string[] MonthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary>A date.</summary>
    public static string Date(DateOnly date, Tongue tongue) =>
        tongue.Choose($"{date.Day} {Month(date.Month)} {date.Year}", $"{date.Year}年{date.Month}月{date.Day}日");

    /// <summary>A moment, to the minute, in its own offset, with the zone behind it.</summary>
    public static string Moment(DateTimeOffset moment, Tongue tongue)
    {
        string date = Date(DateOnly.FromDateTime(moment.DateTime), tongue);
        string zone = Zone(moment.Offset, tongue);
        string time = Clock(moment);
        return tongue.Choose($"{date}, {time} ({zone})", $"{date}{time}（{zone}）");
    }

    /// <summary>The moment of a publication: a date alone where its time of day is not known, for which the last second of the day stands.</summary>
    public static string Published(DateTimeOffset moment, Tongue tongue) =>
        moment.TimeOfDay >= new TimeSpan(23, 59, 59) ? Date(DateOnly.FromDateTime(moment.DateTime), tongue) : Moment(moment, tongue);

    /// <summary>A moment where the zone is clear: <c>19 Jan 2024, 10:00</c>.</summary>
    public static string MomentWithoutZone(DateTimeOffset moment, Tongue tongue)
    {
        string date = Date(DateOnly.FromDateTime(moment.DateTime), tongue);
        string time = Clock(moment);
        return tongue.Choose($"{date}, {time}", date + time);
    }

    /// <summary>The name of an offset: <c>UTC+8</c>, <c>北京时间</c>, <c>UTC−5</c>, <c>UTC+5:30</c>, <c>UTC</c>.</summary>
    public static string Zone(TimeSpan offset, Tongue tongue)
    {
        if (offset == TimeSpan.Zero)
        {
            return tongue.Choose("UTC", "世界时");
        }

        if (tongue == Tongue.Chinese && offset == TimeSpan.FromHours(8))
        {
            return "北京时间";
        }

        TimeSpan size = offset.Duration();
        string minutes = size.Minutes == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $":{size.Minutes:D2}");
        return string.Create(CultureInfo.InvariantCulture, $"UTC{(offset < TimeSpan.Zero ? Numbers.Minus : '+')}{size.Hours}{minutes}");
    }

    private static string Clock(DateTimeOffset moment) => moment.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The short English name of a month, 1 to 12.</summary>
    internal static string Month(int month) => MonthNames[month - 1];

    /// <summary>The month of a short English name, or 0.</summary>
    internal static int MonthOf(ReadOnlySpan<char> name)
    {
        for (int i = 0; i < MonthNames.Length; i++)
        {
            if (name.Equals(MonthNames[i], StringComparison.OrdinalIgnoreCase))
            {
                return i + 1;
            }
        }

        return 0;
    }
}
