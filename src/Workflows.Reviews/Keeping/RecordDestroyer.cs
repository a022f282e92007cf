using Workflows.Process.Decisions;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Ports;
using Workflows.Reviews.Scanning;
using Workflows.Reviews.Wakes;

namespace Workflows.Reviews.Keeping;

/// <summary>
/// Destroys what two people ordered to be destroyed. That it begins is journalled; then documents go, those in quarantine too, and every private paper, the
/// key of the free text among them; then that it is done is journalled. Broken off between, it is done again at the next wake: destroying twice destroys once.
/// </summary>
internal sealed class RecordDestroyer(ReviewDesk desk, ReviewShelf shelf, IDocumentStore documents, IPrivatePapers papers) : IReviewEffect
{
    /// <inheritdoc/>
    public async Task PerformDueAsync(ReviewId review, CancellationToken stop)
    {
        if (await desk.FindAsync(review, stop) is not { State.Keeping: { OrderedAt: not null, Destroyed: null } } file)
        {
            return;
        }

        if (file.State.Keeping.Begun is null)
        {
            var names = await papers.NamesAsync(review, stop);
            await desk.HandleAsync(review, new BeginDestruction(names), caller: null, key: null, stop);
        }

        try
        {
            await documents.DeleteAllAsync(review, stop);
            await documents.DeleteAllAsync(Quarantine.PlaceOf(review), stop);
            await papers.DestroyAllAsync(review, stop);
        }
        finally
        {
            // What is in memory still has the words: nobody is shown them from here on, though it breaks off.
            shelf.Forget(review);
        }

        await desk.HandleAsync(review, new RecordDestruction(), caller: null, key: null, stop);
        shelf.Forget(review);
    }
}
