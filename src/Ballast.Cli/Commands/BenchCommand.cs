using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Ballast.Cli.Bench;
using Ballast.Faults;
using Ballast.Language;
using Ballast.Sdmx.Model;
using Ballast.Series;
using Ballast.Store;
using Ballast.Work.Loading;
using CsvHelper;

namespace Ballast.Cli.Commands;

/// <summary><c>ballast bench</c>: the main paths measured on this machine, each in CPU time and as a ratio to a yardstick run beside it.</summary>
internal static class BenchCommand
{
    private const int Months = 100;
    private const int Releases = 120;

    public static Command Create(GlobalOptions options)
    {
        Option<int> runs = new("--runs") { Description = Phrases.CommandLine.OptionRuns.In(options.Tongue), DefaultValueFactory = _ => 3, HelpName = "N" };
        Command command = new("bench", Help.Of(options, Phrases.CommandLine.Bench, "ballast bench --runs 5")) { runs };
        command.SetAction((parsed, cancellation) => Edge.RunAsync(parsed, options, (call, token) => Task.FromResult(Run(call, Math.Clamp(parsed.GetValue(runs), 1, 50), token)), cancellation));
        return command;
    }

    private static int Run(Invocation call, int runs, CancellationToken cancellation)
    {
        string scratch = Directory.CreateTempSubdirectory("ballast-bench-").FullName;
        try
        {
            List<Row> rows = [];
            foreach (Func<string, Invocation, int, CancellationToken, IEnumerable<Row>> part in (Func<string, Invocation, int, CancellationToken, IEnumerable<Row>>[])[Load, Read, Programs])
            {
                foreach (Row row in part(scratch, call, runs, cancellation))
                {
                    cancellation.ThrowIfCancellationRequested();
                    rows.Add(row);
                    if (!call.Terminal.IsJson)
                    {
                        System.Console.Error.Write(row.What + "\n");
                    }
                }
            }

            Print(call, rows);
            return ExitCode.Done;
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    /// <summary>A million observations from a file of SDMX-CSV to a committed release, beside CsvHelper's bare parse of the same file.</summary>
    private static IEnumerable<Row> Load(string scratch, Invocation call, int runs, CancellationToken cancellation)
    {
        string file = Path.Combine(scratch, "panel.csv");
        BenchWorld.WriteCsv(file, Months);
        Measured yard = Measured.Median(runs, () =>
        {
            long length = 0;
            using FileStream stream = File.OpenRead(file);
            using CsvReader reader = CsvReader.Create(stream, new CsvReaderOptions { Separator = ',', TrackLineNumbers = true, MaxRecordSize = 1 << 20 }, leaveOpen: false);
            while (reader.Read())
            {
                for (int i = 0; i < reader.FieldCount; i++)
                {
                    length += reader.GetSpan(i).Length;
                }
            }
        });
        int round = 0;
        Measured load = Measured.Median(runs, () =>
        {
            using BallastStore store = BenchWorld.NewStore(Path.Combine(scratch, "load" + round++));
            Outcome<ReleaseDrafts> read = FileLoading.Read(
                new FileLoadRequest(BenchWorld.Flow.Id.Id, "bench", call.Clock.GetUtcNow().AddDays(-1), null, null),
                [(file, () => File.OpenRead(file))], store.Structures(), TimeZoneInfo.Utc, call.Clock.GetUtcNow(), null, cancellation);
            if (!read.IsGood)
            {
                throw new InvalidOperationException(read.Faults.First().ToString());
            }

            store.CommitRelease(read.Value.Drafts[0], "bench", "bench");
        });
        yield return new Row(Phrases.CommandLine.BenchLoad.In(call.Tongue), load, Phrases.CommandLine.YardParse.In(call.Tongue), yard, PeakMegabytes());
    }

    /// <summary>10,000 series × 120 months that came in 120 monthly releases, read whole now and as of the sixtieth, beside a copy of as many bytes as the chunks have.</summary>
    private static IEnumerable<Row> Read(string scratch, Invocation call, int runs, CancellationToken cancellation)
    {
        string folder = Path.Combine(scratch, "panel");
        DateTimeOffset now = call.Clock.GetUtcNow();
        using BallastStore store = BenchWorld.NewStore(folder);
        for (int month = 0; month < Releases; month += 10)
        {
            cancellation.ThrowIfCancellationRequested();
            store.CommitReleases(Enumerable.Range(month, 10).Select(m => BenchWorld.Month(m, now.AddDays(m - 200))), "bench", "months" + month);
        }

        // What the log still holds counts as much as what the checkpoint moved.
        long bytes = Directory.GetFiles(folder, "ballast.db*").Sum(f => new FileInfo(f).Length);
        byte[] from = new byte[bytes];
        byte[] to = new byte[bytes];
        Measured yard = Measured.Median(runs, () =>
        {
            for (int i = 0; i < 10; i++)
            {
                from.CopyTo(to, 0);
            }
        });
        yard = new Measured(yard.CpuSeconds / 10, yard.WallSeconds / 10);
        string yardName = Phrases.CommandLine.YardCopy.In(call.Tongue, (bytes / 1e6).ToString("0.0", CultureInfo.InvariantCulture));
        foreach ((Phrase what, DateTimeOffset asOf) in new[] { (Phrases.CommandLine.BenchReadNow, now), (Phrases.CommandLine.BenchReadAsOf, now.AddDays(60 - 200)) })
        {
            Measured read = Measured.Median(runs, () => store.ReadFrame(BenchWorld.Flow.Id, KeyQuery.All(4), null, null, new Viewpoint(new CutOff(asOf), Reader.Anonymous)));
            yield return new Row(what.In(call.Tongue), read, yardName, yard, PeakMegabytes());
        }
    }

    /// <summary>The program as people start it: the server to its first page, the main job from nothing and again.</summary>
    private static IEnumerable<Row> Programs(string scratch, Invocation call, int runs, CancellationToken cancellation)
    {
        Measured sync = Measured.Median(runs, () =>
        {
            using FileStream stream = new(Path.Combine(scratch, "sync"), FileMode.Create);
            byte[] page = new byte[4096];
            for (int i = 0; i < 100; i++)
            {
                stream.Write(page);
                stream.Flush(flushToDisk: true);
            }
        });
        Measured nothing = MedianOf(runs, () => Measured.Child(Program("config")));
        string data = Path.Combine(scratch, "packs-data");
        string outFolder = Path.Combine(scratch, "packs-out");
        Measured first = MedianOf(runs, () =>
        {
            cancellation.ThrowIfCancellationRequested();
            if (Directory.Exists(data))
            {
                Directory.Delete(data, recursive: true);
            }

            return Measured.Child(Program("monitor", "--data", data, "--out", outFolder, "--packs", call.Settings.Packs));
        });
        yield return new Row(Phrases.CommandLine.BenchMonitorFirst.In(call.Tongue), first, Phrases.CommandLine.YardSync.In(call.Tongue), sync, null);
        Measured again = MedianOf(runs, () => Measured.Child(Program("monitor", "--data", data, "--out", outFolder, "--packs", call.Settings.Packs)));
        yield return new Row(Phrases.CommandLine.BenchMonitorAgain.In(call.Tongue), again, Phrases.CommandLine.YardStart.In(call.Tongue), nothing, null);
        Measured serve = MedianOf(runs, () => Measured.Child(Program("serve", "--data", data, "--listen", "127.0.0.1:0", "--packs", call.Settings.Packs), AwaitFirstPage));
        yield return new Row(Phrases.CommandLine.BenchServe.In(call.Tongue), serve, Phrases.CommandLine.YardStart.In(call.Tongue), nothing, null);
    }

    /// <summary>Waits until the child has said where it listens and has answered with a page.</summary>
    private static void AwaitFirstPage(Process child)
    {
        string? line = child.StandardOutput.ReadLine();
        int at = line?.IndexOf("http://", StringComparison.Ordinal) ?? -1;
        if (at < 0)
        {
            throw new InvalidOperationException($"The server did not say where it listens: {line}");
        }

        string address = line![at..].Split(' ', '（', '(')[0];
        using HttpClient client = new();
        using HttpResponseMessage page = client.Send(new HttpRequestMessage(HttpMethod.Get, new Uri(address)));
        page.EnsureSuccessStatusCode();
        page.Content.ReadAsStream().CopyTo(Stream.Null);
    }

    private static ProcessStartInfo Program(params string[] arguments)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "ballast.dll"));
        }

        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    private static Measured MedianOf(int runs, Func<Measured> run)
    {
        run();
        Measured[] all = [.. Enumerable.Range(0, runs).Select(_ => run()).OrderBy(m => m.CpuSeconds)];
        return all[all.Length / 2];
    }

    private static double PeakMegabytes()
    {
        using Process self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 / 1e6;
    }

    private static void Print(Invocation call, List<Row> rows)
    {
        call.Terminal.PrintJson(json =>
        {
            json.WriteStartArray();
            foreach (Row row in rows)
            {
                json.WriteStartObject();
                json.WriteString("what", row.What);
                json.WriteNumber("cpuSeconds", Math.Round(row.Measured.CpuSeconds, 4));
                json.WriteNumber("wallSeconds", Math.Round(row.Measured.WallSeconds, 4));
                json.WriteString("yardstick", row.YardName);
                json.WriteNumber("yardstickCpuSeconds", Math.Round(row.Yard.CpuSeconds, 4));
                json.WriteNumber("yardstickWallSeconds", Math.Round(row.Yard.WallSeconds, 4));
                json.WriteNumber("ratioCpu", Math.Round(row.Measured.CpuSeconds / row.Yard.CpuSeconds, 2));
                json.WriteNumber("ratioWall", Math.Round(row.Measured.WallSeconds / row.Yard.WallSeconds, 2));
                if (row.PeakMegabytes is { } peak)
                {
                    json.WriteNumber("peakMegabytes", Math.Round(peak));
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
        call.Terminal.Table(
            [
                (Phrases.CommandLine.ColumnMeasured.In(call.Tongue), false),
                (Phrases.CommandLine.ColumnCpu.In(call.Tongue), true),
                (Phrases.CommandLine.ColumnWall.In(call.Tongue), true),
                (Phrases.CommandLine.ColumnYardstick.In(call.Tongue), false),
                (Phrases.CommandLine.ColumnCpu.In(call.Tongue), true),
                (Phrases.CommandLine.ColumnWall.In(call.Tongue), true),
                (Phrases.CommandLine.ColumnRatio.In(call.Tongue), true),
                (Phrases.CommandLine.ColumnPeak.In(call.Tongue), true),
            ],
            [
                .. rows.Select(r => (string[])
                [
                    r.What,
                    Seconds(r.Measured.CpuSeconds),
                    Seconds(r.Measured.WallSeconds),
                    r.YardName,
                    Seconds(r.Yard.CpuSeconds),
                    Seconds(r.Yard.WallSeconds),
                    (r.Measured.CpuSeconds / r.Yard.CpuSeconds).ToString("0.0", CultureInfo.InvariantCulture),
                    r.PeakMegabytes?.ToString("0", CultureInfo.InvariantCulture) ?? "",
                ]),
            ]);
    }

    private static string Seconds(double seconds) => seconds.ToString(seconds < 0.01 ? "0.0000" : "0.000", CultureInfo.InvariantCulture);

    private sealed record Row(string What, Measured Measured, string YardName, Measured Yard, double? PeakMegabytes);
}
