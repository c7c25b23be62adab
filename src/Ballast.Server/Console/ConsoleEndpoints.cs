using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Ballast.Charts;
using Ballast.Language;
using Ballast.Sdmx.Formats.Json;
using Ballast.Sdmx.Model;
using Ballast.Series;
using Ballast.Server.Assets;
using Ballast.Server.Console.Pages;
using Ballast.Server.Hosting;
using Ballast.Store;
using Ballast.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Ballast.Server.Console;

/// <summary>The console's addresses. Each asks the reader for what it shows, and answers an unknown thing and one under embargo alike.</summary>
internal sealed class ConsoleEndpoints(Reading reading, AssetCatalogue assets, PageWriter pages, ErrorPages errors, ServerOptions options)
{
    private const int CacheBytes = 16 * 1024 * 1024;
    private const long SecondsKept = 300;

    private const string SdmxJson = "application/vnd.sdmx.data+json; version=2.0.0";

    // Other markup makes other pages: an answer kept from before an upgrade must not be confirmed.
    private static readonly string Build = typeof(ConsoleEndpoints).Module.ModuleVersionId.ToString("N");

    private readonly PageCache _cache = new(CacheBytes);

    internal void Map(IEndpointRouteBuilder endpoints)
    {
        foreach (Tongue tongue in Tongues.All)
        {
            RouteGroupBuilder group = endpoints.MapGroup("/" + tongue.Tag());
            Get(group, "/", tongue, OverviewAsync);
            Get(group, "/o/{pack}", tongue, OverviewAsync);
            Get(group, "/find", tongue, FindAsync);
            Get(group, "/f/{flow}", tongue, FlowAsync);
            Get(group, "/f/{flow}/structure", tongue, StructureAsync);
            Get(group, "/f/{flow}/structure.json", tongue, StructureJsonAsync);
            Get(group, "/f/{flow}/data.csv", tongue, FlowCsvAsync);
            Get(group, "/f/{flow}/data.json", tongue, FlowJsonAsync);
            Get(group, "/s/{flow}/{key}", tongue, SeriesAsync);
            Get(group, "/s/{flow}/{key}/data.csv", tongue, SeriesCsvAsync);
            Get(group, "/s/{flow}/{key}/data.json", tongue, SeriesJsonAsync);
            Get(group, "/s/{flow}/{key}/chart.svg", tongue, SeriesSvgAsync);
            Get(group, "/releases", tongue, ReleasesAsync);
            Get(group, "/releases/{**release}", tongue, ReleaseAsync);
        }
    }

    private static void Get(RouteGroupBuilder group, string pattern, Tongue tongue, Func<HttpContext, ConsoleAddress, Task> answer) =>
        group.MapMethods(pattern, ["GET", "HEAD"], async (HttpContext context) =>
        {
            ConsoleAddress address = ConsoleAddress.Of(tongue, context.Request);

            // A release chosen from the list of the bar, and codes chosen one by one, become the address that says the same.
            if (context.Request.Query["release"].ToString() is { Length: > 0 } release)
            {
                context.Response.Redirect(address.With("asOf", release).ToString());
                return;
            }

            await answer(context, address).ConfigureAwait(false);
        });

    private Task OverviewAsync(HttpContext http, ConsoleAddress address)
    {
        LoadedPack? pack = new OverviewPageMaker(ContextOf(http, address, TimeZoneInfo.Utc)).Chosen;
        if (pack is null && !address.Segments.IsEmpty)
        {
            return NotFound(http);
        }

        PageContext context = ContextOf(http, address, pack?.Zone ?? TimeZoneInfo.Utc);
        return PageAsync<OverviewPage>(http, context, Place.Overview, () =>
        {
            Views.OverviewView view = new OverviewPageMaker(context).Make(pack);
            return (view.Title, view, reading.Releases(reading.Newest, pack), pack is null ? null : RevisedOf(context, pack));
        });
    }

    private Task FindAsync(HttpContext http, ConsoleAddress address)
    {
        PageContext context = ContextOf(http, address, HomeZone());
        return PageAsync<CataloguePage>(http, context, Place.Catalogue, () =>
        {
            Views.CatalogueView view = new CataloguePageMaker(context).Make(http.RequestAborted);
            string title = view.Text.Length == 0 ? context.T(Phrases.CataloguePage.Title) : context.T(Phrases.CataloguePage.TitleOfSearch, view.Text);
            return (title, view, reading.Releases(reading.Newest), null);
        });
    }

