namespace Ballast.Store;

/// <summary>Why the store refused or could not; the edge makes a sentence of it.</summary>
public enum StoreReason
{
    /// <summary>There is no store in the folder.</summary>
    NoStore,

    /// <summary>Another writer holds the store.</summary>
    Busy,

    /// <summary>Content does not agree with its checksum, digest or hash.</summary>
    Damaged,

    /// <summary>The file was written by a newer program.</summary>
    NewerFormat,

    /// <summary>The engine is older than is safe.</summary>
    EngineTooOld,

    /// <summary>The head file is missing.</summary>
    HeadMissing,

    /// <summary>Neither slot of the head file can be read.</summary>
    HeadDamaged,

    /// <summary>The database lacks commits that were acknowledged.</summary>
    DatabaseBehindHead,

    /// <summary>Database and head tell different histories.</summary>
    HistoryDiffers,

    /// <summary>A write failed so late that it may be there or not; ask again with the same idempotency key.</summary>
    OutcomeUnknown,

    /// <summary>An earlier write, sync or checkpoint failed; this process writes no more.</summary>
    WriterStopped,

    /// <summary>No room on the disk.</summary>
    DiskFull,

    /// <summary>The disk or file system failed.</summary>
    InputOutput,

    /// <summary>The store was opened for reading, or its file may not be written.</summary>
    NotWritable,

    /// <summary>The idempotency key was used for another write.</summary>
    KeyReused,

    /// <summary>The release is there with other content.</summary>
    ReleaseChanged,

    /// <summary>The release to be amended is not there.</summary>
    AmendedReleaseUnknown,

    /// <summary>An amendment must have the moment of publication of what it amends.</summary>
    AmendedMomentDiffers,

    /// <summary>The dataflow is not known to the store.</summary>
    FlowUnknown,

    /// <summary>Dimensions of a dataflow differ from those it was made with; that needs a new major version.</summary>
    DimensionsDiffer,

    /// <summary>An observation's period has another frequency than its key says.</summary>
    FrequencyDiffers,

    /// <summary>A restore would lose acknowledged commits.</summary>
    WouldLose,
}

/// <summary>The store refused or could not. The reason and its arguments are for the edge; the message is for logs of developers.</summary>
public class StoreException : Exception
{
    /// <summary>A refusal.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="arguments">What it is about, in the order that the reason's sentence names it.</param>
    /// <param name="cause">What the engine or system said, or null.</param>
    public StoreException(StoreReason reason, IReadOnlyList<string> arguments, Exception? cause = null)
        : base(arguments is { Count: > 0 } ? $"{reason}: {string.Join(", ", arguments)}" : reason.ToString(), cause)
    {
        Reason = reason;
        Arguments = arguments ?? [];
    }

    /// <summary>Why.</summary>
    public StoreReason Reason { get; }

    /// <summary>What it is about.</summary>
    public IReadOnlyList<string> Arguments { get; }
}

/// <summary>Another writer holds the store.</summary>
/// <param name="holder">Program and process of the holder, or null where it cannot be told.</param>
/// <param name="processId">Its process, or null.</param>
/// <param name="age">How long it has held the store.</param>
public sealed class StoreBusyException(string? holder, int? processId, TimeSpan age)
    : StoreException(StoreReason.Busy, [holder ?? "", processId?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "", age.ToString("c", System.Globalization.CultureInfo.InvariantCulture)])
{
    /// <summary>The holder's program, or null.</summary>
    public string? Holder { get; } = holder;

    /// <summary>The holder's process, or null.</summary>
    public int? ProcessId { get; } = processId;

    /// <summary>How long it has held the store.</summary>
    public TimeSpan Age { get; } = age;
}

/// <summary>Content does not agree with its checksum, digest or hash.</summary>
/// <param name="what">What is damaged.</param>
/// <param name="cause">What was said, or null.</param>
public sealed class StoreDamagedException(Finding what, Exception? cause = null)
    : StoreException(StoreReason.Damaged, [what.Kind.ToString(), what.ReleaseKey ?? "", what.Flow ?? "", what.Block?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? ""], cause)
{
    /// <summary>What is damaged.</summary>
    public Finding What { get; } = what;
}
