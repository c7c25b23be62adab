using System.Collections.Immutable;
using Ballast.Store;
using Ballast.Work;

namespace Ballast.Server.Health;

/// <summary>Whether the server can answer: every check holds and nobody has asked it to stop.</summary>
public sealed class Readiness(ImmutableArray<HealthCheck> checks)
{
    // The share of a disk that must be free before writes become a risk.
    private const double LeastFree = 0.05;

    private volatile bool _isStopping;

    /// <summary>From now on not ready, so that a balancer sends nobody while answers under way are finished.</summary>
    public void Stop() => _isStopping = true;

    /// <summary>Each check by name.</summary>
    public IReadOnlyList<KeyValuePair<string, bool>> Look() =>
        [new("running", !_isStopping), .. checks.Select(c => KeyValuePair.Create(c.Name, c.Holds()))];

    /// <summary>The store is open and can be read.</summary>
    public static HealthCheck Store(Reading reading) => new("store", () =>
    {
        try
        {
            return reading.DataVersion.CommitNumber >= 0;
        }
        catch (StoreException)
        {
            return false;
        }
    });

    /// <summary>The store's head names the commit that the database ends with.</summary>
    public static HealthCheck Head(Reading reading) => new("head", () =>
    {
        try
        {
            return reading.CompareHead() is HeadState.Agrees or HeadState.DatabaseAhead;
        }
        catch (StoreException)
        {
            return false;
        }
    });

    /// <summary>More than 5 % of the disk under a directory is free.</summary>
    public static HealthCheck Disk(string directory) => new("disk", () =>
    {
        DriveInfo drive = new(Path.GetFullPath(directory));
        return drive.AvailableFreeSpace > LeastFree * drive.TotalSize;
    });
}
