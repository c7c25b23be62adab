using Ballast.Faults;

namespace Ballast.Work;

/// <summary>Faults that show only where rooms meet.</summary>
public static class WorkFaults
{
    /// <summary>A file of observations is named after no dataflow.</summary>
    public static readonly FaultCode FlowOfFileUnknown = new("work.flow-of-file-unknown", "flow");

    /// <summary>A value of the vintage column is no day and no moment.</summary>
    public static readonly FaultCode VintageForm = new("work.vintage-form", "text", "column");

    /// <summary>A plan names a series that no dataflow can hold.</summary>
    public static readonly FaultCode PlanKey = new("work.plan-key", "key", "flow");

    /// <summary>A plan names an unknown dataflow.</summary>
    public static readonly FaultCode PlanFlow = new("work.plan-flow", "flow");

    /// <summary>A span ends before it begins.</summary>
    public static readonly FaultCode SpanReversed = new("work.span-reversed", "from", "to");

    /// <summary>A day said to be worked for a holiday is no day of the weekend.</summary>
    public static readonly FaultCode WorkedDayNoWeekend = new("work.worked-day-no-weekend", "day");

    /// <summary>A pack's test expects another value.</summary>
    public static readonly FaultCode ExpectationFailed = new("work.expectation-failed", "flow", "key", "period", "expected", "found");

    /// <summary>A pack's release is in the store with other content.</summary>
    public static readonly FaultCode ReleaseChanged = new("work.release-changed", "release", "pack");

    /// <summary>A dataflow that is not there.</summary>
    public static readonly FaultCode FlowUnknown = new("work.flow-unknown", "flow");

    /// <summary>A key with the wrong number of parts or an unknown code.</summary>
    public static readonly FaultCode KeyForm = new("work.key-form", "key", "expected");

    /// <summary>A source id that no series has.</summary>
    public static readonly FaultCode SourceIdUnknown = new("work.source-id-unknown", "id", "flow");
}
