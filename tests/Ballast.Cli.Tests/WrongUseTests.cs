using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Ballast.Cli.Tests;

/// <summary>Whatever goes wrong ends in the exit code that says of what kind it is, and in sentences of the reader's language without a stack trace.</summary>
public sealed partial class WrongUseTests
{
    private const int CheckFailed = 1;
    private const int Wrong = 2;
    private const int CouldNot = 3;

    [Fact]
    public void Every_unhappy_path_has_its_exit_code_and_says_why_in_both_languages()
    {
        using Scratch scratch = new();
        string full = scratch.Copy(Prepared.Data, "full");
        string none = scratch.PathOf("none");
        string file = scratch.PathOf("file");
        File.WriteAllText(file, "no store");
        string readme = House.Tests.House.PathOf("docs", "map.md");
        string badPack = scratch.PathOf("bad");
        Assert.Equal(0, RealProgram.Run(none, "pack", "new", badPack).Code);
        File.AppendAllText(Path.Combine(badPack, "pack.yaml"), "colour: red\n");

        (int Code, string Data, string[] Arguments)[] paths =
        [
            (Wrong, full, ["get"]),
            (Wrong, full, ["nonsense"]),
            (Wrong, full, ["flows", "--nonsense"]),
            (Wrong, full, ["flows", "--lang", "fr"]),
            (Wrong, full, ["get", "NO_FLOW"]),
            (Wrong, full, ["get", "US_INDICATORS", "A.B"]),
            (Wrong, full, ["get", "US_INDICATORS", "@NO_SERIES"]),
            (Wrong, full, ["get", "US_INDICATORS", "@INDPRO", "--start", "20x"]),
            (Wrong, full, ["get", "US_INDICATORS", "@INDPRO", "--as-of", "2016-13-01"]),
            (Wrong, full, ["get", "US_INDICATORS", "@INDPRO", "--format", "xml"]),
            (Wrong, full, ["find", "x", "--limit", "many"]),
            (Wrong, full, ["load", "US_INDICATORS", none]),
            (Wrong, full, ["load", "NO_FLOW", readme]),
            (Wrong, full, ["load", "US_INDICATORS", readme, "--published", "yesterday"]),
            (Wrong, full, ["monitor", "no-pack"]),
            (Wrong, full, ["pack", "check", none]),
            (Wrong, full, ["pack", "test", none]),
            (Wrong, full, ["pack", "new", badPack]),
            (Wrong, full, ["pack", "new", scratch.PathOf("Bad_Name")]),
            (Wrong, full, ["backup", file]),
            (Wrong, full, ["restore", none]),
            (CheckFailed, full, ["load", "US_INDICATORS", readme]),
            (CheckFailed, full, ["pack", "check", badPack]),
            (CheckFailed, full, ["pack", "test", badPack]),
            (CouldNot, full, ["restore", file]),
            (CouldNot, full, ["backup", Path.Combine(none, "no", "such", "folder.db")]),
            (CouldNot, none, ["get", "US_INDICATORS"]),
            (CouldNot, none, ["find", "x"]),
            (CouldNot, none, ["flows"]),
            (CouldNot, none, ["verify"]),
            (CouldNot, none, ["backup", scratch.PathOf("copy.db")]),
            (CouldNot, file, ["monitor"]),
        ];
        ConcurrentBag<string> wrong = [];

        Parallel.ForEach(
            paths.SelectMany(p => (string[])["en", "zh"], (p, language) => (p.Code, p.Data, p.Arguments, Language: language)),
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            path =>
            {
                ProgramRun run = RealProgram.Run(path.Data, [("BALLAST_LANG", path.Language)], path.Arguments);
                string? fault =
                    run.Code != path.Code ? $"exit code {run.Code} instead of {path.Code}"
                    : run.ErrorLines.Length == 0 ? "says nothing on the error stream"
                    : StackTrace().IsMatch(run.Errors) ? "shows a stack trace"
                    : run.ErrorLines.Any(l => Han().IsMatch(l)) != (path.Language == "zh") ? "speaks the wrong language"
                    : run.ErrorLines.Any(l => !SentenceEnd().IsMatch(l) && !l.Contains("./ballast ", StringComparison.Ordinal)) ? "has a line that is no sentence"
                    : null;
                if (fault is not null)
                {
                    wrong.Add($"{path.Language} {string.Join(' ', path.Arguments)}: {fault}\n{run}");
                }
            });

        Assert.True(wrong.IsEmpty, string.Join("\n", wrong.Order(StringComparer.Ordinal)));
        Assert.Equal("no store", File.ReadAllText(file));
        Assert.False(Directory.Exists(none), "What only reads made a data folder.");
        Assert.Equal(0, RealProgram.Run(full, "verify").Code);
    }

    [Fact]
    public void A_stack_trace_is_shown_to_those_who_ask_for_it()
    {
        using Scratch scratch = new();

        ProgramRun run = RealProgram.Run(scratch.PathOf("none"), "flows", "--debug");

        Assert.Equal(CouldNot, run.Code);
        Assert.Matches(StackTrace(), run.Errors);
    }

    [Fact]
    public void A_program_that_reads_gets_the_fault_as_an_object()
    {
        ProgramRun run = RealProgram.Run(Prepared.Data, "get", "NO_FLOW", "--json");

        Assert.Equal(Wrong, run.Code);
        Assert.Empty(run.Output);
        using System.Text.Json.JsonDocument json = System.Text.Json.JsonDocument.Parse(run.Errors);
        System.Text.Json.JsonElement fault = Assert.Single(json.RootElement.GetProperty("faults").EnumerateArray());
        Assert.Equal("work.flow-unknown", fault.GetProperty("code").GetString());
        Assert.Equal("error", fault.GetProperty("severity").GetString());
    }

    [GeneratedRegex(@"(?m)^\s+at [\w.<>`]+\(|Exception:")]
    private static partial Regex StackTrace();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();

    [GeneratedRegex(@"[.。:：）)]$")]
    private static partial Regex SentenceEnd();
}
