using System.Collections.Immutable;

namespace Ballast.Sdmx.Model;

/// <summary>A concept of a scheme.</summary>
/// <param name="Id">Unique in its scheme.</param>
/// <param name="Name">In each language.</param>
/// <param name="Description">May be empty.</param>
/// <param name="Representation">Core representation, or null.</param>
/// <param name="Annotations">Annotations.</param>
public sealed record Concept(string Id, LocalisedText Name, LocalisedText Description, Representation? Representation, ImmutableArray<Annotation> Annotations);

/// <summary>A concept scheme.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Name">In each language.</param>
/// <param name="Description">May be empty.</param>
/// <param name="Concepts">In order.</param>
/// <param name="Annotations">Annotations.</param>
public sealed record ConceptScheme(StructureId Id, LocalisedText Name, LocalisedText Description, ImmutableArray<Concept> Concepts, ImmutableArray<Annotation> Annotations);

/// <summary>Reference to a concept: its scheme and its id.</summary>
/// <param name="Scheme">The scheme.</param>
/// <param name="ConceptId">The concept's id.</param>
public readonly record struct ConceptReference(StructureId Scheme, string ConceptId);
