using System.Text;

namespace Ballast.Sdmx.Formats.Csv;

/// <summary>
/// Several values in one cell: parted by the message's sub-field separator; a value that holds the separator, begins with a quote or is empty stands in double quotes, its own quotes doubled.
/// Sets of languages are nested once more (SDMX-CSV 2.0, multi-lingual multi-valued components).
/// </summary>
internal static class SubFields
{
    /// <summary>The values of a cell, and whether each stood in quotes; null where a quote is not closed or text follows it.</summary>
    public static List<(string Text, bool IsQuoted)>? Split(ReadOnlySpan<char> cell, char separator)
    {
        List<(string Text, bool IsQuoted)> values = [];
        int at = 0;
        while (true)
        {
            if (at < cell.Length && cell[at] == '"')
            {
                StringBuilder text = new();
                int open = ++at;
                while (true)
                {
                    int quote = cell[at..].IndexOf('"');
                    if (quote < 0)
                    {
                        return null;
                    }

                    text.Append(cell[at..(at + quote)]);
                    at += quote + 1;
                    if (at < cell.Length && cell[at] == '"')
                    {
                        text.Append('"');
                        at++;
                        continue;
                    }

                    break;
                }

                if (at < cell.Length && cell[at] != separator)
                {
                    return null;
                }

                values.Add((text.ToString(), open <= at));
            }
            else
            {
                int end = cell[at..].IndexOf(separator);
                end = end < 0 ? cell.Length : at + end;
                values.Add((cell[at..end].ToString(), false));
                at = end;
            }

            if (at == cell.Length)
            {
                return values;
            }

            at++;
        }
    }

    /// <summary>Adds a value, in quotes where it needs them.</summary>
    public static void Append(StringBuilder cell, string value, char separator)
    {
        if (value.Length > 0 && value[0] != '"' && !value.Contains(separator, StringComparison.Ordinal))
        {
            cell.Append(value);
        }
        else
        {
            Quote(cell, value);
        }
    }

    /// <summary>Adds a value in quotes.</summary>
    public static void Quote(StringBuilder cell, string value) => cell.Append('"').Append(value.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
}
