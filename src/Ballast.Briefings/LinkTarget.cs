using Ballast.Sdmx.Model;

namespace Ballast.Briefings;

/// <summary>What a link leads to; the writer's caller knows the address.</summary>
public abstract record LinkTarget
{
    private LinkTarget()
    {
    }

    /// <summary>A series.</summary>
    /// <param name="Flow">Id of its dataflow.</param>
    /// <param name="Key">Its key.</param>
    public sealed record Series(string Flow, SeriesKey Key) : LinkTarget;

    /// <summary>A release.</summary>
    /// <param name="Key">Its key.</param>
    public sealed record Release(string Key) : LinkTarget;

    /// <summary>The list of all releases.</summary>
    public sealed record ReleaseLog : LinkTarget;
}
