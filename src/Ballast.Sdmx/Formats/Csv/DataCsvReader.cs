using Ballast.Faults;
using Ballast.Sdmx.Model;

namespace Ballast.Sdmx.Formats.Csv;

/// <summary>
/// Reads SDMX-CSV 2.0.0 data messages in one pass: columns in any order, other field separators, all actions (and M of 2.1), labels, several values and languages, partial keys, and attributes of every level.
/// Every fault is listed with its place; nothing of a faulty message comes out. What is done, and what is not, stands in docs/sdmx.md.
/// </summary>
/// <remarks>
/// Empty cells state nothing; NaN (numbers) and #N/A (texts) state that there is no value. A row of merge or replace without period states attributes of its series, group or data set;
/// a row of replace that states nothing clears what its key names, <c>~</c> or an empty cell standing for any code.
/// </remarks>
public static class DataCsvReader
{
    /// <summary>Reads a message.</summary>
    /// <param name="input">UTF-8 text, with or without byte order mark; read to its end and left open.</param>
    /// <param name="structures">The dataflow, its structure, concepts and code lists.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="cancellation">Stops reading.</param>
    public static Outcome<DataMessage> Read(Stream input, StructureSet structures, DataCsvOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(structures);
        FaultList faults = new();
        DataMessage? message = new CsvMessage(structures, options ?? new DataCsvOptions(), faults, cancellation).Read(input);
        return message is null ? Outcome<DataMessage>.Refused(faults) : Outcome<DataMessage>.Of(message, faults);
    }
}
