using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Ballast.Faults;
using Ballast.Sdmx.Model;

namespace Ballast.Sdmx.Formats.Json;

/// <summary>One structure message on its way from tokens to structures.</summary>
internal sealed partial class StructureMessage(FaultList faults, StructureSet known, StructurePlaces? places, CancellationToken cancellation)
{
    private const string DefaultVersion = "1.0.0";
    private string _language = "en";

    public StructureSet? Read(JsonNode root)
    {
        if (!root.IsObject)
        {
            faults.Add(SdmxFaults.NotStructures, root.Place);
            return null;
        }

        JsonNode? data = null;
        foreach ((string name, _, JsonNode value) in MembersOf(root))
        {
            switch (name)
            {
                case "data" or "structures":   // 1.0 drafts said structures
                    data = value;
                    break;
                case "meta" when value.IsObject:
                    ReadLanguage(value);
                    break;
            }
        }

        if (data is not { IsObject: true } body)
        {
            faults.Add(SdmxFaults.NotStructures, root.Place);
            return null;
        }

        List<(string Name, JsonNode NameNode, JsonNode Value)> kinds = MembersOf(body);
        if (kinds.Any(k => k.Name is "dataSets" or "structure" or "metadataSets"))
        {
            faults.Add(SdmxFaults.NotStructures, root.Place);
            return null;
        }

        // Concepts first: a measure without a form of its own is kept as its concept says.
        ImmutableArray<ConceptScheme> conceptSchemes = [];
        ImmutableArray<Codelist> codelists = [];
        ImmutableArray<AgencyScheme> agencySchemes = [];
        ImmutableArray<Dataflow> dataflows = [];
        JsonNode? dataStructures = null;
        foreach ((string name, JsonNode nameNode, JsonNode value) in kinds)
        {
            switch (name)
            {
                case "conceptSchemes":
                    conceptSchemes = ReadKind(value, name, ReadConceptScheme, c => c.Id);
                    break;
                case "codelists":
                    codelists = ReadKind(value, name, ReadCodelist, c => c.Id);
                    break;
                case "agencySchemes":
                    agencySchemes = ReadKind(value, name, ReadAgencyScheme, a => a.Id);
                    break;
                case "dataflows":
                    dataflows = ReadKind(value, name, ReadDataflow, d => d.Id);
                    break;
                case "dataStructures":
                    dataStructures = value;
                    break;
                default:
                    if (!name.StartsWith("x-", StringComparison.Ordinal))
                    {
                        int count = value.IsArray ? value.Items().Count() : 1;
                        faults.Add(SdmxFaults.KindUnread, nameNode.Place, name, count.ToString(CultureInfo.InvariantCulture));
                    }

                    break;
            }
        }

        StructureSet concepts = known.With(new StructureSet([], conceptSchemes, [], [], []));
        ImmutableArray<DataStructureDefinition> structures = dataStructures is { } node
            ? ReadKind(node, "dataStructures", n => ReadDataStructure(n, concepts), d => d.Id)
            : [];
        return new StructureSet(agencySchemes, conceptSchemes, codelists, structures, dataflows);
    }

    private void ReadLanguage(JsonNode meta)
    {
        foreach ((string name, _, JsonNode value) in MembersOf(meta))
        {
            if (name == "contentLanguages" && value.IsArray && value.Items().FirstOrDefault(i => i.Type == JsonTokenType.String) is { Type: JsonTokenType.String } first)
            {
                _language = first.Text;
            }
        }
    }

    private ImmutableArray<T> ReadKind<T>(JsonNode array, string name, Func<JsonNode, T?> read, Func<T, StructureId> id)
        where T : class
    {
        ImmutableArray<T>.Builder found = ImmutableArray.CreateBuilder<T>();
        HashSet<StructureId> ids = [];
        foreach (JsonNode node in ObjectsOf(array, name))
        {
            cancellation.ThrowIfCancellationRequested();
            if (read(node) is { } artefact)
            {
                if (ids.Add(id(artefact)))
                {
                    found.Add(artefact);
                }
                else
                {
                    faults.Add(SdmxFaults.ArtefactTwice, node.Place, id(artefact).ToString());
                }
            }
        }

        return found.ToImmutable();
    }

