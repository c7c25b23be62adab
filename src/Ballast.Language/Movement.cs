namespace Ballast.Language;

/// <summary>What kind of figure moves, which decides the verb.</summary>
public enum Movement
{
    /// <summary>A level: rose, fell; 增长, 下降.</summary>
    Level,

    /// <summary>A growth rate: faster, slower; 加快, 回落.</summary>
    GrowthRate,

    /// <summary>A rate, share or index: up, down; 上升, 下降.</summary>
    Rate,
}
