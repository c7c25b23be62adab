using System.Collections.Immutable;

namespace Ballast.Charts;

/// <summary>A tick with its text.</summary>
/// <param name="At">Value on the axis of values, slots from the left on the axis of periods.</param>
/// <param name="Text">Formatted in the language of the chart.</param>
public readonly record struct AxisTick(double At, string Text);

/// <summary>The one axis of values: from tick to tick, so that the ticks cover every value.</summary>
/// <param name="Low">Its lower end, a tick.</param>
/// <param name="High">Its upper end, a tick, above <paramref name="Low"/>.</param>
/// <param name="Ticks">Ascending, evenly spaced, three or more.</param>
/// <param name="Baseline">The value drawn as a stronger line (0, 50, 100), where it lies on the axis.</param>
/// <param name="IsCut">Whether neither zero nor the baseline lies on the axis, which the chart must say.</param>
public sealed record ValueScale(double Low, double High, ImmutableArray<AxisTick> Ticks, double? Baseline, bool IsCut)
{
    /// <summary>Values beyond this are not drawn: no statistic is so large, and their differences would overflow.</summary>
    public const double MostMagnitude = 1e100;

    private const int MostIntervals = 6;
    private static readonly ImmutableArray<double> Mantissas = [1, 2, 2.5, 4, 5];

    /// <summary>A scale of round numbers over some values.</summary>
    /// <param name="values">Those that are no number, or beyond <see cref="MostMagnitude"/>, are passed over. None gives 0 to 1.</param>
    /// <param name="baseline">The value that means "no change", or null for none; it is put on the axis unless that would more than double it.</param>
    /// <param name="fromZero">Whether zero must be on it, as for columns.</param>
    /// <param name="write">Text of a value with so many decimals.</param>
    public static ValueScale Over(IEnumerable<double> values, double? baseline, bool fromZero, Func<double, int, string> write)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(write);
        (double low, double high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (double value in values)
        {
            if (Math.Abs(value) <= MostMagnitude)
            {
                (low, high) = (Math.Min(low, value), Math.Max(high, value));
            }
        }

        if (low > high)
        {
            (low, high) = (0, 1);
        }

        double range = high - low;
        double size = Math.Max(Math.Abs(low), Math.Abs(high));
        if (range <= size * 1e-9)
        {
            double around = size == 0 ? 1 : size * 0.05;
            (low, high) = (low - around, high + around);
            range = high - low;
        }

        foreach (double wanted in (ReadOnlySpan<double>)[baseline ?? double.NaN, fromZero ? 0 : double.NaN])
        {
            bool isNear = wanted >= low - range && wanted <= high + range;
            if (isNear || (fromZero && wanted == 0))
            {
                (low, high) = (Math.Min(low, wanted), Math.Max(high, wanted));
            }
        }

        (double mantissa, int exponent) = Step(low, high);
        int decimals = Math.Max(0, -exponent) + (mantissa == 2.5 && exponent <= 0 ? 1 : 0);
        double step = Multiple(1, mantissa, exponent);
        double first = Math.Floor((low / step) + 1e-9);
        double last = Math.Ceiling((high / step) - 1e-9);
        var ticks = ImmutableArray.CreateBuilder<AxisTick>();
        for (double n = first; n <= last; n++)
        {
            double at = Multiple(n, mantissa, exponent);
            ticks.Add(new AxisTick(at, write(at, decimals)));
        }

        (double bottom, double top) = (ticks[0].At, ticks[^1].At);
        double? drawn = baseline is double b && b >= bottom && b <= top ? b : fromZero ? 0 : null;
        bool isCut = drawn is null && (bottom > 0 || top < 0);
        return new ValueScale(bottom, top, ticks.ToImmutable(), drawn, isCut);
    }

    /// <summary>The smallest round step that needs at most six intervals.</summary>
    private static (double Mantissa, int Exponent) Step(double low, double high)
    {
        int exponent = (int)Math.Floor(Math.Log10((high - low) / MostIntervals)) - 1;
        for (; ; exponent++)
        {
            foreach (double mantissa in Mantissas)
            {
                double step = Multiple(1, mantissa, exponent);
                if (Math.Ceiling((high / step) - 1e-9) - Math.Floor((low / step) + 1e-9) <= MostIntervals)
                {
                    return (mantissa, exponent);
                }
            }
        }
    }

    /// <summary>n × mantissa × 10^exponent, divided rather than multiplied by a fraction, so that 3 × 0.1 is 0.3.</summary>
    private static double Multiple(double n, double mantissa, int exponent)
    {
        double product = n * mantissa;
        double result = exponent < 0 ? product / Math.Pow(10, -exponent) : product * Math.Pow(10, exponent);
        return result == 0 ? 0 : result;
    }
}