    private Task FlowAsync(HttpContext http, ConsoleAddress address)
    {
        if (FlowOf(http, address) is not { } found)
        {
            return NotFound(http);
        }

        (PageContext context, FlowSummary summary, DataStructureDefinition structure) = found;
        if (ChosenCodes(http, structure) is { } key)
        {
            http.Response.Redirect(address.With("key", key).With("page", null).With("to", null).ToString());
            return Task.CompletedTask;
        }

        FlowPageMaker maker = new(context, summary, structure);
        if (maker.Query() is not { } query)
        {
            return NotFound(http);
        }

        return PageAsync<FlowPage>(http, context, Place.Catalogue, () =>
        {
            Views.FlowView view = maker.Make(query);
            return (view.Title, view, ReleasesOf(summary.Flow.Id.Id), maker.RevisedSince());
        });
    }

    private Task StructureAsync(HttpContext http, ConsoleAddress address)
    {
        if (FlowOf(http, address) is not { } found)
        {
            return NotFound(http);
        }

        (PageContext context, FlowSummary summary, DataStructureDefinition structure) = found;
        return PageAsync<StructurePage>(http, context, Place.Catalogue, () =>
        {
            Views.StructureView view = new FlowPageMaker(context, summary, structure).MakeStructure();
            return (view.Title, view, ReleasesOf(summary.Flow.Id.Id), null);
        });
    }

    private async Task StructureJsonAsync(HttpContext http, ConsoleAddress address)
    {
        if (FlowOf(http, address) is not { } found)
        {
            await NotFound(http).ConfigureAwait(false);
            return;
        }

        (PageContext context, FlowSummary summary, DataStructureDefinition structure) = found;
        string id = summary.Flow.Id.Id;
        await FileAsync(http, context, "application/vnd.sdmx.structure+json; version=2.0.0", id + ".structure.json",
            stream => StructureJsonWriter.Write(stream, StructuresOf(summary.Flow, structure), new MessageHeader(id + "-structure", Prepared(context), structure.Id.Agency))).ConfigureAwait(false);
    }

    /// <summary>A flow with all that its structure refers to.</summary>
    private StructureSet StructuresOf(Dataflow flow, DataStructureDefinition structure)
    {
        StructureSet all = reading.Structures;
        (Representation Representation, ConceptReference Concept)[] components =
        [
            .. structure.Dimensions.Select(d => (d.Representation, d.Concept)), .. structure.Measures.Select(m => (m.Representation, m.Concept)), .. structure.Attributes.Select(a => (a.Representation, a.Concept)),
        ];
        return new StructureSet(
            [],
            [.. components.Select(c => c.Concept.Scheme).Append(structure.TimeConcept.Scheme).Distinct().Select(all.FindConceptScheme).OfType<ConceptScheme>()],
            [.. components.Select(c => all.CodelistOf(c.Representation, c.Concept)).OfType<Codelist>().DistinctBy(c => c.Id)],
            [structure],
            [flow]);
    }

    private Task SeriesAsync(HttpContext http, ConsoleAddress address)
    {
        if (SeriesOf(http, address) is not { } found)
        {
            return NotFound(http);
        }

        (PageContext context, SeriesView published, SeriesView shown) = found;
        return PageAsync<SeriesPage>(http, context, Place.Catalogue, () =>
        {
            SeriesPageMaker maker = new(context, published, shown);
            SeriesVintages? now = reading.Vintages(published.Flow.Id.Id, published.Key, reading.Newest);
            int? revised = context.IsPast ? SeriesPageMaker.CountRevised(shown.Series, reading.Series(shown.Flow.Id.Id, shown.Key, reading.Newest)?.Series) : null;
            return (maker.Title, maker.Make(), SeriesPageMaker.ReleasesOf(now), revised);
        }, hasChart: true);
    }

    private Task ReleasesAsync(HttpContext http, ConsoleAddress address)
    {
        PageContext context = ContextOf(http, address, HomeZone());
        return PageAsync<ReleaseLogPage>(http, context, Place.Releases, () =>
            (context.T(Phrases.ReleasePage.Title), new ReleasePageMaker(context).Log(), reading.Releases(reading.Newest), null));
    }

