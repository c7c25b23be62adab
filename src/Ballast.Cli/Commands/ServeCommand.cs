using System.CommandLine;
using System.Net;
using Ballast.Faults;
using Ballast.Language;
using Ballast.Server;
using Ballast.Store;
using Ballast.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace Ballast.Cli.Commands;

/// <summary><c>ballast serve</c>: the console in the browser.</summary>
internal static class ServeCommand
{
    public static Command Create(GlobalOptions options)
    {
        Option<string?> listen = new("--listen") { Description = Phrases.CommandLine.OptionListen.In(options.Tongue), HelpName = "ADDRESS:PORT" };
        Option<string?> publicUrl = new("--public-url") { Description = Phrases.CommandLine.OptionPublicUrl.In(options.Tongue), HelpName = "URL" };
        Command command = new("serve", Help.Of(options, Phrases.CommandLine.Serve, "ballast serve --listen 127.0.0.1:8080")) { listen, publicUrl };
        command.SetAction((parsed, cancellation) => Edge.RunAsync(
            parsed,
            options,
            (call, token) => RunAsync(call, parsed.GetValue(publicUrl), token),
            cancellation,
            new Dictionary<string, string?> { ["listen"] = parsed.GetValue(listen) }));
        return command;
    }

    private static async Task<int> RunAsync(Invocation call, string? publicUrl, CancellationToken cancellation)
    {
        FaultList faults = new();
        if (!IPEndPoint.TryParse(call.Settings.Listen, out IPEndPoint? address))
        {
            faults.Add(CliFaults.ListenForm, Place.Unknown, call.Settings.Listen);
        }

        if (publicUrl is not null && !(Uri.TryCreate(publicUrl, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https"))
        {
            faults.Add(CliFaults.UrlForm, Place.Unknown, publicUrl);
        }

        if (faults.HasErrors)
        {
            call.Terminal.PrintFaults(faults);
            return ExitCode.WrongUse;
        }

        Outcome<PackLibrary> packs = call.ReadPacks();
        if (packs.Faults.Count > 0)
        {
            call.Terminal.PrintFaults(packs.Faults);
        }

        using BallastStore store = call.OpenStore(StoreAccess.ReadOnly);
        await using WebApplication app = BallastServer.Build(
            new ServerOptions(new Reading(store, packs.Value ?? PackLibrary.Empty, call.Clock), call.Settings.Data)
            {
                Listen = address!,
                PublicUrl = publicUrl is null ? null : new Uri(publicUrl),
            });
        await app.StartAsync(cancellation).ConfigureAwait(false);
        call.Terminal.Line(Phrases.CommandLine.Serving.In(call.Tongue, $"{app.Urls.First()}/{call.Tongue.Tag()}/"));
        await app.WaitForShutdownAsync(cancellation).ConfigureAwait(false);
        return ExitCode.Done;
    }
}
