using System.Collections.Immutable;
using Ballast.Language;

namespace Ballast.Briefings;

/// <summary>One row of the list of sources: a series and a release that its figures in the document come from.</summary>
internal sealed record SourceOfSeries(LinkTarget.Series Target, string Name, string Code, string PeriodText, string? ReleaseKey, string PublishedText, string SourceText)
{
    /// <summary>The series of a document in the order of first mention, each with the source of the figure mentioned first.</summary>
    public static ImmutableArray<SourceOfSeries> Of(BriefingDocument document)
    {
        Dictionary<LinkTarget.Series, string> names = [];
        foreach (HeadlineRow row in document.Blocks.OfType<BriefingBlock.Headlines>().SelectMany(b => b.Groups).SelectMany(g => g.Rows))
        {
            names.TryAdd(row.Series, row.Basis.Length == 0 ? row.Name : Phrases.Common.Also.In(document.Tongue, row.Name, row.Basis));
        }

        foreach (BriefingRow row in Tables(document).SelectMany(t => t.Rows))
        {
            if (row.Cells.Select(c => c.Figure).FirstOrDefault(f => f is not null) is { } figure)
            {
                names.TryAdd(figure.Source.SeriesTarget, row.Cells[0].Text);
            }
        }

        return [.. document.Figures
            .Select(f => f.Source)
            .DistinctBy(s => (s.SeriesTarget, s.ReleaseKey))
            .Select(s => new SourceOfSeries(
                s.SeriesTarget,
                names.GetValueOrDefault(s.SeriesTarget, ""),
                $"{s.Flow} {s.Key}",
                Periods.Text(s.Period, document.Tongue),
                s.ReleaseKey,
                s.Published is { } published ? Times.Published(published, document.Tongue) : "",
                string.Join(document.Tongue.Choose("; ", "；"), s.SourceRefs)))];
    }

    private static IEnumerable<BriefingTable> Tables(BriefingDocument document) =>
        document.Blocks.OfType<BriefingBlock.Changes>().SelectMany(b => b.Tables).Select(t => t.Table)
            .Concat(document.Blocks.OfType<BriefingBlock.Table>().Select(t => t.Content));
}
