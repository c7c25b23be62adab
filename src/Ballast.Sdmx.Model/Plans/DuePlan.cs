using System.Collections.Immutable;
using Ballast.Faults;
using Ballast.Series;

namespace Ballast.Sdmx.Model.Plans;

/// <summary>When which figures are due (<c>calendar.yaml</c> of a pack), with the zone and the span in which the pack watches. Without it nothing is ever late.</summary>
/// <param name="Rules">Entries of the file.</param>
/// <param name="Zone">Zone of the pack, in which days begin and end.</param>
/// <param name="From">First day on which anything is due, or null.</param>
/// <param name="To">Last day on which anything is due, or null; after it nothing is due or late.</param>
public sealed record DuePlan(ImmutableArray<DueRule> Rules, TimeZoneInfo Zone, DateOnly? From = null, DateOnly? To = null)
{
    /// <summary>Reads a file.</summary>
    /// <param name="text">Its whole text.</param>
    /// <param name="file">Its name in places.</param>
    /// <param name="zone">Zone of the pack.</param>
    /// <param name="from">First day on which the pack watches, or null.</param>
    /// <param name="to">Last day, or null.</param>
    public static Outcome<DuePlan> Read(string text, string file, TimeZoneInfo zone, DateOnly? from = null, DateOnly? to = null) =>
        DuePlanReader.Read(YamlTree.ReadMapping(text, file), zone, from, to);

    /// <summary>Reads a file.</summary>
    /// <param name="utf8">All its bytes.</param>
    /// <param name="file">Its name in places.</param>
    /// <param name="zone">Zone of the pack.</param>
    /// <param name="from">First day on which the pack watches, or null.</param>
    /// <param name="to">Last day, or null.</param>
    public static Outcome<DuePlan> Read(ReadOnlySpan<byte> utf8, string file, TimeZoneInfo zone, DateOnly? from = null, DateOnly? to = null) =>
        DuePlanReader.Read(YamlTree.ReadMapping(utf8, file), zone, from, to);

    /// <summary>Whether the flows are there, and keys have their places and codes.</summary>
    public FaultList Check(StructureSet structures)
    {
        ArgumentNullException.ThrowIfNull(structures);
        FaultList faults = new();
        foreach (DueRule rule in Rules)
        {
            rule.Series.Check(structures, faults);
        }

        return faults;
    }

    /// <summary>
    /// What is due or late at a moment, given the last known period of each series: one entry for each series of each rule whose next expected period's due day has begun.
    /// In the order of the rules, then of the series given. Series without any known period, or with one in the year 0, are not expected.
    /// </summary>
    /// <param name="moment">When; the caller's clock, or the cut-off of a page.</param>
    /// <param name="known">Series with the last period known at that moment.</param>
    public ImmutableArray<DueSeries> At(DateTimeOffset moment, IEnumerable<LastKnown> known)
    {
        ArgumentNullException.ThrowIfNull(known);
        DateOnly today = DayOf(moment);
        if (today > To)
        {
            return [];
        }

        LastKnown[] all = [.. known];
        ImmutableArray<DueSeries>.Builder found = ImmutableArray.CreateBuilder<DueSeries>();
        foreach (DueRule rule in Rules)
        {
            foreach (LastKnown series in all.Where(s => s.Period.Frequency == rule.Frequency && s.Period.Ordinal >= rule.Frequency.PerYear() && rule.Series.Match(s.Flow, s.Key)))
            {
                if (OldestMissing(rule, series.Period, today, out int count) is { } period)
                {
                    DateOnly day = rule.DayOf(period);
                    found.Add(new DueSeries(rule, series, new DueDate(rule, period, MomentOf(rule, day)), day < today ? DueState.Late : DueState.Due, count));
                }
            }
        }

        return found.ToImmutable();
    }

    /// <summary>What comes next, whatever is known: for each rule the first publications whose due moment is not before a moment, in the order of their moments, then of the rules.</summary>
    /// <param name="moment">From when.</param>
    /// <param name="perRule">How many of each rule.</param>
    public ImmutableArray<DueDate> Next(DateTimeOffset moment, int perRule = 1)
    {
        List<DueDate> dates = [];
        foreach (DueRule rule in Rules)
        {
            DateOnly today = DayOf(moment);
            int left = perRule;
            // The period that is due soonest ends MonthsAfter before; begin a year earlier and look no further than the years of the calendar.
            for (Period? at = rule.PeriodOf(today.AddMonths(-rule.MonthsAfter).AddYears(-1)); at is { } period && left > 0; at = period.Following)
            {
                if (rule.Expected(period) is not { } expected)
                {
                    continue;
                }

                DateOnly day = rule.DayOf(expected);
                if (day > To || day.Year > today.Year + MostYearsAhead)
                {
                    break;
                }

                DateTimeOffset due = MomentOf(rule, day);
                if (due >= moment && !(day < From))
                {
                    dates.Add(new DueDate(rule, expected, due));
                    left--;
                }
            }
        }

        return [.. dates.OrderBy(d => d.Moment)];
    }

