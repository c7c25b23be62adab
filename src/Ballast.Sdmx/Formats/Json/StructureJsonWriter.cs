using System.Collections.Immutable;
using System.Text.Json;
using Ballast.Sdmx.Model;

namespace Ballast.Sdmx.Formats.Json;

/// <summary>Writes a set of structures as an SDMX-JSON 2.0.0 structure message, in the order of the set; <see cref="StructureJsonReader"/> reads it back equal. The same set and header give the same bytes.</summary>
/// <remarks>Cannot carry: nothing that the model holds. Groups are written as the dimensions they consist of, which 2.0.0 allows.</remarks>
public static class StructureJsonWriter
{
    private const string Schema = "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/2.0.0/sdmx-json-structure-schema.json";

    /// <summary>Writes a message.</summary>
    /// <param name="output">Receives UTF-8 text, two spaces an indent; left open.</param>
    /// <param name="set">What is written.</param>
    /// <param name="header">What the message says of itself.</param>
    public static void Write(Stream output, StructureSet set, MessageHeader header)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(header);
        using Utf8JsonWriter json = new(output, JsonParts.Options);
        json.WriteStartObject();
        JsonParts.WriteMeta(json, header, Schema, LanguagesOf(set));
        json.WriteStartObject("data");
        WriteKind(json, "dataStructures", set.DataStructures, WriteDataStructure);
        WriteKind(json, "conceptSchemes", set.ConceptSchemes, WriteConceptScheme);
        WriteKind(json, "codelists", set.Codelists, WriteCodelist);
        WriteKind(json, "agencySchemes", set.AgencySchemes, WriteAgencyScheme);
        WriteKind(json, "dataflows", set.Dataflows, WriteDataflow);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
    }

    /// <summary>Languages of the artefacts' names, in the order met; in lower case, as the schema's pattern wants.</summary>
    private static IEnumerable<string> LanguagesOf(StructureSet set) =>
        set.DataStructures.Select(d => d.Name)
            .Concat(set.ConceptSchemes.Select(c => c.Name)).Concat(set.Codelists.Select(c => c.Name))
            .Concat(set.AgencySchemes.Select(a => a.Name)).Concat(set.Dataflows.Select(d => d.Name))
            .SelectMany(n => n.Texts).Select(t => t.Key.ToLowerInvariant()).Distinct(StringComparer.Ordinal);

    private static void WriteKind<T>(Utf8JsonWriter json, string member, ImmutableArray<T> artefacts, Action<Utf8JsonWriter, T> write)
    {
        if (artefacts.IsEmpty)
        {
            return;
        }

        json.WriteStartArray(member);
        foreach (T artefact in artefacts)
        {
            json.WriteStartObject();
            write(json, artefact);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMaintainable(
        Utf8JsonWriter json, string kind, StructureId id, LocalisedText name, LocalisedText description, ImmutableArray<Annotation> annotations, string? version = null)
    {
        json.WriteString("id", id.Id);
        json.WriteString("agencyID", id.Agency);
        json.WriteString("version", version ?? id.Version.ToString());
        JsonParts.WriteName(json, name, id.Id);
        JsonParts.WriteTexts(json, "descriptions", description);
        json.WriteStartArray("links");
        json.WriteStartObject();
        json.WriteString("rel", "self");
        json.WriteString("urn", SdmxUrn.Of(kind, id));
        json.WriteEndObject();
        json.WriteEndArray();
        JsonParts.WriteAnnotations(json, annotations);
    }

    /// <summary>The schema knows one version of agency schemes, <c>1.0</c>.</summary>
    private static void WriteAgencyScheme(Utf8JsonWriter json, AgencyScheme scheme)
    {
        WriteMaintainable(json, "base.AgencyScheme", scheme.Id, scheme.Name, default, [], scheme.Id.Version == SemanticVersion.One ? "1.0" : null);
        WriteKind(json, "agencies", scheme.Agencies, static (j, agency) =>
        {
            j.WriteString("id", agency.Id);
            JsonParts.WriteName(j, agency.Name, agency.Id);
            JsonParts.WriteTexts(j, "descriptions", agency.Description);
        });
    }

    private static void WriteConceptScheme(Utf8JsonWriter json, ConceptScheme scheme)
    {
        WriteMaintainable(json, "conceptscheme.ConceptScheme", scheme.Id, scheme.Name, scheme.Description, scheme.Annotations);
        WriteKind(json, "concepts", scheme.Concepts, static (j, concept) =>
        {
            j.WriteString("id", concept.Id);
            JsonParts.WriteName(j, concept.Name, concept.Id);
            JsonParts.WriteTexts(j, "descriptions", concept.Description);
            JsonParts.WriteAnnotations(j, concept.Annotations);
            if (concept.Representation is { } representation)
            {
                WriteRepresentation(j, "coreRepresentation", representation);
            }
        });
    }

    private static void WriteCodelist(Utf8JsonWriter json, Codelist list)
    {
        WriteMaintainable(json, SdmxUrn.Codelist, list.Id, list.Name, list.Description, list.Annotations);
        WriteKind(json, "codes", list.Codes, static (j, code) =>
        {
            j.WriteString("id", code.Id);
            JsonParts.WriteName(j, code.Name, code.Id);
            JsonParts.WriteTexts(j, "descriptions", code.Description);
            JsonParts.WriteAnnotations(j, code.Annotations);
            if (code.ParentId is { } parent)
            {
                j.WriteString("parent", parent);
            }
        });
    }

    private static void WriteDataflow(Utf8JsonWriter json, Dataflow flow)
    {
        WriteMaintainable(json, SdmxUrn.Dataflow, flow.Id, flow.Name, flow.Description, flow.Annotations);
        json.WriteString("structure", SdmxUrn.Of(SdmxUrn.DataStructure, flow.Structure));
    }

    private static void WriteDataStructure(Utf8JsonWriter json, DataStructureDefinition structure)
    {
        WriteMaintainable(json, SdmxUrn.DataStructure, structure.Id, structure.Name, structure.Description, structure.Annotations);
        json.WriteStartObject("dataStructureComponents");

        if (!structure.Attributes.IsEmpty)
        {
            json.WriteStartObject("attributeList");
            json.WriteString("id", "AttributeDescriptor");
            WriteKind(json, "attributes", structure.Attributes, (j, attribute) =>
            {
                j.WriteString("id", attribute.Id);
                j.WriteString("usage", attribute.IsMandatory ? "mandatory" : "optional");
                WriteRelationship(j, attribute, structure);
                WriteComponent(j, attribute.Concept, attribute.Representation);
            });
            json.WriteEndObject();
        }

        json.WriteStartObject("dimensionList");
        json.WriteString("id", "DimensionDescriptor");
        int position = 0;
        WriteKind(json, "dimensions", structure.Dimensions, (j, dimension) =>
        {
            j.WriteString("id", dimension.Id);
            j.WriteNumber("position", ++position);
            WriteComponent(j, dimension.Concept, dimension.Representation);
        });
        json.WriteStartObject("timeDimension");
        json.WriteString("id", DataStructureDefinition.TimePeriodId);
        WriteComponent(json, structure.TimeConcept, new Representation(null, "ObservationalTimePeriod"));
        json.WriteEndObject();
        json.WriteEndObject();

        json.WriteStartObject("measureList");
        json.WriteString("id", "MeasureDescriptor");
        WriteKind(json, "measures", structure.Measures, static (j, measure) =>
        {
            j.WriteString("id", measure.Id);
            WriteComponent(j, measure.Concept, measure.Representation);
        });
        json.WriteEndObject();

        json.WriteEndObject();
    }

    private static void WriteRelationship(Utf8JsonWriter json, DataAttribute attribute, DataStructureDefinition structure)
    {
        json.WriteStartObject("attributeRelationship");
        switch (attribute.Level)
        {
            case AttributeLevel.Dataset:
                json.WriteStartObject("dataflow");
                json.WriteEndObject();
                break;
            case AttributeLevel.Observation:
                json.WriteStartObject("observation");
                json.WriteEndObject();
                break;
            default:
                json.WriteStartArray("dimensions");
                foreach (string id in attribute.Level == AttributeLevel.Series ? structure.Dimensions.Select(d => d.Id) : attribute.Dimensions)
                {
                    json.WriteStringValue(id);
                }

                json.WriteEndArray();
                break;
        }

        json.WriteEndObject();
    }

    private static void WriteComponent(Utf8JsonWriter json, ConceptReference concept, Representation representation)
    {
        json.WriteString("conceptIdentity", SdmxUrn.Of(SdmxUrn.Concept, concept.Scheme, concept.ConceptId));
        if (!representation.IsInherited)
        {
            WriteRepresentation(json, "localRepresentation", representation);
        }
    }

    private static void WriteRepresentation(Utf8JsonWriter json, string member, Representation representation)
    {
        json.WriteStartObject(member);
        if (representation.Enumeration is { } enumeration)
        {
            json.WriteString("enumeration", SdmxUrn.Of(SdmxUrn.Codelist, enumeration));
        }
        else
        {
            json.WriteStartObject("format");
            json.WriteString("dataType", representation.TextType ?? "String");
            if (representation.IsMultilingual)
            {
                json.WriteBoolean("isMultiLingual", true);
            }

            WriteFacets(json, representation.Facets);
            json.WriteEndObject();
        }

        if (representation.MinOccurs != 1)
        {
            json.WriteNumber("minOccurs", representation.MinOccurs);
        }

        if (representation.MaxOccurs is not { } most)
        {
            json.WriteString("maxOccurs", "unbounded");
        }
        else if (most != 1)
        {
            json.WriteNumber("maxOccurs", most);
        }

        json.WriteEndObject();
    }

    private static void WriteFacets(Utf8JsonWriter json, TextFacets? facets)
    {
        if (facets is null)
        {
            return;
        }

        WriteIf("minLength", facets.MinLength);
        WriteIf("maxLength", facets.MaxLength);
        WriteIf("minValue", facets.MinValue);
        WriteIf("maxValue", facets.MaxValue);
        WriteIf("decimals", facets.Decimals);
        if (facets.Pattern is not null)
        {
            json.WriteString("pattern", facets.Pattern);
        }

        void WriteIf(string member, decimal? value)
        {
            if (value is { } number)
            {
                json.WriteNumber(member, number);
            }
        }
    }
}
