using Ballast.Faults;
using Ballast.Sdmx.Formats.Csv;
using Ballast.Sdmx.Formats.Json;
using Ballast.Sdmx.Model;
using Ballast.Sdmx.Model.Plans;

namespace Ballast.Sdmx.Tests;

/// <summary>The packs of this project, as they stand in the tree: real figures in real structures.</summary>
public sealed class PackMessagesTests
{
    internal static string Packs
    {
        get
        {
            DirectoryInfo at = new(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(at.FullName, "Ballast.slnx")))
            {
                at = at.Parent ?? throw new InvalidOperationException("The root of the project is not above the tests.");
            }

            return Path.Combine(at.FullName, "packs");
        }
    }

    [Fact]
    public void Structures_of_the_packs_are_sound_and_read_back_as_written()
    {
        FaultList faults = new();
        StructureSet set = ReadStructures(faults, out StructurePlaces places);

        Assert.True(faults.Count == 0, string.Join("\n", faults.Take(20)));
        Assert.DoesNotContain(StructureChecker.Check(set, places), f => f.IsError);
        StructureSet again = StructureJsonReader.Read(new MemoryStream(Formats.Json.StructureJsonTests.Write(set))).Value!;
        StructureEquality.AssertEqual(set, again);
    }

    [SharedFact]
    public void Structures_of_the_packs_fit_the_schema_of_the_standard()
    {
        foreach (string file in Directory.EnumerateFiles(Packs, "*.json", SearchOption.AllDirectories))
        {
            Formats.Json.StandardSchema.AssertFits("structure-2.0.json", File.ReadAllBytes(file));
        }
    }

    [Fact]
    public void Data_of_the_packs_are_read_without_fault()
    {
        FaultList faults = new();
        StructureSet set = ReadStructures(faults, out _);
        long observations = 0;
        foreach (string file in Directory.EnumerateFiles(Packs, "*.csv", SearchOption.AllDirectories).Where(f => f.Contains($"{Path.DirectorySeparatorChar}data{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using FileStream input = File.OpenRead(file);
            bool isOfVintages = File.ReadLines(file).First().Contains("KNOWN_FROM", StringComparison.Ordinal);
            Outcome<DataMessage> read = DataCsvReader.Read(input, set, new DataCsvOptions { File = Path.GetRelativePath(Packs, file), VintageColumn = isOfVintages ? "KNOWN_FROM" : null, StatesWholeSeries = false });
            faults.AddRange(read.Faults);
            observations += read.Value?.ObservationCount ?? 0;
        }

        Assert.True(faults.Count == 0, string.Join("\n", faults.Take(20)));
        Assert.True(observations > 10_000);
    }

    [Fact]
    public void Plans_of_the_packs_are_read_without_fault_and_name_series_that_can_be()
    {
        FaultList faults = new();
        StructureSet set = ReadStructures(faults, out _);
        int entries = 0;
        foreach (string file in Directory.EnumerateFiles(Packs, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string name = Path.GetRelativePath(Packs, file);
            switch (Path.GetFileName(file))
            {
                case "transforms.yaml":
                    Outcome<DerivedPlan> derived = DerivedPlan.Read(File.ReadAllBytes(file), name);
                    faults.AddRange(derived.Faults);
                    faults.AddRange(derived.Value?.Check(set) ?? []);
                    entries += derived.Value?.Rules.Length ?? 0;
                    break;
                case "calendar.yaml":
                    Outcome<DuePlan> due = DuePlan.Read(File.ReadAllBytes(file), name, TimeZoneInfo.Utc);
                    faults.AddRange(due.Faults);
                    faults.AddRange(due.Value?.Check(set) ?? []);
                    entries += due.Value?.Rules.Length ?? 0;
                    break;
            }
        }

        Assert.True(faults.Count == 0, string.Join("\n", faults.Take(20)));
        Assert.True(entries > 20);
    }

    private static StructureSet ReadStructures(FaultList faults, out StructurePlaces places)
    {
        places = new StructurePlaces();
        StructureSet set = StructureSet.Empty;
        foreach (string file in Directory.EnumerateFiles(Packs, "*.json", SearchOption.AllDirectories).OrderBy(f => !f.Contains("common", StringComparison.Ordinal)).ThenBy(f => f, StringComparer.Ordinal))
        {
            using FileStream input = File.OpenRead(file);
            Outcome<StructureSet> read = StructureJsonReader.Read(input, Path.GetRelativePath(Packs, file), set, places);
            faults.AddRange(read.Faults);
            set = read.Value is { } more ? set.With(more) : set;
        }

        return set;
    }
}
