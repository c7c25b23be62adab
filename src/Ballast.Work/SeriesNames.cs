using System.Collections.Immutable;
using System.Globalization;
using Ballast.Language;
using Ballast.Sdmx.Model;
using Ballast.Series;

namespace Ballast.Work;

/// <summary>A component of a key with what it means.</summary>
/// <param name="DimensionId">Id of the dimension.</param>
/// <param name="DimensionName">Its concept's name.</param>
/// <param name="Code">The code.</param>
/// <param name="CodeName">The code's name; the code itself where it is not in a list.</param>
public sealed record KeyPart(string DimensionId, LocalisedText DimensionName, string Code, LocalisedText CodeName);

/// <summary>What a series is called and counted in, from its attributes and the code lists.</summary>
/// <param name="Title">Its TITLE, else the names of its codes joined.</param>
/// <param name="Parts">Its key, explained.</param>
/// <param name="SourceId">The source's own name of it, or null.</param>
/// <param name="Unit">Unit of measure and multiplier.</param>
public sealed record SeriesNames(LocalisedText Title, ImmutableArray<KeyPart> Parts, string? SourceId, SeriesUnit Unit)
{
    /// <summary>The code of a dimension, or null where the structure has none of that id.</summary>
    public string? Code(string dimensionId) => Parts.FirstOrDefault(p => p.DimensionId == dimensionId)?.Code;

    /// <summary>Reads them.</summary>
    public static SeriesNames Of(StructureSet structures, DataStructureDefinition structure, SeriesKey key, AttributeSet attributes)
    {
        ArgumentNullException.ThrowIfNull(structures);
        ArgumentNullException.ThrowIfNull(structure);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(attributes);
        ImmutableArray<KeyPart>.Builder parts = ImmutableArray.CreateBuilder<KeyPart>(key.Codes.Length);
        for (int i = 0; i < key.Codes.Length; i++)
        {
            Dimension dimension = structure.Dimensions[i];
            Code? code = structures.CodelistOf(dimension.Representation, dimension.Concept)?.Find(key.Codes[i]);
            parts.Add(new KeyPart(
                dimension.Id,
                structures.FindConcept(dimension.Concept)?.Name ?? LocalisedText.Of("en", dimension.Id),
                key.Codes[i],
                code is { Name.IsEmpty: false } ? code.Name : LocalisedText.Of("en", key.Codes[i])));
        }

        ImmutableArray<AttributeValue> title = attributes["TITLE"];
        LocalisedText name = title.IsEmpty
            ? Joined(parts)
            : new LocalisedText([.. title.Select(t => new KeyValuePair<string, string>(t.Language ?? "en", t.Text))]);
        return new SeriesNames(name, parts.ToImmutable(), attributes.First("SOURCE_ID"), SeriesUnit.Of(structures, structure, attributes));
    }

    private static LocalisedText Joined(IEnumerable<KeyPart> parts)
    {
        KeyPart[] said = [.. parts.Where(p => p.Code is not ("_Z" or "_T" or "N" or "A") && p.DimensionId != "FREQ")];
        return new LocalisedText([.. Tongues.All.Select(t => t.Tag()).Select(l => new KeyValuePair<string, string>(
            l, string.Join(l == "zh" ? "：" : ", ", said.Select(p => p.CodeName.In(l) ?? p.Code))))]);
    }
}

/// <summary>What a series is counted in: the unit as texts write it and UNIT_MULT, the power of ten that its values are multiplied by.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Multiplier">8 means that 1 stands for 10⁸.</param>
public sealed record SeriesUnit(Unit Unit, int Multiplier)
{
    /// <summary>Reads it from the attributes of a series and the code list of UNIT_MEASURE.</summary>
    public static SeriesUnit Of(StructureSet structures, DataStructureDefinition structure, AttributeSet attributes)
    {
        ArgumentNullException.ThrowIfNull(structures);
        ArgumentNullException.ThrowIfNull(structure);
        ArgumentNullException.ThrowIfNull(attributes);
        string? code = attributes.First("UNIT_MEASURE");
        DataAttribute? attribute = structure.Attributes.FirstOrDefault(a => a.Id == "UNIT_MEASURE");
        LocalisedText name = code is null || attribute is null ? default
            : structures.CodelistOf(attribute.Representation, attribute.Concept)?.Find(code)?.Name ?? default;
        int multiplier = int.TryParse(attributes.First("UNIT_MULT"), CultureInfo.InvariantCulture, out int stated) ? stated : 0;
        return new SeriesUnit(Unit.Of(code, name.Exactly("en"), name.Exactly("zh")), multiplier);
    }
}
