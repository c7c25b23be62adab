namespace Ballast.Language;

/// <summary>How a unit joins its number.</summary>
public enum UnitForm
{
    /// <summary>No unit is written: numbers of things, indices, ratios, ranks.</summary>
    Bare,

    /// <summary><c>4.6%</c>.</summary>
    Percent,

    /// <summary><c>0.4 pp</c>, <c>0.4个百分点</c>.</summary>
    PercentagePoints,

    /// <summary><c>1.35 trillion yuan</c>, <c>1.35万亿元</c>.</summary>
    Named,
}
