using System.Collections.Immutable;
using Ballast.Faults;

namespace Ballast.Packs;

/// <summary>What <c>pack.yaml</c> says.</summary>
public sealed record PackManifest
{
    private PackManifest(string id, string agency, string version, ImmutableArray<KeyValuePair<string, string>> names, ImmutableArray<PackNeed> needs, string zone) =>
        (Id, Agency, Version, Names, Needs, Zone) = (id, agency, version, names, needs, zone);

    /// <summary>The pack's id: <c>industry</c>.</summary>
    public string Id { get; }

    /// <summary>Who maintains its structures.</summary>
    public string Agency { get; }

    /// <summary>Three numbers.</summary>
    public string Version { get; }

    /// <summary>Language tag and name; English and Chinese are among them.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Names { get; }

    /// <summary>Packs that must be read before.</summary>
    public ImmutableArray<PackNeed> Needs { get; }

    /// <summary>IANA name of the zone in which the pack's days end.</summary>
    public string Zone { get; }

    /// <summary>From when on the pack watches, or null: since its first figure.</summary>
    public DateOnly? EffectiveFrom { get; private init; }

    /// <summary>Up to when it watches, or null. Later nothing is due, and pages say where the record ends.</summary>
    public DateOnly? EffectiveTo { get; private init; }

    /// <summary>Its place in lists for people, the smallest first; null puts it behind those that have one.</summary>
    public long? Order { get; private init; }

    /// <summary>Whether a release is seen by its loaders alone until a second person approves it.</summary>
    public bool NeedsApproval { get; private init; }

    /// <summary>Reads the file; null where a fault leaves no manifest.</summary>
    /// <param name="map">Its outermost mapping.</param>
    /// <param name="isZone">Whether an IANA name is known to the machine.</param>
    /// <param name="faults">Receives what is wrong.</param>
    internal static PackManifest? Read(YamlNode.Mapping map, Predicate<string> isZone, FaultList faults)
    {
        map.UnknownKeys(faults, "id", "agency", "version", "names", "needs", "order", "zone", "effective", "approval");
        string? id = PackIds.Read(map.Required("id", faults), PackIds.IsPackId, PackFaults.IdMalformed, faults);
        string? agency = PackIds.Read(map.Required("agency", faults), PackIds.IsAgency, PackFaults.AgencyMalformed, faults);
        string? version = PackIds.Read(map.Required("version", faults), PackIds.IsVersion, PackFaults.VersionMalformed, faults);
        ImmutableArray<KeyValuePair<string, string>>? names = map.Required("names", faults)?.Languages(faults);
        string? zone = PackIds.Read(map.Required("zone", faults), z => isZone(z), PackFaults.ZoneUnknown, faults);
        ImmutableArray<PackNeed> needs = map.Find("needs") is { } list ? ReadNeeds(list, faults) : [];
        (DateOnly? from, DateOnly? to) = map.Find("effective") is { } effective ? ReadEffective(effective, faults) : default;
        long? order = map.Find("order")?.Integer(faults);
        string? approval = map.Find("approval")?.OneOf(faults, "one", "two");
        return id is null || agency is null || version is null || names is null || zone is null
            ? null
            : new PackManifest(id, agency, version, names.Value, needs, zone) { EffectiveFrom = from, EffectiveTo = to, NeedsApproval = approval == "two", Order = order };
    }

    private static ImmutableArray<PackNeed> ReadNeeds(YamlNode node, FaultList faults)
    {
        ImmutableArray<PackNeed>.Builder needs = ImmutableArray.CreateBuilder<PackNeed>();
        foreach (YamlNode item in node.List(faults)?.Items ?? [])
        {
            if (PackIds.Read(item, PackIds.IsPackId, PackFaults.IdMalformed, faults) is not { } id)
            {
                continue;
            }

            if (needs.Any(n => n.Id == id))
            {
                faults.Add(PackFaults.NeedTwice, item.Place, id);
                continue;
            }

            needs.Add(new PackNeed(id, item.Place));
        }

        return needs.ToImmutable();
    }

    private static (DateOnly? From, DateOnly? To) ReadEffective(YamlNode node, FaultList faults)
    {
        if (node.Map(faults) is not { } map)
        {
            return default;
        }

        map.UnknownKeys(faults, "from", "to");
        DateOnly? from = map.Find("from")?.Date(faults);
        DateOnly? to = map.Find("to")?.Date(faults);
        if (from > to)
        {
            faults.Add(PackFaults.EffectiveReversed, node.Place, $"{from:yyyy-MM-dd}", $"{to:yyyy-MM-dd}");
        }

        return (from, to);
    }
}
