using Ballast.Faults;

namespace Ballast.Packs;

/// <summary>What can be wrong with a pack.</summary>
public static class PackFaults
{
    /// <summary>More files than <see cref="PackReader.MaxFiles"/>.</summary>
    public static readonly FaultCode TooManyFiles = new("pack.too-many-files", "limit");

    /// <summary>A path leads out of the pack's folder.</summary>
    public static readonly FaultCode PathOutside = new("pack.path-outside", "path");

    /// <summary>A path that some systems cannot hold.</summary>
    public static readonly FaultCode PathNotPortable = new("pack.path-not-portable", "path");

    /// <summary>A path holds a control, bidirectional or invisible character.</summary>
    public static readonly FaultCode PathHidden = new("pack.path-hidden", "path", "character");

    /// <summary>A path is not in Unicode's composed form.</summary>
    public static readonly FaultCode PathNotComposed = new("pack.path-not-composed", "path");

    /// <summary>Two paths differ in case only.</summary>
    public static readonly FaultCode PathCaseClash = new("pack.path-case-clash", "path", "other");

    /// <summary>A link.</summary>
    public static readonly FaultCode LinkRefused = new("pack.link-refused", "path");

    /// <summary>A file that means nothing in a pack.</summary>
    public static readonly FaultCode FileUnknown = new("pack.file-unknown", Severity.Warning, "path");

    /// <summary>A part that this version does not read.</summary>
    public static readonly FaultCode PartUnread = new("pack.part-unread", Severity.Warning, "path");

    /// <summary>No <c>README.md</c>.</summary>
    public static readonly FaultCode ReadmeMissing = new("pack.readme-missing", Severity.Warning);

    /// <summary>No <c>pack.yaml</c>.</summary>
    public static readonly FaultCode ManifestMissing = new("pack.manifest-missing");

    /// <summary>No id of a pack.</summary>
    public static readonly FaultCode IdMalformed = new("pack.id-malformed", "text");

    /// <summary>No id of an agency.</summary>
    public static readonly FaultCode AgencyMalformed = new("pack.agency-malformed", "text");

    /// <summary>No version of three numbers.</summary>
    public static readonly FaultCode VersionMalformed = new("pack.version-malformed", "text");

    /// <summary>No IANA time zone.</summary>
    public static readonly FaultCode ZoneUnknown = new("pack.zone-unknown", "text");

    /// <summary>The pack ends before it begins.</summary>
    public static readonly FaultCode EffectiveReversed = new("pack.effective-reversed", "from", "to");

    /// <summary>Two packs have one id.</summary>
    public static readonly FaultCode IdTwice = new("pack.id-twice", "id", "other");

    /// <summary>A needed pack is not there.</summary>
    public static readonly FaultCode NeedMissing = new("pack.need-missing", "id");

    /// <summary>A pack is named twice under <c>needs</c>.</summary>
    public static readonly FaultCode NeedTwice = new("pack.need-twice", "id");

    /// <summary>Packs need each other in a circle.</summary>
    public static readonly FaultCode NeedsCircular = new("pack.needs-circular", "circle");

    /// <summary>The folder of a release has no ASCII key as its name.</summary>
    public static readonly FaultCode ReleaseKeyMalformed = new("pack.release-key-malformed", "text");

    /// <summary>The key in <c>release.yaml</c> is not the folder's name.</summary>
    public static readonly FaultCode ReleaseKeyDiffers = new("pack.release-key-differs", "key", "folder");

    /// <summary>A folder of data without <c>release.yaml</c>.</summary>
    public static readonly FaultCode ReleaseManifestMissing = new("pack.release-manifest-missing", "release");

    /// <summary>A release without a file of observations.</summary>
    public static readonly FaultCode ReleaseEmpty = new("pack.release-empty", "release");

    /// <summary>Neither or both of <c>published</c> and <c>vintage_column</c>.</summary>
    public static readonly FaultCode ReleaseTimeAmbiguous = new("pack.release-time-ambiguous");

    /// <summary>No day and no moment with an offset.</summary>
    public static readonly FaultCode TimeMalformed = new("pack.time-malformed", "text");

    /// <summary>No id of a component or dataflow.</summary>
    public static readonly FaultCode SdmxIdMalformed = new("pack.sdmx-id-malformed", "text");

    /// <summary>A source without agency and speaker.</summary>
    public static readonly FaultCode SourceNobody = new("pack.source-nobody");

    /// <summary>No absolute address of http or https.</summary>
    public static readonly FaultCode UrlMalformed = new("pack.url-malformed", "text");

    /// <summary>No digest as <c>sha256:</c> and 64 digits.</summary>
    public static readonly FaultCode DigestMalformed = new("pack.digest-malformed", "text");

    /// <summary>A release amends one that is not in the pack, or itself.</summary>
    public static readonly FaultCode AmendsUnknown = new("pack.amends-unknown", "key");

    /// <summary>A release amends one of another time.</summary>
    public static readonly FaultCode AmendsOtherTime = new("pack.amends-other-time", "key");
}
