namespace Ballast.Server.Health;

/// <summary>One thing that must hold before answers can be given.</summary>
/// <param name="Name">Short, lower case, as monitors see it.</param>
/// <param name="Holds">Asked at each look; must be quick and must not throw for a "no".</param>
public sealed record HealthCheck(string Name, Func<bool> Holds);
