using System.Globalization;
using System.Text;
using Ballast.Series;

namespace Ballast.Language;

/// <summary>
/// Numbers as people read them: thousands marks, U+2212 as minus, scale words, digits kept as published. What is written here is read back by <see cref="TryParse"/>.
/// Number, scale word and unit belong on one line; pages see to that, the text holds ordinary spaces so that it can be searched.
/// </summary>
public static class Numbers
{
    /// <summary>The minus sign, U+2212.</summary>
    public const char Minus = '\u2212';

    private const int MostDecimals = 5;
    private const int MostDecimalsOfSmall = 2;
    private const int DigitsOfSmall = 6;

    /// <summary>All digits as stated, with thousands marks: <c>−1,234.50</c>.</summary>
    public static string Text(ExactNumber number) => Signed(number, Place(Digits(number), number.Scale));

    /// <summary>A whole number with thousands marks.</summary>
    public static string Text(long number) => Text(new ExactNumber(number, 0));

    /// <summary>
    /// The number × 10^<paramref name="unitMult"/> with the scale word that suits it: 231.2 with 4 is <c>2.312 million</c> and <c>231.2万</c>; 15.0 with 8 is <c>1.50 billion</c>; 330 with 4 is <c>3.3 million</c>.
    /// Decimals that were published stay; zeros before the point are dropped where they would come to stand behind it. No word is used where it would leave more than five decimals (two, of numbers under a million).
    /// </summary>
    public static string Scaled(ExactNumber number, int unitMult, Tongue tongue)
    {
        foreach (NumberScale scale in NumberScale.Of(tongue))
        {
            (string digits, int decimals) = Shifted(number, unitMult, scale.Exponent);
            int wholeDigits = digits.Length - decimals;
            bool isSmall = wholeDigits + scale.Exponent <= DigitsOfSmall;
            if (wholeDigits > 0 && digits[0] != '0' && decimals <= (isSmall ? MostDecimalsOfSmall : MostDecimals))
            {
                return Signed(number, Place(digits, decimals)) + Glue(tongue) + scale.Word(tongue);
            }
        }

        return AtScale(number, unitMult, NumberScale.None);
    }

    /// <summary>The digits of number × 10^<paramref name="unitMult"/> at a scale, without its word: cells of a column and ticks of an axis whose head names it.</summary>
    public static string AtScale(ExactNumber number, int unitMult, NumberScale scale)
    {
        (string digits, int decimals) = Shifted(number, unitMult, scale.Exponent);
        return Signed(number, Place(digits, decimals));
    }

    /// <summary>A double with just so many decimals, half away from zero, thousands marks and minus sign; −0 is 0. Ticks of axes.</summary>
    public static string Fixed(double value, int decimals) =>
        ExactNumber.TryRound(value, decimals, out ExactNumber number)
            ? Text(number)
            : value.ToString("E3", CultureInfo.InvariantCulture).Replace('-', Minus);

    /// <summary>A computed number to so many decimals, half away from zero: zero is <c>0</c>, what only rounds to zero is <c>&lt;0.05</c> or <c>&gt;−0.05</c>.</summary>
    public static string Rounded(ExactNumber number, int decimals)
    {
        ExactNumber rounded = number.Rounded(decimals);
        return number.Sign == 0 ? "0" : rounded.Sign != 0 ? Text(rounded) : LessThan(number.Sign, decimals);
    }

    /// <summary>As the other, for doubles.</summary>
    public static string Rounded(double number, int decimals) =>
        number == 0 ? "0"
        : !ExactNumber.TryRound(number, decimals, out ExactNumber rounded) || rounded.Sign != 0 ? Fixed(number, decimals)
        : LessThan(Math.Sign(number), decimals);

    /// <summary>With its sign in front, plus included: changes.</summary>
    public static string WithSign(string number)
    {
        ArgumentException.ThrowIfNullOrEmpty(number);
        return char.IsAsciiDigit(number[0]) && number.AsSpan().ContainsAnyInRange('1', '9') ? "+" + number : number;
    }

