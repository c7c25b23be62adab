using Ballast.Faults;

namespace Ballast.Sdmx;

/// <summary>Faults of SDMX messages.</summary>
public static class SdmxFaults
{
    /// <summary>The bytes are not UTF-8.</summary>
    public static readonly FaultCode NotUtf8 = new("text.not-utf8", "found");

    /// <summary>The file is larger than what is taken.</summary>
    public static readonly FaultCode TooLarge = new("text.too-large", "limit");

    /// <summary>Not JSON.</summary>
    public static readonly FaultCode JsonSyntax = new("json.syntax");

    /// <summary>Nested deeper than is taken.</summary>
    public static readonly FaultCode JsonTooDeep = new("json.too-deep", "limit");

    /// <summary>A member stands twice in its object.</summary>
    public static readonly FaultCode JsonMemberTwice = new("json.member-twice", "member");

    /// <summary>A text holds half of a surrogate pair.</summary>
    public static readonly FaultCode JsonTextBroken = new("json.text-broken");

    /// <summary>A value of another kind was expected.</summary>
    public static readonly FaultCode JsonKind = new("json.kind", "member", "expected", "found");

    /// <summary>A member that must be there is not.</summary>
    public static readonly FaultCode JsonMemberMissing = new("json.member-missing", "owner", "member");

    /// <summary>A member that this reader does not know: it is passed over.</summary>
    public static readonly FaultCode JsonMemberUnknown = new("json.member-unknown", Severity.Warning, "owner", "member");

    /// <summary>Structures of a kind that is not kept: they are passed over.</summary>
    public static readonly FaultCode KindUnread = new("structure.kind-unread", Severity.Warning, "kind", "count");

    /// <summary>The message is of another kind or layout than a structure message.</summary>
    public static readonly FaultCode NotStructures = new("structure.not-a-structure-message");

    /// <summary>An id that SDMX does not allow.</summary>
    public static readonly FaultCode IdForm = new("structure.id-form", "id");

    /// <summary>A version that is not x.y.z.</summary>
    public static readonly FaultCode VersionForm = new("structure.version-form", "version");

    /// <summary>A reference that is no URN of the expected kind.</summary>
    public static readonly FaultCode ReferenceForm = new("structure.reference-form", "reference", "expected");

    /// <summary>A reference to whatever version is newest.</summary>
    public static readonly FaultCode ReferenceLate = new("structure.reference-late", "reference");

    /// <summary>No name in any language.</summary>
    public static readonly FaultCode NameMissing = new("structure.name-missing", "artefact");

    /// <summary>An artefact stands twice.</summary>
    public static readonly FaultCode ArtefactTwice = new("structure.artefact-twice", "artefact");

    /// <summary>An item (code, concept, component) stands twice.</summary>
    public static readonly FaultCode ItemTwice = new("structure.item-twice", "artefact", "item");

    /// <summary>A code's parent is missing, or is the code itself or its descendant.</summary>
    public static readonly FaultCode ParentBroken = new("structure.parent-broken", "codelist", "code", "parent");

    /// <summary>A data structure without dimensions, time dimension or measure.</summary>
    public static readonly FaultCode ComponentsMissing = new("structure.components-missing", "structure", "component");

    /// <summary>A relationship that names no level, a dimension or a group that is not there.</summary>
    public static readonly FaultCode RelationshipBroken = new("structure.relationship-broken", "structure", "attribute");

    /// <summary>A form of text that SDMX does not know.</summary>
    public static readonly FaultCode TextTypeUnknown = new("structure.text-type-unknown", "type");

    /// <summary>A number out of its range.</summary>
    public static readonly FaultCode NumberRange = new("structure.number-range", "member", "value");
}
