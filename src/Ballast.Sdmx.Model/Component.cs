using System.Collections.Immutable;

namespace Ballast.Sdmx.Model;

/// <summary>A dimension other than time.</summary>
/// <param name="Id">Unique in its structure.</param>
/// <param name="Concept">What it means.</param>
/// <param name="Representation">Its values; coded in all our structures, free text allowed.</param>
public sealed record Dimension(string Id, ConceptReference Concept, Representation Representation);

/// <summary>A measure.</summary>
/// <param name="Id">OBS_VALUE for the first of all our structures.</param>
/// <param name="Concept">What it means.</param>
/// <param name="Representation">Its values.</param>
/// <param name="Kind">How the store keeps it.</param>
public sealed record Measure(string Id, ConceptReference Concept, Representation Representation, Series.MeasureKind Kind);

/// <summary>What an attribute is attached to (SDMX: attribute relationship).</summary>
public enum AttributeLevel
{
    /// <summary>The whole data set.</summary>
    Dataset,

    /// <summary>Some dimensions: a group of series, named by the dimensions it depends on.</summary>
    Group,

    /// <summary>All dimensions but time.</summary>
    Series,

    /// <summary>The observation.</summary>
    Observation,
}

/// <summary>An attribute.</summary>
/// <param name="Id">Unique in its structure.</param>
/// <param name="Concept">What it means.</param>
/// <param name="Representation">Its values; several where MaxOccurs allows.</param>
/// <param name="Level">What it is attached to.</param>
/// <param name="Dimensions">Dimensions of a group, else empty.</param>
/// <param name="IsMandatory">Whether it must be stated.</param>
public sealed record DataAttribute(string Id, ConceptReference Concept, Representation Representation, AttributeLevel Level, ImmutableArray<string> Dimensions, bool IsMandatory);
