using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Ballast.Cli.Bench;

/// <summary>What one run took.</summary>
/// <param name="CpuSeconds">User and system time of all threads.</param>
/// <param name="WallSeconds">Time on the wall.</param>
internal readonly record struct Measured(double CpuSeconds, double WallSeconds)
{
    /// <summary>The median by CPU time of several runs after one that is not counted.</summary>
    public static Measured Median(int runs, Action act)
    {
        act();
        Measured[] all = [.. Enumerable.Range(0, runs).Select(_ => Once(act)).OrderBy(m => m.CpuSeconds)];
        return all[all.Length / 2];
    }

    /// <summary>One run in this process.</summary>
    public static Measured Once(Action act)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using Process self = Process.GetCurrentProcess();
        TimeSpan cpu = self.TotalProcessorTime;
        long start = Stopwatch.GetTimestamp();
        act();
        TimeSpan wall = Stopwatch.GetElapsedTime(start);
        self.Refresh();
        return new Measured((self.TotalProcessorTime - cpu).TotalSeconds, wall.TotalSeconds);
    }

    /// <summary>One run of a child process until it ends, or until what is waited for has come and it is killed.</summary>
    /// <param name="start">How it is started.</param>
    /// <param name="until">Given the running child, returns when what is measured has come; null waits for its end.</param>
    public static Measured Child(ProcessStartInfo start, Action<Process>? until = null)
    {
        double before = ChildSeconds();
        long begun = Stopwatch.GetTimestamp();
        using Process child = Process.Start(start) ?? throw new InvalidOperationException("The program could not be started.");
        if (until is null)
        {
            child.StandardOutput.ReadToEnd();
            child.WaitForExit();
            TimeSpan wall = Stopwatch.GetElapsedTime(begun);
            return child.ExitCode == 0
                ? new Measured(ChildSeconds() - before, wall.TotalSeconds)
                : throw new InvalidOperationException($"The measured program ended with {child.ExitCode}.");
        }

        until(child);
        TimeSpan came = Stopwatch.GetElapsedTime(begun);
        child.Refresh();
        double cpu = child.TotalProcessorTime.TotalSeconds;
        child.Kill();
        child.WaitForExit();
        return new Measured(cpu, came.TotalSeconds);
    }

    /// <summary>CPU time of all children that have ended, from the system's own accounting.</summary>
    private static double ChildSeconds()
    {
        Span<long> usage = stackalloc long[32];
        unsafe
        {
            fixed (long* first = usage)
            {
                return Native.GetUsage(Native.Children, first) == 0 ? usage[0] + usage[2] + ((usage[1] + usage[3]) / 1e6) : double.NaN;
            }
        }
    }

    private static unsafe partial class Native
    {
        public const int Children = -1;

        [DllImport("libc", EntryPoint = "getrusage")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int GetUsage(int who, long* usage);
    }
}
