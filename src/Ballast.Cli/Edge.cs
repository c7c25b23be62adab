using System.CommandLine;
using Ballast.Language;
using Ballast.Store;
using Ballast.Work;

namespace Ballast.Cli;

/// <summary>Where what went wrong in the world becomes a sentence and an exit code.</summary>
internal static class Edge
{
    /// <summary>Runs a command's work.</summary>
    public static async Task<int> RunAsync(ParseResult parsed, GlobalOptions options, Func<Invocation, CancellationToken, Task<int>> work, CancellationToken cancellation, IReadOnlyDictionary<string, string?>? given = null)
    {
        Invocation? invocation = null;
        try
        {
            invocation = Invocation.Begin(parsed, options, given);
            return invocation is null ? ExitCode.WrongUse : await work(invocation, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            Say(Phrases.CommandLine.Interrupted.In(invocation?.Tongue ?? options.Tongue));
            return ExitCode.CouldNot;
        }
        catch (StoreException e) when (e.Reason == StoreReason.NoStore)
        {
            Say(Phrases.CommandLine.NothingHeld.In(invocation!.Tongue));
            return Debugged(e, ExitCode.CouldNot);
        }
        catch (StoreException e)
        {
            Say(StoreSentences.Of(e, invocation!.Tongue));
            return Debugged(e, ExitCode.CouldNot);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Net.Sockets.SocketException)
        {
            Say(Phrases.CommandLine.SystemRefused.In(invocation?.Tongue ?? options.Tongue, e.Message.TrimEnd('.')));
            return Debugged(e, ExitCode.CouldNot);
        }

        void Say(string sentence) => (invocation?.Terminal ?? new Terminal(options.Tongue, false)).Error(sentence);

        int Debugged(Exception e, int code)
        {
            if (invocation is { IsDebug: true })
            {
                System.Console.Error.Write(e + "\n");
            }

            return code;
        }
    }
}
