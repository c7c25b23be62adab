using System.Collections.Immutable;
using System.Globalization;
using Ballast.Faults;
using Ballast.Series;

namespace Ballast.Sdmx.Model.Plans;

/// <summary>Reads <c>calendar.yaml</c> and lists every fault with its place.</summary>
internal static class DuePlanReader
{
    public static Outcome<DuePlan> Read(Outcome<YamlNode.Mapping> tree, TimeZoneInfo zone, DateOnly? from, DateOnly? to)
    {
        ArgumentNullException.ThrowIfNull(zone);
        FaultList faults = tree.Faults;
        if (!tree.IsGood)
        {
            return Outcome<DuePlan>.Refused(faults);
        }

        tree.Value.UnknownKeys(faults, "due");
        ImmutableArray<DueRule>.Builder rules = ImmutableArray.CreateBuilder<DueRule>();
        HashSet<string> ids = new(StringComparer.Ordinal);
        foreach (YamlNode node in tree.Value.Required("due", faults)?.List(faults)?.Items ?? [])
        {
            if (node.Map(faults) is { } entry && ReadRule(entry, faults) is { } rule)
            {
                rules.Add(rule);
                if (!ids.Add(rule.Id))
                {
                    faults.Add(ModelFaults.PlanIdTwice, entry.Find("id")!.Place, rule.Id);
                }
            }
        }

        return Outcome<DuePlan>.Of(new DuePlan(rules.ToImmutable(), zone, from, to), faults);
    }

    private static DueRule? ReadRule(YamlNode.Mapping entry, FaultList faults)
    {
        entry.UnknownKeys(faults, "id", "name", "flow", "keys", "frequency", "months_after", "day", "time", "skip", "combined");
        string? id = entry.Required("id", faults)?.Text(faults);
        ImmutableArray<KeyValuePair<string, string>>? name = entry.Required("name", faults)?.Languages(faults);
        KeyPatterns? series = KeyPatterns.Read(entry, faults);
        Frequency? frequency = entry.Required("frequency", faults)?.OneOf(faults, "M", "Q", "S", "A") is { } code ? FrequencyExtensions.FromCode(code) : null;
        int? monthsAfter = Number(entry.Required("months_after", faults), 0, 36, faults);
        int? day = Number(entry.Required("day", faults), 1, 31, faults);
        TimeOnly? time = null;
        if (entry.Find("time") is { } timeNode && timeNode.Text(faults) is { } text)
        {
            if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly parsed))
            {
                time = parsed;
            }
            else
            {
                faults.Add(ModelFaults.PlanTimeForm, timeNode.Place, text);
            }
        }

        int most = frequency?.PerYear() ?? 12;
        ImmutableArray<int> skip = Numbers(entry.Find("skip"), most, faults);
        ImmutableArray<int> combined = Numbers(entry.Find("combined"), most, faults);
        if (combined.Length == 1 || combined.Zip(combined.Skip(1)).Any(p => p.Second != p.First + 1) || (combined.Length > 0 && skip.Contains(combined[^1])))
        {
            faults.Add(ModelFaults.PlanCombined, entry.Find("combined")!.Place);
        }

        return id is null || name is null || series is null || frequency is null || monthsAfter is null || day is null ? null
            : new DueRule(id, new LocalisedText(name.Value), series, frequency.Value, monthsAfter.Value, day.Value, time, skip, combined, entry.Place);
    }

    private static ImmutableArray<int> Numbers(YamlNode? node, int most, FaultList faults) =>
        node is null ? [] : [.. (node.List(faults)?.Items ?? []).Select(i => Number(i, 1, most, faults)).OfType<int>()];

    private static int? Number(YamlNode? node, int least, int most, FaultList faults)
    {
        if (node?.Integer(faults) is not { } number)
        {
            return null;
        }

        if (number < least || number > most)
        {
            faults.Add(ModelFaults.PlanNumberRange, node.Place, number.ToString(CultureInfo.InvariantCulture), $"{least}", $"{most}");
            return null;
        }

        return (int)number;
    }
}
