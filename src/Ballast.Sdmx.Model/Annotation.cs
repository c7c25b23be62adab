namespace Ballast.Sdmx.Model;

/// <summary>An annotation (SDMX information model, AnnotableArtefact).</summary>
/// <param name="Id">Or null.</param>
/// <param name="Type">What it is: <c>SYNONYM</c>, <c>NATIVE_FREQ</c> and the like, or null.</param>
/// <param name="Title">Or null.</param>
/// <param name="Value">Non-localised value (3.0), or null.</param>
/// <param name="Texts">Localised text; may be empty.</param>
public sealed record Annotation(string? Id, string? Type, string? Title, string? Value, LocalisedText Texts)
{
    /// <summary>Type of an annotation whose texts are other names of a code or concept, by which people search.</summary>
    public const string Synonym = "SYNONYM";

    /// <summary>Type of an annotation whose value is the frequency at which an indicator exists by nature (data.md, Time).</summary>
    public const string NativeFrequency = "NATIVE_FREQ";
}
