using System.Text;

namespace Ballast.Briefings;

/// <summary>Links of a page that stands alone: to the rows of its own list of sources.</summary>
public static class Anchors
{
    /// <summary>The link to a target within the page; null for what the page does not hold.</summary>
    public static string? Of(LinkTarget target) => target is LinkTarget.ReleaseLog ? "#h-sources" : "#" + Id(target);

    /// <summary>The id of the element that stands for a target: letters, digits, points and hyphens; every other character as <c>_</c> and its code.</summary>
    public static string Id(LinkTarget target)
    {
        string text = target switch
        {
            LinkTarget.Series series => $"s-{series.Flow}-{series.Key}",
            LinkTarget.Release release => $"r-{release.Key}",
            _ => "sources",
        };
        var id = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '-' or '.')
            {
                id.Append(c);
            }
            else
            {
                id.Append('_').Append(((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        return id.ToString();
    }
}
