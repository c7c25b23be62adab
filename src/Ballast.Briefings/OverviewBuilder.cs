using System.Collections.Immutable;
using Ballast.Charts;
using Ballast.Language;
using Ballast.Sdmx.Model;
using Ballast.Series;

namespace Ballast.Briefings;

/// <summary>Makes the overview of a pack, which the console shows and the briefing prints.</summary>
public static class OverviewBuilder
{
    /// <summary>Rows of each small table of changes.</summary>
    public const int MostChanges = 6;

    /// <summary>Entries of the list of what is due.</summary>
    public const int MostDue = 12;

    /// <summary>Entries of the list of what comes next.</summary>
    public const int MostNext = 8;

    /// <summary>The overview.</summary>
    public static BriefingDocument Build(OverviewInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new Building(input).Document();
    }

    private sealed class Building(OverviewInput input)
    {
        private readonly Tongue _tongue = input.Tongue;
        private readonly Dictionary<(string, SeriesKey), OverviewSeries> _series = input.Series.DistinctBy(s => (s.Flow, s.Key)).ToDictionary(s => (s.Flow, s.Key));
        private readonly List<Mark> _marks = [];
        private readonly List<Missing> _missing = [];

        public BriefingDocument Document()
        {
            var blocks = ImmutableArray.CreateBuilder<BriefingBlock>();
            if (Changes() is { } changes)
            {
                blocks.Add(changes);
            }

            BriefingBlock.Headlines headlines = Headlines();
            blocks.Add(headlines);
            blocks.Add(new BriefingBlock.Items("due", Phrases.Briefings.DueMissing.In(_tongue), [.. input.Due.Take(MostDue).Select(DueItem)])
            {
                IfEmpty = Phrases.Briefings.NothingOverdue.In(_tongue),
                More = input.Due.Length > MostDue ? Phrases.Common.ShownOf.In(_tongue, MostDue, input.Due.Length) : "",
            });
            blocks.Add(new BriefingBlock.Items("next", Phrases.Briefings.NextByCalendar.In(_tongue), [.. input.Next.Take(MostNext).Select(NextItem)]) { IfEmpty = Phrases.Briefings.NothingNext.In(_tongue) });
            blocks.Add(new BriefingBlock.Notes("notes", Phrases.Briefings.Notes.In(_tongue), [.. Notes(headlines)]));
            return new BriefingDocument(_tongue, input.Title, Lead(), AsOf(), blocks.ToImmutable());
        }

        private string AsOf() => input.LatestRelease is { } latest
            ? Phrases.Briefings.AsOfLatest.In(_tongue, Times.Moment(input.AsOf, _tongue), Times.Published(latest, _tongue))
            : Phrases.Briefings.AsOfNothing.In(_tongue, Times.Moment(input.AsOf, _tongue));

        private string Lead()
        {
            OverviewChanges changes = input.Changes;
            string lead = input.LatestRelease is null ? Phrases.Briefings.LeadEmpty.In(_tongue)
                : changes.Releases.IsEmpty ? Phrases.Briefings.LeadNothing.In(_tongue, Times.Published(changes.Since ?? input.LatestRelease.Value, _tongue))
                : changes.Since is { } since ? Phrases.Briefings.LeadSince.In(_tongue, Times.Published(since, _tongue), changes.Releases.Length, changes.AddedCount, changes.RevisedCount)
                : Phrases.Briefings.LeadFirst.In(_tongue, changes.Releases.Length, changes.AddedCount);
            int overdue = input.Due.Count(d => d.IsOverdue);
            return overdue == 0 ? lead : lead + _tongue.Choose(" ", "") + Phrases.Briefings.LeadOverdue.In(_tongue, overdue);
        }

