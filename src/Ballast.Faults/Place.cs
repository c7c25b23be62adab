namespace Ballast.Faults;

/// <summary>Where a fault stands: a file, a line and a column, each known or not.</summary>
/// <param name="File">The file as the person named it, or null where there is none (a query, a form field's name goes here too).</param>
/// <param name="Line">Counted from 1; 0 where unknown.</param>
/// <param name="Column">Counted from 1 in characters; 0 where unknown.</param>
public readonly record struct Place(string? File, int Line = 0, int Column = 0)
{
    /// <summary>No place known.</summary>
    public static Place Unknown => default;

    /// <summary><c>file:line:column</c> as compilers write it, without the parts that are unknown.</summary>
    public override string ToString() => (File, Line, Column) switch
    {
        (null, 0, _) => "",
        (null, _, 0) => $"{Line}",
        (null, _, _) => $"{Line}:{Column}",
        (_, 0, _) => File,
        (_, _, 0) => $"{File}:{Line}",
        _ => $"{File}:{Line}:{Column}",
    };
}
