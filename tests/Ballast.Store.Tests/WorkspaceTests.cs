namespace Ballast.Store.Tests;

public sealed class WorkspaceTests
{
    [Fact]
    public void A_name_has_the_value_given_last_and_survives_reopening()
    {
        using World world = new();
        Receipt? first = world.Store.CommitWorkspaceState("monitor:run", "1", "tester");
        Receipt? second = world.Store.CommitWorkspaceState("monitor:run", "2", "tester");
        Receipt? third = world.Store.CommitWorkspaceState("monitor:run", "1", "tester");

        world.Reopen();
        string? reopened = world.Store.WorkspaceState("monitor:run");

        Assert.Equal("1", reopened);
        Assert.Null(world.Store.WorkspaceState("another"));
        Assert.Equal(3, new[] { first, second, third }.Select(r => r!.CommitNumber).Distinct().Count());
    }

    [Fact]
    public void The_same_value_again_is_no_write()
    {
        using World world = new();
        world.Store.CommitWorkspaceState("folder:steel", "abc", "tester");
        long before = world.Store.DataVersion.CommitNumber;

        Receipt? again = world.Store.CommitWorkspaceState("folder:steel", "abc", "tester");

        Assert.Null(again);
        Assert.Equal(before, world.Store.DataVersion.CommitNumber);
    }
}
