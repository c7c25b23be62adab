using Ballast.Language;
using Ballast.Store;

namespace Ballast.Work;

/// <summary>Sentences for what the store refuses or could not do.</summary>
public static class StoreSentences
{
    /// <summary>One sentence that says what to do.</summary>
    public static string Of(StoreException refusal, Tongue tongue)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        string first = refusal.Arguments.Count > 0 ? refusal.Arguments[0] : "";
        string all = string.Join(", ", refusal.Arguments.Where(a => a.Length > 0));
        return refusal switch
        {
            StoreBusyException busy => Phrases.Store.Busy.In(
                tongue,
                busy.Holder is null ? Phrases.Store.AnotherProgram.In(tongue) : busy.ProcessId is { } id ? $"{busy.Holder} ({id})" : busy.Holder,
                (long)Math.Ceiling(busy.Age.TotalSeconds)),
            _ => refusal.Reason switch
            {
                StoreReason.NoStore => Phrases.Store.NoStore.In(tongue, first),
                StoreReason.Busy => Phrases.Store.Busy.In(tongue, Phrases.Store.AnotherProgram.In(tongue), 0),
                StoreReason.Damaged => Phrases.Store.Damaged.In(tongue, all),
                StoreReason.NewerFormat => Phrases.Store.NewerFormat.In(tongue),
                StoreReason.EngineTooOld => Phrases.Store.EngineTooOld.In(tongue),
                StoreReason.HeadMissing => Phrases.Store.HeadMissing.In(tongue),
                StoreReason.HeadDamaged => Phrases.Store.HeadDamaged.In(tongue),
                StoreReason.DatabaseBehindHead => Phrases.Store.Behind.In(tongue),
                StoreReason.HistoryDiffers => Phrases.Store.HistoryDiffers.In(tongue),
                StoreReason.OutcomeUnknown => Phrases.Store.OutcomeUnknown.In(tongue),
                StoreReason.WriterStopped => Phrases.Store.WriterStopped.In(tongue),
                StoreReason.DiskFull => Phrases.Store.DiskFull.In(tongue),
                StoreReason.InputOutput => Phrases.Store.InputOutput.In(tongue, all),
                StoreReason.NotWritable => Phrases.Store.NotWritable.In(tongue),
                StoreReason.KeyReused => Phrases.Store.KeyReused.In(tongue),
                StoreReason.ReleaseChanged => Phrases.Store.ReleaseChanged.In(tongue, first),
                StoreReason.AmendedReleaseUnknown => Phrases.Store.AmendedUnknown.In(tongue, first),
                StoreReason.AmendedMomentDiffers => Phrases.Store.AmendedMoment.In(tongue, first),
                StoreReason.FlowUnknown => Phrases.Store.FlowUnknown.In(tongue, first),
                StoreReason.DimensionsDiffer => Phrases.Store.DimensionsDiffer.In(tongue, first),
                StoreReason.FrequencyDiffers => Phrases.Store.FrequencyDiffers.In(tongue, all),
                StoreReason.WouldLose => Phrases.Store.WouldLose.In(tongue, all),
                _ => refusal.Message,
            },
        };
    }

    /// <summary>One line on a damage found: what, and where as far as it can be told.</summary>
    public static string Of(Finding finding, Tongue tongue)
    {
        ArgumentNullException.ThrowIfNull(finding);
        string what = (finding.Kind switch
        {
            FindingKind.Pages => Phrases.Store.FoundPages,
            FindingKind.Head => Phrases.Store.FoundHead,
            FindingKind.Chain => Phrases.Store.FoundChain,
            FindingKind.Seal => Phrases.Store.FoundSeal,
            FindingKind.Chunk => Phrases.Store.FoundChunk,
            FindingKind.Stray => Phrases.Store.FoundStray,
            FindingKind.Availability => Phrases.Store.FoundAvailability,
            _ => Phrases.Store.FoundPublicNumber,
        }).In(tongue);
        IEnumerable<string> places =
        [
            .. finding.CommitNumber is { } commit ? [Phrases.Store.AtCommit.In(tongue, commit)] : Array.Empty<string>(),
            .. finding.ReleaseKey is { } release ? [Phrases.Store.AtRelease.In(tongue, release)] : Array.Empty<string>(),
            .. finding.Flow is { } flow ? [Phrases.Store.AtFlow.In(tongue, flow)] : Array.Empty<string>(),
            .. finding.Block is { } block ? [Phrases.Store.AtBlock.In(tongue, block)] : Array.Empty<string>(),
            .. finding.Detail is { Length: > 0 } detail ? [detail] : Array.Empty<string>(),
        ];
        string where = string.Join(tongue.Choose(", ", "，"), places);
        return where.Length == 0 ? what : Phrases.Common.NameWithUnit.In(tongue, what, where);
    }
}
