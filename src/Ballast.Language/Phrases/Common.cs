namespace Ballast.Language;

/// <summary>All texts of pages, briefings and commands: <c>Phrases.Common.Product.In(tongue)</c>. One nested class a subject, in a file of its own in this folder.</summary>
public static partial class Phrases
{
    /// <summary>Words that every subject uses.</summary>
    public static class Common
    {
        /// <summary>Ballast, the product.</summary>
        public static readonly Phrase Product = new("Ballast", "压舱石 Ballast");

        /// <summary>A number of values.</summary>
        public static readonly Phrase Values = new("{n} {n:value|values}", "{n}个数值");

        /// <summary>A number of series.</summary>
        public static readonly Phrase Series = new("{n} series", "{n}个序列");

        /// <summary>A number of releases.</summary>
        public static readonly Phrase Releases = new("{n} {n:release|releases}", "{n}次发布");

        /// <summary>A number of faults.</summary>
        public static readonly Phrase Faults = new("{n} {n:fault|faults}", "{n}处错误");

        /// <summary>A part of many, as lists say it.</summary>
        public static readonly Phrase ShownOf = new("{n} of {all} shown", "显示{all}项中的{n}项");

        /// <summary>A name and a unit: heads of columns and axes.</summary>
        public static readonly Phrase NameWithUnit = new("{name}, {unit}", "{name}（{unit}）");

        /// <summary>Two things in a row, such as a basis and a currency.</summary>
        public static readonly Phrase Also = new("{first}, {second}", "{first}，{second}");

        /// <summary>From one period to another, both included.</summary>
        public static readonly Phrase FromTo = new("{first} to {last}", "{first}至{last}");

        /// <summary>Source of a figure.</summary>
        public static readonly Phrase Source = new("Source: {name}", "来源：{name}");
    }
}
