using System.Text;

namespace Ballast.Briefings;

/// <summary>Links of a page that stands alone: to the rows of its own list of sources.</summary>
public static class Anchors
{
    /// <summary>Links to what the page of a briefing holds: series and releases of its figures; null for others.</summary>
    /// <param name="briefing">The briefing.</param>
    /// <param name="page">Name of the page for links from elsewhere; empty within it.</param>
    public static LinkOf In(Briefing briefing, string page = "")
    {
        ArgumentNullException.ThrowIfNull(briefing);
        HashSet<string> ids = [.. briefing.Parts.SelectMany(p => p.Figures).SelectMany(f => new LinkTarget?[] { f.Source.SeriesTarget, f.Source.ReleaseTarget }).OfType<LinkTarget>().Select(Id)];
        return target => target is LinkTarget.ReleaseLog ? ids.Count == 0 ? null : page + "#h-sources" : ids.Contains(Id(target)) ? page + "#" + Id(target) : null;
    }

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
