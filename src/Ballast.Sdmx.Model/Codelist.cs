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
        foreach (Code code in codes)
        {
            int steps = 0;
            for (string? up = code.ParentId; up is not null; up = codes[_indexes[up]].ParentId)
            {
                if (!_indexes.ContainsKey(up) || ++steps > codes.Length)
                {
                    throw new ArgumentException($"Parent {up} of code {code.Id} in {id} is missing or its own descendant.", nameof(codes));
                }
            }
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
}
