using System.Security.Cryptography;
using Ballast.Language;
using Ballast.Server.Assets;
using Ballast.Server.Console;
using Ballast.Server.Console.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ballast.Server.Hosting;

/// <summary>
/// Pages for what goes wrong. The page of an unknown address says nothing of the address, so that what is under embargo and what never was answer alike to the byte.
/// The page of a failure carries a reference under which the log tells more.
/// </summary>
internal sealed partial class ErrorPages(AssetCatalogue assets, PageWriter pages, ILogger<ErrorPages> log)
{
    /// <summary>Catches failures and fills answers that have a status but no body.</summary>
    internal static void Use(WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = context => context.RequestServices.GetRequiredService<ErrorPages>().FailedAsync(context),
            SuppressDiagnosticsCallback = static _ => true,
        });
        app.UseStatusCodePages(context => context.HttpContext.RequestServices.GetRequiredService<ErrorPages>()
            .WriteAsync(context.HttpContext, context.HttpContext.Response.StatusCode));
    }

    /// <summary>Writes the page of a status.</summary>
    internal Task WriteAsync(HttpContext context, int status)
    {
        (Phrase heading, Phrase text) = status switch
        {
            StatusCodes.Status404NotFound => (Phrases.Pages.NotFoundHeading, Phrases.Pages.NotFoundText),
            StatusCodes.Status405MethodNotAllowed => (Phrases.Pages.MethodHeading, Phrases.Pages.MethodText),
            >= 500 => (Phrases.Pages.FailureHeading, Phrases.Pages.FailureText),
            _ => (Phrases.Pages.BadRequestHeading, Phrases.Pages.BadRequestText),
        };
        return WriteAsync(context, status, heading, text, null);
    }

    private async Task FailedAsync(HttpContext context)
    {
        string reference = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(5));
        Exception? fault = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        if (fault is BadHttpRequestException bad)
        {
            await WriteAsync(context, bad.StatusCode).ConfigureAwait(false);
            return;
        }

        // The type and where it came from; its message may hold values or keys.
        LogFailure(log, reference, fault?.GetType().FullName ?? "?", fault?.StackTrace ?? "");
        await WriteAsync(context, StatusCodes.Status500InternalServerError, Phrases.Pages.FailureHeading, Phrases.Pages.FailureText, reference).ConfigureAwait(false);
    }

    private Task WriteAsync(HttpContext context, int status, Phrase heading, Phrase text, string? reference)
    {
        Tongue tongue = LanguageChoice.Of(context.Request);
        ConsoleAddress address = new(tongue, [], []);
        context.Response.Headers.CacheControl = "no-store";
        return pages.WriteAsync<ErrorPage>(context, status, new Dictionary<string, object?>
        {
            [nameof(ErrorPage.Frame)] = new PageFrame(address, heading.In(tongue), Place.None, assets) { IsError = true },
            [nameof(ErrorPage.Text)] = text.In(tongue),
            [nameof(ErrorPage.Reference)] = reference,
        });
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Request failed, reference {Reference}: {Type} {Trace}")]
    private static partial void LogFailure(ILogger logger, string reference, string type, string trace);
}
