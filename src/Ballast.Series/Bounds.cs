namespace Ballast.Series;

/// <summary>Codes of bounds, and what becomes of them in arithmetic.</summary>
public static class Bounds
{
    /// <summary>The attribute that carries them.</summary>
    public const string AttributeId = "BOUND";

    /// <summary>EXACT, ABOUT, OVER, UNDER or UPTO.</summary>
    public static string Code(this Bound bound) => bound switch
    {
        Bound.About => "ABOUT",
        Bound.Over => "OVER",
        Bound.Under => "UNDER",
        Bound.UpTo => "UPTO",
        _ => "EXACT",
    };

    /// <summary>The bound of a code; no code at all means exact. Null where the code is none of ours.</summary>
    public static Bound? FromCode(string? code) => code switch
    {
        null or "" or "EXACT" => Bound.Exact,
        "ABOUT" => Bound.About,
        "OVER" => Bound.Over,
        "UNDER" => Bound.Under,
        "UPTO" => Bound.UpTo,
        _ => null,
    };

    /// <summary>The bound that an observation states; an unknown code counts as exact.</summary>
    public static Bound Of(AttributeSet attributes)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        return FromCode(attributes.First(AttributeId)) ?? Bound.Exact;
    }

    /// <summary>The bound of a sum. Null where the two point in different directions, or one is vague and the other has a direction: then nothing can be said.</summary>
    public static Bound? OfSum(Bound left, Bound right) =>
        left == Bound.Exact ? right
        : right == Bound.Exact || left == right ? left
        : (left, right) is (Bound.Under, Bound.UpTo) or (Bound.UpTo, Bound.Under) ? Bound.Under
        : null;

    /// <summary>The bound of a difference, and of growth on a positive base: a base that is over makes it under, one that is under or up to makes it over. Null where nothing can be said.</summary>
    public static Bound? OfDifference(Bound current, Bound @base) => OfSum(current, @base switch
    {
        Bound.Over => Bound.Under,
        Bound.Under or Bound.UpTo => Bound.Over,
        _ => @base,
    });
}
