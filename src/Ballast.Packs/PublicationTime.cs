using System.Globalization;
using Ballast.Faults;

namespace Ballast.Packs;

/// <summary>When something was published: a moment with its offset, or a day (which means its end in the pack's zone).</summary>
public sealed record PublicationTime
{
    private static readonly string[] MomentFormats = ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'"];

    private PublicationTime(DateOnly day, DateTimeOffset? moment) => (Day, Moment) = (day, moment);

    /// <summary>The day, by the clock of the place of publication.</summary>
    public DateOnly Day { get; }

    /// <summary>The moment, or null where only the day is known.</summary>
    public DateTimeOffset? Moment { get; }

    /// <summary>Reads <c>2023-01-18</c> or <c>2023-01-18T15:00+08:00</c> (seconds optional, <c>Z</c> for UTC); null for anything else, a time without offset included.</summary>
    public static PublicationTime? TryParse(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            return new PublicationTime(day, null);
        }

        return DateTimeOffset.TryParseExact(text, MomentFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment)
            ? new PublicationTime(DateOnly.FromDateTime(moment.DateTime), moment)
            : null;
    }

    /// <summary>Reads a node.</summary>
    internal static PublicationTime? Read(YamlNode node, FaultList faults)
    {
        if (node.Text(faults) is not { } text)
        {
            return null;
        }

        PublicationTime? time = TryParse(text);
        if (time is null)
        {
            faults.Add(PackFaults.TimeMalformed, node.Place, text);
        }

        return time;
    }

    /// <summary>As written in packs.</summary>
    public override string ToString() =>
        Moment?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) ?? Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
