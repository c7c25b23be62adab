using Ballast.Faults;

namespace Ballast.Packs.Tests;

public class PackReaderTests
{
    [Fact]
    public void A_pack_is_read_with_its_manifest_releases_and_expectations()
    {
        Outcome<Pack> read = SamplePack.Read();

        Assert.Empty(read.Faults);
        Pack pack = read.Value!;
        Assert.Equal(("steel", "BALLAST", "1.0.0", "Asia/Shanghai", true), (pack.Manifest.Id, pack.Manifest.Agency, pack.Manifest.Version, pack.Manifest.Zone, pack.Manifest.NeedsApproval));
        Assert.Equal([new("en", "Steel"), new("zh", "钢铁")], pack.Manifest.Names.AsEnumerable());
        Assert.Equal((new DateOnly(2010, 1, 1), new DateOnly(2025, 12, 31)), (pack.Manifest.EffectiveFrom, pack.Manifest.EffectiveTo));
        Assert.Equal(("common", 5), (pack.Manifest.Needs[0].Id, pack.Manifest.Needs[0].Place.Line));
        PackRelease release = Assert.Single(pack.Releases);
        Assert.Equal("IND_PRODUCT", Assert.Single(release.Observations).FlowId);
        Assert.Equal(new DateTimeOffset(2023, 1, 18, 7, 0, 0, TimeSpan.Zero), release.Manifest.Published!.Moment);
        Assert.Equal(TimeSpan.FromHours(8), release.Manifest.Published.Moment!.Value.Offset);
        Assert.False(release.Manifest.IsCompiledLater);
        Assert.Equal(2, pack.Expectations.Length);
        Assert.Equal(("231.20", "OVER", new DateOnly(2024, 1, 1), null), (pack.Expectations[0].Value, pack.Expectations[0].Bound, pack.Expectations[0].AsOf!.Day, pack.Expectations[0].AsOf!.Moment));
        Assert.Null(pack.Expectations[1].Value);
    }

    [Theory]
    [InlineData("id: steel", "id: Steel", "pack.id-malformed", 1)]
    [InlineData("id: steel", "id: стал", "pack.id-malformed", 1)]
    [InlineData("id: steel\n", "", "yaml.key-missing", 1)]
    [InlineData("agency: BALLAST", "agency: 工信部", "pack.agency-malformed", 2)]
    [InlineData("agency:", "agnecy:", "yaml.key-misspelt", 2)]
    [InlineData("version: 1.0.0", "version: 1.0", "pack.version-malformed", 3)]
    [InlineData("version: 1.0.0", "version: 01.0.0", "pack.version-malformed", 3)]
    [InlineData(", zh: 钢铁", "", "yaml.language-missing", 4)]
    [InlineData("needs: [common]", "needs: common", "yaml.sequence-expected", 5)]
    [InlineData("needs: [common]", "needs: [common, common]", "pack.need-twice", 5)]
    [InlineData("needs: [common]", "needs: [../x]", "pack.id-malformed", 5)]
    [InlineData("zone: Asia/Shanghai", "zone: Asia/Shang", "pack.zone-unknown", 6)]
    [InlineData("from: 2010-01-01", "from: 2026-01-01", "pack.effective-reversed", 7)]
    [InlineData("from: 2010-01-01", "from: 2010", "yaml.date-expected", 7)]
    [InlineData("approval: two", "approval: three", "yaml.choice-unknown", 8)]
    public void A_faulty_manifest_is_refused_where_it_is_faulty(string good, string bad, string code, int line)
    {
        string text = SamplePack.Manifest.Replace(good, bad, StringComparison.Ordinal);
        Assert.NotEqual(SamplePack.Manifest, text);

        Outcome<Pack> read = SamplePack.Read(("pack.yaml", text));

        Assert.False(read.IsGood);
        Assert.Contains(read.Faults, f => f.Code.Name == code && f.Place.File == "packs/steel/pack.yaml" && f.Place.Line == line);
    }

    [Theory]
    [InlineData("key: briefing-2023-01", "key: other", "pack.release-key-differs", 1)]
    [InlineData("key: briefing-2023-01", "key: /etc", "pack.release-key-malformed", 1)]
    [InlineData("published: 2023-01-18T15:00+08:00", "published: 2023-01-18T15:00", "pack.time-malformed", 2)]
    [InlineData("published: 2023-01-18T15:00+08:00", "published: yesterday", "pack.time-malformed", 2)]
    [InlineData("published: 2023-01-18T15:00+08:00", "vintage_column: '1'", "pack.sdmx-id-malformed", 2)]
    [InlineData("published: 2023-01-18T15:00+08:00\n", "", "pack.release-time-ambiguous", 1)]
    [InlineData("published:", "vintage_column: KNOWN_FROM\npublished:", "pack.release-time-ambiguous", 1)]
    [InlineData("kind: briefing", "kind: rumour", "yaml.choice-unknown", 4)]
    [InlineData("  agency: {en: Ministry, zh: 工信部}\n", "", "pack.source-nobody", 4)]
    [InlineData("https://example.org/briefing", "file:///etc/passwd", "pack.url-malformed", 7)]
    [InlineData("https://example.org/briefing", "https://u:p@example.org/", "pack.url-malformed", 7)]
    [InlineData("date: 2023-01-18", "digest: sha256:12", "pack.digest-malformed", 8)]
    [InlineData("key:", "amends: gone\nkey:", "pack.amends-unknown", 1)]
    [InlineData("key:", "amends: briefing-2023-01\nkey:", "pack.amends-unknown", 1)]
    [InlineData("key:", "compiled_later: yes\nkey:", "yaml.bool-expected", 1)]
    public void A_faulty_release_is_refused_where_it_is_faulty(string good, string bad, string code, int line)
    {
        string text = SamplePack.Release.Replace(good, bad, StringComparison.Ordinal);
        Assert.NotEqual(SamplePack.Release, text);

        Outcome<Pack> read = SamplePack.Read(("data/briefing-2023-01/release.yaml", text));

        Assert.False(read.IsGood);
        Assert.Contains(read.Faults, f => f.Code.Name == code && f.Place.File == "packs/steel/data/briefing-2023-01/release.yaml" && f.Place.Line == line);
    }

