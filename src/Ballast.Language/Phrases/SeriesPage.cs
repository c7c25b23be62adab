#pragma warning disable CS1591 // The English text says what each is.
namespace Ballast.Language;

public static partial class Phrases
{
    /// <summary>The page of a series.</summary>
    public static class SeriesPage
    {
        public static readonly Phrase Period = new("Period", "时期");
        public static readonly Phrase OnPeriod = new("On {period} ({value})", "与{period}（{value}）相比");
        public static readonly Phrase KnownSince = new("Known since", "公布时间");
        public static readonly Phrase Next = new("Next, {period}", "下一期：{period}");
        public static readonly Phrase NoValue = new("No value is known at this moment", "此刻尚无已知数值");
        public static readonly Phrase FirstKnown = new("The first value became known here on {moment}.", "第一个数值于{moment}公布。");
        public static readonly Phrase FirstKnownCompiled = new("The first value became known here on {moment}, compiled later.", "第一个数值于{moment}补录。");
        public static readonly Phrase ShowThen = new("Show that moment", "查看那时的情况");
        public static readonly Phrase Transform = new("Transform", "变换");
        public static readonly Phrase AsPublished = new("As published", "按发布值");
        public static readonly Phrase Range = new("Range", "范围");
        public static readonly Phrase RangeYears = new("{n} {n:year|years}", "{n}年");
        public static readonly Phrase RangeAll = new("All", "全部");
        public static readonly Phrase RangeFrom = new("From", "起");
        public static readonly Phrase RangeTo = new("To", "止");
        public static readonly Phrase RangeHint = new("2020-01", "2020-01");
        public static readonly Phrase RangeUnreadable = new("\"{text}\" is not a period that can be read; all periods are shown. Write it as 2020-01 or 2020.", "“{text}”不是可以识别的时期，现显示全部时期。请写成2020-01或2020这样的形式。");
        public static readonly Phrase View = new("View", "视图");
        public static readonly Phrase ViewNow = new("Series", "序列");
        public static readonly Phrase ViewVintages = new("Vintages", "历次数值");
        public static readonly Phrase ChartKeys = new("Arrow keys left and right change the period, up and down the series; Enter leads to the table, Escape closes.", "左右方向键换时期，上下方向键换序列；回车到表格，Esc关闭。");
        public static readonly Phrase TheSameAsTable = new("The same as a table", "同一内容的表格");
        public static readonly Phrase TableOf = new("Table: {name}", "表格：{name}");
        public static readonly Phrase TableCount = new("{n} of {all} {all:value|values}", "{all}个数值中的{n}个");
        public static readonly Phrase Year = new("Year", "年份");
        public static readonly Phrase Value = new("Value", "数值");
        public static readonly Phrase MarksHeading = new("Marks in use", "所用标记");
        public static readonly Phrase VintagesHeading = new("Vintages", "历次数值");
        public static readonly Phrase VintagesFirst = new("First", "首次");
        public static readonly Phrase VintagesNow = new("Now", "现值");
        public static readonly Phrase VintagesThen = new("Then", "当时");
        public static readonly Phrase NeverRevised = new("Never revised: {n} {n:period|periods} stated, none with another value afterwards.", "从未修订：共{n}期，后来均无不同数值。");
        public static readonly Phrase RevisedCount = new("{n} of {all} periods were revised.", "{all}期中有{n}期修订过。");
        public static readonly Phrase VintagesAll = new("All vintages", "全部历次数值");
        public static readonly Phrase VintagesOfPeriod = new("Stated, in order", "历次公布");
        public static readonly Phrase Deleted = new("deleted", "已删除");
        public static readonly Phrase SourceHeading = new("Source", "来源");
        public static readonly Phrase Agency = new("Agency", "机构");
        public static readonly Phrase SourceId = new("Source id", "来源代码");
        public static readonly Phrase Flow = new("Dataflow", "数据流");
        public static readonly Phrase Key = new("Key", "序列代码");
        public static readonly Phrase Unit = new("Unit", "单位");
        public static readonly Phrase Span = new("Span", "起止");
        public static readonly Phrase SpanText = new("{first} to {last}, {n} {n:value|values}", "{first}至{last}，共{n}个数值");
        public static readonly Phrase LastRelease = new("Last release", "最近发布");
        public static readonly Phrase CompiledLater = new("compiled later", "事后补录");
        public static readonly Phrase Formula = new("Formula", "算法");
        public static readonly Phrase ComputedFrom = new("Computed here from the published series:", "由发布的序列在此计算：");
        public static readonly Phrase References = new("Where each value is stated", "各数值的出处");
        public static readonly Phrase ReferencesPeriods = new("Periods", "时期");
        public static readonly Phrase ReferencesDocument = new("Document and place", "文件和位置");
        public static readonly Phrase Attributes = new("Attributes", "属性");
        public static readonly Phrase Codes = new("Codes of the key", "代码含义");
        public static readonly Phrase CodeDimension = new("Dimension", "维度");
        public static readonly Phrase Code = new("Code", "代码");
        public static readonly Phrase CodeName = new("Name", "名称");
        public static readonly Phrase Take = new("Take it with you", "带走");
        public static readonly Phrase TakePng = new("PNG", "PNG");
        public static readonly Phrase CopyCitation = new("Copy citation", "复制引用");
        public static readonly Phrase Citation = new("{agency}, {title}. Ballast, {flow} {key}, as of {moment}.", "{agency}：{title}。压舱石 Ballast，{flow} {key}，截至{moment}。");
        public static readonly Phrase CitationEnglish = new("Citation in English", "英文引用");
        public static readonly Phrase CitationChinese = new("Citation in Chinese", "中文引用");
        public static readonly Phrase BibTex = new("BibTeX", "BibTeX");
        public static readonly Phrase LinkKeeps = new("keeps what you see now", "保持现在所见");
        public static readonly Phrase LinkNewest = new("always newest", "始终最新");
        public static readonly Phrase AboutThis = new("About this series", "关于本序列");
        public static readonly Phrase SourceLine = new("Source: {agency}; latest release {moment}.", "来源：{agency}；最近发布：{moment}。");
        public static readonly Phrase AsOfLine = new("As of {moment}, Ballast", "截至{moment}，压舱石 Ballast");
    }
}
