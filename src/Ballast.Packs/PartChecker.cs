using Ballast.Faults;

namespace Ballast.Packs;

/// <summary>Checks a part of a pack; supplied by the room that knows what the part means.</summary>
/// <param name="pack">The pack.</param>
/// <param name="part">The part; its content is read through the pack's folder.</param>
/// <param name="faults">Receives what is wrong, with places.</param>
public delegate void PartChecker(Pack pack, PackPart part, FaultList faults);
