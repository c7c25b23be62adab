using Ballast.Sdmx.Model;
using Ballast.Series;

namespace Ballast.Store.Tests;

public sealed class KeepingTests
{
    [Fact]
    public void A_sound_store_verifies_and_so_does_its_backup()
    {
        using World world = Filled();
        string file = Path.Combine(world.Folder, "copy.db");

        VerifyResult result = world.Store.Verify();
        BackupResult backup = world.Store.Backup(file);

        Assert.Empty(result.Findings);
        Assert.Equal(5, result.CommitCount);
        Assert.Equal(3, result.ReleaseCount);
        Assert.Equal(5, backup.CommitNumber);
        Assert.StartsWith(backup.Digest, File.ReadAllText(file + ".sha256"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_head_that_lags_behind_is_repaired_by_the_next_writer()
    {
        using World world = new();
        world.Commit(World.Draft("a", World.Day(1), World.Rows(DataAction.Merge, ("CN", 1, "1"))));
        byte[] before = File.ReadAllBytes(world.Head);
        world.Commit(World.Draft("b", World.Day(2), World.Rows(DataAction.Merge, ("CN", 1, "2"))));
        File.WriteAllBytes(world.Head, before);

        HeadState lagging = world.Store.CompareHead();
        world.Reopen();

        Assert.Equal(HeadState.DatabaseAhead, lagging);
        Assert.Equal(HeadState.Agrees, world.Store.CompareHead());
    }

    [Fact]
    public void A_database_behind_its_head_is_read_but_not_written()
    {
        using World world = new();
        world.Commit(World.Draft("a", World.Day(1), World.Rows(DataAction.Merge, ("CN", 1, "1"))));
        world.Close();
        byte[] old = File.ReadAllBytes(world.Database);
        world.Reopen();
        world.Commit(World.Draft("b", World.Day(2), World.Rows(DataAction.Merge, ("CN", 1, "2"))));
        world.Close();
        File.WriteAllBytes(world.Database, old);

        StoreException refused = Assert.Throws<StoreException>(() => BallastStore.Open(world.Folder, StoreAccess.ReadWrite, world.Clock));
        using BallastStore reader = BallastStore.Open(world.Folder, StoreAccess.ReadOnly, world.Clock);

        Assert.Equal(StoreReason.DatabaseBehindHead, refused.Reason);
        Assert.Equal(["4", "3"], refused.Arguments);
        Assert.Equal(HeadState.DatabaseBehind, reader.CompareHead());
        Assert.Equal("1", reader.ReadSeries(World.Flow.Id, World.Key("CN"), World.Everything)!.Observations[0].Value.ToString());
        Assert.Contains(reader.Verify().Findings, f => f.Kind == FindingKind.Head);
    }

    [Fact]
    public void A_missing_head_refuses_writers()
    {
        using World world = Filled();
        world.Close();
        File.Delete(world.Head);

        StoreException refused = Assert.Throws<StoreException>(() => BallastStore.Open(world.Folder, StoreAccess.ReadWrite, world.Clock));

        Assert.Equal(StoreReason.HeadMissing, refused.Reason);
    }

    [Fact]
    public void A_store_whose_database_is_gone_is_not_made_anew_over_its_head()
    {
        using World world = Filled();
        world.Close();
        File.Delete(world.Database);

        StoreException refused = Assert.Throws<StoreException>(() => BallastStore.Open(world.Folder, StoreAccess.ReadWrite, world.Clock));

        Assert.Equal(StoreReason.DatabaseBehindHead, refused.Reason);
    }

    [Fact]
    public void There_is_nothing_to_read_where_no_store_was_made()
    {
        string folder = Path.Combine(Path.GetTempPath(), "ballast-none-" + Guid.NewGuid().ToString("N"));

        StoreException refused = Assert.Throws<StoreException>(() => BallastStore.Open(folder, StoreAccess.ReadOnly, TimeProvider.System));

        Assert.Equal(StoreReason.NoStore, refused.Reason);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public void A_restore_that_would_lose_commits_is_refused_and_lists_them()
    {
        using World world = Filled();
        string file = Path.Combine(world.Folder, "copy.db");
        world.Store.Backup(file);
        world.Commit(World.Draft("later", World.Day(9), World.Rows(DataAction.Merge, ("CN", 9, "9"))));
        world.Close();

        RestoreRefusedException refused = Assert.Throws<RestoreRefusedException>(() => BallastStore.Restore(world.Folder, file, world.Clock));
        RestoreResult restored = BallastStore.Restore(world.Folder, file, world.Clock, acceptLoss: 1);
        world.Reopen();

        LostCommit lost = Assert.Single(refused.Lost);
        Assert.Equal((6, "release", "later", "tester"), (lost.Number, lost.Kind, lost.Subject, lost.Actor));
        Assert.Equal(5, restored.CommitNumber);
        Assert.Equal(3, world.Store.Releases(World.Everything).Length);
        Assert.True(world.Store.Verify().IsGood);
        Assert.Equal(6, world.Commit(World.Draft("later", World.Day(9), World.Rows(DataAction.Merge, ("CN", 9, "9")))).CommitNumber);
    }

    [Fact]
    public void A_restore_into_a_lost_folder_brings_everything_back()
    {
        using World world = Filled();
        string file = Path.Combine(Path.GetTempPath(), "ballast-copy-" + Guid.NewGuid().ToString("N"));
        world.Store.Backup(file);
        world.Close();
        Directory.Delete(world.Folder, recursive: true);

        RestoreResult restored = BallastStore.Restore(world.Folder, file, world.Clock);
        world.Reopen();

        Assert.Empty(restored.Lost);
        Assert.Null(restored.Aside);
        Assert.Equal(3, world.Store.Releases(World.Everything).Length);
        foreach (string left in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(file) + "*"))
        {
            File.Delete(left);
        }
    }

    [Fact]
    public void A_backup_with_a_flipped_bit_is_not_restored()
    {
        using World world = Filled();
        string file = Path.Combine(world.Folder, "copy.db");
        world.Store.Backup(file);
        world.Close();
        byte[] bytes = File.ReadAllBytes(file);
        bytes[^700] ^= 4;
        File.WriteAllBytes(file, bytes);

        StoreException refused = Assert.Throws<StoreDamagedException>(() => BallastStore.Restore(world.Folder, file, world.Clock));

        Assert.Equal(StoreReason.Damaged, refused.Reason);
    }

    [Fact]
    public void Two_handles_write_in_turn_and_each_sees_what_the_other_wrote()
    {
        using World world = new();
        using BallastStore other = BallastStore.Open(world.Folder, StoreAccess.ReadWrite, world.Clock);

        for (int i = 1; i <= 6; i++)
        {
            BallastStore writer = i % 2 == 0 ? other : world.Store;
            writer.CommitRelease(World.Draft("r" + i, World.Day(i), World.Rows(DataAction.Merge, ("A" + i, i, "1"))), "tester", "turn-" + i);
        }

        Assert.Equal(6, world.Store.ReadFrame(World.Flow.Id, KeyQuery.All(3), null, null, World.Everything).SeriesCount);
        Assert.Equal(6, other.ReadFrame(World.Flow.Id, KeyQuery.All(3), null, null, World.Everything).SeriesCount);
        Assert.True(other.Verify().IsGood);
    }

    [Fact]
    public void Many_writers_at_once_lose_nothing()
    {
        using World world = new();

        Parallel.For(0, 24, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i =>
        {
            using BallastStore own = BallastStore.Open(world.Folder, StoreAccess.ReadWrite, world.Clock);
            own.CommitRelease(World.Draft("r" + i, World.Day(1 + (i % 20)), World.Rows(DataAction.Merge, ("A" + i, 1, "1"))), "tester", "many-" + i);
        });

        Assert.Equal(24, world.Store.Releases(World.Everything).Length);
        Assert.True(world.Store.Verify().IsGood);
        Assert.Equal(HeadState.Agrees, world.Store.CompareHead());
    }

    [Fact]
    public void A_busy_store_names_its_holder_and_how_long_it_has_held_it()
    {
        using World world = new();
        using FileStream held = new(Path.Combine(world.Folder, "ballast.lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        File.WriteAllText(Path.Combine(world.Folder, "ballast.lock.holder"), $"4711\n{World.Start.UtcTicks}\nsomeone\n");
        world.Clock.Now = World.Start.AddSeconds(90);
        world.Store.Patience = TimeSpan.Zero;

        StoreBusyException busy = Assert.Throws<StoreBusyException>(() => world.Commit(World.Draft("a", World.Day(1), World.Rows(DataAction.Merge, ("CN", 1, "1")))));

        Assert.Equal(("someone", 4711, TimeSpan.FromSeconds(90)), (busy.Holder, busy.ProcessId, busy.Age));
    }

    [Fact]
    public void A_newer_format_is_refused_by_name()
    {
        using World world = new();
        world.Close();
        using (Microsoft.Data.Sqlite.SqliteConnection connection = new($"Data Source={world.Database};Pooling=false"))
        {
            connection.Open();
            using Microsoft.Data.Sqlite.SqliteCommand command = connection.CreateCommand();
            command.CommandText = "INSERT INTO migrations(room, version, applied) VALUES('store', 99, 0)";
            command.ExecuteNonQuery();
        }

        StoreException refused = Assert.Throws<StoreException>(() => BallastStore.Open(world.Folder, StoreAccess.ReadOnly, world.Clock));

        Assert.Equal(StoreReason.NewerFormat, refused.Reason);
        Assert.Equal("99", refused.Arguments[0]);
    }

    [Fact]
    public void Only_the_owner_may_read_the_files()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using World world = Filled();

        foreach (string file in Directory.GetFiles(world.Folder))
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }

        Assert.Empty(Directory.GetDirectories(world.Folder, ".ballast-*"));
    }

    /// <summary>Three releases: rows with attributes of every level, a deletion by a partial key, a replacement.</summary>
    internal static World Filled()
    {
        World world = new();
        DataSetBuilder first = new(World.Flow, World.Structure);
        int cn = first.Keys.Intern(World.Key("CN"));
        for (int month = 1; month <= 12; month++)
        {
            first.AddObservation(DataAction.Merge, cn, World.Month(month), [World.Number("10" + month + ".5"), MeasureValue.Of(month / 3.0)]);
            first.AddAttribute("OBS_STATUS", [new AttributeValue(month == 3 ? "P" : "A")]);
            first.AddAttribute("SOURCE_REF", [new AttributeValue("doc#" + month), new AttributeValue("表", "zh")]);
        }

        first.AddSeriesAttributes(DataAction.Merge, cn, AttributeSet.Of([new("TITLE", [new AttributeValue("Steel", "en"), new AttributeValue("钢", "zh")]), new("SOURCE_ID", [new AttributeValue("S1")])]));
        first.AddSeriesAttributes(DataAction.Merge, first.Keys.Intern([-1, first.Keys.InternCode(1, "CN"), -1]), AttributeSet.Of([new("AREA_NOTE", [new AttributeValue("mainland")])]));
        first.AddDatasetAttributes(DataAction.Merge, AttributeSet.Of([new("SOURCE", [new AttributeValue("bureau")])]));
        world.Commit(World.Draft("one", World.Day(1), first.Build()) with
        {
            SourceTitle = new LocalisedText([new("en", "Bulletin"), new("zh", "公报")]),
            Url = "https://example.org/1",
            SourceDate = new DateOnly(2026, 1, 1),
            Notes = LocalisedText.Of("en", "first"),
        });
        DataSetBuilder second = new(World.Flow, World.Structure);
        int partial = second.Keys.Intern([-1, second.Keys.InternCode(1, "CN"), -1]);
        second.AddScope(DataAction.Delete, new DataScope(partial, World.Month(2), ["OBS_STATUS"]));
        second.AddScope(DataAction.Delete, new DataScope(second.Keys.Intern(World.Key("CN")), World.Month(5), []));
        world.Commit(World.Draft("two", World.Day(2), second.Build()));
        world.Commit(World.Draft("three", World.Day(3), World.Rows(DataAction.Replace, ("CN", 6, "99"), ("BJ", 6, "98.50"))));
        return world;
    }
}
