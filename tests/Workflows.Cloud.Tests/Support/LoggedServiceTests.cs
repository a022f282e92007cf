using Microsoft.Extensions.Logging;
using Workflows.AzureStorage.Tests;
using Workflows.Cloud.Tests.Host;

namespace Workflows.Cloud.Tests.Support;

/// <summary>Tests of a hosted service over the storage emulator, each with one of its own, which read what it logs.</summary>
public abstract class LoggedServiceTests : IAsyncLifetime
{
    private readonly LogLines _lines = new();

    private protected AzuriteProcess Storage { get; } = new();

    private protected HostedService Service { get; private set; } = null!;

    /// <summary>What was logged so far, as it reads.</summary>
    private protected IReadOnlyCollection<string> Said => _lines.Said;

    public async Task InitializeAsync()
    {
        await Storage.StartAsync();
        Service = await HostedService.StartAsync(Storage, LoggerFactory.Create(logging => logging.AddProvider(_lines)));
    }

    public async Task DisposeAsync()
    {
        await Service.DisposeAsync();
        Storage.Dispose();
    }
}
