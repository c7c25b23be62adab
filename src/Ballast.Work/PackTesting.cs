using Ballast.Faults;
using Ballast.Packs;
using Ballast.Sdmx.Model;
using Ballast.Series;
using Ballast.Store;
using Ballast.Work.Loading;

namespace Ballast.Work;

/// <summary>What a pack's tests gave.</summary>
/// <param name="PassedCount">Expectations met.</param>
/// <param name="FailedCount">Expectations not met.</param>
/// <param name="Faults">Each that was not met, and whatever was wrong with loading.</param>
public sealed record PackTestResult(int PassedCount, int FailedCount, FaultList Faults);

/// <summary>Loads a pack, with those that it needs, and holds it to the expectations of its own <c>tests/</c>.</summary>
public static class PackTesting
{
    /// <summary>Runs them.</summary>
    /// <param name="store">An empty store, open for writing.</param>
    /// <param name="packs">The pack and those that it needs.</param>
    /// <param name="packId">The pack.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellation">Stops between releases.</param>
    public static PackTestResult Run(BallastStore store, PackLibrary packs, string packId, TimeProvider clock, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(packs);
        FaultList faults = new();
        LoadedPack pack = packs.Find(packId) ?? throw new ArgumentException($"Expected a pack among those read, got {packId}.", nameof(packId));
        foreach (LoadedPack one in packs.Packs)
        {
            if (one.Id == packId)
            {
                faults.AddRange(PackLoading.Load(store, one, packs.Structures, "pack-test", null, cancellation).Faults);
            }
            else
            {
                StructureLoading.Commit(store, one, "pack-test");
            }
        }

        Reading reading = new(store, packs, clock);
        int passed = 0;
        foreach (Expectation expectation in pack.Pack.Expectations)
        {
            string found = Found(reading, pack, expectation);
            string expected = Written(expectation.Value, expectation.Bound);
            if (found == expected || (expectation.Bound is null && found.Split(' ')[^1] == expected))
            {
                passed++;
            }
            else
            {
                faults.Add(WorkFaults.ExpectationFailed, expectation.Place, expectation.Flow, expectation.Key, expectation.Period, expected, found);
            }
        }

        return new PackTestResult(passed, pack.Pack.Expectations.Length - passed, faults);
    }

    /// <summary>What stands for an expectation: its value with the bound before it, <c>unknown</c>, or why it cannot be looked up.</summary>
    private static string Found(Reading reading, LoadedPack pack, Expectation expectation)
    {
        Viewpoint viewpoint = expectation.AsOf is { } time
            ? new Viewpoint(new CutOff(ReleaseReader.MomentOf(time, pack.Zone).ToUniversalTime()), Reader.Anonymous)
            : reading.Newest;
        if (reading.FindFlow(expectation.Flow) is not { } flow || !Period.TryParse(expectation.Period, out Period period))
        {
            return "?";
        }

        SeriesKey? key = expectation.Key.StartsWith('@')
            ? reading.BySourceId(expectation.Key[1..], expectation.Flow, reading.Newest) is [var only] ? only.Key : null
            : SeriesKey.TryParse(expectation.Key, flow.Structure.Dimensions.Length);
        if (key is null)
        {
            return "?";
        }

        Observation? observation = reading.Series(expectation.Flow, key, viewpoint)?.Series.At(period);
        return observation is null || observation.Value.Kind == MeasureKind.None
            ? Written(null, null)
            : Written(observation.Value.ToString(), observation.Attributes.First("BOUND"));
    }

    private static string Written(string? value, string? bound) => value is null ? "unknown" : bound is null ? value : $"{bound} {value}";
}
