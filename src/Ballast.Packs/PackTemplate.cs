using System.Collections.Immutable;

namespace Ballast.Packs;

/// <summary>The files of a new pack: small, complete and good, to be changed piece by piece. They stand on the structures of pack <c>common</c>; their figures are invented and say so.</summary>
public static class PackTemplate
{
    /// <summary>Whether a pack may be called so.</summary>
    public static bool IsId(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return PackIds.IsPackId(text);
    }

    /// <summary>Paths and texts of a new pack.</summary>
    /// <param name="id">Its id; its dataflow is named after it.</param>
    /// <exception cref="ArgumentException">It is no id of a pack.</exception>
    public static ImmutableArray<KeyValuePair<string, string>> Files(string id)
    {
        if (!IsId(id))
        {
            throw new ArgumentException("Expected lower-case letters, digits and hyphens, a letter first.", nameof(id));
        }

        const string Ending = "_PRODUCT";
        string stem = id.ToUpperInvariant().Replace('-', '_');
        string flow = stem[..Math.Min(stem.Length, PackIds.MaxLength - Ending.Length)] + Ending;
        return
        [
            new("README.md", Fill(Readme)),
            new("pack.yaml", Fill(Manifest)),
            new("structures/dataflows.json", Fill(Structures)),
            new("data/2024-02-20/release.yaml", Fill(FirstRelease)),
            new($"data/2024-02-20/{flow}.csv", Fill(FirstObservations)),
            new("data/2024-03-20/release.yaml", Fill(SecondRelease)),
            new($"data/2024-03-20/{flow}.csv", Fill(SecondObservations)),
            new("overview.yaml", Fill(Overview)),
            new("calendar.yaml", Fill(Calendar)),
            new("transforms.yaml", Fill(Transforms)),
            new("tests/figures.yaml", Fill(Tests)),
        ];

        string Fill(string text) => text.Replace("PACK_ID", id, StringComparison.Ordinal).Replace("FLOW_ID", flow, StringComparison.Ordinal) + "\n";
    }

    private const string Readme = """
        # PACK_ID

        What this pack watches and why, in two sentences. 用两句话说明本数据包监测什么、为什么。

        | folder 文件夹 | source 来源 | terms 使用条件 |
        |---|---|---|
        | `data/2024-02-20`, `data/2024-03-20` | invented, to show the form 虚构，仅示格式 | free 自由使用 |

        `structures/dataflows.json` says which dataflow the figures belong to and which structure it has: `DSD_ITEM` of pack `common`, whose codes stand in
        `common/structures`. 数据流的结构取自`common`的`DSD_ITEM`，代码见`common/structures`。

        Steps 步骤: `ballast pack check DIR`, `ballast pack test DIR`, `ballast monitor`.
        """;

    private const string Manifest = """
        # The pack's name in addresses and folders: lower-case letters, digits, hyphens.
        # 数据包标识：小写字母、数字、连字符。
        id: PACK_ID
        # Who maintains its dataflows. 数据流的维护机构。
        agency: EXAMPLE
        version: 1.0.0
        names:
          en: "Example pack"
          zh: "示例数据包"
        # Packs whose structures it uses. 所依赖的数据包。
        needs: [common]
        # The zone in which its days end. 日期所在的时区。
        zone: Asia/Shanghai
        # Outside this span nothing is due; leave out "to" while the pack is kept up.
        # 此期间之外没有应到数据；持续更新时不写to。
        effective:
          from: "2023-01-01"
          to: "2024-02-29"
        """;

    private const string Structures = """
        {
          "meta": {
            "schema": "https://json.sdmx.org/2.0.0/sdmx-json-structure-schema.json",
            "id": "PACK_ID-dataflows",
            "prepared": "2024-02-20T00:00:00Z",
            "contentLanguages": ["en", "zh"],
            "sender": {"id": "EXAMPLE"}
          },
          "data": {
            "dataflows": [
              {
                "id": "FLOW_ID",
                "agencyID": "EXAMPLE",
                "version": "1.0.0",
                "name": "Things counted, an example",
                "names": {"en": "Things counted, an example", "zh": "实物量示例"},
                "structure": "urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=BALLAST:DSD_ITEM(1.0.0)"
              }
            ]
          }
        }
        """;

