#pragma warning disable CS1591 // The English text says what each is.
namespace Ballast.Language;

public static partial class Phrases
{
    /// <summary>What every page of the console has around its content, and the pages of errors.</summary>
    public static class Pages
    {
        public static readonly Phrase SkipToContent = new("Skip to content", "跳到正文");
        public static readonly Phrase MainNavigation = new("Main", "主导航");
        public static readonly Phrase Overview = new("Overview", "总览");
        public static readonly Phrase Catalogue = new("Catalogue", "目录");
        public static readonly Phrase Releases = new("Releases", "发布记录");
        public static readonly Phrase Menu = new("Menu", "菜单");
        public static readonly Phrase Search = new("Search", "搜索");
        public static readonly Phrase SearchSeries = new("Search series", "搜索序列");
        public static readonly Phrase SearchHint = new("Name or code", "名称或代码");
        public static readonly Phrase FooterFigures = new("Figures as published by the agencies named; compiled later where marked.", "数据以所注机构发布为准；事后补录的另行注明。");
        public static readonly Phrase FooterFacts = new("Facts may be reused with the source named.", "数据可在注明来源后使用。");
        public static readonly Phrase WindowTitle = new("{page} · {product}", "{page} · {product}");
        public static readonly Phrase PastTitle = new("Past: {page}", "历史：{page}");
        public static readonly Phrase ErrorTitle = new("Error: {page}", "错误：{page}");

        public static readonly Phrase AsOf = new("As of", "截至");
        public static readonly Phrase AsOfNow = new("now", "现在");
        public static readonly Phrase AsOfLatest = new(", latest release", "，最近一次发布：");
        public static readonly Phrase AsOfPast = new("This is what was known on {moment}.", "这里显示的是{moment}已知的情况。");
        public static readonly Phrase AsOfField = new("As of, date as YYYY-MM-DD", "截至日期，格式为年-月-日（YYYY-MM-DD）");
        public static readonly Phrase AsOfHint = new("YYYY-MM-DD", "YYYY-MM-DD");
        public static readonly Phrase AsOfRelease = new("Release", "发布");
        public static readonly Phrase AsOfTyped = new("or a release", "或某次发布");
        public static readonly Phrase AsOfShow = new("Show", "查看");
        public static readonly Phrase AsOfPrevious = new("Release before: {release}", "上一次发布：{release}");
        public static readonly Phrase AsOfNext = new("Release after: {release}", "下一次发布：{release}");
        public static readonly Phrase AsOfReturn = new("Return to now", "回到现在");
        public static readonly Phrase AsOfRevised = new("{n} {n:value|values} here {n:has|have} since been revised.", "此处有{n}个数值后来修订过。");
        public static readonly Phrase AsOfUnrevised = new("No value here has been revised since.", "此处的数值后来没有修订。");
        public static readonly Phrase AsOfNoRelease = new("none yet", "尚无");
        public static readonly Phrase AsOfUnreadable = new("\"{text}\" is not a date that can be read; the page shows now. Write it as 2024-01-19.", "“{text}”不是可以识别的日期，页面显示现在的情况。请写成2024-01-19这样的形式。");
        public static readonly Phrase Path = new("Path", "路径");
        public static readonly Phrase ListStop = new(". ", "。");
        public static readonly Phrase ListComma = new(", ", "，");
        public static readonly Phrase CopyLink = new("Copy link", "复制链接");
        public static readonly Phrase Copied = new("Copied", "已复制");

        public static readonly Phrase NotFoundHeading = new("Nothing is known at this address", "这个地址没有内容");
        public static readonly Phrase NotFoundText = new("The code may be mistyped, or nothing has been published under it yet.", "代码可能有误，或者还没有以此发布的数据。");
        public static readonly Phrase NotFoundNext = new("Look for it by name:", "可以按名称查找：");
        public static readonly Phrase BadRequestHeading = new("This request cannot be read", "无法识别这个请求");
        public static readonly Phrase BadRequestText = new("Something in it has a form that is not known here.", "其中有无法识别的内容。");
        public static readonly Phrase MethodHeading = new("This address can only be read", "这个地址只供读取");
        public static readonly Phrase MethodText = new("Nothing can be sent to it.", "不能向它提交内容。");
        public static readonly Phrase FailureHeading = new("The page could not be made", "页面未能生成");
        public static readonly Phrase FailureText = new("The fault is on our side and has been written down. Try again in a moment; if it stays, tell whoever runs this server the reference.", "问题出在服务器，已经记录。请稍后再试；如仍然如此，请把编号告诉服务器的管理人员。");
        public static readonly Phrase Reference = new("Reference", "编号");
        public static readonly Phrase ToOverview = new("Go to the overview", "前往总览");
        public static readonly Phrase ToCatalogue = new("Go to the catalogue", "前往目录");
    }
}
