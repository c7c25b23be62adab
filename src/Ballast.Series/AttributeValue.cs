namespace Ballast.Series;

/// <summary>One value of an attribute. An attribute may have several, and texts may say their language.</summary>
/// <param name="Text">The value: a code, a number in its stated form or a text.</param>
/// <param name="Language">BCP 47 tag of a multilingual text, or null.</param>
public readonly record struct AttributeValue(string Text, string? Language = null);
