namespace Ballast.Language;

/// <summary>A language in which Ballast speaks; the default is English.</summary>
public enum Tongue
{
    /// <summary>English (<c>en</c>).</summary>
    English = 0,

    /// <summary>Chinese in simplified characters (<c>zh</c>).</summary>
    Chinese = 1,
}
