using System.Collections.Immutable;
using Ballast.Charts;
using Ballast.Language;
using Ballast.Series;
using Ballast.Server.Console.Views;
using Ballast.Work;

namespace Ballast.Server.Console;

/// <summary>How the values of one series are written on pages.</summary>
/// <param name="view">The series.</param>
/// <param name="tongue">The language.</param>
internal sealed class ValueTexts(SeriesView view, Tongue tongue)
{
    /// <summary>Decimals of computed values; published ones keep theirs.</summary>
    private int? Decimals => view.IsDerived ? Values.ComputedDecimals : null;

    /// <summary>Its code of TRANSFORMATION, or null.</summary>
    public string? Transformation => view.Names.Code("TRANSFORMATION");

    /// <summary>Its unit.</summary>
    public Unit Unit => view.Names.Unit.Unit;

    /// <summary>Its power of ten.</summary>
    public int UnitMult => view.Names.Unit.Multiplier;

    /// <summary>The scale in which a column of its values is written.</summary>
    public NumberScale Scale { get; } = ScaleOf(view, tongue);

    /// <summary>What the head of such a column says.</summary>
    public string UnitHead => Unit.Head(Scale, tongue);

    /// <summary>A value in words with its unit.</summary>
    public string Whole(Observation observation) => Values.Text(observation.Value, Unit, UnitMult, tongue, Bounds.Of(observation.Attributes), Decimals);

    /// <summary>A value without attributes in words with its unit.</summary>
    public string Whole(MeasureValue value) => Values.Text(value, Unit, UnitMult, tongue, Bound.Exact, Decimals);

    /// <summary>A value in a column whose head names unit and scale.</summary>
    public string Cell(Observation observation) =>
        Values.WithBound(Values.Cell(observation.Value, UnitMult, Scale, Decimals), observation.Value.IsNumber ? Bounds.Of(observation.Attributes) : Bound.Exact, tongue);

    /// <summary>A value without attributes in a column.</summary>
    public string Cell(MeasureValue value) => Values.Cell(value, UnitMult, Scale, Decimals);

    /// <summary>A period as this series writes it.</summary>
    public string Period(Period period) => Periods.Text(period, Transformation, tongue);

    /// <summary>What is measured, as far as a drawing depends on it.</summary>
    public Quantity Quantity => (Transformation, view.Series.Attributes.First("TIME_PER_COLLECT")) switch
    {
        ("YTD", _) => Quantity.Cumulative,
        (null or "N", "E") => Quantity.Stock,
        (null or "N", "S") when Unit.Form != UnitForm.Percent => Quantity.Flow,
        _ => Quantity.Rate,
    };

    /// <summary>The value that means "no change", or null.</summary>
    public double? Baseline => (Unit.Code, Transformation) switch
    {
        ("IX50", null or "N") => 50,
        ("BAL", _) => 0,
        (_, null or "N" or "SH" or "YTD") => null,
        _ when Unit.Form is UnitForm.Percent or UnitForm.PercentagePoints => 0,
        _ => null,
    };

    /// <summary>Whether a change is growth computed here, which is marked, rather than a difference that anybody sees.</summary>
    public bool IsChangeComputed => Unit.Form is not (UnitForm.Percent or UnitForm.PercentagePoints or UnitForm.Bare);

    /// <summary>The difference of two values as the page names it: points for percentages, a difference for bare numbers, per cent of the earlier for all others; null where there is none to name.</summary>
    public (int Direction, string Text)? Change(MeasureValue from, MeasureValue to)
    {
        if (!from.IsNumber || !to.IsNumber)
        {
            return null;
        }

        if (!IsChangeComputed)
        {
            return Difference(from, to);
        }

        double was = from.ToDouble();
        if (was <= 0)
        {
            return null;
        }

        MeasureValue growth = from.Kind == MeasureKind.Exact && to.Kind == MeasureKind.Exact && ExactNumber.TryGrowth(to.Exact, from.Exact, out ExactNumber exact)
            ? MeasureValue.Of(exact)
            : MeasureValue.Of(((to.ToDouble() / was) - 1) * 100);
        return (Sign(growth), Changes.Signed(growth, Unit.Percent, 0, tongue, Values.ComputedDecimals));
    }

    /// <summary>The plain difference of two values in the unit of the series.</summary>
    public (int Direction, string Text)? Difference(MeasureValue from, MeasureValue to)
    {
        if (!from.IsNumber || !to.IsNumber)
        {
            return null;
        }

        MeasureValue difference = from.Kind == MeasureKind.Exact && to.Kind == MeasureKind.Exact && ExactNumber.TrySubtract(to.Exact, from.Exact, out ExactNumber exact)
            ? MeasureValue.Of(exact)
            : MeasureValue.Of(to.ToDouble() - from.ToDouble());
        return (Sign(difference), Changes.Signed(difference, Unit.OfDifference(), UnitMult, tongue, Decimals));
    }

    /// <summary>The first mark of an observation, with what it opens.</summary>
    public static MarkView? MarkOf(Observation observation, bool isRevised, Tongue tongue, string? historyAddress)
    {
        ImmutableArray<Mark> marks = Marks.Of(observation);
        return isRevised ? new MarkView(Mark.Revised.Letter(), Mark.Revised.Word(tongue), historyAddress)
            : marks.IsEmpty ? null
            : new MarkView(marks[0].Letter(), marks[0].Word(tongue));
    }

    /// <summary>What stands in place of a number.</summary>
    public static MarkView Placeholder(Missing missing, Tongue tongue) => new(missing.Sign(), missing.Word(tongue));

    private static int Sign(MeasureValue value) => value.Kind == MeasureKind.Exact ? value.Exact.Sign : Math.Sign(value.ToDouble());

    private static NumberScale ScaleOf(SeriesView view, Tongue tongue)
    {
        if (!view.Names.Unit.Unit.IsScaled)
        {
            return NumberScale.None;
        }

        double largest = view.Series.Observations.Where(o => o.Value.IsNumber).Select(o => Math.Abs(o.Value.ToDouble())).DefaultIfEmpty(0).Max();
        return NumberScale.For(largest * Math.Pow(10, view.Names.Unit.Multiplier), tongue);
    }
}
