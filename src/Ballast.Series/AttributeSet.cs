using System.Collections.Immutable;

namespace Ballast.Series;

/// <summary>Attributes of one thing (observation, series, data set): id → values, in the order of ids. Equal where ids and values are equal in order.</summary>
public sealed class AttributeSet : IEquatable<AttributeSet>
{
    /// <summary>No attributes.</summary>
    public static readonly AttributeSet Empty = new([]);

    private readonly ImmutableArray<KeyValuePair<string, ImmutableArray<AttributeValue>>> _entries;

    private AttributeSet(ImmutableArray<KeyValuePair<string, ImmutableArray<AttributeValue>>> entries) => _entries = entries;

    /// <summary>Ids with their values, ordinal order of ids.</summary>
    public ImmutableArray<KeyValuePair<string, ImmutableArray<AttributeValue>>> Entries => _entries;

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => _entries.IsEmpty;

    /// <summary>All values of one attribute; empty where it is not there.</summary>
    public ImmutableArray<AttributeValue> this[string id]
    {
        get
        {
            foreach (KeyValuePair<string, ImmutableArray<AttributeValue>> entry in _entries)
            {
                if (string.Equals(entry.Key, id, StringComparison.Ordinal))
                {
                    return entry.Value;
                }
            }

            return [];
        }
    }

    /// <summary>A set of the given entries; entries without values are left out.</summary>
    /// <exception cref="ArgumentException">An id stands twice.</exception>
    public static AttributeSet Of(IEnumerable<KeyValuePair<string, ImmutableArray<AttributeValue>>> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ImmutableArray<KeyValuePair<string, ImmutableArray<AttributeValue>>> sorted =
            [.. entries.Where(e => !e.Value.IsDefaultOrEmpty).OrderBy(e => e.Key, StringComparer.Ordinal)];
        for (int i = 1; i < sorted.Length; i++)
        {
            if (sorted[i].Key == sorted[i - 1].Key)
            {
                throw new ArgumentException($"Attribute {sorted[i].Key} stands twice.", nameof(entries));
            }
        }

        return sorted.IsEmpty ? Empty : new AttributeSet(sorted);
    }

    /// <summary>The first value of an attribute, or null where it is not there.</summary>
    public string? First(string id) => this[id] is [var first, ..] ? first.Text : null;

    /// <summary>The text in a language, else the first there is, or null.</summary>
    public string? TextIn(string id, string language)
    {
        ImmutableArray<AttributeValue> values = this[id];
        foreach (AttributeValue value in values)
        {
            if (string.Equals(value.Language, language, StringComparison.OrdinalIgnoreCase))
            {
                return value.Text;
            }
        }

        return values.IsEmpty ? null : values[0].Text;
    }

    /// <summary>This set with the other's attributes put over it (what merge does).</summary>
    public AttributeSet Over(AttributeSet stated)
    {
        ArgumentNullException.ThrowIfNull(stated);
        return stated.IsEmpty ? this : IsEmpty ? stated
            : Of(_entries.Where(e => stated[e.Key].IsEmpty).Concat(stated._entries));
    }

    /// <summary>This set without some attributes.</summary>
    public AttributeSet Without(IReadOnlyCollection<string> ids) => Of(_entries.Where(e => !ids.Contains(e.Key)));

    /// <inheritdoc/>
    public bool Equals(AttributeSet? other) =>
        other is not null && _entries.Length == other._entries.Length
        && _entries.Zip(other._entries).All(pair => pair.First.Key == pair.Second.Key && pair.First.Value.SequenceEqual(pair.Second.Value));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AttributeSet);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (KeyValuePair<string, ImmutableArray<AttributeValue>> entry in _entries)
        {
            hash.Add(entry.Key, StringComparer.Ordinal);
            hash.Add(entry.Value.Length);
        }

        return hash.ToHashCode();
    }
}
