using System.Globalization;
using Ballast.Series;

namespace Ballast.Language;

/// <summary>Periods as people read them: <c>Jan–Feb 2023</c>, <c>Q3 2023</c>, <c>H1 2023</c>; <c>2023年1—2月</c>, <c>2023年三季度</c>, <c>2023年上半年</c>.</summary>
public static partial class Periods
{
    private const char EnDash = '–';
    private const char ChineseDash = '—';
    private static readonly string[] ChineseNumbers = ["", "一", "二", "三", "四"];

    /// <summary>The whole form. What it writes, <see cref="TryParse"/> reads.</summary>
    public static string Text(Period period, Tongue tongue)
    {
        if (period.Span == 1 && period.Frequency != Frequency.Other)
        {
            return One(period, tongue);
        }

        if (period.Frequency is Frequency.Daily or Frequency.Other)
        {
            return Days(period.Start, period.End, tongue);
        }

        Period first = period.FirstPart!.Value;
        Period last = period.LastPart!.Value;
        if (period.Frequency == Frequency.Annual)
        {
            return tongue.Choose(Inv($"{first.CalendarYear}{EnDash}{last.CalendarYear}"), Inv($"{first.CalendarYear}{ChineseDash}{last.CalendarYear}年"));
        }

        if (first.CalendarYear != last.CalendarYear)
        {
            return One(first, tongue) + tongue.Choose(EnDash.ToString(), ChineseDash.ToString()) + One(last, tongue);
        }

        int year = last.CalendarYear;
        return period.Frequency switch
        {
            Frequency.Monthly => tongue.Choose(
                Inv($"{Times.Month(first.SubPeriod)}{EnDash}{Times.Month(last.SubPeriod)} {year}"),
                Inv($"{year}年{first.SubPeriod}{ChineseDash}{last.SubPeriod}月")),
            Frequency.Weekly => tongue.Choose(
                Inv($"weeks {first.SubPeriod}{EnDash}{last.SubPeriod} of {year}"),
                Inv($"{year}年第{first.SubPeriod}{ChineseDash}{last.SubPeriod}周")),
            _ => tongue.Choose(
                Inv($"{ShortOne(first, tongue)}{EnDash}{ShortOne(last, tongue)} {year}"),
                Inv($"{year}年{ShortOne(first, tongue)}{ChineseDash}{ShortOne(last, tongue)}")),
        };
    }

    /// <summary>The months or quarters from January to the end of a period, for series cumulated since January: <c>Jan–Sep 2025</c>, <c>2025年1—9月</c>; <c>Q1–Q3 2025</c>, <c>2025年前三季度</c>; the whole year is <c>2025</c>, <c>2025年</c>.</summary>
    /// <exception cref="ArgumentException">Weeks, days and other ranges are not cumulated.</exception>
    public static string Cumulated(Period period, Tongue tongue)
    {
        int year = period.CalendarYear;
        int number = period.SubPeriod;
        if (period.Frequency is not (Frequency.Annual or Frequency.HalfYearly or Frequency.Quarterly or Frequency.Monthly))
        {
            throw new ArgumentException($"Expected a period that is part of a year, got {period}.", nameof(period));
        }

        if (number == period.Frequency.PerYear())
        {
            return One(Period.Year(year), tongue);
        }

        return (period.Frequency, number) switch
        {
            (Frequency.Monthly, > 1) => Text(Period.Month(year, number, number), tongue),
            (Frequency.Quarterly, 2) => One(Period.HalfYear(year, 1), tongue),
            (Frequency.Quarterly, 3) => tongue.Choose(Text(Period.Quarter(year, 3, 3), tongue), Inv($"{year}年前三季度")),
            _ => One(period.LastPart!.Value, tongue),
        };
    }

    /// <summary>The form that suits a series: cumulated where its TRANSFORMATION is YTD or GYTD, else the plain one.</summary>
    public static string Text(Period period, string? transformation, Tongue tongue) =>
        transformation is "YTD" or "GYTD" && period.Frequency is Frequency.Monthly or Frequency.Quarterly or Frequency.HalfYearly
            ? Cumulated(period, tongue)
            : Text(period, tongue);

