using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Workflows.Cloud.Tests.Host;
using Workflows.Graph.Tests.GraphServer;

namespace Workflows.Functions.Drive;

/// <summary>What a deployment has around it: an issuer of tokens, a managed identity, a mailbox. Storage is an emulator's.</summary>
internal sealed class Surroundings : IAsyncDisposable
{
    // The well-known key of every emulator.
    private const string EmulatorKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly Issuer _issuer;
    private readonly TestGraphServer _graph;
    private readonly WebApplication _identity;

    private Surroundings(Issuer issuer, TestGraphServer graph, WebApplication identity) =>
        (_issuer, _graph, _identity) = (issuer, graph, identity);

    /// <summary>Letters that left the mailbox, each as often as it left.</summary>
    public IReadOnlyList<string> Delivered => [.. _graph.Mailbox.Delivered.Select(message => message.Content.ToJsonString())];

    public static async Task<Surroundings> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var identity = builder.Build();
        identity.MapGet("/identity", (string resource) => Results.Json(new
        {
            access_token = "a token of the test's own", token_type = "Bearer", resource,
            expires_on = TimeProvider.System.GetUtcNow().AddDays(1).ToUnixTimeSeconds().ToString(),
        }));
        await identity.StartAsync();
        return new Surroundings(await Issuer.StartAsync(), await TestGraphServer.StartAsync(TimeProvider.System), identity);
    }

    public string TokenOf(string user) => _issuer.TokenOf(user);

    /// <summary>All settings of a host that listens on a port.</summary>
    /// <param name="port">The port.</param>
    /// <param name="storage">Connection string of the emulator; without one, of that on its usual port.</param>
    public IReadOnlyDictionary<string, string> SettingsFor(int port, string? storage = null) => new Dictionary<string, string>
    {
        ["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated",
        ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true",
        ["TaskHubName"] = $"Drive{RandomNumberGenerator.GetHexString(8)}",
        ["WatchdogSchedule"] = "*/20 * * * * *",
        ["Service__PublicAddress"] = $"http://127.0.0.1:{port}",
        ["SignIn__Authority"] = _issuer.Address,
        ["SignIn__Audience"] = Issuer.Audience,
        ["Audit__Key"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
        ["Directory__Path"] = "demonstration",
        ["Storage__ConnectionString"] = storage ??
            $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey={EmulatorKey};"
            + "BlobEndpoint=http://127.0.0.1:10000/devstoreaccount1;",
        ["Storage__ContainerPrefix"] = $"drive{RandomNumberGenerator.GetHexString(8, lowercase: true)}-",
        ["Graph__Mailbox"] = TestGraphServer.Address,
        ["Graph__BaseUrl"] = _graph.BaseUrl,
        ["IDENTITY_ENDPOINT"] = $"{_identity.Urls.Single()}/identity",
        ["IDENTITY_HEADER"] = "test",
    };

    public async ValueTask DisposeAsync()
    {
        await _identity.DisposeAsync();
        await _graph.DisposeAsync();
        await _issuer.DisposeAsync();
    }
}
