using System.Globalization;
using Ballast.Packs;
using Ballast.Store;
using Ballast.Work;

namespace Ballast.House.Tests;

/// <summary>Every pack of the house is good, holds what its tests expect, and holds as much as its README says.</summary>
public sealed class EveryPackTests
{
    private static readonly string[] FoldersOfGathering = ["exports-eastmoney", "exports-nbs", "exports-wind", "texts", "texts-undated"];

    public static TheoryData<string> Packs => [.. HousePacks.Folders().Select(f => Path.GetFileName(f.Name))];

    public static TheoryData<string> Watching => [.. HousePacks.Library.Watching.Select(p => p.Id)];

    [Theory]
    [MemberData(nameof(Packs))]
    public void Every_pack_is_checked_without_a_fault(string pack)
    {
        IReadOnlyList<PackFolder> folders = HousePacks.Folders();
        PackFolder folder = folders.Single(f => Path.GetFileName(f.Name) == pack);

        Faults.FaultList faults = PackChecking.Check(folder, folders.Where(f => f != folder), CancellationToken.None);

        Assert.Empty(faults.Select(f => Language.FaultSentences.Line(f, Language.Tongue.English)));
    }

    [Theory]
    [MemberData(nameof(Watching))]
    public void Every_pack_meets_the_expectations_of_its_own_tests(string pack)
    {
        using Scratch scratch = new();
        using BallastStore store = BallastStore.Open(scratch.PathOf("data"), StoreAccess.ReadWrite, TimeProvider.System);

        PackTestResult result = PackTesting.Run(store, HousePacks.Library, pack, TimeProvider.System, CancellationToken.None);

        Assert.Empty(result.Faults.Select(f => Language.FaultSentences.Line(f, Language.Tongue.English)));
        Assert.Equal(0, result.FailedCount);
        Assert.True(result.PassedCount > 0, "A pack without an expectation is not tested.");
    }

    [Fact]
    public void The_figures_gathered_are_12079_observations_of_101_series()
    {
        List<(string Series, int Rows)> gathered =
        [
            .. FoldersOfGathering
                .SelectMany(f => Directory.GetDirectories(House.PathOf("packs")).Select(p => Path.Combine(p, "data", f)))
                .Where(Directory.Exists)
                .SelectMany(Directory.GetFiles)
                .Where(f => f.EndsWith(".csv", StringComparison.Ordinal))
                .SelectMany(f => CsvRows.Of(f).GroupBy(r => KeyOf(f, r)).Select(g => (g.Key, g.Count()))),
        ];

        Assert.Equal(12_079, gathered.Sum(g => g.Rows));
        Assert.Equal(101, gathered.Select(g => g.Series).Distinct().Count());
    }

    [SharedFact("reference", "china", "series.csv")]
    public void The_figures_gathered_are_those_of_the_reference_series()
    {
        HashSet<string> reference = [.. CsvRows.Of(Shared.PathOf("reference", "china", "series.csv")).Select(r => r.Values.First())];

        string[] missing = [.. reference.Except(HousePacks.Library.Watching.SelectMany(p => DataFiles(p.Id)).SelectMany(CsvRows.Of).Select(r => r.GetValueOrDefault("SOURCE_ID") ?? ""))];

        Assert.Empty(missing);
    }

    [Theory]
    [MemberData(nameof(Watching))]
    public void The_table_of_figures_in_a_packs_readme_counts_what_its_files_hold(string pack)
    {
        string[][] table =
        [
            .. File.ReadAllLines(House.PathOf("packs", pack, "README.md"))
                .Where(l => l.StartsWith('|') && (l.Contains("| releases |", StringComparison.Ordinal) || l.StartsWith("| `data/", StringComparison.Ordinal)))
                .Select(l => l.Trim('|', ' ').Split('|').Select(c => c.Trim(' ', '`')).ToArray())
                .SkipWhile(r => !r.Contains("releases")),
        ];
        if (table.Length == 0)
        {
            return;
        }

        string[] head = table[0];
        List<string> wrong = [];
        HashSet<string> told = [];
        foreach (string[] row in table.Skip(1).Where(r => r.Length == head.Length))
        {
            string folder = row[0]["data/".Length..].Split('`')[0];
            told.Add(folder);
            IReadOnlyList<ReleaseDraft> drafts = HousePacks.Drafts(pack, folder);
            Expect(row, "releases", drafts.Count);
            string[] flows = [.. head.Where(h => h is not ("folder" or "releases" or "sum"))];
            Expect(row, "sum", flows.Sum(f => CountOf(drafts, f)));
            foreach (string flow in flows)
            {
                Expect(row, flow, CountOf(drafts, flow));
            }
        }

        Assert.Empty(wrong);
        Assert.Equal(Directory.GetDirectories(House.PathOf("packs", pack, "data")).Select(d => Path.GetFileName(d)!).Order(), told.Order());

        void Expect(string[] row, string column, long found)
        {
            string said = row[Array.IndexOf(head, column)];
            if ((said.Length == 0 ? 0 : long.Parse(said, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)) != found)
            {
                wrong.Add($"{row[0]} {column}: {said} instead of {found}");
            }
        }
    }

    private static long CountOf(IEnumerable<ReleaseDraft> drafts, string flow) => drafts.Sum(d => d.Parts.Where(p => p.Flow.Id.Id == flow).Sum(p => p.ObservationCount));

    private static string KeyOf(string file, Dictionary<string, string> row) =>
        Path.GetFileName(file) + " " + string.Join('.', row.SkipWhile(c => c.Key != "FREQ").TakeWhile(c => c.Key != "TIME_PERIOD").Select(c => c.Value));

    private static string[] DataFiles(string pack) => Directory.GetFiles(House.PathOf("packs", pack, "data"), "*.csv", SearchOption.AllDirectories);
}
