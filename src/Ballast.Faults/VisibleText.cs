using System.Globalization;
using System.Text;

namespace Ballast.Faults;

/// <summary>Text in which a reviewer sees all that is there: no control, bidirectional or invisible character, no lone half of a surrogate pair.</summary>
/// <remarks>Such characters make one name look like another, or text read in another order than it runs.</remarks>
public static class VisibleText
{
    /// <summary>Where the first hidden character stands, or −1. Tabs and line feeds are not hidden.</summary>
    public static int FirstHidden(ReadOnlySpan<char> text)
    {
        for (int index = 0; index < text.Length;)
        {
            if (Rune.DecodeFromUtf16(text[index..], out Rune rune, out int consumed) != System.Buffers.OperationStatus.Done || IsHidden(rune))
            {
                return index;
            }

            index += consumed;
        }

        return -1;
    }

    /// <summary>The character that a text begins with, as <c>U+202E</c>.</summary>
    public static string Name(ReadOnlySpan<char> text)
    {
        int value = Rune.DecodeFromUtf16(text, out Rune rune, out _) == System.Buffers.OperationStatus.Done ? rune.Value : text[0];
        return string.Create(CultureInfo.InvariantCulture, $"U+{value:X4}");
    }

    private static bool IsHidden(Rune rune) => rune.Value is not ('\t' or '\n')
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
