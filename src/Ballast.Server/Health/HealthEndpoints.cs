using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Ballast.Server.Health;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c> and <c>/health</c>: it can answer readers (503 where not).
/// Which check fails is told on the loopback address only.
/// </summary>
internal static class HealthEndpoints
{
    internal static void MapHealth(this IEndpointRouteBuilder endpoints, Readiness readiness)
    {
        endpoints.MapMethods("/health/live", ["GET", "HEAD"], static (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            return Results.Json(new { live = true });
        });
        endpoints.MapMethods("/health/ready", ["GET", "HEAD"], (HttpContext context) => Answer(context, readiness));
        endpoints.MapMethods("/health", ["GET", "HEAD"], (HttpContext context) => Answer(context, readiness));
    }

    private static IResult Answer(HttpContext context, Readiness readiness)
    {
        context.Response.Headers.CacheControl = "no-store";
        IReadOnlyList<KeyValuePair<string, bool>> checks = readiness.Look();
        bool isReady = checks.All(c => c.Value);
        int status = isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        return context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
            ? Results.Json(new { live = true, ready = isReady, checks = checks.ToDictionary(c => c.Key, c => c.Value) }, statusCode: status)
            : Results.Json(new { live = true, ready = isReady }, statusCode: status);
    }
}
