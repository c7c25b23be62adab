using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ballast.Server.Hosting;

/// <summary>Renders a Razor component as a whole page. It is finished before the first byte is sent: a page that fails becomes an error page, never half a page.</summary>
internal sealed partial class PageWriter(IServiceProvider services, ILoggerFactory loggers)
{
    /// <summary>Renders a component with its parameters and writes it.</summary>
    internal async Task WriteAsync<TPage>(HttpContext context, int status, IReadOnlyDictionary<string, object?> parameters)
        where TPage : IComponent
    {
        byte[] page = Encoding.UTF8.GetBytes(await RenderAsync<TPage>(parameters).ConfigureAwait(false));
        await WriteAsync(context, status, page).ConfigureAwait(false);
    }

    /// <summary>Writes a page that was made.</summary>
    internal static async Task WriteAsync(HttpContext context, int status, byte[] page)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = page.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(page, context.RequestAborted).ConfigureAwait(false);
        }
    }

    /// <summary>The page as text.</summary>
    internal async Task<string> RenderAsync<TPage>(IReadOnlyDictionary<string, object?> parameters)
        where TPage : IComponent
    {
        await using HtmlRenderer renderer = new(services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(new Dictionary<string, object?>(parameters))).ConfigureAwait(true);
            return "<!DOCTYPE html>\n" + Plain(root.ToHtmlString());
        }).ConfigureAwait(false);
    }

    /// <summary>Characters beyond ASCII as themselves: the renderer writes them as numbers, which makes a Chinese page three times as heavy. None of them means anything to HTML.</summary>
    private static string Plain(string html) => Numbered().Replace(html, match =>
        int.Parse(match.ValueSpan[3..^1], NumberStyles.HexNumber, CultureInfo.InvariantCulture) is var code && code >= 0xA1 && Rune.IsValid(code) && Rune.GetUnicodeCategory(new Rune(code)) is not (UnicodeCategory.Format or UnicodeCategory.Control)
            ? char.ConvertFromUtf32(code)
            : match.Value);

    [GeneratedRegex("&#x[0-9A-F]{2,6};")]
    private static partial Regex Numbered();
}