        private BriefingBlock.Changes? Changes()
        {
            OverviewChanges changes = input.Changes;
            if (changes.Releases.IsEmpty)
            {
                return null;
            }

            var tables = ImmutableArray.CreateBuilder<ChangeTable>();
            if (!changes.Revised.IsEmpty)
            {
                tables.Add(RevisedTable(changes));
            }

            if (!changes.Added.IsEmpty)
            {
                tables.Add(AddedTable(changes));
            }

            tables.Add(ReleaseTable(changes));
            return new BriefingBlock.Changes("changes", Phrases.Briefings.WhatChanged.In(_tongue), tables.ToImmutable())
            {
                Aside = changes.Since is { } since
                    ? Phrases.Briefings.SinceReleases.In(_tongue, Times.Published(since, _tongue), changes.Releases.Length)
                    : Phrases.Briefings.AllReleases.In(_tongue, changes.Releases.Length),
            };
        }

        private ChangeTable RevisedTable(OverviewChanges changes)
        {
            ImmutableArray<RevisedValue> largest = LargestOf(changes.Revised);
            int all = Math.Max(changes.RevisedCount, changes.Revised.Length);
            var table = new BriefingTable(
                [
                    new(Phrases.Briefings.SeriesPeriod.In(_tongue)), new(Phrases.Briefings.Was.In(_tongue), true),
                    new(Phrases.Briefings.Now.In(_tongue), true), new(Phrases.Briefings.Difference.In(_tongue), true),
                ],
                [.. largest.Select(RevisedRow)]);
            return new ChangeTable(Numbers.Text(all), (all == 1 ? Phrases.Briefings.RevisedValue : Phrases.Briefings.RevisedValues).In(_tongue), table)
            {
                More = all > largest.Length ? Phrases.Common.ShownOf.In(_tongue, largest.Length, all) : "",
                Target = new LinkTarget.ReleaseLog(),
                TargetText = Phrases.Briefings.AllInLog.In(_tongue),
            };
        }

        /// <summary>The largest revision of each series, then the next largest of any, so that one series does not take every row; the largest first.</summary>
        private static ImmutableArray<RevisedValue> LargestOf(ImmutableArray<RevisedValue> revised)
        {
            ImmutableArray<RevisedValue> ordered = [.. revised.OrderByDescending(SizeOf).ThenBy(r => r.Series.Flow, StringComparer.Ordinal).ThenBy(r => r.Series.Key).ThenBy(r => r.Now.Period)];
            ImmutableArray<RevisedValue> firsts = [.. ordered.DistinctBy(r => (r.Series.Flow, r.Series.Key))];
            return [.. firsts.Concat(ordered.Except(firsts)).Take(MostChanges).OrderBy(r => ordered.IndexOf(r))];
        }

        /// <summary>Percentages by their points, levels by their percentage: near enough to put the largest first.</summary>
        private static double SizeOf(RevisedValue revised)
        {
            (double was, double now) = (revised.Was.Value.ToDouble(), revised.Now.Value.ToDouble());
            double size = revised.Series.Unit.Form is UnitForm.Percent or UnitForm.PercentagePoints || was == 0 ? Math.Abs(now - was) : Math.Abs((now - was) / was) * 100;
            return double.IsNaN(size) ? 0 : size;
        }

        private BriefingRow RevisedRow(RevisedValue revised)
        {
            OverviewSeries series = revised.Series;
            NumberScale scale = ScaleOf(series, revised.Was, revised.Now);
            MeasureValue difference = Difference(revised.Now.Value, revised.Was.Value);
            string aside = Joined(BasisOf(series), Periods.Text(revised.Now.Period, series.Transformation, _tongue), series.Unit.Head(scale, _tongue));
            return new BriefingRow(
            [
                new BriefingCell(NameOf(series), Target: new LinkTarget.Series(series.Flow, series.Key)) { Aside = aside },
                new BriefingCell("", new Figure(Values.Cell(revised.Was.Value, series.UnitMult, scale), null, FigureSource.Of(series.Flow, series.Key, revised.Was)), IsOld: true),
                new BriefingCell("", new Figure(Values.Cell(revised.Now.Value, series.UnitMult, scale), null, FigureSource.Of(series.Flow, series.Key, revised.Now))),
                new BriefingCell("", Change: difference.IsNumber
                    ? new FigureChange(Math.Sign(difference.ToDouble()), Numbers.WithSign(Values.Cell(difference, series.UnitMult, scale)), null, null)
                    : null),
            ]);
        }

