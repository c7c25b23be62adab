using System.Globalization;
using Ballast.Sdmx.Model;
using Ballast.Series;
using FsCheck;
using FsCheck.Fluent;

namespace Ballast.Store.Tests;

/// <summary>What is written is read back to the digit, whatever its kind, period, place in the message or block.</summary>
public sealed class RoundTripTests
{
    private static readonly string[] Frequencies = ["A", "S", "Q", "M", "W", "D", "_O"];

    [Fact]
    public void Any_values_periods_and_attributes_are_read_back_as_written()
    {
        Prop.ForAll(Arb.From(Rows().ArrayOf()), rows =>
        {
            using World world = new();
            Dictionary<(SeriesKey, Period), Row> written = Commit(world, rows);

            Check(world, written, null);
        }).Check(Config.QuickThrowOnFailure.WithReplay(20_230_118, 29).WithMaxTest(40));
    }

    [Fact]
    public void Series_of_many_blocks_in_any_order_of_rows_are_read_back_as_written()
    {
        using World world = new();
        Random random = new(5);
        Row[] rows = [.. from series in Enumerable.Range(0, 1_300)
                         from month in Enumerable.Range(0, 1 + (series % 5))
                         select new Row("M", "A" + series.ToString(CultureInfo.InvariantCulture), Period.FromOrdinal(Frequency.Monthly, 24_300 + (month * (1 + (series % 2)))), MeasureValue.Of(new ExactNumber((series * 1_000) + month, series % 4)), MeasureValue.None, series % 3 == 0 ? "P" : "")];
        random.Shuffle(rows);
        Dictionary<(SeriesKey, Period), Row> written = Commit(world, rows);
        world.Reopen();

        Check(world, written, null);
        Assert.Equal(1_300, world.Store.Availability(World.Flow.Id, World.Everything).SeriesCount);
        SeriesFrame one = world.Store.ReadFrame(World.Flow.Id, KeyQuery.TryParse("M.A777+A3+A1299+A5000.", 3)!, null, null, World.Everything);
        Assert.Equal(["M.A1299.X", "M.A3.X", "M.A777.X"], one.Keys.ToArray());
    }

    [Fact]
    public void A_range_of_periods_keeps_those_that_end_in_it()
    {
        using World world = new();
        Commit(world, [.. Enumerable.Range(1, 12).Select(m => new Row("M", "CN", World.Month(m), World.Number(m.ToString(CultureInfo.InvariantCulture)), MeasureValue.None, "")), new Row("M", "CN", Period.Month(2025, 2, 2), World.Number("99"), MeasureValue.None, "")]);

        SeriesFrame frame = world.Store.ReadFrame(World.Flow.Id, KeyQuery.All(3), World.Month(2), World.Month(4), World.Everything);

        Assert.Equal(["2", "99", "3", "4"], Enumerable.Range(0, frame.RowCount).Select(i => frame.ValueAt(i).ToString()));
        Assert.Empty(world.Store.ReadMany(World.Flow.Id, KeyQuery.All(3), Period.Quarter(2025, 1), null, World.Everything));
    }

    [Fact]
    public void Several_sources_of_one_observation_are_kept_in_order()
    {
        using World world = new();
        DataSetBuilder builder = new(World.Flow, World.Structure);
        builder.AddObservation(DataAction.Merge, builder.Keys.Intern(World.Key("CN")), World.Month(1), [World.Number("1"), MeasureValue.None]);
        builder.AddAttribute("SOURCE_REF", [new AttributeValue("b.csv#7"), new AttributeValue("a.html#120-140"), new AttributeValue("表 3", "zh")]);
        world.Commit(World.Draft("r", World.Day(1), builder.Build()));

        Observation observation = world.Store.ReadSeries(World.Flow.Id, World.Key("CN"), World.Everything)!.Observations.Single();

        Assert.Equal([new AttributeValue("b.csv#7"), new AttributeValue("a.html#120-140"), new AttributeValue("表 3", "zh")], observation.Attributes["SOURCE_REF"].ToArray());
    }

    [Fact]
    public void A_period_of_another_frequency_than_the_key_says_is_refused()
    {
        using World world = new();
        DataSetBuilder builder = new(World.Flow, World.Structure);
        builder.AddObservation(DataAction.Merge, builder.Keys.Intern(World.Key("CN")), Period.Quarter(2025, 1), [World.Number("1"), MeasureValue.None]);

        StoreException refused = Assert.Throws<StoreException>(() => world.Commit(World.Draft("r", World.Day(1), builder.Build())));

        Assert.Equal(StoreReason.FrequencyDiffers, refused.Reason);
        Assert.Empty(world.Store.Releases(World.Everything));
    }

