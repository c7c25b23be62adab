namespace Ballast.Store;

/// <summary>Changes whenever an answer may change: with each commit, and when an embargo ends. For caches; not for people.</summary>
/// <param name="CommitNumber">The newest commit.</param>
/// <param name="PublicCount">How many releases are public now.</param>
public readonly record struct DataVersion(long CommitNumber, long PublicCount);
