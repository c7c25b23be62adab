using Ballast.Faults;
using Ballast.Sdmx.Model;

namespace Ballast.Sdmx.Formats.Json;

/// <summary>
/// Reads SDMX-JSON structure messages: 2.0.0 whole in the kinds that Ballast keeps (agency schemes, concept schemes, code lists, data structures, dataflows), 1.0 and 2.1 leniently where they say the same in other words.
/// Every fault is listed with its line and column; other kinds of structures are passed over with a warning.
/// </summary>
public static class StructureJsonReader
{
    /// <summary>Largest message taken unless the caller says otherwise: 256 MiB, above a code list of a million codes.</summary>
    public const int DefaultMaxBytes = 256 * 1024 * 1024;

    /// <summary>Reads a message.</summary>
    /// <param name="input">UTF-8 text, with or without byte order mark; read to its end and left open.</param>
    /// <param name="file">Name of the file in places, or null.</param>
    /// <param name="known">Structures of other messages, in which core representations of concepts are looked up (they say how a measure without a form of its own is kept); null for none. References are not checked here: <see cref="StructureChecker"/> does, once all messages are read.</param>
    /// <param name="places">Receives where each artefact and component stands, or null.</param>
    /// <param name="maxBytes">Largest message taken.</param>
    /// <param name="cancellation">Stops reading.</param>
    public static Outcome<StructureSet> Read(
        Stream input, string? file = null, StructureSet? known = null, StructurePlaces? places = null, int maxBytes = DefaultMaxBytes, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        FaultList faults = new();
        JsonTape? tape = JsonTape.Read(input, file, maxBytes, faults, cancellation);
        if (tape is null)
        {
            return Outcome<StructureSet>.Refused(faults);
        }

        StructureSet? set = new StructureMessage(faults, known ?? StructureSet.Empty, places, cancellation).Read(tape.Root);
        return set is null ? Outcome<StructureSet>.Refused(faults) : Outcome<StructureSet>.Of(set, faults);
    }
}
