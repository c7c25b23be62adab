using Ballast.Faults;

namespace Ballast.Briefings;

/// <summary>What can be wrong with an overview plan beyond its YAML.</summary>
public static class OverviewFaults
{
    /// <summary>A group without figures.</summary>
    public static readonly FaultCode GroupEmpty = new("overview.group-empty");

    /// <summary>A key with an empty code, as two points in a row make.</summary>
    public static readonly FaultCode KeyUnreadable = new("overview.key-unreadable", "key");

    /// <summary>A series named twice; its first place is told.</summary>
    public static readonly FaultCode FigureTwice = new("overview.figure-twice", "flow", "key", "first");
}
