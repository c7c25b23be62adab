namespace Ballast.Packs.Tests;

public class PublicationTimeTests
{
    [Theory]
    [InlineData("2023-01-18", "2023-01-18")]
    [InlineData("2023-01-18T15:00+08:00", "2023-01-18T15:00:00+08:00")]
    [InlineData("2023-01-18T15:00:30-05:00", "2023-01-18T15:00:30-05:00")]
    [InlineData("2023-01-18T23:30Z", "2023-01-18T23:30:00+00:00")]
    public void A_day_or_a_moment_with_its_offset_is_read(string text, string expected) =>
        Assert.Equal(expected, PublicationTime.TryParse(text)!.ToString());

    [Theory]
    [InlineData("2023-01-18T15:00")]
    [InlineData("2023-01")]
    [InlineData("2023-02-29")]
    [InlineData("2023-01-18 15:00+08:00")]
    [InlineData("18 January 2023")]
    [InlineData("")]
    public void A_time_without_offset_and_anything_else_is_not(string text) => Assert.Null(PublicationTime.TryParse(text));

    [Fact]
    public void The_day_is_that_of_the_place_of_publication() =>
        Assert.Equal(new DateOnly(2023, 1, 19), PublicationTime.TryParse("2023-01-19T00:30+08:00")!.Day);
}
