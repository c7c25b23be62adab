using System.Collections.Immutable;
using Ballast.Faults;

namespace Ballast.Packs;

/// <summary>A result that a pack's tests expect: this series had this value in this period, as known then.</summary>
public sealed record Expectation
{
    private const string Unknown = "unknown";

    private Expectation(string flow, string key, string period, Place place) => (Flow, Key, Period, Place) = (flow, key, period, place);

    /// <summary>Id of the dataflow.</summary>
    public string Flow { get; }

    /// <summary>Key of one series, or <c>@</c> and the source's own name of it.</summary>
    public string Key { get; }

    /// <summary>The period as SDMX writes it.</summary>
    public string Period { get; }

    /// <summary>As known when; null means all that is there.</summary>
    public PublicationTime? AsOf { get; private init; }

    /// <summary>The value with the digits stated, or null where none shall be known.</summary>
    public string? Value { get; private init; }

    /// <summary>The code of BOUND expected beside the value, or null where any will do.</summary>
    public string? Bound { get; private init; }

    /// <summary>Where it stands.</summary>
    public Place Place { get; }

    /// <summary>Reads a file of <c>tests/</c>.</summary>
    internal static ImmutableArray<Expectation> ReadAll(YamlNode.Mapping map, FaultList faults)
    {
        map.UnknownKeys(faults, "expect");
        return [.. (map.Required("expect", faults)?.List(faults)?.Items ?? []).Select(n => Read(n, faults)).OfType<Expectation>()];
    }

    private static Expectation? Read(YamlNode node, FaultList faults)
    {
        if (node.Map(faults) is not { } map)
        {
            return null;
        }

        map.UnknownKeys(faults, "flow", "key", "period", "as_of", "value", "bound");
        string? flow = PackIds.Read(map.Required("flow", faults), PackIds.IsSdmxId, PackFaults.SdmxIdMalformed, faults);
        string? key = map.Required("key", faults)?.Text(faults);
        string? period = map.Required("period", faults)?.Text(faults);
        string? value = map.Required("value", faults)?.Text(faults);
        PublicationTime? asOf = map.Find("as_of") is { } time ? PublicationTime.Read(time, faults) : null;
        string? bound = map.Find("bound")?.Text(faults);
        return flow is null || key is null || period is null || value is null
            ? null
            : new Expectation(flow, key, period, map.Place) { AsOf = asOf, Value = value == Unknown ? null : value, Bound = bound };
    }
}
