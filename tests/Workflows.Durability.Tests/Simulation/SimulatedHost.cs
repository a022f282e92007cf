using Microsoft.Extensions.DependencyInjection;
using Workflows.Reviews;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Journal;
using Workflows.Reviews.Letters;
using Workflows.Reviews.Ports;
using Workflows.Reviews.Wakes;

namespace Workflows.Durability.Tests.Simulation;

/// <summary>One run of the program: the product's own use cases over the world's ports. What it knows dies with it.</summary>
internal sealed class SimulatedHost : IDisposable
{
    /// <summary>Longer than any attempt lasts, where several hosts run.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private readonly ServiceProvider _services;

    public SimulatedHost(World world, bool alone)
    {
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(world.Clock)
            .AddSingleton(world.Catalogue)
            .AddSingleton<IReviewJournal>(world.Store)
            .AddSingleton<IPrivatePapers>(world.Store.Papers)
            .AddSingleton<IReviewIndex>(world.Store)
            .AddSingleton<IDocumentStore>(world.Documents)
            .AddSingleton<IMailSender>(world.Mail)
            .AddSingleton<ILinkStore>(world.Links)
            .AddSingleton<IWakeSignal, NoSignal>()
            .AddSingleton(world.Directory)
            .AddSingleton(new CalendarSource(world.CalendarFile, world.Clock))
            .AddSingleton(new AuditKey(World.Key))
            .AddSingleton(new LetterOptions { PublicAddress = new Uri("https://reviews.example"), ServiceName = "Reviews" })
            .AddWorkflowsReviews(new ReviewShelfOptions(SoleWriter: alone), new ReviewContextOptions(alone ? TimeSpan.Zero : Lease))
            .BuildServiceProvider();
        Desk = _services.GetRequiredService<ReviewDesk>();
        Contexts = _services.GetRequiredService<ReviewContexts>();
        Waker = _services.GetRequiredService<ReviewWaker>();
        Calendar = _services.GetRequiredService<CalendarWatch>();
    }

    public ReviewDesk Desk { get; }

    public ReviewContexts Contexts { get; }

    public ReviewWaker Waker { get; }

    public CalendarWatch Calendar { get; }

    public void Dispose() => _services.Dispose();

    // Wakes are found in the index: a signal that is lost loses nothing.
    private sealed class NoSignal : IWakeSignal
    {
        public ValueTask ChangedAsync(ReviewId review, DateTimeOffset? nextWake, CancellationToken stop) => ValueTask.CompletedTask;
    }
}
