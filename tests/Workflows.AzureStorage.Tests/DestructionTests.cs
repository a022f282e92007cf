using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Reviews;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Directory;
using Workflows.Reviews.Journal;
using Workflows.Reviews.Letters;
using Workflows.Reviews.Ports;
using Workflows.Reviews.Wakes;

namespace Workflows.AzureStorage.Tests;

/// <summary>After destruction nothing that was planted is left in any blob of any container, and the journal still folds.</summary>
[Collection(AzuriteTests.Name)]
public sealed class DestructionTests : IAsyncLifetime
{
    private static readonly CancellationToken s_go = CancellationToken.None;
    private static readonly Caller s_manager = new("business.manager", ["business-manager"]);
    private static readonly Caller s_police = new("police.partner", ["police-partner"]);
    private static readonly string[] s_planted = ["Quarrenden", "Zyxbrook", "Hollowmere", "planted-name"];

    private readonly string _prefix = $"x{Guid.NewGuid():N}"[..12] + "-";
    private readonly string _connection;
    private readonly LaterClock _clock = new();
    private readonly ServiceProvider _services;

    public DestructionTests(Azurite azurite)
    {
        _connection = azurite.ConnectionString;
        _services = new ServiceCollection()
            .AddSingleton(Microsoft.Extensions.Options.Options.Create(
                new AzureStorageOptions { ConnectionString = _connection, ContainerPrefix = _prefix }))
            .AddSingleton<TimeProvider>(_clock)
            .AddStores(new StoragePace(), 50_000, transport: null)
            .AddWorkflowsReviews(new ReviewShelfOptions(SoleWriter: false), new ReviewContextOptions(TimeSpan.FromMinutes(5)))
            .AddSingleton(new AuditKey(new byte[32]))
            .AddSingleton(DirectorySource.Of(DemonstrationDirectory.Snapshot))
            .AddSingleton(new CalendarSource(path: null, _clock))
            .AddSingleton(new LetterOptions { PublicAddress = new Uri("https://reviews.example"), ServiceName = "Reviews" })
            .AddSingleton<IMailSender, NoPost>()
            .AddSingleton<IWakeSignal, NoSignal>()
            .BuildServiceProvider();
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _services.DisposeAsync();

    [Fact]
    public async Task Nothing_planted_is_left_in_any_container()
    {
        var desk = _services.GetRequiredService<ReviewDesk>();
        var definition = _services.GetRequiredService<ProcessCatalogue>().Find("lcspr@2026.1")!;
        var facts = new Dictionary<string, FactInput>
        {
            ["awareOn"] = "2026-04-13", ["harm"] = "died", ["agencies"] = new("Zyxbrook Nursery", FactInputKind.List),
        };
        var opened = await desk.OpenAsync(
            new Opening(definition, new OpenReview("fernshire", "EX-1", new Dictionary<string, string>(), facts), Key: null), s_manager, s_go);
        var review = Assert.IsType<CommandAnswer.Done>(opened).File.Id;
        await _services.GetRequiredService<IDocumentStore>().StoreAsync(review, new MemoryStream(Encoding.UTF8.GetBytes("Hollowmere")), s_go);
        await _services.GetRequiredService<IPrivatePapers>().PutAsync(review, "list", Encoding.UTF8.GetBytes("planted-name"), s_go);
        await DoAsync(review, new WithdrawReview("It was Quarrenden after all."), s_manager);
        Assert.Equal(["Hollowmere", "planted-name"], await FoundAsync());

        _clock.Now = new DateTimeOffset(2051, 4, 17, 9, 0, 0, TimeSpan.Zero);
        await DoAsync(review, new ApproveDestruction(), s_manager);
        await DoAsync(review, new ApproveDestruction(), s_police);
        await _services.GetRequiredService<ReviewWaker>().WakeAsync(review, s_go);

        Assert.Empty(await FoundAsync());
        var file = await desk.FindAsync(review, s_go);
        Assert.NotNull(file?.State.Keeping.Destroyed);
        Assert.Equal("[destroyed]", file.State.Facts["agencies"]);
        Assert.Contains("words-key", file.State.Keeping.Begun!.Papers);
    }

    private async Task DoAsync(ReviewId review, ReviewCommand command, Caller caller) => Assert.IsType<CommandAnswer.Done>(
        await _services.GetRequiredService<ReviewDesk>().HandleAsync(review, command, caller, key: null, s_go));

    private async Task<IReadOnlyList<string>> FoundAsync()
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var account = new BlobServiceClient(_connection, new BlobClientOptions(BlobClientOptions.ServiceVersion.V2024_11_04));
        await foreach (var container in account.GetBlobContainersAsync(BlobContainerTraits.None, BlobContainerStates.None, _prefix, s_go))
        {
            var client = account.GetBlobContainerClient(container.Name);
            await foreach (var blob in client.GetBlobsAsync(BlobTraits.Metadata, BlobStates.All, prefix: null, s_go))
            {
                BlobDownloadResult content = await client.GetBlobClient(blob.Name).DownloadContentAsync(s_go);
                var all = $"{blob.Name} {string.Join(' ', blob.Metadata.Select(pair => pair.Value))} {Encoding.Latin1.GetString(content.Content.ToArray())}";
                found.UnionWith(s_planted.Where(word => all.Contains(word, StringComparison.OrdinalIgnoreCase)));
            }
        }

        return [.. found];
    }

    private sealed class LaterClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 4, 13, 10, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class NoPost : IMailSender
    {
        public Task<MailResult> SendAsync(OutgoingLetter letter, CancellationToken stop) =>
            Task.FromResult<MailResult>(new MailResult.Sent(MessageId: null));
    }

    private sealed class NoSignal : IWakeSignal
    {
        public ValueTask ChangedAsync(ReviewId review, DateTimeOffset? nextWake, CancellationToken stop) => ValueTask.CompletedTask;
    }
}
