using Workflows.Local.Clock;
using Workflows.Local.Hosting;
using Workflows.Process.Calendar;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Directory;
using Workflows.Reviews.Journal;
using Workflows.Reviews.Ports;
using Workflows.Reviews.Wakes;
using Workflows.Sqlite;

namespace Workflows.Local.Simulation;

/// <summary>A whole review on a virtual clock: the real desk and store, in a folder that is removed afterwards.</summary>
internal static class SimulatedReview
{
    private const string Reference = "SIM-1";
    private static readonly TimeOnly Opening = new(9, 30);

    /// <summary>Carries a review through and tells it.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="start">The day of opening.</param>
    /// <param name="late">Identifier of the step that is late, or null.</param>
    /// <param name="calendar">The working calendar's file, or null for the shipped one.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="SimulationException">It cannot be carried on, or the step never had a time limit to miss.</exception>
    public static async Task<IReadOnlyList<TimelineLine>> RunAsync(
        ProcessDefinition definition, DateOnly start, string? late, FileInfo? calendar, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("workflows-simulation-");
        try
        {
            await using var store = SqliteStore.Open(folder.FullName);
            await using var services = Services(store, calendar).BuildServiceProvider();
            return await RunAsync(services, store, definition, start, late, stop);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IServiceCollection Services(SqliteStore store, FileInfo? calendar) =>
        new ServiceCollection()
            .AddLogging()
            .AddLocalReviews(
                new ServeOptions { Urls = Addresses.Parse("http://127.0.0.1")!, Data = store.Folder, Calendar = calendar }, store)
            .AddSingleton(LocalReviews.Letters(new Uri("http://127.0.0.1")))
            .AddSingleton<IMailSender>(provider => provider.GetRequiredService<SqliteOutbox>());

    private static async Task<IReadOnlyList<TimelineLine>> RunAsync(
        IServiceProvider services, SqliteStore store, ProcessDefinition definition, DateOnly start, string? late, CancellationToken stop)
    {
        var clock = services.GetRequiredService<MovableClock>();
        StartAt(clock, LondonTime.At(start, Opening));
        var directory = services.GetRequiredService<DirectorySource>().Current;
        var days = services.GetRequiredService<CalendarSource>().Current;
        var partnership = directory.Partnerships[0];
        var agencies = partnership.People.Where(person => person.Agencies.Count > 0).Select(person => person.Agencies[0]).ToArray();
        var desk = services.GetRequiredService<ReviewDesk>();
        var hands = new SimulatedHands(desk, store.Documents, directory, partnership, new SimulatedAnswers(days, agencies), clock);
        var simulator = new Simulator(
            hands, new Pace(days, late), desk, services.GetRequiredService<ReviewContexts>(), store.Index,
            services.GetRequiredService<WakeRound>(), clock);
        var file = await simulator.RunAsync(definition, Reference, stop);
        if (late is not null && !simulator.WasLate)
        {
            throw new SimulationException($"'{late}' was never done with a time limit that it could miss.");
        }

        var codec = services.GetRequiredService<JournalCodec>();
        var outbox = await services.GetRequiredService<SqliteOutbox>().ReadAsync(after: 0, SqliteOutbox.MaximumPage, stop);
        return new Timeline(definition, directory, days).Of(await EntriesAsync(store, codec, file.Id, stop), outbox);
    }

    // Held a moment before, so that the start is exact: a timeline is the same every time.
    private static void StartAt(MovableClock clock, DateTimeOffset start)
    {
        clock.Start(start - TimeProvider.System.GetUtcNow() - TimeSpan.FromHours(1), DateTimeOffset.MinValue);
        clock.Hold();
        clock.StepTo(start.ToUniversalTime());
    }

    private static async Task<IReadOnlyList<JournalEntry>> EntriesAsync(
        SqliteStore store, JournalCodec codec, ReviewId review, CancellationToken stop)
    {
        var words = await WordsKey.FindAsync(store.Papers, review, stop);
        var seal = string.Empty;
        return [.. (await store.Journal.ReadAsync(review, after: 0, stop)).Select(line => codec.Read(review, line, ref seal, words))];
    }
}
