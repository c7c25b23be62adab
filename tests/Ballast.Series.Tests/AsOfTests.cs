using Ballast.Faults;
using FsCheck;
using FsCheck.Fluent;

namespace Ballast.Series.Tests;

public sealed class AsOfTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    [Theory]
    [InlineData("2024-01-01", "2024-01-01T15:59:59Z")]
    [InlineData("2024-01-19T10:00+08:00", "2024-01-19T02:00:00Z")]
    [InlineData("2024-01-19T10:00 08:00", "2024-01-19T02:00:00Z")]
    [InlineData("2024-01-19T10:00", "2024-01-19T02:00:00Z")]
    [InlineData("2024-01-19 10:00", "2024-01-19T02:00:00Z")]
    [InlineData("2024-01-19T10:00:30", "2024-01-19T02:00:30Z")]
    [InlineData("2024-01-19T02:00:00Z~17", "2024-01-19T02:00:00Z~17")]
    [InlineData("2024-01-19~17", "2024-01-19T15:59:59Z~17")]
    [InlineData("2024-01-19T10:00:30.5-05:30~1", "2024-01-19T15:30:30.5Z~1")]
    public void A_cut_off_is_read_in_the_zone_of_its_pack_and_written_in_the_fixed_form(string text, string written)
    {
        Assert.True(AsOf.TryParse(text, Shanghai, out CutOff cutOff));
        Assert.Equal(written, AsOf.Text(cutOff));
        Assert.Equal(TimeSpan.Zero, cutOff.PublishedUpTo.Offset);
    }

    [Fact]
    public void Any_cut_off_is_read_back_as_written_in_any_zone()
    {
        Arbitrary<CutOff> cutOffs = Arb.From(
            from seconds in Gen.Choose(0, int.MaxValue)
            from ticks in Gen.OneOf(Gen.Constant(0), Gen.Choose(0, 9_999_999))
            from number in Gen.Choose(0, 100_000)
            select new CutOff(DateTimeOffset.UnixEpoch.AddSeconds(seconds).AddTicks(ticks), number == 0 ? null : number));

        Prop.ForAll(cutOffs, c =>
        {
            string text = AsOf.Text(c);
            return AsOf.TryParse(text, Shanghai, out CutOff there) && there == c
                && AsOf.TryParse(text, NewYork, out CutOff here) && here == c
                && Uri.EscapeDataString(text).Replace("%3A", ":", StringComparison.Ordinal) == text;
        }).Check(Periods.Fixed);
    }

    [Fact]
    public void A_day_ends_where_its_zone_ends_it()
    {
        Assert.Equal("2024-01-02T04:59:59Z", AsOf.Moment(PublicationTime.EndOfDay(new DateOnly(2024, 1, 1), NewYork)));
        Assert.Equal("2024-07-02T03:59:59Z", AsOf.Moment(PublicationTime.EndOfDay(new DateOnly(2024, 7, 1), NewYork)));
    }

    [Fact]
    public void A_time_that_comes_twice_is_the_later_one_and_one_that_is_left_out_is_a_fault()
    {
        FaultList faults = new();

        DateTimeOffset? twice = PublicationTime.Read("2024-11-03T01:30", NewYork, Place.Unknown, faults);
        DateTimeOffset? never = PublicationTime.Read("2024-03-10T02:30", NewYork, Place.Unknown, faults);

        Assert.Equal(new DateTimeOffset(2024, 11, 3, 1, 30, 0, TimeSpan.FromHours(-5)), twice);
        Assert.Null(never);
        Assert.Equal(SeriesFaults.MomentSkipped, Assert.Single(faults).Code);
    }

    [Fact]
    public void The_offset_of_a_publication_is_kept()
    {
        Assert.True(PublicationTime.TryParse("2023-01-18T15:00+08:00", NewYork, out DateTimeOffset moment));
        Assert.Equal(TimeSpan.FromHours(8), moment.Offset);
    }

    [Theory]
    [InlineData("")]
    [InlineData("now")]
    [InlineData("2024-13-01")]
    [InlineData("2024-02-30")]
    [InlineData("2024-01-01T")]
    [InlineData("2024-01-01T25:00")]
    [InlineData("2024-01-01T10:60")]
    [InlineData("2024-01-01T10:00:60")]
    [InlineData("2024-01-01T10:00:00.")]
    [InlineData("2024-01-01T10:00+15:00")]
    [InlineData("2024-01-01T10")]
    [InlineData("2024-01-01Z")]
    [InlineData("0001-01-01")]
    public void What_is_no_moment_is_one_fault(string text)
    {
        FaultList faults = new();

        Assert.Null(AsOf.Read(text, Shanghai, new Place("asOf"), faults));
        Assert.Equal(SeriesFaults.MomentForm.At(new Place("asOf"), text), Assert.Single(faults));
    }

    [Theory]
    [InlineData("2024-01-01~", 1)]
    [InlineData("2024-01-01~0", 1)]
    [InlineData("2024-01-01~-1", 1)]
    [InlineData("2024-01-01~1~2", 1)]
    [InlineData("2024-01-01~9999999999999999999", 1)]
    [InlineData("2024-01~x", 2)]
    public void A_wrong_public_number_is_named_beside_a_wrong_moment(string text, int faultCount)
    {
        FaultList faults = new();

        Assert.Null(AsOf.Read(text, Shanghai, Place.Unknown, faults));
        Assert.Equal(faultCount, faults.Count);
        Assert.Contains(faults, f => f.Code == SeriesFaults.PublicNumber);
    }
}
