using Ballast.Faults;
using Ballast.Sdmx.Model.Plans;
using Ballast.Series;

namespace Ballast.Sdmx.Model.Tests.Plans;

public sealed class DuePlanTests
{
    private const string Calendar = """
        due:
          - id: output
            name: {en: "Output", zh: "产量"}
            flow: IND_PRODUCT
            keys: ["M.CN..OUTPUT", "M.W.STEEL.OUTPUT"]
            frequency: M
            months_after: 1
            day: 17
            time: "10:00"
            combined: [1, 2]
          - id: trade
            name: {en: "Trade", zh: "贸易"}
            flow: MACRO
            keys: ["M.CN.EXP+IMP.N"]
            frequency: M
            months_after: 1
            day: 31
            skip: [1]
          - id: gdp
            name: {en: "GDP", zh: "国内生产总值"}
            flow: MACRO
            keys: ["Q.CN.GDP.N"]
            frequency: Q
            months_after: 1
            day: 18
        """;

    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    [Theory]
    [InlineData("2023-06-17T00:00+08:00", "2023-04", "2023-05", DueState.Due, 1)]    // the day has begun
    [InlineData("2023-06-16T23:59+08:00", "2023-04", null, DueState.Due, 0)]
    [InlineData("2023-06-17T23:59+08:00", "2023-04", "2023-05", DueState.Due, 1)]    // late only when the day is over
    [InlineData("2023-06-18T00:00+08:00", "2023-04", "2023-05", DueState.Late, 1)]
    [InlineData("2023-06-17T16:00Z", "2023-04", "2023-05", DueState.Late, 1)]        // the same moment
    [InlineData("2023-08-18T00:00+08:00", "2023-04", "2023-05", DueState.Late, 3)]   // the oldest missing one, and how many are
    [InlineData("2023-08-18T00:00+08:00", "2023-07", null, DueState.Due, 0)]
    [InlineData("2024-02-20T00:00+08:00", "2023-12", null, DueState.Due, 0)]         // January comes with February
    [InlineData("2024-03-18T00:00+08:00", "2023-12", "2024-01-01/P2M", DueState.Late, 1)]
    [InlineData("2024-03-18T00:00+08:00", "2024-01", "2024-01-01/P2M", DueState.Late, 1)]
    [InlineData("2024-03-18T00:00+08:00", "2024-01-01/P2M", null, DueState.Due, 0)]
    public void A_figure_is_due_on_its_day_and_late_after_it(string moment, string last, string? missing, DueState state, int count)
    {
        DuePlan plan = Good(Calendar);

        DueSeries? found = plan.At(DateTimeOffset.Parse(moment, null), [Known("IND_PRODUCT", "M.CN.STEEL.OUTPUT", last)]).SingleOrDefault();

        Assert.Equal(missing, found?.Date.Period.ToString());
        Assert.Equal(count, found?.MissingCount ?? 0);
        Assert.Equal(state, found?.State ?? state);
    }

    [Fact]
    public void Only_series_of_the_rule_and_its_frequency_are_expected()
    {
        DuePlan plan = Good(Calendar);

        IEnumerable<string> found = plan.At(new DateTimeOffset(2024, 6, 1, 0, 0, 0, TimeSpan.Zero),
            [
                Known("IND_PRODUCT", "M.W.STEEL.OUTPUT", "2024-01"), Known("IND_PRODUCT", "M.W.CARS.OUTPUT", "2024-01"), Known("IND_PRODUCT", "M.CN.CARS.STOCK", "2024-01"),
                Known("MACRO", "M.CN.EXP.N", "2024-01"), Known("MACRO", "Q.CN.GDP.N", "2023-Q4"), Known("IND_PRODUCT", "Q.CN.GDP.N", "2023-Q4"),
            ]).Select(d => $"{d.Rule.Id} {d.Series.Key} {d.Date.Period} {d.State}");

        Assert.Equal(["output M.W.STEEL.OUTPUT 2024-01-01/P2M Late", "trade M.CN.EXP.N 2024-02 Late", "gdp Q.CN.GDP.N 2024-Q1 Late"], found);
    }

