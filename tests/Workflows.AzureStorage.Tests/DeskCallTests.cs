using Microsoft.Extensions.DependencyInjection;
using Workflows.Process.Calendar;
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

/// <summary>What a review costs as it is really carried: through the desk, with its wakes and letters.</summary>
[Collection(AzuriteTests.Name)]
public sealed class DeskCallTests : IAsyncLifetime, IDisposable
{
    private static readonly CancellationToken s_go = CancellationToken.None;
    private static readonly Caller s_manager = new("business.manager", ["business-manager"]);

    private readonly StandingClock _clock = new(new DateTimeOffset(2026, 4, 13, 10, 0, 0, TimeSpan.Zero));
    private readonly CallCounter _calls = new();
    private readonly WillingPost _post = new();
    private readonly ServiceProvider _services;
    private ReviewId _review = ReviewId.New();

    public DeskCallTests(Azurite azurite) => _services = new ServiceCollection()
        .AddSingleton(Microsoft.Extensions.Options.Options.Create(new AzureStorageOptions
        {
            ConnectionString = azurite.ConnectionString, ContainerPrefix = $"d{Guid.NewGuid():N}"[..12] + "-",
        }))
        .AddSingleton<TimeProvider>(_clock)
        .AddStores(new StoragePace(), 50_000, transport: null)
        .AddWorkflowsReviews(new ReviewShelfOptions(SoleWriter: false), new ReviewContextOptions(TimeSpan.FromMinutes(5)))
        .AddSingleton(new AuditKey(new byte[32]))
        .AddSingleton(DirectorySource.Of(DemonstrationDirectory.Snapshot))
        .AddSingleton(new CalendarSource(path: null, _clock))
        .AddSingleton(new LetterOptions { PublicAddress = new Uri("https://reviews.example"), ServiceName = "Reviews" })
        .AddSingleton<IMailSender>(_post)
        .AddSingleton<IWakeSignal, NoSignal>()
        .BuildServiceProvider();

    private ReviewDesk Desk => _services.GetRequiredService<ReviewDesk>();

    private WakeRound Round => _services.GetRequiredService<WakeRound>();

    public async Task InitializeAsync()
    {
        await _services.GetRequiredService<StorageClients>().ReadyAsync(s_go);
        _calls.Take();
        var facts = new Dictionary<string, FactInput>
        {
            ["awareOn"] = $"{LondonTime.DateOf(_clock.GetUtcNow()):yyyy-MM-dd}", ["harm"] = "died", ["agencies"] = "Education",
        };
        var definition = _services.GetRequiredService<ProcessCatalogue>().Find("lcspr@2026.1")!;
        var command = new OpenReview("fernshire", "EX-1", new Dictionary<string, string>(), facts);
        var answer = await Desk.OpenAsync(new Opening(definition, command, Key: null), s_manager, s_go);
        _review = Assert.IsType<CommandAnswer.Done>(answer).File.Id;
    }

    public async Task DisposeAsync() => await _services.DisposeAsync();

    public void Dispose() => _calls.Dispose();

    [Fact]
    public void An_opening_with_words_costs_eight() => Assert.Equal(8, _calls.Take().Length);

    [Fact]
    public async Task A_command_costs_three()
    {
        await Round.RunAsync(s_go);
        _calls.Take();
        var answer = await Desk.HandleAsync(
            _review, new ExplainDelay("notification", "The facts came late."), s_manager, key: null, s_go);

        Assert.IsType<CommandAnswer.Done>(answer);
        Assert.Equal(3, _calls.Take().Length);
    }

    [Fact]
    public async Task A_wake_that_sends_two_reminders_costs_33()
    {
        await Round.RunAsync(s_go);
        _clock.Now = (await _services.GetRequiredService<IReviewIndex>().FindAsync(_review, s_go))!.NextWakeAt!.Value;
        _calls.Take();
        _post.Sent = 0;
        Assert.Equal(1, await Round.RunAsync(s_go));

        Assert.Equal((2, 33), (_post.Sent, _calls.Take().Length));
    }

    [Fact]
    public async Task A_day_on_which_nothing_is_due_costs_one_look_and_nothing_for_the_review()
    {
        await Round.RunAsync(s_go);
        _calls.Take();
        Assert.Equal(0, await Round.RunAsync(s_go));

        Assert.Equal(["ListBlobs index"], _calls.Take());
    }

    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class WillingPost : IMailSender
    {
        public int Sent { get; set; }

        public Task<MailResult> SendAsync(OutgoingLetter letter, CancellationToken stop)
        {
            Sent++;
            return Task.FromResult<MailResult>(new MailResult.Sent(MessageId: null));
        }
    }

    private sealed class NoSignal : IWakeSignal
    {
        public ValueTask ChangedAsync(ReviewId review, DateTimeOffset? nextWake, CancellationToken stop) => ValueTask.CompletedTask;
    }
}
