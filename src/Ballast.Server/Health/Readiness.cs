using System.Collections.Immutable;

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

    /// <summary>More than 5 % of the disk under a directory is free.</summary>
    public static HealthCheck Disk(string directory) => new("disk", () =>
    {
        DriveInfo drive = new(Path.GetFullPath(directory));
        return drive.AvailableFreeSpace > LeastFree * drive.TotalSize;
    });
}
