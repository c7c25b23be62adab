using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Ballast.Server.Assets;

/// <summary><c>/assets/NAME.HASH.EXT</c>: kept for ever by whoever asked, since another content has another address.</summary>
internal static class AssetEndpoints
{
    internal static void MapAssets(this IEndpointRouteBuilder endpoints, AssetCatalogue assets) =>
        endpoints.MapMethods("/assets/{name}", ["GET", "HEAD"], async (HttpContext context, CancellationToken cancellation) =>
        {
            if (assets.Find(context.Request.Path.Value ?? "") is not { } asset)
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }

            string accepted = context.Request.Headers.AcceptEncoding.ToString();
            (byte[] body, string? encoding) = Accepts(accepted, "br") && asset.Brotli is { } brotli ? (brotli, "br")
                : Accepts(accepted, "gzip") && asset.Gzip is { } gzip ? (gzip, "gzip")
                : (asset.Bytes, null);
            context.Response.ContentType = asset.ContentType;
            context.Response.ContentLength = body.Length;
            context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            context.Response.Headers.Vary = "Accept-Encoding";
            if (encoding is not null)
            {
                context.Response.Headers.ContentEncoding = encoding;
            }

            if (!HttpMethods.IsHead(context.Request.Method))
            {
                await context.Response.Body.WriteAsync(body, cancellation).ConfigureAwait(false);
            }
        });

    private static bool Accepts(string header, string encoding) => header.Split(',', StringSplitOptions.TrimEntries)
        .Any(part => part.Split(';', StringSplitOptions.TrimEntries) is [string name, .. string[] rest]
            && name.Equals(encoding, StringComparison.OrdinalIgnoreCase) && !rest.Contains("q=0"));
}
