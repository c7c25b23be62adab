using System.Globalization;
using Ballast.Faults;
using Ballast.Series;
using Ballast.Store;
using Ballast.Work;
using Ballast.Work.Loading;

namespace Ballast.House.Tests;

/// <summary>What was known of 29 American series on 80 days, asked of the pack that holds their vintages.</summary>
public sealed class AsOfQuestionTests
{
    private const string Flow = "US_INDICATORS";

    private static readonly string[] Questions = ["reference", "earlywarning", "answers", "asof_queries.csv"];

    [SharedFact("reference", "earlywarning", "answers", "asof_queries.csv")]
    public void All_questions_are_answered_right_in_whatever_order_the_releases_were_loaded()
    {
        IReadOnlyList<ReleaseDraft> drafts = HousePacks.Drafts("us-vintages", "vintages");
        Assert.Equal(57, drafts.Count);
        List<Question> questions = Read();
        Assert.Equal(80, questions.Count);

        foreach (int seed in (int[])[20160629, 20161031, 7])
        {
            using Scratch scratch = new();
            using BallastStore store = BallastStore.Open(scratch.PathOf("data"), StoreAccess.ReadWrite, TimeProvider.System);
            foreach (LoadedPack pack in HousePacks.Library.Packs)
            {
                StructureLoading.Commit(store, pack, "test");
            }

            ReleaseDraft[] shuffled = [.. drafts];
            new Random(seed).Shuffle(shuffled);
            foreach (ReleaseDraft draft in shuffled)
            {
                store.CommitRelease(draft, "test", draft.Key);
            }

            Reading reading = new(store, HousePacks.Library, TimeProvider.System);
            string[] wrong = [.. questions.Select(q => (Question: q, Answer: Answer(reading, q))).Where(a => a.Answer != a.Question.Expected).Select(a => $"seed {seed}: {a.Question} but {a.Answer?.ToString(CultureInfo.InvariantCulture) ?? "unknown"}")];
            Assert.Empty(wrong);
        }
    }

    [SharedFact("reference", "earlywarning", "answers", "asof_queries.csv")]
    public void The_program_answers_the_same_questions_the_same()
    {
        List<Question> questions = Read();
        Question[] asked = [.. questions.Where(q => q.Expected is not null).Take(4), .. questions.Where(q => q.Expected is null).Take(3)];

        Assert.All(asked, question =>
        {
            ProgramRun run = RealProgram.Run(Prepared.Data, "get", Flow, "@" + question.Series, "--as-of", question.AsOf, "--format", "csv");

            Assert.True(run.Code == 0, run.ToString());
            Dictionary<string, string>? row = CsvRows.OfText(run.Output).SingleOrDefault(r => Period.TryParse(r["TIME_PERIOD"], out Period period) && period.Start <= question.Month && question.Month <= period.End);
            Assert.Equal(question.Expected, row is null ? null : decimal.Parse(row["OBS_VALUE"], CultureInfo.InvariantCulture));
        });
    }

    private static List<Question> Read() =>
    [
        .. CsvRows.Of(Shared.PathOf(Questions)).Select(r => new Question(
            r["series"],
            DateOnly.ParseExact(r["period"] + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture),
            r["as_of"],
            r["expected_value_blank_if_unknown"] is { Length: > 0 } value ? decimal.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture) : null)),
    ];

    private static decimal? Answer(Reading reading, Question question)
    {
        FaultList faults = new();
        Viewpoint viewpoint = new(AsOf.Read(question.AsOf, reading.ZoneOf(Flow), Place.Unknown, faults)!.Value, Reader.Anonymous);
        SeriesListing listing = Assert.Single(reading.BySourceId(question.Series, Flow, reading.Newest));
        Observation? found = reading.Series(Flow, listing.Key, viewpoint)?.Series.Observations.SingleOrDefault(o => o.Period.Start <= question.Month && question.Month <= o.Period.End);
        return found is { Value.Kind: MeasureKind.Exact } ? found.Value.Exact.ToDecimal() : null;
    }

    /// <summary>A quarterly series is asked by the last month of the quarter, as its source dates it.</summary>
    private sealed record Question(string Series, DateOnly Month, string AsOf, decimal? Expected);
}
