using System.Collections.Immutable;
using Ballast.Sdmx.Model;

namespace Ballast.Sdmx.Formats.Csv;

/// <summary>What an SDMX-CSV message states: one data set, or one for each value of the vintage column in the order met.</summary>
/// <param name="Flow">The dataflow.</param>
/// <param name="Structure">Its structure.</param>
/// <param name="Parts">At least one; without a vintage column exactly one.</param>
public sealed record DataMessage(Dataflow Flow, DataStructureDefinition Structure, ImmutableArray<DataPart> Parts)
{
    /// <summary>Observation rows of all parts.</summary>
    public long ObservationCount => Parts.Sum(p => p.DataSet.ObservationCount);
}

/// <summary>Rows of one vintage.</summary>
/// <param name="Vintage">Value of the vintage column, or null where none is named.</param>
/// <param name="DataSet">What they state.</param>
public sealed record DataPart(string? Vintage, DataSet DataSet);
