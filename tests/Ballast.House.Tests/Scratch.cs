namespace Ballast.House.Tests;

/// <summary>A folder of one test, gone after it.</summary>
internal sealed class Scratch : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("ballast-proof-").FullName;

    public string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Copies the files of a folder that nobody has open into a folder in here.</summary>
    public string Copy(string folder, string name)
    {
        string copy = PathOf(name);
        Directory.CreateDirectory(copy);
        foreach (string file in Directory.GetFiles(folder))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)), overwrite: true);
        }

        return copy;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
