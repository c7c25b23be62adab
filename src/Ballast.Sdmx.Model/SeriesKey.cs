using System.Collections.Immutable;

namespace Ballast.Sdmx.Model;

/// <summary>Key of a series: one code for each dimension but time, in the structure's order. Written <c>M.CN.C.…</c>.</summary>
public sealed class SeriesKey : IEquatable<SeriesKey>, IComparable<SeriesKey>
{
    private readonly string _text;

    /// <summary>A key of the given codes.</summary>
    /// <exception cref="ArgumentException">No code, an empty one, or one with a point.</exception>
    public SeriesKey(ImmutableArray<string> codes)
    {
        if (codes.IsDefaultOrEmpty || codes.Any(c => string.IsNullOrEmpty(c) || c.Contains('.', StringComparison.Ordinal)))
        {
            throw new ArgumentException("Expected codes that are not empty and hold no point.", nameof(codes));
        }

        (Codes, _text) = (codes, string.Join('.', codes));
    }

    /// <summary>Codes in the order of dimensions.</summary>
    public ImmutableArray<string> Codes { get; }

    /// <summary>Reads a key without wildcards; null where a code is empty or the number of codes differs.</summary>
    public static SeriesKey? TryParse(string text, int dimensionCount)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] codes = text.Split('.');
        return codes.Length == dimensionCount && codes.All(c => c.Length > 0) ? new SeriesKey([.. codes]) : null;
    }

    /// <inheritdoc/>
    public bool Equals(SeriesKey? other) => other is not null && _text == other._text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SeriesKey);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(_text, StringComparison.Ordinal);

    /// <summary>Ordinal order of the written form.</summary>
    public int CompareTo(SeriesKey? other) => string.CompareOrdinal(_text, other?._text);

    /// <summary>Codes joined by points.</summary>
    public override string ToString() => _text;
}
