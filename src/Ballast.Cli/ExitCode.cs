namespace Ballast.Cli;

/// <summary>What the program's exit codes mean; the README and --help say the same.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>An error-level check of the data failed.</summary>
    public const int CheckFailed = 1;

    /// <summary>Wrong use.</summary>
    public const int WrongUse = 2;

    /// <summary>Could not: disk, lock, network, damage.</summary>
    public const int CouldNot = 3;
}
