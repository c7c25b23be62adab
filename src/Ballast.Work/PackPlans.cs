using Ballast.Briefings;
using Ballast.Faults;
using Ballast.Packs;
using Ballast.Sdmx.Model;
using Ballast.Sdmx.Model.Plans;

namespace Ballast.Work;

/// <summary>A pack's plans, read by the rooms that own them and held against the structures: every flow is there, every key has as many parts as the flow has dimensions, and codes of its lists.</summary>
internal static class PackPlans
{
    /// <summary>transforms.yaml.</summary>
    public static Outcome<DerivedPlan> Transforms(Pack pack, PackPart part, StructureSet structures) =>
        Read(pack, part, DerivedPlan.Read, plan => plan.Check(structures));

    /// <summary>calendar.yaml.</summary>
    public static Outcome<DuePlan> Due(Pack pack, PackPart part, StructureSet structures) =>
        Read(
            pack,
            part,
            (text, file) => DuePlan.Read(text, file, TimeZoneInfo.FindSystemTimeZoneById(pack.Manifest.Zone), pack.Manifest.EffectiveFrom, pack.Manifest.EffectiveTo),
            plan => plan.Check(structures));

    /// <summary>overview.yaml.</summary>
    public static Outcome<OverviewPlan> Overview(Pack pack, PackPart part, StructureSet structures) =>
        Read(pack, part, OverviewPlan.Read, plan => CheckOverview(plan, structures));

    private static Outcome<T> Read<T>(Pack pack, PackPart part, Func<string, string, Outcome<T>> read, Func<T, FaultList> check)
        where T : class
    {
        using Stream stream = pack.Folder.Open(part.Path);
        using StreamReader reader = new(stream);
        Outcome<T> plan = read(reader.ReadToEnd(), pack.Folder.PlaceOf(part.Path).File!);
        if (!plan.IsGood)
        {
            return plan;
        }

        FaultList faults = new();
        faults.AddRange(plan.Faults);
        faults.AddRange(check(plan.Value));
        return Outcome<T>.Of(plan.Value, faults);
    }

    private static FaultList CheckOverview(OverviewPlan plan, StructureSet structures)
    {
        FaultList faults = new();
        foreach (PlannedFigure figure in plan.Groups.SelectMany(g => g.Figures))
        {
            string published = DerivedFlow.BaseId(figure.Flow) ?? figure.Flow;
            if (structures.FindDataflow(published) is not { } flow || structures.FindDataStructure(flow.Structure) is not { } structure)
            {
                faults.Add(WorkFaults.PlanFlow, figure.Place, figure.Flow);
            }
            else if (!Fits(figure.Key, structure, structures))
            {
                faults.Add(WorkFaults.PlanKey, figure.Place, figure.Key.ToString(), figure.Flow);
            }
        }

        return faults;
    }

    private static bool Fits(SeriesKey key, DataStructureDefinition structure, StructureSet structures) =>
        key.Codes.Length == structure.Dimensions.Length
        && key.Codes.Zip(structure.Dimensions).All(p => structures.CodelistOf(p.Second.Representation, p.Second.Concept) is not { } list || list.Find(p.First) is not null);
}
