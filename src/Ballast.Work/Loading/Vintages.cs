using Ballast.Faults;
using Ballast.Sdmx.Model;
using Ballast.Store;

namespace Ballast.Work.Loading;

/// <summary>Rows parted by the day from which they were known: one release a day.</summary>
internal static class Vintages
{
    /// <summary>Releases in the order of publication; values that are no time are faults.</summary>
    /// <param name="parts">Data sets with their value of the vintage column.</param>
    /// <param name="head">What all releases say, given the value.</param>
    /// <param name="zone">In which a day ends.</param>
    /// <param name="place">Where a fault is placed.</param>
    /// <param name="column">The column's name, for faults.</param>
    /// <param name="faults">Receives what is wrong.</param>
    public static ReleaseDrafts Of(
        IEnumerable<(string? Vintage, DataSet DataSet)> parts, Func<string, ReleaseDraft> head, TimeZoneInfo zone, Place place, string column, FaultList faults)
    {
        List<ReleaseDraft> drafts = [];
        foreach (IGrouping<string, DataSet> vintage in parts.GroupBy(p => p.Vintage ?? "", p => p.DataSet))
        {
            if (Series.PublicationTime.TryParse(vintage.Key, zone, out DateTimeOffset moment))
            {
                drafts.Add(head(vintage.Key) with { Published = moment, Parts = [.. vintage] });
            }
            else
            {
                faults.Add(WorkFaults.VintageForm, place, vintage.Key, column);
            }
        }

        return new ReleaseDrafts([.. drafts.OrderBy(d => d.Published).ThenBy(d => d.Key, StringComparer.Ordinal)]);
    }
}
