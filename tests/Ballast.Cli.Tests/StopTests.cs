using System.Diagnostics;

namespace Ballast.Cli.Tests;

/// <summary>A load that is stopped by its user, or that finds the store held by another.</summary>
public sealed class StopTests
{
    private static readonly string File = House.Tests.House.PathOf("packs", "us-vintages", "data", "vintages", "US_INDICATORS.csv");

    [Fact]
    public async Task Interrupted_from_the_keyboard_a_load_keeps_what_it_acknowledged_and_goes_on_when_run_again()
    {
        using Scratch scratch = new();
        string data = scratch.Copy(Prepared.Data, "data");
        string[] load = ["load", "US_INDICATORS", File, "--vintage-column", "KNOWN_FROM", "--json"];
        List<string> acknowledged = [];

        using (Process process = RealProgram.Start(data, [], load))
        {
            Task<string> errors = process.StandardError.ReadToEndAsync();
            acknowledged.Add((await process.StandardOutput.ReadLineAsync())!);
            using (Process signal = Process.Start("/bin/kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            {
                await signal.WaitForExitAsync();
            }

            while (await process.StandardOutput.ReadLineAsync() is { } line)
            {
                acknowledged.Add(line);
            }

            await process.WaitForExitAsync();
            Assert.Equal(3, process.ExitCode);
            Assert.Contains("Stopped. What was acknowledged is kept", await errors, StringComparison.Ordinal);
        }

        Assert.True(acknowledged.Count < 57, "The load had ended before it was interrupted.");
        Assert.Equal(0, RealProgram.Run(data, "verify").Code);
        ProgramRun again = RealProgram.Run(data, load);
        Assert.True(again.Code == 0, again.ToString());
        Assert.Equal(57, again.Lines.Length);
        Assert.Equal(acknowledged.Count, again.Lines.Count(l => l.Contains("\"wasThere\":true", StringComparison.Ordinal)));
        Assert.Equal(acknowledged, again.Lines.Take(acknowledged.Count).Select(l => l.Replace("\"wasThere\":true", "\"wasThere\":false", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_store_held_by_another_writer_is_left_alone_and_named_as_busy_while_readers_go_on()
    {
        using Scratch scratch = new();
        string data = scratch.Copy(Prepared.Data, "data");
        string before = RealProgram.Run(data, "flows", "--json").Output;
        using FileStream held = new(Path.Combine(data, "ballast.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

        ProgramRun[] writers = new ProgramRun[2];
        Parallel.Invoke(
            () => writers[0] = RealProgram.Run(data, "load", "US_INDICATORS", File, "--vintage-column", "KNOWN_FROM"),
            () => writers[1] = RealProgram.Run(data, "load", "US_INDICATORS", File, "--vintage-column", "KNOWN_FROM", "--lang", "zh"));
        ProgramRun reader = RealProgram.Run(data, "flows", "--json");

        Assert.All(writers, w => Assert.Equal(3, w.Code));
        Assert.All(writers, w => Assert.Single(w.ErrorLines));
        Assert.Contains("ballast", writers[0].Errors, StringComparison.Ordinal);
        Assert.Contains("ballast", writers[1].Errors, StringComparison.Ordinal);
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", writers[1].Errors);
        Assert.Equal((0, before), (reader.Code, reader.Output));
    }
}