    /// <summary>Reads what <see cref="Text(ExactNumber)"/>, <see cref="Scaled"/> and <see cref="AtScale"/> write, and what people type: marks may be missing, minus may be a hyphen.</summary>
    /// <param name="text">The number and, where there is one, the scale word of the language.</param>
    /// <param name="tongue">The language of the word.</param>
    /// <param name="number">The digits.</param>
    /// <param name="unitMult">The power of ten that the word says.</param>
    public static bool TryParse(ReadOnlySpan<char> text, Tongue tongue, out ExactNumber number, out int unitMult)
    {
        unitMult = 0;
        text = text.Trim();
        foreach (NumberScale scale in NumberScale.Of(tongue))
        {
            if (text.EndsWith(scale.Word(tongue), StringComparison.OrdinalIgnoreCase))
            {
                unitMult = scale.Exponent;
                text = text[..^scale.Word(tongue).Length].TrimEnd();
                break;
            }
        }

        StringBuilder plain = new(text.Length);
        int sinceMark = -1;
        bool afterPoint = false;
        foreach (char c in text)
        {
            if (c == ',')
            {
                bool first = sinceMark < 0;
                int digits = first ? plain.Length - (plain.Length > 0 && plain[0] is '-' or '+' ? 1 : 0) : sinceMark;
                if (afterPoint || (first ? digits is < 1 or > 3 : digits != 3))
                {
                    number = default;
                    return false;
                }

                sinceMark = 0;
                continue;
            }

            if (c == '.' && !afterPoint)
            {
                afterPoint = true;
                if (sinceMark is not (-1 or 3))
                {
                    number = default;
                    return false;
                }
            }
            else if (!afterPoint && sinceMark >= 0)
            {
                sinceMark++;
            }

            plain.Append(c == Minus ? '-' : c);
        }

        number = default;
        return (afterPoint || sinceMark is -1 or 3) && ExactNumber.TryParse(plain.ToString(), out number);
    }

    internal static string Glue(Tongue tongue) => tongue == Tongue.Chinese ? "" : " ";

    private static string LessThan(int sign, int decimals)
    {
        string half = "0." + new string('0', decimals) + "5";
        return sign < 0 ? ">" + Minus + half : "<" + half;
    }

    private static string Digits(ExactNumber number) =>
        (number.Unscaled < 0 ? (ulong)-(number.Unscaled + 1) + 1 : (ulong)number.Unscaled).ToString(CultureInfo.InvariantCulture);

    /// <summary>Digits and decimals of number × 10^mult ÷ 10^scale.</summary>
    private static (string Digits, int Decimals) Shifted(ExactNumber number, int unitMult, int scale)
    {
        string digits = Digits(number);
        int decimals = number.Scale + scale - unitMult;
        if (decimals < 0)
        {
            return (number.Unscaled == 0 ? digits : digits + new string('0', -decimals), 0);
        }

        int kept = decimals;
        if (number.Scale == 0)
        {
            while (kept > 0 && digits.Length > 1 && digits[^1] == '0')
            {
                digits = digits[..^1];
                kept--;
            }
        }

        return (digits.Length <= kept ? digits.PadLeft(kept + 1, '0') : digits, kept);
    }

    private static string Place(string digits, int decimals)
    {
        if (digits.Length <= decimals)
        {
            digits = digits.PadLeft(decimals + 1, '0');
        }

        StringBuilder text = new();
        int whole = digits.Length - decimals;
        for (int i = 0; i < whole; i++)
        {
            if (i > 0 && (whole - i) % 3 == 0)
            {
                text.Append(',');
            }

            text.Append(digits[i]);
        }

        return decimals == 0 ? text.ToString() : text.Append('.').Append(digits, whole, decimals).ToString();
    }

    private static string Signed(ExactNumber number, string digits) => number.Unscaled < 0 ? Minus + digits : digits;
}
