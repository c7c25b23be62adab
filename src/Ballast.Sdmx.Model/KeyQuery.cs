using System.Collections.Immutable;

namespace Ballast.Sdmx.Model;

/// <summary>A query by key as in SDMX REST 1.5: for each dimension the codes wanted, none meaning any. Written <c>M.CN..A+B</c>; <c>all</c> or the empty text means every series.</summary>
public sealed class KeyQuery
{
    /// <summary>A query of the given codes.</summary>
    /// <param name="wanted">One entry a dimension; an empty one means any code.</param>
    public KeyQuery(ImmutableArray<ImmutableArray<string>> wanted) => Wanted = wanted;

    /// <summary>Codes wanted, one entry a dimension; an empty one means any.</summary>
    public ImmutableArray<ImmutableArray<string>> Wanted { get; }

    /// <summary>Whether it asks for every series.</summary>
    public bool IsAll => Wanted.All(w => w.IsEmpty);

    /// <summary>Every series of a structure with so many dimensions.</summary>
    public static KeyQuery All(int dimensionCount) => new([.. Enumerable.Repeat(ImmutableArray<string>.Empty, dimensionCount)]);

    /// <summary>Just one series.</summary>
    public static KeyQuery Of(SeriesKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new KeyQuery([.. key.Codes.Select(c => ImmutableArray.Create(c))]);
    }

    /// <summary>Reads the written form; null where the number of dimensions differs. <c>*</c> in a place means any, as in REST 2.</summary>
    public static KeyQuery? TryParse(string? text, int dimensionCount)
    {
        if (string.IsNullOrEmpty(text) || text is "all" or "*")
        {
            return All(dimensionCount);
        }

        string[] parts = text.Split('.');
        return parts.Length != dimensionCount ? null
            : new KeyQuery([.. parts.Select(p => p is "" or "*" ? [] : p.Split('+', StringSplitOptions.RemoveEmptyEntries).ToImmutableArray())]);
    }

    /// <summary>Whether a key is asked for.</summary>
    public bool Matches(SeriesKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        for (int i = 0; i < Wanted.Length; i++)
        {
            if (!Wanted[i].IsEmpty && !Wanted[i].Contains(key.Codes[i], StringComparer.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The written form.</summary>
    public override string ToString() => string.Join('.', Wanted.Select(w => string.Join('+', w)));
}
