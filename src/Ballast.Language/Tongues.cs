using System.Collections.Immutable;

namespace Ballast.Language;

/// <summary>The languages, and their tags.</summary>
public static class Tongues
{
    /// <summary>All of them.</summary>
    public static readonly ImmutableArray<Tongue> All = [Tongue.English, Tongue.Chinese];

    /// <summary>The tag of addresses, settings and localised texts: <c>en</c> or <c>zh</c>.</summary>
    public static string Tag(this Tongue tongue) => tongue == Tongue.Chinese ? "zh" : "en";

    /// <summary>The BCP 47 tag for the <c>lang</c> of a page: <c>en</c> or <c>zh-Hans</c>.</summary>
    public static string PageTag(this Tongue tongue) => tongue == Tongue.Chinese ? "zh-Hans" : "en";

    /// <summary>Its own name for itself.</summary>
    public static string OwnName(this Tongue tongue) => tongue == Tongue.Chinese ? "中文" : "English";

    /// <summary>The other one.</summary>
    public static Tongue Other(this Tongue tongue) => tongue == Tongue.Chinese ? Tongue.English : Tongue.Chinese;

    /// <summary>One of two texts.</summary>
    public static string Choose(this Tongue tongue, string english, string chinese) => tongue == Tongue.Chinese ? chinese : english;

    /// <summary>The language of a BCP 47 tag or of a locale as systems write it (<c>zh-Hans</c>, <c>zh_CN.UTF-8</c>); null where it is neither of ours.</summary>
    public static Tongue? OfTag(string? tag)
    {
        ReadOnlySpan<char> text = tag.AsSpan().Trim();
        int end = text.IndexOfAny('-', '_', '.');
        ReadOnlySpan<char> primary = end < 0 ? text : text[..end];
        return primary.Equals("zh", StringComparison.OrdinalIgnoreCase) ? Tongue.Chinese
            : primary.Equals("en", StringComparison.OrdinalIgnoreCase) ? Tongue.English
            : null;
    }
}
