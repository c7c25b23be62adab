using System.Text;
using Ballast.Sdmx.Model;
using Ballast.Series;
using FsCheck;
using FsCheck.Fluent;

namespace Ballast.Store.Tests;

/// <summary>The store holds to the slow and obvious model, whatever is stated, in whatever order it is loaded, from wherever it is looked at.</summary>
public sealed class SemanticsTests
{
    private static readonly string?[] Areas = ["CN", "BJ", "SH", null];
    private static readonly string?[] Items = ["X", "Y", null];
    private static readonly string[] Values = ["", "1", "1.0", "2", "-3.50", "900719925474.0993"];
    private static readonly string[] Statuses = ["", "", "A", "P"];
    private static readonly string[][] Components = [[], [], ["OBS_VALUE"], ["OBS_STATUS"], ["TITLE"], ["SECOND", "AREA_NOTE", "SOURCE"]];

    [Fact]
    public void Answers_agree_with_the_slow_and_obvious_model()
    {
        Prop.ForAll(Arb.From(Scenarios(), Shrink), scenario =>
        {
            Check(scenario);
            return true;
        }).Check(Config.QuickThrowOnFailure.WithReplay(20_240_119, 17).WithMaxTest(70));
    }

    private static void Check(Scenario scenario)
    {
        ReleaseDraft[] drafts = [.. scenario.Releases.Select((r, i) => r.ToDraft(i))];
        using World world = new(World.Day(4));
        Load(world, drafts, scenario);
        ReleaseDraft[] loaded = [.. scenario.Order.Select(i => drafts[i])];
        ReleaseDraft[] open = [.. loaded.Where(d => d.Published <= world.Clock.Now)];

        for (int day = 0; day <= 6; day++)
        {
            DateTimeOffset moment = World.Day(day + 1).AddHours(-1);
            Compare(world, new Viewpoint(new CutOff(moment), Reader.Anonymous), [.. open.Where(d => d.Published <= moment)], scenario);
        }

        for (int number = 0; number <= open.Length; number++)
        {
            Compare(world, new Viewpoint(new CutOff(DateTimeOffset.MaxValue, number), Reader.Anonymous), [.. open.Take(number)], scenario);
        }

        if (loaded.FirstOrDefault(d => d.Published > world.Clock.Now) is { } hidden)
        {
            Compare(world, new Viewpoint(new CutOff(DateTimeOffset.MaxValue), new Reader("loader", [hidden.Key])), [.. open, hidden], scenario);
        }

        VerifyResult verified = world.Store.Verify();
        Equal("", string.Join('\n', verified.Findings), scenario, "verify");
    }

    private static void Load(World world, ReleaseDraft[] drafts, Scenario scenario)
    {
        ReleaseDraft[] inOrder = [.. scenario.Order.Select(i => drafts[i])];
        if (scenario.InOneTurn)
        {
            world.Store.CommitReleases(inOrder, "tester", "all");
            return;
        }

        foreach (ReleaseDraft draft in inOrder)
        {
            world.Commit(draft);
        }
    }

    private static void Compare(World world, Viewpoint viewpoint, ReleaseDraft[] seen, Scenario scenario)
    {
        SlowStore model = SlowStore.Of(seen);
        BallastStore store = world.Store;
        StructureId flow = World.Flow.Id;
        KeyQuery all = KeyQuery.All(3);

        string expected = Written(model.Series.Select(s => (s.Key, model.AttributesOf(s.Key), s.Value.Observations.Select(o => (o.Key, o.Value.Values[0], o.Value.Attributes, o.Value.Values[0].Kind == MeasureKind.None ? null : o.Value.Since)))));
        var read = store.ReadMany(flow, all, null, null, viewpoint);
        Equal(expected, Written(read.Select(s => (s.Key, s.Value.Attributes, s.Value.Observations.Select(o => (o.Period, o.Value, o.Attributes, seen.FirstOrDefault(r => r.Key == o.ReleaseKey && r.Published == o.KnownSince)))))), scenario, "series");
        foreach ((SeriesKey key, TimeSeries series) in read)
        {
            TimeSeries alone = store.ReadSeries(flow, key, viewpoint)!;
            Equal(Written([(key, series.Attributes, series.Observations.Select(Simple))]), Written([(key, alone.Attributes, alone.Observations.Select(Simple))]), scenario, "one series");
        }

        Equal(string.Join(',', model.Dataset.Entries.Select(Written)), string.Join(',', store.DatasetAttributes(flow, viewpoint).Entries.Select(Written)), scenario, "data set");
        CompareFrame(model, store.ReadFrame(flow, all, null, null, viewpoint), scenario);
        CompareExtent(model, store, viewpoint, scenario);
        CompareHistory(store, viewpoint, seen, scenario);
    }