    private Task ReleaseAsync(HttpContext http, ConsoleAddress address)
    {
        PageContext context = ContextOf(http, address, HomeZone());
        if (reading.Release(Value(http, "release"), context.Viewpoint) is not { } release)
        {
            return NotFound(http);
        }

        return PageAsync<ReleasePage>(http, context, Place.Releases, () =>
        {
            Views.ReleaseView view = new ReleasePageMaker(context).Page(release);
            return (view.Title, view, reading.Releases(reading.Newest), null);
        });
    }

    private Task NotFound(HttpContext http) => errors.WriteAsync(http, StatusCodes.Status404NotFound);

    private static string Value(HttpContext http, string name) => http.Request.RouteValues[name] as string ?? "";

    private Uri Origin(HttpContext http) => options.PublicUrl ?? new Uri($"{http.Request.Scheme}://{http.Request.Host}/");

    private PageContext ContextOf(HttpContext http, ConsoleAddress address, TimeZoneInfo zone) => PageContext.Of(address, Origin(http), reading, zone);

    // Pages over all packs end their days where the first pack does.
    private TimeZoneInfo HomeZone() => reading.Packs.Watching.FirstOrDefault()?.Zone ?? TimeZoneInfo.Utc;

    private IEnumerable<ReleaseRecord> ReleasesOf(string flowId) => reading.Releases(reading.Newest).Where(r => r.Parts.Any(p => p.Flow.Id == flowId));

    private (PageContext Context, FlowSummary Summary, DataStructureDefinition Structure)? FlowOf(HttpContext http, ConsoleAddress address)
    {
        string id = Value(http, "flow");
        if (reading.FindFlow(id) is not { IsDerived: false } flow)
        {
            return null;
        }

        PageContext context = ContextOf(http, address, reading.ZoneOf(flow.Flow.Id.Id));
        FlowSummary? summary = reading.Flows(context.Viewpoint).FirstOrDefault(f => f.Flow.Id == flow.Flow.Id);
        return summary is null ? null : (context, summary, flow.Structure);
    }

    private (PageContext Context, SeriesView Published, SeriesView Shown)? SeriesOf(HttpContext http, ConsoleAddress address)
    {
        if (reading.FindFlow(Value(http, "flow")) is not { } flow || SeriesKey.TryParse(Value(http, "key"), flow.Structure.Dimensions.Length) is not { } key)
        {
            return null;
        }

        PageContext context = ContextOf(http, address, reading.ZoneOf(flow.Flow.Id.Id));
        if (reading.Series(flow.Flow.Id.Id, key, context.Viewpoint) is not { } view)
        {
            return UnknownThen(context, flow.Flow.Id.Id, key);
        }

        if (view.IsDerived)
        {
            string publishedFlow = DerivedFlow.BaseId(view.Flow.Id.Id)!;
            return reading.Series(publishedFlow, view.PublishedKey, context.Viewpoint) is { } published ? (context, published, view) : null;
        }

        if (address["t"] is { } wanted && TransformNames.Find(wanted) is { } transform
            && view.Offered.FirstOrDefault(o => o.Transform == transform).Key is { } derivedKey
            && reading.Series(view.Flow.Id.Id + DerivedFlow.Suffix, derivedKey, context.Viewpoint) is { } derived)
        {
            return (context, view, derived);
        }

        return (context, view, view);
    }

    /// <summary>A series that is known now and was not at the moment asked for: its page says since when. What is not public now stays unknown at every moment.</summary>
    private (PageContext Context, SeriesView Published, SeriesView Shown)? UnknownThen(PageContext context, string flow, SeriesKey key)
    {
        if (!context.IsPast || reading.Series(flow, key, reading.Newest) is not { IsDerived: false } now)
        {
            return null;
        }

        SeriesView empty = now with { Series = new TimeSeries(now.Series.Name, now.Series.Frequency, [], now.Series.Attributes), Offered = [] };
        return (context, empty, empty);
    }

    private static string? ChosenCodes(HttpContext http, DataStructureDefinition structure)
    {
        if (!http.Request.Query.Keys.Any(k => k.StartsWith("d.", StringComparison.Ordinal)))
        {
            return null;
        }

        string key = string.Join('.', structure.Dimensions.Select(d => http.Request.Query["d." + d.Id].ToString()));
        return key;
    }

