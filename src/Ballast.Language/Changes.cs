using Ballast.Series;

namespace Ballast.Language;

/// <summary>Changes, marked (<c>▲ +1.2 pp</c>, <c>▼ −1.2</c>) or in words (rose 4.6%, 增长4.6%). They are never coloured: red is up in China and down elsewhere.</summary>
public static class Changes
{
    /// <summary>▲, ▼, or = for none.</summary>
    public static string Arrow(int sign) => sign > 0 ? "▲" : sign < 0 ? "▼" : "=";

    /// <summary>Arrow, sign and unit; percentage differences must come with <see cref="Unit.PercentagePoints"/> (see <see cref="Unit.OfDifference"/>). No change is <c>= 0</c>.</summary>
    /// <param name="change">A number.</param>
    /// <param name="unit">Unit of the change.</param>
    /// <param name="unitMult">UNIT_MULT.</param>
    /// <param name="tongue">The language.</param>
    /// <param name="decimals">As for <see cref="Values.Text"/>.</param>
    public static string Marked(MeasureValue change, Unit unit, int unitMult, Tongue tongue, int? decimals = null) =>
        change.IsNumber ? Arrow(SignOf(change)) + " " + Signed(change, unit, unitMult, tongue, decimals) : "";

    /// <summary>Sign and unit without the arrow: <c>+1.2 pp</c>.</summary>
    public static string Signed(MeasureValue change, Unit unit, int unitMult, Tongue tongue, int? decimals = null) =>
        change.IsNumber ? Numbers.WithSign(Values.Text(change, unit, unitMult, tongue, Bound.Exact, decimals)) : "";

    /// <summary>A change as a sentence says it: <c>rose 4.6%</c>, <c>回落0.4个百分点</c>, <c>was unchanged</c>, <c>持平</c>.</summary>
    public static string InWords(MeasureValue change, Unit unit, int unitMult, Movement movement, Tongue tongue, Bound bound = Bound.Exact, int? decimals = null)
    {
        int sign = SignOf(change);
        if (!change.IsNumber || sign == 0)
        {
            return change.IsNumber ? tongue.Choose("was unchanged", "持平") : "";
        }

        string size = Values.Text(Size(change), unit, unitMult, tongue, sign > 0 ? bound : Mirrored(bound), decimals);
        return (movement, sign > 0) switch
        {
            (Movement.GrowthRate, true) => tongue.Choose("was faster by " + size, "加快" + size),
            (Movement.GrowthRate, false) => tongue.Choose("was slower by " + size, "回落" + size),
            (Movement.Rate, true) => tongue.Choose("was up " + size, "上升" + size),
            (Movement.Rate, false) => tongue.Choose("was down " + size, "下降" + size),
            (_, true) => tongue.Choose("rose " + size, "增长" + size),
            _ => tongue.Choose("fell " + size, "下降" + size),
        };
    }

    private static int SignOf(MeasureValue change) =>
        change.Kind == MeasureKind.Exact ? change.Exact.Sign : change.Kind == MeasureKind.Double ? Math.Sign(change.ToDouble()) : 0;

    private static MeasureValue Size(MeasureValue change) =>
        change.Kind == MeasureKind.Exact && change.Exact.Unscaled != long.MinValue
            ? MeasureValue.Of(new ExactNumber(Math.Abs(change.Exact.Unscaled), change.Exact.Scale))
            : MeasureValue.Of(Math.Abs(change.ToDouble()));

    private static Bound Mirrored(Bound bound) => bound switch
    {
        Bound.Over => Bound.Under,
        Bound.Under or Bound.UpTo => Bound.Over,
        _ => bound,
    };
}