    private static (Period, MeasureValue, AttributeSet, ReleaseDraft?) Simple(Observation o) => (o.Period, o.Value, o.Attributes, null);

    private static void CompareFrame(SlowStore model, SeriesFrame frame, Scenario scenario)
    {
        string expected = string.Join('\n', model.Series.SelectMany(s => s.Value.Observations.Where(o => o.Value.Values[0].Kind != MeasureKind.None).Select(o => $"{s.Key} {Written(o.Key)} {o.Value.Values[0]}")));
        StringBuilder actual = new();
        for (int i = 0; i < frame.SeriesCount; i++)
        {
            for (int row = frame.Offsets[i]; row < frame.Offsets[i + 1]; row++)
            {
                actual.Append(actual.Length > 0 ? "\n" : "").Append(string.Join(' ', frame.Keys[i], Written(frame.Periods[row]), frame.ValueAt(row)));
            }
        }

        Equal(expected, actual.ToString(), scenario, "frame");
    }

    private static void CompareExtent(SlowStore model, BallastStore store, Viewpoint viewpoint, Scenario scenario)
    {
        var filled = model.Series.Where(s => s.Value.Observations.Count > 0).ToArray();
        Period[] periods = [.. filled.SelectMany(s => s.Value.Observations.Keys).Order()];
        string expected = $"{filled.Length} {periods.Length} {(periods.Length > 0 ? Written(periods[0]) + Written(periods[^1]) : "")} "
            + string.Join(' ', Enumerable.Range(0, 3).Select(d => string.Join('+', filled.GroupBy(s => s.Key.Codes[d]).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key}:{g.Count()}"))));
        Availability there = store.Availability(World.Flow.Id, viewpoint);
        string actual = $"{there.SeriesCount} {there.ObservationCount} {(there.First is { } first ? Written(first) + Written(there.Last!.Value) : "")} "
            + string.Join(' ', there.Codes.Select(c => string.Join('+', c.Select(u => $"{u.Code}:{u.SeriesCount}"))));
        Equal(expected, actual, scenario, "availability");

        Equal(
            string.Join('\n', model.Series.Select(s => $"{s.Key} {s.Value.Observations.Count} {string.Join(',', model.AttributesOf(s.Key).Entries.Select(Written))}")),
            string.Join('\n', store.SeriesKeys(World.Flow.Id, KeyQuery.All(3), viewpoint).Select(s => $"{s.Key} {s.ObservationCount} {string.Join(',', s.Attributes.Entries.Select(Written))}")),
            scenario,
            "catalogue");
    }

    private static void CompareHistory(BallastStore store, Viewpoint viewpoint, ReleaseDraft[] seen, Scenario scenario)
    {
        ReleaseDraft[] published = [.. seen.OrderBy(r => r.Published).ThenBy(r => r.Key, StringComparer.Ordinal)];
        Dictionary<SeriesKey, List<string>> statements = [];
        for (int i = 0; i < published.Length; i++)
        {
            SlowStore model = SlowStore.Of(published[..(i + 1)]);
            ReleaseChanges changes = store.Changes(published[i].Key, viewpoint)!;
            Equal(
                string.Join('\n', model.Changes.Where(c => c.Kind != ChangeKind.Restated).Select(c => $"{c.Key} {Written(c.Period)} {c.Kind} {c.Was} {c.Now}").Order(StringComparer.Ordinal)) + $" {model.Changes.Count(c => c.Kind == ChangeKind.Restated)}",
                string.Join('\n', changes.Rows.Select(c => $"{c.Key} {Written(c.Period)} {c.Kind} {c.Was} {c.Now}").Order(StringComparer.Ordinal)) + $" {changes.Restated}",
                scenario,
                "changes of " + published[i].Key);
            foreach (var change in model.Changes)
            {
                if (!statements.TryGetValue(change.Key, out List<string>? list))
                {
                    statements.Add(change.Key, list = []);
                }

                list.Add($"{Written(change.Period)} {published[i].Key} {(change.Kind == ChangeKind.Deleted ? "gone" : change.Now.ToString())}");
            }
        }

        foreach ((SeriesKey key, List<string> expected) in statements)
        {
            string actual = string.Join('\n', store.Vintages(World.Flow.Id, key, viewpoint)!.Periods.SelectMany(p => p.Statements.Select(s => $"{Written(p.Period)} {s.Release.Key} {(s.IsDeletion ? "gone" : s.Value.ToString())}")).Order(StringComparer.Ordinal));
            Equal(string.Join('\n', expected.Order(StringComparer.Ordinal)), actual, scenario, "vintages of " + key);
        }
    }

    private static void Equal(string expected, string actual, Scenario scenario, string what)
    {
        if (expected != actual)
        {
            throw new InvalidOperationException($"{what}\nexpected:\n{expected}\nactual:\n{actual}\nin:\n{scenario}");
        }
    }

    private static string Written(IEnumerable<(SeriesKey Key, AttributeSet Attributes, IEnumerable<(Period Period, MeasureValue Value, AttributeSet Attributes, ReleaseDraft? Since)> Observations)> series) =>
        string.Join('\n', series.Select(s => $"{s.Key} {string.Join(',', s.Attributes.Entries.Select(Written))}"
            + string.Concat(s.Observations.Select(o => $"\n  {Written(o.Period)} {o.Value} {string.Join(',', o.Attributes.Entries.Select(Written))} since {o.Since?.Key}"))));

    private static string Written(KeyValuePair<string, System.Collections.Immutable.ImmutableArray<AttributeValue>> entry) => $"{entry.Key}={string.Join('|', entry.Value)}";

    private static string Written(Period period) => $"{period.Frequency}{period.Ordinal}/{period.Span}";

    private static Gen<Scenario> Scenarios() =>
        from count in Gen.Choose(1, 6)
        from releases in Releases().ArrayOf(count)
        from order in Gen.Shuffle(Enumerable.Range(0, count).ToArray())
        from inOneTurn in Gen.Elements(true, false, false)
        select new Scenario(releases, order, inOneTurn);

    private static Gen<ReleaseSpec> Releases() =>
        from day in Gen.Choose(1, 5)
        from count in Gen.Choose(1, 7)
        from statements in Statements().ArrayOf(count)
        from cut in Gen.Choose(0, count)
        select new ReleaseSpec(day, statements, cut);

    private static Gen<StatementSpec> Statements() =>
        from what in Gen.Frequency((8, Gen.Constant(What.Row)), (2, Gen.Constant(What.Series)), (1, Gen.Constant(What.Dataset)), (3, Gen.Constant(What.Scope)))
        from action in what == What.Scope ? Gen.Elements(DataAction.Delete, DataAction.Replace) : Gen.Elements(DataAction.Merge, DataAction.Merge, DataAction.Replace)
        from area in Gen.Elements(Areas)
        from item in Gen.Elements(Items)
        from month in Gen.Choose(0, 4)
        from span in Gen.Elements(1, 1, 2)
        from value in Gen.Elements(Values)
        from second in Gen.Elements(0, 0, 7)
        from text in Gen.Elements(Statuses)
        from components in Gen.Elements(Components)
        select new StatementSpec(what, action, area, item, month, span, value, second, text, components);

    private static IEnumerable<Scenario> Shrink(Scenario scenario)
    {
        for (int i = 0; i < scenario.Releases.Length && scenario.Releases.Length > 1; i++)
        {
            yield return scenario with
            {
                Releases = [.. scenario.Releases.Where((_, at) => at != i)],
                Order = [.. scenario.Order.Where(o => o != i).Select(o => o > i ? o - 1 : o)],
            };
        }

        for (int i = 0; i < scenario.Releases.Length; i++)
        {
            for (int s = 0; s < scenario.Releases[i].Statements.Length; s++)
            {
                ReleaseSpec[] releases = [.. scenario.Releases];
                releases[i] = releases[i] with { Statements = [.. releases[i].Statements.Where((_, at) => at != s)], Cut = Math.Min(releases[i].Cut, releases[i].Statements.Length - 1) };
                yield return scenario with { Releases = releases };
            }
        }
    }

    private enum What
    {
        Row,
        Series,
        Dataset,
        Scope,
    }

    private sealed record Scenario(ReleaseSpec[] Releases, int[] Order, bool InOneTurn)
    {
        public override string ToString() =>
            $"order {string.Join(',', Order)} {(InOneTurn ? "in one turn" : "")}\n" + string.Join('\n', Releases.Select((r, i) => $"release r{i} day {r.Day} cut {r.Cut}\n" + string.Join('\n', r.Statements.Select(s => $"   {s} {string.Join('+', s.Components)}"))));
    }

    /// <summary>Statements of a release; those from the cut on stand in a second part.</summary>
    private sealed record ReleaseSpec(int Day, StatementSpec[] Statements, int Cut)
    {
        public ReleaseDraft ToDraft(int number) => World.Draft("r" + number, World.Day(Day), Part(Statements[..Cut]), Part(Statements[Cut..]));

        private static DataSet Part(StatementSpec[] statements)
        {
            DataSetBuilder builder = new(World.Flow, World.Structure);
            foreach (StatementSpec statement in statements)
            {
                statement.AddTo(builder);
            }

            return builder.Build();
        }
    }

    private sealed record StatementSpec(What What, DataAction Action, string? Area, string? Item, int Month, int Span, string Value, int Second, string Text, string[] Components)
    {
        public void AddTo(DataSetBuilder builder)
        {
            switch (What)
            {
                case What.Row:
                    int full = builder.Keys.Intern(World.Key(Area ?? "CN", Item ?? "X"));
                    Period period = Period.Month(2025, Month + 2, Span);
                    MeasureValue value = Value == "" ? MeasureValue.None : World.Number(Value);
                    if (builder.AddObservation(Action, full, period, [value, Second == 0 ? MeasureValue.None : MeasureValue.Of((double)Second)]) && Text != "")
                    {
                        builder.AddAttribute("OBS_STATUS", [new AttributeValue(Text)]);
                    }

                    break;
                case What.Series:
                    bool isFull = Area is not null && Item is not null;
                    builder.AddSeriesAttributes(Action, Key(builder), AttributeSet.Of([new(isFull ? "TITLE" : "AREA_NOTE", [new AttributeValue("t" + Value, "en")]), new("SOURCE_ID", [new AttributeValue("s" + Text)])]));
                    break;
                case What.Dataset:
                    builder.AddDatasetAttributes(Action, AttributeSet.Of([new("SOURCE", [new AttributeValue("d" + Value)])]));
                    break;
                default:
                    builder.AddScope(Action, new DataScope(Area is null && Item is null && Span == 2 ? -1 : Key(builder), Month == 0 ? null : Period.Month(2025, Month + 2, Span), [.. Components]));
                    break;
            }
        }

        private int Key(DataSetBuilder builder) =>
            builder.Keys.Intern([Area is null || Item is null ? -1 : builder.Keys.InternCode(0, "M"), builder.Keys.InternCode(1, Area ?? ""), builder.Keys.InternCode(2, Item ?? "")]);
    }
}
