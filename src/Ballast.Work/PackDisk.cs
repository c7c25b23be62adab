using Ballast.Packs;

namespace Ballast.Work;

/// <summary>Packs' folders as they lie on the disk. Links are listed, never followed.</summary>
public static class PackDisk
{
    /// <summary>A pack's folder.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="name">As faults shall name it; the path as the person gave it.</param>
    /// <exception cref="DirectoryNotFoundException">It is not there.</exception>
    public static PackFolder Open(string path, string name)
    {
        DirectoryInfo root = new(path);
        if (!root.Exists)
        {
            throw new DirectoryNotFoundException(path);
        }

        List<PackFile> files = [];
        List(root, "", files);
        string full = root.FullName;
        return new PackFolder(name, files, file => new FileStream(
            Path.Combine(full, file.Path), new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.Read, Options = FileOptions.SequentialScan }));
    }

    /// <summary>The folders under a folder that hold a <c>pack.yaml</c>, in ordinal order of their names.</summary>
    public static IReadOnlyList<PackFolder> OpenAll(string packsFolder) => !Directory.Exists(packsFolder) ? [] :
    [
        .. Directory.GetDirectories(packsFolder)
            .Where(d => File.Exists(Path.Combine(d, "pack.yaml")))
            .Order(StringComparer.Ordinal)
            .Select(d => Open(d, "packs/" + Path.GetFileName(d))),
    ];

    private static void List(DirectoryInfo folder, string prefix, List<PackFile> files)
    {
        foreach (FileSystemInfo entry in folder.EnumerateFileSystemInfos("*", new EnumerationOptions { AttributesToSkip = 0 }).OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            string path = prefix + entry.Name;
            bool isLink = entry.LinkTarget is not null;
            if (entry is DirectoryInfo inner && !isLink)
            {
                List(inner, path + "/", files);
            }
            else
            {
                files.Add(new PackFile(path, entry is FileInfo { Exists: true } file ? file.Length : 0, isLink));
            }
        }
    }
}
