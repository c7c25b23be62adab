using System.Text.Json;
using Ballast.Faults;

namespace Ballast.Packs.Tests;

public class PackTemplateTests
{
    [Theory]
    [InlineData("demo")]
    [InlineData("battery-park-7")]
    [InlineData("a234567890123456789012345678901234567890123456789012345678901234")]
    public void A_new_pack_is_read_without_a_fault(string id)
    {
        Outcome<Pack> read = PackReader.Read(PackFolder.OfTexts(id, PackTemplate.Files(id)), SamplePack.IsZone);

        Assert.Empty(read.Faults);
        Assert.Equal(id, read.Value!.Manifest.Id);
        Assert.Equal(["2024-02-20", "2024-03-20"], read.Value.Releases.Select(r => r.Manifest.Key));
        Assert.Equal(3, read.Value.Expectations.Length);
    }

    [Fact]
    public void A_new_pack_shows_every_part_that_this_version_reads()
    {
        Pack pack = PackReader.Read(PackFolder.OfTexts("demo", PackTemplate.Files("demo")), SamplePack.IsZone).Value!;

        Assert.Equal(
            [PackPartKind.Manifest, PackPartKind.Readme, PackPartKind.Structures, PackPartKind.Release, PackPartKind.Observations, PackPartKind.Transforms, PackPartKind.Due, PackPartKind.Overview, PackPartKind.Tests],
            pack.Parts.Select(p => p.Kind).Distinct());
    }

    [Fact]
    public void Its_dataflow_files_tests_and_plans_agree_on_the_flow()
    {
        Dictionary<string, string> files = new(PackTemplate.Files("battery-park"));

        Assert.Contains("data/2024-02-20/BATTERY_PARK_PRODUCT.csv", files.Keys);
        using JsonDocument structures = JsonDocument.Parse(files["structures/dataflows.json"]);
        Assert.Equal("BATTERY_PARK_PRODUCT", structures.RootElement.GetProperty("data").GetProperty("dataflows")[0].GetProperty("id").GetString());
        Assert.All(["overview.yaml", "calendar.yaml", "transforms.yaml", "tests/figures.yaml"], path => Assert.Contains("flow: BATTERY_PARK_PRODUCT\n", files[path], StringComparison.Ordinal));
        Assert.All(files.Values, text => Assert.False(text.Contains("PACK_ID", StringComparison.Ordinal) || text.Contains("FLOW_ID", StringComparison.Ordinal)));
        foreach (string csv in files.Where(f => f.Key.EndsWith(".csv", StringComparison.Ordinal)).Select(f => f.Value))
        {
            string[] lines = csv.TrimEnd('\n').Split('\n');
            Assert.All(lines[1..], line => Assert.StartsWith("dataflow,EXAMPLE:BATTERY_PARK_PRODUCT(1.0.0),A,M,CN,", line, StringComparison.Ordinal));
            Assert.All(lines[1..], line => Assert.Equal(lines[0].Split(',').Length, line.Replace("piles, an", "piles an", StringComparison.Ordinal).Split(',').Length));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("Demo")]
    [InlineData("../x")]
    [InlineData("1a")]
    public void A_name_that_is_no_id_is_refused(string id) => Assert.Throws<ArgumentException>(() => PackTemplate.Files(id));
}
