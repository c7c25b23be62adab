using System.Collections.Immutable;
using Ballast.Faults;

namespace Ballast.Sdmx.Model.Plans;

/// <summary>Series of one dataflow, named by patterns of keys: empty places mean any code, <c>+</c> parts several.</summary>
/// <param name="Flow">Id of the dataflow.</param>
/// <param name="Patterns">At least one.</param>
/// <param name="Places">Where each pattern stands.</param>
/// <param name="Place">Where the entry stands.</param>
public sealed record KeyPatterns(string Flow, ImmutableArray<KeyQuery> Patterns, ImmutableArray<Place> Places, Place Place)
{
    /// <summary>Whether a series is meant.</summary>
    public bool Match(string flow, SeriesKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return string.Equals(flow, Flow, StringComparison.Ordinal) && Patterns.Any(p => p.Wanted.Length == key.Codes.Length && p.Matches(key));
    }

    /// <summary>Reads <c>flow</c> and <c>keys</c> of an entry; null where either is faulty.</summary>
    internal static KeyPatterns? Read(YamlNode.Mapping entry, FaultList faults)
    {
        string? flow = entry.Required("flow", faults)?.Text(faults);
        if (entry.Required("keys", faults)?.List(faults) is not { } list)
        {
            return null;
        }

        ImmutableArray<KeyQuery>.Builder patterns = ImmutableArray.CreateBuilder<KeyQuery>();
        ImmutableArray<Place>.Builder places = ImmutableArray.CreateBuilder<Place>();
        foreach (YamlNode item in list.Items)
        {
            if (item.Text(faults) is not { } text)
            {
                continue;
            }

            if (text.Length > MaxLength || KeyQuery.TryParse(text, text.AsSpan().Count('.') + 1) is not { } query || text is "all" or "*")
            {
                faults.Add(ModelFaults.PlanKeyForm, item.Place, text.Length > 60 ? text[..59] + "…" : text);
                continue;
            }

            patterns.Add(query);
            places.Add(item.Place);
        }

        if (list.Items.IsEmpty)
        {
            faults.Add(ModelFaults.PlanKeysEmpty, list.Place);
        }

        return flow is null || patterns.Count == 0 ? null : new KeyPatterns(flow, patterns.ToImmutable(), places.ToImmutable(), entry.Place);
    }

    /// <summary>Whether the flow is there, and each pattern has as many places as it has dimensions, with codes of their lists.</summary>
    internal void Check(StructureSet structures, FaultList faults)
    {
        if (structures.FindDataflow(Flow) is not { } flow || structures.FindDataStructure(flow.Structure) is not { } structure)
        {
            faults.Add(ModelFaults.PlanFlowUnknown, Place, Flow);
            return;
        }

        for (int i = 0; i < Patterns.Length; i++)
        {
            ImmutableArray<ImmutableArray<string>> wanted = Patterns[i].Wanted;
            if (wanted.Length != structure.Dimensions.Length)
            {
                faults.Add(ModelFaults.PlanKeyLength, Places[i], Patterns[i].ToString(), $"{structure.Dimensions.Length}", Flow);
                continue;
            }

            for (int d = 0; d < wanted.Length; d++)
            {
                Codelist? codes = structures.CodelistOf(structure.Dimensions[d].Representation, structure.Dimensions[d].Concept);
                foreach (string code in wanted[d].Where(c => codes is not null && codes.IndexOf(c) < 0))
                {
                    faults.Add(ModelFaults.PlanCodeUnknown, Places[i], structure.Dimensions[d].Id, code, codes!.Id.ToString());
                }
            }
        }
    }

    private const int MaxLength = 2_000;
}
