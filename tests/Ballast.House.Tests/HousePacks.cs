using Ballast.Packs;
using Ballast.Store;
using Ballast.Work;
using Ballast.Work.Loading;

namespace Ballast.House.Tests;

/// <summary>The packs that come with the project.</summary>
internal static class HousePacks
{
    private static readonly Lazy<PackLibrary> All = new(() => PackLibrary.Read(Folders()) is { IsGood: true, Value: var library } ? library : throw new InvalidOperationException("The packs of the house have faults."));

    public static PackLibrary Library => All.Value;

    public static IReadOnlyList<PackFolder> Folders() => PackDisk.OpenAll(House.PathOf("packs"));

    /// <summary>The releases of a folder of data of a pack.</summary>
    public static IReadOnlyList<ReleaseDraft> Drafts(string pack, string release)
    {
        LoadedPack loaded = Library.Find(pack)!;
        PackRelease folder = loaded.Pack.Releases.Single(r => r.Manifest.Key == release);
        return ReleaseReader.Read(loaded, folder, Library.Structures, null, CancellationToken.None).Value!.Drafts;
    }
}
