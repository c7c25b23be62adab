using Ballast.Sdmx.Model;
using Ballast.Series;

namespace Ballast.Store.Tests;

/// <summary>
/// The semantics of releases, slow and obvious: dictionaries by key and period, statements laid one after another in the order of publication, a copy kept before each release to see what it changed.
/// </summary>
public sealed class SlowStore
{
    private Dictionary<SeriesKey, SlowSeries> _series = [];
    private readonly Dictionary<string, (KeyQuery Group, AttributeSet Attributes)> _groups = [];

    public IEnumerable<KeyValuePair<SeriesKey, SlowSeries>> Series =>
        _series.Where(s => s.Value.Observations.Count > 0 || !s.Value.Attributes.IsEmpty).OrderBy(s => s.Key);

    public AttributeSet Dataset { get; private set; } = AttributeSet.Empty;

    /// <summary>What the release laid last did, one line an observation it touched: kind, key, period, was, now.</summary>
    public List<(ChangeKind Kind, SeriesKey Key, Period Period, MeasureValue Was, MeasureValue Now)> Changes { get; } = [];

    public static SlowStore Of(IEnumerable<ReleaseDraft> releases)
    {
        SlowStore store = new();
        foreach (ReleaseDraft release in releases.OrderBy(r => r.Published).ThenBy(r => r.Key, StringComparer.Ordinal))
        {
            store.Lay(release);
        }

        return store;
    }

    public AttributeSet AttributesOf(SeriesKey key)
    {
        AttributeSet all = AttributeSet.Empty;
        foreach ((KeyQuery group, AttributeSet attributes) in _groups.Values.Where(g => g.Group.Matches(key)).OrderBy(g => g.Group.Wanted.Count(w => w.Length > 0)).ThenBy(g => g.Group.ToString(), StringComparer.Ordinal))
        {
            all = all.Over(attributes);
        }

        return all.Over(_series[key].Attributes);
    }

    private void Lay(ReleaseDraft release)
    {
        Dictionary<SeriesKey, SlowSeries> before = _series.ToDictionary(s => s.Key, s => s.Value.Copy());
        HashSet<(SeriesKey, Period)> touched = [];
        foreach (DataSet part in release.Parts)
        {
            foreach (DataSegment segment in part.Segments)
            {
                foreach (DataScope scope in segment.Scopes)
                {
                    Clear(scope.KeyNumber < 0 ? KeyQuery.All(3) : part.Keys.QueryAt(scope.KeyNumber), scope, touched);
                }

                State(part, segment, touched);
            }
        }

        Changes.Clear();
        foreach ((SeriesKey key, SlowSeries series) in _series)
        {
            foreach (Period period in series.Observations.Keys.Concat(before.TryGetValue(key, out SlowSeries? old) ? old.Observations.Keys : Enumerable.Empty<Period>()).Distinct().ToArray())
            {
                Settle(release, key, period, before.GetValueOrDefault(key)?.Observations.GetValueOrDefault(period), series.Observations.GetValueOrDefault(period), touched);
            }
        }
    }

    private void Settle(ReleaseDraft release, SeriesKey key, Period period, SlowObservation? was, SlowObservation? now, HashSet<(SeriesKey, Period)> touched)
    {
        bool isSame = was is not null && now is not null && AreSame(was.Values[0], now.Values[0]);
        if (now is not null)
        {
            now.Since = isSame ? was!.Since : release;
        }

        if (touched.Contains((key, period)))
        {
            ChangeKind kind = was is null ? ChangeKind.Added : now is null ? ChangeKind.Deleted : isSame ? ChangeKind.Restated : ChangeKind.Revised;
            Changes.Add((kind, key, period, was?.Values[0] ?? MeasureValue.None, now?.Values[0] ?? MeasureValue.None));
        }
    }

