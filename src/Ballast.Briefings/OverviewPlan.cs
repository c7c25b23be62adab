using System.Collections.Immutable;
using System.Globalization;
using Ballast.Faults;
using Ballast.Sdmx.Model;

namespace Ballast.Briefings;

/// <summary>A pack's <c>overview.yaml</c>: which figures its overview and briefing show, in which groups and order.</summary>
/// <remarks>
/// <c>groups:</c> a list of <c>name:</c> (<c>en</c>, <c>zh</c>) and <c>figures:</c>; a figure has <c>flow:</c>, <c>key:</c>, and may have <c>name:</c> (else the series names itself) and <c>baseline:</c> (the value of no change).
/// </remarks>
/// <param name="Groups">In the order of the file.</param>
public sealed record OverviewPlan(ImmutableArray<PlannedGroup> Groups)
{
    /// <summary>No group.</summary>
    public static readonly OverviewPlan Empty = new([]);

    /// <summary>Reads a plan and lists every fault with its place.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="fileName">As faults shall name it.</param>
    public static Outcome<OverviewPlan> Read(string text, string fileName)
    {
        Outcome<YamlNode.Mapping> tree = YamlTree.ReadMapping(text, fileName);
        if (!tree.IsGood)
        {
            return Outcome<OverviewPlan>.Refused(tree.Faults);
        }

        FaultList faults = new();
        faults.AddRange(tree.Faults);
        tree.Value.UnknownKeys(faults, "groups");
        var groups = ImmutableArray.CreateBuilder<PlannedGroup>();
        Dictionary<(string Flow, string Key), Place> seen = [];
        foreach (YamlNode item in tree.Value.Required("groups", faults)?.List(faults)?.Items ?? [])
        {
            if (ReadGroup(item, seen, faults) is { } group)
            {
                groups.Add(group);
            }
        }

        return Outcome<OverviewPlan>.Of(new OverviewPlan(groups.ToImmutable()), faults);
    }

    private static PlannedGroup? ReadGroup(YamlNode node, Dictionary<(string Flow, string Key), Place> seen, FaultList faults)
    {
        if (node.Map(faults) is not { } map)
        {
            return null;
        }

        map.UnknownKeys(faults, "name", "figures");
        ImmutableArray<KeyValuePair<string, string>>? name = map.Required("name", faults)?.Languages(faults);
        YamlNode.Sequence? list = map.Required("figures", faults)?.List(faults);
        if (list is { Items.IsEmpty: true })
        {
            faults.Add(OverviewFaults.GroupEmpty, list.Place);
        }

        var figures = ImmutableArray.CreateBuilder<PlannedFigure>();
        foreach (YamlNode item in list?.Items ?? [])
        {
            if (ReadFigure(item, seen, faults) is { } figure)
            {
                figures.Add(figure);
            }
        }

        return name is null ? null : new PlannedGroup(new LocalisedText(name.Value), figures.ToImmutable());
    }

    private static PlannedFigure? ReadFigure(YamlNode node, Dictionary<(string Flow, string Key), Place> seen, FaultList faults)
    {
        if (node.Map(faults) is not { } map)
        {
            return null;
        }

        map.UnknownKeys(faults, "flow", "key", "name", "baseline");
        string? flow = map.Required("flow", faults)?.Text(faults);
        YamlNode? keyNode = map.Required("key", faults);
        string? keyText = keyNode?.Text(faults);
        ImmutableArray<KeyValuePair<string, string>>? name = map.Find("name")?.Languages(faults);
        decimal? baseline = map.Find("baseline")?.Number(faults);
        if (flow is null || keyText is null)
        {
            return null;
        }

        string[] codes = keyText.Split('.');
        if (codes.Any(c => c.Length == 0))
        {
            faults.Add(OverviewFaults.KeyUnreadable, keyNode!.Place, keyText);
            return null;
        }

        if (!seen.TryAdd((flow, keyText), map.Place))
        {
            faults.Add(OverviewFaults.FigureTwice, map.Place, flow, keyText, seen[(flow, keyText)].Line.ToString(CultureInfo.InvariantCulture));
            return null;
        }

        return new PlannedFigure(flow, new SeriesKey([.. codes]), name is null ? default : new LocalisedText(name.Value), baseline, map.Place);
    }
}

/// <summary>A group of headline figures.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Figures">In the order of the file.</param>
public sealed record PlannedGroup(LocalisedText Name, ImmutableArray<PlannedFigure> Figures);

/// <summary>A headline figure: its newest observation is shown.</summary>
/// <param name="Flow">Id of the dataflow.</param>
/// <param name="Key">Key of the series.</param>
/// <param name="Name">How the overview calls it; empty where the series names itself.</param>
/// <param name="Baseline">The value of no change, or null.</param>
/// <param name="Place">Where it stands in the plan, for checks against structures.</param>
public sealed record PlannedFigure(string Flow, SeriesKey Key, LocalisedText Name, decimal? Baseline, Place Place);
