using System.Collections.Immutable;
using Ballast.Briefings;
using Ballast.Language;
using Ballast.Server.Console.Views;
using Ballast.Work;

namespace Ballast.Server.Console;

/// <summary>Makes the overview of a pack from the same document as the briefing.</summary>
internal sealed class OverviewPageMaker(PageContext context)
{
    /// <summary>Packs that have something to show, in their order.</summary>
    internal ImmutableArray<LoadedPack> Packs { get; } = [.. context.Reading.Packs.Watching.Where(p => p.Overview is not null)];

    /// <summary>The pack that the address names, the first where it names none, or null.</summary>
    internal LoadedPack? Chosen => context.Address.Segments switch
    {
        [] => Packs.FirstOrDefault(),
        ["o", var id] => Packs.FirstOrDefault(p => p.Id == id),
        _ => null,
    };

    /// <summary>The page of a pack; of none where there is none.</summary>
    internal OverviewView Make(LoadedPack? pack)
    {
        ImmutableArray<LinkView> links = [.. Packs.Select(p => new LinkView(context.Text(p.Name), context.Address.To("o", p.Id).ToString(), p == pack))];
        if (pack is null)
        {
            return new OverviewView(links, context.T(Phrases.Pages.Overview), "");
        }

        BriefingDocument document = context.Reading.Overview(pack, context.Viewpoint, context.Tongue);
        return new OverviewView(links, context.Text(pack.Name), HtmlWriter.WriteFragment(document, LinkOf));
    }

    private string? LinkOf(LinkTarget target) => target switch
    {
        LinkTarget.Series series => context.Series(series.Flow, series.Key).ToString(),
        LinkTarget.Release release => context.Release(release.Key).ToString(),
        _ => context.Address.To("releases").ToString(),
    };
}
