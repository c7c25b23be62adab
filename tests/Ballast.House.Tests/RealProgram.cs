using System.Diagnostics;
using System.Text;

namespace Ballast.House.Tests;

/// <summary>What a run of the program left behind.</summary>
internal sealed record ProgramRun(int Code, string Output, string Errors)
{
    /// <summary>Lines of the output without the empty ones.</summary>
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Lines on the error stream without the empty ones.</summary>
    public string[] ErrorLines => Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public override string ToString() => $"exit code {Code}\n{Output}\n{Errors}";
}

/// <summary>The program as people run it, <c>ballast.dll</c> beside the tests in a process of its own; what the machine says of language, data and packs is kept from it.</summary>
internal static class RealProgram
{
    /// <summary>The program's file.</summary>
    public static string Assembly { get; } = Path.Combine(AppContext.BaseDirectory, "ballast.dll");

    /// <summary>What runs it.</summary>
    public static string Host { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Runs it to its end.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="arguments">The command line.</param>
    public static ProgramRun Run(string data, params string[] arguments) => Run(data, [], arguments);

    /// <summary>Runs it to its end with settings in its environment.</summary>
    public static ProgramRun Run(string data, (string Name, string Value)[] environment, params string[] arguments)
    {
        using Process process = Start(data, environment, arguments);
        return Finish(process, string.Join(' ', arguments));
    }

    /// <summary>Reads all that a started program says and waits for its end.</summary>
    public static ProgramRun Finish(Process process, string what)
    {
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{what} did not end in {Patience}.");
        }

        process.WaitForExit();
        return new ProgramRun(process.ExitCode, output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult());
    }

    /// <summary>Starts it; the caller reads both streams and ends it.</summary>
    public static Process Start(string data, (string Name, string Value)[] environment, params string[] arguments)
    {
        ProcessStartInfo start = Prepare(Host, House.Root, data, environment);
        start.ArgumentList.Add(Assembly);
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Begin(start);
    }

    /// <summary>A process to be started in a folder, with the settings of the program in its environment.</summary>
    public static ProcessStartInfo Prepare(string file, string folder, string data, (string Name, string Value)[] environment)
    {
        ProcessStartInfo start = new(file)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (string name in start.Environment.Keys.Where(k => k == "LANG" || k.StartsWith("LC_", StringComparison.Ordinal) || k.StartsWith("BALLAST_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["TERM"] = "dumb";
        start.Environment["BALLAST_DATA"] = data;
        start.Environment["BALLAST_OUT"] = Path.Combine(data, "out");
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    /// <summary>Starts it without input.</summary>
    public static Process Begin(ProcessStartInfo start)
    {
        Process process = Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
        process.StandardInput.Close();
        return process;
    }
}
