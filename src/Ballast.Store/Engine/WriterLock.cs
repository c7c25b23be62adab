#pragma warning disable RS0030 // The lock is a file of its own; SQLite never opens it.
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace Ballast.Store.Engine;

/// <summary>
/// The one lock of writers in all processes, held from before a transaction begins until its head is synced, so that the head never goes back. The operating system frees it when its process ends.
/// A second file says who took it last and since when; it is only read while the lock is held.
/// </summary>
internal sealed class WriterLock : IDisposable
{
    private readonly FileStream _file;

    private WriterLock(FileStream file) => _file = file;

    /// <summary>Takes the lock.</summary>
    /// <param name="path">The lock file; made where missing.</param>
    /// <param name="patience">How long to wait for another holder.</param>
    /// <param name="clock">Says since when it is held.</param>
    /// <exception cref="StoreBusyException">Another held it all the while.</exception>
    public static WriterLock Take(string path, TimeSpan patience, TimeProvider clock)
    {
        Stopwatch waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                FileStream file = new(path, Options(FileShare.None));
                SignHolder(path, clock);
                return new WriterLock(file);
            }
            catch (IOException) when (File.Exists(path) && waited.Elapsed < patience)
            {
                Thread.Sleep(TimeSpan.FromMilliseconds(Math.Min(50, 1 + (waited.ElapsedMilliseconds / 10))));
            }
            catch (IOException refused) when (File.Exists(path) && refused is not FileNotFoundException and not DirectoryNotFoundException)
            {
                throw Busy(path, clock);
            }
        }
    }

    public void Dispose() => _file.Dispose();

    private static string HolderFile(string path) => path + ".holder";

    private static FileStreamOptions Options(FileShare share)
    {
        FileStreamOptions options = new() { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = share, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    // A courtesy to others: where it cannot be written (a full disk), the write itself will say so.
    private static void SignHolder(string path, TimeProvider clock)
    {
        try
        {
            WriteHolder(path, clock);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
        }
    }

    private static void WriteHolder(string path, TimeProvider clock)
    {
        using FileStream holder = new(HolderFile(path), Options(FileShare.ReadWrite | FileShare.Delete));
        holder.SetLength(0);
        holder.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}\n{clock.GetUtcNow().UtcTicks}\n{Assembly.GetEntryAssembly()?.GetName().Name ?? Path.GetFileName(Environment.ProcessPath) ?? ""}\n")));
    }

    private static StoreBusyException Busy(string path, TimeProvider clock)
    {
        try
        {
            using FileStream file = new(HolderFile(path), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using StreamReader text = new(file, Encoding.UTF8);
            string[] lines = text.ReadToEnd().Split('\n');
            if (lines.Length >= 3
                && int.TryParse(lines[0], NumberStyles.None, CultureInfo.InvariantCulture, out int process)
                && long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out long since))
            {
                long age = Math.Max(0, clock.GetUtcNow().UtcTicks - since);
                return new StoreBusyException(lines[2], process, TimeSpan.FromTicks(age));
            }
        }
        catch (IOException)
        {
            // The holder took the lock this moment and has not signed yet, or died between.
        }

        return new StoreBusyException(null, null, TimeSpan.Zero);
    }
}
