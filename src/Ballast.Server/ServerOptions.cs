using System.Net;

namespace Ballast.Server;

/// <summary>How the server is started. Everything else is a workspace setting.</summary>
/// <param name="DataDirectory">The data directory; the store in it must exist.</param>
public sealed record ServerOptions(string DataDirectory)
{
    /// <summary>Where it listens; port 0 takes a free one.</summary>
    public IPEndPoint Listen { get; init; } = new(IPAddress.Loopback, 8080);

    /// <summary>The address readers use, for links that are copied and cited; null where it is the address of the request.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>The clock, the only one the server asks.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How long answers under way may take once the server is asked to stop.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(20);
}
