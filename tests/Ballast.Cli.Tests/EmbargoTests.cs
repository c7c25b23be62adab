using System.Globalization;
using Ballast.Briefings;
using Ballast.Language;
using Ballast.Sdmx.Model;
using Ballast.Series;
using Ballast.Store;
using Ballast.Work;

namespace Ballast.Cli.Tests;

/// <summary>
/// A release of the future is found through no door before its time, and through all of them after it. Two data folders that differ only in that release must answer alike, byte for byte.
/// </summary>
public sealed class EmbargoTests : IDisposable
{
    private const string Flow = "ICT_NETWORK";
    private const string KnownKey = "M.CN.STATION_5G.STOCK.N.N._Z.A";
    private const string HiddenKey = "M.CN.STATION_5G.STOCK.N.G1Y._Z.A";
    private const string Release = "hidden-release-7";

    private const string Rows = """
        STRUCTURE[;],STRUCTURE_ID,ACTION,FREQ,REF_AREA,ITEM,ASPECT,ADJUSTMENT,TRANSFORMATION,REFERENCE,NATURE,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT,TIME_PER_COLLECT,TITLE[en;zh],SOURCE_ID,SOURCE_REF[]
        dataflow,BALLAST:ICT_NETWORK(1.0.0),A,M,CN,STATION_5G,STOCK,N,N,_Z,A,2026-01,512.34,NUM,4,E,"en:5G base stations, end of month;zh:中国：5G基站总数",CN_5G_STATIONS,Hidden source
        dataflow,BALLAST:ICT_NETWORK(1.0.0),A,M,CN,STATION_5G,STOCK,N,N,_Z,A,2023-12,398.76,NUM,4,E,"en:5G base stations, end of month;zh:中国：5G基站总数",CN_5G_STATIONS,Hidden source
        dataflow,BALLAST:ICT_NETWORK(1.0.0),A,M,CN,STATION_5G,STOCK,N,G1Y,_Z,A,2026-01,77.77,PC,,E,"en:Zebrafish growth of stations;zh:斑马鱼增速",HIDDEN_SERIES,Hidden source

        """;

    private static readonly DateTimeOffset Published = new(2031, 3, 4, 10, 0, 0, TimeSpan.FromHours(8));

    private readonly Scratch _scratch = new();
    private readonly string _with;
    private readonly string _without;

