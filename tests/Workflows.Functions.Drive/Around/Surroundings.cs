using System.Security.Cryptography;
using Workflows.Graph.Tests.GraphServer;

namespace Workflows.Functions.Drive.Around;

/// <summary>
/// What a deployment has around it: a tenant, a mailbox, and ways to storage. The way to the records, that to the orchestrations and
/// that to the mailbox can each be shut.
/// </summary>
internal sealed class Surroundings : IAsyncDisposable
{
    private readonly Tap _blobs = new(Emulator.BlobPort);
    private readonly Tap _queues = new(Emulator.QueuePort);
    private readonly Tap _tables = new(Emulator.TablePort);

    private Surroundings(Tenant tenant, TestGraphServer graph)
    {
        (Tenant, Graph) = (tenant, graph);
        Mail = new Tap(new Uri(graph.BaseUrl).Port);
    }

    public Tenant Tenant { get; }

    public TestGraphServer Graph { get; }

    /// <summary>The way to the mailbox.</summary>
    public Tap Mail { get; }

    /// <summary>The way to journals, index, documents and private papers.</summary>
    public Tap Records { get; } = new(Emulator.BlobPort);

    /// <summary>Name of the task hub.</summary>
    public string Hub { get; } = $"Drive{RandomNumberGenerator.GetHexString(8)}";

    public static async Task<Surroundings> StartAsync() =>
        new(await Tenant.StartAsync(), await TestGraphServer.StartAsync(TimeProvider.System));

    /// <summary>Cuts the orchestration engine off from its storage.</summary>
    public void ShutEngine() => Array.ForEach([_blobs, _queues, _tables], tap => tap.Shut());

    /// <summary>Lets it reach its storage again.</summary>
    public void OpenEngine() => Array.ForEach([_blobs, _queues, _tables], tap => tap.Open());

    /// <summary>Letters about a review that left the mailbox, by their keys, each as often as it left.</summary>
    public IReadOnlyList<string> DeliveredAbout(string review) =>
    [
        .. Graph.Mailbox.Delivered
            .SelectMany(message => message.Content["singleValueExtendedProperties"]?.AsArray() ?? [])
            .Select(property => property!["value"]!.GetValue<string>())
            .Where(value => value.StartsWith($"{review}/", StringComparison.Ordinal)),
    ];

    /// <summary>All settings of a host that is reached at an address.</summary>
    public Dictionary<string, string> Settings(Uri address) => new(MailSettings())
    {
        ["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated",
        ["AzureWebJobsStorage"] = Emulator.Connection(_blobs.Port, _queues.Port, _tables.Port),
        ["AzureFunctionsWebHost__hostid"] = Hub.ToLowerInvariant(),
        ["TaskHubName"] = Hub,
        ["WatchdogSchedule"] = "*/20 * * * * *",
        ["Watchdog__LateAfter"] = "00:01:00",
        ["Service__PublicAddress"] = address.GetLeftPart(UriPartial.Authority),
        ["SignIn__Authority"] = Tenant.Authority,
        ["SignIn__Audience"] = Tenant.Application,
        ["SignIn__Pages__ClientId"] = Tenant.Application,
        ["SignIn__Pages__ClientSecret"] = Tenant.Secret,
        ["Audit__Key"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
        ["Directory__Path"] = "demonstration",
        ["Storage__ConnectionString"] = Emulator.Connection(Records.Port),
        ["Storage__ContainerPrefix"] = $"drive{RandomNumberGenerator.GetHexString(8, lowercase: true)}-",
    };

    /// <summary>The settings of mail alone, the same for every host.</summary>
    public Dictionary<string, string> MailSettings() => new()
    {
        ["Graph__Mailbox"] = TestGraphServer.Address,
        ["Graph__BaseUrl"] = $"http://127.0.0.1:{Mail.Port}/v1.0",
        ["IDENTITY_ENDPOINT"] = Tenant.ManagedIdentity,
        ["IDENTITY_HEADER"] = "drive",
    };

    public async ValueTask DisposeAsync()
    {
        Array.ForEach([_blobs, _queues, _tables, Records, Mail], tap => tap.Dispose());
        await Graph.DisposeAsync();
        await Tenant.DisposeAsync();
    }
}
