using Ballast.Faults;
using Ballast.Packs;
using Ballast.Sdmx.Formats.Csv;
using Ballast.Sdmx.Formats.Json;
using Ballast.Sdmx.Model;

namespace Ballast.Work;

/// <summary>The check of a whole pack: every part by the room that reads it, and what only shows where parts meet.</summary>
public static class PackChecking
{
    /// <summary>Every fault of a pack, with file, line and column.</summary>
    /// <param name="folder">The pack.</param>
    /// <param name="others">Packs that it may need.</param>
    /// <param name="cancellation">Stops between parts.</param>
    public static FaultList Check(PackFolder folder, IEnumerable<PackFolder> others, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(folder);
        StructureSet known = Needed(folder, others);
        StructurePlaces places = new();
        StructureSet own = StructureSet.Empty;
        bool isChecked = false;
        PackCheck check = new(new Dictionary<PackPartKind, PartChecker>
        {
            [PackPartKind.Structures] = (pack, part, faults) =>
            {
                using Stream stream = pack.Folder.Open(part.Path);
                Outcome<StructureSet> read = StructureJsonReader.Read(stream, pack.Folder.PlaceOf(part.Path).File, known.With(own), places, cancellation: cancellation);
                faults.AddRange(read.Faults);
                own = read.IsGood ? own.With(read.Value) : own;
            },
            [PackPartKind.WorkingDays] = (pack, part, faults) => faults.AddRange(WorkingDayFile.Read(pack.Folder, part.Path).Faults),
            [PackPartKind.Observations] = (pack, part, faults) =>
            {
                CheckReferences(faults);
                CheckObservations(pack, part, known.With(own), faults, cancellation);
            },
            [PackPartKind.Transforms] = (pack, part, faults) =>
            {
                CheckReferences(faults);
                faults.AddRange(PackPlans.Transforms(pack, part, known.With(own)).Faults);
            },
            [PackPartKind.Due] = (pack, part, faults) => faults.AddRange(PackPlans.Due(pack, part, known.With(own)).Faults),
            [PackPartKind.Overview] = (pack, part, faults) => faults.AddRange(PackPlans.Overview(pack, part, known.With(own)).Faults),
        });
        FaultList found = check.Run(folder, PackLibrary.IsZone);
        CheckReferences(found);
        return found;

        // References can be checked once all structures are read, which is before the first part that uses them.
        void CheckReferences(FaultList faults)
        {
            if (!isChecked)
            {
                isChecked = true;
                faults.AddRange(StructureChecker.Check(known.With(own), places));
            }
        }
    }

    private static void CheckObservations(Pack pack, PackPart part, StructureSet structures, FaultList faults, CancellationToken cancellation)
    {
        string file = pack.Folder.PlaceOf(part.Path).File!;
        if (structures.FindDataflow(part.FlowId!) is not { } flow)
        {
            faults.Add(WorkFaults.FlowOfFileUnknown, new Place(file), part.FlowId!);
            return;
        }

        string? vintage = pack.Releases.FirstOrDefault(r => r.Manifest.Key == part.ReleaseKey)?.Manifest.VintageColumn;
        using Stream stream = pack.Folder.Open(part.Path);
        Outcome<DataMessage> message = DataCsvReader.Read(
            stream, structures, new DataCsvOptions { File = file, Flow = flow, VintageColumn = vintage, StatesWholeSeries = false }, cancellation);
        faults.AddRange(message.Faults);
        foreach (DataPart data in (message.Value?.Parts ?? []).Where(p => vintage is not null))
        {
            if (Packs.PublicationTime.TryParse(data.Vintage ?? "") is null)
            {
                faults.Add(WorkFaults.VintageForm, new Place(file), data.Vintage ?? "", vintage!);
            }
        }
    }

    /// <summary>Structures of the packs that a pack needs, directly or not; packs that are missing are told of by the check itself.</summary>
    private static StructureSet Needed(PackFolder folder, IEnumerable<PackFolder> others)
    {
        Outcome<Pack> self = PackReader.Read(folder, PackLibrary.IsZone);
        Dictionary<string, Pack> byId = [];
        foreach (PackFolder other in others)
        {
            if (PackReader.Read(other, PackLibrary.IsZone).Value is { } pack)
            {
                byId.TryAdd(pack.Manifest.Id, pack);
            }
        }

        HashSet<string> wanted = [];
        Queue<string> waiting = new(self.Value?.Manifest.Needs.Select(n => n.Id) ?? byId.Keys);
        while (waiting.TryDequeue(out string? id))
        {
            if (byId.TryGetValue(id, out Pack? pack) && wanted.Add(id))
            {
                foreach (PackNeed need in pack.Manifest.Needs)
                {
                    waiting.Enqueue(need.Id);
                }
            }
        }

        StructureSet known = StructureSet.Empty;
        foreach (Pack pack in byId.Values.Where(p => wanted.Contains(p.Manifest.Id)))
        {
            foreach (PackPart part in pack.PartsOf(PackPartKind.Structures))
            {
                using Stream stream = pack.Folder.Open(part.Path);
                known = StructureJsonReader.Read(stream, null, known).Value is { } read ? known.With(read) : known;
            }
        }

        return known;
    }
}
