using System.Globalization;
using System.Text;

namespace Ballast.Server.Tests;

/// <summary>
/// A pack of our own over the structures of pack <c>common</c>: growth with January and February as one figure and a gap, levels that were revised, a quarterly and an annual series, one observation alone,
/// marks, a confidential value, labels that try to break out of a page, and a release under embargo.
/// </summary>
internal static class TrialPack
{
    internal const string Flow = "TRIAL";
    internal const string Growth = "M.CN.STEEL.OUTPUT.N.G1Y._Z.A";
    internal const string Level = "M.CN.STEEL.SALES.N.N._Z.A";
    internal const string Cumulated = "M.CN.STEEL.OUTPUT.N.YTD._Z.A";
    internal const string Quarterly = "Q.CN.STEEL.CAPACITY.N.N._Z.A";
    internal const string Annual = "A.CN.STEEL.EXPORT_QTY.N.N._Z.A";
    internal const string Alone = "M.CN.STEEL.STOCK.N.N._Z.A";
    internal const string Hostile = "M.CN.STEEL.EXPORT_VALUE.N.N._Z.A";
    internal const string Hidden = "M.CN.STEEL.PRICE.N.N._Z.A";

    internal const string HiddenName = "Forbidden price of steel";
    internal const string HiddenValue = "4711.17";

    /// <summary>When the last release becomes public.</summary>
    internal static readonly DateTimeOffset EmbargoEnds = new(2024, 6, 3, 10, 0, 0, TimeSpan.FromHours(8));

    internal static readonly string HostileTitle =
        "<script>alert(1)</script> & \"quotes\" 'single' \u0627\u0644\u0635\u0644\u0628 <b>bold</b> {{x}} " + string.Concat(Enumerable.Repeat("Averylongwordwithoutanybreak", 14));

