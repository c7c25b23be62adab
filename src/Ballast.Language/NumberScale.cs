namespace Ballast.Language;

/// <summary>A power of ten with a word: million, billion, trillion; 万, 亿, 万亿. The default has none. K, M, B, G and 兆 are never used.</summary>
/// <param name="Exponent">0, or the power of ten.</param>
public readonly record struct NumberScale(int Exponent)
{
    /// <summary>No word.</summary>
    public static NumberScale None => default;

    /// <summary>What values are divided by.</summary>
    public double Factor => Math.Pow(10, Exponent);

    /// <summary>The word, empty for none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The language has no word for the power.</exception>
    public string Word(Tongue tongue) => (tongue, Exponent) switch
    {
        (_, 0) => "",
        (Tongue.English, 6) => "million",
        (Tongue.English, 9) => "billion",
        (Tongue.English, 12) => "trillion",
        (Tongue.Chinese, 4) => "万",
        (Tongue.Chinese, 8) => "亿",
        (Tongue.Chinese, 12) => "万亿",
        _ => throw new ArgumentOutOfRangeException(nameof(tongue), Exponent, "The language has no word for this power of ten."),
    };

    /// <summary>The scales of a language, largest first, without the one that has no word.</summary>
    public static ReadOnlySpan<NumberScale> Of(Tongue tongue) => tongue == Tongue.Chinese ? Chinese : English;

    /// <summary>The scale for a column or an axis whose largest value is this: the largest one that leaves at least 1.</summary>
    /// <param name="largest">In units, UNIT_MULT applied; the sign does not matter.</param>
    /// <param name="tongue">The language.</param>
    public static NumberScale For(double largest, Tongue tongue)
    {
        foreach (NumberScale scale in Of(tongue))
        {
            if (Math.Abs(largest) >= scale.Factor)
            {
                return scale;
            }
        }

        return None;
    }

    private static readonly NumberScale[] English = [new(12), new(9), new(6)];
    private static readonly NumberScale[] Chinese = [new(12), new(8), new(4)];
}
