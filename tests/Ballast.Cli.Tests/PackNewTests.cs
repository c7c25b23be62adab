using Ballast.Store;
using Ballast.Work;

namespace Ballast.Cli.Tests;

/// <summary>A pack begun with <c>ballast pack new</c> is good from the first minute, and is watched like any other.</summary>
public sealed class PackNewTests
{
    [Fact]
    public void A_new_pack_passes_its_check_and_its_tests_and_a_spoilt_one_does_not()
    {
        using Scratch scratch = new();
        string data = scratch.PathOf("data");
        string pack = scratch.PathOf("charging-points");

        ProgramRun made = RealProgram.Run(data, "pack", "new", pack);
        ProgramRun check = RealProgram.Run(data, "pack", "check", pack);
        ProgramRun test = RealProgram.Run(data, "pack", "test", pack);

        Assert.True(made.Code == 0, made.ToString());
        Assert.True(check.Code == 0 && check.Errors.Length == 0, check.ToString());
        Assert.True(test.Code == 0 && test.Errors.Length == 0, test.ToString());
        Assert.Matches(@"^charging-points: [1-9]\d* passed, 0 failed\n$", test.Output);
        Assert.False(Directory.Exists(data), "Checking and testing a pack wrote to the data folder.");

        string observations = Directory.GetFiles(Path.Combine(pack, "data"), "*.csv", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Last();
        File.WriteAllText(observations, File.ReadAllText(observations).Replace("10.7", "10.8", StringComparison.Ordinal));
        ProgramRun failed = RealProgram.Run(data, "pack", "test", pack);
        Assert.Equal(1, failed.Code);
        Assert.Contains("figures.yaml:", failed.Errors, StringComparison.Ordinal);

        File.WriteAllText(observations, File.ReadAllText(observations).Replace("CHARGING_PILE", "CHARGING_PILES", StringComparison.Ordinal));
        ProgramRun faulty = RealProgram.Run(data, "pack", "check", pack);
        Assert.Equal(1, faulty.Code);
        Assert.Matches(@"\.csv:2:\d+: .*CHARGING_PILES", faulty.Errors);
    }

    [Fact]
    public void A_new_pack_beside_the_common_one_is_monitored()
    {
        using Scratch scratch = new();
        string packs = MakePacks(scratch, "packs");

        ProgramRun run = RealProgram.Run(scratch.PathOf("data"), "monitor", "--packs", packs);

        Assert.True(run.Code == 0, run.ToString());
        Assert.Contains("first run, 2 packs", run.Output, StringComparison.Ordinal);
        Assert.Contains("charging-points  2 releases  5 values", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_release_of_a_pack_under_embargo_leaves_no_trace_in_the_briefing_until_its_time()
    {
        using Scratch scratch = new();
        (string with, string without) = (MakePacks(scratch, "with"), MakePacks(scratch, "without"));
        string release = Path.Combine(with, "charging-points", "data", "embargoed");
        Directory.CreateDirectory(release);
        string earlier = Path.Combine(with, "charging-points", "data", "2024-03-20");
        string observations = Directory.GetFiles(earlier, "*.csv").Single();
        File.WriteAllText(Path.Combine(release, "release.yaml"), File.ReadAllText(Path.Combine(earlier, "release.yaml"))
            .Replace("key: \"2024-03-20\"", "key: embargoed", StringComparison.Ordinal).Replace("published: \"2024", "published: \"2031", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(release, Path.GetFileName(observations)), File.ReadAllText(observations).Replace("2024-02,11.2", "2024-03,97.531", StringComparison.Ordinal));
        DateTimeOffset published = new(2031, 3, 20, 10, 0, 0, TimeSpan.FromHours(8));

        string[] unseen = Brief(without, published.AddSeconds(-1));
        string[] before = Brief(with, published.AddSeconds(-1));
        string[] after = Brief(with, published);

        Assert.Equal(unseen, before);
        Assert.All(after, text => Assert.Matches("975[,.]31|97\\.531", text));

        string[] Brief(string packs, DateTimeOffset now)
        {
            SetClock clock = new(now);
            string data = packs + "-data";
            using BallastStore store = BallastStore.Open(data, StoreAccess.ReadWrite, clock);
            MonitorResult run = new Monitoring(store, clock).Run(PackLibrary.Read(PackDisk.OpenAll(packs)).Value!, [], Path.Combine(data, "out"), Language.Tongue.English, "test", null, CancellationToken.None);
            Assert.True(run.HasWritten);
            return [.. run.Files.Select(File.ReadAllText)];
        }
    }

    private static string MakePacks(Scratch scratch, string name)
    {
        string packs = scratch.PathOf(name);
        Directory.CreateDirectory(packs);
        Directory.CreateSymbolicLink(Path.Combine(packs, "common"), House.Tests.House.PathOf("packs", "common"));
        Assert.Equal(0, RealProgram.Run(scratch.PathOf("unused"), "pack", "new", Path.Combine(packs, "charging-points")).Code);
        return packs;
    }
}
