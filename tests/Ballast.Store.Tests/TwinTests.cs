using System.Text;
using Ballast.Sdmx.Model;
using Ballast.Series;

namespace Ballast.Store.Tests;

/// <summary>Two stores equal but for one hidden release: no answer to who does not hold it may differ.</summary>
public sealed class TwinTests
{
    private static readonly DateTimeOffset Embargo = World.Start.AddDays(10);

    [Fact]
    public void An_embargoed_release_changes_no_answer_to_who_does_not_hold_it()
    {
        using World plain = Make(withHidden: false);
        using World hiding = Make(withHidden: true);

        Assert.Equal(plain.Store.DataVersion.PublicCount, hiding.Store.DataVersion.PublicCount);
        foreach (Viewpoint viewpoint in Viewpoints(Reader.Anonymous).Concat(Viewpoints(new Reader("other", ["something-else"]))))
        {
            Assert.Equal(Answers(plain.Store, viewpoint), Answers(hiding.Store, viewpoint));
        }
    }

    [Fact]
    public void Its_holder_sees_it_and_everybody_does_when_its_moment_has_come()
    {
        using World world = Make(withHidden: true);
        Viewpoint holder = new(new CutOff(DateTimeOffset.MaxValue), new Reader("loader", ["hidden"]));

        Assert.NotEqual(Answers(world.Store, World.Everything), Answers(world.Store, holder));
        Assert.Null(world.Store.FindRelease("hidden", holder)!.PublicNumber);
        Assert.Null(world.Store.FindRelease("hidden", World.Everything));
        DataVersion before = world.Store.DataVersion;

        world.Clock.Now = Embargo;

        Assert.Equal(3, world.Store.FindRelease("hidden", World.Everything)!.PublicNumber);
        Assert.NotEqual(before, world.Store.DataVersion);
        Assert.Equal(Answers(world.Store, World.Everything), Answers(world.Store, holder));
        Assert.Equal(3, world.Store.Availability(World.Flow.Id, World.Everything).SeriesCount);
    }

    [Fact]
    public void Public_numbers_leave_no_gap_for_what_is_hidden_and_never_change_once_shown()
    {
        using World world = Make(withHidden: true);
        world.Clock.Now = World.Start.AddDays(5);
        world.Commit(World.Draft("between", World.Day(9), World.Rows(DataAction.Merge, ("BJ", 3, "1"))));
        long[] beforeEmbargo = Numbers(world);
        world.Clock.Now = Embargo.AddHours(1);
        long[] shown = Numbers(world);
        world.Commit(World.Draft("after", World.Day(1), World.Rows(DataAction.Merge, ("BJ", 4, "1"))));
        world.Reopen();

        Assert.Equal([1, 2, 3], beforeEmbargo);
        Assert.Equal([1, 2, 3, 4], shown);
        Assert.Equal(4, world.Store.FindRelease("hidden", World.Everything)!.PublicNumber);
        Assert.Equal(5, world.Store.FindRelease("after", World.Everything)!.PublicNumber);
        Assert.Equal(5, world.Store.LatestPublicNumber(World.Everything));
        Assert.True(world.Store.Verify().IsGood);
    }

    [Fact]
    public void A_link_with_a_public_number_shows_the_same_after_a_late_release()
    {
        using World world = Make(withHidden: false);
        Viewpoint link = new(new CutOff(World.Day(28), world.Store.LatestPublicNumber(World.Everything)), Reader.Anonymous);
        string shown = Answers(world.Store, link);

        world.Commit(World.Draft("late", World.Day(2), World.Rows(DataAction.Replace, ("CN", 1, "777"), ("NEW", 1, "1"))));

        Assert.Equal(shown, Answers(world.Store, link));
        Assert.NotEqual(shown, Answers(world.Store, new Viewpoint(new CutOff(World.Day(28)), Reader.Anonymous)));
    }

    [Fact]
    public void Load_time_never_runs_back_with_the_clock()
    {
        using World world = new();
        world.Commit(World.Draft("a", World.Day(1), World.Rows(DataAction.Merge, ("CN", 1, "1"))));
        world.Clock.Now = World.Start.AddHours(-3);

        Receipt receipt = world.Commit(World.Draft("b", World.Day(2), World.Rows(DataAction.Merge, ("CN", 1, "2"))));

        Assert.Equal(World.Start, receipt.Time);
        Assert.Equal([1, 2], Numbers(world));
    }

