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
using Workflows.Sqlite;

namespace Workflows.Bench;

/// <summary>The desk, over SQLite in a folder of its own as the one-machine host has it, or over another store.</summary>
internal sealed class BenchHost : IAsyncDisposable
{
    private static readonly Caller Manager = new("business.manager", ["business-manager"]);
    private static readonly IReadOnlyDictionary<string, string> NoSettings = new Dictionary<string, string>();
    private readonly ServiceProvider _services;

    public BenchHost(string folder, BenchClock clock)
        : this(
            new ServiceCollection()
                .AddWorkflowsSqlite(new SqliteStoreOptions { Folder = folder })
                .AddSingleton<IMailSender>(provider => provider.GetRequiredService<SqliteOutbox>()),
            clock,
            soleWriter: true)
    {
    }

    /// <summary>The program over given stores.</summary>
    /// <param name="store">The stores, and who takes letters.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="soleWriter">Whether nobody else writes to them.</param>
    public BenchHost(IServiceCollection store, BenchClock clock, bool soleWriter)
    {
        Clock = clock;
        _services = store
            .AddLogging()
            .AddWorkflowsReviews(new ReviewShelfOptions(soleWriter), new ReviewContextOptions(TimeSpan.Zero))
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(new AuditKey(AuditKeyBytes))
            .AddSingleton(DirectorySource.Of(DemonstrationDirectory.Snapshot))
            .AddSingleton(new CalendarSource(path: null, clock))
            .AddSingleton(new LetterOptions { PublicAddress = new Uri("http://127.0.0.1"), ServiceName = "Bench" })
            .AddSingleton<IWakeSignal, NoSignal>()
            .BuildServiceProvider();
    }

    public static byte[] AuditKeyBytes { get; } = new byte[32];

    public BenchClock Clock { get; }

    public ReviewDesk Desk => Get<ReviewDesk>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task<ReviewId> OpenAsync()
    {
        var day = LondonTime.DateOf(Clock.GetUtcNow());
        var facts = new Dictionary<string, FactInput>
        {
            ["awareOn"] = $"{day:yyyy-MM-dd}", ["harm"] = "died", ["agencies"] = "Education",
        };
        var definition = Get<ProcessCatalogue>().Find("lcspr@2026.1")!;
        var opening = new Opening(definition, new OpenReview("fernshire", "BENCH-1", NoSettings, facts), Key: null);
        return (await Desk.OpenAsync(opening, Manager, CancellationToken.None)) is CommandAnswer.Done done
            ? done.File.Id
            : throw new InvalidOperationException("The review was not opened.");
    }

    /// <summary>A small command that always succeeds and adds one entry.</summary>
    public async Task ExplainAsync(ReviewId review)
    {
        var command = new ExplainDelay("notification", "The facts of the case came late.");
        if (await Desk.HandleAsync(review, command, Manager, key: null, CancellationToken.None) is not CommandAnswer.Done)
        {
            throw new InvalidOperationException("The command was refused.");
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private sealed class NoSignal : IWakeSignal
    {
        public ValueTask ChangedAsync(ReviewId review, DateTimeOffset? nextWake, CancellationToken stop) => ValueTask.CompletedTask;
    }
}

/// <summary>A clock that stands still until it is set.</summary>
internal sealed class BenchClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp() => Now.UtcTicks;
}
