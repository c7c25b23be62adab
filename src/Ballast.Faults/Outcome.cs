using System.Diagnostics.CodeAnalysis;

namespace Ballast.Faults;

/// <summary>What reading a person's input gives: a value, or the faults that refuse it; warnings may stand beside a value.</summary>
/// <typeparam name="T">What was read.</typeparam>
public sealed class Outcome<T>
    where T : class
{
    private Outcome(T? value, FaultList faults) => (Value, Faults) = (value, faults);

    /// <summary>The value; null exactly where a fault is an error.</summary>
    public T? Value { get; }

    /// <summary>Every fault found, not only the first.</summary>
    public FaultList Faults { get; }

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsGood => Value is not null;

    /// <summary>A value, unless the list holds an error.</summary>
    public static Outcome<T> Of(T value, FaultList faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        return new Outcome<T>(faults.HasErrors ? null : value, faults);
    }

    /// <summary>Refused.</summary>
    /// <exception cref="ArgumentException">The list holds no error.</exception>
    public static Outcome<T> Refused(FaultList faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        return faults.HasErrors ? new Outcome<T>(null, faults) : throw new ArgumentException("A refusal needs an error.", nameof(faults));
    }
}
