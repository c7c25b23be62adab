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
            foreach (ReleaseDraft draft in read.Value.Drafts)
            {
                cancellation.ThrowIfCancellationRequested();
                try
                {
                    Receipt receipt = store.CommitRelease(draft, actor, KeyOf(draft));
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
                catch (StoreException e) when (e.Reason is StoreReason.ReleaseChanged or StoreReason.KeyReused)
                {
                    faults.Add(WorkFaults.ReleaseChanged, folder.Manifest.Place, draft.Key, pack.Id);
                    isWhole = false;
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

    /// <summary>The idempotency key of a pack's release. A changed content under the same key is then refused by the release's identity, with its own reason.</summary>
    private static string KeyOf(ReleaseDraft draft) => $"release:{draft.Pack}:{draft.Key}:{draft.Digest}";
}