    [Fact]
    public void Skipped_periods_are_not_expected_and_a_day_beyond_the_month_is_its_last()
    {
        DuePlan plan = Good(Calendar);
        LastKnown december = Known("MACRO", "M.CN.IMP.N", "2023-12");
        LastKnown march = Known("MACRO", "M.CN.IMP.N", "2024-03");

        Assert.Empty(plan.At(new DateTimeOffset(2024, 3, 30, 0, 0, 0, TimeSpan.FromHours(8)), [december]));
        Assert.Equal("2024-02", Assert.Single(plan.At(new DateTimeOffset(2024, 3, 31, 0, 0, 0, TimeSpan.FromHours(8)), [december])).Date.Period.ToString());
        DueSeries april = Assert.Single(plan.At(new DateTimeOffset(2024, 6, 1, 0, 0, 0, TimeSpan.FromHours(8)), [march]));
        Assert.Equal(new DateTimeOffset(2024, 5, 31, 23, 59, 59, TimeSpan.FromHours(8)), april.Date.Moment);
    }

    [Fact]
    public void Nothing_is_due_outside_the_span_in_which_the_pack_watches()
    {
        LastKnown[] known = [Known("IND_PRODUCT", "M.CN.STEEL.OUTPUT", "2023-12")];
        DuePlan plan = Good(Calendar) with { From = new DateOnly(2024, 5, 1), To = new DateOnly(2024, 6, 30) };

        DueSeries inside = Assert.Single(plan.At(new DateTimeOffset(2024, 6, 30, 12, 0, 0, TimeSpan.FromHours(8)), known));
        Assert.Equal("2024-04", inside.Date.Period.ToString());
        Assert.Equal(2, inside.MissingCount);
        Assert.Empty(plan.At(new DateTimeOffset(2024, 7, 1, 0, 0, 0, TimeSpan.FromHours(8)), known));
        Assert.Empty(plan.Next(new DateTimeOffset(2024, 7, 1, 0, 0, 0, TimeSpan.FromHours(8))));
    }

    [Fact]
    public void The_next_publications_of_each_rule_are_told_in_their_order()
    {
        DuePlan plan = Good(Calendar);

        IEnumerable<string> next = plan.Next(new DateTimeOffset(2024, 1, 17, 10, 0, 1, TimeSpan.FromHours(8)), 2).Select(d => $"{d.Rule.Id} {d.Period} {d.Moment:yyyy-MM-dd HH:mm zzz}");

        Assert.Equal(
            ["gdp 2023-Q4 2024-01-18 23:59 +08:00", "trade 2023-12 2024-01-31 23:59 +08:00", "output 2024-01-01/P2M 2024-03-17 10:00 +08:00", "trade 2024-02 2024-03-31 23:59 +08:00", "output 2024-03 2024-04-17 10:00 +08:00", "gdp 2024-Q1 2024-04-18 23:59 +08:00"],
            next);
    }

    [Fact]
    public void Every_fault_of_a_calendar_is_listed_with_its_place()
    {
        Outcome<DuePlan> read = DuePlan.Read(
            """
            due:
              - id: a
                name: {en: "A"}
                flow: F
                keys: []
                frequency: W
                months_after: 99
                day: 0
                time: 10am
                combined: [1, 3]
                skipp: [1]
              - id: b
                name: {en: "B", zh: "乙"}
                flow: F
                keys: ["all"]
                frequency: Q
                months_after: 1
                day: 1
                skip: [5]
              - {id: c, name: {en: "C", zh: "丙"}, flow: F, keys: [A.B], frequency: M, months_after: 1, day: 1}
              - {id: c, name: {en: "C", zh: "丙"}, flow: F, keys: [A.B], frequency: M, months_after: 1, day: 1}
            """,
            "calendar.yaml",
            Shanghai);

        Assert.False(read.IsGood);
        Assert.Equal(
            [
                "calendar.yaml:11:5 yaml.key-misspelt", "calendar.yaml:3:11 yaml.language-missing", "calendar.yaml:5:11 plan.keys-empty", "calendar.yaml:6:16 yaml.choice-unknown",
                "calendar.yaml:7:19 plan.number-range", "calendar.yaml:8:10 plan.number-range", "calendar.yaml:9:11 plan.time-form", "calendar.yaml:10:15 plan.combined",
                "calendar.yaml:15:12 plan.key-form", "calendar.yaml:19:12 plan.number-range", "calendar.yaml:21:10 plan.id-twice",
            ],
            read.Faults.Select(f => $"{f.Place} {f.Code}"));
    }

    private static DuePlan Good(string text)
    {
        Outcome<DuePlan> read = DuePlan.Read(text, "calendar.yaml", Shanghai);
        Assert.Empty(read.Faults);
        return read.Value!;
    }

    private static LastKnown Known(string flow, string key, string period) => new(flow, SeriesKey.TryParse(key, 4)!, Period.Parse(period));
}
