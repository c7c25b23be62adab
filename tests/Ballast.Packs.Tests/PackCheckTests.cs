using Ballast.Faults;

namespace Ballast.Packs.Tests;

public class PackCheckTests
{
    private static readonly FaultCode Bad = new("test.bad", "path");

    [Fact]
    public void Each_part_is_checked_by_its_own_checker_in_the_order_of_kinds()
    {
        List<string> seen = [];
        PartChecker note = (_, part, _) => seen.Add(part.Path);
        PackCheck check = new(new Dictionary<PackPartKind, PartChecker>
        {
            [PackPartKind.Observations] = note,
            [PackPartKind.Structures] = note,
            [PackPartKind.Overview] = note,
            [PackPartKind.Tests] = note,
        });

        FaultList faults = check.Run(SamplePack.Folder(("overview.yaml", ""), ("structures/b.json", ""), ("structures/a.json", "")), SamplePack.IsZone);

        Assert.Empty(faults);
        Assert.Equal(["structures/a.json", "structures/b.json", "data/briefing-2023-01/IND_PRODUCT.csv", "overview.yaml", "tests/known.yaml"], seen);
    }

    [Fact]
    public void Faults_of_the_manifest_and_of_parts_are_listed_together()
    {
        PackCheck check = new(new Dictionary<PackPartKind, PartChecker>
        {
            [PackPartKind.Observations] = (pack, part, faults) => faults.Add(Bad, pack.Folder.PlaceOf(part.Path), part.Path),
        });

        FaultList faults = check.Run(SamplePack.Folder(("pack.yaml", SamplePack.Manifest + "\ncolour: red\n")), SamplePack.IsZone);

        Assert.Equal(["yaml.key-unknown", "test.bad"], faults.Select(f => f.Code.Name));
    }

    [Fact]
    public void A_part_that_nobody_reads_is_said_aloud()
    {
        FaultList faults = new PackCheck(new Dictionary<PackPartKind, PartChecker>()).Run(SamplePack.Folder(("warnings/a.yaml", "")), SamplePack.IsZone);

        Assert.Equal(["data/briefing-2023-01/IND_PRODUCT.csv", "warnings/a.yaml"], faults.Select(f => f.Arguments[0]));
        Assert.All(faults, f => Assert.Equal(PackFaults.PartUnread, f.Code));
    }
}
