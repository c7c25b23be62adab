using System.Collections.Immutable;
using Ballast.Sdmx.Model;

namespace Ballast.Store;

/// <summary>A release in the store.</summary>
public sealed record ReleaseRecord
{
    /// <summary>Key within the pack.</summary>
    public required string Key { get; init; }

    /// <summary>The pack it came from, or empty.</summary>
    public required string Pack { get; init; }

    /// <summary>When it was or will be published, with the offset stated.</summary>
    public required DateTimeOffset Published { get; init; }

    /// <summary>0 for the first at its moment, one more for each amendment.</summary>
    public required int Sequence { get; init; }

    /// <summary>When it was written here; never before the one written before it.</summary>
    public required DateTimeOffset Loaded { get; init; }

    /// <summary>Its rank among all that is public here by (moment it became visible, order of loading), from 1; null while it is under embargo.</summary>
    public required long? PublicNumber { get; init; }

    /// <summary>Digest by which it is recognised, lower-case hexadecimal or as the draft gave it.</summary>
    public required string ContentDigest { get; init; }

    /// <summary>Kind of source.</summary>
    public required string SourceKind { get; init; }

    /// <summary>Title of the source.</summary>
    public required LocalisedText SourceTitle { get; init; }

    /// <summary>Agency or speaker.</summary>
    public required LocalisedText SourceAgency { get; init; }

    /// <summary>Where it was published, or null.</summary>
    public required string? Url { get; init; }

    /// <summary>Digest of the source document, or null.</summary>
    public required string? DocumentDigest { get; init; }

    /// <summary>Date that the source bears, or null.</summary>
    public required DateOnly? SourceDate { get; init; }

    /// <summary>Whether it was gathered later than it was first published.</summary>
    public required bool CompiledLater { get; init; }

    /// <summary>Notes for readers.</summary>
    public required LocalisedText Notes { get; init; }

    /// <summary>Key of the release it corrects, or null.</summary>
    public required string? Amends { get; init; }

    /// <summary>Its parts in order.</summary>
    public required ImmutableArray<ReleasePart> Parts { get; init; }
}

/// <summary>What a release states for one dataflow.</summary>
/// <param name="Flow">The dataflow in the version it was stated under.</param>
/// <param name="Structure">The structure in the version it was stated under.</param>
/// <param name="ObservationCount">Observation rows stated.</param>
/// <param name="SeriesCount">Series with a row.</param>
public sealed record ReleasePart(StructureId Flow, StructureId Structure, long ObservationCount, int SeriesCount);
