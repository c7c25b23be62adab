using System.Globalization;

namespace Ballast.Series;

/// <summary>Which kind of value a measure has (data.md, Values).</summary>
public enum MeasureKind
{
    /// <summary>No value is stated; attributes may be.</summary>
    None,

    /// <summary>Exact decimal, digits kept as stated.</summary>
    Exact,

    /// <summary>Double, for derived values that need it; never NaN or infinite.</summary>
    Double,

    /// <summary>Coded or string measure.</summary>
    Text,
}

/// <summary>One value of a measure; the default states none.</summary>
public readonly record struct MeasureValue
{
    private readonly long _bits;
    private readonly string? _text;

    private MeasureValue(MeasureKind kind, long bits, byte scale, string? text) => (Kind, _bits, Scale, _text) = (kind, bits, scale, text);

    /// <summary>No value.</summary>
    public static MeasureValue None => default;

    /// <summary>The kind.</summary>
    public MeasureKind Kind { get; }

    /// <summary>Digits after the point of an exact value, else 0.</summary>
    public byte Scale { get; }

    /// <summary>Whether it is a number.</summary>
    public bool IsNumber => Kind is MeasureKind.Exact or MeasureKind.Double;

    /// <summary>The exact number.</summary>
    /// <exception cref="InvalidOperationException">It is of another kind.</exception>
    public ExactNumber Exact => Kind == MeasureKind.Exact ? new ExactNumber(_bits, Scale) : throw new InvalidOperationException($"The value is {Kind}, not exact.");

    /// <summary>The text.</summary>
    /// <exception cref="InvalidOperationException">It is of another kind.</exception>
    public string Text => Kind == MeasureKind.Text ? _text! : throw new InvalidOperationException($"The value is {Kind}, not text.");

    /// <summary>An exact value.</summary>
    public static MeasureValue Of(ExactNumber number) => new(MeasureKind.Exact, number.Unscaled, number.Scale, null);

    /// <summary>A double.</summary>
    /// <exception cref="ArgumentOutOfRangeException">NaN or infinite.</exception>
    public static MeasureValue Of(double number) =>
        double.IsFinite(number)
            ? new MeasureValue(MeasureKind.Double, BitConverter.DoubleToInt64Bits(number), 0, null)
            : throw new ArgumentOutOfRangeException(nameof(number), number, "Expected a finite number.");

    /// <summary>A text.</summary>
    public static MeasureValue Of(string text) => new(MeasureKind.Text, 0, 0, text ?? throw new ArgumentNullException(nameof(text)));

    /// <summary>The number as a double, NaN where there is none.</summary>
    public double ToDouble() => Kind switch
    {
        MeasureKind.Exact => Exact.ToDouble(),
        MeasureKind.Double => BitConverter.Int64BitsToDouble(_bits),
        _ => double.NaN,
    };

    /// <summary>The form of files: digits as stated, doubles in their shortest form that reads back, empty for none.</summary>
    public override string ToString() => Kind switch
    {
        MeasureKind.Exact => Exact.ToString(),
        MeasureKind.Double => ToDouble().ToString("R", CultureInfo.InvariantCulture),
        MeasureKind.Text => _text!,
        _ => "",
    };
}
