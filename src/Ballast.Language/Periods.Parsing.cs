using Ballast.Series;

namespace Ballast.Language;

public static partial class Periods
{
    /// <summary>Reads what <see cref="Text(Period, Tongue)"/> writes.</summary>
    /// <param name="text">The text; an SDMX form is read too.</param>
    /// <param name="frequency">Of the series; it decides what a range is made of.</param>
    /// <param name="tongue">The language.</param>
    /// <param name="period">The period.</param>
    public static bool TryParse(ReadOnlySpan<char> text, Frequency frequency, Tongue tongue, out Period period)
    {
        text = text.Trim();
        if (Period.TryParse(text, frequency, out period))
        {
            return true;
        }

        Period? read = tongue == Tongue.Chinese ? FromChinese(text.ToString(), frequency) : FromEnglish(text.ToString(), frequency);
        period = read.GetValueOrDefault();
        return read is not null;
    }

    private static Period? FromEnglish(string text, Frequency frequency)
    {
        string[] ends = text.Split(EnDash, '-');
        if (ends.Length is < 1 or > 2)
        {
            return null;
        }

        string last = ends[^1].Trim();
        string first = ends[0].Trim();
        switch (frequency)
        {
            case Frequency.Annual:
                return Join(frequency, Number(first), Number(last), ends.Length);
            case Frequency.Weekly:
                (int? toWeek, int? toYear) = EnglishWeek(last, null);
                (int? fromWeek, int? fromYear) = ends.Length == 1 ? (toWeek, toYear) : EnglishWeek(first, toYear);
                return Join(WeekOrdinal(fromYear, fromWeek), WeekOrdinal(toYear, toWeek), frequency);
            case Frequency.Daily or Frequency.Other:
                return EnglishDate(last, null, null) is { } to && (ends.Length == 1 ? to : EnglishDate(first, to.Year, to.Month)) is { } from
                    ? Join(from.DayNumber, to.DayNumber, frequency)
                    : null;
            default:
                string[] words = last.Split(' ');
                if (words.Length != 2 || Number(words[1]) is not { } year || EnglishPart(words[0], frequency) is not { } part)
                {
                    return null;
                }

                int end = (year * frequency.PerYear()) + part - 1;
                if (ends.Length == 1)
                {
                    return Join(end, end, frequency);
                }

                string[] before = first.Split(' ');
                int? startYear = before.Length == 1 ? year : Number(before[^1]);
                return startYear is { } y && EnglishPart(before[0], frequency) is { } p ? Join((y * frequency.PerYear()) + p - 1, end, frequency) : null;
        }
    }

    private static Period? FromChinese(string text, Frequency frequency)
    {
        string[] ends = text.Split(ChineseDash);
        if (ends.Length > 2)
        {
            return null;
        }

        if (frequency == Frequency.Annual)
        {
            return ends[^1].EndsWith('年') ? Join(frequency, Number(ends[0].TrimEnd('年')), Number(ends[^1].TrimEnd('年')), ends.Length) : null;
        }

        string first = ends[0];
        string last = ends[^1];
        int mark = first.IndexOf('年', StringComparison.Ordinal);
        if (mark < 0 || Number(first[..mark]) is not { } fromYear)
        {
            return null;
        }

        string fromPart = first[(mark + 1)..];
        int lastMark = last.IndexOf('年', StringComparison.Ordinal);
        bool hasYear = lastMark > 0 && Number(last[..lastMark]) is not null;
        int toYear = hasYear ? Number(last[..lastMark])!.Value : fromYear;
        string toPart = ends.Length == 1 ? fromPart : hasYear ? last[(lastMark + 1)..] : last;

        if (frequency is Frequency.Daily or Frequency.Other)
        {
            return ChineseDate(fromPart, fromYear, null) is { } from && ChineseDate(toPart, toYear, from.Month) is { } to
                ? Join(from.DayNumber, to.DayNumber, frequency)
                : null;
        }

        if (ChinesePart(toPart, frequency, mayLackUnit: false) is not { } end || ChinesePart(fromPart, frequency, mayLackUnit: ends.Length == 2) is not { } start)
        {
            return null;
        }

        return frequency == Frequency.Weekly
            ? Join(WeekOrdinal(fromYear, start), WeekOrdinal(toYear, end), frequency)
            : Join((fromYear * frequency.PerYear()) + start - 1, (toYear * frequency.PerYear()) + end - 1, frequency);
    }

