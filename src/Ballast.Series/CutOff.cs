namespace Ballast.Series;

/// <summary>What was known: releases published up to a moment, and of these the ones shown here up to a public number (data.md, Releases).</summary>
/// <param name="PublishedUpTo">UTC; a release published at this moment is in.</param>
/// <param name="PublicNumberUpTo">Rank by (visible moment, load number), counted from 1; null means the newest there is at the time of reading.</param>
public readonly record struct CutOff(DateTimeOffset PublishedUpTo, long? PublicNumberUpTo = null);
