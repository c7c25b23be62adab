using Ballast.Faults;
using Ballast.Store;
using Ballast.Work.Loading;

namespace Ballast.Work.Tests;

public sealed class FileLoadingTests
{
    private static readonly DateTimeOffset Monday = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_same_content_is_the_same_release_whatever_the_file_is_called_and_whenever_it_comes()
    {
        using SmallPack pack = new();
        pack.Load();

        ReleaseDraft first = Read(pack, "january.csv", null, Monday);
        ReleaseDraft later = Read(pack, "copy of january.csv", null, Monday.AddDays(1));

        Assert.Equal((first.Key, first.Digest), (later.Key, later.Digest));
        Assert.Equal((Monday, Monday.AddDays(1)), (first.Published, later.Published));
        Assert.False(pack.Store.CommitRelease(first, "test", "first").WasThere);
        Assert.True(pack.Store.CommitRelease(later, "test", "later").WasThere);
    }

    [Fact]
    public void A_time_that_was_said_is_part_of_what_is_said()
    {
        using SmallPack pack = new();
        pack.Load();

        ReleaseDraft first = Read(pack, "january.csv", Monday, Monday);
        ReleaseDraft other = Read(pack, "january.csv", Monday.AddHours(1), Monday);

        Assert.NotEqual(first.Digest, other.Digest);
    }

    private static ReleaseDraft Read(SmallPack pack, string name, DateTimeOffset? published, DateTimeOffset now)
    {
        Outcome<ReleaseDrafts> read = FileLoading.Read(
            new FileLoadRequest(SmallPack.Flow, null, published, "test", null),
            [(name, () => File.OpenRead(pack.PathOf($"data/2024-03-20/{SmallPack.Flow}.csv")))],
            pack.Store.Structures(),
            TimeZoneInfo.Utc,
            now,
            null,
            CancellationToken.None);
        return Assert.Single(read.Value!.Drafts);
    }
}
