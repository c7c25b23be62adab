using System.Collections.Immutable;
using Ballast.Language;
using Ballast.Sdmx.Model;
using Ballast.Series;

namespace Ballast.Briefings.Tests;

/// <summary>A small pack made up for tests: a growth rate with a gap and combined months, an index, a level in scaled units, a rate with two values, and one that never came.</summary>
internal static class MadePack
{
    public const string PlanText = """
        groups:
          - name: {en: "Output", zh: "生产"}
            figures:
              - flow: IND
                key: M.CN.VA.G1Y
                name: {en: "Value added", zh: "工业增加值"}
                baseline: 0
              - flow: IND
                key: M.CN.PMI.N
                baseline: 50
              - flow: IND
                key: Q.CN.CAP.N
          - name: {en: "Networks", zh: "网络"}
            figures:
              - flow: NET
                key: A.CN.STATION.N
              - flow: NET
                key: M.CN.REVENUE.YTD
              - flow: NET
                key: M.CN.NEVER.N
        """;

    public static readonly TimeSpan Zone = TimeSpan.FromHours(8);

    public static OverviewPlan Plan => OverviewPlan.Read(PlanText, "overview.yaml").Value!;

    public static OverviewInput Input(Tongue tongue)
    {
        OverviewSeries valueAdded = Series("IND", "M.CN.VA.G1Y", "Value added of industry", "规模以上工业增加值", "G1Y", Unit.Percent, 0,
            Months(2022, 3, "5.0", "-2.9", "0.7", "3.9", "3.8", "4.2", "6.3", "5.0", "2.2", "1.3")
                .Add(At(Period.Month(2023, 2, 2), "2.4")).AddRange(Months(2023, 3, "3.9", "5.6", "3.5", "4.4", "", "4.5", "4.5", "4.6", "6.6", "6.8"))) with
        { Revised = [Period.Month(2023, 12)] };
        OverviewSeries index = Series("IND", "M.CN.PMI.N", "Purchasing managers index", "采购经理指数", "N", Unit.Of("IX"), 0,
            Months(2023, 1, "50.1", "52.6", "51.9", "49.2", "48.8", "49.0", "49.3", "49.7", "50.2", "49.5", "49.4", "49.0"));
        OverviewSeries capacity = Series("IND", "Q.CN.CAP.N", "Capacity utilisation", "产能利用率", "N", Unit.Percent, 0,
            [At(Period.Quarter(2022, 1), "75.8"), At(Period.Quarter(2023, 3), "75.6", ("OBS_STATUS", "P"))]);
        OverviewSeries stations = Series("NET", "A.CN.STATION.N", "5G base stations", "5G基站", "N", Unit.Of("STATION", "stations", "座"), 4,
            [At(Period.Year(2021), "142.5"), At(Period.Year(2022), "231.2"), At(Period.Year(2023), "337.7")], "E");
        OverviewSeries revenue = Series("NET", "M.CN.REVENUE.YTD", "Telecommunication revenue", "电信业务收入", "YTD", Unit.Of("CNY"), 8,
            [At(Period.Month(2022, 12), "15800", ("BOUND", "ABOUT")), At(Period.Month(2023, 11), "15548"), At(Period.Month(2023, 12), "16800", ("BOUND", "ABOUT"))]);

        return new OverviewInput(tongue, tongue.Choose("Industry", "工业"), Plan, new DateTimeOffset(2024, 1, 20, 9, 0, 0, Zone), [valueAdded, index, capacity, stations, revenue])
        {
            LatestRelease = new DateTimeOffset(2024, 1, 19, 10, 0, 0, Zone),
            Changes = new OverviewChanges(
                new DateTimeOffset(2023, 1, 18, 15, 0, 0, Zone),
                [
                    new ReleaseSummary("2024-01-19.briefing", new DateTimeOffset(2024, 1, 19, 10, 0, 0, Zone), Name("Briefing on 2023", "2023年情况发布会"), 28, 1),
                    new ReleaseSummary("2023-12.trade", new DateTimeOffset(2024, 1, 12, 11, 0, 0, Zone), default, 4, 7),
                ],
                32, 8)
            {
                Revised =
                [
                    new RevisedValue(stations, At(Period.Year(2022), "231.0"), At(Period.Year(2022), "231.2")),
                    new RevisedValue(valueAdded, At(Period.Month(2023, 12), "6.6"), At(Period.Month(2023, 12), "6.8")),
                    new RevisedValue(revenue, At(Period.Month(2022, 12), "15808"), At(Period.Month(2022, 12), "15800")),
                ],
                Added = [stations, valueAdded, revenue],
            },
            Due =
            [
                new DueFigure(Name("Capacity utilisation", "产能利用率"), "IND", Key("Q.CN.CAP.N"), Period.Quarter(2023, 4), new DateOnly(2024, 1, 17), true) { LastKnown = Period.Quarter(2023, 3) },
                new DueFigure(Name("Never known", "从未发布"), "NET", Key("M.CN.NEVER.N"), Period.Month(2023, 12), new DateOnly(2024, 1, 15), true),
            ],
            Next = [new DueFigure(Name("Purchasing managers index", "采购经理指数"), "IND", Key("M.CN.PMI.N"), Period.Month(2024, 1), new DateOnly(2024, 1, 31), false)],
        };
    }

    public static OverviewSeries Series(string flow, string key, string english, string chinese, string transformation, Unit unit, int unitMult, ImmutableArray<Observation> observations, string collected = "A") =>
        new(flow, Key(key), new TimeSeries($"{flow}:{key}", observations.IsEmpty ? Frequency.Monthly : observations[0].Period.Frequency, observations, AttributeSet.Of([new("TIME_PER_COLLECT", [new AttributeValue(collected)])])), Name(english, chinese), transformation, unit, unitMult);

    public static SeriesKey Key(string text) => new([.. text.Split('.')]);

    public static LocalisedText Name(string english, string chinese) => new([new("en", english), new("zh", chinese)]);

    public static ImmutableArray<Observation> Months(int year, int month, params string[] digits) =>
        [.. digits.Select((d, i) => (d, i)).Where(p => p.d.Length > 0).Select(p => At(Period.FromOrdinal(Frequency.Monthly, (year * 12) + month - 1 + p.i), p.d))];

    public static Observation At(Period period, string digits, params (string Id, string Value)[] attributes) => new(
        period,
        MeasureValue.Of(ExactNumber.Parse(digits)),
        AttributeSet.Of(attributes.Append(("SOURCE_REF", "briefing.txt, 1024–1031")).Select(a => new KeyValuePair<string, ImmutableArray<AttributeValue>>(a.Item1, [new AttributeValue(a.Item2)]))),
        new DateTimeOffset(2024, 1, 19, 10, 0, 0, Zone),
        "2024-01-19.briefing");
}
