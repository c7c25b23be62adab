using Ballast.Faults;
using Ballast.Sdmx.Model.Plans;
using Ballast.Series;

namespace Ballast.Sdmx.Model.Tests.Plans;

public sealed class DerivedPlanTests
{
    [Fact]
    public void A_series_is_given_all_that_its_rules_want_once_each()
    {
        DerivedPlan plan = DerivedPlan.Read(
            """
            transforms:
              - flow: F
                keys: ["M.CN.", "M..A+B"]
                compute: [change, year-on-year]
              - flow: F
                keys: ["M.CN.A"]
                compute: [single-month, change]
              - flow: G
                keys: ["M.CN.A"]
                compute: [percentage-change]
            """,
            "transforms.yaml").Value!;

        Assert.Equal<Transform>([Transform.Change, Transform.YearOnYear, Transform.SingleMonth], plan.Of("F", SeriesKey.TryParse("M.CN.A", 3)!));
        Assert.Equal<Transform>([Transform.Change, Transform.YearOnYear], plan.Of("F", SeriesKey.TryParse("M.W.B", 3)!));
        Assert.Empty(plan.Of("F", SeriesKey.TryParse("M.W.C", 3)!));
        Assert.Empty(plan.Of("F", SeriesKey.TryParse("M.CN.A.B", 4)!));
    }

    [Fact]
    public void Every_fault_of_the_wishes_is_listed_with_its_place()
    {
        Outcome<DerivedPlan> read = DerivedPlan.Read(
            """
            transforms:
              - flow: F
                keys: ["M.CN"]
                compute: [chnage]
              - keys: ["M"]
                compute: []
            extra: 1
            """,
            "transforms.yaml");

        Assert.Equal(
            ["transforms.yaml:7:1 yaml.key-unknown", "transforms.yaml:4:15 yaml.choice-unknown", "transforms.yaml:5:5 yaml.key-missing", "transforms.yaml:6:14 plan.compute-empty"],
            read.Faults.Select(f => $"{f.Place} {f.Code}"));
    }

    [Fact]
    public void Keys_are_held_to_the_structure_of_their_flow()
    {
        StructureId id(string name) => new("T", name, SemanticVersion.One);
        ConceptReference concept = new(id("C"), "X");
        Codelist codes = new(id("CL"), LocalisedText.Of("en", "n"), default, [new Code("A", LocalisedText.Of("en", "n"), default, null, [])], []);
        DataStructureDefinition structure = new(
            id("D"), LocalisedText.Of("en", "n"), default, [new("X", concept, new Representation(codes.Id, null)), new("Y", concept, Representation.OfConcept)], concept,
            [new("V", concept, Representation.OfConcept, MeasureKind.Exact)], [], []);
        StructureSet set = new([], [], [codes], [structure], [new Dataflow(id("F"), LocalisedText.Of("en", "n"), default, structure.Id, [])]);
        DerivedPlan plan = DerivedPlan.Read("transforms: [{flow: F, keys: [A.any, A, B.any], compute: [change]}, {flow: G, keys: [A], compute: [change]}]", "t.yaml").Value!;

        Assert.Equal(["plan.key-length", "plan.code-unknown", "plan.flow-unknown"], plan.Check(set).Select(f => f.Code.Name));
    }
}
