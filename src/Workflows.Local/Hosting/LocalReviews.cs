using Workflows.Local.Clock;
using Workflows.Local.Auditing;
using Workflows.Local.Keys;
using Workflows.Local.Wakes;
using Workflows.Reviews;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Directory;
using Workflows.Reviews.Journal;
using Workflows.Reviews.Letters;
using Workflows.Reviews.Ports;
using Workflows.Sqlite;

namespace Workflows.Local.Hosting;

/// <summary>The reviews of one data folder, with a clock that can be moved: without HTTP, and without saying where letters go or lead to.</summary>
internal static class LocalReviews
{
    /// <summary>Adds them.</summary>
    /// <param name="services">The services.</param>
    /// <param name="options">What stands in place of what is shipped.</param>
    /// <param name="store">The data folder, open; it must stay so as long as the services.</param>
    /// <exception cref="IOException">The key that chains journals is missing, or none.</exception>
    public static IServiceCollection AddLocalReviews(this IServiceCollection services, ServeOptions options, SqliteStore store) =>
        services
            .AddWorkflowsSqlite(new SqliteStoreOptions { Folder = store.Folder })
            .AddSingleton(store)

            // This process alone holds the folder, so nobody else changes a review or tries a letter.
            .AddWorkflowsReviews(new ReviewShelfOptions(SoleWriter: true), new ReviewContextOptions(AttemptLease: TimeSpan.Zero))
            .AddSingleton(new MovableClock(TimeProvider.System))
            .AddSingleton<TimeProvider>(provider => provider.GetRequiredService<MovableClock>())
            .AddSingleton(provider => new ClockKeeper(
                provider.GetRequiredService<MovableClock>(), provider.GetRequiredService<SqliteNotes>(), TimeProvider.System))
            .AddSingleton(Key(store, options))
            .AddSingleton(AnchorFolder.In(store.Folder, options.Anchors))
            .AddSingleton(options.Directory is { } file
                ? DirectorySource.OfFile(file.FullName, TimeProvider.System)
                : DirectorySource.Of(DemonstrationDirectory.Snapshot))
            .AddSingleton(provider => new CalendarSource(options.Calendar?.FullName, provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<WakeSignal>()
            .AddSingleton<IWakeSignal>(provider => provider.GetRequiredService<WakeSignal>())
            .AddSingleton<DueWork>();

    /// <summary>What letters of this program know of it.</summary>
    /// <param name="address">Where people reach it.</param>
    public static LetterOptions Letters(Uri address) =>
        new() { PublicAddress = address, ServiceName = "Safeguarding practice reviews" };

    // A key made anew would let every journal there is look forged.
    private static AuditKey Key(SqliteStore store, ServeOptions options)
    {
        var own = Path.Combine(store.Folder, KeyFile.Audit);
        if (options.AuditKey is null && store.IsEmpty())
        {
            KeyFile.ReadOrMake(own);
        }

        return KeyFile.ReadAudit(options.AuditKey?.FullName ?? own);
    }
}
