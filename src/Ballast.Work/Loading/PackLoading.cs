using System.Collections.Immutable;
using Ballast.Faults;
using Ballast.Packs;
using Ballast.Sdmx.Model;
using Ballast.Store;

namespace Ballast.Work.Loading;

/// <summary>How far loading has come.</summary>
/// <param name="PackId">The pack.</param>
/// <param name="DoneBytes">Bytes of its files read.</param>
/// <param name="TotalBytes">Bytes of its files.</param>
/// <param name="Releases">Releases written so far.</param>
/// <param name="Values">Values in them.</param>
public readonly record struct LoadProgress(string PackId, long DoneBytes, long TotalBytes, int Releases, long Values);

/// <summary>What loading a pack did.</summary>
/// <param name="PackId">The pack.</param>
/// <param name="Written">Releases written now.</param>
/// <param name="ThereCount">Releases that were there already.</param>
/// <param name="ValueCount">Values in those written.</param>
/// <param name="Faults">What refused a folder; its releases were not written, others were.</param>
public sealed record PackLoad(string PackId, ImmutableArray<Receipt> Written, int ThereCount, long ValueCount, FaultList Faults);

/// <summary>Loads what is new in a pack: structures first, then each folder of data whose content is not in the store.</summary>
public static class PackLoading
{
    /// <summary>Releases written in one turn: few enough that a stop loses little work, many enough that syncs do not rule.</summary>
    private const int GroupSize = 32;

    /// <summary>Loads a pack.</summary>
    /// <param name="store">Open for writing.</param>
    /// <param name="pack">The pack.</param>
    /// <param name="structures">All structures that its files may name.</param>
    /// <param name="actor">Who loads, for the commits.</param>
    /// <param name="progress">Hears how far it is, or null.</param>
    /// <param name="cancellation">Stops between releases; what was acknowledged stays.</param>
    public static PackLoad Load(BallastStore store, LoadedPack pack, StructureSet structures, string actor, Action<LoadProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(pack);
        StructureLoading.Commit(store, pack, actor);
        FaultList faults = new();
        ImmutableArray<Receipt>.Builder written = ImmutableArray.CreateBuilder<Receipt>();
        int there = 0;
        long values = 0;
        long total = pack.Pack.Releases.Sum(r => r.Observations.Sum(o => o.Length));
        long before = 0;
        foreach (PackRelease folder in pack.Pack.Releases.OrderBy(r => r.Manifest.Amends is not null).ThenBy(r => r.Manifest.Key, StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            long size = folder.Observations.Sum(o => o.Length);
            string marker = $"folder:{pack.Id}/{folder.Manifest.Key}";
            if (store.WorkspaceState(marker) == folder.Digest)
            {
                before += size;
                there++;
                continue;
            }

            long start = before;
            Outcome<ReleaseDrafts> read = ReleaseReader.Read(
                pack, folder, structures, progress is null ? null : bytes => progress(new LoadProgress(pack.Id, start + bytes, total, written.Count, values)), cancellation);
            before += size;
            faults.AddRange(read.Faults);
            if (!read.IsGood)
            {
                continue;
            }

            bool isWhole = true;
            foreach (ReleaseDraft[] group in read.Value.Drafts.Chunk(GroupSize))
            {
                cancellation.ThrowIfCancellationRequested();
                foreach ((ReleaseDraft draft, Receipt receipt) in Commit(store, pack, folder, group, actor, faults, ref isWhole))
                {
                    if (receipt.WasThere)
                    {
                        there++;
                    }
                    else
                    {
                        written.Add(receipt);
                        values += draft.Parts.Sum(p => p.ObservationCount);
                    }
                }

                progress?.Invoke(new LoadProgress(pack.Id, before, total, written.Count, values));
            }

            if (isWhole)
            {
                store.CommitWorkspaceState(marker, folder.Digest, actor);
            }
        }

        return new PackLoad(pack.Id, written.ToImmutable(), there, values, faults);
    }

    /// <summary>Writes releases in one turn with one sync; where one of them is refused since it is there with other content, the others are written one by one.</summary>
    private static IEnumerable<(ReleaseDraft Draft, Receipt Receipt)> Commit(
        BallastStore store, LoadedPack pack, PackRelease folder, ReleaseDraft[] group, string actor, FaultList faults, ref bool isWhole)
    {
        try
        {
            // The digest of the folder makes the key new whenever anything in it changed; releases that are there are told by their own content.
            return group.Zip(store.CommitReleases(group, actor, $"folder:{pack.Id}/{folder.Manifest.Key}:{folder.Digest}:{group[0].Key}"));
        }
        catch (StoreException e) when (e.Reason is StoreReason.ReleaseChanged && group.Length == 1)
        {
            faults.Add(WorkFaults.ReleaseChanged, folder.Manifest.Place, group[0].Key, pack.Id);
            isWhole = false;
            return [];
        }
        catch (StoreException e) when (e.Reason is StoreReason.ReleaseChanged)
        {
            List<(ReleaseDraft, Receipt)> done = [];
            foreach (ReleaseDraft draft in group)
            {
                done.AddRange(Commit(store, pack, folder, [draft], actor, faults, ref isWhole));
            }

            return done;
        }
    }
}
