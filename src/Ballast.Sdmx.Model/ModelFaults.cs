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

    /// <summary>A key that cannot be read.</summary>
    public static readonly FaultCode PlanKeyForm = new("plan.key-form", "key");

    /// <summary>No key.</summary>
    public static readonly FaultCode PlanKeysEmpty = new("plan.keys-empty");

    /// <summary>Nothing is computed.</summary>
    public static readonly FaultCode PlanComputeEmpty = new("plan.compute-empty");

    /// <summary>A dataflow that is not there.</summary>
    public static readonly FaultCode PlanFlowUnknown = new("plan.flow-unknown", "flow");

    /// <summary>A key with another number of places than the dataflow has dimensions.</summary>
    public static readonly FaultCode PlanKeyLength = new("plan.key-length", "key", "count", "flow");

    /// <summary>A code that its list does not have.</summary>
    public static readonly FaultCode PlanCodeUnknown = new("plan.code-unknown", "dimension", "code", "codelist");

    /// <summary>Two entries of one name.</summary>
    public static readonly FaultCode PlanIdTwice = new("plan.id-twice", "id");

    /// <summary>A time that is not HH:mm.</summary>
    public static readonly FaultCode PlanTimeForm = new("plan.time-form", "text");

    /// <summary>A number out of its range.</summary>
    public static readonly FaultCode PlanNumberRange = new("plan.number-range", "number", "least", "most");

    /// <summary>Combined periods that are not consecutive, only one, or whose last is skipped.</summary>
    public static readonly FaultCode PlanCombined = new("plan.combined");
}
