using Workflows.Local.Wakes;
using Workflows.Reviews.Ports;
using Workflows.Sqlite;
using Workflows.Web.Pages;

namespace Workflows.Local.Demo;

/// <summary>The demonstration as its pages show it: the outbox of this machine and its clock.</summary>
/// <param name="outbox">The letters.</param>
/// <param name="work">What is due, and the clock.</param>
/// <param name="index">Tells when something falls due next.</param>
/// <param name="clock">The clock.</param>
internal sealed class LocalDemonstration(SqliteOutbox outbox, DueWork work, IReviewIndex index, TimeProvider clock) : IDemonstration
{
    private const int MostYears = 30;
    private const int PageSize = 200;
    private const int MostStuck = 1_000;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DemonstrationLetter>> LettersAsync(int most, CancellationToken stop)
    {
        // A letter that is due now is among them, so that nobody has to look twice.
        await work.DoAsync(stop);
        var latest = new Queue<DemonstrationLetter>();
        IReadOnlyList<OutboxLetter> page;
        var after = 0L;
        do
        {
            page = await outbox.ReadAsync(after, PageSize, stop);
            foreach (var letter in page)
            {
                after = letter.Id;
                latest.Enqueue(new DemonstrationLetter(
                    letter.Id, letter.To, letter.Subject, letter.Text, letter.SentAt, letter.Review.Value, letter.Kind));
                if (latest.Count > most)
                {
                    latest.Dequeue();
                }
            }
        }
        while (page.Count == PageSize);
        return [.. latest.Reverse()];
    }

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> NextEventAsync(CancellationToken stop)
    {
        await work.DoAsync(stop);
        var now = clock.GetUtcNow();
        var wakes = await index.DueAsync(DateTimeOffset.MaxValue, MostStuck, stop);
        return wakes.Where(wake => wake.At > now).Min(wake => (DateTimeOffset?)wake.At);
    }

    /// <inheritdoc/>
    public async Task<bool> MoveAsync(DateTimeOffset to, CancellationToken stop) =>
        to <= clock.GetUtcNow().AddYears(MostYears) && await work.MoveAsync(_ => to, stop) is not null;
}
