using System.Collections.Immutable;
using Ballast.Series;
using Ballast.Store;

namespace Ballast.Work;

/// <content>Releases and what they changed.</content>
public sealed partial class Reading
{
    /// <summary>Releases visible from a viewpoint, in the order of publication; of one pack's flows where a pack is named.</summary>
    public ImmutableArray<ReleaseRecord> Releases(Viewpoint viewpoint, LoadedPack? pack = null)
    {
        ImmutableArray<ReleaseRecord> all = store.Releases(viewpoint);
        return pack is null ? all : [.. all.Where(r => r.Parts.Any(p => pack.Flows.Any(f => f.Id.Id == p.Flow.Id)))];
    }

    /// <summary>A release by its key, or null where the viewpoint sees none.</summary>
    public ReleaseRecord? Release(string key, Viewpoint viewpoint) =>
        store.Releases(viewpoint).FirstOrDefault(r => string.Equals(r.Key, key, StringComparison.Ordinal));

    /// <summary>What a release changed against what had been published before it, or null where the viewpoint does not see it.</summary>
    public ReleaseChanges? Changes(string releaseKey, Viewpoint viewpoint) => store.Changes(releaseKey, viewpoint);

    /// <summary>The viewpoint that a fixed link names: its moment and the newest public number that it sees. What it shows never changes afterwards.</summary>
    public Viewpoint Fixed(Viewpoint viewpoint)
    {
        ArgumentNullException.ThrowIfNull(viewpoint);
        DateTimeOffset moment = viewpoint.CutOff.PublishedUpTo < Now ? viewpoint.CutOff.PublishedUpTo : Now;
        return viewpoint with { CutOff = new CutOff(moment, viewpoint.CutOff.PublicNumberUpTo ?? store.LatestPublicNumber(viewpoint)) };
    }
}
