namespace Ballast.House.Tests;

/// <summary>A data folder that one run of <c>ballast monitor</c> made of the packs of the house; tests read it and copy it, none writes to it.</summary>
internal static class Prepared
{
    private static readonly Lazy<(string Data, ProgramRun Run)> Made = new(Make);

    /// <summary>The data folder; the briefing lies in its folder <c>out</c>.</summary>
    public static string Data => Made.Value.Data;

    /// <summary>The run that made it.</summary>
    public static ProgramRun Run => Made.Value.Run;

    private static (string Data, ProgramRun Run) Make()
    {
        Scratch scratch = new();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => scratch.Dispose();
        string data = scratch.PathOf("data");
        ProgramRun run = RealProgram.Run(data, "monitor");
        return run.Code == 0 ? (data, run) : throw new InvalidOperationException($"The first run of ballast monitor failed: {run}");
    }
}
