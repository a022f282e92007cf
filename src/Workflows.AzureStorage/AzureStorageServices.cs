using Azure.Core.Pipeline;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Workflows.AzureStorage.Audit;
using Workflows.AzureStorage.Documents;
using Workflows.AzureStorage.Index;
using Workflows.AzureStorage.Journal;
using Workflows.Reviews.Ports;

namespace Workflows.AzureStorage;

/// <summary>Puts the stores on Azure blob storage into a host.</summary>
public static class AzureStorageServices
{
    /// <summary>
    /// Adds <see cref="IReviewJournal"/>, <see cref="IReviewIndex"/>, <see cref="IDocumentStore"/>, <see cref="ILinkStore"/>,
    /// <see cref="IChainedLog"/>, <see cref="IPrivatePapers"/> and <see cref="IndexRebuild"/>. The
    /// settings are read from section <see cref="AzureStorageOptions.Section"/> and checked at start; storage itself may come later.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">The whole configuration.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddWorkflowsAzureStorage(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<AzureStorageOptions>().Bind(configuration.GetSection(AzureStorageOptions.Section)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AzureStorageOptions>, AzureStorageOptionsCheck>());
        return services.AddStores(new StoragePace(), JournalNames.BlocksInSegment, transport: null);
    }

    /// <summary>The same, with what tests need to set.</summary>
    internal static IServiceCollection AddStores(
        this IServiceCollection services, StoragePace pace, int blocksInSegment, HttpPipelineTransport? transport)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddLogging();
        services.AddSingleton(pace);
        services.AddSingleton(provider => new StorageClients(
            provider.GetRequiredService<IOptions<AzureStorageOptions>>().Value, pace, transport));
        services.AddSingleton(provider => new JournalReader(provider.GetRequiredService<StorageClients>(), blocksInSegment));
        services.AddSingleton<JournalHeads>();
        services.AddSingleton(provider => new SegmentAppender(
            provider.GetRequiredService<StorageClients>(), provider.GetRequiredService<TimeProvider>(), ofAudit: false));
        services.AddSingleton<IChainedLog>(provider => new BlobChainedLog(
            provider.GetRequiredService<StorageClients>(),
            new SegmentAppender(provider.GetRequiredService<StorageClients>(), provider.GetRequiredService<TimeProvider>(), ofAudit: true)));
        services.AddSingleton<IndexBlobs>();
        services.AddSingleton<PublicationRows>();
        services.AddSingleton<IndexCounts>();
        services.AddSingleton<SummaryRows>();
        services.AddSingleton<ReviewLists>();
        services.AddSingleton<WakeRows>();
        services.AddSingleton<BlobPrivatePapers>();
        services.AddSingleton<IPrivatePapers>(provider => provider.GetRequiredService<BlobPrivatePapers>());
        services.AddSingleton<IReviewJournal, BlobReviewJournal>();
        services.AddSingleton<IReviewIndex, BlobReviewIndex>();
        services.AddSingleton<IDocumentStore, BlobDocumentStore>();
        services.AddSingleton<ILinkStore, BlobLinkStore>();
        services.AddSingleton(provider => new IndexRebuild(
            provider.GetRequiredService<StorageClients>(),
            provider.GetRequiredService<JournalReader>(),
            provider.GetRequiredService<SummaryRows>(),
            provider.GetRequiredService<ReviewLists>(),
            provider.GetRequiredService<WakeRows>()));
        return services;
    }
}
