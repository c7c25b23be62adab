using System.Collections.Immutable;

namespace Ballast.Charts;

/// <summary>A colour of the design, in the light and the dark theme.</summary>
/// <param name="Token">Its name in the stylesheet, without the two hyphens.</param>
/// <param name="Light">#RRGGBB.</param>
/// <param name="Dark">#RRGGBB.</param>
public sealed record ColourToken(string Token, string Light, string Dark);

/// <summary>The colours of the design; the stylesheet and the tests of contrast take them from here.</summary>
public static class Palette
{
    /// <summary>Ground of a page.</summary>
    public static readonly ColourToken Page = new("page", "#F6F7F9", "#0E1318");

    /// <summary>Ground of panels and charts.</summary>
    public static readonly ColourToken Surface = new("surface", "#FFFFFF", "#161C23");

    /// <summary>Text.</summary>
    public static readonly ColourToken Ink = new("ink", "#1A2027", "#E7ECF1");

    /// <summary>Text of less weight.</summary>
    public static readonly ColourToken Muted = new("muted", "#57616C", "#A7B1BC");

    /// <summary>Links and the ring of focus.</summary>
    public static readonly ColourToken Link = new("link", "#0A55B8", "#86B7FF");

    /// <summary>Edges of controls; grey lines.</summary>
    public static readonly ColourToken Edge = new("edge", "#6B7580", "#7F8A96");

    /// <summary>Text of errors.</summary>
    public static readonly ColourToken Error = new("error", "#A4161A", "#FF9C94");

    /// <summary>Text of the bar that says a page shows the past.</summary>
    public static readonly ColourToken Past = new("past", "#5C4300", "#FFE08A");

    /// <summary>Ground of that bar.</summary>
    public static readonly ColourToken PastGround = new("past-ground", "#FFF4D6", "#3A2E0C");

    /// <summary>The four coloured lines of a chart, in their order.</summary>
    public static readonly ImmutableArray<ColourToken> Series =
    [
        new("s1", "#0B5CC4", "#7FB0FF"),
        new("s2", "#9A4A00", "#E58A2B"),
        new("s3", "#00856F", "#97FEF0"),
        new("s4", "#4A1140", "#A884A0"),
    ];

    /// <summary>All of them.</summary>
    public static ImmutableArray<ColourToken> All => [Page, Surface, Ink, Muted, Link, Edge, Error, Past, PastGround, .. Series];
}
