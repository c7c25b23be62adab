using System.Collections.Immutable;
using Ballast.Briefings;
using Ballast.Packs;
using Ballast.Sdmx.Model;
using Ballast.Sdmx.Model.Plans;

namespace Ballast.Work;

/// <summary>A pack with its parts read.</summary>
/// <param name="Pack">Manifest, parts, releases.</param>
/// <param name="Structures">Its own structures.</param>
/// <param name="Overview">Headline figures, or null where the pack names none.</param>
/// <param name="Transforms">Growth and conversions wanted.</param>
/// <param name="Due">When what is due.</param>
public sealed record LoadedPack(Pack Pack, StructureSet Structures, OverviewPlan? Overview, DerivedPlan? Transforms, DuePlan? Due)
{
    /// <summary>The pack's id.</summary>
    public string Id => Pack.Manifest.Id;

    /// <summary>Its name in each language.</summary>
    public LocalisedText Name => new(Pack.Manifest.Names);

    /// <summary>The zone in which its days end.</summary>
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Pack.Manifest.Zone);

    /// <summary>Digest of its structure files, by which a changed pack is told from the one kept.</summary>
    public string StructuresDigest => ReleaseDigest.Of(Pack.Folder, "structures/", Pack.PartsOf(PackPartKind.Structures).Select(p => new PackFile(p.Path, p.Length)));

    /// <summary>Its dataflows, in the order of its structures.</summary>
    public ImmutableArray<Dataflow> Flows => Structures.Dataflows;
}
