using Ballast.Faults;

namespace Ballast.Packs;

/// <summary>A pack that another needs.</summary>
/// <param name="Id">Of the needed pack.</param>
/// <param name="Place">Where it is named.</param>
public readonly record struct PackNeed(string Id, Place Place);
