using System.Collections;
using System.Collections.Immutable;

namespace Ballast.Faults;

/// <summary>Faults as they are found: the first ones whole, the rest counted, so that a hostile file cannot fill the memory.</summary>
public sealed class FaultList : IReadOnlyCollection<Fault>
{
    private readonly List<Fault> _faults = [];
    private readonly int _capacity;

    /// <summary>An empty list.</summary>
    /// <param name="capacity">How many faults are kept with their places.</param>
    public FaultList(int capacity = 10_000) => _capacity = capacity;

    /// <summary>How many are kept; <see cref="TotalCount"/> counts all.</summary>
    public int Count => _faults.Count;

    /// <summary>How many were found.</summary>
    public long TotalCount { get; private set; }

    /// <summary>How many of those found are errors.</summary>
    public long ErrorCount { get; private set; }

    /// <summary>Whether any is an error.</summary>
    public bool HasErrors => ErrorCount > 0;

    /// <summary>Adds one.</summary>
    public void Add(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        TotalCount++;
        ErrorCount += fault.IsError ? 1 : 0;
        if (_faults.Count < _capacity)
        {
            _faults.Add(fault);
        }
    }

    /// <summary>Adds a fault of a kind at a place.</summary>
    public void Add(FaultCode code, Place place, params string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(code);
        Add(code.At(place, arguments));
    }

    /// <summary>Adds all of another list, those that it only counted included.</summary>
    public void AddRange(FaultList others)
    {
        ArgumentNullException.ThrowIfNull(others);
        foreach (Fault fault in others._faults)
        {
            Add(fault);
        }

        TotalCount += others.TotalCount - others._faults.Count;
        ErrorCount += others.ErrorCount - others._faults.Count(f => f.IsError);
    }

    /// <summary>Adds several.</summary>
    public void AddRange(IEnumerable<Fault> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        foreach (Fault fault in faults)
        {
            Add(fault);
        }
    }

    /// <summary>The kept faults.</summary>
    public ImmutableArray<Fault> ToImmutableArray() => [.. _faults];

    /// <inheritdoc/>
    public IEnumerator<Fault> GetEnumerator() => _faults.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
