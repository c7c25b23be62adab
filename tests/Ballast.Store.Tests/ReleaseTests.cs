using Ballast.Sdmx.Model;
using Ballast.Series;

namespace Ballast.Store.Tests;

public sealed class ReleaseTests
{
    [Fact]
    public void A_value_is_known_from_the_day_it_was_published_and_a_restatement_does_not_change_that()
    {
        using World world = new();
        world.Commit(World.Draft("first", World.Day(10), World.Rows(DataAction.Merge, ("CN", 1, "5.0"), ("CN", 2, "6.1"))));
        world.Commit(World.Draft("second", World.Day(20), World.Rows(DataAction.Merge, ("CN", 1, "5.0"), ("CN", 2, "6.2"))));

        TimeSeries series = world.Store.ReadSeries(World.Flow.Id, World.Key("CN"), World.Everything)!;

        Assert.Equal(["5.0", "6.2"], series.Observations.Select(o => o.Value.ToString()));
        Assert.Equal([World.Day(10), World.Day(20)], series.Observations.Select(o => o.KnownSince));
        Assert.Equal(["first", "second"], series.Observations.Select(o => o.ReleaseKey));
        Assert.Equal("FLOW:M.CN.X", series.Name);
    }

    [Fact]
    public void A_look_back_sees_what_was_published_by_then_and_nothing_later()
    {
        using World world = new();
        world.Commit(World.Draft("second", World.Day(20), World.Rows(DataAction.Merge, ("CN", 1, "5.5"))));
        world.Commit(World.Draft("first", World.Day(10), World.Rows(DataAction.Merge, ("CN", 1, "5.0"))));

        Assert.Null(world.Store.ReadSeries(World.Flow.Id, World.Key("CN"), Viewpoint.PublicAt(World.Day(9))));
        Assert.Equal("5.0", world.Store.ReadSeries(World.Flow.Id, World.Key("CN"), Viewpoint.PublicAt(World.Day(10)))!.Observations[0].Value.ToString());
        Assert.Equal("5.5", world.Store.ReadSeries(World.Flow.Id, World.Key("CN"), Viewpoint.PublicAt(World.Day(20)))!.Observations[0].Value.ToString());
        Assert.Equal("5.5", world.Store.ReadSeries(World.Flow.Id, World.Key("CN"), new Viewpoint(new CutOff(World.Day(20), 1), Reader.Anonymous))!.Observations[0].Value.ToString());
    }

    [Fact]
    public void A_partial_deletion_hits_what_was_published_before_it_even_where_that_is_loaded_later()
    {
        using World world = new();
        DataSetBuilder deletion = new(World.Flow, World.Structure);
        int partial = deletion.Keys.Intern([-1, deletion.Keys.InternCode(1, "CN"), -1]);
        deletion.AddScope(DataAction.Delete, new DataScope(partial, null, []));
        world.Commit(World.Draft("deletion", World.Day(20), deletion.Build()));
        world.Commit(World.Draft("first", World.Day(10), World.Rows(DataAction.Merge, ("CN", 1, "5.0"), ("BJ", 1, "7.0"))));

        SeriesFrame frame = world.Store.ReadFrame(World.Flow.Id, KeyQuery.All(3), null, null, World.Everything);

        Assert.Equal(["M.BJ.X"], frame.Keys.ToArray());
        Assert.Equal(1, world.Store.Availability(World.Flow.Id, World.Everything).SeriesCount);
    }

    [Fact]
    public void Structures_are_read_back_as_written_and_the_zone_of_a_flow_with_them()
    {
        using World world = new();
        world.Reopen();

        StructureSet structures = world.Store.Structures();

        Codelist areas = structures.Codelists.Single();
        Assert.Equal("地区", areas.Name.In("zh"));
        Assert.Equal("CN", areas.Codes[1].ParentId);
        Assert.Equal("PRC", areas.Codes[0].Annotations.Single().Texts.In("en"));
        Assert.Equal(World.Structure.Attributes.Select(a => (a.Id, a.Level)), structures.DataStructures.Single().Attributes.Select(a => (a.Id, a.Level)));
        Assert.Equal("Asia/Shanghai", world.Store.SettingsOf(World.Flow.Id)!.Zone);
    }

    [Fact]
    public void The_same_key_and_content_give_the_same_receipt_and_other_content_is_refused()
    {
        using World world = new();
        ReleaseDraft draft = World.Draft("first", World.Day(10), World.Rows(DataAction.Merge, ("CN", 1, "5.0")));
        Receipt receipt = world.Store.CommitRelease(draft, "tester", "k");

        Receipt again = world.Store.CommitRelease(draft, "tester", "k");
        Receipt otherKey = world.Store.CommitRelease(draft, "tester", "k2");
        StoreException reused = Assert.Throws<StoreException>(() => world.Store.CommitRelease(draft with { Key = "other" }, "tester", "k"));
        StoreException changed = Assert.Throws<StoreException>(() => world.Store.CommitRelease(draft with { Url = "https://example.org" }, "tester", "k3"));

        Assert.False(receipt.WasThere);
        Assert.Equal(receipt, again);
        Assert.True(again.WasThere);
        Assert.Equal(receipt, otherKey);
        Assert.Equal(StoreReason.KeyReused, reused.Reason);
        Assert.Equal(StoreReason.ReleaseChanged, changed.Reason);
        Assert.Single(world.Store.Releases(World.Everything));
    }
}