    /// <summary>How many headline figures, as the page shows them, have another value now.</summary>
    private int? RevisedOf(PageContext context, LoadedPack pack)
    {
        if (!context.IsPast)
        {
            return null;
        }

        return reading.OverviewOf(pack, context.Viewpoint, context.Tongue).Series.Count(s =>
            s.Series.Observations.LastOrDefault(o => o.Value.Kind != MeasureKind.None) is { } shown
            && SeriesPageMaker.CountRevised(new TimeSeries(s.Series.Name, s.Series.Frequency, [shown], s.Series.Attributes), reading.Series(s.Flow, s.Key, reading.Newest)?.Series) > 0);
    }

    private async Task SeriesCsvAsync(HttpContext http, ConsoleAddress address)
    {
        if (SeriesOf(http, address) is not { } found)
        {
            await NotFound(http).ConfigureAwait(false);
            return;
        }

        (PageContext context, _, SeriesView shown) = found;
        await FileAsync(http, context, "text/csv; charset=utf-8", $"{shown.Flow.Id.Id}.{shown.Key}.csv",
            stream => DataFiles.WriteCsv(stream, reading.Structures, shown.Flow, shown.Structure, [Ranged(context, found)], http.RequestAborted)).ConfigureAwait(false);
    }

    private async Task SeriesJsonAsync(HttpContext http, ConsoleAddress address)
    {
        if (SeriesOf(http, address) is not { } found)
        {
            await NotFound(http).ConfigureAwait(false);
            return;
        }

        (PageContext context, _, SeriesView shown) = found;
        await FileAsync(http, context, SdmxJson, $"{shown.Flow.Id.Id}.{shown.Key}.json",
            stream => DataFiles.WriteJson(stream, reading.Structures, shown.Flow, shown.Structure, [Ranged(context, found)], Prepared(context), http.RequestAborted)).ConfigureAwait(false);
    }

    private async Task SeriesSvgAsync(HttpContext http, ConsoleAddress address)
    {
        if (SeriesOf(http, address) is not { } found || found.Shown.Last is null)
        {
            await NotFound(http).ConfigureAwait(false);
            return;
        }

        (PageContext context, SeriesView published, SeriesView shown) = found;
        ConsoleAddress page = context.Address with { Segments = context.Address.Segments.RemoveAt(context.Address.Segments.Length - 1) };
        await FileAsync(http, context, "image/svg+xml", $"{shown.Flow.Id.Id}.{shown.Key}.svg", stream =>
        {
            SeriesPageMaker maker = new(context, published, shown);
            string asOf = context.FixedAsOf();
            StandaloneSvg picture = new(maker.SourceLine(), context.T(Phrases.SeriesPage.AsOfLine, context.AsOfMoment), context.Whole(page.With("asOf", asOf)));
            stream.Write(Encoding.UTF8.GetBytes(picture.Write(maker.Chart())));
        }).ConfigureAwait(false);
    }

    private async Task FlowCsvAsync(HttpContext http, ConsoleAddress address)
    {
        if (FlowOf(http, address) is not { } found || KeyQuery.TryParse(address["key"], found.Structure.Dimensions.Length) is not { } query)
        {
            await NotFound(http).ConfigureAwait(false);
            return;
        }

        (PageContext context, FlowSummary summary, DataStructureDefinition structure) = found;
        string id = summary.Flow.Id.Id;
        await FileAsync(http, context, "text/csv; charset=utf-8", id + ".csv",
            stream => DataFiles.WriteCsv(stream, reading.Structures, summary.Flow, structure, reading.Series(id, query, context.Viewpoint), http.RequestAborted)).ConfigureAwait(false);
    }

    private async Task FlowJsonAsync(HttpContext http, ConsoleAddress address)
    {
        if (FlowOf(http, address) is not { } found || KeyQuery.TryParse(address["key"], found.Structure.Dimensions.Length) is not { } query)
        {
            await NotFound(http).ConfigureAwait(false);
            return;
        }

        (PageContext context, FlowSummary summary, DataStructureDefinition structure) = found;
        string id = summary.Flow.Id.Id;
        await FileAsync(http, context, SdmxJson, id + ".json",
            stream => DataFiles.WriteJson(stream, reading.Structures, summary.Flow, structure, reading.Series(id, query, context.Viewpoint), Prepared(context), http.RequestAborted)).ConfigureAwait(false);
    }

