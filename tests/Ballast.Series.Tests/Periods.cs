using FsCheck;
using FsCheck.Fluent;

namespace Ballast.Series.Tests;

/// <summary>Periods to test with.</summary>
internal static class Periods
{
    public static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(20240119, 17).WithMaxTest(1000);

    public static readonly Frequency[] WithArithmetic =
        [Frequency.Annual, Frequency.HalfYearly, Frequency.Quarterly, Frequency.Monthly, Frequency.Weekly, Frequency.Daily];

    /// <summary>Periods of all frequencies from the year 1 on, spans mostly 1.</summary>
    public static Arbitrary<Period> Any { get; } = Arb.From(
        from frequency in Gen.Elements(Enum.GetValues<Frequency>())
        from period in Of(frequency)
        select period);

    public static Arbitrary<Period> Movable { get; } = Arb.From(
        from frequency in Gen.Elements(WithArithmetic)
        from period in Of(frequency)
        select period);

    public static Gen<Period> Of(Frequency frequency)
    {
        (int least, int most) = frequency switch
        {
            Frequency.Weekly => (0, 521_721),
            Frequency.Daily or Frequency.Other => (0, DateOnly.MaxValue.DayNumber),
            _ => (frequency.PerYear(), (10_000 * frequency.PerYear()) - 1),
        };
        return from ordinal in Gen.OneOf(Gen.Choose(least, most), Gen.Choose(Near(frequency) - 400, Near(frequency)))
               from span in Gen.Frequency((3, Gen.Constant(1)), (1, Gen.Choose(1, 40)))
               where ordinal - span + 1 >= least
               select Period.FromOrdinal(frequency, ordinal, span);
    }

    private static int Near(Frequency frequency) => Period.Of(frequency, new DateOnly(2024, 1, 19))?.Ordinal ?? new DateOnly(2024, 1, 19).DayNumber;
}
