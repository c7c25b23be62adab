using System.Collections.Immutable;

namespace Ballast.Sdmx.Model;

/// <summary>A data structure definition: dimensions in the order of the key, time, measures, attributes.</summary>
public sealed class DataStructureDefinition
{
    /// <summary>Id of the time dimension in every structure.</summary>
    public const string TimePeriodId = "TIME_PERIOD";

    /// <summary>Makes a definition.</summary>
    /// <exception cref="ArgumentException">No dimension, no measure, or a component id twice.</exception>
    public DataStructureDefinition(
        StructureId id,
        LocalisedText name,
        LocalisedText description,
        ImmutableArray<Dimension> dimensions,
        ConceptReference timeConcept,
        ImmutableArray<Measure> measures,
        ImmutableArray<DataAttribute> attributes,
        ImmutableArray<Annotation> annotations)
    {
        if (dimensions.IsEmpty || measures.IsEmpty)
        {
            throw new ArgumentException($"Expected dimensions and a measure in {id}.", nameof(dimensions));
        }

        HashSet<string> ids = new(StringComparer.Ordinal) { TimePeriodId };
        foreach (string component in dimensions.Select(d => d.Id).Concat(measures.Select(m => m.Id)).Concat(attributes.Select(a => a.Id)))
        {
            if (!ids.Add(component))
            {
                throw new ArgumentException($"Component {component} stands twice in {id}.", nameof(dimensions));
            }
        }

        (Id, Name, Description, Dimensions, TimeConcept, Measures, Attributes, Annotations) =
            (id, name, description, dimensions, timeConcept, measures, attributes, annotations);
        FrequencyIndex = IndexOf("FREQ");
    }

    /// <summary>Identity.</summary>
    public StructureId Id { get; }

    /// <summary>Name.</summary>
    public LocalisedText Name { get; }

    /// <summary>Description; may be empty.</summary>
    public LocalisedText Description { get; }

    /// <summary>Dimensions other than time, in the order of the key.</summary>
    public ImmutableArray<Dimension> Dimensions { get; }

    /// <summary>Concept of TIME_PERIOD.</summary>
    public ConceptReference TimeConcept { get; }

    /// <summary>Measures; the first is what rooms that know one measure read.</summary>
    public ImmutableArray<Measure> Measures { get; }

    /// <summary>Attributes.</summary>
    public ImmutableArray<DataAttribute> Attributes { get; }

    /// <summary>Annotations.</summary>
    public ImmutableArray<Annotation> Annotations { get; }

    /// <summary>Where FREQ stands among the dimensions, or −1.</summary>
    public int FrequencyIndex { get; }

    /// <summary>Where a dimension stands among <see cref="Dimensions"/>, or −1.</summary>
    public int IndexOf(string dimensionId)
    {
        for (int i = 0; i < Dimensions.Length; i++)
        {
            if (string.Equals(Dimensions[i].Id, dimensionId, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}

/// <summary>A dataflow: data of one structure that are published together.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Name">In each language.</param>
/// <param name="Description">May be empty.</param>
/// <param name="Structure">Its data structure definition.</param>
/// <param name="Annotations">Annotations.</param>
public sealed record Dataflow(StructureId Id, LocalisedText Name, LocalisedText Description, StructureId Structure, ImmutableArray<Annotation> Annotations);

/// <summary>An agency.</summary>
/// <param name="Id">Its id, as structures name it.</param>
/// <param name="Name">In each language.</param>
/// <param name="Description">May be empty.</param>
public sealed record Agency(string Id, LocalisedText Name, LocalisedText Description);

/// <summary>An agency scheme.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Name">In each language.</param>
/// <param name="Agencies">In order.</param>
public sealed record AgencyScheme(StructureId Id, LocalisedText Name, ImmutableArray<Agency> Agencies);
