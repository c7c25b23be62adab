using System.Globalization;
using Ballast.Faults;
using Ballast.Packs;
using Ballast.Series;

namespace Ballast.Work;

/// <summary>Working days of a country from a pack's <c>calendars/COUNTRY.yaml</c>.</summary>
public static class WorkingDayFile
{
    /// <summary>Reads a file and lists every fault.</summary>
    public static Outcome<WorkingDays> Read(PackFolder folder, string path)
    {
        ArgumentNullException.ThrowIfNull(folder);
        Outcome<YamlNode.Mapping> tree = folder.ReadYaml(path);
        if (!tree.IsGood)
        {
            return Outcome<WorkingDays>.Refused(tree.Faults);
        }

        FaultList faults = new();
        faults.AddRange(tree.Faults);
        YamlNode.Mapping map = tree.Value;
        map.UnknownKeys(faults, "country", "names", "weekend", "from", "to", "years");
        map.Required("country", faults)?.Text(faults);
        map.Required("names", faults)?.Languages(faults);
        foreach (YamlNode day in map.Required("weekend", faults)?.List(faults)?.Items ?? [])
        {
            // The kernels know one weekend; others are a fault rather than a silent mistake.
            day.OneOf(faults, "saturday", "sunday");
        }

        DateOnly? from = map.Required("from", faults)?.Date(faults);
        DateOnly? to = map.Required("to", faults)?.Date(faults);
        List<DateOnly> holidays = [];
        List<DateOnly> worked = [];
        foreach (YamlNode year in map.Required("years", faults)?.List(faults)?.Items ?? [])
        {
            ReadYear(year, holidays, worked, faults);
        }

        if (from > to)
        {
            faults.Add(WorkFaults.SpanReversed, map.Place, Day(from.Value), Day(to!.Value));
        }

        foreach (DateOnly day in worked.Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)))
        {
            faults.Add(WorkFaults.WorkedDayNoWeekend, map.Place, Day(day));
        }

        return faults.HasErrors || from is null || to is null
            ? Outcome<WorkingDays>.Refused(faults)
            : Outcome<WorkingDays>.Of(new WorkingDays(holidays, worked, from.Value.Year, to.Value.Year), faults);
    }

    private static void ReadYear(YamlNode node, List<DateOnly> holidays, List<DateOnly> worked, FaultList faults)
    {
        if (node.Map(faults) is not { } map)
        {
            return;
        }

        map.UnknownKeys(faults, "year", "source", "holidays", "worked");
        map.Required("year", faults)?.Integer(faults);
        map.Required("source", faults)?.Languages(faults);
        foreach (YamlNode item in map.Required("holidays", faults)?.List(faults)?.Items ?? [])
        {
            if (item.Map(faults) is not { } holiday)
            {
                continue;
            }

            holiday.UnknownKeys(faults, "name", "from", "to");
            holiday.Required("name", faults)?.Languages(faults);
            DateOnly? first = holiday.Required("from", faults)?.Date(faults);
            DateOnly? last = holiday.Required("to", faults)?.Date(faults);
            if (first > last)
            {
                faults.Add(WorkFaults.SpanReversed, holiday.Place, Day(first.Value), Day(last!.Value));
            }

            for (DateOnly? day = first; day <= last; day = day.Value.AddDays(1))
            {
                holidays.Add(day.Value);
            }
        }

        foreach (YamlNode day in map.Find("worked")?.List(faults)?.Items ?? [])
        {
            if (day.Date(faults) is { } date)
            {
                worked.Add(date);
            }
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
