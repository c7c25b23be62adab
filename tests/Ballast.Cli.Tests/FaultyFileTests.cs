using System.Text.Json;

namespace Ballast.Cli.Tests;

/// <summary>A file with faults: each is named with its place, and nothing of the file is loaded.</summary>
public sealed class FaultyFileTests
{
    private const string Head = "STRUCTURE[;],STRUCTURE_ID,ACTION,FREQ,REF_AREA,ITEM,ASPECT,ADJUSTMENT,TRANSFORMATION,REFERENCE,NATURE,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT,TIME_PER_COLLECT,TITLE[en;zh],SOURCE_ID\n";
    private const string Good = "dataflow,BALLAST:ICT_NETWORK(1.0.0),A,M,CN,STATION_5G,STOCK,N,N,_Z,A,";
    private const string End = ",NUM,4,E,\"en:5G base stations, end of month;zh:中国：5G基站总数\",CN_5G_STATIONS\n";

    private static readonly string Text =
        Head
        + Good + "2026-01,490.1" + End
        + Good + "2026-13,490.2" + End
        + Good + "2026-02,many" + End
        + Good.Replace("STATION_5G", "STATION_9G", StringComparison.Ordinal) + "2026-03,1" + End
        + Good.Replace(",M,CN,", ",,CN,", StringComparison.Ordinal) + "2026-03,1" + End
        + Good + "2026-01,490.3" + End;

    [Fact]
    public void Every_fault_of_a_file_is_listed_with_its_line_and_column_and_nothing_is_loaded()
    {
        using Scratch scratch = new();
        string data = scratch.Copy(Prepared.Data, "data");
        string file = scratch.PathOf("faulty.csv");
        File.WriteAllText(file, Text);
        string before = RealProgram.Run(data, "flows", "--json").Output;

        ProgramRun run = RealProgram.Run(data, "load", "ICT_NETWORK", file);
        ProgramRun chinese = RealProgram.Run(data, "load", "ICT_NETWORK", file, "--lang", "zh");
        ProgramRun json = RealProgram.Run(data, "load", "ICT_NETWORK", file, "--json");

        int[] lines = [3, 4, 5, 6, 7];
        Assert.Equal(1, run.Code);
        string[] faults = [.. run.ErrorLines.Where(l => l.StartsWith(file + ":", StringComparison.Ordinal))];
        Assert.Equal(lines, faults.Select(l => int.Parse(l[(file.Length + 1)..].Split(':')[0], System.Globalization.CultureInfo.InvariantCulture)).Distinct().Order());

        // A row that repeats an earlier one is wrong as a whole and has no column.
        Assert.All(faults, l => Assert.Matches(@":\d+:\d+: .+\.$|:7: Series .+ already in line 2\.$", l));
        Assert.Contains("nothing was loaded", run.ErrorLines[^1], StringComparison.Ordinal);
        Assert.Contains("未载入任何内容", chinese.ErrorLines[^1], StringComparison.Ordinal);
        Assert.Equal(faults.Length, chinese.ErrorLines.Length - 1);
        using JsonDocument listed = JsonDocument.Parse(json.Errors);
        JsonElement[] objects = [.. listed.RootElement.GetProperty("faults").EnumerateArray()];
        Assert.Equal(faults.Length, objects.Length);
        Assert.Equal(faults.Length, listed.RootElement.GetProperty("count").GetInt32());
        Assert.All(objects, o => Assert.True(o.GetProperty("column").GetInt32() > 0 || o.GetProperty("code").GetString() == "csv.duplicate"));
        Assert.Equal(lines, objects.Select(o => o.GetProperty("line").GetInt32()).Distinct().Order());

        Assert.Equal(before, RealProgram.Run(data, "flows", "--json").Output);
        ProgramRun series = RealProgram.Run(data, "get", "ICT_NETWORK", "@CN_5G_STATIONS", "--start", "2026-01");
        Assert.DoesNotContain("4.901", series.Output, StringComparison.Ordinal);
        Assert.Equal(0, RealProgram.Run(data, "verify").Code);
    }

    [Fact]
    public void The_same_file_without_its_faults_is_loaded_once_however_often_it_is_given()
    {
        using Scratch scratch = new();
        string data = scratch.Copy(Prepared.Data, "data");
        string file = scratch.PathOf("good.csv");
        File.WriteAllText(file, Head + Good + "2026-01,490.1" + End);

        JsonElement first = Load();
        JsonElement second = Load();

        Assert.False(first.GetProperty("wasThere").GetBoolean());
        Assert.True(second.GetProperty("wasThere").GetBoolean());
        Assert.Equal(1, first.GetProperty("values").GetInt64());
        Assert.Equal(first.GetProperty("commit").GetInt64(), second.GetProperty("commit").GetInt64());
        Assert.Equal(first.GetProperty("hash").GetString(), second.GetProperty("hash").GetString());
        Assert.Contains("4.901 million", RealProgram.Run(data, "get", "ICT_NETWORK", "@CN_5G_STATIONS", "--start", "2026-01").Output, StringComparison.Ordinal);

        JsonElement Load()
        {
            ProgramRun run = RealProgram.Run(data, "load", "ICT_NETWORK", file, "--published", "2026-02-20T10:00+08:00", "--json");
            Assert.True(run.Code == 0, run.ToString());
            using JsonDocument json = JsonDocument.Parse(run.Output);
            return json.RootElement.Clone();
        }
    }
}
