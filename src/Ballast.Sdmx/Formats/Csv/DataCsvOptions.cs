using System.Collections.Immutable;
using Ballast.Sdmx.Model;

namespace Ballast.Sdmx.Formats.Csv;

/// <summary>How an SDMX-CSV message is read.</summary>
public sealed record DataCsvOptions
{
    /// <summary>Name of the file in places, or null.</summary>
    public string? File { get; init; }

    /// <summary>The dataflow that the message must be for; null where the message says it. Needed for rows that name a data structure.</summary>
    public Dataflow? Flow { get; init; }

    /// <summary>A column beside those of the standard by which the rows are parted, one data set for each distinct value (Ballast extension: <c>KNOWN_FROM</c> and the like); null for none.</summary>
    public string? VintageColumn { get; init; }

    /// <summary>Columns that are passed over. All other columns that the structure does not know are faults: a misspelt attribute would vanish silently.</summary>
    public ImmutableArray<string> IgnoredColumns { get; init; } = [];

    /// <summary>
    /// Whether the message states whole series, so that each mandatory attribute must stand in it: of a series or group once for each series with observations, of observations on every one.
    /// False for additions to series that are kept already; replaced observations must have theirs all the same, since a replacement keeps nothing of the old one.
    /// </summary>
    public bool StatesWholeSeries { get; init; } = true;

    /// <summary>What parts digits in measures; a comma in messages written for such a locale.</summary>
    public char DecimalMark { get; init; } = '.';

    /// <summary>Longest row taken, in bytes.</summary>
    public int MaxRowBytes { get; init; } = 1024 * 1024;

    /// <summary>Longest cell taken, in bytes.</summary>
    public int MaxCellBytes { get; init; } = 64 * 1024;

    /// <summary>Most distinct values of the vintage column.</summary>
    public int MaxVintages { get; init; } = 20_000;

    /// <summary>Called now and then with the bytes read so far.</summary>
    public Action<long>? Progress { get; init; }
}