    /// <summary>The short form of ticks and narrow columns, without the year where it has parts: <c>2023</c>, <c>H1</c>, <c>Q3</c>, <c>Mar</c>, <c>Jan–Feb</c>, <c>W5</c>, <c>19 Jan</c>; <c>2023年</c>, <c>上半年</c>, <c>三季度</c>, <c>3月</c>, <c>1—2月</c>, <c>5周</c>, <c>1月19日</c>.</summary>
    public static string Short(Period period, Tongue tongue)
    {
        if (period.Frequency is Frequency.Annual or Frequency.Other || (period.Frequency == Frequency.Daily && period.Span > 1))
        {
            return Text(period, tongue);
        }

        Period first = period.FirstPart!.Value;
        Period last = period.LastPart!.Value;
        if (first == last)
        {
            return ShortOne(last, tongue);
        }

        return period.Frequency == Frequency.Monthly && tongue == Tongue.Chinese
            ? Inv($"{first.SubPeriod}{ChineseDash}{last.SubPeriod}月")
            : ShortOne(first, tongue) + tongue.Choose(EnDash.ToString(), ChineseDash.ToString()) + ShortOne(last, tongue);
    }

    /// <summary>A year alone: <c>2023</c>, <c>2023年</c>.</summary>
    public static string Year(int year, Tongue tongue) => tongue.Choose(Inv($"{year}"), Inv($"{year}年"));

    /// <summary>The name of a frequency: monthly, 月度.</summary>
    public static string Name(Frequency frequency, Tongue tongue) => frequency switch
    {
        Frequency.Annual => tongue.Choose("annual", "年度"),
        Frequency.HalfYearly => tongue.Choose("half-yearly", "半年度"),
        Frequency.Quarterly => tongue.Choose("quarterly", "季度"),
        Frequency.Monthly => tongue.Choose("monthly", "月度"),
        Frequency.Weekly => tongue.Choose("weekly", "周度"),
        Frequency.Daily => tongue.Choose("daily", "日度"),
        _ => tongue.Choose("irregular", "不定期"),
    };

    private static string One(Period period, Tongue tongue)
    {
        int year = period.CalendarYear;
        return period.Frequency switch
        {
            Frequency.Annual => Year(year, tongue),
            Frequency.Daily => Times.Date(period.End, tongue),
            Frequency.Weekly => tongue.Choose(Inv($"week {period.SubPeriod} of {year}"), Inv($"{year}年第{period.SubPeriod}周")),
            _ => tongue.Choose(Inv($"{ShortOne(period, tongue)} {year}"), Inv($"{year}年{ShortOne(period, tongue)}")),
        };
    }

    private static string ShortOne(Period period, Tongue tongue)
    {
        int number = period.SubPeriod;
        return period.Frequency switch
        {
            Frequency.Annual => Year(period.CalendarYear, tongue),
            Frequency.HalfYearly => tongue.Choose(Inv($"H{number}"), number == 1 ? "上半年" : "下半年"),
            Frequency.Quarterly => tongue.Choose(Inv($"Q{number}"), ChineseNumbers[number] + "季度"),
            Frequency.Monthly => tongue.Choose(Times.Month(number), Inv($"{number}月")),
            Frequency.Weekly => tongue.Choose(Inv($"W{number}"), Inv($"{number}周")),
            _ => tongue.Choose(Inv($"{period.End.Day} {Times.Month(period.End.Month)}"), Inv($"{period.End.Month}月{period.End.Day}日")),
        };
    }

    private static string Days(DateOnly first, DateOnly last, Tongue tongue)
    {
        bool sameYear = first.Year == last.Year;
        bool sameMonth = sameYear && first.Month == last.Month;
        if (first == last)
        {
            return Times.Date(first, tongue);
        }

        if (tongue == Tongue.Chinese)
        {
            string to = sameMonth ? Inv($"{last.Day}日") : sameYear ? Inv($"{last.Month}月{last.Day}日") : Times.Date(last, tongue);
            return Times.Date(first, tongue) + ChineseDash + to;
        }

        string from = sameMonth ? Inv($"{first.Day}") : sameYear ? Inv($"{first.Day} {Times.Month(first.Month)}") : Times.Date(first, tongue);
        return from + EnDash + Times.Date(last, tongue);
    }

    private static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
