using System.Text;
using Workflows.Reviews.Ports;

namespace Workflows.AzureStorage.Index;

/// <summary>
/// Writes and reads the rows of reviews. Whoever holds the newest position wins, whatever order writers come in: each write is
/// conditional on the version it was judged on, and a loser judges again.
/// </summary>
internal sealed class SummaryRows(IndexBlobs blobs, PublicationRows publications, IndexCounts counts)
{
    private const int MostLostRaces = 50;

    private readonly RecentMap<ReviewId, SummaryRow> _known = new(20_000);

    /// <summary>
    /// Puts the coming wake in before the append that brings it, so that it is there whatever happens next. A wake too many
    /// is harmless: it carries no data. Answers null where the wake that stands will do.
    /// </summary>
    public async Task<WakeName?> PutWakeAheadAsync(ReviewSummary summary, CancellationToken stop) =>
        summary.NextWakeAt is null || _known.Find(summary.Id)?.Wake?.At == summary.NextWakeAt
            ? null
            : await PutWakeAsync(summary, stop);

    public Task TakeWakeBackAsync(WakeName? ahead) =>
        ahead is null ? Task.CompletedTask : blobs.DeleteAsync(ahead.ToString(), CancellationToken.None);

    public async Task<SummaryRow?> FindAsync(ReviewId review, CancellationToken stop)
    {
        var row = _known.Find(review) is { } known ? await ReadAsync(known.Name, stop) : null;
        row ??= await ReadByPlaceAsync(review, stop);
        return row is null ? null : Keep(row);
    }

    /// <summary>Reads a row, whatever is remembered of it.</summary>
    public async Task<SummaryRow?> ReadAsync(string name, CancellationToken stop) =>
        await blobs.ReadAsync(name, stop) is { } blob ? SummaryRow.Of(name, blob) : null;

    /// <summary>Writes a summary unless a newer one stands.</summary>
    /// <param name="summary">The summary.</param>
    /// <param name="mark">How far the journal reaches with it, or null where that is not known.</param>
    /// <param name="ahead">The wake put ahead for it, or null.</param>
    /// <param name="stop">Ends the wait.</param>
    public async Task WriteAsync(ReviewSummary summary, string? mark, WakeName? ahead, CancellationToken stop)
    {
        var old = _known.Find(summary.Id);
        for (var lost = 0; lost < MostLostRaces; lost++)
        {
            old ??= await ReadByPlaceAsync(summary.Id, stop);
            if (old?.Summary.Position > summary.Position)
            {
                Keep(old);
                await TakeWakeBackAsync(ahead);
                return;
            }

            if (await ReplaceAsync(old, summary, mark, ahead, stop))
            {
                return;
            }

            _known.Forget(summary.Id);
            old = null;
        }

        throw new StoreUnavailableException("A row of the index cannot be written: others write it all the time.", null);
    }

    /// <summary>Writes a summary in place of the row that was seen (null: none); false where another writer was faster.</summary>
    public async Task<bool> ReplaceAsync(
        SummaryRow? old, ReviewSummary summary, string? mark, WakeName? ahead, CancellationToken stop)
    {
        var name = IndexNames.Row(summary);
        mark ??= old?.Summary.Position == summary.Position ? old.Mark : null;
        var kept = summary.NextWakeAt is { } at && old?.Wake?.At == at ? old.Wake : null;
        var wake = summary.NextWakeAt is null ? null : kept ?? ahead ?? await PutWakeAsync(summary, stop);
        if (old?.Name != name)
        {
            await blobs.WriteAsync(IndexNames.Place(summary.Id), Encoding.UTF8.GetBytes(name), stop);
        }

        await publications.ReplaceAsync(old?.Summary, summary, stop);
        var json = IndexJson.Write(summary);
        var seen = old?.Name == name ? old.ETag : (Azure.ETag?)null;
        if (await blobs.WriteAsync(name, json, SummaryRow.Metadata(mark, wake, json), seen, stop) is not { } tag)
        {
            await TakeWakeBackAsync(wake != ahead && wake != kept ? wake : null);
            return false;
        }

        Keep(new SummaryRow(name, tag, mark, wake, summary));
        counts.Note(old?.Summary, summary);
        await TakeWakeBackAsync(wake != ahead ? ahead : null);
        await TakeWakeBackAsync(wake != old?.Wake ? old?.Wake : null);
        if (old is not null && old.Name != name)
        {
            await blobs.DeleteAsync(old.Name, stop);
        }

        return true;
    }

    /// <summary>Takes a review out of the index: for one that has no journal.</summary>
    public async Task RemoveAsync(SummaryRow row, CancellationToken stop)
    {
        _known.Forget(row.Summary.Id);
        await publications.ReplaceAsync(row.Summary, row.Summary with { Publications = [] }, stop);
        await TakeWakeBackAsync(row.Wake);
        await blobs.DeleteAsync(IndexNames.Place(row.Summary.Id), stop);
        await blobs.DeleteAsync(row.Name, stop);
        counts.Forget();
    }

    private async Task<SummaryRow?> ReadByPlaceAsync(ReviewId review, CancellationToken stop) =>
        await blobs.ReadAsync(IndexNames.Place(review), stop) is { } place
            ? await ReadAsync(place.Content.ToString(), stop)
            : null;

    private async Task<WakeName> PutWakeAsync(ReviewSummary summary, CancellationToken stop)
    {
        var wake = WakeName.New(summary);
        await blobs.WriteAsync(wake.ToString(), Encoding.UTF8.GetBytes(IndexNames.Row(summary)), stop);
        return wake;
    }

    private SummaryRow Keep(SummaryRow row)
    {
        _known.Keep(row.Summary.Id, row);
        return row;
    }
}
