using Ballast.Faults;
using Ballast.Series;

namespace Ballast.Sdmx.Model;

/// <summary>Checks that the references within a set of structures lead somewhere: dataflow to structure, component to concept and code list, concept to code list.</summary>
public static class StructureChecker
{
    /// <summary>Every reference that leads nowhere.</summary>
    /// <param name="set">What is checked; it must hold all that it refers to (a pack's own structures together with those of the packs it needs).</param>
    /// <param name="places">Where the artefacts stand, or null.</param>
    public static FaultList Check(StructureSet set, StructurePlaces? places = null)
    {
        ArgumentNullException.ThrowIfNull(set);
        FaultList faults = new();
        foreach (Dataflow flow in set.Dataflows)
        {
            if (set.FindDataStructure(flow.Structure) is null)
            {
                faults.Add(ModelFaults.StructureMissing, PlaceOf(StructurePlaces.Dataflow, flow.Id, ""), flow.Id.ToString(), flow.Structure.ToString());
            }
        }

        foreach (DataStructureDefinition structure in set.DataStructures)
        {
            CheckConcept(structure, DataStructureDefinition.TimePeriodId, structure.TimeConcept);
            foreach (Dimension dimension in structure.Dimensions)
            {
                CheckComponent(structure, dimension.Id, dimension.Concept, dimension.Representation);
            }

            foreach (Measure measure in structure.Measures)
            {
                CheckComponent(structure, measure.Id, measure.Concept, measure.Representation);
            }

            foreach (DataAttribute attribute in structure.Attributes)
            {
                CheckComponent(structure, attribute.Id, attribute.Concept, attribute.Representation);
            }

            CheckFrequencies(structure);
        }

        foreach (ConceptScheme scheme in set.ConceptSchemes)
        {
            foreach (Concept concept in scheme.Concepts)
            {
                if (concept.Representation?.Enumeration is { } codelist && set.FindCodelist(codelist) is null)
                {
                    faults.Add(ModelFaults.ConceptCodelistMissing, PlaceOf(StructurePlaces.ConceptScheme, scheme.Id, concept.Id), scheme.Id.ToString(), concept.Id, codelist.ToString());
                }
            }
        }

        return faults;

        Place PlaceOf(string kind, StructureId id, string part) => places?.Of(kind, id, part) ?? Place.Unknown;

        void CheckComponent(DataStructureDefinition structure, string component, ConceptReference concept, Representation representation)
        {
            CheckConcept(structure, component, concept);
            if (representation.Enumeration is { } codelist && set.FindCodelist(codelist) is null)
            {
                faults.Add(ModelFaults.CodelistMissing, PlaceOf(StructurePlaces.DataStructure, structure.Id, component), structure.Id.ToString(), component, codelist.ToString());
            }
        }

        void CheckConcept(DataStructureDefinition structure, string component, ConceptReference concept)
        {
            if (set.FindConcept(concept) is null)
            {
                faults.Add(ModelFaults.ConceptMissing, PlaceOf(StructurePlaces.DataStructure, structure.Id, component), structure.Id.ToString(), component, $"{concept.Scheme}.{concept.ConceptId}");
            }
        }

        void CheckFrequencies(DataStructureDefinition structure)
        {
            if (structure.FrequencyIndex < 0)
            {
                return;
            }

            Dimension frequency = structure.Dimensions[structure.FrequencyIndex];
            foreach (Code code in set.CodelistOf(frequency.Representation, frequency.Concept)?.Codes ?? [])
            {
                if (FrequencyExtensions.FromCode(code.Id) is null)
                {
                    faults.Add(ModelFaults.FrequencyUnknown, PlaceOf(StructurePlaces.DataStructure, structure.Id, frequency.Id), structure.Id.ToString(), code.Id);
                }
            }
        }
    }
}
