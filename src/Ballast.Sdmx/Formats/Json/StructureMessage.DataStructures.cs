using System.Collections.Immutable;
using Ballast.Sdmx.Model;
using Ballast.Series;

namespace Ballast.Sdmx.Formats.Json;

/// <content>Data structure definitions and their components.</content>
internal sealed partial class StructureMessage
{
    private sealed record ComponentHead(JsonNode Node, string Id, ConceptReference Concept, Representation? Representation, List<(string Name, JsonNode NameNode, JsonNode Value)> Rest);

    private DataStructureDefinition? ReadDataStructure(JsonNode node, StructureSet concepts)
    {
        if (ReadMaintainable(node, "dataStructure") is not { } head)
        {
            return null;
        }

        long errorsBefore = faults.ErrorCount;
        places?.Put(StructurePlaces.DataStructure, head.Id, "", node.Place);
        List<(string Name, JsonNode NameNode, JsonNode Value)> lists = [];
        foreach ((string name, JsonNode nameNode, JsonNode value) in head.Rest)
        {
            if (name == "dataStructureComponents")
            {
                lists = ExpectObject(value, name) ? MembersOf(value) : [];
            }
            else if (name != "metadata")
            {
                Unknown(head.Id.ToString(), name, nameNode);
            }
        }

        ImmutableArray<Dimension> dimensions = [];
        ConceptReference? time = null;
        ImmutableArray<Measure> measures = [];
        Dictionary<string, ImmutableArray<string>> groups = new(StringComparer.Ordinal);
        JsonNode? attributeList = null;
        HashSet<string> ids = new(StringComparer.Ordinal);
        foreach ((string name, JsonNode nameNode, JsonNode value) in lists)
        {
            switch (name)
            {
                case "dimensionList" when ExpectObject(value, name):
                    (dimensions, time) = ReadDimensions(value, head, ids);
                    break;
                case "measureList" when ExpectObject(value, name):
                    measures = ReadMeasures(value, head, concepts, ids);
                    break;
                case "groups":
                    ReadGroups(value, groups);
                    break;
                case "attributeList" when ExpectObject(value, name):
                    attributeList = value;
                    break;
                case "dimensionList" or "measureList" or "attributeList":
                    break;
                default:
                    Unknown(head.Id.ToString(), name, nameNode);
                    break;
            }
        }

        if (faults.ErrorCount == errorsBefore)
        {
            foreach ((string component, bool isMissing) in new[] { ("dimensions", dimensions.IsEmpty), ("timeDimension", time is null), ("measures", measures.IsEmpty) })
            {
                if (isMissing)
                {
                    faults.Add(SdmxFaults.ComponentsMissing, node.Place, head.Id.ToString(), component);
                }
            }
        }

        ImmutableArray<DataAttribute> attributes = attributeList is { } list ? ReadAttributes(list, head, dimensions, groups, ids) : [];
        return faults.ErrorCount > errorsBefore ? null
            : new DataStructureDefinition(head.Id, head.Name, head.Description, dimensions, time!.Value, measures, attributes, head.Annotations);
    }

    private (ImmutableArray<Dimension> Dimensions, ConceptReference? Time) ReadDimensions(JsonNode list, Maintainable owner, HashSet<string> ids)
    {
        List<(int Position, Dimension Dimension)> found = [];
        ConceptReference? time = null;
        foreach ((string name, JsonNode nameNode, JsonNode value) in MembersOf(list))
        {
            switch (name)
            {
                case "dimensions":
                    foreach (JsonNode node in ObjectsOf(value, name))
                    {
                        if (ReadComponent(node, "dimension", owner, ids) is not { } component)
                        {
                            continue;
                        }

                        int position = found.Count + 1;
                        foreach ((string member, JsonNode memberNode, JsonNode itsValue) in component.Rest)
                        {
                            switch (member)
                            {
                                case "position":
                                    position = IntegerOf(itsValue, member, 0) ?? position;
                                    break;
                                case "type" or "conceptRoles":
                                    break;
                                default:
                                    Unknown(component.Id, member, memberNode);
                                    break;
                            }
                        }

                        found.Add((position, new Dimension(component.Id, component.Concept, component.Representation ?? Representation.OfConcept)));
                    }

                    break;
                case "timeDimension" when ExpectObject(value, name):
                    time = ReadTime(value, owner, ids) ?? time;
                    break;
                case "timeDimensions":   // 1.0 has a list of one
                    foreach (JsonNode node in ObjectsOf(value, name))
                    {
                        time = ReadTime(node, owner, ids) ?? time;
                    }

                    break;
                case "id" or "links" or "annotations" or "timeDimension" or "measureDimensions":
                    break;
                default:
                    Unknown(owner.Id.ToString(), name, nameNode);
                    break;
            }
        }

        return ([.. found.OrderBy(f => f.Position).Select(f => f.Dimension)], time);
    }

