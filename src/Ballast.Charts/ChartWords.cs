using System.Collections.Immutable;
using Ballast.Language;
using Ballast.Series;

namespace Ballast.Charts;

/// <summary>Every text of one chart, made by Ballast.Language at the chart's one scale.</summary>
internal sealed class ChartWords
{
    private readonly Tongue _tongue;
    private readonly Unit _unit;
    private readonly int _unitMult;
    private readonly string? _transformation;
    private readonly NumberScale _scale;

    /// <summary>Words for values whose largest has this magnitude, in the unit and multiplier of the sources.</summary>
    public ChartWords(Tongue tongue, Unit unit, int unitMult, string? transformation, double largest)
    {
        (_tongue, _unit, _unitMult, _transformation) = (tongue, unit, unitMult, transformation);
        _scale = unit.IsScaled ? NumberScale.For(largest * Math.Pow(10, unitMult), tongue) : NumberScale.None;
        Factor = Math.Pow(10, unitMult - _scale.Exponent);
    }

    /// <summary>Turns values of the sources into values of the axis.</summary>
    public double Factor { get; }

    /// <summary>Head of the axis.</summary>
    public string UnitHead => _unit.Head(_scale, _tongue);

    public string Empty => Phrases.Charts.NoValue.In(_tongue);

    public string Break => Phrases.Charts.Break.In(_tongue);

    public string Gaps => Phrases.Charts.Gaps.In(_tongue);

    /// <summary>Title and unit, as a head says them.</summary>
    public static string TitleWithUnit(ChartSpec spec) => spec.Unit.Length == 0 ? spec.Title : Phrases.Common.NameWithUnit.In(spec.Tongue, spec.Title, spec.Unit);

    /// <summary>What a reader hears instead of the drawing.</summary>
    public static string Heard(ChartSpec spec) => Phrases.Charts.Heard.In(spec.Tongue, TitleWithUnit(spec), spec.EmptyText ?? spec.Sentence);

    public static string Tick(double at, int decimals) => Numbers.Fixed(at, decimals);

    /// <summary>A value in the unit of the axis, which its head names.</summary>
    public string Number(MeasureValue value) => Values.Cell(value, _unitMult, _scale);

    /// <summary>A value with its unit, or the placeholder of a missing one.</summary>
    public string Value(Observation observation) =>
        observation.Value.Kind == MeasureKind.None ? Absence(observation).Sign(_tongue) : Values.Text(observation.Value, _unit, _unitMult, _tongue, Bounds.Of(observation.Attributes));

    public string Period(Period period) => Periods.Text(period, _transformation, _tongue);

    /// <summary>A year at a tick, in figures alone.</summary>
    public static string Year(int year) => Periods.Year(year, Tongue.English);

    /// <summary>The n-th half-year, quarter or month of any year.</summary>
    public string Part(Frequency frequency, int number) => Periods.Short(new Period(frequency, 2000, number), _tongue);

    /// <summary>Whether the value of an observation without a number is kept from readers.</summary>
    public static bool IsHidden(Observation observation) =>
        !observation.Value.IsNumber && (observation.Attributes.First("CONF_STATUS") is not (null or "F") || observation.Attributes.First("OBS_STATUS") == "Q");

    public string Cut(string low) => Phrases.Charts.CutAt.In(_tongue, low);

    public string CutNote(string low) => Phrases.Charts.CutNote.In(_tongue, low);

    public string Reduced(string name, int count) => Phrases.Charts.Reduced.In(_tongue, name, count);

    public string Combined(Frequency frequency) => (frequency == Frequency.Monthly ? Phrases.Charts.CombinedMonths : Phrases.Charts.CombinedPeriods).In(_tongue);

    public string Of(PointState state) => (state switch
    {
        PointState.Provisional => Phrases.Charts.Provisional,
        PointState.Revised => Phrases.Charts.Revised,
        PointState.Forecast => Phrases.Charts.Forecast,
        _ => Phrases.Charts.Confidential,
    }).In(_tongue);

    /// <summary>Range, last value and its change on the value before; of amounts since January the last value and its change on the same part of the year before.</summary>
    public string Sentence(string name, ImmutableArray<Observation> observations, ChartKind kind)
    {
        ImmutableArray<Observation> known = [.. observations.Where(o => o.Value.IsNumber)];
        Observation last = known[^1];
        Observation? before = kind != ChartKind.Cumulative
            ? known.Length > 1 ? known[^2] : null
            : known.LastOrDefault(o => o.Period.CalendarYear == last.Period.CalendarYear - 1 && o.Period.SubPeriod == last.Period.SubPeriod && o.Period.Span == last.Period.Span);
        if (before is null)
        {
            return Phrases.Charts.OnlyValue.In(_tongue, name, Value(last), Period(last.Period));
        }

        int direction = last.Value.ToDouble().CompareTo(before.Value.ToDouble());
        string change = direction == 0 ? "" : (direction > 0 ? Phrases.Charts.More : Phrases.Charts.Less)
            .In(_tongue, Values.Text(Distance(last.Value, before.Value), _unit.OfDifference(), _unitMult, _tongue));
        if (kind == ChartKind.Cumulative)
        {
            return direction == 0
                ? Phrases.Charts.ValueUnchanged.In(_tongue, name, Value(last), Period(last.Period), Period(before.Period))
                : Phrases.Charts.ValueAndChange.In(_tongue, name, Value(last), Period(last.Period), change, Period(before.Period));
        }

        (string first, string end) = (Period(known[0].Period), Period(last.Period));
        Observation low = known.MinBy(o => o.Value.ToDouble())!;
        Observation high = known.MaxBy(o => o.Value.ToDouble())!;
        if (low.Value.ToDouble() == high.Value.ToDouble())
        {
            return Phrases.Charts.Constant.In(_tongue, name, Value(last), first, end);
        }

        return direction == 0
            ? Phrases.Charts.RangeUnchanged.In(_tongue, name, first, end, Value(low), Period(low.Period), Value(high), Period(high.Period), end, Value(last), Period(before.Period))
            : Phrases.Charts.RangeAndChange.In(_tongue, name, first, end, Value(low), Period(low.Period), Value(high), Period(high.Period), end, Value(last), change, Period(before.Period));
    }

    private static Missing Absence(Observation observation) => IsHidden(observation) ? Missing.Confidential : Missing.NotCollected;

    /// <summary>How far apart two values are: exact where both are.</summary>
    private static MeasureValue Distance(MeasureValue one, MeasureValue other) =>
        one.Kind == MeasureKind.Exact && other.Kind == MeasureKind.Exact
        && ExactNumber.TrySubtract(one.ToDouble() > other.ToDouble() ? one.Exact : other.Exact, one.ToDouble() > other.ToDouble() ? other.Exact : one.Exact, out ExactNumber exact)
            ? MeasureValue.Of(exact)
            : MeasureValue.Of(Math.Abs(one.ToDouble() - other.ToDouble()));
}
