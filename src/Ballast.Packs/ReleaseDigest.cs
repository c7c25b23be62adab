using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Ballast.Packs;

/// <summary>
/// Digest of a release's folder, by which a changed one is known: SHA-256 over its files in ordinal order of their names, of each the length of its name in
/// UTF-8 bytes (4 bytes, little-endian), the name, the length of its content (8 bytes, little-endian) and the content. Written <c>sha256:</c> and 64 digits.
/// </summary>
/// <remarks>Lengths stand before contents, so that no two folders give the same stream of bytes.</remarks>
public static class ReleaseDigest
{
    private const string Prefix = "sha256:";

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    /// <summary>The digest of files.</summary>
    /// <param name="folder">Where they lie.</param>
    /// <param name="root">Folder of the release within it, without a slash at the end; names are taken from there.</param>
    /// <param name="paths">The files, in any order.</param>
    /// <exception cref="IOException">A file's length is not the listed one any more.</exception>
    public static string Of(PackFolder folder, string root, IEnumerable<PackFile> paths)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(root);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[1 << 16];
        foreach (PackFile file in paths.OrderBy(f => f.Path, StringComparer.Ordinal))
        {
            byte[] name = Encoding.UTF8.GetBytes(file.Path[(root.Length + 1)..]);
            BinaryPrimitives.WriteInt32LittleEndian(buffer, name.Length);
            hash.AppendData(buffer, 0, sizeof(int));
            hash.AppendData(name);
            BinaryPrimitives.WriteInt64LittleEndian(buffer, file.Length);
            hash.AppendData(buffer, 0, sizeof(long));
            Append(hash, folder, file, buffer);
        }

        return Prefix + Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Whether a text is a digest as written here.</summary>
    public static bool IsWritten(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == Prefix.Length + 64 && text.StartsWith(Prefix, StringComparison.Ordinal) && !text.AsSpan(Prefix.Length).ContainsAnyExcept(Digits);
    }

    private static void Append(IncrementalHash hash, PackFolder folder, PackFile file, byte[] buffer)
    {
        using Stream stream = folder.Open(file.Path);
        long total = 0;
        for (int read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
        {
            hash.AppendData(buffer, 0, read);
            total += read;
        }

        if (total != file.Length)
        {
            throw new IOException($"{file.Path} changed while it was read: {file.Length} bytes were listed, {total} came.");
        }
    }
}
