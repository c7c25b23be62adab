using Ballast.Language;
using Microsoft.AspNetCore.Http;

namespace Ballast.Server.Hosting;

/// <summary>Which language a reader gets: what the path says, else what the browser prefers among ours, else English.</summary>
internal static class LanguageChoice
{
    internal static Tongue Of(HttpRequest request)
    {
        string path = request.Path.Value ?? "";
        foreach (Tongue tongue in Tongues.All)
        {
            string root = $"/{tongue.Tag()}";
            if (path.Equals(root, StringComparison.Ordinal) || path.StartsWith(root + "/", StringComparison.Ordinal))
            {
                return tongue;
            }
        }

        return Preferred(request);
    }

    /// <summary>The language of ours that stands first in Accept-Language.</summary>
    internal static Tongue Preferred(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Select((l, i) => (Tongue: Tongues.OfTag(l.Value.ToString()), Quality: l.Quality ?? 1, Order: i))
        .Where(l => l.Quality > 0 && l.Tongue is not null)
        .OrderByDescending(l => l.Quality).ThenBy(l => l.Order)
        .Select(l => l.Tongue!.Value)
        .FirstOrDefault(Tongue.English);
}
