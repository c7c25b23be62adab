using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ballast.Faults;
using Ballast.Language;
using Spectre.Console;

namespace Ballast.Cli;

/// <summary>Where a command prints: tables and progress where someone looks on, plain lines where not, JSON where a program reads.</summary>
internal sealed class Terminal
{
    /// <summary>Most faults printed; the rest is counted.</summary>
    private const int FaultsShown = 50;

    private static readonly JsonWriterOptions JsonOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lazy<IAnsiConsole> _console;

    /// <summary>The terminal of this process.</summary>
    public Terminal(Tongue tongue, bool isJson)
    {
        (Tongue, IsJson) = (tongue, isJson);
        _console = new Lazy<IAnsiConsole>(() => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(System.Console.Out) }));
    }

    /// <summary>The language.</summary>
    public Tongue Tongue { get; }

    /// <summary>Whether a program reads the answer.</summary>
    public bool IsJson { get; }

    /// <summary>Whether someone looks on: a terminal, not a file or pipe, and no JSON.</summary>
    public bool IsInteractive => !IsJson && !System.Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") is not (null or "dumb");

    /// <summary>The console of a person.</summary>
    public IAnsiConsole Console => _console.Value;

    /// <summary>How many columns there are; 80 where nobody knows.</summary>
    public int Width => IsInteractive ? Math.Clamp(Console.Profile.Width, 60, 160) : 100;

    /// <summary>A line of the answer; nothing where a program reads.</summary>
    public void Line(string text = "")
    {
        if (!IsJson)
        {
            System.Console.Out.Write(text);
            System.Console.Out.Write('\n');
        }
    }

    /// <summary>A line of emphasis.</summary>
    public void Strong(string text)
    {
        if (IsInteractive)
        {
            Console.MarkupLine($"[bold]{Markup.Escape(text)}[/]");
        }
        else
        {
            Line(text);
        }
    }

    /// <summary>One sentence on what is wrong, on the error stream; an object with <c>error</c> where a program reads.</summary>
    public void Error(string sentence)
    {
        if (IsJson)
        {
            System.Console.Error.Write(Json(json =>
            {
                json.WriteStartObject();
                json.WriteString("error", sentence);
                json.WriteEndObject();
            }));
        }
        else
        {
            System.Console.Error.Write(sentence + "\n");
        }
    }

    /// <summary>Faults, each on a line of the error stream with its place; as an array where a program reads.</summary>
    public void PrintFaults(FaultList faults)
    {
        if (IsJson)
        {
            System.Console.Error.Write(Json(json =>
            {
                json.WriteStartObject();
                json.WriteNumber("count", faults.TotalCount);
                json.WriteStartArray("faults");
                foreach (Fault fault in faults)
                {
                    json.WriteStartObject();
                    json.WriteString("code", fault.Code.Name);
                    json.WriteString("severity", fault.IsError ? "error" : "warning");
                    json.WriteString("file", fault.Place.File);
                    json.WriteNumber("line", fault.Place.Line);
                    json.WriteNumber("column", fault.Place.Column);
                    json.WriteString("sentence", FaultSentences.Sentence(fault, Tongue));
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }));
            return;
        }

        foreach (Fault fault in faults.Take(FaultsShown))
        {
            System.Console.Error.Write(FaultSentences.Line(fault, Tongue) + "\n");
        }

        if (faults.TotalCount > FaultsShown)
        {
            System.Console.Error.Write(Phrases.CommandLine.MoreFaults.In(Tongue, faults.TotalCount - FaultsShown) + "\n");
        }
    }

    /// <summary>A table: plain columns, no boxes; numbers to the right.</summary>
    public void Table(IReadOnlyList<(string Head, bool IsNumeric)> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        if (IsJson)
        {
            return;
        }

        int[] widths = [.. columns.Select((c, i) => rows.Select(r => Cells(r[i])).Append(Cells(c.Head)).Max())];
        Fit(widths, columns);
        Row([.. columns.Select(c => c.Head)], isHead: true);
        Line(new string('─', widths.Sum() + ((widths.Length - 1) * 2)));
        foreach (IReadOnlyList<string> row in rows)
        {
            Row(row, isHead: false);
        }

        void Row(IReadOnlyList<string> cells, bool isHead)
        {
            StringBuilder line = new();
            for (int i = 0; i < cells.Count; i++)
            {
                string cell = Cut(cells[i], widths[i]);
                string pad = new(' ', widths[i] - Cells(cell));
                line.Append(i > 0 ? "  " : "").Append(columns[i].IsNumeric ? pad + cell : cell + pad);
            }

            string text = line.ToString().TrimEnd();
            if (isHead)
            {
                Strong(text);
            }
            else
            {
                Line(text);
            }
        }
    }

    /// <summary>JSON on the output, one line.</summary>
    public static string Json(Action<Utf8JsonWriter> write)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, JsonOptions))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>Prints JSON where a program reads; nothing otherwise.</summary>
    public void PrintJson(Action<Utf8JsonWriter> write)
    {
        if (IsJson)
        {
            System.Console.Out.Write(Json(write));
            System.Console.Out.Flush();
        }
    }

    /// <summary>Columns that a text takes on a terminal: Han characters and full-width signs take two, combining marks none.</summary>
    public static int Cells(string text)
    {
        int cells = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            int value = rune.Value;
            cells += Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.Format ? 0
                : value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD) ? 2
                : 1;
        }

        return cells;
    }

    /// <summary>A text of at most so many columns, cut with an ellipsis.</summary>
    public static string Cut(string text, int width)
    {
        if (Cells(text) <= width)
        {
            return text;
        }

        StringBuilder cut = new();
        int used = 1;
        foreach (Rune rune in text.EnumerateRunes())
        {
            int cells = Cells(rune.ToString());
            if (used + cells > width)
            {
                break;
            }

            cut.Append(rune);
            used += cells;
        }

        return cut.Append('…').ToString();
    }

    /// <summary>Narrows the widest text column until the table fits; where nobody looks on nothing is cut.</summary>
    private void Fit(int[] widths, IReadOnlyList<(string Head, bool IsNumeric)> columns)
    {
        if (!IsInteractive)
        {
            return;
        }

        while (widths.Sum() + ((widths.Length - 1) * 2) > Width)
        {
            int widest = Enumerable.Range(0, widths.Length).Where(i => !columns[i].IsNumeric).DefaultIfEmpty(-1).MaxBy(i => i < 0 ? 0 : widths[i]);
            if (widest < 0 || widths[widest] <= 12)
            {
                return;
            }

            widths[widest]--;
        }
    }
}
