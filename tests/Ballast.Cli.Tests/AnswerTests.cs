using System.Text.Json;
using System.Text.RegularExpressions;

namespace Ballast.Cli.Tests;

/// <summary>What commands answer to people and to programs.</summary>
public sealed partial class AnswerTests
{
    [Fact]
    public void The_first_run_loads_all_packs_and_says_what_came_and_what_to_try_next()
    {
        string output = Prepared.Run.Output;

        Assert.Contains("first run, 4 packs", output, StringComparison.Ordinal);
        Assert.Contains("us-vintages   57 releases  9,450 values", output, StringComparison.Ordinal);
        Assert.Empty(Prepared.Run.Errors);
        Assert.Equal(3, output.Split('\n').SkipWhile(l => l != "Try next").Count(l => l.StartsWith("  ./ballast ", StringComparison.Ordinal)));
        Assert.True(new FileInfo(Path.Combine(Prepared.Data, "out", "briefing.html")).Length > 10_000);
        Assert.StartsWith("# ", File.ReadAllText(Path.Combine(Prepared.Data, "out", "briefing.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_run_has_nothing_to_do_says_so_and_writes_nothing()
    {
        using Scratch scratch = new();
        string data = scratch.Copy(Prepared.Data, "data");

        // The copy has no briefing yet; the run that writes it comes first.
        Assert.Equal(0, RealProgram.Run(data, "monitor").Code);
        (string Name, long Length, DateTime Written)[] before = Files(data);
        ProgramRun again = RealProgram.Run(data, "monitor");
        ProgramRun chinese = RealProgram.Run(data, "monitor", "--json");

        Assert.True(again.Code == 0, again.ToString());
        Assert.Contains("Nothing to do.", again.Output, StringComparison.Ordinal);
        Assert.Contains("briefing.html is up to date.", again.Output, StringComparison.Ordinal);
        Assert.Equal(before, Files(data));
        using JsonDocument json = JsonDocument.Parse(chinese.Output);
        Assert.False(json.RootElement.GetProperty("new").GetBoolean());
        Assert.All(json.RootElement.GetProperty("packs").EnumerateArray(), p => Assert.Equal(0, p.GetProperty("releases").GetInt32()));
    }

    [Fact]
    public void Answers_for_programs_are_JSON_of_a_stated_shape()
    {
        using JsonDocument flows = Json("flows");
        Assert.Equal(["id", "urn", "name", "pack", "series", "observations", "first", "last", "latestRelease"], flows.RootElement[0].EnumerateObject().Select(p => p.Name));
        int stated = CsvRows.Of(House.Tests.House.PathOf("packs", "us-vintages", "data", "vintages", "US_INDICATORS.csv"))
            .Select(r => string.Join('.', r.SkipWhile(c => c.Key != "FREQ").TakeWhile(c => c.Key != "OBS_VALUE").Select(c => c.Value))).Distinct().Count();
        Assert.Equal(stated, flows.RootElement.EnumerateArray().Single(f => f.GetProperty("id").GetString() == "US_INDICATORS").GetProperty("observations").GetInt64());

        using JsonDocument found = Json("find", "5G", "基站", "--limit", "1");
        Assert.Equal("M.CN.STATION_5G.STOCK.N.N._Z.A", found.RootElement.GetProperty("hits")[0].GetProperty("key").GetString());
        Assert.NotEqual(0, found.RootElement.GetProperty("hits")[0].GetProperty("reasons").GetArrayLength());

        using JsonDocument config = Json("config");
        Assert.Equal(["name", "value", "origin", "originName"], config.RootElement[0].EnumerateObject().Select(p => p.Name));

        using JsonDocument verified = Json("verify");
        Assert.True(verified.RootElement.GetProperty("sound").GetBoolean());
        Assert.Equal(0, verified.RootElement.GetProperty("findings").GetArrayLength());

        using JsonDocument pack = Json("pack", "check", "packs/ict");
        Assert.Equal(0, pack.RootElement.GetProperty("warnings").GetInt32());
    }

    [Fact]
    public void Series_for_programs_are_an_SDMX_JSON_message_and_an_SDMX_CSV_file()
    {
        string[] series = ["get", "ICT_NETWORK", "@CN_5G_STATIONS", "--start", "2022-12", "--end", "2022-12"];

        using JsonDocument message = Json(series);
        ProgramRun csv = RealProgram.Run(Prepared.Data, [.. series, "--format", "csv"]);

        JsonElement dataSet = message.RootElement.GetProperty("data").GetProperty("dataSets")[0];
        JsonElement observation = dataSet.GetProperty("series").EnumerateObject().Single().Value.GetProperty("observations").EnumerateObject().Single().Value;
        Assert.Equal("231.2", observation[0].ToString());
        Dictionary<string, string> row = Assert.Single(CsvRows.OfText(csv.Output));
        Assert.Equal(("2022-12", "231.2", "4", "EXACT"), (row["TIME_PERIOD"], row["OBS_VALUE"], row["UNIT_MULT"], row["BOUND"]));
        Assert.Equal("001_a017b6ef34311eb7#7540-7553;001_a017b6ef34311eb7#55338-55351", row["SOURCE_REF[]"]);
    }

    [Theory]
    [InlineData("en", "Example:")]
    [InlineData("zh", "示例：")]
    public void Every_command_has_help_with_an_example(string language, string heading)
    {
        Queue<string[]> waiting = new([[]]);
        List<string> seen = [];
        while (waiting.TryDequeue(out string[]? command))
        {
            ProgramRun help = RealProgram.Run(Prepared.Data, [("BALLAST_LANG", language)], [.. command, "--help"]);
            Assert.True(help.Code == 0, help.ToString());
            foreach (string name in Subcommands(help.Output))
            {
                waiting.Enqueue([.. command, name]);
            }

            if (command.Length > 0)
            {
                seen.Add(string.Join(' ', command));
                string[] lines = [.. help.Output.Split('\n').Select(l => l.Trim())];
                int at = Array.IndexOf(lines, heading);
                Assert.True(at >= 0, help.ToString());
                Assert.Matches($"^([A-Z_]+=\\S+ )?ballast {string.Join(' ', command)}( |$)", lines[at + 1]);
            }
        }

        Assert.Empty(((string[])["monitor", "flows", "find", "get", "load", "verify", "backup", "restore", "config", "pack check", "pack test", "pack new"]).Except(seen));
    }

    [Fact]
    public void Help_in_Chinese_has_Chinese_headings()
    {
        ProgramRun help = RealProgram.Run(Prepared.Data, "get", "--help", "--lang", "zh");

        Assert.DoesNotMatch("(?m)^(Usage|Options|Arguments):|Show help", help.Output);
    }

    [Fact]
    public void Config_says_of_each_setting_where_it_comes_from()
    {
        using Scratch scratch = new();
        string data = scratch.PathOf("data");
        Directory.CreateDirectory(data);
        File.WriteAllText(Path.Combine(data, "ballast.yaml"), "listen: 127.0.0.1:9001\nlang: zh\n");

        ProgramRun run = RealProgram.Run(data, [("BALLAST_OUT", scratch.PathOf("elsewhere"))], "config", "--packs", "packs", "--lang", "en", "--json");

        Assert.True(run.Code == 0, run.ToString());
        using JsonDocument json = JsonDocument.Parse(run.Output);
        Dictionary<string, (string? Value, string? Origin, string? Name)> settings = json.RootElement.EnumerateArray().ToDictionary(
            s => s.GetProperty("name").GetString()!, s => (s.GetProperty("value").GetString(), s.GetProperty("origin").GetString(), s.GetProperty("originName").GetString()));
        Assert.Equal((data, "Environment", "BALLAST_DATA"), settings["data"]);
        Assert.Equal((scratch.PathOf("elsewhere"), "Environment", "BALLAST_OUT"), settings["out"]);
        Assert.Equal(("packs", "CommandLine", "--packs"), settings["packs"]);
        Assert.Equal(("127.0.0.1:9001", "File", Path.Combine(data, "ballast.yaml")), settings["listen"]);
        Assert.Equal(("en", "CommandLine", "--lang"), settings["lang"]);
    }

    [Fact]
    public void A_settings_file_with_faults_is_refused_with_their_places()
    {
        using Scratch scratch = new();
        string data = scratch.PathOf("data");
        Directory.CreateDirectory(data);
        File.WriteAllText(Path.Combine(data, "ballast.yaml"), "listen: 127.0.0.1:9001\ncolour: red\n");

        ProgramRun run = RealProgram.Run(data, "config");

        Assert.Equal(2, run.Code);
        Assert.StartsWith(Path.Combine(data, "ballast.yaml") + ":2:1: ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    private static JsonDocument Json(params string[] arguments)
    {
        ProgramRun run = RealProgram.Run(Prepared.Data, [.. arguments, "--json"]);
        Assert.True(run.Code == 0 && run.Errors.Length == 0, run.ToString());
        return JsonDocument.Parse(run.Output);
    }

    /// <summary>Names under the last heading of a help text, if that lists commands: indented by two, the description further right.</summary>
    private static IEnumerable<string> Subcommands(string help)
    {
        string[] lines = help.Split('\n');
        int heading = Array.FindLastIndex(lines, l => l.Length > 0 && l[0] != ' ' && (l.StartsWith("Commands", StringComparison.Ordinal) || l.StartsWith("命令", StringComparison.Ordinal)));
        return heading < 0 ? [] : lines[(heading + 1)..].Select(l => CommandLine().Match(l)).Where(m => m.Success).Select(m => m.Groups[1].Value);
    }

    private static (string Name, long Length, DateTime Written)[] Files(string folder) =>
    [
        .. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Where(f => !f.EndsWith("-shm", StringComparison.Ordinal) && !f.EndsWith("-wal", StringComparison.Ordinal) && !f.EndsWith(".lock", StringComparison.Ordinal) && !f.EndsWith(".holder", StringComparison.Ordinal))
            .Select(f => (f, new FileInfo(f).Length, File.GetLastWriteTimeUtc(f))),
    ];

    [GeneratedRegex(@"^  ([a-z][a-z0-9-]*)(?: |$)")]
    private static partial Regex CommandLine();
}
