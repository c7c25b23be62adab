namespace Ballast.Server.Hosting;

/// <summary>
/// Pages made not long ago, by their tag. The tag is made from everything that a page depends on, so that a kept page is right as long as its tag is asked for; the oldest go when there are too many bytes.
/// Only for readers who hold nothing: all of them see the same.
/// </summary>
/// <param name="mostBytes">How much is kept.</param>
internal sealed class PageCache(int mostBytes)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<(string Tag, byte[] Page)>> _byTag = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Tag, byte[] Page)> _newestFirst = new();
    private long _bytes;

    /// <summary>The page of a tag, or null.</summary>
    internal byte[]? Find(string tag)
    {
        lock (_lock)
        {
            if (!_byTag.TryGetValue(tag, out LinkedListNode<(string Tag, byte[] Page)>? node))
            {
                return null;
            }

            _newestFirst.Remove(node);
            _newestFirst.AddFirst(node);
            return node.Value.Page;
        }
    }

    /// <summary>Keeps a page; one that would take more than a quarter of the room is not kept.</summary>
    internal void Keep(string tag, byte[] page)
    {
        if (page.Length > mostBytes / 4)
        {
            return;
        }

        lock (_lock)
        {
            if (_byTag.ContainsKey(tag))
            {
                return;
            }

            _byTag.Add(tag, _newestFirst.AddFirst((tag, page)));
            _bytes += page.Length;
            while (_bytes > mostBytes && _newestFirst.Last is { } oldest)
            {
                _newestFirst.RemoveLast();
                _byTag.Remove(oldest.Value.Tag);
                _bytes -= oldest.Value.Page.Length;
            }
        }
    }
}
