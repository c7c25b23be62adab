using System.Collections.Immutable;
using Ballast.Faults;
using Ballast.Packs;
using Ballast.Sdmx.Formats.Csv;
using Ballast.Sdmx.Model;
using Ballast.Store;

namespace Ballast.Work.Loading;

/// <summary>Makes releases for the store of a pack's folder of data: one, or one for each day of its vintage column.</summary>
public static class ReleaseReader
{
    /// <summary>Reads all files of the folder. A fault in any of them refuses the whole.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="release">The folder.</param>
    /// <param name="structures">All structures that its files may name.</param>
    /// <param name="progress">Receives the bytes read so far over all files, or null.</param>
    /// <param name="cancellation">Stops between rows.</param>
    /// <returns>Drafts in the order of publication.</returns>
    public static Outcome<ReleaseDrafts> Read(LoadedPack pack, PackRelease release, StructureSet structures, Action<long>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(release);
        FaultList faults = new();
        List<(string? Vintage, DataSet DataSet)> parts = [];
        long before = 0;
        foreach (PackPart file in release.Observations)
        {
            string name = pack.Pack.Folder.PlaceOf(file.Path).File!;
            if (structures.FindDataflow(file.FlowId!) is not { } flow)
            {
                faults.Add(WorkFaults.FlowOfFileUnknown, new Place(name), file.FlowId!);
                continue;
            }

            using Stream stream = pack.Pack.Folder.Open(file.Path);
            long done = before;
            Outcome<DataMessage> message = DataCsvReader.Read(
                stream,
                structures,
                new DataCsvOptions
                {
                    File = name,
                    Flow = flow,
                    VintageColumn = release.Manifest.VintageColumn,
                    StatesWholeSeries = false,
                    Progress = progress is null ? null : bytes => progress(done + bytes),
                },
                cancellation);
            before += file.Length;
            progress?.Invoke(before);
            faults.AddRange(message.Faults);
            if (message.IsGood)
            {
                parts.AddRange(message.Value.Parts.Select(p => (p.Vintage, p.DataSet)));
            }
        }

        ReleaseDraft head = Head(pack, release);
        ReleaseDrafts drafts = release.Manifest.VintageColumn is { } column
            ? Vintages.Of(parts, day => head with { Key = $"{head.Key}/{day}" }, pack.Zone, release.Manifest.Place, column, faults)
            : new ReleaseDrafts([head with { ContentDigest = release.Digest, Parts = [.. parts.Select(p => p.DataSet)] }]);
        return Outcome<ReleaseDrafts>.Of(drafts, faults);
    }

    /// <summary>The moment of a publication time; a day means its end in the zone.</summary>
    public static DateTimeOffset MomentOf(PublicationTime time, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(time);
        return time.Moment ?? Series.PublicationTime.EndOfDay(time.Day, zone);
    }

    private static ReleaseDraft Head(LoadedPack pack, PackRelease release)
    {
        ReleaseManifest manifest = release.Manifest;
        return new ReleaseDraft
        {
            Key = manifest.Key,
            Pack = pack.Id,
            Published = manifest.Published is null ? default : MomentOf(manifest.Published, pack.Zone),
            SourceKind = manifest.Source.Kind,
            SourceTitle = new LocalisedText(manifest.Source.Title),
            SourceAgency = new LocalisedText(manifest.Source.Agency.IsEmpty ? manifest.Source.Speaker : manifest.Source.Agency),
            Url = manifest.Source.Url?.ToString(),
            DocumentDigest = manifest.Source.Digest,
            SourceDate = manifest.Source.Date,
            CompiledLater = manifest.IsCompiledLater,
            Notes = new LocalisedText(manifest.Notes),
            Amends = manifest.Amends,
            Parts = [],
        };
    }
}

/// <summary>Releases read from one folder or file, in the order of publication.</summary>
/// <param name="Drafts">At least one where the input had a row.</param>
public sealed record ReleaseDrafts(ImmutableArray<ReleaseDraft> Drafts)
{
    /// <summary>Observation rows of all of them.</summary>
    public long ObservationCount => Drafts.Sum(d => d.Parts.Sum(p => p.ObservationCount));
}
