using System.Diagnostics;
using System.Globalization;
using System.Text;
using Ballast.Sdmx.Model;
using Ballast.Series;
using Ballast.Store;
using Ballast.Work;
using Ballast.Work.Loading;
using Microsoft.Data.Sqlite;

namespace Ballast.Cli.Tests;

/// <summary>The real program killed while it loads: what it acknowledged is there whole, the rest whole or not at all.</summary>
public sealed class KillTests
{
    private const int Kills = 50;
    private const int Seed = 20261125;
    private const string Flow = "US_INDICATORS";

    private static readonly string File = House.Tests.House.PathOf("packs", "us-vintages", "data", "vintages", Flow + ".csv");

    private static readonly Dictionary<string, long> Whole = HousePacks.Drafts("us-vintages", "vintages")
        .ToDictionary(d => d.Key.Replace("vintages/", Flow + "/", StringComparison.Ordinal), d => d.Parts.Sum(p => p.ObservationCount), StringComparer.Ordinal);

    [Fact]
    public void A_load_killed_at_any_moment_keeps_what_it_acknowledged_and_nothing_by_half()
    {
        using Scratch scratch = new();
        string empty = MakeEmpty(scratch);
        string expected = Content(Prepared.Data);
        Random random = new(Seed);
        int kills = 0;
        int filled = 0;
        string data = scratch.Copy(empty, "data-0");
        LoadClient client = new();

        while (kills < Kills)
        {
            // One in five at any moment from the start on, the others so many releases further and a little later.
            (int releases, int milliseconds) = random.Next(5) == 0 ? (0, random.Next(600)) : (1 + random.Next(9), random.Next(25));
            bool isKilled = LoadAndKill(data, client, releases, milliseconds);
            kills += isKilled ? 1 : 0;

            string where = string.Create(CultureInfo.InvariantCulture, $"seed {Seed}, kill {kills}, after {releases} releases and {milliseconds} ms");
            Assert.True(client.Complaints(data, Whole) is [], $"{where}: {string.Join("; ", client.Complaints(data, Whole))}");
            if (!isKilled || ReleasesIn(data) == Whole.Count)
            {
                Assert.False(LoadAndKill(data, client, int.MaxValue, 0), "The last run was to end by itself.");
                Assert.Empty(client.Complaints(data, Whole));
                Assert.Equal(Whole.Count, client.Count);
                Assert.Equal(expected, Content(data));
                Directory.Delete(data, recursive: true);
                filled++;
                data = scratch.Copy(empty, string.Create(CultureInfo.InvariantCulture, $"data-{filled}"));
                client = new LoadClient();
            }
        }

        Assert.False(LoadAndKill(data, client, int.MaxValue, 0), "The last run was to end by itself.");
        Assert.Empty(client.Complaints(data, Whole));
        Assert.Equal(expected, Content(data));
        Assert.True(filled > 0, "No folder was filled between the kills.");
    }

    [Fact]
    public void The_oracle_notices_a_store_put_back_a_release_that_lacks_a_part_and_one_that_never_was()
    {
        using Scratch scratch = new();
        string data = scratch.Copy(MakeEmpty(scratch), "data");
        LoadClient client = new();
        Load(data, FirstDays(scratch, 3), client);
        string older = scratch.Copy(data, "older");
        Assert.Equal(3, ReleasesIn(older));
        Load(data, File, client);
        Assert.Empty(client.Complaints(data, Whole));

        string putBack = scratch.Copy(data, "put-back");
        foreach (string file in Directory.GetFiles(putBack, "ballast.db*"))
        {
            System.IO.File.Delete(file);
        }

        foreach (string file in Directory.GetFiles(older, "ballast.db*"))
        {
            System.IO.File.Copy(file, Path.Combine(putBack, Path.GetFileName(file)));
        }

        IReadOnlyList<string> complaints = client.Complaints(putBack, Whole);
        Assert.Contains(complaints, c => c.StartsWith("verify:", StringComparison.Ordinal) && c.Contains("Head", StringComparison.Ordinal));
        Assert.Contains(complaints, c => c.StartsWith("head:", StringComparison.Ordinal));
        Assert.Contains(complaints, c => c.EndsWith("was acknowledged and is not there", StringComparison.Ordinal));
        ProgramRun refused = RealProgram.Run(putBack, "load", Flow, File, "--vintage-column", "KNOWN_FROM");
        Assert.Equal(3, refused.Code);
        Assert.Single(refused.ErrorLines);

        string lacking = scratch.Copy(data, "lacking");
        Execute(lacking, "DELETE FROM chunks WHERE number=(SELECT max(number) FROM chunks)");
        Assert.NotEmpty(client.Complaints(lacking, Whole));

        string fewer = scratch.Copy(data, "fewer");
        Execute(fewer, "UPDATE parts SET observations=observations-1 WHERE release=(SELECT max(release) FROM parts)");
        Assert.Contains(client.Complaints(fewer, Whole), c => c.Contains("is there with", StringComparison.Ordinal));

        client.Hear("""{"release":"US_INDICATORS/2017-01-01","commit":999,"hash":"00","wasThere":false,"values":1}""");
        Assert.Contains(client.Complaints(data, Whole), c => c.StartsWith("US_INDICATORS/2017-01-01", StringComparison.Ordinal));
    }

