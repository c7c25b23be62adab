using System.Collections.Frozen;
using Ballast.Series;

namespace Ballast.Sdmx;

/// <summary>SDMX's data types of free values (3.0, section on text formats), and how a measure of each is kept.</summary>
internal static class TextTypes
{
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
}
