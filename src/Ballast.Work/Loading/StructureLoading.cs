using System.Collections.Immutable;
using Ballast.Store;

namespace Ballast.Work.Loading;

/// <summary>Keeps a pack's structures in the store, where they differ from those kept.</summary>
public static class StructureLoading
{
    /// <summary>Commits them; null where the store has them as they are.</summary>
    public static Receipt? Commit(BallastStore store, LoadedPack pack, string actor)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(pack);
        ImmutableArray<FlowSettings> settings =
            [.. pack.Flows.Select((f, i) => new FlowSettings(f.Id, pack.Id, pack.Pack.Manifest.Zone, i))];
        Receipt receipt = store.CommitStructures(pack.Structures, settings, actor, $"structures:{pack.Id}:{pack.Pack.Manifest.Version}:{pack.StructuresDigest}");
        return receipt.WasThere ? null : receipt;
    }
}
