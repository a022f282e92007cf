using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workflows.Cloud.Door;

namespace Workflows.Cloud.Tests.Door;

/// <summary>A host that listens and signs somebody in, and behind its door an application of its own.</summary>
internal sealed class TwoHosts : IAsyncDisposable
{
    private readonly WebApplication _host;
    private readonly WebApplication _application;

    private TwoHosts(WebApplication host, WebApplication application)
    {
        (_host, _application) = (host, application);
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(host.Urls.Single()),
        };
    }

    public HttpClient Client { get; }

    public static async Task<TwoHosts> StartAsync(Action<WebApplication> map, Action<IServiceCollection>? add = null)
    {
        var door = new DoorServer(new Uri("https://reviews.example"));
        var inner = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        inner.Services.AddRouting().AddSingleton<IServer>(door);
        add?.Invoke(inner.Services);
        var application = inner.Build();
        map(application);
        await application.StartAsync();

        var outer = WebApplication.CreateSlimBuilder();
        outer.Logging.ClearProviders();
        outer.Services.AddSingleton(new Mark("host"));
        outer.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var host = outer.Build();
        host.Run(context =>
        {
            context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "somebody")], "host"));
            return door.HandleAsync(context);
        });
        await host.StartAsync();
        return new TwoHosts(host, application);
    }

    public Task StopApplicationAsync() => _application.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _host.DisposeAsync();
        await _application.DisposeAsync();
    }

    internal sealed record Mark(string Name);
}
