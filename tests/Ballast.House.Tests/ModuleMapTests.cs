using System.Xml.Linq;

namespace Ballast.House.Tests;

/// <summary>Holds the project references to the table of docs/map.md, and the pure rooms to purity.</summary>
public sealed class ModuleMapTests
{
    private static readonly string[] EdgePackages = ["Microsoft.Data.Sqlite", "SourceGear.sqlite3", "SQLitePCLRaw.bundle_e_sqlite3", "Spectre.Console", "System.CommandLine"];

    [Fact]
    public void Every_room_stands_in_the_map_and_every_room_of_the_map_stands_in_the_house()
    {
        string[] inMap = [.. Map().Keys.Order(StringComparer.Ordinal)];
        string[] inHouse = [.. Rooms().Select(r => r.Name).Order(StringComparer.Ordinal)];

        Assert.Equal(inHouse, inMap);
    }

    [Fact]
    public void Every_project_stands_in_the_solution()
    {
        string[] inSolution = [.. XDocument.Load(House.PathOf("Ballast.slnx")).Descendants("Project").Select(p => p.Attribute("Path")!.Value).Order(StringComparer.Ordinal)];
        string[] inHouse =
        [
            .. new[] { "src", "tests", "bench" }
                .SelectMany(folder => Directory.GetFiles(House.PathOf(folder), "*.csproj", SearchOption.AllDirectories))
                .Select(file => Path.GetRelativePath(House.Root, file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];

        Assert.Equal(inHouse, inSolution);
    }

    [Fact]
    public void No_room_refers_to_a_room_that_the_map_does_not_allow()
    {
        Dictionary<string, (string Kind, HashSet<string> MayUse)> map = Map();

        string[] forbidden = [.. Rooms().SelectMany(room => room.References
            .Where(reference => !map[room.Name].MayUse.Contains(reference))
            .Select(reference => $"{room.Name} -> {reference}"))];

        Assert.Empty(forbidden);
    }

    [Fact]
    public void The_arrows_of_the_map_make_no_circle()
    {
        Dictionary<string, (string Kind, HashSet<string> MayUse)> map = Map();
        HashSet<string> placed = new(StringComparer.Ordinal);

        while (map.Keys.FirstOrDefault(r => !placed.Contains(r) && map[r].MayUse.All(placed.Contains)) is { } next)
        {
            placed.Add(next);
        }

        Assert.Equal(map.Keys.Order(StringComparer.Ordinal), placed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Pure_rooms_use_no_edge_and_no_package_of_an_edge()
    {
        Dictionary<string, (string Kind, HashSet<string> MayUse)> map = Map();

        string[] impure = [.. Rooms().Where(room => map[room.Name].Kind == "pure").SelectMany(room => room.References
            .Where(r => map[r].Kind != "pure")
            .Concat(room.Packages.Where(p => EdgePackages.Contains(p, StringComparer.Ordinal)))
            .Concat(room.Frameworks)
            .Select(what => $"{room.Name} uses {what}"))];

        Assert.Empty(impure);
    }

    [Fact]
    public void Pure_rooms_name_no_disk_clock_network_or_environment()
    {
        string[] banned = ["DateTime.Now", "DateTime.UtcNow", "DateTimeOffset.Now", "DateTimeOffset.UtcNow", "DateTime.Today", "Environment.GetEnvironmentVariable", "File.Read", "File.Open", "File.Write", "Directory.", "HttpClient", "System.Net.Sockets"];
        Dictionary<string, (string Kind, HashSet<string> MayUse)> map = Map();

        string[] found = [.. Rooms().Where(room => map[room.Name].Kind == "pure").SelectMany(room => Sources(room.Name)
            .SelectMany(file => File.ReadLines(file).Select((line, index) => (file, line, index)))
            .Where(at => !at.line.TrimStart().StartsWith("//", StringComparison.Ordinal) && banned.Any(b => at.line.Contains(b, StringComparison.Ordinal)))
            .Select(at => $"{Path.GetFileName(at.file)}:{at.index + 1}: {at.line.Trim()}"))];

        Assert.Empty(found);
    }

    private static IEnumerable<string> Sources(string room) =>
        Directory.EnumerateFiles(House.PathOf("src", room), "*.cs", SearchOption.AllDirectories);

    private static Room[] Rooms() => [.. Directory.GetFiles(House.PathOf("src"), "*.csproj", SearchOption.AllDirectories).Select(file =>
    {
        XDocument project = XDocument.Load(file);
        return new Room(
            Path.GetFileNameWithoutExtension(file),
            [.. project.Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value))],
            [.. project.Descendants("PackageReference").Select(r => r.Attribute("Include")!.Value)],
            [.. project.Descendants("FrameworkReference").Select(r => r.Attribute("Include")!.Value)]);
    })];

    /// <summary>The table of docs/map.md; "X and everything it may use" stands for X with what X's own row allows.</summary>
    private static Dictionary<string, (string Kind, HashSet<string> MayUse)> Map()
    {
        Dictionary<string, (string Kind, HashSet<string> MayUse)> map = new(StringComparer.Ordinal);
        foreach (string line in File.ReadLines(House.PathOf("docs", "map.md")).Where(l => l.StartsWith("| Ballast.", StringComparison.Ordinal)))
        {
            string[] cells = [.. line.Split('|').Select(c => c.Trim())];
            HashSet<string> mayUse = new(StringComparer.Ordinal);
            foreach (string entry in cells[4].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(e => e != "–"))
            {
                const string All = " and everything it may use";
                string name = "Ballast." + entry.Replace(All, "", StringComparison.Ordinal);
                mayUse.Add(name);
                if (entry.EndsWith(All, StringComparison.Ordinal))
                {
                    mayUse.UnionWith(map[name].MayUse);
                }
            }

            map.Add(cells[1], (cells[2], mayUse));
        }

        return map;
    }

    private sealed record Room(string Name, string[] References, string[] Packages, string[] Frameworks);
}
