using Ballast.Faults;

namespace Ballast.Packs.Tests;

/// <summary>A small good pack, and what becomes of it when files are put in, changed or taken out.</summary>
internal static class SamplePack
{
    public const string Manifest = """
        id: steel
        agency: BALLAST
        version: 1.0.0
        names: {en: Steel, zh: 钢铁}
        needs: [common]
        zone: Asia/Shanghai
        effective: {from: 2010-01-01, to: 2025-12-31}
        approval: two
        """;

    public const string Release = """
        key: briefing-2023-01
        published: 2023-01-18T15:00+08:00
        source:
          kind: briefing
          title: {en: Briefing, zh: 发布会}
          agency: {en: Ministry, zh: 工信部}
          url: https://example.org/briefing
          date: 2023-01-18
        """;

    public static readonly IReadOnlyDictionary<string, string> Files = new Dictionary<string, string>
    {
        ["README.md"] = "# Steel\n",
        ["pack.yaml"] = Manifest,
        ["data/briefing-2023-01/release.yaml"] = Release,
        ["data/briefing-2023-01/IND_PRODUCT.csv"] = "STRUCTURE,STRUCTURE_ID,ACTION\n",
        ["tests/known.yaml"] = """
            expect:
              - {flow: IND_PRODUCT, key: M.CN.STEEL.OUTPUT.N.N._Z.A, period: 2022-12, as_of: 2024-01-01, value: "231.20", bound: OVER}
              - {flow: IND_PRODUCT, key: "@CN_STEEL", period: 2023-12, as_of: 2024-01-01T00:00Z, value: unknown}
            """,
    };

    public static PackFolder Folder(params (string Path, string? Text)[] changes)
    {
        Dictionary<string, string> files = new(Files);
        foreach ((string path, string? text) in changes)
        {
            if (text is null)
            {
                files.Remove(path);
            }
            else
            {
                files[path] = text;
            }
        }

        return PackFolder.OfTexts("packs/steel", files);
    }

    public static Outcome<Pack> Read(params (string Path, string? Text)[] changes) => PackReader.Read(Folder(changes), IsZone);

    public static Pack OfId(string id, params string[] needs) => PackReader.Read(
        PackFolder.OfTexts($"packs/{id}", new Dictionary<string, string>
        {
            ["pack.yaml"] = $"id: {id}\nagency: A\nversion: 1.0.0\nnames: {{en: x, zh: 某}}\nneeds: [{string.Join(", ", needs)}]\nzone: Asia/Shanghai\n",
        }),
        IsZone).Value!;

    public static bool IsZone(string zone) => zone is "Asia/Shanghai" or "America/New_York";
}
