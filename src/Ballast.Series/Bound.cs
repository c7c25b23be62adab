namespace Ballast.Series;

/// <summary>How a stated number bounds the true one (attribute BOUND).</summary>
public enum Bound
{
    /// <summary>As stated.</summary>
    Exact = 0,

    /// <summary>About, roughly, an estimated.</summary>
    About = 1,

    /// <summary>Over, more than, at least: the true value is higher.</summary>
    Over = 2,

    /// <summary>Under, nearly, less than: the true value is lower.</summary>
    Under = 3,

    /// <summary>Up to, at most.</summary>
    UpTo = 4,
}
