using System.Collections.Immutable;

namespace Ballast.Faults;

/// <summary>How much a fault weighs.</summary>
public enum Severity
{
    /// <summary>The input is refused.</summary>
    Error,

    /// <summary>The input is taken, and the person is told.</summary>
    Warning,
}

/// <summary>A kind of fault: a stable dotted name and the names of its arguments. Its sentences, in each language, stand in Ballast.Language under the same name.</summary>
/// <remarks>Each room declares its codes as public static readonly fields of one static class; a test finds them all and holds the sentences to them.</remarks>
public sealed class FaultCode
{
    /// <summary>Declares a kind of fault.</summary>
    /// <param name="name">Stable, dotted, lower case: <c>csv.column-unknown</c>. Never renamed once released.</param>
    /// <param name="arguments">Names of the arguments, in the order in which faults give them; sentences refer to them as <c>{name}</c>.</param>
    public FaultCode(string name, params string[] arguments)
        : this(name, Severity.Error, arguments)
    {
    }

    /// <summary>Declares a kind of fault with a weight.</summary>
    public FaultCode(string name, Severity severity, params string[] arguments)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        (Name, Severity, Arguments) = (name, severity, [.. arguments]);
    }

    /// <summary>The stable name.</summary>
    public string Name { get; }

    /// <summary>The weight.</summary>
    public Severity Severity { get; }

    /// <summary>Names of the arguments.</summary>
    public ImmutableArray<string> Arguments { get; }

    /// <summary>A fault of this kind.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="arguments">As many values as the code declares.</param>
    /// <exception cref="ArgumentException">The number of values differs from the declared one.</exception>
    public Fault At(Place place, params string[] arguments) => new(this, place, [.. arguments]);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
