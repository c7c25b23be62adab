using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Ballast.Series;

/// <summary>A decimal number as it was stated: 64-bit digits and a scale of 0 to 18, so that 15.0 stays 15.0. The default is 0.</summary>
/// <remarks>Two numbers are equal as records only with equal digits and scale; <see cref="CompareTo"/> compares their values.</remarks>
public readonly partial record struct ExactNumber : IComparable<ExactNumber>
{
    /// <summary>The largest scale.</summary>
    public const int MaxScale = 18;

    /// <summary>The number <paramref name="unscaled"/> × 10^−<paramref name="scale"/>.</summary>
    public ExactNumber(long unscaled, int scale)
    {
        if (scale is < 0 or > MaxScale)
        {
            throw new ArgumentOutOfRangeException(nameof(scale), scale, "Expected 0 to 18.");
        }

        (Unscaled, Scale) = (unscaled, (byte)scale);
    }

    /// <summary>All digits, with the sign.</summary>
    public long Unscaled { get; }

    /// <summary>How many digits stand after the point.</summary>
    public byte Scale { get; }

    /// <summary>Reads digits with an optional sign and point; no exponent, no group marks, no blanks. False where the form differs or the digits do not fit.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out ExactNumber number)
    {
        number = default;
        int at = 0;
        bool negative = false;
        if (at < text.Length && text[at] is '-' or '+')
        {
            negative = text[at] == '-';
            at++;
        }

        long digits = 0;
        int scale = -1;
        int seen = 0;
        for (; at < text.Length; at++)
        {
            char c = text[at];
            if (c == '.' && scale < 0)
            {
                scale = 0;
                continue;
            }

            int digit = c - '0';
            if (digit is < 0 or > 9 || digits > (long.MaxValue - digit) / 10 || scale == MaxScale)
            {
                return false;
            }

            digits = (digits * 10) + digit;
            seen++;
            scale += scale >= 0 ? 1 : 0;
        }

        if (seen == 0 || scale == 0)
        {
            return false;
        }

        number = new ExactNumber(negative ? -digits : digits, Math.Max(scale, 0));
        return true;
    }

    /// <summary>The number of a text that <see cref="TryParse"/> takes.</summary>
    /// <exception cref="FormatException">The form differs.</exception>
    public static ExactNumber Parse(string text) =>
        TryParse(text, out ExactNumber number) ? number : throw new FormatException($"Expected a decimal number of at most 18 digits, got '{text}'.");

    /// <summary>The exact value, where the digits fit (they do: 19 digits at a scale of at most 18).</summary>
    public decimal ToDecimal() => new((int)(Magnitude & 0xFFFFFFFF), (int)(Magnitude >> 32), 0, Unscaled < 0, Scale);

    /// <summary>The nearest double.</summary>
    public double ToDouble() => (double)ToDecimal();

    /// <summary>The decimal with its own scale kept. False where its digits need more than 64 bits or a scale over 18.</summary>
    public static bool TryFromDecimal(decimal value, [NotNullWhen(true)] out ExactNumber? number)
    {
        number = null;
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        int scale = (bits[3] >> 16) & 0xFF;
        ulong magnitude = ((ulong)(uint)bits[1] << 32) | (uint)bits[0];
        if (bits[2] != 0 || magnitude > long.MaxValue || scale > MaxScale)
        {
            return false;
        }

        number = new ExactNumber(value < 0 ? -(long)magnitude : (long)magnitude, scale);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(ExactNumber other) => Scale == other.Scale ? Unscaled.CompareTo(other.Unscaled) : ToDecimal().CompareTo(other.ToDecimal());

    /// <summary>Less by value.</summary>
    public static bool operator <(ExactNumber left, ExactNumber right) => left.CompareTo(right) < 0;

    /// <summary>Greater by value.</summary>
    public static bool operator >(ExactNumber left, ExactNumber right) => left.CompareTo(right) > 0;

    /// <summary>Not greater by value.</summary>
    public static bool operator <=(ExactNumber left, ExactNumber right) => left.CompareTo(right) <= 0;

    /// <summary>Not less by value.</summary>
    public static bool operator >=(ExactNumber left, ExactNumber right) => left.CompareTo(right) >= 0;

    /// <summary>The digits as stated, invariant: <c>-0.10</c>.</summary>
    public override string ToString() => ToDecimal().ToString(CultureInfo.InvariantCulture);

    private ulong Magnitude => Unscaled < 0 ? (ulong)-(Unscaled + 1) + 1 : (ulong)Unscaled;
}
