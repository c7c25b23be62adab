using System.Collections.Frozen;
using Ballast.Faults;

namespace Ballast.Language;

/// <summary>
/// The sentences of faults. Each room has a file in <c>Faults/</c> with one line a code: its name, the English and the Chinese sentence, arguments as <c>{name}</c> as the code declares them;
/// the file's table is named in <see cref="Tables"/>. A test finds every code of every room and fails where a sentence is missing or names an argument that the code has not.
/// A sentence says what is wrong and, where it helps, what to do; it ends with a full stop and leaves out the place.
/// </summary>
public static partial class FaultSentences
{
    private static readonly FrozenDictionary<string, Phrase> ByName = All().ToFrozenDictionary(line => line.Name, line => line.Phrase, StringComparer.Ordinal);

    /// <summary>The tables, one a room.</summary>
    private static Row[][] Tables =>
    [
        Packs,
        Series,
        Yaml,
        SdmxModel,
        Sdmx,
        Briefings,
        Work,
        CommandLine,
    ];

    /// <summary>The sentence of a fault, without its place.</summary>
    /// <remarks>A code without a sentence gives its name and arguments, so that a fault is never lost; no code of ours is without.</remarks>
    public static string Sentence(Fault fault, Tongue tongue)
    {
        ArgumentNullException.ThrowIfNull(fault);
        if (Find(fault.Code) is not { } phrase)
        {
            return fault.Arguments.IsEmpty ? fault.Code.Name : $"{fault.Code.Name}: {string.Join(", ", fault.Arguments)}";
        }

        return phrase.Fill(tongue, fault.Code.Arguments, fault.Arguments.AsSpan());
    }

    /// <summary>The place and the sentence, as commands print them: <c>file:3:7: sentence</c>.</summary>
    public static string Line(Fault fault, Tongue tongue)
    {
        ArgumentNullException.ThrowIfNull(fault);
        string place = fault.Place.ToString();
        return place.Length == 0 ? Sentence(fault, tongue) : $"{place}: {Sentence(fault, tongue)}";
    }

    /// <summary>The phrase of a code, or null where there is none.</summary>
    public static Phrase? Find(FaultCode code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return ByName.GetValueOrDefault(code.Name);
    }

    private static IEnumerable<(string Name, Phrase Phrase)> All() =>
        Tables.SelectMany(table => table).Select(line => (line.Name, new Phrase(line.English, line.Chinese)));

    private readonly record struct Row(string Name, string English, string Chinese);
}
