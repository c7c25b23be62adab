using System.Collections.Immutable;

namespace Ballast.Faults;

/// <summary>Something wrong in a person's input: a code, a place and arguments, no sentence yet (Ballast.Language makes that).</summary>
public sealed record Fault
{
    /// <summary>Makes a fault.</summary>
    /// <exception cref="ArgumentException">The number of arguments differs from the one that the code declares.</exception>
    public Fault(FaultCode code, Place place, ImmutableArray<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (arguments.Length != code.Arguments.Length)
        {
            throw new ArgumentException($"Expected {code.Arguments.Length} arguments for {code.Name}, got {arguments.Length}.", nameof(arguments));
        }

        (Code, Place, Arguments) = (code, place, arguments);
    }

    /// <summary>The kind.</summary>
    public FaultCode Code { get; }

    /// <summary>Where it stands.</summary>
    public Place Place { get; init; }

    /// <summary>Values of the code's arguments, in its order. Two faults are compared by code, place and these.</summary>
    public ImmutableArray<string> Arguments { get; }

    /// <summary>Whether the input is refused because of it.</summary>
    public bool IsError => Code.Severity == Severity.Error;

    /// <inheritdoc/>
    public bool Equals(Fault? other) =>
        other is not null && Code == other.Code && Place == other.Place && Arguments.SequenceEqual(other.Arguments);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code.Name, Place);

    /// <summary>For logs and debuggers; people read the sentence of Ballast.Language.</summary>
    public override string ToString() => $"{Place} {Code.Name}({string.Join(", ", Arguments)})";
}