    private AgencyScheme? ReadAgencyScheme(JsonNode node)
    {
        if (ReadMaintainable(node, "agencyScheme") is not { } head)
        {
            return null;
        }

        ImmutableArray<Agency> agencies = [];
        foreach ((string name, JsonNode nameNode, JsonNode value) in head.Rest)
        {
            if (name == "agencies")
            {
                agencies = ReadItems(value, name, "agency", head.Id.ToString(), item =>
                {
                    Unknown(item.Rest, item.Id, "contacts");
                    return new Agency(item.Id, item.Name, item.Description);
                });
            }
            else
            {
                Unknown(head.Id.ToString(), name, nameNode);
            }
        }

        return new AgencyScheme(head.Id, head.Name, agencies);
    }

    private Codelist? ReadCodelist(JsonNode node)
    {
        if (ReadMaintainable(node, "codelist") is not { } head)
        {
            return null;
        }

        places?.Put(StructurePlaces.Codelist, head.Id, "", node.Place);
        ImmutableArray<Code> codes = [];
        List<JsonNode> nodes = [];
        foreach ((string name, JsonNode nameNode, JsonNode value) in head.Rest)
        {
            if (name == "codes")
            {
                codes = ReadItems(value, name, "code", head.Id.ToString(), item =>
                {
                    string? parent = null;
                    foreach ((string member, JsonNode memberNode, JsonNode itsValue) in item.Rest)
                    {
                        if (member == "parent")
                        {
                            parent = StringOf(itsValue, member) is { Length: > 0 } id ? ItemOfUrn(id) : null;
                        }
                        else
                        {
                            Unknown(item.Id, member, memberNode);
                        }
                    }

                    nodes.Add(item.Node);
                    return new Code(item.Id, item.Name, item.Description, parent, item.Annotations);
                });
            }
            else
            {
                Unknown(head.Id.ToString(), name, nameNode);
            }
        }

        Dictionary<string, int> indexes = new(StringComparer.Ordinal);
        for (int i = 0; i < codes.Length; i++)
        {
            indexes.Add(codes[i].Id, i);
        }

        bool sound = true;
        for (int i = 0; i < codes.Length; i++)
        {
            if (codes[i].ParentId is { } parent && !indexes.ContainsKey(parent))
            {
                faults.Add(SdmxFaults.ParentBroken, nodes[i].Place, head.Id.ToString(), codes[i].Id, parent);
                sound = false;
            }
        }

        if (sound && Codelist.FindBrokenParent(codes, indexes) is { } broken)
        {
            faults.Add(SdmxFaults.ParentBroken, nodes[indexes[broken.Id]].Place, head.Id.ToString(), broken.Id, broken.ParentId!);
            sound = false;
        }

        return sound ? new Codelist(head.Id, head.Name, head.Description, codes, head.Annotations) : null;
    }

    private ConceptScheme? ReadConceptScheme(JsonNode node)
    {
        if (ReadMaintainable(node, "conceptScheme") is not { } head)
        {
            return null;
        }

        places?.Put(StructurePlaces.ConceptScheme, head.Id, "", node.Place);
        ImmutableArray<Concept> concepts = [];
        foreach ((string name, JsonNode nameNode, JsonNode value) in head.Rest)
        {
            if (name == "concepts")
            {
                concepts = ReadItems(value, name, "concept", head.Id.ToString(), item =>
                {
                    Representation? representation = null;
                    foreach ((string member, JsonNode memberNode, JsonNode itsValue) in item.Rest)
                    {
                        if (member == "coreRepresentation")
                        {
                            representation = ReadRepresentation(itsValue, item.Id);
                        }
                        else if (member is not ("isoConceptReference" or "parent"))
                        {
                            Unknown(item.Id, member, memberNode);
                        }
                    }

                    places?.Put(StructurePlaces.ConceptScheme, head.Id, item.Id, item.Node.Place);
                    return new Concept(item.Id, item.Name, item.Description, representation, item.Annotations);
                });
            }
            else
            {
                Unknown(head.Id.ToString(), name, nameNode);
            }
        }

        return new ConceptScheme(head.Id, head.Name, head.Description, concepts, head.Annotations);
    }

