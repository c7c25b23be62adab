#pragma warning disable CS1591 // The English text says what each is.
namespace Ballast.Language;

public static partial class Phrases
{
    /// <summary>Overview, catalogue, flow and structure.</summary>
    public static class CataloguePage
    {
        public static readonly Phrase Packs = new("Packs", "数据包");
        public static readonly Phrase NoPackHeading = new("No pack is loaded yet", "尚未载入数据包");
        public static readonly Phrase NoPackText = new("Type this command beside the program; it loads the packs that come with it:", "请在程序所在目录输入以下命令，载入随附的数据包：");
        public static readonly Phrase EmptyAsOfHeading = new("Nothing was known here at that moment", "那时这里还没有已知的数据");

        public static readonly Phrase Title = new("Catalogue", "目录");
        public static readonly Phrase TitleOfSearch = new("Search: {text}", "搜索：{text}");
        public static readonly Phrase Lead = new("Every series of every dataflow, those that have ended too. Search takes English, Chinese, codes, and the source's own id with @.", "所有数据流的全部序列，已停止的也在内。可用英文、中文、代码搜索，也可用@加来源代码。");
        public static readonly Phrase Hits = new("{n} series found", "找到{n}个序列");
        public static readonly Phrase HitsShown = new("{from}–{to} of {all} shown", "显示{all}个中的第{from}—{to}个");
        public static readonly Phrase NoHit = new("Nothing is named like \"{text}\"", "没有名称近似“{text}”的内容");
        public static readonly Phrase NoHitNext = new("The nearest names are:", "最接近的名称：");
        public static readonly Phrase NoHitNothing = new("Try a shorter word, a code, or look through the dataflows.", "可以换较短的词或代码，或浏览数据流。");
        public static readonly Phrase FlowFacet = new("Dataflow", "数据流");
        public static readonly Phrase AllFlows = new("All", "全部");
        public static readonly Phrase Previous = new("Previous page", "上一页");
        public static readonly Phrase NextPage = new("Next page", "下一页");
        public static readonly Phrase PagesLabel = new("Pages", "分页");
        public static readonly Phrase FlowsHeading = new("Dataflows", "数据流");
        public static readonly Phrase FlowsNone = new("No dataflow has data yet.", "还没有含数据的数据流。");
        public static readonly Phrase FlowSeries = new("{n} series, {values} {values:value|values}", "{n}个序列，{values}个数值");
        public static readonly Phrase FlowSpan = new("{first} to {last}", "{first}至{last}");

        public static readonly Phrase FlowLead = new("{n} series, {first} to {last}; the newest periods stand left.", "{n}个序列，{first}至{last}；最新的时期在左。");
        public static readonly Phrase FlowFilter = new("Filter by code", "按代码筛选");
        public static readonly Phrase FlowApply = new("Apply", "应用");
        public static readonly Phrase FlowClear = new("Show all", "显示全部");
        public static readonly Phrase FlowAny = new("any", "不限");
        public static readonly Phrase FlowCodeCount = new("{name} ({n})", "{name}（{n}）");
        public static readonly Phrase FlowRows = new("Series {from}–{to} of {all}, {n} {n:period|periods} of {periods}", "{all}个序列中的第{from}—{to}个，{periods}期中的{n}期");
        public static readonly Phrase FlowWhole = new("All of it as CSV", "全部数据（CSV）");
        public static readonly Phrase FlowSelected = new("This selection as CSV", "所选数据（CSV）");
        public static readonly Phrase FlowNone = new("No series has these codes together.", "没有同时具有这些代码的序列。");
        public static readonly Phrase FlowStructure = new("What the codes mean", "代码含义");
        public static readonly Phrase FlowTable = new("Series and periods", "序列与时期");
        public static readonly Phrase FlowSeriesColumn = new("Series", "序列");
        public static readonly Phrase FlowUnitColumn = new("Unit", "单位");
        public static readonly Phrase FlowEarlier = new("Earlier periods", "更早的时期");
        public static readonly Phrase FlowLater = new("Later periods", "更近的时期");

