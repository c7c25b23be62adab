namespace Ballast.Sdmx.Model;

/// <summary>Identity of a maintainable structure: agency, id, version.</summary>
/// <param name="Agency">Maintaining agency.</param>
/// <param name="Id">Id within the agency and kind.</param>
/// <param name="Version">Version.</param>
public readonly record struct StructureId(string Agency, string Id, SemanticVersion Version)
{
    /// <summary><c>AGENCY:ID(x.y.z)</c>.</summary>
    public override string ToString() => $"{Agency}:{Id}({Version})";

    /// <summary>Reads <c>AGENCY:ID(x.y.z)</c>.</summary>
    public static bool TryParse(string? text, out StructureId id)
    {
        id = default;
        int colon = text?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        int open = text?.IndexOf('(', StringComparison.Ordinal) ?? -1;
        if (text is null || colon < 1 || open < colon + 2 || text[^1] != ')' || !SemanticVersion.TryParse(text[(open + 1)..^1], out SemanticVersion version))
        {
            return false;
        }

        id = new StructureId(text[..colon], text[(colon + 1)..open], version);
        return true;
    }
}
