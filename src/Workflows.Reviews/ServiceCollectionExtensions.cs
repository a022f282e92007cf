using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Workflows.Process.Definitions;
using Workflows.Reviews.Audit;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Health;
using Workflows.Reviews.Importing;
using Workflows.Reviews.Journal;
using Workflows.Reviews.Keeping;
using Workflows.Reviews.Letters;
using Workflows.Reviews.Links;
using Workflows.Reviews.Reviewers;
using Workflows.Reviews.Scanning;
using Workflows.Reviews.Screening;
using Workflows.Reviews.Wakes;

namespace Workflows.Reviews;

/// <summary>Puts the use cases among an application's services.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>
    /// Adds the desk that commands come to, the wakes, and the released definitions (unless a catalogue is there already). The
    /// host adds what differs between hosts: the ports (journal, index, documents, links, mail, wake signal, chains and the
    /// place of anchors), a
    /// <see cref="TimeProvider"/>, the <see cref="AuditKey"/>, the directory and calendar sources, the letters' options, and
    /// logging.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="shelf">How reviews are kept in memory.</param>
    /// <param name="contexts">How deciding is set up.</param>
    public static IServiceCollection AddWorkflowsReviews(
        this IServiceCollection services, ReviewShelfOptions shelf, ReviewContextOptions contexts)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(shelf);
        ArgumentNullException.ThrowIfNull(contexts);
        services.TryAddSingleton(ProcessCatalogue.Shipped);
        return services
            .AddSingleton(shelf)
            .AddSingleton(contexts)
            .AddSingleton<ReviewContexts>()
            .AddSingleton<JournalCodec>()
            .AddSingleton<ReviewLocks>()
            .AddSingleton<ReviewShelf>()
            .AddSingleton<ReviewDesk>()
            .AddSingleton<MailStanding>()
            .AddSingleton<StoreStanding>()
            .AddSingleton<LinkSecrets>()
            .AddSingleton<LetterLinks>()
            .AddSingleton<LetterCodes>()
            .AddSingleton<PastDesk>()
            .AddSingleton<Workload>()
            .AddSingleton<ReviewerPlanner>()
            .AddSingleton<ReviewImporter>()
            .AddSingleton<IReviewEffect, LetterPost>()
            .AddSingleton<IReviewEffect, LinkedReviews>()
            .AddSingleton<IReviewEffect, RecordDestroyer>()
            .AddSingleton<RecordExport>()

            // Last: it takes longest, and letters do not wait for it.
            .AddSingleton<IReviewEffect, ScreeningEffect>()
            .AddSingleton<CaseLists>()
            .AddSingleton<ReviewWaker>()
            .AddSingleton<WakeRound>()
            .AddSingleton<CalendarWatch>()
            .AddSingleton<IHealthSource, RecordSigns>()
            .AddSingleton<IHealthSource, FileSigns>()
            .AddSingleton<IHealthSource, ScannerSigns>()
            .AddSingleton<ServiceHealth>()
            .AddSingleton<ScannerWatch>()
            .AddSingleton<Quarantine>()
            .AddSingleton<DocumentIntake>()
            .AddSingleton<LookLog>()
            .AddSingleton<AnchorKeeper>();
    }
}
