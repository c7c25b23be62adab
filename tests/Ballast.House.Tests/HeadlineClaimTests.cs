using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ballast.Sdmx.Model;
using Ballast.Series;
using Ballast.Store;
using Ballast.Work;

namespace Ballast.House.Tests;

/// <summary>What officials said at the two yearly press conferences comes back with its value, bound, sources and date.</summary>
public sealed partial class HeadlineClaimTests
{
    private const string Stations = "M.CN.STATION_5G.STOCK.N.N._Z.A";

    private static readonly List<Claim> Claims = ReadClaims();

    [Fact]
    public void At_least_sixty_figures_of_the_two_briefings_are_kept()
    {
        Assert.Equal(["briefing-2023-01-18", "briefing-2024-01-19"], Claims.Select(c => c.Release).Distinct().Order());
        Assert.All(Claims.GroupBy(c => c.Release), release => Assert.True(release.Count() >= 60, $"{release.Key} has {release.Count()}"));
        Assert.All(Claims, claim => Assert.NotEmpty(claim.Sources));
    }

    [Fact]
    public void Each_figure_of_a_briefing_is_read_back_with_its_bound_its_sources_and_its_date()
    {
        using BallastStore store = BallastStore.Open(Prepared.Data, StoreAccess.ReadOnly, TimeProvider.System);
        Reading reading = new(store, HousePacks.Library, TimeProvider.System);
        List<string> wrong = [];

        foreach (Claim claim in Claims)
        {
            Observation? then = At(reading, claim, new CutOff(claim.Published));
            Observation? now = At(reading, claim, reading.Newest.CutOff);
            Observation? before = At(reading, claim, new CutOff(claim.Published.AddSeconds(-1)));
            string? fault =
                then is null ? "is missing on its day"
                : then.Value.ToString() != claim.Value ? $"is {then.Value}"
                : Bounds.Of(then.Attributes).Code() != claim.Bound ? $"has bound {Bounds.Of(then.Attributes).Code()}"
                : !then.Attributes["SOURCE_REF"].Select(r => r.Text).SequenceEqual(claim.Sources) ? $"has sources {string.Join(' ', then.Attributes["SOURCE_REF"].Select(r => r.Text))}"
                : then.KnownSince != claim.Published ? $"is known since {then.KnownSince}"
                : then.ReleaseKey != claim.Release ? $"comes from {then.ReleaseKey}"
                : before?.Value == then.Value ? "was known before"
                : now is null || now.Value != then.Value ? $"is now {now?.Value.ToString() ?? "missing"}"
                : null;
            if (fault is not null)
            {
                wrong.Add($"{claim.Flow} {claim.Key} {claim.Period} {claim.Value}: {fault}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_program_shows_the_5G_base_stations_of_both_years_and_what_was_known_between_the_briefings()
    {
        ProgramRun now = Get("en");
        ProgramRun then = Get("en", "--as-of", "2024-01-01");
        ProgramRun nowChinese = Get("zh");
        ProgramRun thenChinese = Get("zh", "--as-of", "2024-01-01");

        Assert.Matches(@"Dec 2022 +2\.312 million +18 Jan 2023 ", now.Output);
        Assert.Matches(@"Dec 2023 +3\.377 million +19 Jan 2024 ", now.Output);
        Assert.Matches(@"Dec 2022 +2\.312 million +18 Jan 2023 ", then.Output);
        Assert.DoesNotContain("Dec 2023", then.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("3.377", then.Output, StringComparison.Ordinal);
        Assert.Matches(@"2022年12月 +231\.2万 +2023年1月18日 ", nowChinese.Output);
        Assert.Matches(@"2023年12月 +337\.7万 +2024年1月19日 ", nowChinese.Output);
        Assert.Matches(@"2022年12月 +231\.2万 +2023年1月18日 ", thenChinese.Output);
        Assert.DoesNotContain("2023年12月", thenChinese.Output, StringComparison.Ordinal);

        static ProgramRun Get(string language, params string[] more)
        {
            ProgramRun run = RealProgram.Run(Prepared.Data, ["get", "ICT_NETWORK", Stations, "--lang", language, .. more]);
            Assert.True(run.Code == 0 && run.Errors.Length == 0, run.ToString());
            return run;
        }
    }

    [Fact]
    public void The_program_returns_each_figure_of_a_briefing_with_its_bound_and_sources()
    {
        List<string> missing = [];
        foreach (IGrouping<string, Claim> flow in Claims.GroupBy(c => c.Flow))
        {
            Claim[] replaced = Missing(flow, null);

            // Where others stated the same value later, theirs is the source that stands now; on its day the briefing's was.
            Assert.True(replaced.Length <= 2, string.Join('\n', replaced.AsEnumerable()));
            missing.AddRange(replaced.GroupBy(c => c.Release).SelectMany(r => Missing(r, r.First().Published.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))).Select(c => c.ToString()));
        }

        Assert.Empty(missing);

        static Claim[] Missing(IEnumerable<Claim> claims, string? asOf)
        {
            ProgramRun run = RealProgram.Run(Prepared.Data, ["get", claims.First().Flow, "--format", "csv", .. asOf is null ? [] : (string[])["--as-of", asOf]]);
            Assert.True(run.Code == 0 && run.Errors.Length == 0, run.ToString());
            HashSet<(string Key, string Period, string Value, string Bound, string Sources)> rows =
                [.. CsvRows.OfText(run.Output).Select(r => (KeyOf(r), r["TIME_PERIOD"], r["OBS_VALUE"], r["BOUND"], r["SOURCE_REF[]"]))];
            return [.. claims.Where(c => !rows.Contains((c.Key, c.Period.ToString(), c.Value, c.Bound, string.Join(';', c.Sources))))];
        }
    }

    [SharedFact("claims", "gold")]
    public void Values_and_bounds_are_those_of_the_annotated_claims_that_the_sources_point_to()
    {
        Dictionary<string, (decimal Value, string Approximation, string Unit, string Text)> gold = [];
        foreach (string line in Directory.GetFiles(Shared.PathOf("claims", "gold"), "*.jsonl").SelectMany(File.ReadLines))
        {
            using JsonDocument claim = JsonDocument.Parse(line);
            JsonElement root = claim.RootElement;
            gold[$"{root.GetProperty("doc").GetString()}#{root.GetProperty("start").GetInt32()}-{root.GetProperty("end").GetInt32()}"] =
                (root.GetProperty("value").GetDecimal(), root.GetProperty("approx").GetString()!.ToUpperInvariant(), root.GetProperty("unit").GetString()!, root.GetProperty("text").GetString()!);
        }

        using BallastStore store = BallastStore.Open(Prepared.Data, StoreAccess.ReadOnly, TimeProvider.System);
        Reading reading = new(store, HousePacks.Library, TimeProvider.System);
        List<string> wrong = [];
        foreach (Claim claim in Claims)
        {
            int power = ViewOf(reading, claim, new CutOff(claim.Published))!.Names.Unit.Multiplier;
            decimal whole = decimal.Parse(claim.Value, CultureInfo.InvariantCulture) * Enumerable.Repeat(10m, power).Aggregate(1m, (a, b) => a * b);
            foreach (string source in claim.Sources)
            {
                if (!gold.TryGetValue(source, out (decimal Value, string Approximation, string Unit, string Text) annotated))
                {
                    wrong.Add($"{claim.Flow} {claim.Key} {claim.Period}: {source} is no claim");
                    continue;
                }

                // A fraction in words ("two-thirds") is kept as a whole per cent that is "about"; energy is kept in watt-hours.
                bool isFraction = annotated.Unit == "%" && !annotated.Text.Any(char.IsAsciiDigit);
                decimal value = isFraction ? Math.Round(annotated.Value) : annotated.Unit == "GWh" ? annotated.Value * 1_000_000_000 : annotated.Value;
                if (value != whole || (isFraction ? "ABOUT" : annotated.Approximation) != claim.Bound)
                {
                    wrong.Add($"{claim.Flow} {claim.Key} {claim.Period}: {whole} {claim.Bound} but {source} says {annotated.Value} {annotated.Approximation} {annotated.Unit} ({annotated.Text})");
                }
            }
        }

        Assert.Empty(wrong);
    }

    private static Observation? At(Reading reading, Claim claim, CutOff cutOff) => ViewOf(reading, claim, cutOff)?.Series.At(claim.Period);

    private static SeriesView? ViewOf(Reading reading, Claim claim, CutOff cutOff) =>
        reading.Series(claim.Flow, SeriesKey.TryParse(claim.Key, claim.Key.Count(c => c == '.') + 1)!, new Viewpoint(cutOff, Reader.Anonymous));

    private static List<Claim> ReadClaims()
    {
        List<Claim> claims = [];
        foreach (string folder in Directory.GetDirectories(House.PathOf("packs")).SelectMany(p => Directory.Exists(Path.Combine(p, "data")) ? Directory.GetDirectories(Path.Combine(p, "data"), "briefing-*") : []))
        {
            DateTimeOffset published = DateTimeOffset.Parse(PublishedLine().Match(File.ReadAllText(Path.Combine(folder, "release.yaml"))).Groups[1].Value, CultureInfo.InvariantCulture);
            foreach (string file in Directory.GetFiles(folder, "*.csv"))
            {
                claims.AddRange(CsvRows.Of(file).Select(row => new Claim(
                    Path.GetFileName(folder),
                    published,
                    Path.GetFileNameWithoutExtension(file),
                    KeyOf(row),
                    Period.TryParse(row["TIME_PERIOD"], out Period period) ? period : default,
                    row["OBS_VALUE"],
                    row["BOUND"],
                    row["SOURCE_REF[]"].Split(';'))));
            }
        }

        return claims;
    }

    private static string KeyOf(Dictionary<string, string> row) => string.Join('.', row.SkipWhile(c => c.Key != "FREQ").TakeWhile(c => c.Key != "TIME_PERIOD").Select(c => c.Value));

    [GeneratedRegex("(?m)^published: \"([^\"]+)\"")]
    private static partial Regex PublishedLine();

    private sealed record Claim(string Release, DateTimeOffset Published, string Flow, string Key, Period Period, string Value, string Bound, string[] Sources);
}