    /// <summary>All that the store answers from a viewpoint, as text.</summary>
    internal static string Answers(BallastStore store, Viewpoint viewpoint)
    {
        StringBuilder text = new();
        StructureId flow = World.Flow.Id;
        text.AppendJoin('\n', store.Releases(viewpoint).Select(r => $"{r.Key} {r.Pack} {r.Published:O} {r.Sequence} {r.PublicNumber} {r.Loaded:O} {r.Url} {r.SourceTitle.In("zh")} {r.Notes} {r.SourceDate} {string.Join(',', r.Parts)}")).AppendLine();
        text.Append(store.LatestPublicNumber(viewpoint)).AppendLine();
        foreach (SeriesListing listing in store.SeriesKeys(flow, KeyQuery.All(3), viewpoint))
        {
            text.AppendJoin(' ', listing.Key, listing.First?.Ordinal, listing.Last?.Ordinal, listing.ObservationCount).AppendLine();
        }

        Availability there = store.Availability(flow, viewpoint);
        text.AppendJoin(' ', there.SeriesCount, there.ObservationCount, there.First?.Ordinal, there.Last?.Ordinal, string.Join('|', there.Codes.Select(c => string.Join(',', c)))).AppendLine();
        foreach ((SeriesKey key, TimeSeries series) in store.ReadMany(flow, KeyQuery.All(3), null, null, viewpoint))
        {
            text.Append(key).Append(' ').AppendJoin(',', series.Attributes.Entries.Select(Written)).AppendLine();
            text.AppendJoin('\n', series.Observations.Select(o => $"{o.Period.Ordinal} {o.Value} {o.KnownSince:O} {o.ReleaseKey} {string.Join(',', o.Attributes.Entries.Select(Written))}")).AppendLine();
        }

        SeriesFrame frame = store.ReadFrame(flow, KeyQuery.All(3), null, null, viewpoint);
        text.AppendJoin(',', frame.Keys).AppendLine();
        foreach (string area in (string[])["CN", "BJ", "SECRET"])
        {
            text.Append(store.ReadSeries(flow, World.Key(area), viewpoint)?.Observations.Length).Append(' ');
            text.Append(store.Vintages(flow, World.Key(area), viewpoint)?.Periods.Sum(p => p.Statements.Length)).AppendLine();
        }

        foreach (string release in (string[])["one", "two", "hidden"])
        {
            text.Append(store.Changes(release, viewpoint) is { } c ? $"{c.Added} {c.Revised} {c.Deleted} {c.Restated} {string.Join(',', c.Rows.Select(r => r.Now))}" : "none").AppendLine();
        }

        text.AppendJoin(',', store.FindBySourceId(null, "S1", viewpoint).Select(s => s.Key)).Append(store.FindBySourceId(flow, "SECRET", viewpoint).Length).AppendLine();
        text.AppendJoin(',', store.DatasetAttributes(flow, viewpoint).Entries.Select(Written)).AppendLine();
        text.Append(store.Fingerprint(viewpoint));
        return text.ToString();
    }

    private static string Written(KeyValuePair<string, System.Collections.Immutable.ImmutableArray<AttributeValue>> entry) => $"{entry.Key}={string.Join('|', entry.Value)}";

    private static long[] Numbers(World world) => [.. world.Store.Releases(World.Everything).Select(r => r.PublicNumber!.Value).Order()];

    private static IEnumerable<Viewpoint> Viewpoints(Reader reader) =>
    [
        new(new CutOff(DateTimeOffset.MaxValue), reader),
        new(new CutOff(Embargo), reader),
        new(new CutOff(World.Start), reader),
        new(new CutOff(World.Day(1)), reader),
        new(new CutOff(DateTimeOffset.MaxValue, 2), reader),
        new(new CutOff(DateTimeOffset.MaxValue, 99), reader),
        new(new CutOff(DateTimeOffset.MinValue), reader),
    ];

    // The hidden release comes between two others, brings a new code, a new series, revisions, a deletion and attributes. Load times are equal, so that the twins differ in nothing else.
    private static World Make(bool withHidden)
    {
        World world = new();
        world.Commit(World.Draft("one", World.Day(1), World.Rows(DataAction.Merge, ("CN", 1, "1"), ("BJ", 1, "2"))));
        if (withHidden)
        {
            DataSetBuilder hidden = new(World.Flow, World.Structure);
            int secret = hidden.Keys.Intern(World.Key("SECRET"));
            hidden.AddObservation(DataAction.Merge, secret, World.Month(7), [World.Number("42"), MeasureValue.None]);
            hidden.AddObservation(DataAction.Merge, hidden.Keys.Intern(World.Key("CN")), World.Month(1), [World.Number("43"), MeasureValue.None]);
            hidden.AddSeriesAttributes(DataAction.Merge, secret, AttributeSet.Of([new("SOURCE_ID", [new AttributeValue("SECRET")])]));
            hidden.AddDatasetAttributes(DataAction.Merge, AttributeSet.Of([new("SOURCE", [new AttributeValue("secret")])]));
            hidden.AddScope(DataAction.Delete, new DataScope(hidden.Keys.Intern(World.Key("BJ")), World.Month(1), []));
            world.Commit(World.Draft("hidden", Embargo, hidden.Build()));
        }

        DataSetBuilder two = new(World.Flow, World.Structure);
        int added = two.Keys.Intern(World.Key("AA"));
        two.AddObservation(DataAction.Merge, added, World.Month(2), [World.Number("5"), MeasureValue.None]);
        two.AddSeriesAttributes(DataAction.Merge, added, AttributeSet.Of([new("SOURCE_ID", [new AttributeValue("S1")])]));
        world.Commit(World.Draft("two", World.Day(2), two.Build()));
        return world;
    }
}