        private ChangeTable AddedTable(OverviewChanges changes)
        {
            // Those of the plan first, in its order.
            Dictionary<(string, SeriesKey), int> order = input.Plan.Groups.SelectMany(g => g.Figures).Select((f, i) => ((f.Flow, f.Key), i)).ToDictionary(p => p.Item1, p => p.i);
            ImmutableArray<OverviewSeries> all = [.. changes.Added.Where(s => s.Series.Observations.Any(o => o.Value.IsNumber))];
            ImmutableArray<OverviewSeries> shown = [.. all.OrderBy(s => order.GetValueOrDefault((s.Flow, s.Key), int.MaxValue)).ThenBy(s => s.Flow, StringComparer.Ordinal).ThenBy(s => s.Key).Take(MostChanges)];
            var table = new BriefingTable(
                [new(Phrases.Briefings.SeriesPeriod.In(_tongue)), new(Phrases.Briefings.Value.In(_tongue), true), new(Phrases.Briefings.Change.In(_tongue), true)],
                [.. shown.Select(AddedRow)]);
            return new ChangeTable(Numbers.Text(all.Length), Phrases.Briefings.SeriesWithNews.In(_tongue), table)
            {
                More = all.Length > shown.Length ? Phrases.Common.ShownOf.In(_tongue, shown.Length, all.Length) : "",
            };
        }

        /// <summary>Long units stand under the name, so that numbers keep their column.</summary>
        private BriefingRow AddedRow(OverviewSeries series)
        {
            Observation last = series.Series.Observations.Last(o => o.Value.IsNumber);
            Figure figure = FigureOf(series, last);
            string unit = "";
            if (series.Unit.Form == UnitForm.Named)
            {
                NumberScale scale = ScaleOf(series, last);
                unit = series.Unit.Head(scale, _tongue);
                figure = figure with { Text = Values.WithBound(Values.Cell(last.Value, series.UnitMult, scale), Bounds.Of(last.Attributes), _tongue) };
            }

            return new BriefingRow(
            [
                new BriefingCell(NameOf(series), Target: new LinkTarget.Series(series.Flow, series.Key)) { Aside = Joined(BasisOf(series), Periods.Text(last.Period, series.Transformation, _tongue), unit) },
                new BriefingCell("", figure),
                new BriefingCell("", Change: ChangeOf(series, last)),
            ]);
        }

        private ChangeTable ReleaseTable(OverviewChanges changes)
        {
            ImmutableArray<ReleaseSummary> shown = [.. changes.Releases.Take(MostChanges)];
            var table = new BriefingTable(
                [new(Phrases.Briefings.Release.In(_tongue)), new(Phrases.Briefings.New.In(_tongue), true), new(Phrases.Briefings.Revised.In(_tongue), true)],
                [.. shown.Select(r => new BriefingRow(
                [
                    new BriefingCell(r.Name.In(_tongue.Tag()) ?? r.Key, Target: new LinkTarget.Release(r.Key)) { Aside = Times.Published(r.Published, _tongue) },
                    new BriefingCell(Numbers.Text(r.AddedCount)),
                    new BriefingCell(Numbers.Text(r.RevisedCount)),
                ]))]);
            return new ChangeTable(Numbers.Text(changes.Releases.Length), (changes.Releases.Length == 1 ? Phrases.Briefings.ReleaseCame : Phrases.Briefings.ReleasesCame).In(_tongue), table)
            {
                More = changes.Releases.Length > shown.Length ? Phrases.Common.ShownOf.In(_tongue, shown.Length, changes.Releases.Length) : "",
                Target = new LinkTarget.ReleaseLog(),
                TargetText = Phrases.Briefings.AllInLog.In(_tongue),
            };
        }

