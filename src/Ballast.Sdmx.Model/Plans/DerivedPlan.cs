using System.Collections.Immutable;
using Ballast.Faults;
using Ballast.Series;

namespace Ballast.Sdmx.Model.Plans;

/// <summary>What shall be computed from which series (<c>transforms.yaml</c> of a pack), in the order of the file.</summary>
/// <param name="Rules">Entries of the file.</param>
public sealed record DerivedPlan(ImmutableArray<DerivedRule> Rules)
{
    /// <summary>Nothing is computed.</summary>
    public static readonly DerivedPlan Empty = new([]);

    private static readonly ImmutableArray<string> Words = [.. Enum.GetValues<Transform>().Select(t => t.Code())];

    /// <summary>Reads a file.</summary>
    /// <param name="text">Its whole text.</param>
    /// <param name="file">Its name in places.</param>
    public static Outcome<DerivedPlan> Read(string text, string file) => Read(YamlTree.ReadMapping(text, file));

    /// <summary>Reads a file.</summary>
    /// <param name="utf8">All its bytes.</param>
    /// <param name="file">Its name in places.</param>
    public static Outcome<DerivedPlan> Read(ReadOnlySpan<byte> utf8, string file) => Read(YamlTree.ReadMapping(utf8, file));

    /// <summary>What is computed from a series, each once, in the order of the file.</summary>
    public ImmutableArray<Transform> Of(string flow, SeriesKey key) =>
        [.. Rules.Where(r => r.Series.Match(flow, key)).SelectMany(r => r.Compute).Distinct()];

    /// <summary>Whether the flows are there, and keys have their places and codes.</summary>
    public FaultList Check(StructureSet structures)
    {
        ArgumentNullException.ThrowIfNull(structures);
        FaultList faults = new();
        foreach (DerivedRule rule in Rules)
        {
            rule.Series.Check(structures, faults);
        }

        return faults;
    }

    private static Outcome<DerivedPlan> Read(Outcome<YamlNode.Mapping> tree)
    {
        FaultList faults = tree.Faults;
        if (!tree.IsGood)
        {
            return Outcome<DerivedPlan>.Refused(faults);
        }

        tree.Value.UnknownKeys(faults, "transforms");
        ImmutableArray<DerivedRule>.Builder rules = ImmutableArray.CreateBuilder<DerivedRule>();
        foreach (YamlNode node in tree.Value.Required("transforms", faults)?.List(faults)?.Items ?? [])
        {
            if (node.Map(faults) is not { } entry)
            {
                continue;
            }

            entry.UnknownKeys(faults, "flow", "keys", "compute");
            KeyPatterns? series = KeyPatterns.Read(entry, faults);
            ImmutableArray<Transform> compute = [];
            if (entry.Required("compute", faults)?.List(faults) is { } list)
            {
                compute = [.. list.Items.Select(i => i.OneOf(faults, Words)).OfType<string>().Select(w => Enum.GetValues<Transform>()[Words.IndexOf(w)])];
                if (list.Items.IsEmpty)
                {
                    faults.Add(ModelFaults.PlanComputeEmpty, list.Place);
                }
            }

            if (series is not null)
            {
                rules.Add(new DerivedRule(series, compute));
            }
        }

        return Outcome<DerivedPlan>.Of(new DerivedPlan(rules.ToImmutable()), faults);
    }
}

/// <summary>One entry: from these series, that.</summary>
/// <param name="Series">Which series.</param>
/// <param name="Compute">What is computed.</param>
public sealed record DerivedRule(KeyPatterns Series, ImmutableArray<Transform> Compute);
