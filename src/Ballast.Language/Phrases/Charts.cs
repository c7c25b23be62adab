namespace Ballast.Language;

public static partial class Phrases
{
    /// <summary>What a chart says beside its figures.</summary>
    public static class Charts
    {
        /// <summary>In a plot without any value.</summary>
        public static readonly Phrase NoValue = new("No value in this range", "此范围内没有数值");

        /// <summary>At a line where a series stops being comparable.</summary>
        public static readonly Phrase Break = new("break in series", "口径变化");

        /// <summary>At an axis without zero or its baseline.</summary>
        public static readonly Phrase CutAt = new("axis begins at {low}", "纵轴从{low}开始");

        /// <summary>The same as a note.</summary>
        public static readonly Phrase CutNote = new("The axis does not begin at zero but at {low}.", "纵轴不从零开始，而从{low}开始。");

        /// <summary>A line with more points than a drawing can show.</summary>
        public static readonly Phrase Reduced = new(
            "{name}: {n} points are more than can be drawn; each pixel column shows its lowest and its highest value.",
            "{name}：共{n}个点，多于图上可画的点，每一列像素只画其中的最小值和最大值。");

        /// <summary>Dashes of combined January and February.</summary>
        public static readonly Phrase CombinedMonths = new("A flat dash two months wide is January–February published as one figure.", "两个月宽的短横线是1—2月合并公布的一个数。");

        /// <summary>Dashes of other combined periods.</summary>
        public static readonly Phrase CombinedPeriods = new("A flat dash is one figure published for several periods.", "短横线是几个时期合并公布的一个数。");

        /// <summary>Gaps and single points.</summary>
        public static readonly Phrase Gaps = new("Gaps stay open; a period without neighbours is a dot.", "缺数之处不连线，前后都缺的时期画成点。");

        /// <summary>Legend of provisional values.</summary>
        public static readonly Phrase Provisional = new("Hollow points and pale columns are provisional.", "空心点和浅色柱是初步数。");

        /// <summary>Legend of revised values.</summary>
        public static readonly Phrase Revised = new("Squares were revised after they were first published.", "方点在首次公布后作过修订。");

        /// <summary>Legend of forecasts.</summary>
        public static readonly Phrase Forecast = new("Dotted stretches are forecasts.", "点线是预测。");

        /// <summary>Legend of confidential values.</summary>
        public static readonly Phrase Confidential = new("Hatched periods are confidential.", "斜线时期的数据保密。");

        /// <summary>The sentence under a chart of one value.</summary>
        public static readonly Phrase OnlyValue = new("{name}: {value} in {period}.", "{name}：{period}为{value}。");

        /// <summary>Last value and its change alone, as for amounts since January.</summary>
        public static readonly Phrase ValueAndChange = new("{name}: {value} in {period}, {change} than in {before}.", "{name}：{period}为{value}，比{before}{change}。");

        /// <summary>The same, unchanged.</summary>
        public static readonly Phrase ValueUnchanged = new("{name}: {value} in {period}, as in {before}.", "{name}：{period}为{value}，与{before}持平。");

        /// <summary>The sentence under a chart of a constant.</summary>
        public static readonly Phrase Constant = new("{name}: {value} throughout, from {first} to {last}.", "{name}：{first}至{last}一直为{value}。");

        /// <summary>Range, last value and its change.</summary>
        public static readonly Phrase RangeAndChange = new(
            "{name}, {first} to {last}: between {low} ({lowPeriod}) and {high} ({highPeriod}); in {period} {value}, {change} than in {before}.",
            "{name}，{first}至{last}：最低{low}（{lowPeriod}），最高{high}（{highPeriod}）；{period}为{value}，比{before}{change}。");

        /// <summary>Range and last value, unchanged.</summary>
        public static readonly Phrase RangeUnchanged = new(
            "{name}, {first} to {last}: between {low} ({lowPeriod}) and {high} ({highPeriod}); in {period} {value}, as in {before}.",
            "{name}，{first}至{last}：最低{low}（{lowPeriod}），最高{high}（{highPeriod}）；{period}为{value}，与{before}持平。");

        /// <summary>What readers hear of a chart: its title and its sentence.</summary>
        public static readonly Phrase Heard = new("{title}. {sentence}", "{title}。{sentence}");

        /// <summary>A difference upwards.</summary>
        public static readonly Phrase More = new("{difference} more", "高{difference}");

        /// <summary>A difference downwards.</summary>
        public static readonly Phrase Less = new("{difference} less", "低{difference}");
    }
}