    private ConceptReference? ReadTime(JsonNode node, Maintainable owner, HashSet<string> ids)
    {
        if (ReadComponent(node, "timeDimension", owner, ids, DataStructureDefinition.TimePeriodId) is not { } component)
        {
            return null;
        }

        if (component.Id != DataStructureDefinition.TimePeriodId)
        {
            faults.Add(SdmxFaults.ComponentsMissing, node.Place, owner.Id.ToString(), DataStructureDefinition.TimePeriodId);
        }

        return component.Concept;
    }

    private ImmutableArray<Measure> ReadMeasures(JsonNode list, Maintainable owner, StructureSet concepts, HashSet<string> ids)
    {
        ImmutableArray<Measure>.Builder measures = ImmutableArray.CreateBuilder<Measure>();
        foreach ((string name, JsonNode nameNode, JsonNode value) in MembersOf(list))
        {
            IEnumerable<JsonNode> nodes = name switch
            {
                "measures" => ObjectsOf(value, name),
                "primaryMeasure" when ExpectObject(value, name) => [value],
                _ => [],
            };
            foreach (JsonNode node in nodes)
            {
                if (ReadComponent(node, "measure", owner, ids) is { } component)
                {
                    Unknown([.. component.Rest.Where(r => r.Name != "usage")], component.Id, "conceptRoles");
                    Representation representation = component.Representation ?? Representation.OfConcept;
                    measures.Add(new Measure(component.Id, component.Concept, representation, KindOf(representation, component.Concept, concepts)));
                }
            }

            if (name is not ("measures" or "primaryMeasure" or "id" or "links" or "annotations"))
            {
                Unknown(owner.Id.ToString(), name, nameNode);
            }
        }

        return measures.ToImmutable();
    }

    /// <summary>Exact where nothing is said: a measure of nobody's form is a number in every message we know.</summary>
    private static MeasureKind KindOf(Representation own, ConceptReference concept, StructureSet concepts)
    {
        Representation? held = own.IsInherited ? concepts.FindConcept(concept)?.Representation : own;
        return held is null ? MeasureKind.Exact : held.Enumeration is not null ? MeasureKind.Text : TextTypes.KindOf(held.TextType);
    }

    private void ReadGroups(JsonNode array, Dictionary<string, ImmutableArray<string>> groups)
    {
        foreach (JsonNode node in ObjectsOf(array, "groups"))
        {
            if (ReadItem(node, "group", MembersOf(node), isNamed: false) is not { } item)
            {
                continue;
            }

            foreach ((string name, JsonNode nameNode, JsonNode value) in item.Rest)
            {
                if (name == "groupDimensions")
                {
                    groups[item.Id] = ReadIds(value, name);
                }
                else
                {
                    Unknown(item.Id, name, nameNode);
                }
            }
        }
    }

    private ImmutableArray<string> ReadIds(JsonNode array, string name)
    {
        if (!array.IsArray)
        {
            faults.Add(SdmxFaults.JsonKind, array.Place, name, "array", array.Kind);
            return [];
        }

        return [.. array.Items().Select(i => StringOf(i, name)).OfType<string>()];
    }

    private ImmutableArray<DataAttribute> ReadAttributes(
        JsonNode list, Maintainable owner, ImmutableArray<Dimension> dimensions, Dictionary<string, ImmutableArray<string>> groups, HashSet<string> ids)
    {
        ImmutableArray<DataAttribute>.Builder attributes = ImmutableArray.CreateBuilder<DataAttribute>();
        foreach ((string name, JsonNode nameNode, JsonNode value) in MembersOf(list))
        {
            if (name is "id" or "links" or "annotations")
            {
                continue;
            }

            if (name is not "attributes")
            {
                Unknown(owner.Id.ToString(), name, nameNode);
                continue;
            }

            foreach (JsonNode node in ObjectsOf(value, name))
            {
                if (ReadComponent(node, "attribute", owner, ids) is not { } component)
                {
                    continue;
                }

                bool isMandatory = false;
                (AttributeLevel Level, ImmutableArray<string> Dimensions)? relation = null;
                foreach ((string member, JsonNode memberNode, JsonNode itsValue) in component.Rest)
                {
                    switch (member)
                    {
                        case "usage" or "assignmentStatus":
                            isMandatory = string.Equals(StringOf(itsValue, member), "mandatory", StringComparison.OrdinalIgnoreCase);
                            break;
                        case "attributeRelationship" when ExpectObject(itsValue, member):
                            relation = ReadRelationship(itsValue, component.Id, dimensions, groups);
                            break;
                        case "conceptRoles" or "attributeRelationship":
                            break;
                        default:
                            Unknown(component.Id, member, memberNode);
                            break;
                    }
                }

                if (relation is null)
                {
                    faults.Add(SdmxFaults.RelationshipBroken, node.Place, owner.Id.ToString(), component.Id);
                    continue;
                }

                attributes.Add(new DataAttribute(
                    component.Id, component.Concept, component.Representation ?? Representation.OfConcept, relation.Value.Level, relation.Value.Dimensions, isMandatory));
            }
        }

        return attributes.ToImmutable();
    }

