using System.Collections.Immutable;
using Ballast.Faults;

namespace Ballast.Packs.Tests;

/// <summary>The packs that come with the project.</summary>
public class HousePacksTests
{
    private static readonly DirectoryInfo Root = Find();

    [Fact]
    public void Every_pack_of_the_house_is_read_without_a_fault_and_they_can_be_put_in_order()
    {
        ImmutableArray<Outcome<Pack>> read = [.. Folders().Select(f => PackReader.Read(f, z => TimeZoneInfo.TryFindSystemTimeZoneById(z, out _)))];

        Assert.Empty(read.SelectMany(r => r.Faults));
        Outcome<PackOrder> order = PackOrder.Of(read.Select(r => r.Value!));
        Assert.Equal(["common", "ict", "industry", "us-vintages"], order.Value!.Packs.Select(p => p.Manifest.Id));
    }

    [Fact]
    public void Each_key_that_they_use_is_explained_in_the_documents()
    {
        string document = File.ReadAllText(Path.Combine(Root.FullName, "docs", "packs.md"));
        HashSet<string> unexplained = [];
        foreach (PackFolder folder in Folders())
        {
            foreach (PackFile file in folder.Files.Where(f => f.Path.EndsWith(".yaml", StringComparison.Ordinal)))
            {
                unexplained.UnionWith(Keys(folder.ReadYaml(file.Path).Value!).Where(k => !document.Contains($"`{k}`", StringComparison.Ordinal)).Select(k => $"{file.Path}: {k}"));
            }
        }

        Assert.Empty(unexplained);
    }

    private static IEnumerable<string> Keys(YamlNode node) => node switch
    {
        YamlNode.Mapping map => map.Entries.SelectMany(e => Keys(e.Value).Prepend(e.Key)),
        YamlNode.Sequence list => list.Items.SelectMany(Keys),
        _ => [],
    };

    private static IEnumerable<PackFolder> Folders()
    {
        foreach (DirectoryInfo directory in Root.GetDirectories("packs")[0].GetDirectories().OrderBy(d => d.Name, StringComparer.Ordinal))
        {
            yield return new PackFolder(
                $"packs/{directory.Name}",
                directory.GetFiles("*", SearchOption.AllDirectories).Select(f => new PackFile(Path.GetRelativePath(directory.FullName, f.FullName).Replace('\\', '/'), f.Length, f.LinkTarget is not null)),
                f => File.OpenRead(Path.Combine(directory.FullName, f.Path)));
        }
    }

    private static DirectoryInfo Find()
    {
        DirectoryInfo? directory = new(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Ballast.slnx")))
        {
            directory = directory.Parent;
        }

        return directory ?? throw new InvalidOperationException("Ballast.slnx stands in no folder above the tests.");
    }
}
