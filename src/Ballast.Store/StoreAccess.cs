namespace Ballast.Store;

/// <summary>How a store is opened.</summary>
public enum StoreAccess
{
    /// <summary>Reads only: nothing is made, repaired or checkpointed.</summary>
    ReadOnly,

    /// <summary>Reads and writes: a missing store is made, a head that lags behind is repaired.</summary>
    ReadWrite,
}
