using Ballast.Series;
using FsCheck;
using FsCheck.Fluent;

namespace Ballast.Sdmx.Model.Tests;

public sealed class DataSetBuilderTests
{
    private static readonly ConceptReference Concept = new(new StructureId("T", "C", SemanticVersion.One), "X");

    private static readonly DataStructureDefinition Structure = new(
        new StructureId("T", "D", SemanticVersion.One), LocalisedText.Of("en", "n"), default, [new("X", Concept, Representation.OfConcept)], Concept,
        [new("V", Concept, Representation.OfConcept, MeasureKind.Exact)], [], []);

    [Fact]
    public void A_row_is_new_in_its_segment_just_where_a_set_of_keys_and_periods_says_so()
    {
        Gen<(int Key, int Year, bool Replaces)> row = from key in Gen.Choose(0, 2) from year in Gen.Choose(0, 4) from replaces in Gen.Frequency((6, Gen.Constant(false)), (1, Gen.Constant(true))) select (key, year, replaces);

        Prop.ForAll(Arb.From(row.ListOf()), rows =>
        {
            DataSetBuilder builder = new(new Dataflow(Structure.Id, LocalisedText.Of("en", "n"), default, Structure.Id, []), Structure);
            Dictionary<(int, int), int> seen = [];
            bool? last = null;
            int segmentRows = 0;
            foreach ((int key, int year, bool replaces) in rows)
            {
                if (last != replaces)
                {
                    seen.Clear();
                    segmentRows = 0;
                }

                last = replaces;
                int number = builder.Keys.Intern([builder.Keys.InternCode(0, $"K{key}")]);
                bool isNew = builder.AddObservation(replaces ? DataAction.Replace : DataAction.Merge, number, Period.Year(year), [MeasureValue.Of(1.5)]);

                Assert.Equal(!seen.TryGetValue((key, year), out int earlier), isNew);
                if (isNew)
                {
                    seen.Add((key, year), segmentRows++);
                }
                else
                {
                    Assert.Equal(earlier, builder.EarlierRow);
                }
            }

            Assert.Equal(builder.Count, builder.Build().ObservationCount);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400).WithReplay(11, 5));
    }
}
