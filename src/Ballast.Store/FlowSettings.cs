using Ballast.Sdmx.Model;

namespace Ballast.Store;

/// <summary>What the store keeps of a dataflow beside its structure.</summary>
/// <param name="Flow">The dataflow.</param>
/// <param name="Pack">The pack that owns it, or empty.</param>
/// <param name="Zone">IANA zone in which dates without time are meant.</param>
/// <param name="DisplayOrder">Order in lists.</param>
public sealed record FlowSettings(StructureId Flow, string Pack, string Zone, int DisplayOrder);
