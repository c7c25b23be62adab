namespace Ballast.Store;

/// <summary>How the head file and the database agree.</summary>
public enum HeadState
{
    /// <summary>Both name the same commit.</summary>
    Agrees,

    /// <summary>The database has commits that were never acknowledged; its history is intact. A writer repairs this.</summary>
    DatabaseAhead,

    /// <summary>The database lacks commits that were acknowledged.</summary>
    DatabaseBehind,

    /// <summary>They tell different histories.</summary>
    HistoryDiffers,

    /// <summary>There is no head file.</summary>
    Missing,

    /// <summary>Neither slot of the head file can be read.</summary>
    Damaged,
}
