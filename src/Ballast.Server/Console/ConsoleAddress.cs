using System.Collections.Immutable;
using System.Text;
using Ballast.Language;
using Microsoft.AspNetCore.Http;

namespace Ballast.Server.Console;

/// <summary>
/// The address of a page: language, path, and the whole state of the page in its query. Made from a request it keeps only what pages know, in one order,
/// so that one state has one address.
/// </summary>
/// <param name="Tongue">Language of the page.</param>
/// <param name="Segments">Path after the language, not escaped.</param>
/// <param name="Query">Names and values, not escaped, in the order of <see cref="KnownNames"/>.</param>
public sealed record ConsoleAddress(Tongue Tongue, ImmutableArray<string> Segments, ImmutableArray<KeyValuePair<string, string>> Query)
{
    /// <summary>Names of query parameters that pages know.</summary>
    public static readonly ImmutableArray<string> KnownNames = ["asOf", "q", "flow", "key", "from", "to", "t", "view", "page"];

    private const int LongestValue = 500;

    /// <summary>The address of a request below <c>/LANGUAGE</c>.</summary>
    public static ConsoleAddress Of(Tongue tongue, HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        string path = request.Path.Value ?? "";
        string[] segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return new ConsoleAddress(tongue, [.. segments.Skip(1)],
            [.. KnownNames.Select(n => KeyValuePair.Create(n, request.Query[n].FirstOrDefault(v => !string.IsNullOrWhiteSpace(v))?.Trim() ?? ""))
                .Where(p => p.Value.Length is > 0 and <= LongestValue)]);
    }

    /// <summary>A value of the query, or null.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (KeyValuePair<string, string> pair in Query)
            {
                if (pair.Key == name)
                {
                    return pair.Value;
                }
            }

            return null;
        }
    }

    /// <summary>The same page with one value of its query changed, or removed (null).</summary>
    public ConsoleAddress With(string name, string? value) => this with
    {
        Query = [.. KnownNames
            .Select(n => KeyValuePair.Create(n, n == name ? value : this[n]))
            .Where(p => !string.IsNullOrEmpty(p.Value))
            .Select(p => KeyValuePair.Create(p.Key, p.Value!))],
    };

    /// <summary>The same page in another language.</summary>
    public ConsoleAddress In(Tongue tongue) => this with { Tongue = tongue };

    /// <summary>Another page as of the same moment; nothing else of the state goes with the reader.</summary>
    public ConsoleAddress To(params ReadOnlySpan<string> segments) => this with
    {
        Segments = [.. segments],
        Query = [.. Query.Where(p => p.Key == "asOf")],
    };

    /// <summary>The path alone, escaped: where a form goes, whose fields make the query.</summary>
    public string Bare() => (this with { Query = [] }).ToString();

    /// <summary>Path and query, escaped.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        text.Append('/').Append(Tongue.Tag());
        foreach (string segment in Segments)
        {
            text.Append('/').Append(Escape(segment));
        }

        if (Segments.IsEmpty)
        {
            text.Append('/');
        }

        char separator = '?';
        foreach ((string name, string value) in Query)
        {
            text.Append(separator).Append(name).Append('=').Append(Escape(value));
            separator = '&';
        }

        return text.ToString();
    }

    // Colons, commas and at signs may stand in paths and queries; left as they are, addresses can be read.
    private static string Escape(string text) => Uri.EscapeDataString(text)
        .Replace("%3A", ":", StringComparison.Ordinal).Replace("%40", "@", StringComparison.Ordinal).Replace("%2C", ",", StringComparison.Ordinal);
}
