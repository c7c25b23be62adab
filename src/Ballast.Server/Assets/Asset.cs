using System.Security.Cryptography;

namespace Ballast.Server.Assets;

/// <summary>A file the pages refer to: its bytes, their compressed twins, and the address that carries their hash, so that it may be kept for ever.</summary>
public sealed class Asset
{
    internal Asset(string name, string contentType, byte[] bytes, byte[]? brotli, byte[]? gzip)
    {
        (Name, ContentType, Bytes, Brotli, Gzip) = (name, contentType, bytes, brotli, gzip);
        string hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..16];
        int point = name.LastIndexOf('.');
        Path = $"/assets/{name[..point]}.{hash}{name[point..]}";
    }

    /// <summary>File name, without the hash.</summary>
    public string Name { get; }

    /// <summary>Media type with charset.</summary>
    public string ContentType { get; }

    /// <summary>Path on our origin, with the hash in it.</summary>
    public string Path { get; }

    /// <summary>As it is.</summary>
    internal byte[] Bytes { get; }

    /// <summary>Compressed by brotli, or null.</summary>
    internal byte[]? Brotli { get; }

    /// <summary>Compressed by gzip, or null.</summary>
    internal byte[]? Gzip { get; }
}
