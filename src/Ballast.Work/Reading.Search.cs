using System.Collections.Immutable;
using Ballast.Sdmx.Model;
using Ballast.Search;
using Ballast.Series;
using Ballast.Store;

namespace Ballast.Work;

/// <content>Search: an index for each viewpoint, since what a viewpoint must not see must not be found either.</content>
public sealed partial class Reading
{
    private const int IndexesKept = 4;

    private readonly Lock _indexLock = new();
    private readonly LinkedList<(DataVersion Version, CutOff CutOff, Reader Reader, SearchIndex Index, ImmutableDictionary<(string, string), SeriesListing> Listings)> _indexes = new();

    /// <summary>Finds series by name, synonym, code or the source's own id.</summary>
    public SearchResult Find(string text, Viewpoint viewpoint, int limit = 20, CancellationToken cancellation = default) =>
        IndexOf(viewpoint).Index.Find(text, limit, cancellation);

    /// <summary>What is listed of a series that was found.</summary>
    public SeriesListing? ListingOf(SearchEntry entry, Viewpoint viewpoint)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return IndexOf(viewpoint).Listings.GetValueOrDefault((entry.Flow.Id, entry.Key));
    }

    private (SearchIndex Index, ImmutableDictionary<(string, string), SeriesListing> Listings) IndexOf(Viewpoint viewpoint)
    {
        ArgumentNullException.ThrowIfNull(viewpoint);

        // Two viewpoints that differ only in "now" see the same as long as the data version is the same: the newest is keyed by the version alone.
        DataVersion version = DataVersion;
        CutOff cutOff = viewpoint.CutOff.PublishedUpTo >= Now.AddSeconds(-1) && viewpoint.CutOff.PublicNumberUpTo is null ? new CutOff(DateTimeOffset.MaxValue) : viewpoint.CutOff;
        lock (_indexLock)
        {
            for (var node = _indexes.First; node is not null; node = node.Next)
            {
                if (node.Value.Version == version && node.Value.CutOff == cutOff && node.Value.Reader == viewpoint.Reader)
                {
                    _indexes.Remove(node);
                    _indexes.AddFirst(node);
                    return (node.Value.Index, node.Value.Listings);
                }
            }
        }

        (SearchIndex index, ImmutableDictionary<(string, string), SeriesListing> listings) = BuildIndex(viewpoint);
        lock (_indexLock)
        {
            _indexes.AddFirst((version, cutOff, viewpoint.Reader, index, listings));
            while (_indexes.Count > IndexesKept)
            {
                _indexes.RemoveLast();
            }
        }

        return (index, listings);
    }

    private (SearchIndex Index, ImmutableDictionary<(string, string), SeriesListing> Listings) BuildIndex(Viewpoint viewpoint)
    {
        StructureSet structures = Structures;
        List<SearchEntry> entries = [];
        var listings = ImmutableDictionary.CreateBuilder<(string, string), SeriesListing>();
        foreach (Dataflow flow in structures.Dataflows)
        {
            if (structures.FindDataStructure(flow.Structure) is not { } structure)
            {
                continue;
            }

            SearchCode flowCode = new(flow.Id.Id, flow.Name, []);
            Codelist?[] lists = [.. structure.Dimensions.Select(d => structures.CodelistOf(d.Representation, d.Concept))];
            Codelist? units = structure.Attributes.FirstOrDefault(a => a.Id == "UNIT_MEASURE") is { } unit ? structures.CodelistOf(unit.Representation, unit.Concept) : null;
            Dictionary<(int, string), SearchCode> codes = [];
            foreach (SeriesListing listing in store.SeriesKeys(flow.Id, KeyQuery.All(structure.Dimensions.Length), viewpoint))
            {
                entries.Add(new SearchEntry(
                    flowCode,
                    listing.Key.ToString(),
                    listing.Attributes.First("SOURCE_ID"),
                    new LocalisedText([.. listing.Attributes["TITLE"].Select(t => new KeyValuePair<string, string>(t.Language ?? "en", t.Text))]),
                    [.. listing.Key.Codes.Select((c, i) => CodeOf(i, c, lists[i]))],
                    listing.Attributes.First("UNIT_MEASURE") is { } unitCode ? [CodeOf(-1, unitCode, units)] : []));
                listings[(flow.Id.Id, listing.Key.ToString())] = listing;
            }

            SearchCode CodeOf(int dimension, string id, Codelist? list)
            {
                if (!codes.TryGetValue((dimension, id), out SearchCode? code))
                {
                    code = list?.Find(id) is { } known ? SearchCode.Of(known) : new SearchCode(id, default, []);
                    codes.Add((dimension, id), code);
                }

                return code;
            }
        }

        return (SearchIndex.Of(entries), listings.ToImmutable());
    }
}
