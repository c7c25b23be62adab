using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ballast.Server.Hosting;

/// <summary>Renders a Razor component as a whole page. It is finished before the first byte is sent: a page that fails becomes an error page, never half a page.</summary>
internal sealed class PageWriter(IServiceProvider services, ILoggerFactory loggers)
{
    /// <summary>Renders a component with its parameters and writes it.</summary>
    internal async Task WriteAsync<TPage>(HttpContext context, int status, IReadOnlyDictionary<string, object?> parameters)
        where TPage : IComponent
    {
        string html = await RenderAsync<TPage>(parameters).ConfigureAwait(false);
        byte[] bytes = Encoding.UTF8.GetBytes(html);
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted).ConfigureAwait(false);
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
            return "<!DOCTYPE html>\n" + root.ToHtmlString();
        }).ConfigureAwait(false);
    }
}
