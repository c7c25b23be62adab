using System.IO.Compression;
using Ballast.Language;
using Ballast.Server.Assets;
using Ballast.Server.Console;
using Ballast.Server.Health;
using Ballast.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ballast.Server;

/// <summary>The web server of Ballast: the console and the health of the service. The program makes it here and runs it; nothing of it is read from the environment.</summary>
public static class BallastServer
{
    /// <summary>A server that is wired and not started. <c>RunAsync</c> serves until the process is asked to stop, then finishes what is under way.</summary>
    public static WebApplication Build(ServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Limits.RefuseBareLineFeeds();
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "Ballast" });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            Limits.Apply(kestrel);
            kestrel.Listen(options.Listen);
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddJsonConsole();
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(c => c.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.Configure<HostOptions>(h => h.ShutdownTimeout = options.Drain);
        builder.Services.AddRouting();
        builder.Services.AddResponseCompression(AddCompression);
        builder.Services.Configure<BrotliCompressionProviderOptions>(b => b.Level = CompressionLevel.Optimal);
        builder.Services.Configure<GzipCompressionProviderOptions>(g => g.Level = CompressionLevel.Optimal);

        AssetCatalogue assets = AssetCatalogue.Load();
        builder.Services.AddSingleton(assets);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton<PageWriter>();
        builder.Services.AddSingleton<ErrorPages>();
        builder.Services.AddSingleton(options.Reading);
        builder.Services.AddSingleton<ConsoleEndpoints>();

        WebApplication app = builder.Build();
        Readiness readiness = new([Readiness.Store(options.Reading), Readiness.Head(options.Reading), Readiness.Disk(options.DataDirectory)]);
        app.Lifetime.ApplicationStopping.Register(readiness.Stop);

        app.UseSecurityHeaders();
        app.UseResponseCompression();
        ErrorPages.Use(app);
        app.UseRouting();
        app.MapHealth(readiness);
        app.MapAssets(assets);
        app.Services.GetRequiredService<ConsoleEndpoints>().Map(app);
        app.MapMethods("/", ["GET", "HEAD"], static (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "private, no-cache";
            context.Response.Headers.Vary = "Accept-Language";
            return Results.Redirect($"/{LanguageChoice.Preferred(context.Request).Tag()}/");
        });
        return app;
    }

    private static void AddCompression(ResponseCompressionOptions compression)
    {
        compression.EnableForHttps = true; // no page holds a secret that a reader did not send
        compression.Providers.Add<BrotliCompressionProvider>();
        compression.Providers.Add<GzipCompressionProvider>();
        compression.MimeTypes = ["text/html", "text/css", "text/csv", "text/javascript", "text/plain", "image/svg+xml", "application/json", "application/vnd.sdmx.data+json", "application/vnd.sdmx.structure+json", "application/vnd.sdmx.data+csv"];
    }
}
