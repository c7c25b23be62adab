using Ballast.Faults;
using Ballast.Sdmx.Formats.Csv;
using Ballast.Sdmx.Model;
using Ballast.Store;

namespace Ballast.Work.Loading;

/// <summary>What <c>ballast load</c> is told beside its files.</summary>
/// <param name="FlowId">The dataflow.</param>
/// <param name="Key">Key of the release, or null: made from the content.</param>
/// <param name="Published">When it was published, or null: now. Not used with a vintage column.</param>
/// <param name="Source">Who states the figures, or null.</param>
/// <param name="VintageColumn">A column with the day from which each row was known, or null.</param>
public sealed record FileLoadRequest(string FlowId, string? Key, DateTimeOffset? Published, string? Source, string? VintageColumn);

/// <summary>Makes releases of SDMX-CSV files that a person hands over.</summary>
public static class FileLoading
{
    /// <summary>Reads the files; a fault in any of them refuses all.</summary>
    /// <param name="request">What is said of them.</param>
    /// <param name="files">Name and content.</param>
    /// <param name="structures">Structures of the store.</param>
    /// <param name="zone">The zone of days in the vintage column.</param>
    /// <param name="now">When a release is published of which nothing is said.</param>
    /// <param name="progress">Hears the bytes read over all files, or null.</param>
    /// <param name="cancellation">Stops between rows.</param>
    public static Outcome<ReleaseDrafts> Read(
        FileLoadRequest request, IReadOnlyList<(string Name, Func<Stream> Open)> files, StructureSet structures, TimeZoneInfo zone, DateTimeOffset now, Action<long>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(files);
        FaultList faults = new();
        Dataflow? flow = structures.FindDataflow(request.FlowId);
        if (flow is null)
        {
            faults.Add(WorkFaults.FlowUnknown, Place.Unknown, request.FlowId);
            return Outcome<ReleaseDrafts>.Refused(faults);
        }

        List<(string? Vintage, DataSet DataSet)> parts = [];
        long before = 0;
        foreach ((string name, Func<Stream> open) in files)
        {
            using Stream stream = open();
            long start = before;
            Outcome<DataMessage> message = DataCsvReader.Read(
                stream,
                structures,
                new DataCsvOptions
                {
                    File = name,
                    Flow = flow,
                    VintageColumn = request.VintageColumn,
                    StatesWholeSeries = false,
                    Progress = progress is null ? null : bytes => progress(start + bytes),
                },
                cancellation);
            before += stream.CanSeek ? stream.Length : 0;
            faults.AddRange(message.Faults);
            if (message.IsGood)
            {
                parts.AddRange(message.Value.Parts.Select(p => (p.Vintage, p.DataSet)));
            }
        }

        LocalisedText source = request.Source is null ? default : LocalisedText.Of("en", request.Source);
        ReleaseDraft head = new()
        {
            Key = request.Key ?? "",
            Published = request.Published ?? now,
            SourceKind = "file",
            SourceTitle = LocalisedText.Of("en", string.Join(", ", files.Select(f => Path.GetFileName(f.Name)))),
            SourceAgency = source,
            Parts = [],
        };
        return Outcome<ReleaseDrafts>.Of(
            request.VintageColumn is null
                ? new ReleaseDrafts([Named(head with { Parts = [.. parts.Select(p => p.DataSet)] }, flow, request.Published is not null)])
                : Recognised(Vintages.Of(parts, time => head with { Key = request.Key is null ? $"{flow.Id.Id}/{time}" : $"{request.Key}/{time}" }, zone, new Place(files[0].Name), request.VintageColumn, faults)),
            faults);
    }

    /// <summary>A release without a key is called by its content, so that the same file loaded twice is one release.</summary>
    private static ReleaseDraft Named(ReleaseDraft draft, Dataflow flow, bool isTimeSaid)
    {
        string content = ContentOf(draft, isTimeSaid);
        return draft with { ContentDigest = content, Key = draft.Key.Length > 0 ? draft.Key : $"{flow.Id.Id}-{content[..12]}" };
    }

    private static ReleaseDrafts Recognised(ReleaseDrafts drafts) => new([.. drafts.Drafts.Select(d => d with { ContentDigest = ContentOf(d, true) })]);

    /// <summary>What a release is recognised by when it comes again: all it states and what was said of it, but neither the names of its files nor a time that nobody gave.</summary>
    private static string ContentOf(ReleaseDraft draft, bool isTimeSaid) =>
        (draft with { SourceTitle = default, Published = isTimeSaid ? draft.Published : default }).Digest;
}