    /// <summary>A store with the structures of all packs and no release.</summary>
    private static string MakeEmpty(Scratch scratch)
    {
        string empty = scratch.PathOf("empty");
        using BallastStore store = BallastStore.Open(empty, StoreAccess.ReadWrite, TimeProvider.System);
        foreach (LoadedPack pack in HousePacks.Library.Packs)
        {
            StructureLoading.Commit(store, pack, "test");
        }

        return empty;
    }

    /// <summary>Loads a file to its end; the client hears every acknowledgement.</summary>
    private static void Load(string data, string file, LoadClient client)
    {
        ProgramRun run = RealProgram.Run(data, "load", Flow, file, "--vintage-column", "KNOWN_FROM", "--json");
        Assert.Equal(0, run.Code);
        foreach (string line in run.Lines)
        {
            client.Hear(line);
        }
    }

    /// <summary>The file with the rows of its first days alone.</summary>
    private static string FirstDays(Scratch scratch, int days)
    {
        string[] lines = System.IO.File.ReadAllLines(File);
        string last = lines.Skip(1).Select(l => l[^10..]).Distinct().Order(StringComparer.Ordinal).ElementAt(days - 1);
        string file = scratch.PathOf("first.csv");
        System.IO.File.WriteAllLines(file, lines.Take(1).Concat(lines.Skip(1).Where(l => string.CompareOrdinal(l[^10..], last) <= 0)));
        return file;
    }

    /// <summary>Loads, and sends SIGKILL once so many releases more were acknowledged and so many milliseconds passed; false where the program ended before.</summary>
    private static bool LoadAndKill(string data, LoadClient client, int releases, int milliseconds)
    {
        long wanted = (long)client.Count + releases;
        using Process process = RealProgram.Start(data, [], "load", Flow, File, "--vintage-column", "KNOWN_FROM", "--json");
        process.OutputDataReceived += (_, line) => client.Hear(line.Data);
        StringBuilder errors = new();
        process.ErrorDataReceived += (_, line) => errors.Append(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        while (client.Count < wanted && !process.HasExited)
        {
            Thread.Sleep(1);
        }

        bool isKilled = !process.WaitForExit(milliseconds);
        if (isKilled)
        {
            process.Kill();
        }

        process.WaitForExit();
        isKilled = isKilled && process.ExitCode != 0;
        Assert.True(isKilled || process.ExitCode == 0, $"The load ended with {process.ExitCode}: {errors}");
        return isKilled;
    }

    private static int ReleasesIn(string data)
    {
        using BallastStore store = BallastStore.Open(data, StoreAccess.ReadOnly, TimeProvider.System);
        return store.Releases(Viewpoint.PublicAt(DateTimeOffset.MaxValue)).Length;
    }

    /// <summary>Everything known of the flow, as text: key, period, value, since when.</summary>
    private static string Content(string data)
    {
        using BallastStore store = BallastStore.Open(data, StoreAccess.ReadOnly, TimeProvider.System);
        Dataflow flow = store.Structures().FindDataflow(Flow)!;
        int dimensions = store.Structures().FindDataStructure(flow.Structure)!.Dimensions.Length;
        StringBuilder text = new();
        foreach ((SeriesKey key, TimeSeries series) in store.ReadMany(flow.Id, KeyQuery.All(dimensions), null, null, Viewpoint.PublicAt(DateTimeOffset.MaxValue)))
        {
            foreach (Observation observation in series.Observations)
            {
                text.Append(CultureInfo.InvariantCulture, $"{key} {observation.Period} {observation.Value} {observation.KnownSince:O}\n");
            }
        }

        return text.ToString();
    }

    private static void Execute(string data, string sql)
    {
        using SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = Path.Combine(data, "ballast.db"), Pooling = false }.ToString());
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.Equal(1, command.ExecuteNonQuery());
    }
}
