using System.Globalization;
using Ballast.Faults;

namespace Ballast.Series;

/// <summary>
/// Cut-offs as addresses and commands write them: a moment as <see cref="PublicationTime"/> reads it, then <c>~N</c> with the public number, or nothing for the newest there is.
/// The fixed form is <c>2024-01-19T02:00:00Z~17</c>: UTC, so that no plus sign can be lost in a query; colon and tilde stand unescaped in paths and queries.
/// </summary>
public static class AsOf
{
    /// <summary>Reads a cut-off, or adds the faults that say what is wrong and gives null.</summary>
    /// <param name="text">Such as <c>2024-01-19</c>, <c>2024-01-19T10:00</c>, <c>2024-01-19T10:00+08:00~17</c>.</param>
    /// <param name="zone">The zone of the dataflow's pack, for dates and times without an offset.</param>
    /// <param name="place">Where the text stands.</param>
    /// <param name="faults">Receives what is wrong.</param>
    public static CutOff? Read(ReadOnlySpan<char> text, TimeZoneInfo zone, Place place, FaultList faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        int tilde = text.IndexOf('~');
        ReadOnlySpan<char> time = tilde < 0 ? text : text[..tilde];
        long? number = null;
        if (tilde >= 0)
        {
            number = Number(text[(tilde + 1)..]);
            if (number is null)
            {
                faults.Add(SeriesFaults.PublicNumber, place, text[(tilde + 1)..].ToString());
            }
        }

        DateTimeOffset? moment = PublicationTime.Read(time, zone, place, faults);
        return moment is null || (tilde >= 0 && number is null) ? null : new CutOff(moment.Value.ToUniversalTime(), number);
    }

    /// <summary>Reads a cut-off; false where anything is wrong with it.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, TimeZoneInfo zone, out CutOff cutOff)
    {
        CutOff? read = Read(text, zone, Place.Unknown, new FaultList(1));
        cutOff = read.GetValueOrDefault();
        return read is not null;
    }

    /// <summary>The fixed form, read back as the same cut-off in any zone: seconds, and decimals only where there are any.</summary>
    public static string Text(CutOff cutOff)
    {
        string time = Moment(cutOff.PublishedUpTo);
        return cutOff.PublicNumberUpTo is { } number ? string.Create(CultureInfo.InvariantCulture, $"{time}~{number}") : time;
    }

    /// <summary>A moment in the fixed form: <c>2024-01-19T02:00:00Z</c>.</summary>
    public static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    private static long? Number(ReadOnlySpan<char> digits) =>
        digits.Length is > 0 and <= 18 && !digits.ContainsAnyExceptInRange('0', '9') && long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) is > 0 and long number
            ? number
            : null;
}