    private void State(DataSet part, DataSegment segment, HashSet<(SeriesKey, Period)> touched)
    {
        bool isWhole = segment.Action == DataAction.Replace;
        foreach (SeriesStatement statement in segment.SeriesAttributes)
        {
            KeyQuery group = part.Keys.QueryAt(statement.KeyNumber);
            if (part.Keys.IsFull(statement.KeyNumber))
            {
                SlowSeries series = SeriesOf(part.Keys.KeyAt(statement.KeyNumber));
                series.Attributes = isWhole ? statement.Attributes : series.Attributes.Over(statement.Attributes);
            }
            else
            {
                AttributeSet known = _groups.TryGetValue(group.ToString(), out var before) && !isWhole ? before.Attributes : AttributeSet.Empty;
                _groups[group.ToString()] = (group, known.Over(statement.Attributes));
            }
        }

        if (!segment.DatasetAttributes.IsEmpty)
        {
            Dataset = isWhole ? segment.DatasetAttributes : Dataset.Over(segment.DatasetAttributes);
        }

        for (int row = 0; row < segment.Count; row++)
        {
            SeriesKey key = part.Keys.KeyAt(segment.KeyNumbers[row]);
            AttributeSet attributes = AttributeSet.Of(segment.Attributes
                .Where(c => c.Numbers[row] >= 0)
                .Select(c => new KeyValuePair<string, System.Collections.Immutable.ImmutableArray<AttributeValue>>(c.Id, c.Dictionary[c.Numbers[row]])));
            MeasureValue[] values = [segment.Measures[0].Values[row], segment.Measures[1].Values[row]];
            if (!isWhole && attributes.IsEmpty && values.All(v => v.Kind == MeasureKind.None))
            {
                continue;
            }

            SlowSeries series = SeriesOf(key);
            bool wasThere = series.Observations.TryGetValue(segment.Periods[row], out SlowObservation? known);
            SlowObservation observation = wasThere && !isWhole ? known! : new SlowObservation();
            for (int m = 0; m < 2; m++)
            {
                observation.Values[m] = values[m].Kind == MeasureKind.None ? observation.Values[m] : values[m];
            }

            observation.Attributes = observation.Attributes.Over(attributes);
            if (observation.IsEmpty)
            {
                if (series.Observations.Remove(segment.Periods[row]))
                {
                    touched.Add((key, segment.Periods[row]));
                }

                continue;
            }

            series.Observations[segment.Periods[row]] = observation;
            touched.Add((key, segment.Periods[row]));
        }
    }

    private void Clear(KeyQuery where, DataScope scope, HashSet<(SeriesKey, Period)> touched)
    {
        string[] components = [.. scope.Components];
        foreach ((SeriesKey key, SlowSeries series) in _series.Where(s => where.Matches(s.Key)))
        {
            if (scope.Period is null)
            {
                series.Attributes = components.Length == 0 ? AttributeSet.Empty : series.Attributes.Without(components);
            }

            foreach ((Period period, SlowObservation observation) in series.Observations.Where(o => scope.Period is null || o.Key == scope.Period).ToArray())
            {
                if (components.Length > 0 && !Concerns(observation, components))
                {
                    continue;
                }

                touched.Add((key, period));
                observation.Clear(components);
                if (observation.IsEmpty)
                {
                    series.Observations.Remove(period);
                }
            }
        }

        if (scope.Period is not null)
        {
            return;
        }

        if (where.IsAll)
        {
            Dataset = components.Length == 0 ? AttributeSet.Empty : Dataset.Without(components);
        }

        foreach ((string name, (KeyQuery group, AttributeSet attributes)) in _groups.ToArray())
        {
            if (where.Wanted.Zip(group.Wanted).All(p => p.First.IsEmpty || p.First.SequenceEqual(p.Second)))
            {
                _groups[name] = (group, components.Length == 0 ? AttributeSet.Empty : attributes.Without(components));
            }
        }
    }

    private static bool Concerns(SlowObservation observation, string[] components) =>
        (components.Contains("OBS_VALUE") && observation.Values[0].Kind != MeasureKind.None)
        || (components.Contains("SECOND") && observation.Values[1].Kind != MeasureKind.None)
        || components.Any(c => !observation.Attributes[c].IsEmpty);

    private static bool AreSame(MeasureValue left, MeasureValue right) =>
        left.Kind == MeasureKind.Exact && right.Kind == MeasureKind.Exact ? left.Exact.CompareTo(right.Exact) == 0 : left == right;

    private SlowSeries SeriesOf(SeriesKey key)
    {
        if (!_series.TryGetValue(key, out SlowSeries? series))
        {
            _series.Add(key, series = new SlowSeries());
        }

        return series;
    }
}

public sealed class SlowSeries
{
    public AttributeSet Attributes { get; set; } = AttributeSet.Empty;

    public SortedDictionary<Period, SlowObservation> Observations { get; private init; } = [];

    public SlowSeries Copy() => new()
    {
        Attributes = Attributes,
        Observations = new SortedDictionary<Period, SlowObservation>(Observations.ToDictionary(o => o.Key, o => o.Value.Copy())),
    };
}

public sealed class SlowObservation
{
    public MeasureValue[] Values { get; private init; } = [MeasureValue.None, MeasureValue.None];

    public AttributeSet Attributes { get; set; } = AttributeSet.Empty;

    public ReleaseDraft? Since { get; set; }

    public bool IsEmpty => Attributes.IsEmpty && Values.All(v => v.Kind == MeasureKind.None);

    public SlowObservation Copy() => new() { Values = [.. Values], Attributes = Attributes, Since = Since };

    public void Clear(string[] components)
    {
        if (components.Length == 0 || components.Contains("OBS_VALUE"))
        {
            Values[0] = MeasureValue.None;
        }

        if (components.Length == 0 || components.Contains("SECOND"))
        {
            Values[1] = MeasureValue.None;
        }

        Attributes = components.Length == 0 ? AttributeSet.Empty : Attributes.Without(components);
    }
}
