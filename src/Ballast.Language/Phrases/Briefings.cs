namespace Ballast.Language;

public static partial class Phrases
{
    /// <summary>Briefings and the overview.</summary>
    public static class Briefings
    {
        /// <summary>The viewpoint lies after the end of the record.</summary>
        public static readonly Phrase RecordEnded = new("The record of this pack ends on {date}; later figures are not gathered here, so none is called late.", "本数据包的记录截至{date}；此后的数据未在此收集，因此不标为逾期。");

        /// <summary>Title of the standalone briefing.</summary>
        public static readonly Phrase Briefing = new("Briefing: {pack}", "运行简报：{pack}");

        /// <summary>What was known: everything up to the newest release.</summary>
        public static readonly Phrase AsOfLatest = new("As of {moment}; latest release {latest}.", "截至{moment}；最近一次发布：{latest}。");

        /// <summary>Nothing was known yet.</summary>
        public static readonly Phrase AsOfNothing = new("As of {moment}; nothing was published here by then.", "截至{moment}；当时尚无发布。");

        /// <summary>The lead: what came since a moment.</summary>
        public static readonly Phrase LeadSince = new(
            "Since {since} {n} {n:release|releases} came: {added} new {added:value|values}, {revised} revised.",
            "{since}以来有{n}次发布：新增{added}个数值，修订{revised}个。");

        /// <summary>The lead of the first load.</summary>
        public static readonly Phrase LeadFirst = new(
            "The record begins here: {n} {n:release|releases} with {added} {added:value|values}.",
            "这里是记录的开端：{n}次发布，共{added}个数值。");

        /// <summary>The lead where nothing came.</summary>
        public static readonly Phrase LeadNothing = new("Nothing new since {since}.", "{since}以来没有新数据。");

        /// <summary>The lead where there is no data at all.</summary>
        public static readonly Phrase LeadEmpty = new("Nothing has been loaded yet.", "尚未载入数据。");

        /// <summary>A sentence of the lead: what is overdue.</summary>
        public static readonly Phrase LeadOverdue = new("{n} {n:figure is|figures are} overdue.", "有{n}项数据逾期。");

        /// <summary>Heading.</summary>
        public static readonly Phrase WhatChanged = new("What changed", "最新变化");

        /// <summary>Beside it.</summary>
        public static readonly Phrase SinceReleases = new("since {since}, {n} {n:release|releases}", "{since}以来，{n}次发布");

        /// <summary>Beside it, for the first load.</summary>
        public static readonly Phrase AllReleases = new("{n} {n:release|releases}", "{n}次发布");

        /// <summary>Heading of the table of revisions, after the count.</summary>
        public static readonly Phrase RevisedValues = new("revised values", "个修订值");

        /// <summary>The same for one.</summary>
        public static readonly Phrase RevisedValue = new("revised value", "个修订值");

        /// <summary>Heading of the table of new values, after the count.</summary>
        public static readonly Phrase SeriesWithNews = new("series with new values", "个指标有新数据");

        /// <summary>Heading of the table of releases, after the count.</summary>
        public static readonly Phrase ReleasesCame = new("releases", "次发布");

        /// <summary>The same for one.</summary>
        public static readonly Phrase ReleaseCame = new("release", "次发布");

        /// <summary>Head.</summary>
        public static readonly Phrase SeriesPeriod = new("Series, period", "指标、时期");

        /// <summary>Head.</summary>
        public static readonly Phrase SeriesBasis = new("Series, basis", "指标、口径");

        /// <summary>Head.</summary>
        public static readonly Phrase Series = new("Series", "指标");

        /// <summary>Head.</summary>
        public static readonly Phrase Basis = new("Basis", "口径");

        /// <summary>Head.</summary>
        public static readonly Phrase Period = new("Period", "时期");

        /// <summary>Head.</summary>
        public static readonly Phrase Value = new("Value", "数值");

        /// <summary>Head.</summary>
        public static readonly Phrase Unit = new("Unit", "单位");

