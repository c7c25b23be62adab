#pragma warning disable RS0030 // Renames and modes of files that no connection has open; nothing here opens a file of the engine.
using System.Runtime.InteropServices;
using System.Text;

namespace Ballast.Store.Engine;

/// <summary>What the store does with its folder as a whole: names, renames, modes, and the sync of the folder itself.</summary>
internal sealed class Folder(string path)
{
    public string Root { get; } = Path.GetFullPath(path);

    public string Database => Path.Combine(Root, "ballast.db");

    public string Head => Path.Combine(Root, "ballast.head");

    public string Lock => Path.Combine(Root, "ballast.lock");

    public bool HasDatabase => File.Exists(Database);

    /// <summary>Makes the folder where it is missing.</summary>
    public void Make() => Directory.CreateDirectory(Root);

    /// <summary>A folder of its own in this one, for a store in the making.</summary>
    public Folder MakeTemporary(string purpose)
    {
        string made = Path.Combine(Root, $".ballast-{purpose}-{Guid.NewGuid():N}");
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(made);
        }
        else
        {
            Directory.CreateDirectory(made, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return new Folder(made);
    }

    /// <summary>Removes folders that were left behind by a process that ended while it made a store.</summary>
    public void RemoveTemporary(string purpose)
    {
        foreach (string left in Directory.GetDirectories(Root, $".ballast-{purpose}-*"))
        {
            Directory.Delete(left, recursive: true);
        }
    }

    public void Remove() => Directory.Delete(Root, recursive: true);

    /// <summary>Moves a file into place and syncs the folder.</summary>
    public static void MoveInto(string from, string to)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(from, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        File.Move(from, to, overwrite: true);
        Sync(Path.GetDirectoryName(to)!);
    }

    public static bool FileExists(string path) => File.Exists(path);

    public static void DeleteIfThere(string path) => File.Delete(path);

    /// <summary>Syncs a folder, so that a rename in it outlives a loss of power. Windows has no such call and needs none.</summary>
    public static void Sync(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        int handle = Open([.. Encoding.UTF8.GetBytes(folder), 0], 0);
        if (handle < 0)
        {
            throw new IOException($"Could not open the folder {folder} (error {Marshal.GetLastPInvokeError()}).");
        }

        int synced = FSync(handle);
        int error = Marshal.GetLastPInvokeError();
        _ = Close(handle);
        if (synced != 0)
        {
            throw new IOException($"Could not sync the folder {folder} (error {error}).");
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int FSync(int handle);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    private static extern int Close(int handle);
}