    public EmbargoTests()
    {
        _without = _scratch.Copy(Prepared.Data, "twin-a");
        _with = _scratch.Copy(Prepared.Data, "twin-b");
        string file = _scratch.PathOf("hidden.csv");
        File.WriteAllText(file, Rows);
        ProgramRun load = RealProgram.Run(_with, "load", Flow, file, "--published", "2031-03-04T10:00+08:00", "--key", Release, "--source", "Hidden agency");
        Assert.True(load.Code == 0, load.ToString());
        Assert.Contains("embargo", load.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Before_its_time_no_command_answers_otherwise_than_in_a_world_without_it()
    {
        string[][] doors =
        [
            ["get", Flow],
            ["get", Flow, KnownKey],
            ["get", Flow, HiddenKey],
            ["get", Flow, "@CN_5G_STATIONS", "--as-of", "2031-12-31"],
            ["get", Flow, "@CN_5G_STATIONS", "--as-of", "2031-12-31~9999", "--format", "csv"],
            ["get", Flow, "@HIDDEN_SERIES"],
            ["get", Flow, "--format", "csv"],
            ["get", Flow, "--format", "json", "--as-of", "2031-12-31"],
            ["get", Flow + "_DERIVED", "--format", "csv"],
            ["flows"],
            ["flows", "--json"],
            ["flows", "--json", "--as-of", "2031-12-31"],
            ["find", "Zebrafish"],
            ["find", "斑马鱼", "--as-of", "2031-12-31"],
            ["find", "HIDDEN_SERIES", "--json"],
            ["find", "5G", "--json", "--limit", "100"],
            ["monitor"],
            ["monitor", "--json"],
        ];

        Assert.All(doors, door =>
        {
            ProgramRun without = RealProgram.Run(_without, door);
            ProgramRun with = RealProgram.Run(_with, door);

            Assert.Equal(without.Code, with.Code);
            Assert.Equal(Timeless(without.Output), Timeless(with.Output.Replace(_with, _without, StringComparison.Ordinal)));
            Assert.Equal(without.Errors, with.Errors);
        });
        Assert.All(Directory.GetFiles(Path.Combine(_with, "out")), file => Assert.DoesNotMatch("hidden-release|Hidden source|Hidden agency|HIDDEN_SERIES|Zebrafish|斑马鱼|512\\.34|5\\.1234|398\\.76|3\\.9876|77\\.77", File.ReadAllText(file)));
    }

    [Fact]
    public void Up_to_its_moment_nothing_is_seen_of_it_and_from_then_on_everything_everywhere()
    {
        (string Before, string At) with = (Look(_with, Published.AddTicks(-1)), Look(_with, Published));
        (string Before, string At) without = (Look(_without, Published.AddTicks(-1)), Look(_without, Published));

        Assert.Equal(without.Before, with.Before);
        string[] doors = ["get", "revised", "listing", "find", "count", "release", "changes", "overview", "briefing"];
        Dictionary<string, string> seen = Doors(with.At);
        Dictionary<string, string> unseen = Doors(without.At);
        Assert.Equal(doors, seen.Keys);
        Assert.All(doors, door => Assert.True(seen[door] != unseen[door], $"{door} shows nothing of the release after its time: {seen[door]}"));
    }

    [Fact]
    public void The_program_itself_finds_a_release_as_soon_as_its_time_has_come()
    {
        string file = _scratch.PathOf("soon.csv");
        File.WriteAllText(file, Rows.Replace("2026-01,512.34", "2026-02,498.76", StringComparison.Ordinal));
        DateTimeOffset soon = DateTimeOffset.UtcNow.AddSeconds(3);

        ProgramRun load = RealProgram.Run(_without, "load", Flow, file, "--published", soon.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), "--key", "soon");
        Assert.True(load.Code == 0, load.ToString());
        TimeSpan wait = soon - DateTimeOffset.UtcNow;
        Thread.Sleep(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);

        Assert.Contains("4.9876 million", RealProgram.Run(_without, "get", Flow, KnownKey, "--start", "2026-01").Output, StringComparison.Ordinal);
        Assert.Contains("Zebrafish", RealProgram.Run(_without, "find", "斑马鱼").Output, StringComparison.Ordinal);
        Assert.Contains("\"latestRelease\":\"soon\"", RealProgram.Run(_without, "flows", "--json").Output, StringComparison.Ordinal);
        Assert.Equal(0, RealProgram.Run(_without, "monitor").Code);
        Assert.Contains("4.988 million", File.ReadAllText(Path.Combine(_without, "out", "briefing.md")).Replace("4.9876 million", "4.988 million", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    /// <summary>What a folder shows at a moment, a line or more a door.</summary>
    private string Look(string data, DateTimeOffset now)
    {
        string copy = _scratch.Copy(data, Guid.NewGuid().ToString("N"));
        SetClock clock = new(now);
        using BallastStore store = BallastStore.Open(copy, StoreAccess.ReadWrite, clock);
        Reading reading = new(store, HousePacks.Library, clock);
        Viewpoint viewpoint = Viewpoint.PublicAt(DateTimeOffset.MaxValue);
        LoadedPack pack = HousePacks.Library.Find("ict")!;
        KeyQuery all = KeyQuery.All(8);
        MonitorResult run = new Monitoring(store, clock).Run(HousePacks.Library, [], Path.Combine(copy, "out"), Tongue.English, "test", null, CancellationToken.None);
        (string, string)[] answers =
        [
            ("get", reading.Series(Flow, SeriesKey.TryParse(HiddenKey, 8)!, viewpoint)?.Series.At(Period.Month(2026, 1))?.Value.ToString() ?? "unknown"),
            ("revised", reading.Series(Flow, SeriesKey.TryParse(KnownKey, 8)!, viewpoint)!.Series.At(Period.Month(2023, 12))!.Value.ToString()),
            ("listing", string.Join(' ', reading.Listings(Flow, all, viewpoint).Select(l => l.Key))),
            ("find", string.Join(' ', reading.Find("斑马鱼", viewpoint).Hits.Select(h => h.Entry.Key))),
            ("count", string.Join(' ', reading.Flows(viewpoint).Select(f => $"{f.Availability.SeriesCount}/{f.Availability.ObservationCount}/{f.Availability.Last}/{f.Latest?.Key}")) + run.Held),
            ("release", string.Join(' ', reading.Releases(viewpoint).Select(r => $"{r.Key}#{r.PublicNumber}"))),
            ("changes", (reading.Changes(Release, viewpoint)?.Rows.Length ?? -1).ToString(CultureInfo.InvariantCulture)),
            ("overview", MarkdownWriter.Write(reading.Overview(pack, viewpoint, Tongue.Chinese)).ReplaceLineEndings(" ")),
            ("briefing", string.Join(' ', run.Files.Select(File.ReadAllText)).ReplaceLineEndings(" ")),
        ];
        return string.Join('\n', answers.Select(a => $"{a.Item1}\t{a.Item2}")).Replace(copy, "", StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Doors(string look) => look.Split('\n').Select(l => l.Split('\t', 2)).ToDictionary(l => l[0], l => l[1]);

    /// <summary>An answer without the time at which it was given: the header of a message says when it was prepared.</summary>
    private static string Timeless(string text) => System.Text.RegularExpressions.Regex.Replace(text, "\"prepared\":\"[^\"]*\"|\"id\":\"[A-Z_]+-\\d{14}\"", "");
}
