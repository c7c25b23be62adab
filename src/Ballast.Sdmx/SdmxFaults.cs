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

    /// <summary>The first cell of the header is not STRUCTURE.</summary>
    public static readonly FaultCode CsvHeadForm = new("csv.head-form", "found");

    /// <summary>The file is SDMX-CSV 1.0, which begins with DATAFLOW.</summary>
    public static readonly FaultCode CsvVersionOne = new("csv.version-one");

    /// <summary>The field separator is missing, or is also the separator of several values.</summary>
    public static readonly FaultCode CsvSeparators = new("csv.separators", "separator");

    /// <summary>A column that must be there is not.</summary>
    public static readonly FaultCode CsvColumnMissing = new("csv.column-missing", "column");

    /// <summary>A column that the structure does not know.</summary>
    public static readonly FaultCode CsvColumnUnknown = new("csv.column-unknown", "column");

    /// <summary>A column that the structure does not know, but a near one.</summary>
    public static readonly FaultCode CsvColumnMisspelt = new("csv.column-misspelt", "column", "nearest");

    /// <summary>A column stands twice.</summary>
    public static readonly FaultCode CsvColumnTwice = new("csv.column-twice", "column");

    /// <summary>Brackets that this column cannot have, or that are not closed.</summary>
    public static readonly FaultCode CsvColumnForm = new("csv.column-form", "column");

    /// <summary>A column of several values, but no separator for them behind STRUCTURE.</summary>
    public static readonly FaultCode CsvSubSeparatorMissing = new("csv.sub-separator-missing", "column");

    /// <summary>A multilingual attribute whose column does not list its languages.</summary>
    public static readonly FaultCode CsvLanguagesMissing = new("csv.languages-missing", "column");

    /// <summary>The structure that a row names is not known.</summary>
    public static readonly FaultCode CsvStructureUnknown = new("csv.structure-unknown", "structure");

    /// <summary>A row names its structure by something else than dataflow or datastructure.</summary>
    public static readonly FaultCode CsvStructureKind = new("csv.structure-kind", "kind");

    /// <summary>An identity that is not AGENCY:ID(VERSION).</summary>
    public static readonly FaultCode CsvStructureForm = new("csv.structure-form", "structure");

    /// <summary>A row of another dataflow than the file's or the expected one.</summary>
    public static readonly FaultCode CsvStructureOther = new("csv.structure-other", "structure", "expected");

    /// <summary>Rows name a data structure, and nobody says the dataflow.</summary>
    public static readonly FaultCode CsvFlowUnsaid = new("csv.flow-unsaid", "structure");

    /// <summary>An action that is none of I A M R D.</summary>
    public static readonly FaultCode CsvActionUnknown = new("csv.action-unknown", "action");

    /// <summary>A row with another number of cells than the header.</summary>
    public static readonly FaultCode CsvRagged = new("csv.ragged-row", "expected", "found");

    /// <summary>Quotes that are not closed, or text beside them.</summary>
    public static readonly FaultCode CsvQuotes = new("csv.quotes-broken");

    /// <summary>A row longer than what is taken; reading ends there.</summary>
    public static readonly FaultCode CsvRowTooLong = new("csv.row-too-long", "limit");

    /// <summary>A cell longer than what is taken.</summary>
    public static readonly FaultCode CsvCellTooLong = new("csv.cell-too-long", "column", "limit");

    /// <summary>A NUL character.</summary>
    public static readonly FaultCode CsvNul = new("csv.nul");

    /// <summary>A code that its list does not have.</summary>
    public static readonly FaultCode CsvCodeUnknown = new("csv.code-unknown", "component", "code", "codelist");

    /// <summary>A code that its list does not have, but a near one.</summary>
    public static readonly FaultCode CsvCodeMisspelt = new("csv.code-misspelt", "component", "code", "codelist", "nearest");

    /// <summary>A value of a dimension without codes that a key cannot hold.</summary>
    public static readonly FaultCode CsvKeyCharacter = new("csv.key-character", "component", "value");

    /// <summary>A row states an observation, but not this dimension.</summary>
    public static readonly FaultCode CsvDimensionMissing = new("csv.dimension-missing", "component");

    /// <summary>A row states an observation, but no period.</summary>
    public static readonly FaultCode CsvPeriodMissing = new("csv.period-missing");

    /// <summary>A frequency without periods known here.</summary>
    public static readonly FaultCode CsvFrequencyUnknown = new("csv.frequency-unknown", "code");

    /// <summary>A row states an attribute, but not a dimension that it is attached to.</summary>
    public static readonly FaultCode CsvAttributeNeedsKey = new("csv.attribute-needs-key", "attribute", "dimension");

    /// <summary>A mandatory attribute is not stated for an observation or the data set.</summary>
    public static readonly FaultCode CsvAttributeMissing = new("csv.attribute-missing", "attribute");

    /// <summary>A mandatory attribute of a series is stated nowhere in the message.</summary>
    public static readonly FaultCode CsvSeriesAttributeMissing = new("csv.series-attribute-missing", "attribute", "series");

    /// <summary>A row states another value of a series', group's or data set's attribute than an earlier row.</summary>
    public static readonly FaultCode CsvAttributeContradiction = new("csv.attribute-contradiction", "attribute", "value", "line");

    /// <summary>A row states an observation that an earlier row states.</summary>
    public static readonly FaultCode CsvDuplicate = new("csv.duplicate", "series", "period", "line");

    /// <summary>A value that is no number of the form wanted.</summary>
    public static readonly FaultCode CsvNumberForm = new("csv.number-form", "component", "value");

    /// <summary>A number with more digits than are kept exactly.</summary>
    public static readonly FaultCode CsvNumberTooLong = new("csv.number-too-long", "component", "value");

    /// <summary>A value that is not of its type.</summary>
    public static readonly FaultCode CsvValueForm = new("csv.value-form", "component", "value", "type");

    /// <summary>A value outside the bounds of its form.</summary>
    public static readonly FaultCode CsvValueBounds = new("csv.value-bounds", "component", "value", "bound");

    /// <summary>An empty value among several.</summary>
    public static readonly FaultCode CsvValueEmpty = new("csv.value-empty", "component");

    /// <summary>Quotes around one of several values are not closed.</summary>
    public static readonly FaultCode CsvValueQuotes = new("csv.value-quotes", "component");

    /// <summary>More values than the structure allows.</summary>
    public static readonly FaultCode CsvTooManyValues = new("csv.too-many-values", "component", "limit");

    /// <summary>Fewer values than the structure wants.</summary>
    public static readonly FaultCode CsvTooFewValues = new("csv.too-few-values", "component", "limit");

    /// <summary>A value without one of the languages that its column lists.</summary>
    public static readonly FaultCode CsvLanguageUnlisted = new("csv.language-unlisted", "component", "value");

    /// <summary>A language twice in one value.</summary>
    public static readonly FaultCode CsvLanguageTwice = new("csv.language-twice", "component", "language");

    /// <summary>SERIES_KEY or OBS_KEY says another key than the dimensions.</summary>
    public static readonly FaultCode CsvKeyDiffers = new("csv.key-differs", "column", "expected");

    /// <summary>The vintage column is empty.</summary>
    public static readonly FaultCode CsvVintageMissing = new("csv.vintage-missing", "column");

    /// <summary>More vintages than are taken.</summary>
    public static readonly FaultCode CsvTooManyVintages = new("csv.too-many-vintages", "limit");

    /// <summary>A row that states nothing.</summary>
    public static readonly FaultCode CsvRowStatesNothing = new("csv.row-states-nothing", Severity.Warning);

    /// <summary>A file without rows.</summary>
    public static readonly FaultCode CsvNoRows = new("csv.no-rows", Severity.Warning);

    /// <summary>A pattern that cannot be checked without going back in the text: it is not checked.</summary>
    public static readonly FaultCode PatternUnchecked = new("structure.pattern-unchecked", Severity.Warning, "component", "pattern");
}
