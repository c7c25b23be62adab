using System.Collections.Immutable;
using System.Text.Json;
using System.Xml.Linq;
using Ballast.Language;
using Ballast.Series;
using FsCheck;
using FsCheck.Fluent;

namespace Ballast.Charts.Tests;

public sealed class SvgWriterTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(20230118, 1001).WithMaxTest(150);

    [Fact]
    public void Every_point_stands_in_the_drawing_where_the_spec_puts_it()
    {
        Gen<double[]> values = Gen.Frequency((5, Gen.Choose(-999, 999).Select(n => n / 10.0)), (1, Gen.Constant(double.NaN))).ArrayOf(40);

        Prop.ForAll(values.ToArbitrary(), v =>
        {
            ChartSpec spec = Made.Chart(Made.Months(2019, 3, v), baseline: 0);
            foreach (ChartFrame frame in new[] { ChartFrame.Wide(spec), ChartFrame.Narrow(spec) })
            {
                var drawn = new Drawn(SvgWriter.Write(spec, frame));
                List<(double X, double Y)> marks = [.. drawn.Corners("c1"), .. drawn.Circles("f1")];

                foreach (ChartPoint point in spec.Lines[0].Points)
                {
                    Assert.Contains(marks, m => Math.Abs(m.X - frame.X(point.Middle)) <= 0.051 && Math.Abs(m.Y - frame.Y(point.Value!.Value)) <= 0.051);
                }

                Assert.All(marks, m => Assert.True(m.X >= frame.Left && m.X <= frame.Right && m.Y >= frame.Top - 0.1 && m.Y <= frame.Bottom + 0.1));
            }
        }).Check(Fixed);
    }

    [Fact]
    public void The_browser_is_given_the_places_of_the_SVG_to_within_a_pixel()
    {
        ChartSpec spec = Made.Chart(Made.Months(2022, 1, 3.9, 7.5, 5.0, -2.9, 0.7, 3.9, 3.8, 4.2, 6.3, 5.0, 2.2, 1.3, 2.4, 2.4, 3.9, 5.6, 3.5, 4.4, 3.7, 4.5), baseline: 0);
        using var json = JsonDocument.Parse(ChartJson.Write(spec));
        foreach ((string name, ChartFrame frame) in new[] { ("wide", ChartFrame.Wide(spec)), ("narrow", ChartFrame.Narrow(spec)) })
        {
            var drawn = new Drawn(SvgWriter.Write(spec, frame));
            JsonElement box = json.RootElement.GetProperty("frames").GetProperty(name);
            (JsonElement x, JsonElement y) = (json.RootElement.GetProperty("x"), json.RootElement.GetProperty("y"));
            double Across(double at) => box.GetProperty("left").GetDouble() + ((at - x.GetProperty("min").GetDouble()) / (x.GetProperty("max").GetDouble() - x.GetProperty("min").GetDouble())
                * (box.GetProperty("width").GetDouble() - box.GetProperty("left").GetDouble() - box.GetProperty("right").GetDouble()));
            double Down(double at) => box.GetProperty("height").GetDouble() - box.GetProperty("bottom").GetDouble() - ((at - y.GetProperty("min").GetDouble()) / (y.GetProperty("max").GetDouble() - y.GetProperty("min").GetDouble())
                * (box.GetProperty("height").GetDouble() - box.GetProperty("top").GetDouble() - box.GetProperty("bottom").GetDouble()));

            List<(double X, double Y)> corners = [.. drawn.Corners("c1")];
            JsonElement[] points = [.. json.RootElement.GetProperty("lines")[0].GetProperty("points").EnumerateArray()];

            Assert.Equal(20, points.Length);
            for (int i = 0; i < 20; i++)
            {
                Assert.Equal(corners[i].X, Across(points[i].GetProperty("x").GetDouble()), 1.0);
                Assert.Equal(corners[i].Y, Down(points[i].GetProperty("y").GetDouble()), 1.0);
            }

            string[] tickTexts = [.. json.RootElement.GetProperty("y").GetProperty("ticks").EnumerateArray().Concat(box.GetProperty("labels").EnumerateArray()).Concat(box.GetProperty("years").EnumerateArray()).Select(t => t.GetProperty("text").GetString()!)];
            Assert.Equal(tickTexts.Append(spec.Lines[0].LastText).Order(), drawn.Texts.Order());
        }
    }

    [Fact]
    public void A_line_breaks_at_a_missing_month_and_a_month_alone_is_a_dot()
    {
        ChartSpec spec = Made.Chart(Made.Months(2023, 1, 1, 2, double.NaN, 4, double.NaN, 6, 7));
        var drawn = new Drawn(SvgWriter.Write(spec, ChartFrame.Wide(spec)));

        Assert.Equal(2, Drawn.Strokes(Assert.Single(drawn.All("path", "c1"))));
        Assert.Equal(ChartFrame.Wide(spec).X(3.5), Assert.Single(drawn.Circles("f1"), c => c.X < 700 && Math.Abs(c.Y - ChartFrame.Wide(spec).Y(4)) < 0.06).X, 0.06);
        Assert.Contains(Phrases.Charts.Gaps.In(Tongue.English), spec.Notes);
        using var json = JsonDocument.Parse(ChartJson.Write(spec));
        Assert.Equal("1 2 null 4 null 6 7", string.Join(' ', json.RootElement.GetProperty("lines")[0].GetProperty("points").EnumerateArray().Select(p => p.ValueKind == JsonValueKind.Null ? "null" : p.GetProperty("y").ToString())));
    }

    [Fact]
    public void A_period_stated_without_a_number_breaks_the_line_too()
    {
        ChartSpec spec = Made.Chart(Made.Of(Frequency.Monthly, Made.At(Period.Month(2023, 1), "1"), Made.At(Period.Month(2023, 2), ""), Made.At(Period.Month(2023, 3), "3")));

        Assert.Equal([false, false, false], spec.Lines[0].Points.Select(p => p.IsJoined));
        Assert.Equal("[x]", spec.Lines[0].Points[1].ValueText);
    }

    [Fact]
    public void January_and_February_published_as_one_are_a_flat_dash_two_months_wide_that_joins_nothing()
    {
        ChartSpec spec = Made.Chart(Made.Of(Frequency.Monthly,
            Made.At(Period.Month(2023, 12), "6.8"), Made.At(Period.Month(2024, 2, 2), "7.0"), Made.At(Period.Month(2024, 3), "4.5"), Made.At(Period.Month(2024, 4), "6.7")));
        ChartFrame frame = ChartFrame.Wide(spec);
        var drawn = new Drawn(SvgWriter.Write(spec, frame));

        string dash = Assert.Single(drawn.All("path", "flat")).Attribute("d")!.Value;
        string[] parts = dash[1..].Split(' ', 'H');
        Assert.Equal(2 * frame.SlotWidth, double.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture) - double.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), 0.11);
        Assert.Equal([false, false, false, true], spec.Lines[0].Points.Select(p => p.IsJoined));
        Assert.Equal("Jan–Feb 2024", spec.Lines[0].Points[1].PeriodText);
        Assert.Contains(Phrases.Charts.CombinedMonths.In(Tongue.English), spec.Notes);
    }

    [Fact]
    public void Provisional_revised_and_forecast_values_are_drawn_apart()
    {
        TimeSeries series = Made.Of(Frequency.Monthly,
            Made.At(Period.Month(2023, 9), "4.5"), Made.At(Period.Month(2023, 10), "4.6"), Made.At(Period.Month(2023, 11), "6.6", ("OBS_STATUS", "P")), Made.At(Period.Month(2023, 12), "6.8", ("OBS_STATUS", "F")));
        ChartSpec spec = ChartBuilder.Build(new ChartRequest(Tongue.English, "Growth", Unit.Percent, [new ChartSource("Industry", series) { Revised = [Period.Month(2023, 10)] }]));
        var drawn = new Drawn(SvgWriter.Write(spec, ChartFrame.Wide(spec)));

        Assert.Single(drawn.All("path", "dash"));
        Assert.Single(drawn.All("path", "dots"));
        Assert.Single(drawn.All("circle", "open"));
        Assert.Single(drawn.All("rect", "f1"));
        Assert.Equal([Phrases.Charts.Provisional, Phrases.Charts.Revised, Phrases.Charts.Forecast], new[] { Phrases.Charts.Provisional, Phrases.Charts.Revised, Phrases.Charts.Forecast, Phrases.Charts.Confidential }.Where(p => spec.Notes.Contains(p.In(Tongue.English))));
    }

    [Fact]
    public void A_confidential_period_is_a_hatched_gap_and_a_break_is_a_labelled_line()
    {
        ChartSpec spec = Made.Chart(Made.Of(Frequency.Annual,
            Made.At(Period.Year(2019), "1"), Made.At(Period.Year(2020), "", ("CONF_STATUS", "C")), Made.At(Period.Year(2021), "3", ("OBS_STATUS", "B"))));
        var drawn = new Drawn(SvgWriter.Write(spec, ChartFrame.Wide(spec)));

        Assert.Single(drawn.All("path", "hatch"));
        Assert.Single(drawn.All("path", "break"));
        Assert.Contains(Phrases.Charts.Break.In(Tongue.English), drawn.Texts);
    }

    [Fact]
    public void Columns_stand_on_zero_on_both_sides_of_it()
    {
        ChartSpec spec = Made.Chart(Made.Months(2023, 1, 5, -3, 0), Quantity.Flow);
        ChartFrame frame = ChartFrame.Wide(spec);
        XElement[] columns = [.. new Drawn(SvgWriter.Write(spec, frame)).All("rect", "col")];

        Assert.Equal(ChartKind.Columns, spec.Kind);
        Assert.Equal(3, columns.Length);
        Assert.Equal(frame.Y(0), Drawn.Number(columns[0], "y") + Drawn.Number(columns[0], "height"), 0.11);
        Assert.Equal(frame.Y(0), Drawn.Number(columns[1], "y"), 0.06);
        Assert.Equal(frame.Y(-3), Drawn.Number(columns[1], "y") + Drawn.Number(columns[1], "height"), 0.11);
    }

    [Theory]
    [InlineData(24, ChartKind.Columns)]
    [InlineData(25, ChartKind.Line)]
    public void Flows_are_columns_up_to_24_periods(int months, ChartKind kind) =>
        Assert.Equal(kind, Made.Chart(Made.Months(2020, 1, [.. Enumerable.Range(1, months).Select(i => (double)i)]), Quantity.Flow).Kind);

    [Fact]
    public void Cumulated_series_are_one_line_a_year_the_newest_first()
    {
        ChartSpec spec = Made.Chart(Made.Months(2021, 1, [.. Enumerable.Range(0, 32).Select(i => (double)((i % 12) + 1))]), Quantity.Cumulative);

        Assert.Equal(["2023", "2022", "2021"], spec.Lines.Select(l => l.Name));
        Assert.Equal([1, 2, 0], spec.Lines.Select(l => l.Colour));
        Assert.Equal([8, 12, 12], spec.Lines.Select(l => l.Points.Length));
        Assert.Equal(12, spec.Periods.SlotCount);
        Assert.Equal("Jan", spec.Periods.Labels[0].Text);
    }

    [Fact]
    public void The_fifth_line_is_grey()
    {
        TimeSeries one = Made.Months(2023, 1, 1, 2, 3);
        ChartSpec spec = ChartBuilder.Build(new ChartRequest(Tongue.English, "T", Unit.None, [.. Enumerable.Range(1, 6).Select(i => new ChartSource($"L{i}", one))]));

        Assert.Equal([1, 2, 3, 4, 0, 0], spec.Lines.Select(l => l.Colour));
    }

    [Fact]
    public void Vintages_show_now_bold_first_dashed_and_all_others_thin_and_grey()
    {
        TimeSeries one = Made.Months(2023, 1, 1, 2, 3);
        ChartSpec spec = ChartBuilder.Build(new ChartRequest(Tongue.English, "T", Unit.None, [.. Enumerable.Range(1, 5).Select(i => new ChartSource($"L{i}", one))]) { Kind = ChartKind.Vintages });

        Assert.Equal([Stroke.Bold, Stroke.Dashed, Stroke.Solid, Stroke.Thin, Stroke.Thin], spec.Lines.Select(l => l.Stroke));
        Assert.Equal([1, 0, 2, 0, 0], spec.Lines.Select(l => l.Colour));
    }

    [Fact]
    public void No_value_gives_a_plot_that_says_so()
    {
        foreach (TimeSeries series in new[] { Made.Of(Frequency.Monthly), Made.Of(Frequency.Monthly, Made.At(Period.Month(2023, 1), "")) })
        {
            ChartSpec spec = Made.Chart(series);
            var drawn = new Drawn(SvgWriter.Write(spec, ChartFrame.Narrow(spec)));

            Assert.Contains(Phrases.Charts.NoValue.In(Tongue.English), drawn.Texts);
            Assert.Equal("", spec.Sentence);
        }
    }

    [Theory]
    [InlineData(7.5)]
    [InlineData(-1e300)]
    [InlineData(0.0)]
    [InlineData(1e17)]
    public void One_value_alone_is_drawn_or_at_least_breaks_nothing(double value)
    {
        ChartSpec spec = Made.Chart(Made.Months(2023, 1, value), baseline: 0);

        string svg = SvgWriter.WriteBoth(spec);

        Assert.DoesNotContain("NaN", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", ChartJson.Write(spec), StringComparison.Ordinal);
    }

    [Fact]
    public void More_than_two_thousand_points_keep_every_extreme_and_say_so()
    {
        var random = new Random(7);
        double[] values = [.. Enumerable.Range(0, 50_000).Select(_ => random.NextDouble())];
        (values[12_345], values[43_210]) = (-9, 9);
        TimeSeries series = Made.Series(Frequency.Daily, values.Select((v, i) => (Period.FromOrdinal(Frequency.Daily, 700_000 + i), v)));

        ChartLine line = Made.Chart(series).Lines[0];

        Assert.InRange(line.Points.Length, 1000, ChartLine.MostPoints);
        Assert.Equal(50_000, line.ReducedFrom);
        Assert.Equal((-9, 9), (line.Points.Min(p => p.Value), line.Points.Max(p => p.Value)));
        Assert.Equal(values[^1], line.Points[^1].Value);
        Assert.True(line.Points.Skip(1).All(p => p.IsJoined));
        Assert.Contains(Made.Chart(series).Notes, n => n.Contains("50,000", StringComparison.Ordinal));
    }

    [Fact]
    public void A_gap_wider_than_a_pixel_stays_open_when_points_are_left_out()
    {
        TimeSeries series = Made.Series(Frequency.Daily, Enumerable.Range(0, 20_000).Where(i => i is < 9_000 or > 11_000).Select(i => (Period.FromOrdinal(Frequency.Daily, 700_000 + i), (double)(i % 13))));

        Assert.Single(Made.Chart(series).Lines[0].Points.Skip(1), p => !p.IsJoined);
    }

    [Fact]
    public void Weekdays_without_any_value_take_no_room()
    {
        int monday = new DateOnly(2024, 1, 1).DayNumber;
        TimeSeries series = Made.Series(Frequency.Daily, Enumerable.Range(0, 28).Where(i => i % 7 < 5).Select(i => (Period.FromOrdinal(Frequency.Daily, monday + i), 1.0 + i)));

        ChartSpec spec = Made.Chart(series);

        Assert.Equal(20, spec.Periods.SlotCount - 0);
        Assert.True(spec.Lines[0].Points.Skip(1).All(p => p.IsJoined));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\" onload=\"alert(1)")]
    [InlineData("\u202Eright to left\u202C and \u05D0\u05D1")]
    [InlineData("lone \uD800 surrogate and \u0001")]
    public void Labels_of_others_are_text_and_nothing_else(string label)
    {
        TimeSeries series = Made.Months(2023, 1, 1, 2, 3);
        ChartSpec spec = ChartBuilder.Build(new ChartRequest(Tongue.Chinese, label, Unit.Of("X", label, label), [new ChartSource(label, series), new ChartSource(label, series)]));

        foreach (string svg in new[] { SvgWriter.Write(spec, ChartFrame.Wide(spec)), new StandaloneSvg(label, label, label).Write(spec) })
        {
            var drawn = new Drawn(svg);
            Assert.DoesNotContain(drawn.Root.DescendantsAndSelf(), e => e.Name.LocalName == "script" || e.Attributes().Any(a => a.Name.LocalName.StartsWith("on", StringComparison.Ordinal)));
        }

        Assert.DoesNotContain("<", ChartJson.Write(spec), StringComparison.Ordinal);
    }

    [Fact]
    public void A_drawing_for_a_page_has_a_role_a_name_and_no_styles_or_ids()
    {
        ChartSpec spec = Made.Chart(Made.Months(2023, 1, 3.5, 4.5, 4.6));
        XElement root = new Drawn(SvgWriter.Write(spec, ChartFrame.Wide(spec), "only-wide")).Root;

        Assert.Equal("img", root.Attribute("role")!.Value);
        Assert.Equal("Growth, %. Industry, Jan 2023 to Mar 2023: between 3.5% (Jan 2023) and 4.6% (Mar 2023); in Mar 2023 4.6%, 0.1 pp more than in Feb 2023.", root.Attribute("aria-label")!.Value);
        Assert.DoesNotContain(root.DescendantsAndSelf(), e => e.Attribute("style") is not null || e.Attribute("id") is not null || e.Name.LocalName == "style");
    }

    [Fact]
    public void The_sentence_is_said_in_Chinese_too() =>
        Assert.Equal(
            "Industry，2023年1月至2023年3月：最低3.5%（2023年1月），最高4.6%（2023年2月）；2023年3月为4.5%，比2023年2月低0.1个百分点。",
            Made.Chart(Made.Of(Frequency.Monthly, Made.At(Period.Month(2023, 1), "3.5"), Made.At(Period.Month(2023, 2), "4.6"), Made.At(Period.Month(2023, 3), "4.5")), tongue: Tongue.Chinese).Sentence);

    [Fact]
    public void Values_and_ticks_share_one_scale_that_the_head_names()
    {
        TimeSeries series = Made.Of(Frequency.Annual, Made.At(Period.Year(2022), "231.2"), Made.At(Period.Year(2023), "337.7"));
        ChartSpec Build(Tongue tongue) => ChartBuilder.Build(new ChartRequest(tongue, "5G", Unit.Of("ST", "stations", "座"), [new ChartSource("5G", series)]) { UnitMult = 4, Quantity = Quantity.Stock });

        Assert.Equal(("million stations", "3.377", "3.377 million stations"), (Build(Tongue.English).Unit, Build(Tongue.English).Lines[0].LastText, Build(Tongue.English).Lines[0].Points[1].ValueText));
        Assert.Equal(("万座", "337.7", "337.7万座"), (Build(Tongue.Chinese).Unit, Build(Tongue.Chinese).Lines[0].LastText, Build(Tongue.Chinese).Lines[0].Points[1].ValueText));
        Assert.Equal(3.377, Build(Tongue.English).Lines[0].Points[1].Value!.Value, 9);
    }

    [Fact]
    public void Labels_of_last_values_do_not_overlap()
    {
        ChartSpec spec = ChartBuilder.Build(new ChartRequest(Tongue.English, "T", Unit.None, [.. Enumerable.Range(0, 4).Select(i => new ChartSource($"L{i}", Made.Months(2023, 1, 1, 5 + (i * 0.01))))]));
        double[] heights = [.. new Drawn(SvgWriter.Write(spec, ChartFrame.Wide(spec))).All("text", "last").Select(t => Drawn.Number(t, "y")).Order()];

        Assert.Equal(4, heights.Length);
        Assert.True(heights.Zip(heights.Skip(1), (a, b) => b - a).All(d => d >= 14.9));
    }

    [Fact]
    public void Months_that_have_no_room_are_left_out_alike_in_every_year()
    {
        ChartSpec spec = Made.Chart(Made.Months(2022, 1, [.. Enumerable.Range(0, 24).Select(i => (double)i)]));

        Assert.Equal("Jan Apr Jul Oct Jan Apr Jul Oct", string.Join(' ', spec.Periods.LabelsFor(ChartFrame.Narrow(spec).SlotWidth).Select(l => l.Text)));
        Assert.Equal("2022 2023", string.Join(' ', spec.Periods.YearLabels.Select(l => l.Text)));
    }

    [Fact]
    public void Labels_of_periods_do_not_overlap_at_either_width()
    {
        foreach ((Frequency frequency, int count) in new[] { (Frequency.Monthly, 13), (Frequency.Monthly, 24), (Frequency.Monthly, 132), (Frequency.Monthly, 600), (Frequency.Quarterly, 8), (Frequency.Annual, 45), (Frequency.Weekly, 60), (Frequency.Daily, 40) })
        {
            ChartSpec spec = Made.Chart(Made.Series(frequency, Enumerable.Range(0, count).Select(i => (Period.FromOrdinal(frequency, Period.Of(frequency, new DateOnly(1960, 1, 1))!.Value.Ordinal + i), (double)i))));
            foreach (ChartFrame frame in new[] { ChartFrame.Wide(spec), ChartFrame.Narrow(spec) })
            {
                ImmutableArray<AxisTick> labels = spec.Periods.LabelsFor(frame.SlotWidth);
                Assert.NotEmpty(labels);
                for (int i = 1; i < labels.Length; i++)
                {
                    Assert.True((labels[i].At - labels[i - 1].At) * frame.SlotWidth >= labels[i].Text.Length * 6.2, $"{frequency} {count}: {labels[i].Text}");
                }
            }
        }
    }
}