    private const string FirstRelease = """
        # The key is the folder's name. 键与文件夹同名。
        key: "2024-02-20"
        # When the figures became known. A day means its end. 数据公布的时间；只写日期即指当日结束。
        published: "2024-02-20T10:00+08:00"
        source:
          # briefing, text, database, file or survey. 发布会、文本、数据库、文件或调查。
          kind: text
          title:
            en: "Invented figures, first release"
            zh: "虚构数据，第一次发布"
          agency:
            en: "Example agency"
            zh: "示例机构"
          date: "2024-02-20"
        """;

    private const string SecondRelease = """
        key: "2024-03-20"
        published: "2024-03-20T10:00+08:00"
        source:
          kind: text
          title:
            en: "Invented figures, second release"
            zh: "虚构数据，第二次发布"
          agency:
            en: "Example agency"
            zh: "示例机构"
          date: "2024-03-20"
        notes:
          en: "January is revised; the first figure stays what was known before"
          zh: "修订1月数据；此前所知仍为首次数据"
        """;

    private const string Header =
        "STRUCTURE[;],STRUCTURE_ID,ACTION,FREQ,REF_AREA,ITEM,ASPECT,ADJUSTMENT,TRANSFORMATION,REFERENCE,NATURE,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT,TIME_PER_COLLECT,TITLE[en;zh],SOURCE_ID,SOURCE_REF[],STATED_BY\n";

    private const string RowStart = "dataflow,EXAMPLE:FLOW_ID(1.0.0),A,M,CN,CHARGING_PILE,STOCK,N,N,_Z,A,";

    private const string RowEnd = ",NUM,4,E,\"en:Charging piles, an example;zh:充电桩示例\",EXAMPLE_PILES,Invented,EXAMPLE";

    private const string FirstObservations =
        Header + RowStart + "2023-11,10.0" + RowEnd + "\n" + RowStart + "2023-12,10.4" + RowEnd + "\n" + RowStart + "2024-01,10.9" + RowEnd;

    private const string SecondObservations = Header + RowStart + "2024-01,10.7" + RowEnd + "\n" + RowStart + "2024-02,11.2" + RowEnd;

    private const string Overview = """
        # Headline figures of the overview page and the briefing, in groups. 概览页和简报的重点数据，分组排列。
        groups:
          - name: {en: "Networks", zh: "网络"}
            figures:
              - flow: FLOW_ID
                key: M.CN.CHARGING_PILE.STOCK.N.N._Z.A
                name: {en: "Charging piles", zh: "充电桩"}
        """;

    private const string Calendar = """
        # When which figures are due; without it nothing is ever late. 数据何时应到；不写则不判断迟到。
        due:
          - id: piles
            name: {en: "Charging piles", zh: "充电桩"}
            flow: FLOW_ID
            keys:
              - "M.CN.CHARGING_PILE.STOCK.N.N._Z.A"
            # On the 20th of the month after, at 10 in the pack's zone. 次月20日10时（数据包时区）。
            frequency: M
            months_after: 1
            day: 20
            time: "10:00"
        """;

    private const string Transforms = """
        # What is computed from the figures. An empty place in a key means any code, + joins several.
        # 由数据计算什么。键中空位表示任意代码，+连接多个代码。
        transforms:
          - flow: FLOW_ID
            keys:
              - "M.CN..STOCK.N.N._Z.A"
            compute: [change, percentage-change, year-on-year]
        """;

    private const string Tests = """
        # What "ballast pack test" expects: a value as it was known then, or unknown. 期望结果：当时所知的值，或unknown（未知）。
        expect:
          - flow: FLOW_ID
            key: M.CN.CHARGING_PILE.STOCK.N.N._Z.A
            period: 2024-01
            as_of: "2024-02-20T09:59+08:00"
            value: unknown
          - flow: FLOW_ID
            key: M.CN.CHARGING_PILE.STOCK.N.N._Z.A
            period: 2024-01
            as_of: "2024-03-19"
            value: "10.9"
          - flow: FLOW_ID
            key: "@EXAMPLE_PILES"
            period: 2024-01
            value: "10.7"
        """;
}
