namespace Ballast.Faults;

/// <summary>A key of a mapping and its value.</summary>
/// <param name="Key">The key; never empty.</param>
/// <param name="KeyPlace">Where the key stands.</param>
/// <param name="Value">The value.</param>
public sealed record YamlEntry(string Key, Place KeyPlace, YamlNode Value);
