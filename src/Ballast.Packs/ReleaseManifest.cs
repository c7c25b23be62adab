using System.Collections.Immutable;
using Ballast.Faults;

namespace Ballast.Packs;

/// <summary>What <c>release.yaml</c> says.</summary>
public sealed record ReleaseManifest
{
    private ReleaseManifest(string key, ReleaseSource source, Place place) => (Key, Source, Place) = (key, source, place);

    /// <summary>The release's key, which is its folder's name.</summary>
    public string Key { get; }

    /// <summary>When it was published; null where <see cref="VintageColumn"/> says it row by row.</summary>
    public PublicationTime? Published { get; private init; }

    /// <summary>The column of the files that says from when on each row was known; each of its days is a release. Null where <see cref="Published"/> says it.</summary>
    public string? VintageColumn { get; private init; }

    /// <summary>Where the figures come from.</summary>
    public ReleaseSource Source { get; }

    /// <summary>Further publications of the same statement.</summary>
    public ImmutableArray<ReleaseSource> FurtherSources { get; private init; } = [];

    /// <summary>Whether the figures were gathered afterwards rather than taken in when they were published.</summary>
    public bool IsCompiledLater { get; private init; }

    /// <summary>Language tag and note; empty where there is none.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Notes { get; private init; } = [];

    /// <summary>Key of the release of the same pack and time that this one corrects, or null.</summary>
    public string? Amends { get; private init; }

    /// <summary>Where the file begins.</summary>
    public Place Place { get; }

    /// <summary>Where <see cref="Amends"/> stands.</summary>
    internal Place AmendsPlace { get; private init; }

    internal static ReleaseManifest? Read(YamlNode.Mapping map, string folderName, FaultList faults)
    {
        map.UnknownKeys(faults, "key", "published", "vintage_column", "source", "further_sources", "compiled_later", "notes", "amends");
        YamlNode? keyNode = map.Required("key", faults);
        string? key = PackIds.Read(keyNode, PackIds.IsReleaseKey, PackFaults.ReleaseKeyMalformed, faults);
        if (key is not null && key != folderName)
        {
            faults.Add(PackFaults.ReleaseKeyDiffers, keyNode!.Place, key, folderName);
        }

        YamlNode? published = map.Find("published");
        YamlNode? column = map.Find("vintage_column");
        if (published is null == column is null)
        {
            faults.Add(PackFaults.ReleaseTimeAmbiguous, map.Place);
        }

        PublicationTime? time = published is null ? null : PublicationTime.Read(published, faults);
        string? vintage = PackIds.Read(column, PackIds.IsSdmxId, PackFaults.SdmxIdMalformed, faults);
        ReleaseSource? source = map.Required("source", faults) is { } node ? ReleaseSource.Read(node, faults) : null;
        ImmutableArray<ReleaseSource> further = [.. (map.Find("further_sources")?.List(faults)?.Items ?? []).Select(n => ReleaseSource.Read(n, faults)).OfType<ReleaseSource>()];
        bool later = map.Find("compiled_later")?.Bool(faults) ?? false;
        ImmutableArray<KeyValuePair<string, string>> notes = map.Find("notes")?.Languages(faults) ?? [];
        YamlNode? amendsNode = map.Find("amends");
        string? amends = PackIds.Read(amendsNode, PackIds.IsReleaseKey, PackFaults.ReleaseKeyMalformed, faults);
        return key is null || source is null || (time is null && vintage is null)
            ? null
            : new ReleaseManifest(key, source, map.Place)
            {
                Published = time,
                VintageColumn = vintage,
                FurtherSources = further,
                IsCompiledLater = later,
                Notes = notes,
                Amends = amends,
                AmendsPlace = amendsNode?.Place ?? default,
            };
    }
}
