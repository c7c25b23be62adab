using Ballast.Briefings;
using Ballast.Series;
using Ballast.Store;

namespace Ballast.Work.Tests;

/// <summary>Whatever is made of figures is made of those that the viewpoint sees.</summary>
public sealed class ViewpointTests
{
    private const string Derived = SmallPack.Flow + DerivedFlow.Suffix;
    private const string Between = "2024-02-25T00:00Z";

    [Fact]
    public void Computed_changes_are_those_of_the_figures_known_then()
    {
        using SmallPack pack = new();
        pack.Load();

        Assert.Equal(("0.5", "0.3"), (pack.Value(2024, 1, Between, Derived, "DPREV"), pack.Value(2024, 1, flow: Derived, transformation: "DPREV")));
        Assert.Equal((null, "0.5"), (pack.Value(2024, 2, Between, Derived, "DPREV"), pack.Value(2024, 2, flow: Derived, transformation: "DPREV")));
        Assert.Null(pack.Value(2024, 1, "2024-02-20T01:59Z", Derived, "DPREV"));
    }

    [Fact]
    public void Every_transform_that_is_offered_can_be_read_by_its_key()
    {
        using SmallPack pack = new();
        pack.Load();

        SeriesView view = Assert.Single(pack.Reading.Series(SmallPack.Flow, Sdmx.Model.KeyQuery.All(8), pack.Reading.Newest));

        Assert.NotEmpty(view.Offered);
        Assert.All(view.Offered, offer =>
        {
            SeriesView? computed = pack.Reading.Series(Derived, offer.Key, pack.Reading.Newest);
            Assert.NotNull(computed);
            Assert.True(computed.IsDerived);
            Assert.Equal(view.Key, computed.PublishedKey);
            Assert.Subset(view.Series.Observations.Select(o => o.Period).ToHashSet(), computed.Series.Observations.Select(o => o.Period).ToHashSet());
        });
    }

    [Fact]
    public void A_figure_that_did_not_come_is_due_on_its_day_and_late_from_the_next()
    {
        using SmallPack pack = new();
        Directory.Delete(pack.PathOf("data/2024-03-20"), recursive: true);
        pack.Load();
        LoadedPack ended = pack.Library.Find(SmallPack.Id)!;
        pack.Change("pack.yaml", "to: \"2024-02-29\"", "to: \"2025-12-31\"");
        LoadedPack loaded = pack.Library.Find(SmallPack.Id)!;

        DueFigure[] before = [.. pack.Reading.Due(loaded, At("2024-03-19T15:59Z"))];
        DueFigure due = Assert.Single(pack.Reading.Due(loaded, At("2024-03-19T16:01Z")));
        DueFigure after = Assert.Single(pack.Reading.Due(loaded, At("2024-03-20T16:01Z")));

        Assert.Empty(before);
        Assert.Empty(pack.Reading.Due(ended, At("2024-03-20T16:01Z")));
        Assert.Equal((false, true), (due.IsOverdue, after.IsOverdue));
        Assert.Equal((Period.Month(2024, 2), new DateOnly(2024, 3, 20), Period.Month(2024, 1)), (after.Period, after.DueOn, after.LastKnown!.Value));
    }

    [Fact]
    public void The_newest_release_says_what_it_added_and_what_it_revised()
    {
        using SmallPack pack = new();
        pack.Load();
        LoadedPack loaded = pack.Library.Find(SmallPack.Id)!;

        OverviewChanges changes = pack.Reading.OverviewOf(loaded, pack.Reading.Newest, Language.Tongue.English).Changes;
        OverviewChanges then = pack.Reading.OverviewOf(loaded, At(Between), Language.Tongue.English).Changes;

        Assert.Equal((1, 1), (changes.AddedCount, changes.RevisedCount));
        RevisedValue revised = Assert.Single(changes.Revised);
        Assert.Equal(("10.9", "10.7"), (revised.Was.Value.ToString(), revised.Now.Value.ToString()));
        Assert.Equal((3, 0), (then.AddedCount, then.RevisedCount));
    }

    [Fact]
    public void A_second_run_of_the_main_job_writes_nothing_until_a_day_a_language_or_a_release_makes_it_differ()
    {
        using SmallPack pack = new();
        string folder = pack.PathOf("../../out");

        MonitorResult first = Run(Language.Tongue.English);
        long commits = pack.Store.Verify().CommitCount;
        MonitorResult second = Run(Language.Tongue.English);
        long after = pack.Store.Verify().CommitCount;
        MonitorResult chinese = Run(Language.Tongue.Chinese);
        pack.Clock.Now = pack.Clock.Now.AddDays(1);
        MonitorResult nextDay = Run(Language.Tongue.Chinese);

        Assert.Equal((true, true), (first.IsNew, first.HasWritten));
        Assert.Equal((false, false, commits), (second.IsNew, second.HasWritten, after));
        Assert.Equal((false, true), (chinese.IsNew, chinese.HasWritten));
        Assert.Equal((false, true), (nextDay.IsNew, nextDay.HasWritten));
        Assert.Equal(first.Held, nextDay.Held);

        MonitorResult Run(Language.Tongue tongue) => new Monitoring(pack.Store, pack.Clock).Run(pack.Library, [], folder, tongue, "test", null, CancellationToken.None);
    }

    [Fact]
    public void A_release_that_waits_for_its_time_is_in_no_count_of_the_main_job_and_is_new_when_its_time_has_come()
    {
        using SmallPack pack = new();
        string folder = pack.PathOf("../../out");
        MonitorResult before = Run();
        pack.Add("2026-03-20", ("published: \"2024-03-20", "published: \"2026-03-20"), ("2024-02,11.2", "2026-02,11.9"));

        MonitorResult waiting = Run();
        pack.Clock.Now = new DateTimeOffset(2026, 3, 21, 0, 0, 0, TimeSpan.Zero);
        MonitorResult come = Run();

        Assert.Equal((false, 0, 0L), (waiting.IsNew, waiting.Loads.Sum(l => l.Written.Length), waiting.Loads.Sum(l => l.ValueCount)));
        Assert.Equal(before.Held, waiting.Held);
        Assert.True(come.IsNew);
        Assert.True(come.Held.Values > before.Held.Values);

        MonitorResult Run() => new Monitoring(pack.Store, pack.Clock).Run(pack.Library, [], folder, Language.Tongue.English, "test", null, CancellationToken.None);
    }

    [Fact]
    public void An_expectation_that_is_not_met_is_named_with_its_place()
    {
        using SmallPack pack = new();
        pack.Change("tests/figures.yaml", "value: \"10.9\"", "value: \"10.8\"");
        string scratch = pack.PathOf("../../tested");
        using BallastStore store = BallastStore.Open(scratch, StoreAccess.ReadWrite, pack.Clock);

        PackTestResult result = PackTesting.Run(store, pack.Library, SmallPack.Id, pack.Clock, CancellationToken.None);

        Assert.Equal((2, 1), (result.PassedCount, result.FailedCount));
        Faults.Fault fault = Assert.Single(result.Faults);
        Assert.Equal(WorkFaults.ExpectationFailed, fault.Code);
        Assert.EndsWith("tests/figures.yaml", fault.Place.File, StringComparison.Ordinal);
        Assert.True(fault.Place.Line > 1);
    }

    private static Viewpoint At(string moment) => Viewpoint.PublicAt(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture));
}
