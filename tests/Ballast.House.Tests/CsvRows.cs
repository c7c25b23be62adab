using System.Text;

namespace Ballast.House.Tests;

/// <summary>Rows of a CSV file by the names of their columns, read without Ballast's reader: fields apart by commas, quoted ones with doubled quotes.</summary>
internal static class CsvRows
{
    public static List<Dictionary<string, string>> Of(string path) => OfText(File.ReadAllText(path));

    public static List<Dictionary<string, string>> OfText(string text)
    {
        List<List<string>> records = [[]];
        StringBuilder field = new();
        bool isQuoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '"' && isQuoted && i + 1 < text.Length && text[i + 1] == '"')
            {
                field.Append('"');
                i++;
            }
            else if (c == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && c is ',' or '\n')
            {
                records[^1].Add(field.ToString());
                field.Clear();
                if (c == '\n')
                {
                    records.Add([]);
                }
            }
            else if (isQuoted || c != '\r')
            {
                field.Append(c);
            }
        }

        records[^1].Add(field.ToString());
        return [.. records.Skip(1).Where(r => r.Count == records[0].Count).Select(r => records[0].Zip(r).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal))];
    }
}
