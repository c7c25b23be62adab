using FsCheck;
using FsCheck.Fluent;

namespace Ballast.Faults.Tests;

public class NearestNameTests
{
    [Theory]
    [InlineData("agnecy", "agency")]
    [InlineData("Names", "names")]
    [InlineData("pubished", "published")]
    [InlineData("zzz", null)]
    [InlineData("", null)]
    public void The_name_that_was_meant_is_found(string word, string? expected) =>
        Assert.Equal(expected, NearestName.Find(word, ["agency", "names", "published"]));

    [Fact]
    public void The_distance_agrees_with_a_slow_and_obvious_one()
    {
        Gen<string> word = Gen.Elements('a', 'b', 'c').ArrayOf().Select(c => new string([.. c.Take(7)]));

        Prop.ForAll(word.Two().ToArbitrary(), p =>
        {
            int slow = Slow(p.Item1, p.Item2);
            return NearestName.Distance(p.Item1, p.Item2, 100) == slow && NearestName.Distance(p.Item1, p.Item2, 2) == Math.Min(slow, 2);
        }).Check(Config.QuickThrowOnFailure.WithReplay(20_230_118, 13));
    }

    [Fact]
    public void A_long_word_is_not_compared()
    {
        string word = new('a', 100_000);

        Assert.Null(NearestName.Find(word, [word[..64], "b"]));
    }

    private static int Slow(string a, string b)
    {
        if (a.Length == 0 || b.Length == 0)
        {
            return a.Length + b.Length;
        }

        int best = Math.Min(Math.Min(Slow(a[1..], b), Slow(a, b[1..])) + 1, Slow(a[1..], b[1..]) + (a[0] == b[0] ? 0 : 1));
        return a.Length > 1 && b.Length > 1 && a[0] == b[1] && a[1] == b[0] ? Math.Min(best, Slow(a[2..], b[2..]) + 1) : best;
    }
}