    private static int? EnglishPart(string word, Frequency frequency)
    {
        if (frequency == Frequency.Monthly)
        {
            return Times.MonthOf(word) is > 0 and int month ? month : null;
        }

        char letter = frequency == Frequency.Quarterly ? 'Q' : 'H';
        return word.Length == 2 && char.ToUpperInvariant(word[0]) == letter ? Within(Number(word[1..]), frequency.PerYear()) : null;
    }

    private static (int? Week, int? Year) EnglishWeek(string text, int? defaultYear)
    {
        string rest = text.StartsWith("weeks ", StringComparison.OrdinalIgnoreCase) ? text[6..]
            : text.StartsWith("week ", StringComparison.OrdinalIgnoreCase) ? text[5..]
            : text;
        string[] words = rest.Split(" of ");
        return (Number(words[0]), words.Length == 2 ? Number(words[1]) : defaultYear);
    }

    private static DateOnly? EnglishDate(string text, int? defaultYear, int? defaultMonth)
    {
        string[] words = text.Split(' ');
        int? month = words.Length > 1 ? Times.MonthOf(words[1]) : defaultMonth;
        int? year = words.Length > 2 ? Number(words[2]) : defaultYear;
        return words.Length <= 3 ? Date(year, month, Number(words[0])) : null;
    }

    private static DateOnly? ChineseDate(string text, int year, int? defaultMonth)
    {
        int mark = text.IndexOf('月', StringComparison.Ordinal);
        int? month = mark < 0 ? defaultMonth : Number(text[..mark]);
        string day = text[(mark + 1)..];
        return day.EndsWith('日') ? Date(year, month, Number(day[..^1])) : null;
    }

    private static int? ChinesePart(string text, Frequency frequency, bool mayLackUnit)
    {
        switch (frequency)
        {
            case Frequency.HalfYearly:
                return text switch { "上半年" => 1, "下半年" => 2, _ => null };
            case Frequency.Quarterly:
                string number = text.EndsWith("季度", StringComparison.Ordinal) ? text[..^2] : mayLackUnit ? text : "";
                int quarter = Array.IndexOf(ChineseNumbers, number);
                return quarter > 0 ? quarter : null;
            case Frequency.Monthly:
                return text.EndsWith('月') ? Within(Number(text[..^1]), 12) : mayLackUnit ? Within(Number(text), 12) : null;
            default:
                string week = text.StartsWith('第') ? text[1..] : text;
                return week.EndsWith('周') ? Number(week[..^1]) : mayLackUnit ? Number(week) : null;
        }
    }

    private static DateOnly? Date(int? year, int? month, int? day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year.Value, month.Value)
            ? new DateOnly(year.Value, month.Value, day.Value)
            : null;

    private static int? WeekOrdinal(int? year, int? week) =>
        year is { } y && week is { } w && Period.Read(FormattableString.Invariant($"{y:D4}-W{w:D2}")) is { Frequency: Frequency.Weekly } one ? one.Ordinal : null;

    private static Period? Join(Frequency frequency, int? first, int? last, int ends) => Join(ends == 1 ? last : first, last, frequency);

    private static Period? Join(int? first, int? last, Frequency frequency)
    {
        if (first is not { } from || last is not { } to || to < from || to > Most(frequency))
        {
            return null;
        }

        return Period.FromOrdinal(frequency, to, to - from + 1);
    }

    private static int Most(Frequency frequency) => frequency switch
    {
        Frequency.Weekly or Frequency.Daily or Frequency.Other => int.MaxValue,
        _ => (10_000 * frequency.PerYear()) - 1,
    };

    private static int? Within(int? number, int most) => number >= 1 && number <= most ? number : null;

    private static int? Number(string text)
    {
        if (text.Length is 0 or > 4 || !text.All(char.IsAsciiDigit))
        {
            return null;
        }

        int number = 0;
        foreach (char c in text)
        {
            number = (number * 10) + c - '0';
        }

        return number;
    }
}
