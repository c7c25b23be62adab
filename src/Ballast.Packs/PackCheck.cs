using System.Collections.Frozen;
using Ballast.Faults;

namespace Ballast.Packs;

/// <summary>The check of a whole pack: what this room reads, then each part by the checker of its kind, in the order of <see cref="PackPartKind"/>.</summary>
public sealed class PackCheck
{
    private readonly FrozenDictionary<PackPartKind, PartChecker> _checkers;

    /// <summary>A check.</summary>
    /// <param name="checkers">By kind. Kinds without one are warned of as unread; manifests, releases, tests and texts for people need none.</param>
    public PackCheck(IReadOnlyDictionary<PackPartKind, PartChecker> checkers) => _checkers = checkers.ToFrozenDictionary();

    /// <summary>All that is wrong with a pack: what its reader finds and, as far as it can be read, with its parts.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="isZone">Whether an IANA name of a zone is known to the machine.</param>
    public FaultList Run(PackFolder folder, Predicate<string> isZone)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(isZone);
        FaultList faults = new();
        if (PackReader.Read(folder, isZone, faults) is { } pack)
        {
            faults.AddRange(Run(pack));
        }

        return faults;
    }

    /// <summary>All that is wrong with a pack's parts; what was wrong with reading it stands with that outcome.</summary>
    public FaultList Run(Pack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        FaultList faults = new();
        foreach (PackPart part in pack.Parts)
        {
            if (_checkers.TryGetValue(part.Kind, out PartChecker? checker))
            {
                checker(pack, part, faults);
            }
            else if (part.Kind is not (PackPartKind.Manifest or PackPartKind.Readme or PackPartKind.Release or PackPartKind.Tests))
            {
                faults.Add(PackFaults.PartUnread, pack.Folder.PlaceOf(part.Path), part.Path);
            }
        }

        return faults;
    }
}
