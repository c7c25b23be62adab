using System.Globalization;

namespace Ballast.Sdmx.Model;

/// <summary>A version x.y.z with an optional extension (SDMX 3.0, section on semantic versioning); 2.1's <c>1.0</c> is read as 1.0.0. The default is 0.0.0.</summary>
/// <param name="Major">Changes break.</param>
/// <param name="Minor">Changes add.</param>
/// <param name="Patch">Changes mend.</param>
/// <param name="Extension">Such as <c>draft</c>, or null; an extended version is not final and comes before its bare one.</param>
public readonly record struct SemanticVersion(int Major, int Minor, int Patch, string? Extension = null) : IComparable<SemanticVersion>
{
    /// <summary>1.0.0.</summary>
    public static readonly SemanticVersion One = new(1, 0, 0);

    /// <summary>Whether it may no longer change.</summary>
    public bool IsFinal => Extension is null;

    /// <summary>Reads <c>1</c>, <c>1.0</c>, <c>1.0.0</c> and <c>1.0.0-draft</c>.</summary>
    public static bool TryParse(string? text, out SemanticVersion version)
    {
        version = default;
        if (string.IsNullOrEmpty(text))
        {
            return false;
        }

        string[] halves = text.Split('-', 2);
        string[] numbers = halves[0].Split('.');
        Span<int> parts = stackalloc int[3];
        if (numbers.Length > 3 || (halves.Length == 2 && halves[1].Length == 0))
        {
            return false;
        }

        for (int i = 0; i < numbers.Length; i++)
        {
            if (!int.TryParse(numbers[i], NumberStyles.None, CultureInfo.InvariantCulture, out parts[i]))
            {
                return false;
            }
        }

        version = new SemanticVersion(parts[0], parts[1], parts[2], halves.Length == 2 ? halves[1] : null);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(SemanticVersion other)
    {
        int byNumbers = (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));
        return byNumbers != 0 ? byNumbers : (Extension, other.Extension) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            _ => string.CompareOrdinal(Extension, other.Extension),
        };
    }

    /// <summary>Before.</summary>
    public static bool operator <(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) < 0;

    /// <summary>After.</summary>
    public static bool operator >(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) > 0;

    /// <summary>Not after.</summary>
    public static bool operator <=(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) <= 0;

    /// <summary>Not before.</summary>
    public static bool operator >=(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) >= 0;

    /// <summary><c>x.y.z[-ext]</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}.{Patch}") + (Extension is null ? "" : "-" + Extension);
}