    /// <summary>Level of an attribute. All dimensions make it one of the series, some of them one of a group, time one of the observation. Null where it names nothing that is there.</summary>
    private (AttributeLevel Level, ImmutableArray<string> Dimensions)? ReadRelationship(
        JsonNode node, string attribute, ImmutableArray<Dimension> dimensions, Dictionary<string, ImmutableArray<string>> groups)
    {
        foreach ((string name, JsonNode nameNode, JsonNode value) in MembersOf(node))
        {
            switch (name)
            {
                case "dataflow" or "none":
                    return (AttributeLevel.Dataset, []);
                case "observation" or "primaryMeasure" or "measures":
                    return (AttributeLevel.Observation, []);
                case "dimensions":
                    return OfDimensions(ReadIds(value, name));
                case "group" when StringOf(value, name) is { } group:
                    return groups.TryGetValue(group, out ImmutableArray<string> grouped) ? OfDimensions(grouped) : null;
                case "groups" when ReadIds(value, name) is [var only]:
                    return groups.TryGetValue(only, out ImmutableArray<string> ofOnly) ? OfDimensions(ofOnly) : null;
                case "areDimensionsOptional" or "attachmentGroups":
                    break;
                default:
                    Unknown(attribute, name, nameNode);
                    break;
            }
        }

        return null;

        (AttributeLevel, ImmutableArray<string>)? OfDimensions(ImmutableArray<string> named)
        {
            HashSet<string> wanted = [.. named];
            bool hasTime = wanted.Remove(DataStructureDefinition.TimePeriodId);
            ImmutableArray<string> ordered = [.. dimensions.Select(d => d.Id).Where(wanted.Contains)];
            return ordered.Length < wanted.Count || (ordered.IsEmpty && !hasTime) ? null
                : hasTime ? (AttributeLevel.Observation, [])
                : ordered.Length == dimensions.Length ? (AttributeLevel.Series, []) : (AttributeLevel.Group, ordered);
        }
    }

    /// <summary>Id, concept and representation of a component. In 1.0 and in later messages without an id, the concept gives it.</summary>
    private ComponentHead? ReadComponent(JsonNode node, string kind, Maintainable owner, HashSet<string> ids, string? defaultId = null)
    {
        string? id = defaultId;
        bool isSound = true;
        ConceptReference? concept = null;
        bool conceptStated = false;
        Representation? representation = null;
        List<(string Name, JsonNode NameNode, JsonNode Value)> rest = [];
        foreach ((string name, JsonNode nameNode, JsonNode value) in MembersOf(node))
        {
            switch (name)
            {
                case "id":
                    string? text = StringOf(value, name);
                    isSound &= text is not null && CheckId(text, value, isNested: false);
                    id = text;
                    break;
                case "conceptIdentity":
                    conceptStated = true;
                    concept = ReferenceOf(value, name, SdmxUrn.Concept) is { Item: { } item } reference ? new ConceptReference(reference.Id, item) : null;
                    break;
                case "localRepresentation":
                    representation = ReadRepresentation(value, id ?? kind);
                    break;
                case "links" or "annotations":
                    break;
                default:
                    rest.Add((name, nameNode, value));
                    break;
            }
        }

        if (!conceptStated)
        {
            faults.Add(SdmxFaults.JsonMemberMissing, node.Place, id ?? kind, "conceptIdentity");
        }

        id ??= concept?.ConceptId;
        if (id is null || concept is null || !isSound)
        {
            return null;
        }

        if (!ids.Add(id))
        {
            faults.Add(SdmxFaults.ItemTwice, node.Place, owner.Id.ToString(), id);
            return null;
        }

        places?.Put(StructurePlaces.DataStructure, owner.Id, id, node.Place);
        return new ComponentHead(node, id, concept.Value, representation, rest);
    }
}
