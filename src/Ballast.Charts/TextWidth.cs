namespace Ballast.Charts;

/// <summary>How wide a label will be, near enough to keep labels apart: the server knows no font of the reader's.</summary>
internal static class TextWidth
{
    /// <summary>Pixels at 13 px in the fonts of the stylesheet; rather too much than too little.</summary>
    public static double Of(string text)
    {
        double width = 0;
        foreach (char c in text)
        {
            width += c switch
            {
                >= '\u2E80' and <= '\uFFEF' => 13.2,
                '.' or ',' or ':' or ';' or '\'' or ' ' or 'i' or 'l' or 'j' or '|' => 4.2,
                'm' or 'w' or 'M' or 'W' or '%' => 11.5,
                >= 'A' and <= 'Z' => 8.8,
                _ => 7.4,
            };
        }

        return width;
    }
}
