namespace Ballast.Packs;

/// <summary>A file of a pack as the disk lists it.</summary>
/// <param name="Path">Relative to the pack's root, parts separated by <c>/</c>.</param>
/// <param name="Length">Bytes.</param>
/// <param name="IsLink">Whether it, or a folder on its way, is a link. Such a file is refused unread.</param>
public readonly record struct PackFile(string Path, long Length, bool IsLink = false);
