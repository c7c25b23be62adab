using Ballast.Series;

namespace Ballast.Server.Console;

/// <summary>Names of transforms in addresses (<c>t=</c>). They never change.</summary>
internal static class TransformNames
{
    private static readonly (Transform Transform, string Name)[] Names =
    [
        (Transform.Change, "change"),
        (Transform.PercentageChange, "growth"),
        (Transform.YearOnYear, "yoy"),
        (Transform.YearOnYearChange, "yoychange"),
        (Transform.SingleMonth, "single"),
        (Transform.YearToDate, "ytd"),
    ];

    internal static string Of(Transform transform) => Names.First(n => n.Transform == transform).Name;

    internal static Transform? Find(string name)
    {
        foreach ((Transform transform, string known) in Names)
        {
            if (known == name)
            {
                return transform;
            }
        }

        return null;
    }
}