    private Dataflow? ReadDataflow(JsonNode node)
    {
        if (ReadMaintainable(node, "dataflow") is not { } head)
        {
            return null;
        }

        places?.Put(StructurePlaces.Dataflow, head.Id, "", node.Place);
        StructureId? structure = null;
        bool stated = false;
        foreach ((string name, JsonNode nameNode, JsonNode value) in head.Rest)
        {
            if (name == "structure")
            {
                stated = true;
                structure = ReferenceOf(value, name, SdmxUrn.DataStructure)?.Id;
            }
            else
            {
                Unknown(head.Id.ToString(), name, nameNode);
            }
        }

        if (!stated)
        {
            faults.Add(SdmxFaults.JsonMemberMissing, node.Place, head.Id.ToString(), "structure");
        }

        return structure is null ? null : new Dataflow(head.Id, head.Name, head.Description, structure.Value, head.Annotations);
    }

    private Representation ReadRepresentation(JsonNode node, string owner)
    {
        if (!ExpectObject(node, "localRepresentation"))
        {
            return Representation.OfConcept;
        }

        StructureId? enumeration = null;
        string? textType = null;
        int? maxOccurs = 1;
        int minOccurs = 1;
        bool isMultilingual = false;
        TextFacets? facets = null;
        foreach ((string name, JsonNode nameNode, JsonNode value) in MembersOf(node))
        {
            switch (name)
            {
                case "enumeration":
                    enumeration = ReferenceOf(value, name, SdmxUrn.Codelist)?.Id;
                    break;
                case "format" or "textFormat":
                    (textType, facets, isMultilingual) = ReadFormat(value, owner);
                    break;
                case "maxOccurs" when value.Type == JsonTokenType.String && value.Text == "unbounded":
                    maxOccurs = null;
                    break;
                case "maxOccurs":
                    maxOccurs = IntegerOf(value, name, 1) ?? 1;
                    break;
                case "minOccurs":
                    minOccurs = IntegerOf(value, name, 0) ?? 1;
                    break;
                case "enumerationFormat":
                    break;
                default:
                    Unknown(owner, name, nameNode);
                    break;
            }
        }

        if (maxOccurs < minOccurs)
        {
            faults.Add(SdmxFaults.NumberRange, node.Place, "minOccurs", minOccurs.ToString(CultureInfo.InvariantCulture));
        }

        return new Representation(enumeration, enumeration is null ? textType : null, maxOccurs, isMultilingual && enumeration is null, enumeration is null ? facets : null, minOccurs);
    }

    private (string? TextType, TextFacets? Facets, bool IsMultilingual) ReadFormat(JsonNode node, string owner)
    {
        string textType = "String";
        bool isMultilingual = false;
        TextFacets facets = new(null, null, null, null, null, null);
        if (!ExpectObject(node, "format"))
        {
            return (textType, null, false);
        }

        foreach ((string name, JsonNode nameNode, JsonNode value) in MembersOf(node))
        {
            switch (name)
            {
                case "dataType" or "textType":
                    textType = StringOf(value, name) ?? textType;
                    if (!TextTypes.IsKnown(textType))
                    {
                        faults.Add(SdmxFaults.TextTypeUnknown, value.Place, textType);
                    }

                    break;
                case "isMultiLingual":
                    isMultilingual = BooleanOf(value, name) ?? false;
                    break;
                case "minLength":
                    facets = facets with { MinLength = IntegerOf(value, name, 1) };
                    break;
                case "maxLength":
                    facets = facets with { MaxLength = IntegerOf(value, name, 1) };
                    break;
                case "decimals":
                    facets = facets with { Decimals = IntegerOf(value, name, 1) };
                    break;
                case "minValue":
                    facets = facets with { MinValue = DecimalOf(value, name) };
                    break;
                case "maxValue":
                    facets = facets with { MaxValue = DecimalOf(value, name) };
                    break;
                case "pattern":
                    facets = facets with { Pattern = StringOf(value, name) };
                    break;
                case "isSequence" or "interval" or "startValue" or "endValue" or "timeInterval" or "startTime" or "endTime" or "sentinelValues":
                    break;
                default:
                    Unknown(owner, name, nameNode);
                    break;
            }
        }

        return (textType, facets.IsEmpty ? null : facets, isMultilingual);
    }

    private static string ItemOfUrn(string id) => id.StartsWith("urn:", StringComparison.Ordinal) && id.LastIndexOf('.') is var dot and > 0 ? id[(dot + 1)..] : id;
}
