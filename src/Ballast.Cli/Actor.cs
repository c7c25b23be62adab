namespace Ballast.Cli;

/// <summary>Who acts at the command line, for commits and audit.</summary>
internal static class Actor
{
    /// <summary><c>local:</c> and the name of the account of the machine.</summary>
    public static string Local { get; } = "local:" + Environment.UserName;
}
