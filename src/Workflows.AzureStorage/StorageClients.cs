using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Azure.Storage.Blobs;

namespace Workflows.AzureStorage;

/// <summary>
/// The containers, as two clients see them: one whose calls are repeated by the client library, and one that never repeats,
/// for appends, which must not be repeated before looking.
/// </summary>
internal sealed class StorageClients
{
    private readonly BlobServiceClient _patient;
    private readonly BlobServiceClient _once;
    private readonly BlobServiceClient _private;
    private readonly string _prefix;
    private readonly bool _creates;
    private readonly Lock _gate = new();
    private Task? _ready;

    public StorageClients(AzureStorageOptions options, StoragePace pace, HttpPipelineTransport? transport)
    {
        _prefix = options.ContainerPrefix;
        _creates = options.ConnectionString is { Length: > 0 };
        _patient = Client(options, pace, transport);
        _once = Client(options, pace with { Retries = 0 }, transport);
        _private = Client(options, pace, transport, options.PrivateAccountUrl);
        Pace = pace;
    }

    public StoragePace Pace { get; }

    public BlobContainerClient Journals => Container(_patient, "journals");

    public BlobContainerClient JournalsOnce => Container(_once, "journals");

    public BlobContainerClient Index => Container(_patient, "index");

    public BlobContainerClient Documents => Container(_patient, "documents");

    public BlobContainerClient Uploads => Container(_patient, "uploads");

    /// <summary>What the instances of the host share.</summary>
    public BlobContainerClient Host => Container(_patient, "host");

    public BlobContainerClient Audit => Container(_patient, "audit");

    public BlobContainerClient AuditOnce => Container(_once, "audit");

    public BlobContainerClient Private => Container(_private, "private");

    /// <summary>
    /// Makes the containers where the account is an emulator. In the cloud they are laid out with their retention beforehand,
    /// and this program's identity need not be able to make any.
    /// </summary>
    public async Task ReadyAsync(CancellationToken stop)
    {
        if (!_creates)
        {
            return;
        }

        Task ready;
        lock (_gate)
        {
            // A failed attempt is made again by the next call, so that an emulator may start after the host.
            ready = _ready is null or { IsFaulted: true } or { IsCanceled: true } ? _ready = CreateAsync() : _ready;
        }

        await ready.WaitAsync(stop);
    }

    private async Task CreateAsync()
    {
        foreach (var container in new[] { Journals, Index, Documents, Uploads, Host, Audit, Private })
        {
            await container.CreateIfNotExistsAsync();
        }
    }

    private BlobContainerClient Container(BlobServiceClient client, string name) =>
        client.GetBlobContainerClient(_prefix + name);

    private static BlobServiceClient Client(AzureStorageOptions options, StoragePace pace, HttpPipelineTransport? transport, Uri? account = null)
    {
        // The service's version is pinned to one that the tests' emulator knows: what runs is what was tested.
        var settings = new BlobClientOptions(BlobClientOptions.ServiceVersion.V2024_11_04)
        {
            Retry =
            {
                Mode = RetryMode.Exponential,
                MaxRetries = pace.Retries,
                Delay = pace.FirstWait,
                MaxDelay = pace.LongestWait,
                NetworkTimeout = pace.CallTimeout,
            },
        };
        settings.AddPolicy(new StorageCallPolicy(), HttpPipelinePosition.PerRetry);
        settings.Transport = transport ?? settings.Transport;

        return options.ConnectionString is { Length: > 0 } emulator
            ? new BlobServiceClient(emulator, settings)
            : new BlobServiceClient(account ?? options.AccountUrl, Identity(options), settings);
    }

    private static ManagedIdentityCredential Identity(AzureStorageOptions options) =>
        new(options.ManagedIdentityClientId is { Length: > 0 } client
            ? ManagedIdentityId.FromUserAssignedClientId(client)
            : ManagedIdentityId.SystemAssigned);
}
