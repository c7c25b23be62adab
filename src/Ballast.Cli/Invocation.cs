using System.CommandLine;
using Ballast.Faults;
using Ballast.Language;
using Ballast.Series;
using Ballast.Store;
using Ballast.Work;

namespace Ballast.Cli;

/// <summary>One call of a command: its settings, its language and where it prints.</summary>
internal sealed class Invocation
{
    private Invocation(Settings settings, Tongue tongue, Terminal terminal, bool debug, TimeProvider clock) =>
        (Settings, Tongue, Terminal, IsDebug, Clock) = (settings, tongue, terminal, debug, clock);

    /// <summary>Start-up settings.</summary>
    public Settings Settings { get; }

    /// <summary>The language of all output.</summary>
    public Tongue Tongue { get; }

    /// <summary>Where it prints.</summary>
    public Terminal Terminal { get; }

    /// <summary>Whether stack traces are wanted.</summary>
    public bool IsDebug { get; }

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; }

    /// <summary>Settings, or null and the faults printed.</summary>
    public static Invocation? Begin(ParseResult parsed, GlobalOptions options, IReadOnlyDictionary<string, string?>? more = null)
    {
        Dictionary<string, string?> given = new(more ?? new Dictionary<string, string?>(), StringComparer.Ordinal)
        {
            ["data"] = parsed.GetValue(options.Data),
            ["packs"] = parsed.GetValue(options.Packs),
            ["lang"] = parsed.GetValue(options.Lang),
        };
        Outcome<Settings> settings = Settings.Read(given, Environment.GetEnvironmentVariable, Directory.GetCurrentDirectory(), InstalledPacks());
        Tongue tongue = Tongues.OfTag(settings.Value?.Lang) ?? options.Tongue;
        Terminal terminal = new(tongue, parsed.GetValue(options.Json));
        if (!settings.IsGood)
        {
            terminal.PrintFaults(settings.Faults);
            return null;
        }

        return new Invocation(settings.Value, tongue, terminal, parsed.GetValue(options.Debug), TimeProvider.System);
    }

    /// <summary>The store, opened; a missing one is no error for reading: the caller says that nothing is held yet.</summary>
    public BallastStore OpenStore(StoreAccess access) => BallastStore.Open(Settings.Data, access, Clock);

    /// <summary>The packs of the packs folder.</summary>
    public Outcome<PackLibrary> ReadPacks() => PackLibrary.Read(PackDisk.OpenAll(Settings.Packs));

    /// <summary>The packs, or none where they have faults: reading what is stored does not need them (names of packs, calendars and plans are then missing).</summary>
    public PackLibrary ReadPacksOrEmpty() => ReadPacks().Value ?? PackLibrary.Empty;

    /// <summary>The viewpoint of --as-of (in the zone of a flow, else of the first pack), or null and the fault printed; everything public now where the option is missing.</summary>
    public Viewpoint? ViewpointOf(string? asOf, Reading reading, string? flowId)
    {
        if (asOf is null)
        {
            return reading.Newest;
        }

        FaultList faults = new();
        TimeZoneInfo zone = flowId is not null ? reading.ZoneOf(flowId) : reading.Packs.Watching.FirstOrDefault()?.Zone ?? TimeZoneInfo.Utc;
        CutOff? cutOff = AsOf.Read(asOf, zone, Place.Unknown, faults);
        if (cutOff is null)
        {
            Terminal.PrintFaults(faults);
            return null;
        }

        return new Viewpoint(cutOff.Value, Reader.Anonymous);
    }

    /// <summary>What the packs folder is unless told otherwise: <c>packs</c> here, else the one that came with the program.</summary>
    private static string InstalledPacks()
    {
        string here = Path.Combine(Directory.GetCurrentDirectory(), "packs");
        if (Directory.Exists(here))
        {
            return here;
        }

        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, "packs");
            if (Directory.Exists(Path.Combine(candidate, "common")))
            {
                return candidate;
            }
        }

        return here;
    }
}
