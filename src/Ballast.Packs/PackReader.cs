using System.Collections.Immutable;
using Ballast.Faults;

namespace Ballast.Packs;

/// <summary>Reads a pack's folder: paths, manifest, releases, tests. The other parts are listed, and read by the rooms that own them.</summary>
public static class PackReader
{
    /// <summary>Most files of a pack: a release a day over thirty years has fewer than half.</summary>
    public const int MaxFiles = 50_000;

    /// <summary>Reads a pack.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="isZone">Whether an IANA name of a zone is known to the machine.</param>
    public static Outcome<Pack> Read(PackFolder folder, Predicate<string> isZone)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(isZone);
        FaultList faults = new();
        Pack? pack = Read(folder, isZone, faults);
        return pack is null ? Outcome<Pack>.Refused(faults) : Outcome<Pack>.Of(pack, faults);
    }

    /// <summary>Reads what can be read; null only where the manifest leaves no pack.</summary>
    internal static Pack? Read(PackFolder folder, Predicate<string> isZone, FaultList faults)
    {
        ImmutableArray<PackPart> parts = ReadParts(folder, faults);
        PackManifest? manifest = ReadManifest(folder, parts, isZone, faults);
        ImmutableArray<PackRelease> releases = ReadReleases(folder, parts, faults);
        ImmutableArray<Expectation>.Builder expectations = ImmutableArray.CreateBuilder<Expectation>();
        foreach (PackPart part in parts.Where(p => p.Kind == PackPartKind.Tests))
        {
            if (ReadYaml(folder, part, faults) is { } map)
            {
                expectations.AddRange(Expectation.ReadAll(map, faults));
            }
        }

        return manifest is null ? null : new Pack(folder, manifest, parts, releases, expectations.ToImmutable());
    }

    private static ImmutableArray<PackPart> ReadParts(PackFolder folder, FaultList faults)
    {
        if (folder.Files.Length > MaxFiles)
        {
            faults.Add(PackFaults.TooManyFiles, new Place(folder.Name), $"{MaxFiles}");
            return [];
        }

        List<PackPart> parts = [];
        Dictionary<string, string> byCase = new(StringComparer.OrdinalIgnoreCase);
        foreach (PackFile file in folder.Files)
        {
            if (!PackPaths.Check(folder, file, faults))
            {
                continue;
            }

            if (!byCase.TryAdd(file.Path, file.Path))
            {
                faults.Add(PackFaults.PathCaseClash, folder.PlaceOf(file.Path), file.Path, byCase[file.Path]);
            }

            if (PackPart.Of(file) is { } part)
            {
                parts.Add(part);
            }
            else
            {
                faults.Add(PackFaults.FileUnknown, folder.PlaceOf(file.Path), file.Path);
            }
        }

        return [.. parts.OrderBy(p => p.Kind).ThenBy(p => p.Path, StringComparer.Ordinal)];
    }

    private static PackManifest? ReadManifest(PackFolder folder, ImmutableArray<PackPart> parts, Predicate<string> isZone, FaultList faults)
    {
        if (!parts.Any(p => p is { Kind: PackPartKind.Readme, Path: "README.md" }))
        {
            faults.Add(PackFaults.ReadmeMissing, new Place(folder.Name));
        }

        if (parts.FirstOrDefault(p => p.Kind == PackPartKind.Manifest) is not { } part)
        {
            faults.Add(PackFaults.ManifestMissing, new Place(folder.Name));
            return null;
        }

        return ReadYaml(folder, part, faults) is { } map ? PackManifest.Read(map, isZone, faults) : null;
    }

    private static ImmutableArray<PackRelease> ReadReleases(PackFolder folder, ImmutableArray<PackPart> parts, FaultList faults)
    {
        ImmutableArray<PackRelease>.Builder releases = ImmutableArray.CreateBuilder<PackRelease>();
        foreach (IGrouping<string, PackPart> group in parts.Where(p => p.ReleaseKey is not null).GroupBy(p => p.ReleaseKey!).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            if (ReadRelease(folder, group.Key, [.. group], faults) is { } release)
            {
                releases.Add(release);
            }
        }

        foreach (ReleaseManifest manifest in releases.Select(r => r.Manifest).Where(m => m.Amends is not null))
        {
            ReleaseManifest? amended = releases.Select(r => r.Manifest).FirstOrDefault(m => m.Key == manifest.Amends && m != manifest);
            if (amended is null)
            {
                faults.Add(PackFaults.AmendsUnknown, manifest.AmendsPlace, manifest.Amends!);
            }
            else if (amended.Published != manifest.Published || amended.VintageColumn != manifest.VintageColumn)
            {
                faults.Add(PackFaults.AmendsOtherTime, manifest.AmendsPlace, manifest.Amends!);
            }
        }

        return releases.ToImmutable();
    }

    private static PackRelease? ReadRelease(PackFolder folder, string key, ImmutableArray<PackPart> parts, FaultList faults)
    {
        string root = $"data/{key}";
        if (!PackIds.IsReleaseKey(key))
        {
            faults.Add(PackFaults.ReleaseKeyMalformed, folder.PlaceOf(root), key);
            return null;
        }

        ImmutableArray<PackPart> observations = [.. parts.Where(p => p.Kind == PackPartKind.Observations)];
        foreach (PackPart part in observations.Where(p => !PackIds.IsSdmxId(p.FlowId!)))
        {
            faults.Add(PackFaults.SdmxIdMalformed, folder.PlaceOf(part.Path), part.FlowId!);
        }

        if (observations.IsEmpty)
        {
            faults.Add(PackFaults.ReleaseEmpty, folder.PlaceOf(root), key);
        }

        if (parts.FirstOrDefault(p => p.Kind == PackPartKind.Release) is not { } file)
        {
            faults.Add(PackFaults.ReleaseManifestMissing, folder.PlaceOf(root), key);
            return null;
        }

        ReleaseManifest? manifest = ReadYaml(folder, file, faults) is { } map ? ReleaseManifest.Read(map, key, faults) : null;
        return manifest is null ? null : new PackRelease(manifest, observations, ReleaseDigest.Of(folder, root, parts.Select(p => new PackFile(p.Path, p.Length))));
    }

    private static YamlNode.Mapping? ReadYaml(PackFolder folder, PackPart part, FaultList faults)
    {
        Outcome<YamlNode.Mapping> read = folder.ReadYaml(part.Path);
        faults.AddRange(read.Faults);
        return read.Value;
    }
}
