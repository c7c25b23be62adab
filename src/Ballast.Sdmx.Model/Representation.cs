namespace Ballast.Sdmx.Model;

/// <summary>How the values of a component are written: codes of a list, or text of a form. How many values an attribute may have stands here too (SDMX 3.0: minOccurs, maxOccurs).</summary>
/// <param name="Enumeration">The code list, or null.</param>
/// <param name="TextType">SDMX data type of a free value (String, Integer, Decimal, ObservationalTimePeriod …), or null where coded.</param>
/// <param name="MaxOccurs">At most so many values; null means unbounded.</param>
/// <param name="IsMultilingual">Whether values say their language.</param>
/// <param name="Facets">Bounds on free values, or null.</param>
/// <param name="MinOccurs">At least so many values where the attribute is stated.</param>
public sealed record Representation(
    StructureId? Enumeration, string? TextType, int? MaxOccurs = 1, bool IsMultilingual = false, TextFacets? Facets = null, int MinOccurs = 1)
{
    /// <summary>Nothing of its own: the concept's core representation holds.</summary>
    public static readonly Representation OfConcept = new(null, null);

    /// <summary>Whether neither a code list nor a form is named, so that the concept's core representation holds.</summary>
    public bool IsInherited => Enumeration is null && TextType is null;
}
