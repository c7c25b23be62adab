using System.Globalization;
using Ballast.Faults;

namespace Ballast.Series;

/// <content>
/// Text forms (SDMX 2.1 and 3.0, technical notes on time): Gregorian <c>2023</c>, <c>2023-03</c>, <c>2023-03-31</c>; reporting periods <c>2023-A1</c>, <c>-S1</c>, <c>-T1</c>, <c>-Q1</c>,
/// <c>-M03</c>, <c>-W05</c>, <c>-D090</c> with a reporting year that begins in January; time ranges <c>2023-01-01/P2M</c>. Read too: the range of two periods of one kind, both included
/// (<c>2023-01/2023-02</c>, ISO 8601), weeks in durations (<c>P2W</c>), and a date with the time of midnight. A zone behind a time is read and dropped, since a period belongs to the calendar of its series.
/// </content>
public readonly partial record struct Period : ISpanFormattable
{
    private const int LongestText = 32;

    /// <summary>Reads any form. A range is months where it is whole months, years where its duration says years, else <see cref="Frequency.Other"/>; a trimester is four months.</summary>
    /// <remarks><c>YYYY-MM</c> and <c>YYYY-Qn</c> take a short way, and none allocates. Where the frequency is known, <see cref="TryParse(ReadOnlySpan{char}, Frequency, out Period)"/> is exact for every period.</remarks>
    public static bool TryParse(ReadOnlySpan<char> text, out Period period)
    {
        if (text.Length == 7 && text[4] == '-' && TryDigits(text[..4], out int year))
        {
            int tail = text[6] - '0';
            int head = text[5] - '0';
            if (head is 0 or 1 && tail is >= 0 and <= 9)
            {
                int month = (head * 10) + tail;
                period = month is >= 1 and <= 12 ? new Period(Frequency.Monthly, (year * 12) + month - 1, 1) : default;
                return month is >= 1 and <= 12;
            }

            if (text[5] == 'Q' && tail is >= 1 and <= 4)
            {
                period = new Period(Frequency.Quarterly, (year * 4) + tail - 1, 1);
                return true;
            }
        }

        int slash = text.IndexOf('/');
        return slash < 0 ? TryParsePoint(text, out period, out _) : TryParseRange(text[..slash], text[(slash + 1)..], out period);
    }

    /// <summary>Reads a period of a series whose frequency is known (FREQ of its key). Other forms fit where they say a range that is made of whole such periods: <c>2023-01-01/P2M</c> at M is month 02 with span 2, at D 59 days; <c>2023</c> at M does not fit. At <see cref="Frequency.Other"/> every form is its days.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, Frequency expected, out Period period)
    {
        if (!TryParse(text, out period))
        {
            return false;
        }

        if (period.Frequency == expected)
        {
            return true;
        }

        bool isRange = period.Span > 1 || period.Frequency == Frequency.Other || text.Contains('/');
        Period? fitted = isRange || expected == Frequency.Other ? period.Refit(expected) : null;
        period = fitted.GetValueOrDefault();
        return fitted is not null;
    }

    /// <summary>Reads any form; null where it is none.</summary>
    public static Period? Read(ReadOnlySpan<char> text) => TryParse(text, out Period period) ? period : null;

    /// <summary>Reads a period of a known frequency, or adds the fault that says what is wrong and gives null.</summary>
    public static Period? Read(ReadOnlySpan<char> text, Frequency expected, Place place, FaultList faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        if (TryParse(text, expected, out Period period))
        {
            return period;
        }

        faults.Add(TryParse(text, out _)
            ? SeriesFaults.PeriodFrequency.At(place, text.ToString(), expected.Code())
            : SeriesFaults.PeriodForm.At(place, text.ToString()));
        return null;
    }

    /// <summary>The period of a text that <see cref="TryParse(ReadOnlySpan{char}, out Period)"/> takes.</summary>
    /// <exception cref="FormatException">The form differs.</exception>
    public static Period Parse(string text) =>
        TryParse(text, out Period period) ? period : throw new FormatException($"Expected an SDMX time period, got '{text}'.");

    /// <summary>The SDMX form: <c>2023</c>, <c>2023-S1</c>, <c>2023-Q1</c>, <c>2023-03</c>, <c>2023-W05</c>, <c>2023-03-31</c>; with a span, and for other ranges, <c>2023-01-01/P2M</c> (years, months or days).</summary>
    public override string ToString()
    {
        Span<char> text = stackalloc char[LongestText];
        TryFormat(text, out int written, default, CultureInfo.InvariantCulture);
        return text[..written].ToString();
    }

    /// <summary>As <see cref="ToString()"/>; no format and no culture changes it.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <summary>Writes what <see cref="ToString()"/> gives; 32 characters always suffice.</summary>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null)
    {
        if (destination.Length < LongestText)
        {
            Span<char> whole = stackalloc char[LongestText];
            int length = Write(whole);
            charsWritten = length <= destination.Length ? length : 0;
            return whole[..length].TryCopyTo(destination);
        }

        charsWritten = Write(destination);
        return true;
    }

    private int Write(Span<char> text)
    {
        if (Span > 1 || Frequency == Frequency.Other)
        {
            (int count, char unit) = Frequency switch
            {
                Frequency.Annual => (Span, 'Y'),
                Frequency.HalfYearly => (Span * 6, 'M'),
                Frequency.Quarterly => (Span * 3, 'M'),
                Frequency.Monthly => (Span, 'M'),
                Frequency.Weekly => (Span * 7, 'D'),
                _ => (Span, 'D'),
            };
            (int fromYear, int fromMonth, int fromDay) = FirstDate();
            int at = WriteDate(text, fromYear, fromMonth, fromDay);
            text[at++] = '/';
            text[at++] = 'P';
            count.TryFormat(text[at..], out int digits, default, CultureInfo.InvariantCulture);
            text[at + digits] = unit;
            return at + digits + 1;
        }

        if (Frequency == Frequency.Daily)
        {
            DateOnly day = DateOnly.FromDayNumber(_ordinal);
            return WriteDate(text, day.Year, day.Month, day.Day);
        }

        WriteDigits(text[..4], CalendarYear);
        if (Frequency == Frequency.Annual)
        {
            return 4;
        }

        text[4] = '-';
        (char letter, int width) = Frequency switch { Frequency.HalfYearly => ('S', 1), Frequency.Quarterly => ('Q', 1), Frequency.Weekly => ('W', 2), _ => ('\0', 2) };
        int from = 5;
        if (letter != '\0')
        {
            text[from++] = letter;
        }

        WriteDigits(text.Slice(from, width), SubPeriod);
        return from + width;
    }

    private static int WriteDate(Span<char> text, int year, int month, int day)
    {
        WriteDigits(text[..4], year);
        text[4] = '-';
        WriteDigits(text[5..7], month);
        text[7] = '-';
        WriteDigits(text[8..10], day);
        return 10;
    }

    private static void WriteDigits(Span<char> text, int number)
    {
        for (int i = text.Length - 1; i >= 0; i--)
        {
            text[i] = (char)('0' + (number % 10));
            number /= 10;
        }
    }

    private (int Year, int Month, int Day) FirstDate()
    {
        if (MonthsPerPeriod is not 0 and int months)
        {
            int first = (_ordinal - _spanLessOne) * months;
            return (first / 12, (first % 12) + 1, 1);
        }

        DateOnly day = Start;
        return (day.Year, day.Month, day.Day);
    }

    /// <summary>Forms without a slash. <paramref name="isDate"/>: it is a date, with or without midnight.</summary>
    private static bool TryParsePoint(ReadOnlySpan<char> text, out Period period, out bool isDate)
    {
        period = default;
        isDate = false;
        text = WithoutZone(text);
        if (text.Length < 4 || !TryDigits(text[..4], out int year))
        {
            return false;
        }

        if (text.Length == 4)
        {
            period = new Period(Frequency.Annual, year, 1);
            return true;
        }

        if (text.Length < 7 || text[4] != '-')
        {
            return false;
        }

        ReadOnlySpan<char> rest = text[5..];
        if (!char.IsAsciiDigit(rest[0]))
        {
            return TryReportingPeriod(year, rest[0], rest[1..], out period);
        }

        if (!TryDigits(rest[..2], out int month) || month is < 1 or > 12)
        {
            return false;
        }

        if (rest.Length == 2)
        {
            period = new Period(Frequency.Monthly, (year * 12) + month - 1, 1);
            return true;
        }

        isDate = TryDate(text, out int dateYear, out month, out int day) && dateYear > 0;
        period = isDate ? Day(new DateOnly(year, month, day)) : default;
        return isDate;
    }

    private static bool TryReportingPeriod(int year, char kind, ReadOnlySpan<char> digits, out Period period)
    {
        period = default;
        int width = kind switch { 'M' or 'W' => 2, 'D' => 3, _ => 1 };
        if (digits.Length != width || !TryDigits(digits, out int number) || number < 1)
        {
            return false;
        }

        Frequency? frequency = kind switch
        {
            'A' when number == 1 => Frequency.Annual,
            'S' when number <= 2 => Frequency.HalfYearly,
            'Q' when number <= 4 => Frequency.Quarterly,
            'M' when number <= 12 => Frequency.Monthly,
            'T' when number <= 3 => Frequency.Monthly,
            'W' when year > 0 && number <= ISOWeek.GetWeeksInYear(year) => Frequency.Weekly,
            'D' when year > 0 && number <= (DateTime.IsLeapYear(year) ? 366 : 365) => Frequency.Daily,
            _ => null,
        };
        switch (frequency)
        {
            case null:
                return false;
            case Frequency.Weekly:
                int week = (int)(ISOWeek.ToDateTime(year, number, DayOfWeek.Monday).Ticks / TimeSpan.TicksPerDay / 7);
                period = week <= LastWeek ? new Period(Frequency.Weekly, week, 1) : default;
                return week <= LastWeek;
            case Frequency.Daily:
                period = Day(new DateOnly(year, 1, 1).AddDays(number - 1));
                return true;
            default:
                period = kind == 'T'
                    ? new Period(Frequency.Monthly, (year * 12) + (number * 4) - 1, 4)
                    : new Period(frequency.Value, (year * frequency.Value.PerYear()) + number - 1, 1);
                return true;
        }
    }

    private static bool TryParseRange(ReadOnlySpan<char> from, ReadOnlySpan<char> to, out Period period)
    {
        period = default;
        if (to.Length > 0 && to[0] == 'P')
        {
            return TryDate(WithoutZone(from), out int year, out int month, out int day)
                && TryDuration(to, out int years, out int months, out int days)
                && TryRange(year, month, day, years, months, days, out period);
        }

        if (!TryParsePoint(from, out Period first, out _) || !TryParsePoint(to, out Period last, out _)
            || first.Frequency != last.Frequency || last._ordinal - last._spanLessOne < first._ordinal - first._spanLessOne)
        {
            return false;
        }

        Frequency frequency = first.Frequency == Frequency.Daily ? Frequency.Other : first.Frequency;
        period = new Period(frequency, last._ordinal, last._ordinal - first._ordinal + first.Span);
        return true;
    }

    private static bool TryRange(int year, int month, int day, int years, int months, int days, out Period period)
    {
        period = default;
        int firstMonth = (year * 12) + month - 1;
        int monthCount = (years * 12) + months;
        if (days == 0 && day == 1)
        {
            int lastMonth = firstMonth + monthCount - 1;
            if (lastMonth / 12 > MaxYear)
            {
                return false;
            }

            period = months == 0 && month == 1
                ? new Period(Frequency.Annual, year + years - 1, years)
                : new Period(Frequency.Monthly, lastMonth, monthCount);
            return true;
        }

        if (year == 0 || (firstMonth + monthCount) / 12 > MaxYear)
        {
            return false;
        }

        DateOnly start = new(year, month, day);
        long last = start.AddMonths(monthCount).DayNumber + (long)days - 1;
        if (last > DateOnly.MaxValue.DayNumber)
        {
            return false;
        }

        period = new Period(Frequency.Other, (int)last, (int)last - start.DayNumber + 1);
        return true;
    }

    /// <summary><c>PnYnMnD</c> or <c>PnW</c>, more than nothing.</summary>
    private static bool TryDuration(ReadOnlySpan<char> text, out int years, out int months, out int days)
    {
        (years, months, days) = (0, 0, 0);
        ReadOnlySpan<char> rest = text[1..];
        int lastUnit = 0;
        while (rest.Length > 0)
        {
            int width = 0;
            while (width < rest.Length && char.IsAsciiDigit(rest[width]))
            {
                width++;
            }

            if (width is < 1 or > 7 || width == rest.Length || !TryDigits(rest[..width], out int count))
            {
                return false;
            }

            int unit = rest[width] switch { 'Y' => 1, 'M' => 2, 'D' => 3, 'W' when lastUnit == 0 => 4, _ => 0 };
            if (unit <= lastUnit)
            {
                return false;
            }

            lastUnit = unit;
            rest = rest[(width + 1)..];
            switch (unit)
            {
                case 1: years = count; break;
                case 2: months = count; break;
                case 3: days = count; break;
                default: days = count * 7; break;
            }
        }

        return years + months + days > 0 && years <= MaxYear + 1 && months <= (MaxYear + 1) * 12;
    }

    /// <summary><c>YYYY-MM-DD</c>, alone or with the time of midnight; in the year 0 the first of a month only.</summary>
    private static bool TryDate(ReadOnlySpan<char> text, out int year, out int month, out int day)
    {
        (year, month, day) = (0, 0, 0);
        return text.Length >= 10 && text[4] == '-' && text[7] == '-'
            && TryDigits(text[..4], out year) && TryDigits(text[5..7], out month) && TryDigits(text[8..10], out day)
            && month is >= 1 and <= 12 && day >= 1 && (year == 0 ? day == 1 : day <= DateTime.DaysInMonth(year, month))
            && (text.Length == 10 || IsMidnight(text[10..]));
    }

    private static bool IsMidnight(ReadOnlySpan<char> time) =>
        time.StartsWith("T00:00:00") && (time.Length == 9 || (time.Length > 10 && time[9] == '.' && !time[10..].ContainsAnyExcept('0')));

    private static ReadOnlySpan<char> WithoutZone(ReadOnlySpan<char> text)
    {
        if (text.Length > 0 && text[^1] == 'Z')
        {
            return text[..^1];
        }

        return text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':'
            && TryDigits(text[^5..^3], out int hours) && TryDigits(text[^2..], out int minutes) && hours <= 14 && minutes <= 59
            ? text[..^6]
            : text;
    }

    private static bool TryDigits(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        foreach (char c in text)
        {
            int digit = c - '0';
            if (digit is < 0 or > 9)
            {
                return false;
            }

            number = (number * 10) + digit;
        }

        return true;
    }
}
