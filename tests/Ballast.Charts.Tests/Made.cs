using System.Collections.Immutable;
using Ballast.Language;
using Ballast.Series;

namespace Ballast.Charts.Tests;

/// <summary>Series made up for tests.</summary>
internal static class Made
{
    /// <summary>Months from a first one; NaN leaves a month out.</summary>
    public static TimeSeries Months(int year, int month, params double[] values) =>
        Series(Frequency.Monthly, values.Select((v, i) => (Period.FromOrdinal(Frequency.Monthly, (year * 12) + month - 1 + i), v)));

    public static TimeSeries Series(Frequency frequency, IEnumerable<(Period Period, double Value)> points) =>
        new("T:X", frequency, [.. points.Where(p => !double.IsNaN(p.Value)).Select(p => At(p.Period, p.Value))], AttributeSet.Empty);

    public static TimeSeries Of(Frequency frequency, params Observation[] observations) => new("T:X", frequency, [.. observations], AttributeSet.Empty);

    public static Observation At(Period period, double value, params (string Id, string Value)[] attributes) =>
        new(period, MeasureValue.Of(value), Attributes(attributes));

    public static Observation At(Period period, string digits, params (string Id, string Value)[] attributes) =>
        new(period, digits.Length == 0 ? MeasureValue.None : MeasureValue.Of(ExactNumber.Parse(digits)), Attributes(attributes));

    public static ChartSpec Chart(TimeSeries series, Quantity quantity = Quantity.Rate, double? baseline = null, ChartKind? kind = null, Tongue tongue = Tongue.English) =>
        ChartBuilder.Build(new ChartRequest(tongue, "Growth", Unit.Percent, [new ChartSource("Industry", series)]) { Quantity = quantity, Baseline = baseline, Kind = kind });

    private static AttributeSet Attributes((string Id, string Value)[] attributes) =>
        AttributeSet.Of(attributes.Select(a => new KeyValuePair<string, ImmutableArray<AttributeValue>>(a.Id, [new AttributeValue(a.Value)])));
}
