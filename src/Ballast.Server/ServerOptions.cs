using System.Net;
using Ballast.Work;

namespace Ballast.Server;

/// <summary>How the server is started. Everything else is a workspace setting.</summary>
/// <param name="Reading">What it reads from; its clock is the server's.</param>
/// <param name="DataDirectory">The data directory, whose disk is watched.</param>
public sealed record ServerOptions(Reading Reading, string DataDirectory)
{
    /// <summary>Where it listens; port 0 takes a free one.</summary>
    public IPEndPoint Listen { get; init; } = new(IPAddress.Loopback, 8080);

    /// <summary>The address readers use, for links that are copied and cited; null where it is the address of the request.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>How long answers under way may take once the server is asked to stop.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(20);
}
