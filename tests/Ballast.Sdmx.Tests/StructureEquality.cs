using Ballast.Sdmx.Model;

namespace Ballast.Sdmx.Tests;

/// <summary>Whether two sets of structures say the same, part by part, since records with arrays compare those by reference.</summary>
internal static class StructureEquality
{
    public static void AssertEqual(StructureSet expected, StructureSet actual)
    {
        Assert.Equal(Lines(expected), Lines(actual));
    }

    private static IEnumerable<string> Lines(StructureSet set)
    {
        foreach (AgencyScheme scheme in set.AgencySchemes)
        {
            yield return $"{scheme.Id} {Texts(scheme.Name)} {string.Join(" ", scheme.Agencies.Select(a => a.Id + Texts(a.Name) + Texts(a.Description)))}";
        }

        foreach (ConceptScheme scheme in set.ConceptSchemes)
        {
            yield return $"{scheme.Id} {Texts(scheme.Name)} {Texts(scheme.Description)} {Annotations(scheme.Annotations)}";
            foreach (Concept concept in scheme.Concepts)
            {
                yield return $"{concept.Id} {Texts(concept.Name)} {Texts(concept.Description)} {concept.Representation} {Annotations(concept.Annotations)}";
            }
        }

        foreach (Codelist list in set.Codelists)
        {
            yield return $"{list.Id} {Texts(list.Name)} {Texts(list.Description)} {Annotations(list.Annotations)}";
            foreach (Code code in list.Codes)
            {
                yield return $"{code.Id} {Texts(code.Name)} {Texts(code.Description)} {code.ParentId} {Annotations(code.Annotations)}";
            }
        }

        foreach (DataStructureDefinition structure in set.DataStructures)
        {
            yield return $"{structure.Id} {Texts(structure.Name)} {Texts(structure.Description)} {structure.TimeConcept} {Annotations(structure.Annotations)}";
            foreach (object component in structure.Dimensions.Cast<object>().Concat(structure.Measures.Cast<object>()))
            {
                yield return component.ToString()!;
            }

            foreach (DataAttribute attribute in structure.Attributes)
            {
                yield return $"{attribute.Id} {attribute.Concept} {attribute.Representation} {attribute.Level} {string.Join(",", attribute.Dimensions)} {attribute.IsMandatory}";
            }
        }

        foreach (Dataflow flow in set.Dataflows)
        {
            yield return $"{flow.Id} {Texts(flow.Name)} {Texts(flow.Description)} {flow.Structure} {Annotations(flow.Annotations)}";
        }
    }

    private static string Texts(LocalisedText text) => string.Join("|", text.Texts.Select(t => t.Key + "=" + t.Value));

    private static string Annotations(IEnumerable<Annotation> annotations) => string.Join(";", annotations.Select(a => $"{a.Id},{a.Type},{a.Title},{a.Value},{Texts(a.Texts)}"));
}
