namespace Ballast.Series;

/// <content>Arithmetic that stays exact, and the one rounding of the house: half away from zero.</content>
public readonly partial record struct ExactNumber
{
    private const int GrowthDecimals = 12;

    /// <summary>The sum with the larger of the two scales. False where it needs more than 64 bits.</summary>
    public static bool TryAdd(ExactNumber left, ExactNumber right, out ExactNumber sum)
    {
        int scale = Math.Max(left.Scale, right.Scale);
        return TryOf(left.At(scale) + right.At(scale), scale, out sum);
    }

    /// <summary>The difference with the larger of the two scales. False where it needs more than 64 bits.</summary>
    public static bool TrySubtract(ExactNumber left, ExactNumber right, out ExactNumber difference)
    {
        int scale = Math.Max(left.Scale, right.Scale);
        return TryOf(left.At(scale) - right.At(scale), scale, out difference);
    }

    /// <summary>Growth in per cent, (current − base) / base × 100: exact where it has at most 12 decimals, else cut there towards zero, so that any later rounding half away from zero to fewer decimals is that of the true value. False where the base is not positive or the result needs more than 64 bits.</summary>
    public static bool TryGrowth(ExactNumber current, ExactNumber @base, out ExactNumber percent)
    {
        percent = default;
        if (@base.Unscaled <= 0)
        {
            return false;
        }

        int scale = Math.Max(current.Scale, @base.Scale);
        Int128 difference = current.At(scale) - @base.At(scale);
        Int128 divisor = @base.At(scale);
        int decimals = GrowthDecimals;
        Int128 whole = difference / divisor;
        Int128 rest = difference % divisor;
        if (Int128.Abs(whole) > long.MaxValue)
        {
            return false;
        }

        for (int i = 0; i < decimals + 2; i++)
        {
            rest *= 10;
            whole = (whole * 10) + (rest / divisor);
            rest %= divisor;
        }

        while (decimals > 0 && (whole % 10 == 0 || Int128.Abs(whole) > long.MaxValue))
        {
            whole /= 10;
            decimals--;
        }

        return TryOf(whole, decimals, out percent);
    }

    /// <summary>The nearest number with at most so many decimals, half away from zero; one with fewer stays as it is.</summary>
    public ExactNumber Rounded(int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        if (Scale <= decimals)
        {
            return this;
        }

        Int128 unit = PowerOf10(Scale - decimals);
        Int128 half = Unscaled < 0 ? -(unit / 2) : unit / 2;
        return new ExactNumber((long)((Unscaled + half) / unit), decimals);
    }

    /// <summary>A double to so many decimals, half away from zero, after its binary noise beyond 15 digits is dropped (so that 0.15 becomes 0.2). False where it does not fit.</summary>
    public static bool TryRound(double value, int decimals, out ExactNumber number)
    {
        number = default;
        if (!double.IsFinite(value) || Math.Abs(value) > 1e17)
        {
            return false;
        }

        decimal rounded = Math.Round((decimal)value, decimals, MidpointRounding.AwayFromZero);
        if (!TryFromDecimal(rounded, out ExactNumber? exact))
        {
            return false;
        }

        number = exact.Value;
        return number.Scale >= decimals || TryOf(number.At(decimals), decimals, out number);
    }

    /// <summary>−1, 0 or 1.</summary>
    public int Sign => Math.Sign(Unscaled);

    private Int128 At(int scale) => Unscaled * PowerOf10(scale - Scale);

    private static bool TryOf(Int128 unscaled, int scale, out ExactNumber number)
    {
        bool fits = unscaled >= -long.MaxValue && unscaled <= long.MaxValue;
        number = fits ? new ExactNumber((long)unscaled, scale) : default;
        return fits;
    }

    private static Int128 PowerOf10(int exponent)
    {
        Int128 power = 1;
        for (int i = 0; i < exponent; i++)
        {
            power *= 10;
        }

        return power;
    }
}
