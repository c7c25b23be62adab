using Ballast.Faults;

namespace Ballast.Cli;

/// <summary>Faults of the command line.</summary>
public static class CliFaults
{
    /// <summary>A language that the program does not speak.</summary>
    public static readonly FaultCode LanguageUnknown = new("cli.language-unknown", "language");

    /// <summary>A period that is none.</summary>
    public static readonly FaultCode PeriodForm = new("cli.period-form", "text");

    /// <summary>A file or folder that is not there.</summary>
    public static readonly FaultCode FileMissing = new("cli.file-missing", "file");

    /// <summary>A file that is there already and is not written over.</summary>
    public static readonly FaultCode FileThere = new("cli.file-there", "file");

    /// <summary>No address and port.</summary>
    public static readonly FaultCode ListenForm = new("cli.listen-form", "text");

    /// <summary>No address of http or https.</summary>
    public static readonly FaultCode UrlForm = new("cli.url-form", "text");

    /// <summary>A pack that is not there.</summary>
    public static readonly FaultCode PackUnknown = new("cli.pack-unknown", "pack", "known");
}
