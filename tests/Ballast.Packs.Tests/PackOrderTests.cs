using Ballast.Faults;
using FsCheck;
using FsCheck.Fluent;

namespace Ballast.Packs.Tests;

public class PackOrderTests
{
    [Fact]
    public void Packs_come_after_those_they_need_else_by_name()
    {
        Outcome<PackOrder> order = PackOrder.Of([SamplePack.OfId("ict", "common"), SamplePack.OfId("a", "ict"), SamplePack.OfId("us"), SamplePack.OfId("common"), SamplePack.OfId("industry", "common")]);

        Assert.Equal(["common", "ict", "a", "industry", "us"], order.Value!.Packs.Select(p => p.Manifest.Id));
    }

    [Fact]
    public void A_missing_pack_is_named_where_it_is_needed()
    {
        Fault fault = Assert.Single(PackOrder.Of([SamplePack.OfId("ict", "common")]).Faults);

        Assert.Equal(PackFaults.NeedMissing.At(new Place("packs/ict/pack.yaml", 5, 9), "common"), fault);
    }

    [Fact]
    public void A_circle_is_written_out()
    {
        Fault fault = Assert.Single(PackOrder.Of([SamplePack.OfId("a", "b"), SamplePack.OfId("b", "c"), SamplePack.OfId("c", "b"), SamplePack.OfId("d")]).Faults);

        Assert.Equal(PackFaults.NeedsCircular, fault.Code);
        Assert.Equal(["b → c → b"], fault.Arguments.AsEnumerable());
        Assert.Equal("packs/b/pack.yaml", fault.Place.File);
    }

    [Fact]
    public void A_pack_that_needs_itself_is_a_circle() =>
        Assert.Equal(["a → a"], Assert.Single(PackOrder.Of([SamplePack.OfId("a", "a")]).Faults).Arguments.AsEnumerable());

    [Fact]
    public void Two_packs_of_one_id_are_refused() =>
        Assert.Equal(PackFaults.IdTwice, Assert.Single(PackOrder.Of([SamplePack.OfId("a"), SamplePack.OfId("a")]).Faults).Code);

    [Fact]
    public void Any_needs_without_a_circle_are_met_in_every_order_of_arrival()
    {
        Gen<(bool[] Needs, int[] Shuffle)> cases =
            from needs in Gen.Elements(true, false).ArrayOf(36)
            from shuffle in Gen.Shuffle(Enumerable.Range(0, 6).ToArray())
            select (needs, shuffle);

        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            string[] ids = ["f", "b", "d", "a", "e", "c"];
            Pack[] packs = [.. Enumerable.Range(0, 6).Select(i => SamplePack.OfId(ids[i], [.. Enumerable.Range(0, i).Where(j => c.Needs[(6 * i) + j]).Select(j => ids[j])]))];

            List<string> inOrder = [.. PackOrder.Of(packs).Value!.Packs.Select(p => p.Manifest.Id)];
            List<string> shuffled = [.. PackOrder.Of(c.Shuffle.Select(i => packs[i])).Value!.Packs.Select(p => p.Manifest.Id)];

            return inOrder.SequenceEqual(shuffled)
                && packs.All(p => p.Manifest.Needs.All(n => inOrder.IndexOf(n.Id) < inOrder.IndexOf(p.Manifest.Id)));
        }).Check(Config.QuickThrowOnFailure.WithReplay(20_230_118, 3));
    }
}
