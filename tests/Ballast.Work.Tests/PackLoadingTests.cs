using Ballast.Faults;
using Ballast.Work.Loading;

namespace Ballast.Work.Tests;

/// <summary>What of a pack is loaded when.</summary>
public sealed class PackLoadingTests
{
    [Fact]
    public void A_pack_is_loaded_once_and_then_only_what_is_new_in_it()
    {
        using SmallPack pack = new();

        PackLoad first = pack.Load();
        long commits = pack.Store.Verify().CommitCount;
        PackLoad second = pack.Load();
        pack.Add("2024-04-20", ("published: \"2024-03-20", "published: \"2024-04-20"), ("2024-02,11.2", "2024-03,11.9"));
        PackLoad third = pack.Load();

        Assert.Equal((2, 0, 5L), (first.Written.Length, first.ThereCount, first.ValueCount));
        Assert.Equal((0, 2, 0L), (second.Written.Length, second.ThereCount, second.ValueCount));
        Assert.Equal(commits + 2, pack.Store.Verify().CommitCount);
        Assert.Equal(["2024-04-20"], third.Written.Select(r => r.Subject));
        Assert.Equal("11.9", pack.Value(2024, 3));
        Assert.True(pack.Store.Verify().IsGood);
    }

    [Fact]
    public void A_release_whose_content_changed_is_refused_by_name_and_the_others_are_loaded()
    {
        using SmallPack pack = new();
        pack.Load();
        pack.Change($"data/2024-03-20/{SmallPack.Flow}.csv", "2024-01,10.7", "2024-01,99.9");
        pack.Add("2024-04-20", ("published: \"2024-03-20", "published: \"2024-04-20"), ("2024-01,99.9", "2024-03,11.9"));

        PackLoad load = pack.Load();

        Fault fault = Assert.Single(load.Faults);
        Assert.Equal(WorkFaults.ReleaseChanged, fault.Code);
        Assert.Contains("2024-03-20", fault.Place.File, StringComparison.Ordinal);
        Assert.Equal(["2024-04-20"], load.Written.Select(r => r.Subject));
        Assert.Equal("10.7", pack.Value(2024, 1));
        Assert.Equal("11.9", pack.Value(2024, 3));
    }

    [Fact]
    public void A_correction_that_says_what_it_amends_stands_in_its_place()
    {
        using SmallPack pack = new();
        pack.Load();
        pack.Add("2024-03-20-corrected", ("notes:", "amends: \"2024-03-20\"\nnotes:"), ("2024-01,10.7", "2024-01,10.65"));

        PackLoad load = pack.Load();

        Assert.Empty(load.Faults);
        Assert.Equal(["2024-03-20-corrected"], load.Written.Select(r => r.Subject));
        Assert.Equal("10.65", pack.Value(2024, 1));
        Assert.Equal("10.9", pack.Value(2024, 1, "2024-03-20T01:59Z"));
        Assert.Equal("11.2", pack.Value(2024, 2));
    }

    [Fact]
    public void A_folder_with_a_fault_is_left_out_and_loaded_once_it_is_mended()
    {
        using SmallPack pack = new();
        pack.Change($"data/2024-02-20/{SmallPack.Flow}.csv", "2023-12,10.4", "2023-12,ten");

        PackLoad faulty = pack.Load();
        string? without = pack.Value(2023, 12);
        pack.Change($"data/2024-02-20/{SmallPack.Flow}.csv", "2023-12,ten", "2023-12,10.4");
        PackLoad mended = pack.Load();

        Fault fault = Assert.Single(faulty.Faults);
        Assert.Equal(3, fault.Place.Line);
        Assert.Equal(["2024-03-20"], faulty.Written.Select(r => r.Subject));
        Assert.Null(without);
        Assert.Equal(["2024-02-20"], mended.Written.Select(r => r.Subject));
        Assert.Equal(("10.4", "10.7"), (pack.Value(2023, 12), pack.Value(2024, 1)));
    }

    [Fact]
    public void A_load_that_is_stopped_keeps_what_it_wrote_and_goes_on_later()
    {
        using SmallPack pack = new();
        using CancellationTokenSource stop = new();
        PackLibrary library = pack.Library;
        StructureLoading.Commit(pack.Store, library.Find("common")!, "test");

        Assert.ThrowsAny<OperationCanceledException>(() => PackLoading.Load(
            pack.Store, library.Find(SmallPack.Id)!, library.Structures, "test", p => CancelAfterTheFirst(p, stop), stop.Token));
        string? kept = pack.Value(2024, 1);
        PackLoad rest = pack.Load();

        Assert.Equal("10.9", kept);
        Assert.Equal(["2024-03-20"], rest.Written.Select(r => r.Subject));
        Assert.Equal("10.7", pack.Value(2024, 1));
    }

    private static void CancelAfterTheFirst(LoadProgress progress, CancellationTokenSource stop)
    {
        if (progress.Releases == 1)
        {
            stop.Cancel();
        }
    }
}
