namespace Ballast.Briefings;

/// <summary>A number in a briefing: its text with unit, formatted, and where it comes from.</summary>
/// <param name="Text">The number with scale word and unit.</param>
/// <param name="Mark">What a reader must know of it, or null.</param>
/// <param name="Source">Where it comes from; every figure has one.</param>
public sealed record Figure(string Text, FigureMark? Mark, FigureSource Source)
{
    /// <summary>The number alone, with the word of its bound before it: the text up to the end of its first number.</summary>
    public string Number => Text[..NumberLength].TrimEnd();

    /// <summary>What stands behind the number: scale word and unit; empty for bare numbers.</summary>
    public string Unit => Text[NumberLength..].TrimStart();

    private int NumberLength
    {
        get
        {
            int at = Text.AsSpan().IndexOfAnyInRange('0', '9');
            if (at < 0)
            {
                return Text.Length;
            }

            while (at < Text.Length && (char.IsAsciiDigit(Text[at]) || (Text[at] is '.' or ',' && at + 1 < Text.Length && char.IsAsciiDigit(Text[at + 1]))))
            {
                at++;
            }

            return at;
        }
    }
}

/// <summary>A mark: a letter, or a placeholder as [l].</summary>
/// <param name="Sign">What is printed.</param>
/// <param name="Meaning">What readers hear.</param>
public sealed record FigureMark(string Sign, string Meaning);

/// <summary>A change of a figure.</summary>
/// <param name="Direction">Below zero, zero or above.</param>
/// <param name="Text">The change with its sign and unit.</param>
/// <param name="Basis">Against what, or null where a head says it.</param>
/// <param name="Mark">ƒ where it was computed here, or null.</param>
public sealed record FigureChange(int Direction, string Text, string? Basis, FigureMark? Mark);
