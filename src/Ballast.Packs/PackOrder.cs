using System.Collections.Immutable;
using Ballast.Faults;

namespace Ballast.Packs;

/// <summary>Packs in an order in which each comes after those that it needs.</summary>
public sealed class PackOrder
{
    private PackOrder(ImmutableArray<Pack> packs) => Packs = packs;

    /// <summary>The packs; where needs leave a choice, in ordinal order of their ids.</summary>
    public ImmutableArray<Pack> Packs { get; }

    /// <summary>Orders packs. Faults are two packs of one id, needs that are not among the packs, and needs in a circle.</summary>
    public static Outcome<PackOrder> Of(IEnumerable<Pack> packs)
    {
        ArgumentNullException.ThrowIfNull(packs);
        FaultList faults = new();
        SortedDictionary<string, Pack> waiting = new(StringComparer.Ordinal);
        foreach (Pack pack in packs)
        {
            if (!waiting.TryAdd(pack.Manifest.Id, pack))
            {
                faults.Add(PackFaults.IdTwice, pack.Folder.PlaceOf("pack.yaml"), pack.Manifest.Id, waiting[pack.Manifest.Id].Folder.Name);
            }
        }

        foreach (PackNeed need in waiting.Values.SelectMany(p => p.Manifest.Needs).Where(n => !waiting.ContainsKey(n.Id)))
        {
            faults.Add(PackFaults.NeedMissing, need.Place, need.Id);
        }

        ImmutableArray<Pack>.Builder ordered = ImmutableArray.CreateBuilder<Pack>(waiting.Count);
        while (waiting.Values.FirstOrDefault(p => p.Manifest.Needs.All(n => !waiting.ContainsKey(n.Id))) is { } next)
        {
            waiting.Remove(next.Manifest.Id);
            ordered.Add(next);
        }

        if (waiting.Count > 0)
        {
            AddCircle(waiting, faults);
        }

        return faults.HasErrors ? Outcome<PackOrder>.Refused(faults) : Outcome<PackOrder>.Of(new PackOrder(ordered.ToImmutable()), faults);
    }

    /// <summary>Every pack still waiting needs one that waits, so that following the first such need from any of them ends in a circle.</summary>
    private static void AddCircle(SortedDictionary<string, Pack> waiting, FaultList faults)
    {
        List<string> way = [];
        string id = waiting.First().Key;
        while (!way.Contains(id))
        {
            way.Add(id);
            id = waiting[id].Manifest.Needs.First(n => waiting.ContainsKey(n.Id)).Id;
        }

        way.RemoveRange(0, way.IndexOf(id));
        Place place = waiting[way[0]].Manifest.Needs.First(n => waiting.ContainsKey(n.Id)).Place;
        faults.Add(PackFaults.NeedsCircular, place, string.Join(" → ", [.. way, way[0]]));
    }
}
