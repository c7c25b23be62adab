using System.Collections.Immutable;
using System.Globalization;
using Ballast.Sdmx.Model;
using Ballast.Series;
using FsCheck;
using FsCheck.Fluent;

namespace Ballast.Sdmx.Tests.Formats.Csv;

/// <summary>Any data set of the sample structure, and what it says line by line: keys are numbered in the order met, which is not part of what is said.</summary>
internal static class DataSets
{
    private static readonly string[] Texts = ["a", "a;b", "\"", "\"q\" r", "en:x", ";", " ", "line\nbreak", "comma, then", "钢铁", "-", "~", "NaN", "'=1+1", "x\ty", "𠮷", "a\r\nb", "\r"];

    private static readonly Gen<ExactNumber> Numbers =
        from unscaled in Gen.OneOf(Gen.Choose(-100, 100).Select(i => (long)i), ArbMap.Default.GeneratorFor<long>().Where(l => l != long.MinValue))
        from scale in Gen.Choose(0, 18)
        select new ExactNumber(unscaled, scale);

    private static readonly Gen<string> Text = Gen.Elements(Texts);

    private static readonly Gen<ImmutableArray<AttributeValue>> Multilingual =
        (from en in Text
         from zh in Text
         from which in Gen.Choose(0, 2)
         select which switch
         {
             0 => ImmutableArray.Create(new AttributeValue(en, "en")),
             1 => [new AttributeValue(zh, "zh"), new AttributeValue(en, "en")],
             _ => [new AttributeValue(en, "en"), new AttributeValue(zh, "zh")],
         });

    private static readonly Gen<int[]> Key = from a in Gen.Choose(0, 3) from i in Gen.Choose(0, 3) select new[] { 1, a, i };

    private static readonly Gen<Action<DataSetBuilder>> Step = Gen.Frequency(
        (12, Observation()),
        (3, SeriesAttributes()),
        (1, GroupAttributes()),
        (1, from text in Text
            from replaces in ArbMap.Default.GeneratorFor<bool>()
            select new Action<DataSetBuilder>(b => b.AddDatasetAttributes(replaces ? DataAction.Replace : DataAction.Merge, Set("METHOD", [new AttributeValue("m" + text)])))),
        (2, Scope()));

    public static Arbitrary<DataSet> Any { get; } = Arb.From(
        from steps in Step.ListOf()
        select Build(steps));

    public static IEnumerable<string> Lines(DataSet data)
    {
        foreach (DataSegment segment in data.Segments)
        {
            yield return $"{segment.Action} {Attributes(segment.DatasetAttributes)}";
            foreach (DataScope scope in segment.Scopes)
            {
                yield return $"scope {(scope.KeyNumber < 0 ? "all" : data.Keys.QueryAt(scope.KeyNumber))} {scope.Period} {string.Join(",", scope.Components)}";
            }

            foreach (string statement in segment.SeriesAttributes.Select(s => $"series {data.Keys.QueryAt(s.KeyNumber)} {Attributes(s.Attributes)}").Order(StringComparer.Ordinal))
            {
                yield return statement;
            }

            for (int row = 0; row < segment.Count; row++)
            {
                string attributes = string.Join(" ", segment.Attributes.Where(a => a.Numbers[row] >= 0).OrderBy(a => a.Id, StringComparer.Ordinal).Select(a => $"{a.Id}={Values(a.Dictionary[a.Numbers[row]])}"));
                yield return $"{data.Keys.KeyAt(segment.KeyNumbers[row])} {segment.Periods[row]} {string.Join("|", segment.Measures.Select(m => $"{m.Values[row].Kind}:{m.Values[row]}"))} {attributes}";
            }
        }
    }

