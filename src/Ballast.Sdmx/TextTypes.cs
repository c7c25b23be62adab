using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using Ballast.Series;

namespace Ballast.Sdmx;

/// <summary>SDMX's data types of free values (3.0, section on text formats), and how a measure of each is kept.</summary>
internal static class TextTypes
{
    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly SearchValues<char> LettersOrDigits = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    private static readonly FrozenDictionary<string, MeasureKind> Kinds = new Dictionary<string, MeasureKind>
    {
        ["Numeric"] = MeasureKind.Exact,
        ["BigInteger"] = MeasureKind.Exact,
        ["Integer"] = MeasureKind.Exact,
        ["Long"] = MeasureKind.Exact,
        ["Short"] = MeasureKind.Exact,
        ["Decimal"] = MeasureKind.Exact,
        ["Count"] = MeasureKind.Exact,
        ["InclusiveValueRange"] = MeasureKind.Exact,
        ["ExclusiveValueRange"] = MeasureKind.Exact,
        ["Incremental"] = MeasureKind.Exact,
        ["Float"] = MeasureKind.Double,
        ["Double"] = MeasureKind.Double,
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Others = new[]
    {
        "String", "Alpha", "AlphaNumeric", "Boolean", "URI", "ObservationalTimePeriod", "StandardTimePeriod", "BasicTimePeriod", "GregorianTimePeriod",
        "GregorianYear", "GregorianYearMonth", "GregorianDay", "ReportingTimePeriod", "ReportingYear", "ReportingSemester", "ReportingTrimester", "ReportingQuarter",
        "ReportingMonth", "ReportingWeek", "ReportingDay", "DateTime", "TimeRange", "Month", "MonthDay", "Day", "Time", "Duration", "GeospatialInformation", "XHTML",
        "KeyValues", "IdentifiableReference", "DataSetReference",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether SDMX has such a type.</summary>
    public static bool IsKnown(string type) => Kinds.ContainsKey(type) || Others.Contains(type);

    /// <summary>How values of a type are kept: exact, double or text.</summary>
    public static MeasureKind KindOf(string? type) => type is not null && Kinds.TryGetValue(type, out MeasureKind kind) ? kind : MeasureKind.Text;

    /// <summary>Whether a type has whole numbers only.</summary>
    public static bool IsWhole(string? type) => type is "BigInteger" or "Integer" or "Long" or "Short" or "Count" or "Incremental";

    /// <summary>Whether a text is digits with an optional sign and point, however many.</summary>
    public static bool IsDecimal(ReadOnlySpan<char> text)
    {
        text = text is ['-' or '+', ..] ? text[1..] : text;
        int point = text.IndexOf('.');
        ReadOnlySpan<char> fraction = point < 0 ? "0" : text[(point + 1)..];
        return IsDigits(point < 0 ? text : point == 0 ? "0" : text[..point]) && IsDigits(fraction);
    }

    /// <summary>Whether a text is a value of a type; types that are not checked here (URI, duration and the like) take any text.</summary>
    public static bool IsOf(string type, ReadOnlySpan<char> text)
    {
        if (IsWhole(type))
        {
            return IsDigits(text is ['-' or '+', ..] ? text[1..] : text);
        }

        return type switch
        {
            "Numeric" or "Decimal" or "InclusiveValueRange" or "ExclusiveValueRange" => IsDecimal(text),
            "Float" or "Double" => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
            "Boolean" => text is "true" or "false" or "1" or "0",
            "Alpha" => !text.ContainsAnyExcept(Letters),
            "AlphaNumeric" => !text.ContainsAnyExcept(LettersOrDigits),
            "GregorianDay" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "DateTime" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _) && text.Length >= 10 && text[4] == '-',
            "ObservationalTimePeriod" or "StandardTimePeriod" or "BasicTimePeriod" or "GregorianTimePeriod" or "GregorianYear" or "GregorianYearMonth" or "ReportingTimePeriod"
                or "ReportingYear" or "ReportingSemester" or "ReportingTrimester" or "ReportingQuarter" or "ReportingMonth" or "ReportingWeek" or "ReportingDay" or "TimeRange" =>
                Period.TryParse(text, out _) || IsOf("DateTime", text),
            _ => true,
        };
    }

    private static bool IsDigits(ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExceptInRange('0', '9');
}
