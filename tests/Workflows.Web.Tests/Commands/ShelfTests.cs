using Microsoft.Extensions.DependencyInjection;
using Workflows.Process.Decisions;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Ports;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Commands;

/// <summary>What is kept of a review in memory is never older than its journal.</summary>
public sealed class ShelfTests
{
    [Fact]
    public async Task A_slow_reader_does_not_put_an_old_review_over_a_newer_one()
    {
        await using var service = await WebService.StartAsync();
        var address = await service.OpenAsync();
        Assert.True(ReviewId.TryParse(address[(address.LastIndexOf('/') + 1)..], out var review));
        var journal = new SlowJournal(service.Services.GetRequiredService<IReviewJournal>());
        using var shelf = ActivatorUtilities.CreateInstance<ReviewShelf>(service.Services, journal);
        var desk = ActivatorUtilities.CreateInstance<ReviewDesk>(service.Services, shelf);

        var slow = shelf.FindAsync(review, CancellationToken.None);
        var caller = service.Services.GetRequiredService<Api.Access.AccessTable>().Find("manager")!.CallerIn("fernshire");
        var withdrawn = Assert.IsType<CommandAnswer.Done>(
            await desk.HandleAsync(review, new WithdrawReview("It was another child."), caller, key: null, CancellationToken.None));
        journal.Release();
        Assert.True((await slow)!.State.IsOpen);

        Assert.Equal(withdrawn.File.State.Sequence, (await shelf.FindAsync(review, CancellationToken.None))!.State.Sequence);
    }

    /// <summary>The first who reads is kept waiting with what was read.</summary>
    private sealed class SlowJournal(IReviewJournal inner) : IReviewJournal
    {
        private readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _readers;

        public void Release() => _release.SetResult();

        public async Task<IReadOnlyList<JournalLine>> ReadAsync(ReviewId review, long after, CancellationToken stop)
        {
            var lines = await inner.ReadAsync(review, after, stop);
            if (Interlocked.Increment(ref _readers) == 1)
            {
                await _release.Task;
            }

            return lines;
        }

        public Task<AppendOutcome> AppendAsync(JournalAppend append, CancellationToken stop) => inner.AppendAsync(append, stop);

        public IAsyncEnumerable<ReviewId> ListAsync(CancellationToken stop) => inner.ListAsync(stop);
    }
}
