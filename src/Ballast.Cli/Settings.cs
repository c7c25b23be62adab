using System.Collections.Immutable;
using Ballast.Faults;

namespace Ballast.Cli;

/// <summary>Where a start-up setting's value comes from; the first that gives one wins, in this order.</summary>
internal enum SettingOrigin
{
    /// <summary>An option of the command line.</summary>
    CommandLine,

    /// <summary>A variable <c>BALLAST_…</c>.</summary>
    Environment,

    /// <summary><c>ballast.yaml</c> in the data folder.</summary>
    File,

    /// <summary>What the program does unless told otherwise.</summary>
    Default,
}

/// <summary>One start-up setting with its value and origin.</summary>
internal sealed record Setting(string Name, string Value, SettingOrigin Origin, string OriginName);

/// <summary>Start-up settings (house.md, One program): command line, then <c>BALLAST_*</c>, then <c>ballast.yaml</c> in the data folder, then the default.</summary>
internal sealed class Settings
{
    /// <summary>Name of the settings file in the data folder.</summary>
    public const string FileName = "ballast.yaml";

    private readonly ImmutableArray<Setting> _all;

    private Settings(ImmutableArray<Setting> all) => _all = all;

    /// <summary>All settings in a stated order.</summary>
    public ImmutableArray<Setting> All => _all;

    /// <summary>The data folder.</summary>
    public string Data => Value("data");

    /// <summary>The folder that holds the packs.</summary>
    public string Packs => Value("packs");

    /// <summary>Where briefings are written.</summary>
    public string Out => Value("out");

    /// <summary>Where the server listens: <c>ADDRESS:PORT</c>.</summary>
    public string Listen => Value("listen");

    /// <summary>The language, <c>en</c> or <c>zh</c>.</summary>
    public string Lang => Value("lang");

    /// <summary>Reads the settings.</summary>
    /// <param name="given">Values of options of the command line; absent ones are null.</param>
    /// <param name="environment">Looks up an environment variable.</param>
    /// <param name="root">The folder that the defaults are relative to.</param>
    /// <param name="packs">Where packs lie unless told otherwise.</param>
    public static Outcome<Settings> Read(IReadOnlyDictionary<string, string?> given, Func<string, string?> environment, string root, string packs)
    {
        FaultList faults = new();
        (string Name, string Default)[] known =
        [
            ("data", Path.Combine(root, "data")),
            ("packs", packs),
            ("out", Path.Combine(root, "out")),
            ("listen", "127.0.0.1:8080"),
            ("lang", environment("LANG")?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true ? "zh" : "en"),
        ];

        // The data folder itself cannot be named in a file inside it.
        string data = given.GetValueOrDefault("data") ?? environment("BALLAST_DATA") ?? known[0].Default;
        string file = Path.Combine(data, FileName);
        Dictionary<string, string> inFile = ReadFile(file, [.. known.Skip(1).Select(k => k.Name)], faults);

        ImmutableArray<Setting>.Builder all = ImmutableArray.CreateBuilder<Setting>();
        foreach ((string name, string fallback) in known)
        {
            string variable = "BALLAST_" + name.ToUpperInvariant();
            all.Add(
                given.GetValueOrDefault(name) is { Length: > 0 } option ? new Setting(name, option, SettingOrigin.CommandLine, "--" + name)
                : environment(variable) is { Length: > 0 } set ? new Setting(name, set, SettingOrigin.Environment, variable)
                : inFile.TryGetValue(name, out string? written) ? new Setting(name, written, SettingOrigin.File, file)
                : new Setting(name, fallback, SettingOrigin.Default, ""));
        }

        Settings settings = new(all.ToImmutable());
        if (settings.Lang is not ("en" or "zh"))
        {
            faults.Add(CliFaults.LanguageUnknown, Place.Unknown, settings.Lang);
        }

        return Outcome<Settings>.Of(settings, faults);
    }

    private static Dictionary<string, string> ReadFile(string file, ImmutableArray<string> names, FaultList faults)
    {
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        if (!File.Exists(file))
        {
            return values;
        }

        Outcome<YamlNode> read = YamlTree.Read(File.ReadAllText(file), file);
        faults.AddRange(read.Faults);
        if (read.Value?.Map(faults) is not { } map)
        {
            return values;
        }

        map.UnknownKeys(faults, names);
        foreach (string name in names)
        {
            if (map.Find(name)?.Text(faults) is { } text)
            {
                values[name] = text;
            }
        }

        return values;
    }

    private string Value(string name) => _all.First(s => s.Name == name).Value;
}