    /// <summary>Writes the pack's folder beside a copy of <c>common</c>.</summary>
    internal static void Write(string packs)
    {
        CopyFolder(Path.Combine(Repository.Root, "packs", "common"), Path.Combine(packs, "common"));
        string trial = Path.Combine(packs, "trial");
        Put(trial, "pack.yaml", """
            id: trial
            agency: BALLAST
            version: 1.0.0
            names: {en: "Trial", zh: "试验"}
            needs: [common]
            zone: Asia/Shanghai
            """);
        Put(trial, "README.md", "A pack for tests.\n");
        Put(trial, "structures/dataflows.json", """
            {
              "meta": {
                "schema": "https://json.sdmx.org/2.0.0/sdmx-json-structure-schema.json",
                "id": "trial-dataflows", "prepared": "2024-01-01T00:00:00Z", "contentLanguages": ["en", "zh"], "sender": {"id": "BALLAST"}
              },
              "data": {"dataflows": [{
                "id": "TRIAL", "agencyID": "BALLAST", "version": "1.0.0", "name": "Trial of steel", "names": {"en": "Trial of steel", "zh": "钢铁试验"},
                "descriptions": {"en": "Made up for tests", "zh": "仅供测试"},
                "structure": "urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=BALLAST:DSD_ITEM(1.0.0)"
              }]}
            }
            """);
        Put(trial, "overview.yaml", $$$"""
            groups:
              - name: {en: "Steel", zh: "钢铁"}
                figures:
                  - {flow: TRIAL, key: {{{Growth}}}, name: {en: "Output of steel", zh: "钢铁产量"}, baseline: 0}
                  - {flow: TRIAL, key: {{{Level}}}, name: {en: "Sales of steel", zh: "钢铁销量"} }
                  - {flow: TRIAL, key: {{{Alone}}}, name: {en: "Stock of steel", zh: "钢铁库存"} }
            """);
        Put(trial, "calendar.yaml", $$$"""
            due:
              - id: output
                name: {en: "Output of steel", zh: "钢铁产量"}
                flow: TRIAL
                keys: ["{{{Growth}}}"]
                frequency: M
                months_after: 1
                day: 17
                skip: [1]
                combined: [1, 2]
            """);
        Release(trial, "first", "2024-02-20T10:00+08:00", First());
        Release(trial, "second", "2024-04-18T10:00+08:00", Second());
        Release(trial, "embargoed", EmbargoEnds.ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture), Embargoed());
    }

    /// <summary>Adds one more release to a pack already written: another value for a month that a fixed link shows.</summary>
    internal static void WriteLater(string packs, string published) =>
        Release(Path.Combine(packs, "trial"), "later", published, [Row(Level, "2023-12", "899.5", "T", 4, "S", "Sales of steel", "钢铁销量")]);

    private static List<string> First()
    {
        List<string> rows = [];
        for (int year = 2019; year <= 2023; year++)
        {
            rows.Add(Row(Growth, $"{year}-01-01/P2M", Number(2.5 + ((year - 2019) * 0.4)), "PC", null, "S", "Output of steel, growth on a year", "钢铁产量：同比"));
            for (int month = 3; month <= 12; month++)
            {
                if ((year, month) is not (2021, 6))
                {
                    rows.Add(Row(Growth, $"{year}-{month:D2}", Number(((year * 12) + month) % 9 - 2.3), "PC", null, "S", "Output of steel, growth on a year", "钢铁产量：同比"));
                }
            }
        }

        for (int month = 1; month <= 12; month++)
        {
            rows.Add(Row(Level, $"2023-{month:D2}", Number(800 + (month * 7.5)), "T", 4, "S", "Sales of steel", "钢铁销量"));
            if (month > 1)
            {
                rows.Add(Row(Cumulated, $"2023-{month:D2}", Number(month * 810.25), "T", 4, "S", "Output of steel, cumulated", "钢铁产量：累计"));
            }
        }

        for (int quarter = 1; quarter <= 8; quarter++)
        {
            rows.Add(Row(Quarterly, $"{2022 + ((quarter - 1) / 4)}-Q{((quarter - 1) % 4) + 1}", Number(1000 + quarter), "T", 4, "E", "Capacity of steel works", "钢铁产能", quarter == 8 ? "P" : null, quarter == 5 ? "C" : null));
        }

        rows.Add(Row(Annual, "2022", "50", "T", 4, "S", "Steel exported", "钢铁出口量"));
        rows.Add(Row(Annual, "2023", "61", "T", 4, "S", "Steel exported", "钢铁出口量"));
        rows.Add(Row(Alone, "2023-12", "12.5", "T", 4, "E", "Stock of steel", "钢铁库存"));
        rows.Add(Row(Hostile, "2023-11", "1", "USD", 8, "S", HostileTitle, "敌意标签：" + HostileTitle));
        rows.Add(Row(Hostile, "2023-12", "2", "USD", 8, "S", HostileTitle, "敌意标签：" + HostileTitle));
        return rows;
    }

    private static List<string> Second() =>
    [
        Row(Level, "2023-11", "880.1", "T", 4, "S", "Sales of steel", "钢铁销量"),
        Row(Level, "2023-12", "895", "T", 4, "S", "Sales of steel", "钢铁销量"),
        Row(Growth, "2024-01-01/P2M", "3.9", "PC", null, "S", "Output of steel, growth on a year", "钢铁产量：同比"),
        Row(Growth, "2024-03", "4.4", "PC", null, "S", "Output of steel, growth on a year", "钢铁产量：同比", "P"),
    ];

    private static List<string> Embargoed() =>
    [
        Row(Growth, "2024-04", "6.13", "PC", null, "S", "Output of steel, growth on a year", "钢铁产量：同比"),
        Row(Hidden, "2024-04", HiddenValue, "CNY", 0, "A", HiddenName, "禁止提前的钢铁价格"),
    ];

    private static string Row(string key, string period, string value, string unit, int? multiplier, string collect, string english, string chinese, string? status = null, string? confidential = null) => string.Join(',',
        "dataflow", "BALLAST:TRIAL(1.0.0)", "A", key.Replace('.', ','), period, confidential is null ? value : "", unit, multiplier?.ToString(CultureInfo.InvariantCulture) ?? "", collect,
        Quoted($"en:{english};zh:{chinese}"), Quoted("TRIAL_" + key.Replace('.', '_')), status ?? "", confidential ?? "", Quoted("Table 1, row " + period));

    private static string Quoted(string text) => "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static void Release(string pack, string key, string published, List<string> rows)
    {
        Put(pack, $"data/{key}/release.yaml", $$"""
            key: {{key}}
            published: "{{published}}"
            source:
              kind: text
              title: {en: "Table of steel, {{key}}", zh: "钢铁统计表"}
              agency: {en: "Office of Trials", zh: "试验局"}
            """);
        StringBuilder csv = new("STRUCTURE[;],STRUCTURE_ID,ACTION,FREQ,REF_AREA,ITEM,ASPECT,ADJUSTMENT,TRANSFORMATION,REFERENCE,NATURE,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT,TIME_PER_COLLECT,TITLE[en;zh],SOURCE_ID,OBS_STATUS,CONF_STATUS,SOURCE_REF[]\n");
        foreach (string row in rows)
        {
            csv.Append(row).Append('\n');
        }

        Put(pack, $"data/{key}/TRIAL.csv", csv.ToString());
    }

    private static void Put(string folder, string name, string text)
    {
        string path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