        private BriefingBlock.Headlines Headlines()
        {
            ImmutableArray<PlannedFigure> planned = [.. input.Plan.Groups.SelectMany(g => g.Figures)];
            var axis = SparklineAxis.EndingWith(planned.Select(f => _series.GetValueOrDefault((f.Flow, f.Key))?.Series).OfType<TimeSeries>());
            ImmutableArray<HeadlineGroup> groups = [.. input.Plan.Groups.Select(g => new HeadlineGroup(g.Name.In(_tongue.Tag()) ?? "", [.. g.Figures.Select(f => Row(f, axis))]))];
            int known = groups.SelectMany(g => g.Rows).Count(r => r.Figure is not null);
            return new BriefingBlock.Headlines("headlines", Phrases.Briefings.Headlines.In(_tongue), groups)
            {
                Aside = Phrases.Briefings.HeadlinesKnown.In(_tongue, known, planned.Length),
                SparklineSpan = known == 0 ? "" : Phrases.Common.FromTo.In(
                    _tongue, Periods.Text(Period.FromOrdinal(Frequency.Monthly, axis.FirstMonth), _tongue), Periods.Text(Period.FromOrdinal(Frequency.Monthly, axis.LastMonth), _tongue)),
            };
        }

        private HeadlineRow Row(PlannedFigure planned, SparklineAxis axis)
        {
            OverviewSeries? series = _series.GetValueOrDefault((planned.Flow, planned.Key));
            string name = planned.Name.In(_tongue.Tag()) ?? (series is null ? null : NameOf(series)) ?? planned.Key.ToString();
            var target = new LinkTarget.Series(planned.Flow, planned.Key);
            DueFigure? late = input.Due.FirstOrDefault(d => d.IsOverdue && d.Flow == planned.Flow && (planned.Key.Equals(d.Key) || d.Keys.Contains(planned.Key)));
            ImmutableArray<Observation> known = series is null ? [] : [.. series.Series.Observations.Where(o => o.Value.IsNumber)];
            if (series is null || known.IsEmpty)
            {
                return new HeadlineRow(name, series is null ? "" : BasisOf(series), target, "", null)
                {
                    Placeholder = Absent(late is null ? Missing.NotCollected : Missing.Overdue),
                    Missing = late is null ? null : (Periods.Text(late.Period, late.Transformation, _tongue), Absent(Missing.Overdue)),
                };
            }

            Observation last = known[^1];
            var sparkline = Sparkline.Of(series.Series, axis, planned.Baseline is { } baseline ? (double)baseline : null);
            return new HeadlineRow(name, BasisOf(series), target, Periods.Text(last.Period, series.Transformation, _tongue), FigureOf(series, last))
            {
                Change = ChangeOf(series, last),
                Sparkline = sparkline,
                Instead = sparkline is not null || known.Length < 2 ? [] :
                    [.. known[^2..].Select(o => (FigureOf(series, o), Periods.Text(o.Period, series.Transformation, _tongue)))],
                Missing = late is null ? null : (Periods.Text(late.Period, late.Transformation ?? series.Transformation, _tongue), Absent(Missing.Overdue)),
            };
        }

        private Figure FigureOf(OverviewSeries series, Observation observation)
        {
            ImmutableArray<Mark> marks = Marks.Of(observation);
            marks = series.Revised.Contains(observation.Period) ? marks.Add(Mark.Revised) : marks;
            _marks.AddRange(marks);
            FigureMark? mark = marks.IsEmpty ? null
                : new FigureMark(string.Join(" ", marks.Select(m => m.Letter())), string.Join(_tongue.Choose(", ", "，"), marks.Select(m => m.Word(_tongue))));
            string text = Values.Text(observation.Value, series.Unit, series.UnitMult, _tongue, Bounds.Of(observation.Attributes));
            return new Figure(text, mark, FigureSource.Of(series.Flow, series.Key, observation));
        }

