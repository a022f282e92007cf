using Azure.Core.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Workflows.AzureStorage.Index;
using Workflows.Contracts;
using Workflows.Reviews.Ports;

namespace Workflows.AzureStorage.Tests;

/// <summary>Containers of one test, as one host sees them; <see cref="Another"/> is a second host on the same containers.</summary>
internal sealed class AzurePlace : IStorePlace
{
    private static readonly StoragePace s_pace = new()
    {
        CallTimeout = TimeSpan.FromSeconds(3), FirstWait = TimeSpan.FromMilliseconds(5), LongestWait = TimeSpan.FromMilliseconds(20),
    };

    private readonly string _connection;
    private readonly string _prefix;
    private readonly int _blocksInSegment;
    private readonly TimeSpan _leftoverAge;
    private ServiceProvider _services;

    public AzurePlace(string connection, int blocksInSegment = 50_000, string? prefix = null, TimeSpan? leftoverAge = null)
    {
        _leftoverAge = leftoverAge ?? s_pace.LeftoverAge;
        _connection = connection;
        _prefix = prefix ?? $"t{Guid.NewGuid():N}"[..12] + "-";
        _blocksInSegment = blocksInSegment;
        _services = Open();
    }

    public Faults Faults { get; private set; } = new();

    public IReviewJournal Journal => _services.GetRequiredService<IReviewJournal>();

    public IReviewIndex Index => _services.GetRequiredService<IReviewIndex>();

    public IDocumentStore Documents => _services.GetRequiredService<IDocumentStore>();

    public ILinkStore Links => _services.GetRequiredService<ILinkStore>();

    public IChainedLog Chains => _services.GetRequiredService<IChainedLog>();

    public IPrivatePapers Papers => _services.GetRequiredService<IPrivatePapers>();

    public IndexRebuild Rebuild => _services.GetRequiredService<IndexRebuild>();

    public StorageClients Clients => _services.GetRequiredService<StorageClients>();

    /// <summary>A second host on the same containers.</summary>
    /// <param name="leftoverAge">When that host takes a wake for a crash's leftover; by default as the product does.</param>
    public AzurePlace Another(TimeSpan? leftoverAge = null) => new(_connection, _blocksInSegment, _prefix, leftoverAge);

    public async Task ReopenAsync()
    {
        await _services.DisposeAsync();
        _services = Open();
    }

    public async ValueTask DisposeAsync() => await _services.DisposeAsync();

    private ServiceProvider Open()
    {
        Faults = new Faults();
        var services = new ServiceCollection();
        services.AddSingleton(Microsoft.Extensions.Options.Options.Create(
            new AzureStorageOptions { ConnectionString = _connection, ContainerPrefix = _prefix }));
        services.AddStores(s_pace with { LeftoverAge = _leftoverAge }, _blocksInSegment, new HttpClientTransport(new HttpClient(Faults)));
        return services.BuildServiceProvider();
    }
}
