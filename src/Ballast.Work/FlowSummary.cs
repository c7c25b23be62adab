using Ballast.Sdmx.Model;
using Ballast.Store;

namespace Ballast.Work;

/// <summary>A dataflow in lists.</summary>
/// <param name="Flow">The dataflow.</param>
/// <param name="PackId">The pack that owns it, or empty.</param>
/// <param name="Availability">What there is of it from the viewpoint.</param>
/// <param name="Latest">The newest release with a part for it, or null where none is visible.</param>
public sealed record FlowSummary(Dataflow Flow, string PackId, Availability Availability, ReleaseRecord? Latest);
