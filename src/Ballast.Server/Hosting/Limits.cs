using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Ballast.Server.Hosting;

/// <summary>What one client may ask of the web server: connections, time for its headers, sizes, and strict line ends.</summary>
internal static class Limits
{
    /// <summary>Bytes of a request body, unless an endpoint says more.</summary>
    internal const int BodyBytes = 1024 * 1024;

    /// <summary>Bytes of the request line: keys of many codes are long.</summary>
    internal const int LineBytes = 32 * 1024;

    private const int MostConnections = 2_000;

    /// <summary>Sets all of them. Must run before Kestrel reads its options.</summary>
    internal static void Apply(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.AllowResponseHeaderCompression = false;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
        kestrel.Limits.MaxRequestBodySize = BodyBytes;
        kestrel.Limits.MaxRequestLineSize = LineBytes;
        kestrel.Limits.MaxRequestHeadersTotalSize = LineBytes;
        kestrel.Limits.MaxConcurrentConnections = Connections();
        kestrel.Limits.MaxConcurrentUpgradedConnections = 0;
    }

    /// <summary>A bare line feed does not end a line: what one side takes for the end of a header and the other does not is how requests are smuggled.</summary>
    internal static void RefuseBareLineFeeds() =>
        AppContext.SetSwitch("Microsoft.AspNetCore.Server.Kestrel.DisableHttp1LineFeedTerminators", true);

    // Under half the descriptors: the store, its log and the answers need the rest.
    private static long Connections()
    {
        const string limits = "/proc/self/limits";
        if (!File.Exists(limits))
        {
            return MostConnections;
        }

        foreach (string line in File.ReadLines(limits))
        {
            if (line.StartsWith("Max open files", StringComparison.Ordinal)
                && line["Max open files".Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries) is [string soft, ..]
                && long.TryParse(soft, out long descriptors))
            {
                return Math.Clamp((descriptors / 2) - 1, 1, MostConnections);
            }
        }

        return MostConnections;
    }
}
