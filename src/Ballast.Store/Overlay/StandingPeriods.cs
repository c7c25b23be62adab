using System.Runtime.InteropServices;
using Ballast.Sdmx.Model;
using Ballast.Store.Chunks;
using Ballast.Store.Engine;

namespace Ballast.Store.Overlay;

/// <summary>
/// Which observations of a dataflow stand after some releases, and nothing more: a writer keeps it to count what there is without laying old releases again.
/// Deletions of single components cannot be followed without values; it says so, and the caller counts in full.
/// </summary>
internal sealed class StandingPeriods(FlowRow flow) : IOverlay
{
    /// <summary>Above so many observations it is not kept: 64 MB.</summary>
    public const int MostKept = 8_000_000;

    private readonly List<List<long>?> _periods = [];
    private int _firstSeries;
    private SeriesIndex? _index;

    /// <summary>Load numbers of the releases laid, in the order of publication.</summary>
    public List<long> Releases { get; private set; } = [];

    /// <summary>Whether anything was laid that cannot be followed.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Whether anything laid may have removed an observation; else the order of laying does not matter.</summary>
    public bool HasRemovals { get; private set; }

    /// <summary>How many observations stand.</summary>
    public long Count => _periods.Sum(p => (long)(p?.Count ?? 0));

    public ReadOnlySpan<long> PeriodsOf(int series) => series < _periods.Count ? CollectionsMarshal.AsSpan(_periods[series]) : [];

    /// <summary>Whether these releases can be reached by laying only those that are missing.</summary>
    public bool LeadsTo(List<long> releases)
    {
        if (IsLost || releases.Count < Releases.Count)
        {
            return false;
        }

        if (CollectionsMarshal.AsSpan(releases)[..Releases.Count].SequenceEqual(CollectionsMarshal.AsSpan(Releases)))
        {
            return true;
        }

        HashSet<long> wanted = [.. releases];
        return !HasRemovals && Releases.All(wanted.Contains);
    }

    /// <summary>Lays the missing releases. False where the result cannot be told; it is then of no more use.</summary>
    public bool Lay(Func<Connections.Lease> rent, SeriesIndex index, List<VisibleRelease> missing, List<long> releases, ChunkWish wish)
    {
        _index = index;
        bool inOrder = CollectionsMarshal.AsSpan(releases)[..Releases.Count].SequenceEqual(CollectionsMarshal.AsSpan(Releases));
        FlowReading reading = new(rent, flow, index, [.. missing], wish, this);

        // Also where it clears nothing yet: what comes later may have been published before it.
        HasRemovals |= reading.ClearsParts;
        foreach (int block in reading.BlocksTouched())
        {
            reading.Lay(block, null);
        }

        Releases = releases;
        IsLost |= !inOrder && HasRemovals;
        return !IsLost;
    }

    public void Begin(int block, bool[]? wanted) => _firstSeries = block * SeriesIndex.BlockSize;

    public void Clear(int rank, in StepScope scope)
    {
        HasRemovals = true;
        IsLost |= !scope.Components.IsEmpty;
        if (scope.Place >= 0)
        {
            Remove(_firstSeries + scope.Place, scope.Period);
            return;
        }

        int end = Math.Min(_firstSeries + SeriesIndex.BlockSize, _periods.Count);
        for (int series = _firstSeries; series < end; series++)
        {
            if (_periods[series] is { Count: > 0 } && _index!.LiesIn(series, scope.Codes.AsSpan()))
            {
                Remove(series, scope.Period);
            }
        }
    }

    public void Apply(int rank, StepBuffer step)
    {
        int row = 0;
        for (int i = 0; i < step.SeriesCount; i++)
        {
            int series = _firstSeries + step.Series[i];
            foreach (long period in step.Patterns[step.PatternOf[i]])
            {
                bool states = step.Tags[row] != ValueTag.None || (step.HasOthers && step.Others[row] != 0) || (step.HasAttributes && !step.Attributes[row].IsEmpty);
                if (states)
                {
                    Add(series, period);
                }
                else if (step.Action == DataAction.Replace)
                {
                    HasRemovals = true;
                    Remove(series, period);
                }

                row++;
            }
        }
    }

    private void Add(int series, long period)
    {
        while (_periods.Count <= series)
        {
            _periods.Add(null);
        }

        List<long> periods = _periods[series] ??= [];
        if (periods.Count == 0 || periods[^1] < period)
        {
            periods.Add(period);
        }
        else if (periods.BinarySearch(period) is < 0 and var at)
        {
            periods.Insert(~at, period);
        }
    }

    private void Remove(int series, long period)
    {
        if (series >= _periods.Count || _periods[series] is not { } periods)
        {
            return;
        }

        if (period < 0)
        {
            periods.Clear();
        }
        else if (periods.BinarySearch(period) is >= 0 and var at)
        {
            periods.RemoveAt(at);
        }
    }
}
