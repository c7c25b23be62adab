using Ballast.Faults;

namespace Ballast.Series;

/// <summary>
/// Moments of publication as people and files give them: <c>2024-01-19T10:00+08:00</c>, seconds and fractions if wanted, <c>Z</c>; without an offset the time is that of a zone given; a date alone means the end of
/// its day in that zone (its last whole second). A blank may stand for the T, and for the plus, as decoded queries have it.
/// </summary>
public static class PublicationTime
{
    /// <summary>Reads a moment and keeps its offset; false where the form differs or the zone's clocks leave the time out. Of a time that comes twice, when clocks are set back, the later one is meant.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, TimeZoneInfo zone, out DateTimeOffset moment) => Parse(text, zone, out moment) == Reading.Good;

    /// <summary>Reads a moment, or adds the fault that says what is wrong and gives null.</summary>
    public static DateTimeOffset? Read(ReadOnlySpan<char> text, TimeZoneInfo zone, Place place, FaultList faults)
    {
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentNullException.ThrowIfNull(faults);
        switch (Parse(text, zone, out DateTimeOffset moment))
        {
            case Reading.Good:
                return moment;
            case Reading.Skipped:
                faults.Add(SeriesFaults.MomentSkipped, place, text.ToString(), zone.Id);
                return null;
            default:
                faults.Add(SeriesFaults.MomentForm, place, text.ToString());
                return null;
        }
    }

    /// <summary>The last whole second of a day in a zone.</summary>
    public static DateTimeOffset EndOfDay(DateOnly day, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        DateTime last = day.ToDateTime(new TimeOnly(23, 59, 59));
        return new DateTimeOffset(last, OffsetOf(last, zone));
    }

    private static Reading Parse(ReadOnlySpan<char> text, TimeZoneInfo zone, out DateTimeOffset moment)
    {
        ArgumentNullException.ThrowIfNull(zone);
        moment = default;
        if (text.Length < 10 || text[4] != '-' || text[7] != '-'
            || !TryDigits(text[..4], out int year) || !TryDigits(text[5..7], out int month) || !TryDigits(text[8..10], out int day)
            || year is < 2 or > 9998 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return Reading.WrongForm;
        }

        if (text.Length == 10)
        {
            moment = EndOfDay(new DateOnly(year, month, day), zone);
            return Reading.Good;
        }

        if (text[10] is not ('T' or ' ') || !TryZone(text[11..], out ReadOnlySpan<char> clock, out TimeSpan? offset) || !TryClock(clock, out long ticks))
        {
            return Reading.WrongForm;
        }

        DateTime local = new DateTime(year, month, day).AddTicks(ticks);
        if (offset is null && zone.IsInvalidTime(local))
        {
            return Reading.Skipped;
        }

        moment = new DateTimeOffset(local, offset ?? OffsetOf(local, zone));
        return Reading.Good;
    }

    /// <summary>Of an ambiguous time the smaller offset, which is the later moment.</summary>
    private static TimeSpan OffsetOf(DateTime local, TimeZoneInfo zone) =>
        zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Min() : zone.GetUtcOffset(local);

    private static bool TryZone(ReadOnlySpan<char> text, out ReadOnlySpan<char> clock, out TimeSpan? offset)
    {
        clock = text;
        offset = null;
        if (text.EndsWith("Z"))
        {
            clock = text[..^1];
            offset = TimeSpan.Zero;
            return true;
        }

        if (text.Length < 11 || text[^6] is not ('+' or '-' or ' '))
        {
            return true;
        }

        if (text[^3] != ':' || !TryDigits(text[^5..^3], out int hours) || !TryDigits(text[^2..], out int minutes) || hours > 14 || minutes > 59 || (hours == 14 && minutes > 0))
        {
            return false;
        }

        TimeSpan size = new(hours, minutes, 0);
        offset = text[^6] == '-' ? -size : size;
        clock = text[..^6];
        return true;
    }

    /// <summary><c>HH:mm</c>, <c>HH:mm:ss</c> or with up to seven decimals.</summary>
    private static bool TryClock(ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        if (text.Length < 5 || text[2] != ':' || !TryDigits(text[..2], out int hours) || !TryDigits(text[3..5], out int minutes) || hours > 23 || minutes > 59)
        {
            return false;
        }

        ticks = (hours * TimeSpan.TicksPerHour) + (minutes * TimeSpan.TicksPerMinute);
        if (text.Length == 5)
        {
            return true;
        }

        if (text.Length < 8 || text[5] != ':' || !TryDigits(text[6..8], out int seconds) || seconds > 59)
        {
            return false;
        }

        ticks += seconds * TimeSpan.TicksPerSecond;
        ReadOnlySpan<char> rest = text[8..];
        if (rest.Length == 0)
        {
            return true;
        }

        if (rest[0] != '.' || rest.Length is < 2 or > 8 || !TryDigits(rest[1..], out int fraction))
        {
            return false;
        }

        for (int i = rest.Length; i < 8; i++)
        {
            fraction *= 10;
        }

        ticks += fraction;
        return true;
    }

    private static bool TryDigits(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        foreach (char c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }

            number = (number * 10) + c - '0';
        }

        return true;
    }

    private enum Reading
    {
        Good,
        WrongForm,
        Skipped,
    }
}
