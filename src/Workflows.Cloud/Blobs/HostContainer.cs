using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Options;
using Workflows.AzureStorage;

namespace Workflows.Cloud.Blobs;

/// <summary>
/// The container <c>host</c>, where the host's instances share what is theirs and no part of any review: keys of cookies and
/// forms, and notes. Laid out with the others in the cloud; made when first used where the account is an emulator.
/// </summary>
/// <param name="options">Where the account is.</param>
internal sealed class HostContainer(IOptions<AzureStorageOptions> options)
{
    private readonly BlobContainerClient _client = Client(options.Value);
    private volatile bool _ready = string.IsNullOrEmpty(options.Value.ConnectionString);

    public async Task<BlobClient> BlobAsync(string name, CancellationToken stop)
    {
        if (!_ready)
        {
            await _client.CreateIfNotExistsAsync(cancellationToken: stop);
            _ready = true;
        }

        return _client.GetBlobClient(name);
    }

    public BlobContainerClient Ready()
    {
        if (!_ready)
        {
            _client.CreateIfNotExists();
            _ready = true;
        }

        return _client;
    }

    private static BlobContainerClient Client(AzureStorageOptions options)
    {
        var settings = new BlobClientOptions(BlobClientOptions.ServiceVersion.V2024_11_04);
        var service = options.ConnectionString is { Length: > 0 } emulator
            ? new BlobServiceClient(emulator, settings)
            : new BlobServiceClient(options.AccountUrl, Identity(options), settings);
        return service.GetBlobContainerClient(options.ContainerPrefix + "host");
    }

    private static ManagedIdentityCredential Identity(AzureStorageOptions options) =>
        new(options.ManagedIdentityClientId is { Length: > 0 } client
            ? ManagedIdentityId.FromUserAssignedClientId(client)
            : ManagedIdentityId.SystemAssigned);
}
