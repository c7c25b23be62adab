using Ballast.Language;
using Ballast.Server.Assets;

namespace Ballast.Server.Console;

/// <summary>Entries of the main navigation.</summary>
public enum Place
{
    /// <summary>None of them.</summary>
    None,

    /// <summary>Overview by pack.</summary>
    Overview,

    /// <summary>Catalogue, search, and what is opened from there.</summary>
    Catalogue,

    /// <summary>Release log.</summary>
    Releases,
}

/// <summary>What every page has around its content.</summary>
/// <param name="Address">The page's own address.</param>
/// <param name="Title">Name of the page, without the product.</param>
/// <param name="Place">Where it stands in the navigation.</param>
/// <param name="Assets">Style and scripts.</param>
public sealed record PageFrame(ConsoleAddress Address, string Title, Place Place, AssetCatalogue Assets)
{
    /// <summary>The as-of bar; null on error pages, which depend on no moment.</summary>
    public AsOfBar? AsOf { get; init; }

    /// <summary>Whether the page holds a chart that the browser may take over.</summary>
    public bool HasChart { get; init; }

    /// <summary>Whether it is an error page.</summary>
    public bool IsError { get; init; }

    /// <summary>The language of the page.</summary>
    public Tongue Tongue => Address.Tongue;

    /// <summary>What the window is called.</summary>
    public string WindowTitle
    {
        get
        {
            string page = AsOf is { IsPast: true } ? Phrases.Pages.PastTitle.In(Tongue, Title)
                : IsError ? Phrases.Pages.ErrorTitle.In(Tongue, Title)
                : Title;
            return Phrases.Pages.WindowTitle.In(Tongue, page, Phrases.Common.Product.In(Tongue));
        }
    }
}
