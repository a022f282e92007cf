using Azure.Core.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.State;
using Workflows.Reviews;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Directory;
using Workflows.Reviews.Journal;
using Workflows.Reviews.Letters;
using Workflows.Reviews.Ports;
using Workflows.Reviews.Wakes;

namespace Workflows.AzureStorage.Tests;

/// <summary>A case over real containers, with something going wrong on the way, and what is then asked from outside.</summary>
internal sealed class FaultCase(string connection, NthCallFault faults)
{
    private const int MostTries = 12;
    private static readonly CancellationToken s_go = CancellationToken.None;
    private static readonly Caller s_manager = new("business.manager", ["business-manager"]);
    private static readonly StoragePace s_pace = new()
    {
        CallTimeout = TimeSpan.FromMilliseconds(400), FirstWait = TimeSpan.FromMilliseconds(2), LongestWait = TimeSpan.FromMilliseconds(5), Retries = 2,
    };

    private readonly string _prefix = $"f{Guid.NewGuid():N}"[..12] + "-";
    private readonly Standing _clock = new(new DateTimeOffset(2026, 4, 13, 10, 0, 0, TimeSpan.Zero));
    private readonly Letterbox _letters = new();
    private readonly List<string> _answered = [];

    public NthCallFault Faults => faults;

    public async Task RunAsync()
    {
        var review = ReviewId.From("open", KeyOf("open").Hash);
        await using (var host = Host(new HttpClientTransport(new HttpClient(faults, disposeHandler: false))))
        {
            var desk = host.GetRequiredService<ReviewDesk>();
            await DoAsync("open", key => desk.OpenAsync(Opening(key), s_manager, s_go));
            await WakeAsync(host);
            await DoAsync("explain", key => desk.HandleAsync(review, new ExplainDelay("notification", "The facts came late."), s_manager, key, s_go));
            _clock.Now = _clock.Now.AddDays(9);
            await WakeAsync(host);
            await DoAsync("correct", key => desk.HandleAsync(review, new CorrectFact("awareOn", "2026-04-10", "A slip."), s_manager, key, s_go));
            await WakeAsync(host);
            await DoAsync("withdraw", key => desk.HandleAsync(review, new WithdrawReview("The criteria are not met."), s_manager, key, s_go));
            await WakeAsync(host);
        }

        await JudgeAsync(review);
    }

    private static CommandKey KeyOf(string name) => new(ReviewId.From(name).Value, "print");

    private static Opening Opening(CommandKey key) => new(
        ProcessCatalogue.Shipped.Find("lcspr@2026.1")!,
        new OpenReview("fernshire", "EX-1", new Dictionary<string, string>(), new Dictionary<string, FactInput>
        {
            ["awareOn"] = "2026-04-13", ["harm"] = "died", ["agencies"] = "Education",
        }),
        key);

