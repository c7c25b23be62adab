using System.Collections.Immutable;
using Ballast.Language;
using Ballast.Sdmx.Model;
using Ballast.Series;
using Ballast.Store;
using Ballast.Work;

namespace Ballast.Server.Console;

/// <summary>What a page is made from: where it is, what may be seen, and in which language it speaks.</summary>
/// <param name="Address">The page's address.</param>
/// <param name="Origin">The address of the server as readers know it.</param>
/// <param name="Reading">The reader of data.</param>
/// <param name="AsOf">The cut-off chosen, or null for now.</param>
/// <param name="Viewpoint">From where data are looked at.</param>
/// <param name="Zone">The zone in which days end.</param>
/// <param name="Fault">What was wrong with the moment asked for, or null.</param>
internal sealed record PageContext(ConsoleAddress Address, Uri Origin, Reading Reading, CutOff? AsOf, Viewpoint Viewpoint, TimeZoneInfo Zone, string? Fault)
{
    /// <summary>The language of the page.</summary>
    public Tongue Tongue => Address.Tongue;

    /// <summary>Whether the page shows a past moment.</summary>
    public bool IsPast => AsOf is not null;

    /// <summary>The context of an address.</summary>
    public static PageContext Of(ConsoleAddress address, Uri origin, Reading reading, TimeZoneInfo zone)
    {
        Viewpoint newest = reading.Newest;
        if (address["asOf"] is not { } text)
        {
            return new PageContext(address, origin, reading, null, newest, zone, null);
        }

        if (!Ballast.Series.AsOf.TryParse(text, zone, out CutOff asOf))
        {
            return new PageContext(address.With("asOf", null), origin, reading, null, newest, zone, Phrases.Pages.AsOfUnreadable.In(address.Tongue, text));
        }

        // Today's end and what lies beyond is now, until then.
        return asOf.PublicNumberUpTo is null && asOf.PublishedUpTo > reading.Now
            ? new PageContext(address.With("asOf", null), origin, reading, null, newest, zone, null)
            : new PageContext(address, origin, reading, asOf, new Viewpoint(asOf, newest.Reader), zone, null);
    }

    /// <summary>A phrase in the language of the page.</summary>
    public string T(Phrase phrase, params ReadOnlySpan<PhraseArgument> arguments) => phrase.In(Tongue, arguments);

    /// <summary>A text of the structures in the language of the page.</summary>
    public string Text(LocalisedText text) => text.In(Tongue.Tag()) ?? "";

    /// <summary>A moment of publication: the day alone where it stands for a day.</summary>
    public string Moment(DateTimeOffset moment, bool isZoneClear = false)
    {
        DateTimeOffset local = TimeZoneInfo.ConvertTime(moment, Zone);
        var day = DateOnly.FromDateTime(local.DateTime);
        return local == PublicationTime.EndOfDay(day, Zone) ? Times.Date(day, Tongue)
            : isZoneClear ? Times.MomentWithoutZone(local, Tongue)
            : Times.Moment(local, Tongue);
    }

    /// <summary>The day of a moment, in the zone of the page.</summary>
    public string Day(DateTimeOffset moment) => Times.Date(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime), Tongue);

    /// <summary>The moment of the page.</summary>
    public string AsOfMoment => AsOf is { } chosen ? Moment(chosen.PublishedUpTo) : Moment(Reading.Now);

    /// <summary>The page of a series.</summary>
    public ConsoleAddress Series(string flow, SeriesKey key) => Address.To("s", flow, key.ToString());

    /// <summary>The page of a dataflow.</summary>
    public ConsoleAddress Flow(string flow) => Address.To("f", flow);

    /// <summary>The page of a release.</summary>
    public ConsoleAddress Release(ReleaseRecord release) => Release(release.Key);

    /// <summary>The page of a release.</summary>
    public ConsoleAddress Release(string key) => Address.To(["releases", .. key.Split('/')]);

    /// <summary>The whole console as of a release.</summary>
    public ConsoleAddress AsOfRelease(ReleaseRecord release) => Address.To().With("asOf", Ballast.Series.AsOf.Moment(release.Published));

    /// <summary>The address with the origin before it.</summary>
    public string Whole(ConsoleAddress address) => new Uri(Origin, address.ToString()).AbsoluteUri;

    /// <summary>The value of <c>asOf</c> that shows for ever what the page shows now. The moment is rounded up to a second; what comes within it has a higher public number.</summary>
    public string FixedAsOf()
    {
        if (AsOf is { PublicNumberUpTo: not null } chosen)
        {
            return Ballast.Series.AsOf.Text(chosen);
        }

        CutOff cutOff = Reading.Fixed(Viewpoint).CutOff;
        return Ballast.Series.AsOf.Text(cutOff with { PublishedUpTo = cutOff.PublishedUpTo.AddTicks((TimeSpan.TicksPerSecond - (cutOff.PublishedUpTo.Ticks % TimeSpan.TicksPerSecond)) % TimeSpan.TicksPerSecond) });
    }

    /// <summary>The bar of the page.</summary>
    /// <param name="releases">Releases that made the page, as seen now, in any order.</param>
    /// <param name="revisedSince">How many of its values have been revised since, or null.</param>
    public AsOfBar Bar(IEnumerable<ReleaseRecord> releases, int? revisedSince)
    {
        ImmutableArray<ReleaseRecord> newestFirst =
            [.. releases.DistinctBy(r => r.Published.UtcDateTime).OrderByDescending(r => r.Published).ThenByDescending(r => r.Sequence)];
        int shown = 0;
        while (shown < newestFirst.Length && newestFirst[shown].Published > Viewpoint.CutOff.PublishedUpTo)
        {
            shown++;
        }

        AsOfRelease? At(int index) => index >= 0 && index < newestFirst.Length ? Entry(newestFirst[index]) : null;
        string fixedAsOf = FixedAsOf();
        return new AsOfBar
        {
            Chosen = AsOf is null ? null : Address["asOf"],
            MomentText = AsOf is null ? "" : AsOfMoment,
            Releases = [.. newestFirst.Take(Listed).Select(Entry)],
            Shown = At(shown),
            Previous = At(shown + 1),
            Next = AsOf is null ? null : At(shown - 1),
            RevisedSince = AsOf is null ? null : revisedSince,
            Fixed = fixedAsOf,
            FixedLink = Whole(Address.With("asOf", fixedAsOf)),
            Fault = Fault,
        };
    }

    // The list of the bar; older ones are reached by date or step by step.
    private const int Listed = 60;

    private AsOfRelease Entry(ReleaseRecord release) => new(
        Ballast.Series.AsOf.Moment(release.Published),
        Moment(release.Published, true) + (release.CompiledLater ? T(Phrases.Pages.ListComma) + T(Phrases.ReleasePage.Compiled) : ""),
        Day(release.Published));
}
