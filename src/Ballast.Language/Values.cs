using Ballast.Series;

namespace Ballast.Language;

/// <summary>Values with their units and bounds: <c>over 3.3 million</c>, <c>超过330万</c>, <c>1.35 trillion yuan</c>, <c>0.4个百分点</c>.</summary>
public static class Values
{
    /// <summary>Decimals of computed growth and points.</summary>
    public const int ComputedDecimals = 1;

    /// <summary>A value in words.</summary>
    /// <param name="value">A number, a text (which stands as it is) or none (empty: a placeholder of <see cref="Marks"/> belongs there).</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="unitMult">UNIT_MULT.</param>
    /// <param name="tongue">The language.</param>
    /// <param name="bound">How it bounds the true value.</param>
    /// <param name="decimals">Rounds to so many, for computed values; null keeps the digits as published (doubles then get <see cref="ComputedDecimals"/>).</param>
    public static string Text(MeasureValue value, Unit unit, int unitMult, Tongue tongue, Bound bound = Bound.Exact, int? decimals = null)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return value.Kind switch
        {
            MeasureKind.None => "",
            MeasureKind.Text => value.Text,
            _ => WithBound(unit.Behind(Number(value, unit, unitMult, tongue, decimals), tongue), bound, tongue),
        };
    }

    /// <summary>The value of an observation with its own bound; growth that a transform computed is rounded.</summary>
    public static string Of(Observation observation, Unit unit, int unitMult, Tongue tongue)
    {
        ArgumentNullException.ThrowIfNull(observation);
        int? decimals = Transforms.IsComputedGrowth(observation) ? ComputedDecimals : null;
        return Text(observation.Value, unit, unitMult, tongue, Bounds.Of(observation.Attributes), decimals);
    }

    /// <summary>A value in a column whose head names unit and scale: digits only.</summary>
    public static string Cell(MeasureValue value, int unitMult, NumberScale scale, int? decimals = null) => value.Kind switch
    {
        MeasureKind.None => "",
        MeasureKind.Text => value.Text,
        MeasureKind.Exact when decimals is null => Numbers.AtScale(value.Exact, unitMult, scale),
        MeasureKind.Exact when unitMult == scale.Exponent => Numbers.Rounded(value.Exact, decimals!.Value),
        _ => Numbers.Rounded(value.ToDouble() * Math.Pow(10, unitMult - scale.Exponent), decimals ?? ComputedDecimals),
    };

    /// <summary>From one value to another: <c>5%–7%</c>, <c>5%～7%</c>; of named units the unit stands once, behind the second.</summary>
    public static string Range(MeasureValue low, MeasureValue high, Unit unit, int unitMult, Tongue tongue)
    {
        ArgumentNullException.ThrowIfNull(unit);
        string dash = tongue.Choose("–", "～");
        string first = Number(low, unit, unitMult, tongue, null);
        string last = Number(high, unit, unitMult, tongue, null);
        return unit.Form == UnitForm.Percent ? first + "%" + dash + last + "%" : unit.Behind(first + dash + last, tongue);
    }

    /// <summary>A written value with the word of its bound.</summary>
    public static string WithBound(string value, Bound bound, Tongue tongue) => bound switch
    {
        Bound.About => tongue.Choose("about ", "约") + value,
        Bound.Over => tongue.Choose("over ", "超过") + value,
        Bound.Under => tongue.Choose("under ", "不到") + value,
        Bound.UpTo => tongue.Choose("up to ", "至多") + value,
        _ => value,
    };

    private static string Number(MeasureValue value, Unit unit, int unitMult, Tongue tongue, int? decimals)
    {
        if (value.Kind == MeasureKind.Exact)
        {
            ExactNumber exact = value.Exact;
            return decimals is { } wanted && exact.Scale > wanted
                ? unit.IsScaled && unitMult != 0 ? Numbers.Scaled(exact.Rounded(wanted), unitMult, tongue) : Numbers.Rounded(exact, wanted)
                : unit.IsScaled ? Numbers.Scaled(exact, unitMult, tongue) : Numbers.AtScale(exact, unitMult, NumberScale.None);
        }

        double number = value.ToDouble();
        int places = decimals ?? ComputedDecimals;
        double inUnits = number * Math.Pow(10, unitMult);
        NumberScale scale = unit.IsScaled ? NumberScale.For(inUnits, tongue) : NumberScale.None;
        string digits = Numbers.Rounded(inUnits / scale.Factor, places);
        return scale == NumberScale.None ? digits : digits + Numbers.Glue(tongue) + scale.Word(tongue);
    }
}
