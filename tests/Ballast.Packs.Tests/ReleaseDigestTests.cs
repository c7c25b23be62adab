using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Ballast.Packs.Tests;

public class ReleaseDigestTests
{
    [Fact]
    public void The_digest_is_the_hash_of_lengths_names_and_contents()
    {
        byte[] stream = [5, 0, 0, 0, .. "a.csv"u8, 3, 0, 0, 0, 0, 0, 0, 0, .. "abc"u8, 12, 0, 0, 0, .. "release.yaml"u8, 0, 0, 0, 0, 0, 0, 0, 0];

        Assert.Equal("sha256:" + Convert.ToHexStringLower(SHA256.HashData(stream)), Of([("release.yaml", ""), ("a.csv", "abc")]));
    }

    [Fact]
    public void The_order_of_listing_and_the_name_of_the_folder_do_not_matter_and_any_other_change_does()
    {
        Gen<(string, string)[]> folders = Gen.Elements("", "a", "ab", "b", "钢").Two().ArrayOf(3).Select(c => c.Select((t, i) => ($"{i}{t.Item1}", t.Item2)).ToArray());

        Prop.ForAll(folders.Two().ToArbitrary(), p =>
            Of(p.Item1) == Of([.. p.Item1.Reverse()], "other") && (Of(p.Item1) == Of(p.Item2)) == p.Item1.SequenceEqual(p.Item2))
            .Check(Config.QuickThrowOnFailure.WithReplay(20_230_118, 5));
    }

    [Fact]
    public void A_file_that_changes_while_it_is_read_is_noticed()
    {
        PackFolder folder = new("p", [new PackFile("data/r/a.csv", 3)], _ => new MemoryStream(Encoding.UTF8.GetBytes("abcd")));

        Assert.Throws<IOException>(() => ReleaseDigest.Of(folder, "data/r", folder.Files));
    }

    [Theory]
    [InlineData("sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", true)]
    [InlineData("sha256:0123456789ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef", false)]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", false)]
    [InlineData("sha256:00", false)]
    public void A_digest_has_one_written_form(string text, bool isWritten) => Assert.Equal(isWritten, ReleaseDigest.IsWritten(text));

    private static string Of((string Name, string Text)[] files, string release = "r")
    {
        PackFolder folder = PackFolder.OfTexts("p", files.ToDictionary(f => $"data/{release}/{f.Name}", f => f.Text));
        return ReleaseDigest.Of(folder, $"data/{release}", folder.Files);
    }
}