        /// <summary>Levels with a unit change by per cent (computed here, so marked), everything else by its difference; amounts since January against the same part of the year before.</summary>
        private FigureChange? ChangeOf(OverviewSeries series, Observation last)
        {
            bool isLevel = series.Unit.Form == UnitForm.Named && series.Transformation is null or "N" or "YTD";
            Observation? before = series.Transformation == "YTD"
                ? series.Series.Observations.LastOrDefault(o => o.Value.IsNumber && o.Period.SubPeriod == last.Period.SubPeriod && o.Period.Span == last.Period.Span && o.Period.CalendarYear == last.Period.CalendarYear - 1)
                : series.Series.Observations.LastOrDefault(o => o.Value.IsNumber && o.Period.CompareTo(last.Period) < 0);
            if (before is null || Bounds.OfDifference(Bounds.Of(last.Attributes), Bounds.Of(before.Attributes)) is not (Bound.Exact or Bound.About))
            {
                return null;
            }

            if (isLevel && Growth(last.Value, before.Value) is { } growth)
            {
                _marks.Add(Mark.Derived);
                return ChangeIn(growth, Unit.Percent, 0, before.Period, series, Values.ComputedDecimals) with { Mark = new FigureMark(Mark.Derived.Letter(), Mark.Derived.Word(_tongue)) };
            }

            MeasureValue difference = Difference(last.Value, before.Value);
            return difference.IsNumber ? ChangeIn(difference, series.Unit.OfDifference(), series.UnitMult, before.Period, series, null) : null;
        }

        private FigureChange ChangeIn(MeasureValue change, Unit unit, int unitMult, Period before, OverviewSeries series, int? decimals)
        {
            int direction = Math.Sign(change.ToDouble());
            string text = direction == 0 ? Phrases.Briefings.Unchanged.In(_tongue) : Ballast.Language.Changes.Signed(change, unit, unitMult, _tongue, decimals);
            return new FigureChange(direction, text, Phrases.Briefings.OnPeriod.In(_tongue, Against(before, series)), null);
        }

        /// <summary>The period compared with: without its year where the figure's own period has the same.</summary>
        private string Against(Period before, OverviewSeries series)
        {
            Observation last = series.Series.Observations.Last(o => o.Value.IsNumber);
            bool isSameYear = before.Frequency is Frequency.Monthly or Frequency.Quarterly or Frequency.HalfYearly && before.CalendarYear == last.Period.CalendarYear;
            if (!isSameYear)
            {
                return Periods.Text(before, series.Transformation, _tongue);
            }

            return series.Transformation is "YTD" or "GYTD" && before.Span == 1
                ? Periods.Short(new Period(before.Frequency, before.CalendarYear, before.SubPeriod, before.SubPeriod), _tongue)
                : Periods.Short(before, _tongue);
        }

        private BriefingItem DueItem(DueFigure due)
        {
            string known = due.LastKnown is { } last ? Phrases.Briefings.LastKnown.In(_tongue, Periods.Text(last, due.Transformation, _tongue)) : Phrases.Briefings.NeverKnown.In(_tongue);
            return new BriefingItem(due.Name.In(_tongue.Tag()) ?? due.Flow, TargetOf(due), Periods.Text(due.Period, due.Transformation, _tongue),
                Phrases.Briefings.TwoDetails.In(_tongue, known, Phrases.Briefings.DueSince.In(_tongue, Times.Date(due.DueOn, _tongue))))
            {
                Mark = due.IsOverdue ? Absent(Missing.Overdue) : Absent(Missing.NotDue),
            };
        }

        private BriefingItem NextItem(DueFigure due) =>
            new(Joined(due.Name.In(_tongue.Tag()) ?? due.Flow, Periods.Text(due.Period, due.Transformation, _tongue)), TargetOf(due), Times.Date(due.DueOn, _tongue), "");

