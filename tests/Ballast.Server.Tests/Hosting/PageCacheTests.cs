using Ballast.Server.Hosting;

namespace Ballast.Server.Tests.Hosting;

public sealed class PageCacheTests
{
    [Fact]
    public void What_was_asked_for_last_stays_and_the_oldest_goes()
    {
        PageCache cache = new(100);
        foreach (string tag in new[] { "a", "b", "c", "d" })
        {
            cache.Keep(tag, new byte[25]);
        }

        Assert.NotNull(cache.Find("a"));
        cache.Keep("e", new byte[25]);

        Assert.NotNull(cache.Find("a"));
        Assert.Null(cache.Find("b"));
        Assert.NotNull(cache.Find("e"));
    }

    [Fact]
    public void A_page_too_large_is_not_kept_and_one_tag_is_one_page()
    {
        PageCache cache = new(100);
        byte[] first = new byte[10];

        cache.Keep("large", new byte[26]);
        cache.Keep("a", first);
        cache.Keep("a", new byte[10]);

        Assert.Null(cache.Find("large"));
        Assert.Same(first, cache.Find("a"));
    }
}
