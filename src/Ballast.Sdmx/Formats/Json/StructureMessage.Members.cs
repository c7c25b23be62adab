using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Ballast.Sdmx.Model;

namespace Ballast.Sdmx.Formats.Json;

/// <content>What artefacts have in common: members, ids, names, annotations, references.</content>
internal sealed partial class StructureMessage
{
    private sealed record Maintainable(
        StructureId Id, LocalisedText Name, LocalisedText Description, ImmutableArray<Annotation> Annotations, List<(string Name, JsonNode NameNode, JsonNode Value)> Rest);

    private sealed record Item(
        JsonNode Node, string Id, LocalisedText Name, LocalisedText Description, ImmutableArray<Annotation> Annotations, List<(string Name, JsonNode NameNode, JsonNode Value)> Rest);

    /// <summary>Members of an object; one that stands twice is a fault and its first value holds.</summary>
    private List<(string Name, JsonNode NameNode, JsonNode Value)> MembersOf(JsonNode node)
    {
        List<(string Name, JsonNode NameNode, JsonNode Value)> members = [];
        HashSet<string>? many = null;
        foreach ((JsonNode nameNode, JsonNode value) in node.Members())
        {
            string name = nameNode.Text;
            bool isTwice = many?.Add(name) is false || (many is null && members.Exists(m => m.Name == name));
            if (isTwice)
            {
                faults.Add(SdmxFaults.JsonMemberTwice, nameNode.Place, name);
                continue;
            }

            members.Add((name, nameNode, value));
            if (members.Count == 32)
            {
                many = [.. members.Select(m => m.Name)];
            }
        }

        return members;
    }

    private IEnumerable<JsonNode> ObjectsOf(JsonNode array, string name)
    {
        if (!array.IsArray)
        {
            faults.Add(SdmxFaults.JsonKind, array.Place, name, "array", array.Kind);
            yield break;
        }

        foreach (JsonNode node in array.Items())
        {
            if (ExpectObject(node, name))
            {
                yield return node;
            }
        }
    }

    private bool ExpectObject(JsonNode node, string name)
    {
        if (!node.IsObject)
        {
            faults.Add(SdmxFaults.JsonKind, node.Place, name, "object", node.Kind);
        }

        return node.IsObject;
    }

    private void Unknown(string owner, string name, JsonNode nameNode)
    {
        if (!name.StartsWith("x-", StringComparison.Ordinal) && name is not ("isPartial" or "isExternalReference" or "isFinal" or "validFrom" or "validTo" or "isPartialLanguage" or "uri" or "urn"))
        {
            faults.Add(SdmxFaults.JsonMemberUnknown, nameNode.Place, owner, name);
        }
    }

    private void Unknown(List<(string Name, JsonNode NameNode, JsonNode Value)> rest, string owner, string allowed)
    {
        foreach ((string name, JsonNode nameNode, _) in rest)
        {
            if (name != allowed)
            {
                Unknown(owner, name, nameNode);
            }
        }
    }

    private Maintainable? ReadMaintainable(JsonNode node, string kind)
    {
        string? agency = null;
        string version = DefaultVersion;
        JsonNode versionNode = node;
        List<(string Name, JsonNode NameNode, JsonNode Value)> members = MembersOf(node);
        foreach ((string name, _, JsonNode value) in members)
        {
            switch (name)
            {
                case "agencyID" or "agencyId":
                    agency = StringOf(value, name) is { } text && CheckId(text, value, isNested: true) ? text : "";
                    break;
                case "version":
                    (version, versionNode) = (StringOf(value, name) ?? version, value);
                    break;
            }
        }

        Item? item = ReadItem(node, kind, [.. members.Where(m => m.Name is not ("agencyID" or "agencyId" or "version"))]);
        if (agency is null)
        {
            faults.Add(SdmxFaults.JsonMemberMissing, node.Place, item?.Id ?? kind, "agencyID");
        }

        if (!SemanticVersion.TryParse(version, out SemanticVersion parsed))
        {
            faults.Add(SdmxFaults.VersionForm, versionNode.Place, version);
            return null;
        }

        return item is null || agency is not { Length: > 0 } ? null
            : new Maintainable(new StructureId(agency, item.Id, parsed), item.Name, item.Description, item.Annotations, item.Rest);
    }

    /// <summary>Id, names and annotations of anything that has them; the members it did not use are the caller's.</summary>
    private Item? ReadItem(JsonNode node, string kind, List<(string Name, JsonNode NameNode, JsonNode Value)> members, bool isNamed = true)
    {
        string? id = null;
        LocalisedText name = default;
        LocalisedText description = default;
        ImmutableArray<Annotation> annotations = [];
        List<(string Name, JsonNode NameNode, JsonNode Value)> rest = [];
        foreach ((string member, JsonNode nameNode, JsonNode value) in members)
        {
            switch (member)
            {
                case "id":
                    id = StringOf(value, member) is { } text && CheckId(text, value, isNested: false) ? text : "";
                    break;
                case "names" when isNamed:
                    name = ReadTexts(value, member);
                    break;
                case "name" when isNamed:
                    name = name.IsEmpty && StringOf(value, member) is { } single && members.TrueForAll(m => m.Name != "names") ? LocalisedText.Of(_language, single) : name;
                    break;
                case "descriptions" when isNamed:
                    description = ReadTexts(value, member);
                    break;
                case "description" when isNamed:
                    description = StringOf(value, member) is { } only && members.TrueForAll(m => m.Name != "descriptions") ? LocalisedText.Of(_language, only) : description;
                    break;
                case "annotations":
                    annotations = ReadAnnotations(value);
                    break;
                case "links":
                    break;
                default:
                    rest.Add((member, nameNode, value));
                    break;
            }
        }

        if (id is null)
        {
            faults.Add(SdmxFaults.JsonMemberMissing, node.Place, kind, "id");
        }

        if (isNamed && name.IsEmpty)
        {
            faults.Add(SdmxFaults.NameMissing, node.Place, id is { Length: > 0 } ? id : kind);
        }

        return id is { Length: > 0 } ? new Item(node, id, name, description, annotations, rest) : null;
    }