        /// <summary>Head.</summary>
        public static readonly Phrase Mark = new("Mark", "标记");

        /// <summary>Head.</summary>
        public static readonly Phrase Change = new("Change", "变动");

        /// <summary>Head: before the revision.</summary>
        public static readonly Phrase Was = new("was", "原值");

        /// <summary>Head: after it.</summary>
        public static readonly Phrase Now = new("now", "现值");

        /// <summary>Head of the difference.</summary>
        public static readonly Phrase Difference = new("change", "变动");

        /// <summary>Head.</summary>
        public static readonly Phrase Release = new("Release", "发布");

        /// <summary>Head.</summary>
        public static readonly Phrase Published = new("Published", "发布时间");

        /// <summary>Head.</summary>
        public static readonly Phrase New = new("new", "新增");

        /// <summary>Head.</summary>
        public static readonly Phrase Revised = new("revised", "修订");

        /// <summary>Head.</summary>
        public static readonly Phrase Source = new("Source", "来源");

        /// <summary>Link.</summary>
        public static readonly Phrase AllInLog = new("Release log", "发布记录");

        /// <summary>Heading.</summary>
        public static readonly Phrase Headlines = new("Headline figures", "主要指标");

        /// <summary>Beside it.</summary>
        public static readonly Phrase HeadlinesKnown = new("{n} of {all}, each at its own latest period", "{all}项中已有{n}项，各取最新一期");

        /// <summary>Against which period a change is counted.</summary>
        public static readonly Phrase OnPeriod = new("on {period}", "比{period}");

        /// <summary>No change.</summary>
        public static readonly Phrase Unchanged = new("unchanged", "持平");

        /// <summary>Heading.</summary>
        public static readonly Phrase DueMissing = new("Due and missing", "待发布与缺失");

        /// <summary>Where nothing is overdue.</summary>
        public static readonly Phrase NothingOverdue = new("Nothing is overdue.", "没有逾期的数据。");

        /// <summary>Heading.</summary>
        public static readonly Phrase NextByCalendar = new("Next by the calendar", "按日历即将发布");

        /// <summary>Where the calendar holds nothing.</summary>
        public static readonly Phrase NothingNext = new("The calendar names no further date.", "日历上没有更多日期。");

        /// <summary>In the list of what is due.</summary>
        public static readonly Phrase LastKnown = new("last known {period}", "已有数据至{period}");

        /// <summary>In the list of what is due.</summary>
        public static readonly Phrase DueSince = new("due since {day}", "应于{day}发布");

        /// <summary>In the list of what is due, where nothing is known.</summary>
        public static readonly Phrase NeverKnown = new("nothing known yet", "尚无数据");

        /// <summary>Two details of one item.</summary>
        public static readonly Phrase TwoDetails = new("{first}; {second}", "{first}；{second}");

        /// <summary>Heading.</summary>
        public static readonly Phrase Notes = new("Notes", "说明");

        /// <summary>What sparklines are.</summary>
        public static readonly Phrase SparklineNote = new(
            "All small lines share one time axis, so a series that is behind ends early. Thin line: the value of no change. Nothing is joined over a gap; a period without neighbours is a dot.",
            "所有小图共用同一时间轴，更新较晚的指标提前结束。细线为“无变化”的数值。缺数之处不连线，前后都缺的时期画成点。");

        /// <summary>The marks that are in use.</summary>
        public static readonly Phrase MarksInUse = new("Marks in use: {marks}.", "所用标记：{marks}。");

        /// <summary>Heading of the list of sources.</summary>
        public static readonly Phrase SourcesOfFigures = new("Where each figure comes from", "各数据的来源");

        /// <summary>Name of the scroll region of that table.</summary>
        public static readonly Phrase Key = new("Key", "代码");

        /// <summary>Footer.</summary>
        public static readonly Phrase MadeBy = new("Made by Ballast from figures as published by the agencies named.", "由Ballast根据所注机构公布的数据生成。");
    }
}
