using System.Collections.Immutable;
using Ballast.Sdmx.Model;

namespace Ballast.Search;

/// <summary>A code by which series are found: its id, names and other names. Equal ones are kept once, however many series have them.</summary>
/// <param name="Id">Found exactly, case aside.</param>
/// <param name="Name">In each language.</param>
/// <param name="Synonyms">Other names.</param>
public sealed record SearchCode(string Id, LocalisedText Name, ImmutableArray<LocalisedText> Synonyms)
{
    /// <summary>A code of the model with the synonyms among its annotations.</summary>
    public static SearchCode Of(Code code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return new SearchCode(code.Id, code.Name, [.. code.Annotations.Where(a => a.Type == Annotation.Synonym).Select(a => a.Texts)]);
    }

    /// <inheritdoc/>
    public bool Equals(SearchCode? other) =>
        ReferenceEquals(this, other) || (other is not null && Id == other.Id && Name == other.Name && Synonyms.SequenceEqual(other.Synonyms));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Name);
}
