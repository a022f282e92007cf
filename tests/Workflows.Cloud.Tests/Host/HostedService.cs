using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Workflows.AzureStorage.Tests;
using Workflows.Cloud.Tests.Support;

namespace Workflows.Cloud.Tests.Host;

/// <summary>The whole host but its functions, on a real storage emulator; its mail service is out of reach.</summary>
internal sealed class HostedService : IAsyncDisposable
{
    private readonly Issuer _issuer;
    private readonly WebApplication _listener;

    private HostedService(Issuer issuer, WebApplication listener, CloudHost host, MemoryInstances instances, string prefix)
    {
        (_issuer, _listener, Host, Instances, Prefix) = (issuer, listener, host, instances, prefix);
        Client = new HttpClient { BaseAddress = new Uri(listener.Urls.Single()) };
    }

    public CloudHost Host { get; }

    public MemoryInstances Instances { get; }

    public HttpClient Client { get; }

    /// <summary>What its containers' names begin with.</summary>
    public string Prefix { get; }

    public static async Task<HostedService> StartAsync(AzuriteProcess storage, ILoggerFactory? log = null)
    {
        var issuer = await Issuer.StartAsync();
        var instances = new MemoryInstances();
        var prefix = $"t{Guid.NewGuid():n}"[..12] + "-";
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Service:PublicAddress"] = "https://reviews.example",
            ["SignIn:Authority"] = issuer.Address,
            ["SignIn:Audience"] = Issuer.Audience,
            ["Audit:Key"] = Convert.ToBase64String(new byte[32]),
            ["Directory:Path"] = "demonstration",
            ["WatchdogSchedule"] = "0 */5 * * * *",
            ["TaskHubName"] = "Reviews",
            ["Storage:ConnectionString"] = storage.ConnectionString,
            ["Storage:ContainerPrefix"] = prefix,
            ["Graph:Mailbox"] = "letters@reviews.example",
            ["Graph:BaseUrl"] = "http://127.0.0.1:1/v1.0",
        }).Build();
        var host = CloudHost.Create(configuration, new CloudParts(instances, log ?? NullLoggerFactory.Instance, TimeProvider.System));
        await host.StartAsync(CancellationToken.None);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var listener = builder.Build();
        listener.Run(host.Door.HandleAsync);
        await listener.StartAsync();
        return new HostedService(issuer, listener, host, instances, prefix);
    }

    /// <summary>A request by somebody of the demonstration.</summary>
    public HttpRequestMessage As(string user, HttpMethod method, string path, HttpContent? content = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _issuer.TokenOf(user));
        return request;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _listener.DisposeAsync();
        await Host.StopAsync(CancellationToken.None);
        await Host.DisposeAsync();
        await _issuer.DisposeAsync();
    }
}
