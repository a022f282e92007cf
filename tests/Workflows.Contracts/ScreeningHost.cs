using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Reviews;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Directory;
using Workflows.Reviews.Journal;
using Workflows.Reviews.Letters;
using Workflows.Reviews.Ports;
using Workflows.Reviews.Screening;
using Workflows.Reviews.Wakes;

namespace Workflows.Contracts;

/// <summary>The use cases over a place's stores, with a small process that publishes a report, and mail that goes nowhere.</summary>
internal sealed class ScreeningHost : IAsyncDisposable
{
    private const string Process = """
        process: tiny
        version: "2026.1"
        title: A tiny process
        summary: A report that is published.
        effective: { from: 2026-01-01, by: heardOn }
        roles: { manager: Manager }
        openedBy: [manager]
        withdrawal: { by: [manager], cite: Act 1, checked: primary }
        facts:
          heardOn: { type: date, ask: When did you hear of it? }
        stages:
          - id: first
            title: First stage
            then: closed
            items:
              - document: report
                title: Report
                by: [manager]
              - task: publishing
                title: Publish
                by: [manager]
                after: [report]
                publishes: { document: report, as: in-full }
        """;

    private static readonly CancellationToken s_go = CancellationToken.None;
    private static readonly ProcessCatalogue s_catalogue = ProcessCatalogue.Of([("tiny@2026.1", () => Process)]);
    private readonly ServiceProvider _services;
    private readonly IStorePlace _place;

    public ScreeningHost(IStorePlace place)
    {
        _place = place;
        var clock = new Standing();
        _services = new ServiceCollection()
            .AddSingleton(s_catalogue)
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton(place.Journal).AddSingleton(place.Index).AddSingleton(place.Documents).AddSingleton(place.Links).AddSingleton(place.Papers)
            .AddWorkflowsReviews(new ReviewShelfOptions(SoleWriter: false), new ReviewContextOptions(TimeSpan.Zero))
            .AddSingleton(new AuditKey(new byte[32]))
            .AddSingleton(DirectorySource.Of(DemonstrationDirectory.Snapshot))
            .AddSingleton(new CalendarSource(path: null, clock))
            .AddSingleton(new LetterOptions { PublicAddress = new Uri("https://reviews.example"), ServiceName = "Reviews" })
            .AddSingleton<IMailSender, Nowhere>()
            .AddSingleton<IWakeSignal, Nowhere>()
            .BuildServiceProvider();
    }

    public ReviewDesk Desk => _services.GetRequiredService<ReviewDesk>();

    public CaseLists Lists => _services.GetRequiredService<CaseLists>();

    public async Task<ReviewId> OpenAsync(Caller manager)
    {
        var opening = new Opening(
            s_catalogue.Find("tiny")!, new OpenReview("fernshire", "EX-1", new Dictionary<string, string>(), new Dictionary<string, FactInput> { ["heardOn"] = "2026-05-05" }), Key: null);
        return Assert.IsType<CommandAnswer.Done>(await Desk.OpenAsync(opening, manager, s_go)).File.Id;
    }

    public async Task StoreAsync(ReviewId review, Caller manager, string text)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var stored = await _place.Documents.StoreAsync(review, content, s_go);
        Assert.IsType<CommandAnswer.Done>(await Desk.HandleAsync(
            review, new StoreDocument("report", stored.Sha256, stored.Bytes, "text/plain", "report.txt"), manager, key: null, s_go));
    }

    public Task WakeAsync(ReviewId review) => _services.GetRequiredService<ReviewWaker>().WakeAsync(review, s_go);

    public async Task<ReviewFile> ReadAsync(ReviewId review) => await Desk.FindAsync(review, s_go) ?? throw new InvalidOperationException("There is no such review.");

    public async ValueTask DisposeAsync() => await _services.DisposeAsync();

    private sealed class Standing : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 5, 5, 10, 0, 0, TimeSpan.Zero);
    }

    private sealed class Nowhere : IMailSender, IWakeSignal
    {
        public Task<MailResult> SendAsync(OutgoingLetter letter, CancellationToken stop) => Task.FromResult<MailResult>(new MailResult.Sent(MessageId: null));

        public ValueTask ChangedAsync(ReviewId review, DateTimeOffset? nextWake, CancellationToken stop) => ValueTask.CompletedTask;
    }
}
