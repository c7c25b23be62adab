using Ballast.Sdmx.Model;

namespace Ballast.Sdmx.Formats.Json;

/// <summary>SDMX URNs: <c>urn:sdmx:org.sdmx.infomodel.PACKAGE.CLASS=AGENCY:ID(VERSION)[.ITEM]</c>.</summary>
internal static class SdmxUrn
{
    private const string Head = "urn:sdmx:org.sdmx.infomodel.";

    public const string Codelist = "codelist.Codelist";

    public const string Concept = "conceptscheme.Concept";

    public const string DataStructure = "datastructure.DataStructure";

    public const string Dataflow = "datastructure.Dataflow";

    /// <summary>URN of an artefact of a class, or of an item in it.</summary>
    public static string Of(string kind, StructureId id, string? item = null) => $"{Head}{kind}={id}{(item is null ? "" : "." + item)}";

    /// <summary>Reads a URN of a class; false where it is of another form. A version with <c>+</c> (whatever is newest) parses as late.</summary>
    public static bool TryParse(string text, string kind, out StructureId id, out string? item, out bool isLate)
    {
        (id, item, isLate) = (default, null, false);
        string head = Head + kind + "=";
        int close = text.LastIndexOf(')');
        if (!text.StartsWith(head, StringComparison.Ordinal) || close < 0)
        {
            return false;
        }

        string tail = text[(close + 1)..];
        if (tail.Length > 0)
        {
            if (tail[0] != '.' || tail.Length == 1)
            {
                return false;
            }

            item = tail[1..];
        }

        string artefact = text[head.Length..(close + 1)];
        int open = artefact.IndexOf('(', StringComparison.Ordinal);
        isLate = open >= 0 && artefact.AsSpan(open).IndexOfAny('+', '*', '~') >= 0;
        return !isLate && StructureId.TryParse(artefact, out id);
    }
}
