using System.Globalization;
using Ballast.Series;

namespace Ballast.Server.Console;

/// <summary>
/// The value of <c>asOf</c>: a date (its end, in the zone of the page), a moment, either with <c>~N</c> behind it (the public number up to which releases are shown, which makes it fixed).
/// </summary>
/// <param name="Text">As it stands in the address, without the number.</param>
/// <param name="Moment">Published up to this moment.</param>
/// <param name="Number">The public number, or null.</param>
/// <param name="IsDay">Whether it names a day.</param>
public readonly record struct AsOfText(string Text, DateTimeOffset Moment, long? Number, bool IsDay)
{
    private static readonly string[] MomentForms =
        ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'"];

    private static readonly string[] LocalForms = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm"];

    /// <summary>Whether the same will be seen whenever it is opened.</summary>
    public bool IsFixed => Number is not null;

    /// <summary>As a cut-off.</summary>
    public CutOff CutOff => new(Moment, Number);

    /// <summary>Reads it; null where the form is not known.</summary>
    /// <param name="value">The value.</param>
    /// <param name="zone">Where days end.</param>
    public static AsOfText? TryParse(string value, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(zone);
        int tilde = value.IndexOf('~', StringComparison.Ordinal);
        string text = tilde < 0 ? value : value[..tilde];
        long? number = null;
        if (tilde >= 0)
        {
            if (!long.TryParse(value.AsSpan(tilde + 1), NumberStyles.None, CultureInfo.InvariantCulture, out long read))
            {
                return null;
            }

            number = read;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            return day == DateOnly.MaxValue ? null : new AsOfText(text, EndOf(day, zone), number, true);
        }

        if (DateTimeOffset.TryParseExact(text, MomentForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment))
        {
            return new AsOfText(text, moment.ToUniversalTime(), number, false);
        }

        return DateTime.TryParseExact(text, LocalForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime local)
            ? new AsOfText(text, new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime(), number, false)
            : null;
    }

    /// <summary>The last moment of a day that a store can tell from the next day's first.</summary>
    internal static DateTimeOffset EndOf(DateOnly day, TimeZoneInfo zone)
    {
        DateTime next = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(next, zone.GetUtcOffset(next)).ToUniversalTime().AddTicks(-1);
    }

    /// <summary>How a moment of publication is written in an address: the day where it is a day's end, else the moment in UTC.</summary>
    internal static string Of(DateTimeOffset published, TimeZoneInfo zone) => IsDayEnd(published, zone)
        ? TimeZoneInfo.ConvertTime(published, zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : Ceiling(published.UtcDateTime).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Whether a moment stands for a whole day.</summary>
    internal static bool IsDayEnd(DateTimeOffset published, TimeZoneInfo zone)
    {
        DateTimeOffset local = TimeZoneInfo.ConvertTime(published, zone);
        return local is { Hour: 23, Minute: 59, Second: 59 };
    }

    // A second that ends before the release would not show it.
    private static DateTime Ceiling(DateTime moment) => moment.Ticks % TimeSpan.TicksPerSecond == 0 ? moment : moment.AddTicks(TimeSpan.TicksPerSecond - (moment.Ticks % TimeSpan.TicksPerSecond));
}
