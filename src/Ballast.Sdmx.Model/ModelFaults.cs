using Ballast.Faults;

namespace Ballast.Sdmx.Model;

/// <summary>Faults of the information model: references that lead nowhere, and plans that cannot be followed.</summary>
public static class ModelFaults
{
    /// <summary>A dataflow's structure is not there.</summary>
    public static readonly FaultCode StructureMissing = new("structure.structure-missing", "flow", "structure");

    /// <summary>A component's concept is not there.</summary>
    public static readonly FaultCode ConceptMissing = new("structure.concept-missing", "structure", "component", "concept");

    /// <summary>The code list of a component is not there.</summary>
    public static readonly FaultCode CodelistMissing = new("structure.codelist-missing", "structure", "component", "codelist");

    /// <summary>The code list of a concept's core representation is not there.</summary>
    public static readonly FaultCode ConceptCodelistMissing = new("structure.concept-codelist-missing", "scheme", "concept", "codelist");

    /// <summary>FREQ is not a coded dimension, or has a code that is no frequency known here.</summary>
    public static readonly FaultCode FrequencyUnknown = new("structure.frequency-unknown", Severity.Warning, "structure", "code");
}