    [Fact]
    public void An_amendment_has_the_moment_of_what_it_corrects_and_comes_next_after_it()
    {
        using World world = new();
        ReleaseDraft first = World.Draft("r", World.Day(5), World.Rows(DataAction.Merge, ("CN", 1, "1")));
        world.Commit(first);
        ReleaseDraft amended = World.Draft("r", World.Day(5), World.Rows(DataAction.Merge, ("CN", 1, "2"))) with { Amends = "r" };

        StoreException elsewhere = Assert.Throws<StoreException>(() => world.Commit(amended with { Published = World.Day(6) }));
        StoreException unknown = Assert.Throws<StoreException>(() => world.Commit(amended with { Amends = "none", Key = "q" }));
        world.Commit(amended);

        Assert.Equal(StoreReason.AmendedMomentDiffers, elsewhere.Reason);
        Assert.Equal(StoreReason.AmendedReleaseUnknown, unknown.Reason);
        Assert.Equal([0, 1], world.Store.Releases(World.Everything).Select(r => r.Sequence));
        Assert.Equal("2", world.Store.ReadSeries(World.Flow.Id, World.Key("CN"), World.Everything)!.Observations[0].Value.ToString());
        Assert.True(world.Commit(first).WasThere);
    }

    private static Dictionary<(SeriesKey, Period), Row> Commit(World world, Row[] rows)
    {
        DataSetBuilder builder = new(World.Flow, World.Structure);
        Dictionary<(SeriesKey, Period), Row> written = [];
        foreach (Row row in rows)
        {
            SeriesKey key = new([row.Frequency, row.Area, "X"]);
            if (builder.AddObservation(DataAction.Merge, builder.Keys.Intern(key), row.Period, [row.Value, row.Second]))
            {
                written.Add((key, row.Period), row);
                if (row.Status != "")
                {
                    builder.AddAttribute("OBS_STATUS", [new AttributeValue(row.Status)]);
                }
            }
        }

        world.Commit(World.Draft("r", World.Day(1), builder.Build()));
        return written;
    }

    private static void Check(World world, Dictionary<(SeriesKey Key, Period Period), Row> written, string? measure)
    {
        var read = world.Store.ReadMany(World.Flow.Id, KeyQuery.All(3), null, null, World.Everything);
        string[] expected = [.. written.Where(w => w.Value.States).OrderBy(w => w.Key.Key).ThenBy(w => w.Key.Period).Select(w => $"{w.Key.Key} {w.Key.Period.Frequency} {w.Key.Period.Ordinal}/{w.Key.Period.Span} {w.Value.Value.Kind} {w.Value.Value} {w.Value.Status}")];
        string[] actual = [.. read.SelectMany(s => s.Value.Observations.Select(o => $"{s.Key} {o.Period.Frequency} {o.Period.Ordinal}/{o.Period.Span} {o.Value.Kind} {o.Value} {o.Attributes.First("OBS_STATUS")}"))];
        Assert.Equal(expected, actual);

        SeriesFrame second = world.Store.ReadFrame(World.Flow.Id, KeyQuery.All(3), null, null, World.Everything, measure ?? "SECOND");
        Assert.Equal(
            written.Where(w => w.Value.Second.Kind != MeasureKind.None).OrderBy(w => w.Key.Key).ThenBy(w => w.Key.Period).Select(w => w.Value.Second.ToString()),
            Enumerable.Range(0, second.RowCount).Select(i => second.ValueAt(i).ToString()));
        Assert.True(world.Store.Verify().IsGood);
    }

    private static Gen<Row> Rows() =>
        from frequency in Gen.Elements(Frequencies)
        from area in Gen.Elements("CN", "BJ", "SH")
        from near in Gen.Choose(0, 400)
        from far in Gen.Elements(0, 0, 0, 1_000)
        from span in Gen.Elements(1, 1, 1, 2, 12)
        from value in Values()
        from second in Values()
        from status in Gen.Elements("", "A", "状态", "x y")
        select new Row(frequency, area, Period.FromOrdinal(FrequencyExtensions.FromCode(frequency)!.Value, 12 + near + far, span), value, second, status);

    private static Gen<MeasureValue> Values() => Gen.OneOf(
        Gen.Constant(MeasureValue.None),
        from unscaled in Gen.Elements(0, 1, -1, 127, 128, -129, 32_768, 70_000, int.MaxValue, 5_000_000_000, long.MaxValue, long.MinValue)
        from scale in Gen.Elements(0, 0, 1, 2, 18)
        select MeasureValue.Of(new ExactNumber(unscaled, scale)),
        Gen.Elements(0.0, -0.0, 1.5, double.Epsilon, -1e300, Math.PI).Select(MeasureValue.Of),
        Gen.Elements("red", "amber", "", "绿").Select(MeasureValue.Of));

    private sealed record Row(string Frequency, string Area, Period Period, MeasureValue Value, MeasureValue Second, string Status)
    {
        public bool States => Value.Kind != MeasureKind.None || Second.Kind != MeasureKind.None || Status != "";
    }
}