    private ImmutableArray<T> ReadItems<T>(JsonNode array, string name, string kind, string owner, Func<Item, T> make)
    {
        ImmutableArray<T>.Builder items = ImmutableArray.CreateBuilder<T>();
        HashSet<string> ids = new(StringComparer.Ordinal);
        foreach (JsonNode node in ObjectsOf(array, name))
        {
            if (ReadItem(node, kind, MembersOf(node)) is not { } item)
            {
                continue;
            }

            if (ids.Add(item.Id))
            {
                items.Add(make(item));
            }
            else
            {
                faults.Add(SdmxFaults.ItemTwice, node.Place, owner, item.Id);
            }
        }

        return items.ToImmutable();
    }

    private LocalisedText ReadTexts(JsonNode node, string name)
    {
        if (node.Type == JsonTokenType.String)   // 1.0 drafts
        {
            return LocalisedText.Of(_language, node.Text);
        }

        if (!ExpectObject(node, name))
        {
            return default;
        }

        ImmutableArray<KeyValuePair<string, string>>.Builder texts = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        foreach ((string language, _, JsonNode value) in MembersOf(node))
        {
            if (StringOf(value, language) is { } text)
            {
                texts.Add(new(language, text));
            }
        }

        return new LocalisedText(texts.ToImmutable());
    }

    private ImmutableArray<Annotation> ReadAnnotations(JsonNode array)
    {
        ImmutableArray<Annotation>.Builder annotations = ImmutableArray.CreateBuilder<Annotation>();
        foreach (JsonNode node in ObjectsOf(array, "annotations"))
        {
            string? id = null;
            string? type = null;
            string? title = null;
            string? content = null;
            LocalisedText texts = default;
            foreach ((string name, JsonNode nameNode, JsonNode value) in MembersOf(node))
            {
                switch (name)
                {
                    case "id":
                        id = StringOf(value, name);
                        break;
                    case "type":
                        type = StringOf(value, name);
                        break;
                    case "title":
                        title = StringOf(value, name);
                        break;
                    case "value":
                        content = StringOf(value, name);
                        break;
                    case "texts":
                        texts = ReadTexts(value, name);
                        break;
                    case "text":
                        texts = texts.IsEmpty ? ReadTexts(value, name) : texts;
                        break;
                    case "links":
                        break;
                    default:
                        Unknown("annotation", name, nameNode);
                        break;
                }
            }

            annotations.Add(new Annotation(id, type, title, content, texts));
        }

        return annotations.ToImmutable();
    }

    private (StructureId Id, string? Item)? ReferenceOf(JsonNode node, string name, string kind)
    {
        if (StringOf(node, name) is not { } text)
        {
            return null;
        }

        if (SdmxUrn.TryParse(text, kind, out StructureId id, out string? item, out bool isLate) && (item is not null) == (kind == SdmxUrn.Concept))
        {
            return (id, item);
        }

        if (isLate)
        {
            faults.Add(SdmxFaults.ReferenceLate, node.Place, text);
        }
        else
        {
            faults.Add(SdmxFaults.ReferenceForm, node.Place, text, kind);
        }

        return null;
    }

    /// <summary>SDMX's ids: letters, digits, <c>_ @ $ -</c>; agencies may be nested by points.</summary>
    private bool CheckId(string text, JsonNode node, bool isNested)
    {
        bool good = text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '@' or '$' or '-' || (isNested && c == '.'));
        if (!good)
        {
            faults.Add(SdmxFaults.IdForm, node.Place, text);
        }

        return good;
    }

    private string? StringOf(JsonNode node, string name)
    {
        if (node.Type == JsonTokenType.String)
        {
            return node.Text;
        }

        faults.Add(SdmxFaults.JsonKind, node.Place, name, "string", node.Kind);
        return null;
    }

    private bool? BooleanOf(JsonNode node, string name)
    {
        if (node.Type is JsonTokenType.True or JsonTokenType.False)
        {
            return node.Type == JsonTokenType.True;
        }

        faults.Add(SdmxFaults.JsonKind, node.Place, name, "boolean", node.Kind);
        return null;
    }

    private int? IntegerOf(JsonNode node, string name, int least)
    {
        if (DecimalOf(node, name) is not { } number)
        {
            return null;
        }

        if (number < least || number > int.MaxValue || number != decimal.Truncate(number))
        {
            faults.Add(SdmxFaults.NumberRange, node.Place, name, node.Text);
            return null;
        }

        return (int)number;
    }

    private decimal? DecimalOf(JsonNode node, string name)
    {
        if (node.Type != JsonTokenType.Number)
        {
            faults.Add(SdmxFaults.JsonKind, node.Place, name, "number", node.Kind);
            return null;
        }

        if (decimal.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number))
        {
            return number;
        }

        faults.Add(SdmxFaults.NumberRange, node.Place, name, node.Text);
        return null;
    }
}
