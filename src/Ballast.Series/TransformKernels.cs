namespace Ballast.Series;

/// <summary>The transforms over columns of doubles, for many series at once: entry i is the i-th of consecutive periods of span 1, NaN where there is none. Spans, bounds and attributes are the business of <see cref="SeriesTransforms"/>.</summary>
public static class TransformKernels
{
    /// <summary>Difference from the value <paramref name="lag"/> periods before (1, or the periods of a year); NaN where either is missing.</summary>
    /// <exception cref="ArgumentException">Spans of different length, or a lag under 1.</exception>
    public static void Change(ReadOnlySpan<double> values, int lag, Span<double> result)
    {
        Check(values, lag, result);
        int head = Math.Min(lag, values.Length);
        result[..head].Fill(double.NaN);
        for (int i = head; i < values.Length; i++)
        {
            result[i] = values[i] - values[i - lag];
        }
    }

    /// <summary>Growth in per cent on the value <paramref name="lag"/> periods before; NaN where either is missing or the base is not over zero.</summary>
    /// <exception cref="ArgumentException">Spans of different length, or a lag under 1.</exception>
    public static void PercentageChange(ReadOnlySpan<double> values, int lag, Span<double> result)
    {
        Check(values, lag, result);
        int head = Math.Min(lag, values.Length);
        result[..head].Fill(double.NaN);
        for (int i = head; i < values.Length; i++)
        {
            double @base = values[i - lag];
            result[i] = @base > 0 ? (values[i] - @base) / @base * 100 : double.NaN;
        }
    }

    /// <summary>From cumulated since January to single periods; NaN where the value or the one before it in the year is missing.</summary>
    /// <param name="values">Cumulated.</param>
    /// <param name="firstNumber">Number in its year, from 1, of the first entry.</param>
    /// <param name="perYear">Periods a year.</param>
    /// <param name="result">Receives as many.</param>
    public static void SinglePeriods(ReadOnlySpan<double> values, int firstNumber, int perYear, Span<double> result)
    {
        Check(values, perYear, result);
        for (int i = 0; i < values.Length; i++)
        {
            bool isFirst = (firstNumber - 1 + i) % perYear == 0;
            result[i] = isFirst ? values[i] : i == 0 ? double.NaN : values[i] - values[i - 1];
        }
    }

    /// <summary>From single periods to cumulated since January; NaN from the first missing value of a year to its end.</summary>
    /// <param name="values">Single periods.</param>
    /// <param name="firstNumber">Number in its year, from 1, of the first entry.</param>
    /// <param name="perYear">Periods a year.</param>
    /// <param name="result">Receives as many.</param>
    public static void Cumulated(ReadOnlySpan<double> values, int firstNumber, int perYear, Span<double> result)
    {
        Check(values, perYear, result);
        double sum = firstNumber == 1 ? 0 : double.NaN;
        for (int i = 0; i < values.Length; i++)
        {
            sum = ((firstNumber - 1 + i) % perYear == 0 ? 0 : sum) + values[i];
            result[i] = sum;
        }
    }

    private static void Check(ReadOnlySpan<double> values, int lag, Span<double> result)
    {
        if (lag < 1)
        {
            throw new ArgumentException($"Expected at least 1, got {lag}.", nameof(lag));
        }

        if (values.Length != result.Length)
        {
            throw new ArgumentException($"Expected room for {values.Length} values, got {result.Length}.", nameof(result));
        }
    }
}
