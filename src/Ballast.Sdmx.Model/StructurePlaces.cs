using Ballast.Faults;

namespace Ballast.Sdmx.Model;

/// <summary>Where artefacts and their parts stand in the files they were read from, so that what is found wrong later can still be shown. Filled by the readers of structure messages.</summary>
public sealed class StructurePlaces
{
    private readonly Dictionary<(string Kind, StructureId Id, string Part), Place> _places = [];

    /// <summary>Kind of code lists.</summary>
    public const string Codelist = "codelist";

    /// <summary>Kind of concept schemes.</summary>
    public const string ConceptScheme = "conceptscheme";

    /// <summary>Kind of data structure definitions.</summary>
    public const string DataStructure = "datastructure";

    /// <summary>Kind of dataflows.</summary>
    public const string Dataflow = "dataflow";

    /// <summary>Remembers where an artefact stands, or a part of it (a component, a concept; empty for the whole). The last one said holds.</summary>
    public void Put(string kind, StructureId id, string part, Place place) => _places[(kind, id, part)] = place;

    /// <summary>Where a part stands, else its artefact, else unknown.</summary>
    public Place Of(string kind, StructureId id, string part = "") =>
        _places.TryGetValue((kind, id, part), out Place place) || _places.TryGetValue((kind, id, ""), out place) ? place : Place.Unknown;
}