        private static LinkTarget.Series? TargetOf(DueFigure due) => due.Key is null ? null : new LinkTarget.Series(due.Flow, due.Key);

        private IEnumerable<string> Notes(BriefingBlock.Headlines headlines)
        {
            if (headlines.Groups.SelectMany(g => g.Rows).Any(r => r.Sparkline is not null))
            {
                yield return Phrases.Briefings.SparklineNote.In(_tongue);
            }

            if (input.RecordEnds is { } last && DateOnly.FromDateTime(input.AsOf.DateTime) > last)
            {
                yield return Phrases.Briefings.RecordEnded.In(_tongue, Times.Date(last, _tongue));
            }

            string legend = Marks.Legend(_marks, _missing, _tongue);
            if (legend.Length > 0)
            {
                yield return Phrases.Briefings.MarksInUse.In(_tongue, legend);
            }
        }

        private FigureMark Absent(Missing missing)
        {
            _missing.Add(missing);
            return new FigureMark(missing.Sign(_tongue), missing.Word(_tongue));
        }

        private string NameOf(OverviewSeries series) =>
            input.Plan.Groups.SelectMany(g => g.Figures).FirstOrDefault(f => f.Flow == series.Flow && f.Key.Equals(series.Key))?.Name.In(_tongue.Tag())
            ?? series.Name.In(_tongue.Tag()) ?? $"{series.Flow} {series.Key}";

        private string BasisOf(OverviewSeries series) =>
            (series.Transformation is null or "N" && series.Series.Attributes.First("TIME_PER_COLLECT") == "E" ? Bases.AtEnd(series.Series.Frequency, _tongue) : null)
            ?? (series.Transformation is { } code ? Bases.OfTransformation(code, series.Series.Frequency, _tongue) : null) ?? series.Basis.In(_tongue.Tag()) ?? "";

        private string Joined(params ReadOnlySpan<string> parts)
        {
            string text = "";
            foreach (string part in parts)
            {
                text = text.Length == 0 ? part : part.Length == 0 ? text : Phrases.Common.Also.In(_tongue, text, part);
            }

            return text;
        }

        /// <summary>One scale for values that stand in one row.</summary>
        private NumberScale ScaleOf(OverviewSeries series, params ReadOnlySpan<Observation> observations)
        {
            double largest = 0;
            foreach (Observation observation in observations)
            {
                largest = Math.Max(largest, Magnitude(observation));
            }

            return series.Unit.IsScaled ? NumberScale.For(largest * Math.Pow(10, series.UnitMult), _tongue) : NumberScale.None;
        }

        private static double Magnitude(Observation observation) => observation.Value.IsNumber ? Math.Abs(observation.Value.ToDouble()) : 0;

        private static MeasureValue Difference(MeasureValue now, MeasureValue was) =>
            now.Kind == MeasureKind.Exact && was.Kind == MeasureKind.Exact && ExactNumber.TrySubtract(now.Exact, was.Exact, out ExactNumber exact) ? MeasureValue.Of(exact)
            : now.IsNumber && was.IsNumber && double.IsFinite(now.ToDouble() - was.ToDouble()) ? MeasureValue.Of(now.ToDouble() - was.ToDouble())
            : MeasureValue.None;

        private static MeasureValue? Growth(MeasureValue now, MeasureValue was) =>
            now.Kind == MeasureKind.Exact && was.Kind == MeasureKind.Exact
                ? ExactNumber.TryGrowth(now.Exact, was.Exact, out ExactNumber exact) ? MeasureValue.Of(exact) : null
                : now.IsNumber && was.IsNumber && was.ToDouble() > 0 && double.IsFinite(now.ToDouble() / was.ToDouble()) ? MeasureValue.Of((now.ToDouble() / was.ToDouble() * 100) - 100) : null;
    }
}
