using Spectre.Console;

namespace Ballast.Cli;

/// <summary>A progress bar where someone looks on and the work takes longer than a moment; nothing elsewhere.</summary>
internal static class ProgressLine
{
    /// <summary>Runs work that reports how much of a total is done.</summary>
    public static void Run(Terminal terminal, string name, long total, Action<Action<long>?> work)
    {
        if (!terminal.IsInteractive || total <= 0)
        {
            work(null);
            return;
        }

        terminal.Console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .Start(context =>
            {
                ProgressTask task = context.AddTask(Markup.Escape(name), maxValue: total);
                work(done => task.Value = done);
            });
    }
}