    private const int MostYearsAhead = 10;

    /// <summary>The first expected period behind the last known one whose due day has begun, and how many such there are.</summary>
    private Period? OldestMissing(DueRule rule, Period last, DateOnly today, out int count)
    {
        Period? oldest = null;
        count = 0;
        for (Period? at = last.LastPart?.Following; at is { } period; at = period.Following)
        {
            if (rule.Expected(period) is not { } expected)
            {
                continue;
            }

            DateOnly day = rule.DayOf(expected);
            if (day > today || day > To)
            {
                break;
            }

            if (!(day < From))
            {
                oldest ??= expected;
                count++;
            }
        }

        return oldest;
    }

    private DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime);

    private DateTimeOffset MomentOf(DueRule rule, DateOnly day)
    {
        if (rule.Time is not { } time)
        {
            return PublicationTime.EndOfDay(day, Zone);
        }

        DateTime local = day.ToDateTime(time);
        local = Zone.IsInvalidTime(local) ? local.AddHours(1) : local;   // the hour that clocks leave out: an hour later by them
        return new DateTimeOffset(local, Zone.GetUtcOffset(local));
    }
}

/// <summary>One entry: these series come for each such period, so long after it.</summary>
/// <param name="Id">Its name within the pack.</param>
/// <param name="Name">What is due, in each language.</param>
/// <param name="Series">Which series.</param>
/// <param name="Frequency">Annual, half-yearly, quarterly or monthly.</param>
/// <param name="MonthsAfter">Months from the period's last month to the month in which it is due.</param>
/// <param name="Day">Day of that month; in a shorter month its last day.</param>
/// <param name="Time">Time of that day in the pack's zone, or null for its end.</param>
/// <param name="Skip">Numbers of periods of the year for which nothing comes.</param>
/// <param name="Combined">Numbers of consecutive periods of the year that come as one, at the last of them; or empty.</param>
/// <param name="Place">Where it stands.</param>
public sealed record DueRule(
    string Id, LocalisedText Name, KeyPatterns Series, Frequency Frequency, int MonthsAfter, int Day, TimeOnly? Time, ImmutableArray<int> Skip, ImmutableArray<int> Combined, Place Place)
{
    /// <summary>The day on which a period is due.</summary>
    public DateOnly DayOf(Period period)
    {
        DateOnly end = period.End;
        DateOnly month = new DateOnly(end.Year, end.Month, 1).AddMonths(MonthsAfter);
        return month.AddDays(Math.Min(Day, DateTime.DaysInMonth(month.Year, month.Month)) - 1);
    }

    /// <summary>What comes at a period of span 1: itself, the combined one that it ends, or null where nothing comes.</summary>
    internal Period? Expected(Period period)
    {
        int number = (period.Ordinal % Frequency.PerYear()) + 1;
        return Skip.Contains(number) ? null
            : !Combined.Contains(number) ? period
            : number == Combined[^1] ? Period.FromOrdinal(Frequency, period.Ordinal, Combined.Length) : null;
    }

    internal Period? PeriodOf(DateOnly day) => Period.Of(Frequency, day);
}

/// <summary>A series and the last period for which a figure is known.</summary>
/// <param name="Flow">Id of its dataflow.</param>
/// <param name="Key">Its key.</param>
/// <param name="Period">The last known period.</param>
public sealed record LastKnown(string Flow, SeriesKey Key, Period Period);

/// <summary>A publication that is expected.</summary>
/// <param name="Rule">Why.</param>
/// <param name="Period">For which period; combined ones have their span.</param>
/// <param name="Moment">When: the time said, else the end of the day.</param>
public sealed record DueDate(DueRule Rule, Period Period, DateTimeOffset Moment);

/// <summary>Whether a figure may still come in time.</summary>
public enum DueState
{
    /// <summary>Its day has come and is not over.</summary>
    Due,

    /// <summary>Its day is over.</summary>
    Late,
}

/// <summary>A series that waits for a figure.</summary>
/// <param name="Rule">Why.</param>
/// <param name="Series">The series, and what is known of it.</param>
/// <param name="Date">The oldest publication that is missing.</param>
/// <param name="State">Whether that one is late.</param>
/// <param name="MissingCount">How many publications are missing, that one included.</param>
public sealed record DueSeries(DueRule Rule, LastKnown Series, DueDate Date, DueState State, int MissingCount);
