using Ballast.Sdmx.Model;

namespace Ballast.Search.Tests;

/// <summary>A few series as packs have them.</summary>
internal static class Corpus
{
    public static readonly SearchCode Monthly = Code("M", "Monthly", "月度");
    public static readonly SearchCode China = Code("CN", "China", "中国", ("PRC", "全国"));
    public static readonly SearchCode Jiangsu = Code("CN-JS", "Jiangsu", "江苏");
    public static readonly SearchCode Steel = Code("STEEL_CRUDE", "Crude steel", "粗钢", ("iron and steel", "钢铁"));
    public static readonly SearchCode NewEnergy = Code("NEV", "New-energy vehicles", "新能源汽车", ("electric cars", "电动汽车"), ("NEV", "新能源车"));
    public static readonly SearchCode Cars = Code("CAR", "Passenger cars", "乘用车", ("automobiles", "轿车"));
    public static readonly SearchCode Stations = Code("STATION_5G", "5G base stations", "5G基站");
    public static readonly SearchCode Managers = Code("PMI", "Purchasing managers' index", "采购经理指数");
    public static readonly SearchCode Output = Code("OUTPUT", "Output", "产量", ("production", "生产量"));
    public static readonly SearchCode Stock = Code("STOCK", "Stock at the end of the period", "期末存量");
    public static readonly SearchCode Growth = Code("G1Y", "Growth on a year", "同比增长");
    public static readonly SearchCode AsIs = Code("N", "As is", "原值");
    public static readonly SearchCode Manufacturing = Code("C", "Manufacturing", "制造业");
    public static readonly SearchCode Industry = Code("B-D", "Industry", "工业");
    public static readonly SearchCode Tonnes = Code("TN", "Tonnes", "吨");
    public static readonly SearchCode Products = Code("IND_PRODUCT", "Industrial products", "工业产品");
    public static readonly SearchCode Activity = Code("IND_ACTIVITY", "Industrial activity", "工业活动");
    public static readonly SearchCode Network = Code("ICT_NETWORK", "Networks", "信息通信网络");

    public static readonly SearchEntry[] Entries =
    [
        Entry(Products, "CN_STEEL", "Output of crude steel", "粗钢产量", [Monthly, China, Steel, Output, AsIs], Tonnes),
        Entry(Products, "CN_STEEL_YOY", "Crude steel, growth of output", "粗钢产量同比", [Monthly, China, Steel, Output, Growth]),
        Entry(Products, "JS_STEEL", null, null, [Monthly, Jiangsu, Steel, Output, AsIs], Tonnes),
        Entry(Products, "CN_NEV", "Output of new-energy vehicles", "中国：新能源汽车产量", [Monthly, China, NewEnergy, Output, AsIs]),
        Entry(Products, "CN_CAR", "Output of passenger cars", "乘用车产量", [Monthly, China, Cars, Output, AsIs]),
        Entry(Network, "CN_5G_STATIONS", "5G base stations, end of month", "中国：5G基站总数", [Monthly, China, Stations, Stock, AsIs]),
        Entry(Activity, "CN_PMI", "Purchasing managers' index of manufacturing", "制造业采购经理指数", [Monthly, China, Manufacturing, Managers, AsIs]),
        Entry(Activity, "CN_IVA_YOY", "Value added of industry above designated size, growth on a year", "规模以上工业增加值同比", [Monthly, China, Industry, Code("VA", "Value added", "增加值"), Growth]),
        Entry(Activity, "INDPRO", "Industrial Production Index (2012=100)", "工业生产指数", [Monthly, Code("US", "United States", "美国"), Industry, Code("IPI", "Industrial production", "工业生产"), AsIs]),
    ];

    public static readonly SearchIndex Index = SearchIndex.Of(Entries);

    public static SearchCode Code(string id, string en, string zh, params (string En, string Zh)[] synonyms) =>
        new(id, Text(en, zh), [.. synonyms.Select(s => Text(s.En, s.Zh))]);

    public static SearchEntry Entry(SearchCode flow, string sourceId, string? en, string? zh, SearchCode[] codes, params SearchCode[] units) =>
        new(flow, string.Join('.', codes.Select(c => c.Id)), sourceId, en is null ? default : Text(en, zh!), [.. codes], [.. units]);

    public static LocalisedText Text(string en, string zh) => new([new("en", en), new("zh", zh)]);

    public static string[] Found(string query) => [.. Index.Find(query).Hits.Select(h => h.Entry.SourceId!)];
}
