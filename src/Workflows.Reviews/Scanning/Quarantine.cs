using System.Text.Json;
using Workflows.Process.Calendar;
using Workflows.Reviews.Audit;
using Workflows.Reviews.Journal;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Scanning;

/// <summary>
/// Keeps what a scanner found something in: the bytes under a name that no review has, so that no address, page or export leads to them;
/// and, in a sealed chain a year, what happened. Only who looks after the store can take a file out.
/// </summary>
/// <param name="documents">Keeps the bytes.</param>
/// <param name="log">Keeps the chain.</param>
/// <param name="key">Seals it.</param>
/// <param name="clock">Tells when.</param>
public sealed class Quarantine(IDocumentStore documents, IChainedLog log, AuditKey key, TimeProvider clock) : IDisposable
{
    /// <summary>How the names of its chains begin; the year follows.</summary>
    public const string Prefix = "quarantine/";

    private readonly ChainWriter _writer = new(log, key, clock);
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>The name under which a review's quarantined files are in the store of documents.</summary>
    /// <param name="review">The review.</param>
    public static ReviewId PlaceOf(ReviewId review) => ReviewId.From("quarantine", review.Value);

    /// <summary>Keeps a file; it and its record are durable when the answer comes.</summary>
    /// <param name="review">The review that it was handed in for.</param>
    /// <param name="item">Identifier of the item in it.</param>
    /// <param name="user">Identifier of the person who handed it in.</param>
    /// <param name="finding">What the scanner says.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="stop">Ends the wait; the file may be kept all the same.</param>
    public async Task KeepAsync(ReviewId review, string item, string user, string finding, Stream content, CancellationToken stop)
    {
        var stored = await documents.StoreAsync(PlaceOf(review), content, stop);
        await _turn.WaitAsync(stop);
        try
        {
            await _writer.AppendAsync(
                $"{Prefix}{LondonTime.DateOf(clock.GetUtcNow()).Year}",
                [
                    writer =>
                    {
                        writer.WriteString("review"u8, review.Value);
                        writer.WriteString("item"u8, item);
                        writer.WriteString("by"u8, user);
                        writer.WriteString("sha256"u8, stored.Sha256);
                        writer.WriteNumber("bytes"u8, stored.Bytes);
                        writer.WriteString("finding"u8, finding);
                    },
                ],
                stop);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>What was put into quarantine, the latest first.</summary>
    /// <param name="most">Most to answer with.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <exception cref="ChainDamagedException">A record is not what was written.</exception>
    public async Task<IReadOnlyList<QuarantinedFile>> ReadAsync(int most, CancellationToken stop)
    {
        var files = new List<QuarantinedFile>();
        await foreach (var (chain, _) in log.ListAsync(Prefix, stop))
        {
            var seal = string.Empty;
            foreach (var line in await log.ReadAsync(chain, after: 0, stop))
            {
                files.Add(Of(ChainLine.Read(key, chain, line, ref seal)));
            }
        }

        return [.. files.AsEnumerable().Reverse().Take(most)];
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private static QuarantinedFile Of(JsonElement record) => new(
        record.GetProperty("at").GetDateTimeOffset(), Text(record, "review"), Text(record, "item"), Text(record, "by"),
        Text(record, "sha256"), record.GetProperty("bytes").GetInt64(), Text(record, "finding"));

    private static string Text(JsonElement record, string name) => record.GetProperty(name).GetString() ?? string.Empty;
}

/// <summary>A file in quarantine.</summary>
/// <param name="At">When it was handed in, UTC.</param>
/// <param name="Review">Identifier of the review that it was handed in for.</param>
/// <param name="Item">Identifier of the item in it.</param>
/// <param name="By">Identifier of the person who handed it in.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hex.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Finding">What the scanner said.</param>
public sealed record QuarantinedFile(
    DateTimeOffset At, string Review, string Item, string By, string Sha256, long Bytes, string Finding);
