using System.Collections.Immutable;

namespace Ballast.Sdmx.Formats.Csv;

/// <summary>How an SDMX-CSV message is written.</summary>
public sealed record DataCsvWriterOptions
{
    /// <summary>Languages that the columns of multilingual attributes list; a text in another one cannot be written.</summary>
    public ImmutableArray<string> Languages { get; init; } = ["en", "zh"];

    /// <summary>Parts cells.</summary>
    public char Separator { get; init; } = ',';

    /// <summary>Parts several values in one cell.</summary>
    public char SubSeparator { get; init; } = ';';

    /// <summary>Whether attributes of series stand on each row, so that every row says all, as the standard recommends and other readers expect; else on the first row of a series only.</summary>
    public bool RepeatsSeriesAttributes { get; init; } = true;
}
