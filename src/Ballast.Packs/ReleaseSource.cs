using System.Collections.Immutable;
using Ballast.Faults;

namespace Ballast.Packs;

/// <summary>Where the figures of a release come from.</summary>
public sealed record ReleaseSource
{
    /// <summary>Kinds of sources: a press conference or speech; an agency's published text; a database; a file handed over or found; forms of respondents.</summary>
    public static readonly ImmutableArray<string> Kinds = ["briefing", "text", "database", "file", "survey"];

    private ReleaseSource(string kind, ImmutableArray<KeyValuePair<string, string>> title) => (Kind, Title) = (kind, title);

    /// <summary>One of <see cref="Kinds"/>.</summary>
    public string Kind { get; }

    /// <summary>Language tag and title of the document or table.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Title { get; }

    /// <summary>Language tag and name of the agency that states the figures; empty where only a speaker is named.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Agency { get; private init; } = [];

    /// <summary>Language tag and name of the speaker; empty where only an agency is named.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Speaker { get; private init; } = [];

    /// <summary>Address of the document, or null.</summary>
    public Uri? Url { get; private init; }

    /// <summary>SHA-256 of the document as <c>sha256:</c> and 64 digits, or null.</summary>
    public string? Digest { get; private init; }

    /// <summary>The day that the document bears, or null.</summary>
    public DateOnly? Date { get; private init; }

    internal static ReleaseSource? Read(YamlNode node, FaultList faults)
    {
        if (node.Map(faults) is not { } map)
        {
            return null;
        }

        map.UnknownKeys(faults, "kind", "title", "agency", "speaker", "url", "digest", "date");
        string? kind = map.Required("kind", faults)?.OneOf(faults, Kinds);
        ImmutableArray<KeyValuePair<string, string>>? title = map.Required("title", faults)?.Languages(faults);
        if (map.Find("agency") is null && map.Find("speaker") is null)
        {
            faults.Add(PackFaults.SourceNobody, map.Place);
        }

        ReleaseSource? source = kind is null || title is null ? null : new ReleaseSource(kind, title.Value)
        {
            Agency = map.Find("agency")?.Languages(faults) ?? [],
            Speaker = map.Find("speaker")?.Languages(faults) ?? [],
            Url = map.Find("url") is { } url ? ReadUrl(url, faults) : null,
            Digest = PackIds.Read(map.Find("digest"), ReleaseDigest.IsWritten, PackFaults.DigestMalformed, faults),
            Date = map.Find("date")?.Date(faults),
        };
        return source;
    }

    private static Uri? ReadUrl(YamlNode node, FaultList faults)
    {
        string? text = PackIds.Read(node, t => Uri.TryCreate(t, UriKind.Absolute, out Uri? u) && u.Scheme is ("http" or "https") && u.UserInfo.Length == 0, PackFaults.UrlMalformed, faults);
        return text is null ? null : new Uri(text);
    }
}
