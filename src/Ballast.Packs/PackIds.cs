using Ballast.Faults;

namespace Ballast.Packs;

/// <summary>The ASCII names by which packs, releases and agencies are called: they become addresses, folder names and keys.</summary>
internal static class PackIds
{
    public const int MaxLength = 64;

    /// <summary>A pack's id: lower-case letters, digits and hyphens, a letter first.</summary>
    public static bool IsPackId(string text) =>
        text.Length is > 0 and <= MaxLength && char.IsAsciiLetterLower(text[0]) && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    /// <summary>A release's key: letters, digits, hyphens, underscores and points; a letter or digit first and last.</summary>
    public static bool IsReleaseKey(string text) =>
        text.Length is > 0 and <= MaxLength && char.IsAsciiLetterOrDigit(text[0]) && char.IsAsciiLetterOrDigit(text[^1])
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    /// <summary>An id as SDMX has it for dataflows and components (its NCNameIDType, without points): a letter first, then letters, digits, hyphens, underscores.</summary>
    public static bool IsSdmxId(string text) =>
        text.Length is > 0 and <= MaxLength && char.IsAsciiLetter(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <summary>An agency: SDMX ids joined by points.</summary>
    public static bool IsAgency(string text) => text.Length <= MaxLength && text.Split('.').All(IsSdmxId);

    /// <summary>A version of three numbers.</summary>
    public static bool IsVersion(string text) =>
        text.Split('.') is { Length: 3 } numbers && numbers.All(n => n.Length is > 0 and <= 6 && n.All(char.IsAsciiDigit) && (n.Length == 1 || n[0] != '0'));

    /// <summary>Reads a text of one of these forms.</summary>
    public static string? Read(YamlNode? node, Func<string, bool> isGood, FaultCode otherwise, FaultList faults)
    {
        if (node?.Text(faults) is not { } text)
        {
            return null;
        }

        if (isGood(text))
        {
            return text;
        }

        faults.Add(otherwise, node.Place, text);
        return null;
    }
}