        public static readonly Phrase StructureTitle = new("Structure of {flow}", "{flow}的结构");
        public static readonly Phrase StructureLead = new("{structure}, version {version}, {agency}", "{structure}，版本{version}，{agency}");
        public static readonly Phrase StructureDimensions = new("Dimensions, in the order of the key", "维度（按序列代码的顺序）");
        public static readonly Phrase StructureMeasures = new("Measures", "量值");
        public static readonly Phrase StructureAttributes = new("Attributes", "属性");
        public static readonly Phrase StructureConcept = new("Concept", "概念");
        public static readonly Phrase StructureId = new("Id", "代码");
        public static readonly Phrase StructureCodelist = new("Code list", "代码表");
        public static readonly Phrase StructureFree = new("free text", "自由文本");
        public static readonly Phrase StructureTime = new("time period", "时期");
        public static readonly Phrase StructureInUse = new("Series", "序列数");
        public static readonly Phrase StructureCodes = new("{name}: {n} {n:code|codes} in use of {all}", "{name}：{all}个代码中使用{n}个");
        public static readonly Phrase StructureLevel = new("Attached to", "附着于");
        public static readonly Phrase LevelDataset = new("data set", "数据集");
        public static readonly Phrase LevelGroup = new("group", "组");
        public static readonly Phrase LevelSeries = new("series", "序列");
        public static readonly Phrase LevelObservation = new("observation", "观测值");
        public static readonly Phrase StructureOther = new("Name in the other language", "另一语言的名称");
        public static readonly Phrase StructureDownload = new("Structure as SDMX-JSON", "结构（SDMX-JSON）");
    }

    /// <summary>The release log and the page of a release.</summary>
    public static class ReleasePage
    {
        public static readonly Phrase Title = new("Release log", "发布记录");
        public static readonly Phrase Lead = new("What came and what it changed, newest first. Times of publication are the sources', times of loading ours; all in {zone}.", "收到什么、改变了什么，最新在前。发布时间以来源为准，载入时间为本系统的时间，均为{zone}。");
        public static readonly Phrase None = new("No release is here yet.", "这里还没有发布。");
        public static readonly Phrase NoneAsOf = new("No release had been published here at that moment.", "那时这里还没有发布。");
        public static readonly Phrase Counts = new("{added} added, {revised} revised, {deleted} deleted, {restated} stated again", "新增{added}，修订{revised}，删除{deleted}，重申{restated}");
        public static readonly Phrase Loaded = new("Loaded {moment}.", "{moment}载入。");
        public static readonly Phrase LargestRevisions = new("Largest revisions", "最大的修订");
        public static readonly Phrase OpenThen = new("See everything as of then", "查看当时的全部情况");
        public static readonly Phrase Shown = new("{from}–{to} of {all} releases", "{all}次发布中的第{from}—{to}次");
        public static readonly Phrase Amends = new("Corrects {release}", "更正{release}");
        public static readonly Phrase Compiled = new("compiled later", "事后补录");

        public static readonly Phrase ReleaseTitle = new("Release of {moment}", "{moment}的发布");
        public static readonly Phrase Published = new("Published", "发布时间");
        public static readonly Phrase LoadedTerm = new("Loaded", "载入时间");
        public static readonly Phrase Number = new("Public number", "公开序号");
        public static readonly Phrase Agency = new("Agency or speaker", "机构或发言人");
        public static readonly Phrase DocumentDate = new("Date of the document", "文件日期");
        public static readonly Phrase Digest = new("Digest of the document", "文件摘要值");
        public static readonly Phrase Address = new("Address", "网址");
        public static readonly Phrase Notes = new("Notes", "说明");
        public static readonly Phrase KeyTerm = new("Key", "代码");
        public static readonly Phrase Parts = new("What it states", "发布内容");
        public static readonly Phrase PartSeries = new("Series", "序列");
        public static readonly Phrase PartValues = new("Values", "数值");
        public static readonly Phrase Changes = new("What it changed", "改变");
        public static readonly Phrase ChangeSeries = new("Series", "序列");
        public static readonly Phrase ChangePeriod = new("Period", "时期");
        public static readonly Phrase ChangeWas = new("Was", "原值");
        public static readonly Phrase ChangeNow = new("Now", "现值");
        public static readonly Phrase ChangeBy = new("Change", "变动");
        public static readonly Phrase ChangesRevised = new("Revised: {n}", "修订：{n}");
        public static readonly Phrase ChangesAdded = new("Added: {n}", "新增：{n}");
        public static readonly Phrase ChangesDeleted = new("Deleted: {n}", "删除：{n}");
        public static readonly Phrase ChangesShown = new("{n} of {all} shown; all stand in the CSV of each dataflow.", "显示{all}项中的{n}项；全部见各数据流的CSV。");
        public static readonly Phrase ChangesNone = new("It changed no value: all it states was known.", "没有改变任何数值：所述均已知。");
    }
}
