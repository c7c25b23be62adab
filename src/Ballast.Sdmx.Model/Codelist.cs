using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Ballast.Sdmx.Model;

/// <summary>One code of a list.</summary>
/// <param name="Id">Unique in its list.</param>
/// <param name="Name">In each language.</param>
/// <param name="Description">May be empty.</param>
/// <param name="ParentId">The code it stands under in the same list, or null.</param>
/// <param name="Annotations">Synonyms and the like.</param>
public sealed record Code(string Id, LocalisedText Name, LocalisedText Description, string? ParentId, ImmutableArray<Annotation> Annotations);

/// <summary>A code list (SDMX: Codelist), codes in the order given.</summary>
public sealed class Codelist
{
    private readonly FrozenDictionary<string, int> _indexes;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <summary>Makes a list.</summary>
    /// <exception cref="ArgumentException">A code stands twice, or a parent is missing or its own descendant.</exception>
    public Codelist(StructureId id, LocalisedText name, LocalisedText description, ImmutableArray<Code> codes, ImmutableArray<Annotation> annotations)
    {
        (Id, Name, Description, Codes, Annotations) = (id, name, description, codes, annotations);
        Dictionary<string, int> indexes = new(codes.Length, StringComparer.Ordinal);
        for (int i = 0; i < codes.Length; i++)
        {
            if (!indexes.TryAdd(codes[i].Id, i))
            {
                throw new ArgumentException($"Code {codes[i].Id} stands twice in {id}.", nameof(codes));
            }
        }

        _indexes = indexes.ToFrozenDictionary(StringComparer.Ordinal);
        _lookup = _indexes.GetAlternateLookup<ReadOnlySpan<char>>();
        if (FindBrokenParent(codes, _indexes) is { } broken)
        {
            throw new ArgumentException($"Parent {broken.ParentId} of code {broken.Id} in {id} is missing or its own descendant.", nameof(codes));
        }
    }

    /// <summary>Identity.</summary>
    public StructureId Id { get; }

    /// <summary>Name.</summary>
    public LocalisedText Name { get; }

    /// <summary>Description; may be empty.</summary>
    public LocalisedText Description { get; }

    /// <summary>Codes in order.</summary>
    public ImmutableArray<Code> Codes { get; }

    /// <summary>Annotations of the list.</summary>
    public ImmutableArray<Annotation> Annotations { get; }

    /// <summary>The code of an id, or null.</summary>
    public Code? Find(string id) => _indexes.TryGetValue(id, out int index) ? Codes[index] : null;

    /// <summary>Where a code stands in <see cref="Codes"/>, or −1.</summary>
    public int IndexOf(string id) => _indexes.TryGetValue(id, out int index) ? index : -1;

    /// <summary>Where a code stands in <see cref="Codes"/>, or −1; for readers that hold no string yet.</summary>
    public int IndexOf(ReadOnlySpan<char> id) => _lookup.TryGetValue(id, out int index) ? index : -1;

    /// <summary>The first code whose parent is missing, or is the code itself or one of its descendants; null where the tree is sound. Ids must be distinct.</summary>
    /// <remarks>Linear: each code is walked once, so that a long chain in a hostile message costs no more than its length.</remarks>
    public static Code? FindBrokenParent(IReadOnlyList<Code> codes, IReadOnlyDictionary<string, int> indexes)
    {
        ArgumentNullException.ThrowIfNull(codes);
        ArgumentNullException.ThrowIfNull(indexes);
        int[] walk = new int[codes.Count];   // 0 not seen, else the number of the walk that passed it
        for (int start = 0; start < codes.Count; start++)
        {
            int at = start;
            while (walk[at] == 0)
            {
                walk[at] = start + 1;
                if (codes[at].ParentId is not { } parent)
                {
                    break;
                }

                if (!indexes.TryGetValue(parent, out int up) || walk[up] == start + 1)
                {
                    return codes[at];
                }

                at = up;
            }
        }

        return null;
    }
}
