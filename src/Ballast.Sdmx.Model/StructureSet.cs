using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Ballast.Sdmx.Model;

/// <summary>Structures that belong together, found by identity: the content of a structure message, of a pack, or of a whole store.</summary>
public sealed class StructureSet
{
    /// <summary>No structures.</summary>
    public static readonly StructureSet Empty = new([], [], [], [], []);

    private readonly FrozenDictionary<StructureId, Codelist> _codelists;
    private readonly FrozenDictionary<StructureId, ConceptScheme> _conceptSchemes;
    private readonly FrozenDictionary<StructureId, DataStructureDefinition> _dataStructures;
    private readonly FrozenDictionary<StructureId, Dataflow> _dataflows;

    /// <summary>A set of the given structures.</summary>
    /// <exception cref="ArgumentException">Two of one kind have the same identity.</exception>
    public StructureSet(
        ImmutableArray<AgencyScheme> agencySchemes,
        ImmutableArray<ConceptScheme> conceptSchemes,
        ImmutableArray<Codelist> codelists,
        ImmutableArray<DataStructureDefinition> dataStructures,
        ImmutableArray<Dataflow> dataflows)
    {
        (AgencySchemes, ConceptSchemes, Codelists, DataStructures, Dataflows) = (agencySchemes, conceptSchemes, codelists, dataStructures, dataflows);
        _codelists = codelists.ToFrozenDictionary(c => c.Id);
        _conceptSchemes = conceptSchemes.ToFrozenDictionary(c => c.Id);
        _dataStructures = dataStructures.ToFrozenDictionary(d => d.Id);
        _dataflows = dataflows.ToFrozenDictionary(d => d.Id);
    }

    /// <summary>Agency schemes in order.</summary>
    public ImmutableArray<AgencyScheme> AgencySchemes { get; }

    /// <summary>Concept schemes in order.</summary>
    public ImmutableArray<ConceptScheme> ConceptSchemes { get; }

    /// <summary>Code lists in order.</summary>
    public ImmutableArray<Codelist> Codelists { get; }

    /// <summary>Data structure definitions in order.</summary>
    public ImmutableArray<DataStructureDefinition> DataStructures { get; }

    /// <summary>Dataflows in order.</summary>
    public ImmutableArray<Dataflow> Dataflows { get; }

    /// <summary>A code list, or null.</summary>
    public Codelist? FindCodelist(StructureId id) => _codelists.GetValueOrDefault(id);

    /// <summary>A concept scheme, or null.</summary>
    public ConceptScheme? FindConceptScheme(StructureId id) => _conceptSchemes.GetValueOrDefault(id);

    /// <summary>A data structure definition, or null.</summary>
    public DataStructureDefinition? FindDataStructure(StructureId id) => _dataStructures.GetValueOrDefault(id);

    /// <summary>A dataflow, or null.</summary>
    public Dataflow? FindDataflow(StructureId id) => _dataflows.GetValueOrDefault(id);

    /// <summary>The newest version of a dataflow by its bare id (of whatever agency, in order of agency), or null.</summary>
    public Dataflow? FindDataflow(string id) => Dataflows
        .Where(d => string.Equals(d.Id.Id, id, StringComparison.Ordinal))
        .OrderBy(d => d.Id.Agency, StringComparer.Ordinal).ThenByDescending(d => d.Id.Version)
        .FirstOrDefault();

    /// <summary>The concept of a reference, or null.</summary>
    public Concept? FindConcept(ConceptReference reference) =>
        FindConceptScheme(reference.Scheme)?.Concepts.FirstOrDefault(c => c.Id == reference.ConceptId);

    /// <summary>The code list of a component's representation: its own enumeration, else its concept's; null where it is not coded.</summary>
    public Codelist? CodelistOf(Representation representation, ConceptReference concept)
    {
        ArgumentNullException.ThrowIfNull(representation);
        StructureId? id = representation.Enumeration ?? (representation.TextType is null ? FindConcept(concept)?.Representation?.Enumeration : null);
        return id is null ? null : FindCodelist(id.Value);
    }

    /// <summary>What holds for a component: its own representation, or its concept's core representation with the component's number of values; text where neither says anything.</summary>
    public Representation RepresentationOf(Representation representation, ConceptReference concept)
    {
        ArgumentNullException.ThrowIfNull(representation);
        return !representation.IsInherited ? representation
            : FindConcept(concept)?.Representation ?? representation with { TextType = "String" };
    }

    /// <summary>This set with the other's structures added; the other's stand where both have one of the same identity.</summary>
    public StructureSet With(StructureSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new StructureSet(
            Union(AgencySchemes, other.AgencySchemes, a => a.Id),
            Union(ConceptSchemes, other.ConceptSchemes, c => c.Id),
            Union(Codelists, other.Codelists, c => c.Id),
            Union(DataStructures, other.DataStructures, d => d.Id),
            Union(Dataflows, other.Dataflows, d => d.Id));
    }

    private static ImmutableArray<T> Union<T>(ImmutableArray<T> ours, ImmutableArray<T> theirs, Func<T, StructureId> id)
    {
        HashSet<StructureId> replaced = [.. theirs.Select(id)];
        return [.. ours.Where(o => !replaced.Contains(id(o))), .. theirs];
    }
}
