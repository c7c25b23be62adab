using Ballast.Faults;

namespace Ballast.Briefings.Tests;

public sealed class OverviewPlanTests
{
    [Fact]
    public void A_plan_is_read_in_the_order_written()
    {
        OverviewPlan plan = MadePack.Plan;

        Assert.Equal(["生产", "网络"], plan.Groups.Select(g => g.Name.In("zh")));
        Assert.Equal(["M.CN.VA.G1Y", "M.CN.PMI.N", "Q.CN.CAP.N"], plan.Groups[0].Figures.Select(f => f.Key.ToString()));
        Assert.Equal((0m, 50m, null), (plan.Groups[0].Figures[0].Baseline, plan.Groups[0].Figures[1].Baseline, plan.Groups[0].Figures[2].Baseline));
        Assert.Equal(4, plan.Groups[0].Figures[0].Place.Line);
    }

    [Fact]
    public void Every_fault_of_a_plan_is_listed_with_its_place()
    {
        const string text = """
            groups:
              - name: {en: "Output"}
                figures:
                  - flow: IND
                    key: M..VA
                  - flow: IND
                    key: M.CN.VA
                    baselin: 0
                  - flow: IND
                    key: M.CN.VA
                    baseline: nought
                  - key: M.CN.VA
              - figures: []
            """;

        FaultList faults = OverviewPlan.Read(text, "overview.yaml").Faults;

        Assert.Equal(
            [
                "overview.yaml:2:11 yaml.language-missing", "overview.yaml:5:14 overview.key-unreadable", "overview.yaml:8:9 yaml.key-misspelt", "overview.yaml:11:19 yaml.number-expected",
                "overview.yaml:9:9 overview.figure-twice", "overview.yaml:12:9 yaml.key-missing", "overview.yaml:13:5 yaml.key-missing", "overview.yaml:13:14 overview.group-empty",
            ],
            faults.Select(f => $"{f.Place} {f.Code}"));
    }
}
