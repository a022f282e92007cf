using System.Globalization;
using Azure.Storage.Blobs.Models;
using Workflows.Reviews.Ports;

namespace Workflows.AzureStorage.Index;

/// <summary>
/// The public register: each publication once by its identifier and once by its day. Each blob tells the position of the review
/// that it was written for, and an older one never replaces a newer one.
/// </summary>
internal sealed class PublicationRows(IndexBlobs blobs)
{
    private const int PageSize = 100;
    private const int MostLostRaces = 50;
    private const string PositionKey = "position";
    private const string PublicationKey = "publication";

    public async Task<Publication?> FindAsync(string id, CancellationToken stop) =>
        await blobs.ReadAsync(IndexNames.ById(id), stop) is { } blob ? Read(blob) is var found && found.Id == id ? found : null : null;

    public async Task<PublicationPage> ListAsync(string? cursor, CancellationToken stop)
    {
        var after = IndexCursor.Publications.Open(cursor);
        var items = new List<Publication>();
        var last = string.Empty;
        await foreach (var (item, _) in blobs.ListAsync(
            IndexNames.PublicationsByDay, cursor is null ? PageSize + 1 : null, stop))
        {
            var key = item.Name[IndexNames.PublicationsByDay.Length..];
            if (string.CompareOrdinal(key, after) <= 0)
            {
                continue;
            }

            if (items.Count == PageSize)
            {
                return new PublicationPage(items, IndexCursor.Publications.Close(last));
            }

            if (await ReadAsync(item, stop) is { } publication)
            {
                items.Add(publication);
                last = key;
            }
        }

        return new PublicationPage(items, null);
    }

    /// <summary>Brings a review's publications from what they were to what they are; costs nothing where nothing changed.</summary>
    public async Task ReplaceAsync(ReviewSummary? old, ReviewSummary summary, CancellationToken stop)
    {
        var before = old?.Publications ?? [];
        foreach (var publication in summary.Publications.Except(before))
        {
            var json = IndexJson.Write(publication);
            await PutAsync(IndexNames.ById(publication.Id), json, summary.Position, stop);
            await PutAsync(IndexNames.ByDay(publication), json, summary.Position, stop);
        }

        var days = summary.Publications.Select(IndexNames.ByDay).ToHashSet(StringComparer.Ordinal);
        var names = summary.Publications.Select(publication => publication.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in before)
        {
            if (!days.Contains(IndexNames.ByDay(gone)))
            {
                await blobs.DeleteAsync(IndexNames.ByDay(gone), stop);
            }

            if (!names.Contains(gone.Id))
            {
                await blobs.DeleteAsync(IndexNames.ById(gone.Id), stop);
            }
        }
    }

    private async Task PutAsync(string name, byte[] json, long position, CancellationToken stop)
    {
        for (var lost = 0; lost < MostLostRaces; lost++)
        {
            var there = await blobs.ReadAsync(name, stop);
            if (there is not null && PositionOf(there.Details.Metadata) > position)
            {
                return;
            }

            var metadata = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
            {
                [PositionKey] = position.ToString(CultureInfo.InvariantCulture),
            };
            if (IndexJson.ForMetadata(json) is { } text)
            {
                metadata[PublicationKey] = text;
            }

            if (await blobs.WriteAsync(name, json, metadata, there?.Details.ETag, stop) is not null)
            {
                return;
            }
        }

        throw new StoreUnavailableException("A publication cannot be written: others write it all the time.", null);
    }

    private async Task<Publication?> ReadAsync(BlobItem item, CancellationToken stop) =>
        item.Metadata.TryGetValue(PublicationKey, out var text) ? IndexJson.FromMetadata<Publication>(text)
        : await blobs.ReadAsync(item.Name, stop) is { } blob ? Read(blob)
        : null;

    private static Publication Read(BlobDownloadResult blob) => IndexJson.Read<Publication>(blob.Content.ToMemory().Span);

    private static long PositionOf(IDictionary<string, string> metadata) =>
        metadata.TryGetValue(PositionKey, out var text)
        && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            ? position
            : 0;
}
