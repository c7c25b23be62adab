using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Ballast.Faults;

namespace Ballast.Packs;

/// <summary>A pack's folder as the edge hands it over: what lies there, and how a file is opened.</summary>
public sealed class PackFolder
{
    private readonly FrozenDictionary<string, PackFile> _byPath;
    private readonly Func<PackFile, Stream> _open;

    /// <summary>A folder.</summary>
    /// <param name="name">As faults shall name it; paths follow after a slash. Empty for the folder one stands in.</param>
    /// <param name="files">All files under it, links included; links that are folders are listed themselves, not what lies behind.</param>
    /// <param name="open">Opens a listed file for reading; the caller disposes of the stream. Failures of the disk fly to the edge.</param>
    /// <exception cref="ArgumentException">A path is listed twice.</exception>
    public PackFolder(string name, IEnumerable<PackFile> files, Func<PackFile, Stream> open)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(open);
        Name = name.TrimEnd('/');
        Files = [.. files.OrderBy(f => f.Path, StringComparer.Ordinal)];
        _byPath = Files.ToFrozenDictionary(f => f.Path, StringComparer.Ordinal);
        _open = open;
        if (_byPath.Count != Files.Length)
        {
            throw new ArgumentException("Expected each path once.", nameof(files));
        }
    }

    /// <summary>As faults name it.</summary>
    public string Name { get; }

    /// <summary>Files in ordinal order of their paths.</summary>
    public ImmutableArray<PackFile> Files { get; }

    /// <summary>A folder of texts in memory: a template, a test.</summary>
    public static PackFolder OfTexts(string name, IEnumerable<KeyValuePair<string, string>> texts)
    {
        FrozenDictionary<string, byte[]> bytes = texts.ToFrozenDictionary(t => t.Key, t => Encoding.UTF8.GetBytes(t.Value), StringComparer.Ordinal);
        return new PackFolder(name, bytes.Select(b => new PackFile(b.Key, b.Value.Length)), f => new MemoryStream(bytes[f.Path], writable: false));
    }

    /// <summary>Whether a file is listed.</summary>
    public bool Has(string path) => _byPath.ContainsKey(path);

    /// <summary>Opens a listed file.</summary>
    /// <exception cref="ArgumentException">It is not listed, or is a link.</exception>
    public Stream Open(string path) => _byPath.TryGetValue(path, out PackFile file) && !file.IsLink
        ? _open(file)
        : throw new ArgumentException($"Expected a listed file that is no link, got {path}.", nameof(path));

    /// <summary>Reads a listed file of YAML whose outermost node is a mapping; longer ones than YAML may be are refused unread.</summary>
    public Outcome<YamlNode.Mapping> ReadYaml(string path)
    {
        string name = PlaceOf(path).File!;
        using Stream stream = Open(path);
        byte[] bytes = new byte[Math.Min(_byPath[path].Length, 4L * YamlTree.MaxLength) + 1];
        return YamlTree.ReadMapping(bytes.AsSpan(0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)), name);
    }

    /// <summary>Where a file stands, for faults.</summary>
    public Place PlaceOf(string path) => new(Name.Length == 0 ? path : $"{Name}/{path}");
}
