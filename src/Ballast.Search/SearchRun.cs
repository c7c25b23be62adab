namespace Ballast.Search;

/// <summary>A word, or neighbouring Han characters.</summary>
/// <param name="Text">Folded; not empty.</param>
/// <param name="IsHan">Whether it consists of Han characters.</param>
internal readonly record struct SearchRun(string Text, bool IsHan);