    // A message says when it was made; a fixed one was made at its moment, so that it stays the same.
    private DateTimeOffset Prepared(PageContext context) => context.AsOf is { } asOf && asOf.PublishedUpTo < reading.Now ? asOf.PublishedUpTo : reading.Now;

    private static SeriesView Ranged(PageContext context, (PageContext Context, SeriesView Published, SeriesView Shown) found)
    {
        SeriesPageMaker maker = new(context, found.Published, found.Shown);
        return found.Shown with { Series = new TimeSeries(found.Shown.Series.Name, found.Shown.Series.Frequency, maker.Shown(), found.Shown.Series.Attributes) };
    }

    /// <summary>Answers with a file, made to its end before the first byte is sent: no read lasts as long as a slow reader.</summary>
    private async Task FileAsync(HttpContext http, PageContext context, string contentType, string name, Action<Stream> write)
    {
        if (context.Fault is not null)
        {
            // A page says what is wrong with a moment and shows now; a file cannot.
            await errors.WriteAsync(http, StatusCodes.Status400BadRequest).ConfigureAwait(false);
            return;
        }

        if (IsKept(http, context))
        {
            return;
        }

        using MemoryStream file = new();
        write(file);
        http.Response.ContentType = contentType;
        http.Response.ContentLength = file.Length;
        http.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("inline") { FileName = name }.ToString();
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.Body.WriteAsync(file.GetBuffer().AsMemory(0, (int)file.Length), http.RequestAborted).ConfigureAwait(false);
        }
    }

    /// <summary>Answers with a page: not at all where the reader has it, else made, with the bar around it.</summary>
    private async Task PageAsync<TPage>(
        HttpContext http, PageContext context, Place place, Func<(string Title, object View, IEnumerable<ReleaseRecord> Releases, int? RevisedSince)> make, bool hasChart = false)
        where TPage : IComponent
    {
        if (IsKept(http, context))
        {
            return;
        }

        string tag = http.Response.Headers.ETag.ToString();
        if (_cache.Find(tag) is { } kept)
        {
            await PageWriter.WriteAsync(http, StatusCodes.Status200OK, kept).ConfigureAwait(false);
            return;
        }

        (string title, object view, IEnumerable<ReleaseRecord> releases, int? revised) = make();
        PageFrame frame = new(context.Address, title, place, assets) { AsOf = context.Bar(releases, revised), HasChart = hasChart };
        byte[] page = Encoding.UTF8.GetBytes(await pages.RenderAsync<TPage>(new Dictionary<string, object?> { ["Frame"] = frame, ["View"] = view }).ConfigureAwait(false));
        _cache.Keep(tag, page);
        await PageWriter.WriteAsync(http, StatusCodes.Status200OK, page).ConfigureAwait(false);
    }

    /// <summary>Sets what may be kept and for how long; true where the reader's copy is still right and the answer is given.</summary>
    /// <remarks>The tag is made from what is visible, never from what is loaded: an embargo must not show in it.</remarks>
    private bool IsKept(HttpContext http, PageContext context)
    {
        StringBuilder seen = new();
        seen.Append(Build).Append('|').Append(context.Address).Append('|').Append(Origin(http)).Append('|').Append(assets.Styles.Path).Append('|').Append(assets.Script?.Path);
        seen.Append('|').Append(http.Request.Path.Value);
        foreach (ReleaseRecord release in reading.Releases(reading.Newest))
        {
            seen.Append('|').Append(release.PublicNumber).Append(':').Append(release.Key);
        }

        if (context.AsOf is null)
        {
            // What is due becomes late at its time, with no release to tell.
            seen.Append('|').Append(reading.Now.ToUnixTimeSeconds() / SecondsKept).Append(context.Fault);
        }

        string tag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seen.ToString())))[..24]}\"";
        http.Response.Headers.ETag = tag;
        http.Response.Headers.CacheControl = context.AsOf is { PublicNumberUpTo: not null } ? "public, max-age=300" : "private, no-cache";
        if (http.Request.Headers.IfNoneMatch.ToString().Split(',', StringSplitOptions.TrimEntries).Contains(tag))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return true;
        }

        return false;
    }
}
