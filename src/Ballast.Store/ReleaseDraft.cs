using System.Collections.Immutable;
using Ballast.Sdmx.Model;
using Ballast.Store.Encoder;

namespace Ballast.Store;

/// <summary>A release to be written: one event of publication over one or more dataflows, written whole or not at all.</summary>
public sealed record ReleaseDraft
{
    /// <summary>Key within the pack.</summary>
    public required string Key { get; init; }

    /// <summary>The pack it comes from, or empty for a loaded file.</summary>
    public string Pack { get; init; } = "";

    /// <summary>When it was or will be published; a future moment is an embargo.</summary>
    public required DateTimeOffset Published { get; init; }

    /// <summary>Kind of source: briefing, agency, compilation …; the pack's word.</summary>
    public string SourceKind { get; init; } = "";

    /// <summary>Title of the source.</summary>
    public LocalisedText SourceTitle { get; init; }

    /// <summary>Agency or speaker.</summary>
    public LocalisedText SourceAgency { get; init; }

    /// <summary>Where it was published, or null.</summary>
    public string? Url { get; init; }

    /// <summary>Digest of the source document, or null.</summary>
    public string? DocumentDigest { get; init; }

    /// <summary>Date that the source bears, or null.</summary>
    public DateOnly? SourceDate { get; init; }

    /// <summary>Whether it was gathered later than it was first published.</summary>
    public bool CompiledLater { get; init; }

    /// <summary>Notes for readers.</summary>
    public LocalisedText Notes { get; init; }

    /// <summary>Key of the release of the same pack that this one corrects, or null. It then has the same moment and the next sequence.</summary>
    public string? Amends { get; init; }

    /// <summary>Digest of everything the release says, by which it is recognised; null lets the store compute one of what is stated and described.</summary>
    public string? ContentDigest { get; init; }

    /// <summary>What is stated, in order.</summary>
    public required ImmutableArray<DataSet> Parts { get; init; }

    /// <summary>The digest by which it is recognised: <see cref="ContentDigest"/>, or one of all that is stated and described. Lower-case hexadecimal where computed.</summary>
    public string Digest => ContentDigest ?? DraftDigest.Compute(this);
}