    // A command without an answer is given again under its key, as a client does.
    private async Task DoAsync(string name, Func<CommandKey, Task<CommandAnswer>> give)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                Assert.IsType<CommandAnswer.Done>(await give(KeyOf(name)));
                _answered.Add(name);
                return;
            }
            catch (StoreUnavailableException) when (attempt < MostTries)
            {
                _clock.Now = _clock.Now.AddSeconds(1);
            }
        }
    }

    // What could not be done is set aside for a while, and done in a later round.
    private async Task WakeAsync(ServiceProvider host)
    {
        var round = host.GetRequiredService<WakeRound>();
        for (var attempt = 1; attempt <= MostTries; attempt++)
        {
            try
            {
                await round.RunAsync(s_go);
                if (round.Stuck.Count == 0)
                {
                    return;
                }
            }
            catch (StoreUnavailableException)
            {
                // The list of wakes could not be read: the next round reads it.
            }

            _clock.Now = _clock.Now.AddMinutes(11);
        }
    }

    private async Task JudgeAsync(ReviewId review)
    {
        _clock.Now = _clock.Now.AddDays(2);
        await using var host = Host(transport: null);
        var round = host.GetRequiredService<WakeRound>();
        await round.RunAsync(s_go);
        Assert.Empty(round.Stuck);
        var codec = host.GetRequiredService<JournalCodec>();
        var words = await WordsKey.FindAsync(host.GetRequiredService<IPrivatePapers>(), review, s_go);
        var seal = string.Empty;
        var entries = (await host.GetRequiredService<IReviewJournal>().ReadAsync(review, 0, s_go))
            .Select(line => codec.Read(review, line, ref seal, words)).ToArray();
        Assert.All(_answered, name => Assert.Single(entries, entry => entry.Key == KeyOf(name).Hash));
        var file = (await host.GetRequiredService<ReviewDesk>().FindAsync(review, s_go))!;
        Assert.Equal(ReviewStatus.Withdrawn, file.State.Status);
        Assert.All(file.State.Letters.Values, letter => Assert.True(
            letter.Status is LetterStatus.Confirmed or LetterStatus.Cancelled, $"{letter.Id}: {letter.Status}"));
        Assert.All(_letters.Delivered, letter => Assert.True(letter.Value == 1, $"{letter.Key} came {letter.Value} times."));
        Assert.Equal(file.State.Letters.Values.Count(letter => letter.Status == LetterStatus.Confirmed), _letters.Delivered.Count);
        await host.GetRequiredService<Index.IndexRebuild>().RunAsync((_, _) => file.Summarise(
            host.GetRequiredService<ReviewContexts>().For(file.Definition, file.State.Partnership)), everything: false, s_go);
        var indexed = await host.GetRequiredService<IReviewIndex>().FindAsync(review, s_go);
        Assert.Equal((file.State.Sequence, "withdrawn", (DateTimeOffset?)null), (indexed!.Position, indexed.State, indexed.NextWakeAt));
    }

    private ServiceProvider Host(HttpPipelineTransport? transport) => new ServiceCollection()
        .AddSingleton(Microsoft.Extensions.Options.Options.Create(new AzureStorageOptions { ConnectionString = connection, ContainerPrefix = _prefix }))
        .AddSingleton<TimeProvider>(_clock)
        .AddStores(transport is null ? new StoragePace() : s_pace, 50_000, transport)
        .AddWorkflowsReviews(new ReviewShelfOptions(SoleWriter: false), new ReviewContextOptions(TimeSpan.FromMinutes(5)))
        .AddSingleton(new AuditKey(new byte[32]))
        .AddSingleton(DirectorySource.Of(DemonstrationDirectory.Snapshot))
        .AddSingleton(new CalendarSource(path: null, _clock))
        .AddSingleton(new LetterOptions { PublicAddress = new Uri("https://reviews.example"), ServiceName = "Reviews" })
        .AddSingleton<IMailSender>(_letters)
        .AddSingleton<IWakeSignal, NoSignal>()
        .BuildServiceProvider();

    private sealed class Standing(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }

    /// <summary>What reached people. It looks for a letter only from the second attempt on: a first attempt made twice shows.</summary>
    private sealed class Letterbox : IMailSender
    {
        public Dictionary<string, int> Delivered { get; } = [];

        public Task<MailResult> SendAsync(OutgoingLetter letter, CancellationToken stop)
        {
            lock (Delivered)
            {
                if (letter.Attempt == 1 || !Delivered.ContainsKey(letter.Key))
                {
                    Delivered[letter.Key] = Delivered.GetValueOrDefault(letter.Key) + 1;
                }

                return Task.FromResult<MailResult>(new MailResult.Sent(MessageId: null));
            }
        }
    }

    private sealed class NoSignal : IWakeSignal
    {
        public ValueTask ChangedAsync(ReviewId review, DateTimeOffset? nextWake, CancellationToken stop) => ValueTask.CompletedTask;
    }
}