    [Fact]
    public void A_release_may_be_amended_by_one_of_the_same_time()
    {
        string later = "amends: briefing-2023-01\n" + SamplePack.Release.Replace("key: briefing-2023-01", "key: b2", StringComparison.Ordinal);
        string moved = later.Replace("15:00", "16:00", StringComparison.Ordinal);

        Assert.True(SamplePack.Read(("data/b2/release.yaml", later), ("data/b2/F.csv", "x")).IsGood);
        Assert.Equal("pack.amends-other-time", Assert.Single(SamplePack.Read(("data/b2/release.yaml", moved), ("data/b2/F.csv", "x")).Faults).Code.Name);
    }

    [Fact]
    public void A_folder_of_data_needs_a_manifest_and_observations()
    {
        Assert.Equal("pack.release-manifest-missing", Assert.Single(SamplePack.Read(("data/briefing-2023-01/release.yaml", null)).Faults).Code.Name);
        Assert.Equal("pack.release-empty", Assert.Single(SamplePack.Read(("data/briefing-2023-01/IND_PRODUCT.csv", null)).Faults).Code.Name);
        Assert.Equal("pack.sdmx-id-malformed", Assert.Single(SamplePack.Read(("data/briefing-2023-01/产品.csv", "")).Faults).Code.Name);
    }

    [Fact]
    public void Unknown_files_and_a_missing_readme_are_warnings()
    {
        Outcome<Pack> read = SamplePack.Read(("structures/notes.txt", ""), ("Overview.yaml", ""), ("data/x.csv", ""), ("README.md", null));

        Assert.True(read.IsGood);
        Assert.Equal(["pack.file-unknown", "pack.file-unknown", "pack.file-unknown", "pack.readme-missing"], read.Faults.Select(f => f.Code.Name));
    }

    [Fact]
    public void A_pack_without_manifest_is_refused() =>
        Assert.Contains(SamplePack.Read(("pack.yaml", null)).Faults, f => f.Code == PackFaults.ManifestMissing);

    [Theory]
    [InlineData("../outside.yaml", "pack.path-outside")]
    [InlineData("/etc/passwd", "pack.path-outside")]
    [InlineData("data/../../x", "pack.path-outside")]
    [InlineData("data//x", "pack.path-outside")]
    [InlineData("./pack.yaml", "pack.path-outside")]
    [InlineData("C:/x", "pack.path-outside")]
    [InlineData("data\\x.csv", "pack.path-not-portable")]
    [InlineData("tests/a:b.yaml", "pack.path-not-portable")]
    [InlineData("tests/nul.yaml", "pack.path-not-portable")]
    [InlineData("tests./a.yaml", "pack.path-not-portable")]
    [InlineData("tests/a\u202Elmay.yaml", "pack.path-hidden")]
    [InlineData("tests/a\u200B.yaml", "pack.path-hidden")]
    [InlineData("tests/a\n.yaml", "pack.path-hidden")]
    [InlineData("tests/a\u001B[2J.yaml", "pack.path-hidden")]
    [InlineData("tests/e\u0301.yaml", "pack.path-not-composed")]
    [InlineData("Tests/Known.yaml", "pack.path-case-clash")]
    public void A_path_that_hides_or_escapes_is_refused(string path, string code)
    {
        Outcome<Pack> read = SamplePack.Read((path, "expect: []"));

        Assert.False(read.IsGood);
        Fault fault = Assert.Single(read.Faults, f => f.IsError);
        Assert.Equal(code, fault.Code.Name);
        Assert.DoesNotContain(fault.ToString(), c => char.IsControl(c) || c is '\u202E' or '\u200B');
    }

    [Fact]
    public void Links_are_refused_unread()
    {
        PackFolder good = SamplePack.Folder();
        PackFolder folder = new("packs/steel", good.Files.Select(f => f.Path.StartsWith("tests/", StringComparison.Ordinal) ? f with { IsLink = true } : f), f => f.IsLink ? throw new InvalidOperationException("Opened.") : good.Open(f.Path));

        Fault fault = Assert.Single(PackReader.Read(folder, SamplePack.IsZone).Faults);

        Assert.Equal(PackFaults.LinkRefused.At(new Place("packs/steel/tests/known.yaml"), "tests/known.yaml"), fault);
    }

    [Theory]
    [InlineData("expect:\n  - {flow: F, key: K, period: 2022-12}\n", "yaml.key-missing", 2)]
    [InlineData("expect:\n  - {flow: F.G, key: K, period: 2022-12, value: 1}\n", "pack.sdmx-id-malformed", 2)]
    [InlineData("expect:\n  - {flow: F, key: K, period: 2022-12, value: 1, asof: 2022}\n", "yaml.key-misspelt", 2)]
    [InlineData("expect:\n  - {flow: F, key: K, period: 2022-12, value: 1, as_of: 2022}\n", "pack.time-malformed", 2)]
    [InlineData("expects: []\n", "yaml.key-missing", 1)]
    public void A_faulty_expectation_is_refused(string text, string code, int line) =>
        Assert.Contains(SamplePack.Read(("tests/known.yaml", text)).Faults, f => f.Code.Name == code && f.Place.Line == line);
}
