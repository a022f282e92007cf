using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Workflows.Web.Tests.Scanning;

/// <summary>A scanner of the tests' own that is a service: a real server, which answers by its status.</summary>
internal sealed class ScannerServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ScannerServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    public static async Task<ScannerServer> StartAsync(Func<string, int>? answer = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapPost("/", async http =>
        {
            using var reader = new StreamReader(http.Request.Body, Encoding.Latin1);
            var content = await reader.ReadToEndAsync();
            http.Response.StatusCode = answer?.Invoke(content)
                ?? (content.Contains(ScannerScript.Bad, StringComparison.Ordinal) || content.Contains("EICAR-STANDARD", StringComparison.Ordinal) ? 406 : 204);
            if (http.Response.StatusCode == 406)
            {
                await http.Response.WriteAsync("Worm.Test\r\n<script>");
            }
        });
        await app.StartAsync();
        return new ScannerServer(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