    private static Gen<Action<DataSetBuilder>> Observation() =>
        from key in Key
        from year in Gen.Choose(1990, 1995)
        from quarter in Gen.Choose(1, 4)
        from span in Gen.Choose(1, 2)
        from number in Numbers
        from hasNumber in ArbMap.Default.GeneratorFor<bool>()
        from level in Gen.OneOf(Gen.Constant<string?>(null), Text.Select(t => (string?)t))
        from status in Gen.Elements(null, "A", "E")
        from sources in Gen.Elements(Texts).NonEmptyListOf()
        from statesSources in Gen.Choose(0, 2)
        from comment in Multilingual
        from statesComment in Gen.Choose(0, 2)
        from replaces in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        select new Action<DataSetBuilder>(b =>
        {
            Period period = Period.Quarter(year, quarter, span);
            MeasureValue[] values = [hasNumber ? MeasureValue.Of(number) : MeasureValue.None, level is null ? MeasureValue.None : MeasureValue.Of(level)];
            if (!b.AddObservation(replaces ? DataAction.Replace : DataAction.Merge, Intern(b, key), period, values))
            {
                return;
            }

            if (status is not null)
            {
                b.AddAttribute("OBS_STATUS", [new AttributeValue(status)]);
            }

            if (statesSources == 0)
            {
                b.AddAttribute("SOURCE_REF", [.. sources.Select(s => new AttributeValue(s)), new AttributeValue("")]);
            }

            if (statesComment == 0)
            {
                b.AddAttribute("COMMENT", comment);
            }
        });

    private static Gen<Action<DataSetBuilder>> SeriesAttributes() =>
        from key in Key
        from unit in Gen.Elements("T", "PC")
        from titles in Multilingual.NonEmptyListOf()
        from weight in Gen.Choose(0, 100)
        from replaces in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        select new Action<DataSetBuilder>(b => b.AddSeriesAttributes(
            replaces ? DataAction.Replace : DataAction.Merge,
            Intern(b, key),
            AttributeSet.Of([
                new("UNIT", [new AttributeValue(unit)]),
                new("TITLE", [.. titles.SelectMany(t => t)]),
                new("WEIGHT", [new AttributeValue(weight.ToString(CultureInfo.InvariantCulture))]),
            ])));

    private static Gen<Action<DataSetBuilder>> GroupAttributes() =>
        from area in Gen.Choose(0, 3)
        from text in Text
        select new Action<DataSetBuilder>(b => b.AddSeriesAttributes(DataAction.Merge, Intern(b, [-1, area, -1]), Set("REGION_NOTE", [new AttributeValue(text)])));

    private static Gen<Action<DataSetBuilder>> Scope() =>
        from key in Key
        from mask in Gen.Choose(0, 7)
        from hasPeriod in ArbMap.Default.GeneratorFor<bool>()
        from components in Gen.SubListOf("OBS_VALUE", "LEVEL", "SOURCE_REF", "UNIT", "METHOD")
        from deletes in ArbMap.Default.GeneratorFor<bool>()
        select new Action<DataSetBuilder>(b =>
        {
            int[] partial = [.. key.Select((c, i) => (mask & (1 << i)) != 0 ? c : -1)];
            b.AddScope(
                deletes ? DataAction.Delete : DataAction.Replace,
                new DataScope(mask == 0 ? -1 : Intern(b, partial), hasPeriod ? Period.Quarter(1991, 2) : null, deletes ? [.. components] : []));
        });

    private static DataSet Build(IEnumerable<Action<DataSetBuilder>> steps)
    {
        DataSetBuilder builder = new(SampleStructures.Flow, SampleStructures.Structure);
        foreach (Action<DataSetBuilder> step in steps)
        {
            step(builder);
        }

        return builder.Build();
    }

    private static int Intern(DataSetBuilder builder, int[] key)
    {
        string[][] codes = [["A", "Q", "M", "D"], ["CN", "CN-44", "CN-31", "W"], ["STEEL", "CARS", "BASE_STATIONS", "_T"]];
        return builder.Keys.Intern([.. key.Select((c, i) => c < 0 ? -1 : builder.Keys.InternCode(i, codes[i][c]))]);
    }

    private static AttributeSet Set(string id, ImmutableArray<AttributeValue> values) => AttributeSet.Of([new(id, values)]);

    private static string Attributes(AttributeSet attributes) => string.Join(" ", attributes.Entries.Select(e => $"{e.Key}={Values(e.Value)}"));

    private static string Values(ImmutableArray<AttributeValue> values) => string.Join("¦", values.Select(v => $"{v.Language}:{v.Text}"));
}
