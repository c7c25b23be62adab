namespace Ballast.House.Tests;

/// <summary>The commands that the README shows do what it says, typed as they stand there.</summary>
public sealed class ReadmeTests
{
    /// <summary>Commands that do not end by themselves or take minutes; each has tests of its own.</summary>
    private static readonly string[] NotRun = ["serve", "bench"];

    [Fact]
    public void Every_command_of_the_README_is_run_and_succeeds()
    {
        string[] commands = [.. CommandsIn(House.PathOf("README.md"))];
        Assert.Contains("./ballast monitor", commands);
        using Scratch scratch = new();
        string data = scratch.Copy(Prepared.Data, "data");
        MakeCheckout(scratch);

        Assert.All(commands.Where(c => !NotRun.Contains(c.Split(' ')[1])), command =>
        {
            System.Diagnostics.ProcessStartInfo start = RealProgram.Prepare("/bin/sh", scratch.Root, data, []);
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add(command);
            using System.Diagnostics.Process process = RealProgram.Begin(start);
            ProgramRun run = RealProgram.Finish(process, command);

            Assert.True(run.Code == 0, $"{command}: {run}");
        });
    }

    /// <summary>Lines that begin with <c>./ballast</c> in blocks fenced as sh.</summary>
    private static IEnumerable<string> CommandsIn(string file)
    {
        bool isShell = false;
        foreach (string line in File.ReadLines(file).Select(l => l.Trim()))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                isShell = !isShell && line == "```sh";
            }
            else if (isShell && line.StartsWith("./ballast ", StringComparison.Ordinal))
            {
                yield return line;
            }
        }
    }

    /// <summary>A folder that looks like a checkout: the program that is built already, and the folders of the project; what a command writes stays in it.</summary>
    private static void MakeCheckout(Scratch scratch)
    {
        foreach (string folder in Directory.GetDirectories(House.Root).Where(d => Path.GetFileName(d) is "packs" or "samples" or "docs"))
        {
            Directory.CreateSymbolicLink(scratch.PathOf(Path.GetFileName(folder)), folder);
        }

        File.WriteAllText(scratch.PathOf("ballast"), $"#!/bin/sh\nexec '{RealProgram.Host}' '{RealProgram.Assembly}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(scratch.PathOf("ballast"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }
}
