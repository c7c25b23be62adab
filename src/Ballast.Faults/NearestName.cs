namespace Ballast.Faults;

/// <summary>The known name that a mistyped one was probably meant to be.</summary>
public static class NearestName
{
    /// <summary>Longer words are not compared: nobody mistypes a paragraph, and the work stays bounded.</summary>
    private const int MaxLength = 64;

    /// <summary>The nearest of the known names, case aside, or null where none lies within a third of the word's length (at least one edit).</summary>
    /// <remarks>Where two are equally near, the one that stands first.</remarks>
    public static string? Find(string word, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(known);
        if (word.Length is 0 or > MaxLength)
        {
            return null;
        }

        string? nearest = null;
        int bound = Math.Max(1, word.Length / 3) + 1;
        foreach (string name in known)
        {
            int distance = Distance(word, name, bound);
            if (distance < bound)
            {
                (nearest, bound) = (name, distance);
            }
        }

        return nearest;
    }

    /// <summary>Edits (insert, delete, replace, swap of neighbours) from one word to the other, case aside; <paramref name="bound"/> where there are as many or more.</summary>
    /// <remarks>Damerau's distance with non-overlapping swaps. Words longer than 64 count as out of bounds.</remarks>
    public static int Distance(string left, string right, int bound)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (left.Length > MaxLength || right.Length > MaxLength || Math.Abs(left.Length - right.Length) >= bound)
        {
            return bound;
        }

        Span<int> before = stackalloc int[right.Length + 1];
        Span<int> above = stackalloc int[right.Length + 1];
        Span<int> row = stackalloc int[right.Length + 1];
        for (int j = 0; j <= right.Length; j++)
        {
            above[j] = j;
        }

        for (int i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int same = Same(left[i - 1], right[j - 1]) ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + same);
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }

                least = Math.Min(least, row[j]);
            }

            if (least > bound)
            {
                return bound;
            }

            Span<int> spare = before;
            before = above;
            above = row;
            row = spare;
        }

        return Math.Min(above[right.Length], bound);
    }

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
