using System.Collections.Immutable;
using Ballast.Faults;
using Ballast.Packs;
using Ballast.Sdmx.Formats.Json;
using Ballast.Sdmx.Model;

namespace Ballast.Work;

/// <summary>The packs of an installation: each with its structures and plans, in an order in which each comes after those that it needs.</summary>
public sealed class PackLibrary
{
    /// <summary>No packs.</summary>
    public static readonly PackLibrary Empty = new([], StructureSet.Empty);

    private PackLibrary(ImmutableArray<LoadedPack> packs, StructureSet structures) => (Packs, Structures) = (packs, structures);

    /// <summary>In the order in which they are loaded.</summary>
    public ImmutableArray<LoadedPack> Packs { get; }

    /// <summary>The structures of all of them.</summary>
    public StructureSet Structures { get; }

    /// <summary>Packs that watch something (those with dataflows), in the order in which people see them.</summary>
    public ImmutableArray<LoadedPack> Watching =>
        [.. Packs.Where(p => !p.Flows.IsEmpty).OrderBy(p => p.Pack.Manifest.Order ?? long.MaxValue).ThenBy(p => p.Id, StringComparer.Ordinal)];

    /// <summary>A pack by its id, or null.</summary>
    public LoadedPack? Find(string id) => Packs.FirstOrDefault(p => p.Id == id);

    /// <summary>The pack that a dataflow (or its derived one) belongs to, or null.</summary>
    public LoadedPack? OfFlow(string flowId)
    {
        string id = DerivedFlow.BaseId(flowId) ?? flowId;
        return Packs.FirstOrDefault(p => p.Flows.Any(f => f.Id.Id == id));
    }

    /// <summary>Reads packs; every fault of every part but the data (which is read when a release is loaded) is listed.</summary>
    public static Outcome<PackLibrary> Read(IEnumerable<PackFolder> folders)
    {
        ArgumentNullException.ThrowIfNull(folders);
        FaultList faults = new();
        List<Pack> packs = [];
        foreach (PackFolder folder in folders)
        {
            Outcome<Pack> read = PackReader.Read(folder, IsZone);
            faults.AddRange(read.Faults);
            if (read.IsGood)
            {
                packs.Add(read.Value);
            }
        }

        Outcome<PackOrder> order = PackOrder.Of(packs);
        faults.AddRange(order.Faults);
        if (!order.IsGood)
        {
            return Outcome<PackLibrary>.Refused(faults);
        }

        StructureSet all = StructureSet.Empty;
        ImmutableArray<LoadedPack>.Builder loaded = ImmutableArray.CreateBuilder<LoadedPack>();
        foreach (Pack pack in order.Value.Packs)
        {
            StructureSet own = ReadStructures(pack, all, faults);
            all = all.With(own);
            loaded.Add(new LoadedPack(
                pack,
                own,
                ReadPlan(pack, PackPartKind.Overview, all, PackPlans.Overview, faults),
                ReadPlan(pack, PackPartKind.Transforms, all, PackPlans.Transforms, faults),
                ReadPlan(pack, PackPartKind.Due, all, PackPlans.Due, faults)));
        }

        return Outcome<PackLibrary>.Of(new PackLibrary(loaded.ToImmutable(), all), faults);
    }

    /// <summary>Whether this machine knows a zone.</summary>
    public static bool IsZone(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out _);

    private static StructureSet ReadStructures(Pack pack, StructureSet known, FaultList faults)
    {
        StructureSet own = StructureSet.Empty;
        StructurePlaces places = new();
        foreach (PackPart part in pack.PartsOf(PackPartKind.Structures))
        {
            using Stream stream = pack.Folder.Open(part.Path);
            Outcome<StructureSet> read = StructureJsonReader.Read(stream, pack.Folder.PlaceOf(part.Path).File, known.With(own), places);
            faults.AddRange(read.Faults);
            own = read.IsGood ? own.With(read.Value) : own;
        }

        faults.AddRange(StructureChecker.Check(known.With(own), places));
        return own;
    }

    private static T? ReadPlan<T>(Pack pack, PackPartKind kind, StructureSet structures, Func<Pack, PackPart, StructureSet, Outcome<T>> read, FaultList faults)
        where T : class
    {
        if (pack.PartsOf(kind).FirstOrDefault() is not { } part)
        {
            return null;
        }

        Outcome<T> plan = read(pack, part, structures);
        faults.AddRange(plan.Faults);
        return plan.Value;
    }
}
