using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Text;
using Ballast.Briefings;

namespace Ballast.Server.Assets;

/// <summary>All assets, read once from the assemblies that carry them.</summary>
public sealed class AssetCatalogue
{
    private readonly FrozenDictionary<string, Asset> _byPath;

    private AssetCatalogue(Asset styles, Asset? script, Asset? charts)
    {
        (Styles, Script, Charts) = (styles, script, charts);
        _byPath = new[] { styles, script, charts }.OfType<Asset>().ToFrozenDictionary(a => a.Path, StringComparer.Ordinal);
    }

    /// <summary>The style sheet of pages and briefings.</summary>
    public Asset Styles { get; }

    /// <summary>The page's own module; null where the build had no npm (pages work without).</summary>
    public Asset? Script { get; }

    /// <summary>Our build of ECharts, asked for by the module on pages with a chart; null as above.</summary>
    public Asset? Charts { get; }

    /// <summary>The asset at a path, or null.</summary>
    public Asset? Find(string path) => _byPath.GetValueOrDefault(path);

    /// <summary>Reads them.</summary>
    public static AssetCatalogue Load()
    {
        Assembly own = typeof(AssetCatalogue).Assembly;
        byte[] css = Encoding.UTF8.GetBytes(Stylesheet.Text); // one sheet for pages and briefings
        return new AssetCatalogue(
            new Asset("ballast.css", "text/css; charset=utf-8", css, Compress(css, s => new BrotliStream(s, CompressionLevel.SmallestSize, true)), Compress(css, s => new GZipStream(s, CompressionLevel.SmallestSize, true))),
            Built(own, "ballast.js"),
            Built(own, "charts.js"));
    }

    private static Asset? Built(Assembly assembly, string name) =>
        Resource(assembly, $"built/{name}") is { } bytes
            ? new Asset(name, "text/javascript; charset=utf-8", bytes, Resource(assembly, $"built/{name}.br"), Resource(assembly, $"built/{name}.gz"))
            : null;

    private static byte[]? Resource(Assembly assembly, string name)
    {
        using Stream? stream = assembly.GetManifestResourceStream(name);
        if (stream is null)
        {
            return null;
        }

        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static byte[] Compress(byte[] bytes, Func<Stream, Stream> open)
    {
        using MemoryStream target = new();
        using (Stream compressor = open(target))
        {
            compressor.Write(bytes);
        }

        return target.ToArray();
    }
}
