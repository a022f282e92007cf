using Microsoft.Extensions.Logging;
using Workflows.Process.Decisions;
using Workflows.Process.Journal;
using Workflows.Process.State;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Ports;
using Workflows.Reviews.Wakes;

namespace Workflows.Reviews.Screening;

/// <summary>
/// Screens what is to be published: the attempt is journalled, then made, then what it found. The passages go to the review's private
/// papers before the journal names them. After a crash between it is done again, with the same result; what a crash again and
/// again keeps from ending is given to a person. When the review has ended, its papers are destroyed.
/// </summary>
internal sealed class ScreeningEffect(
    ReviewDesk desk, ReviewContexts contexts, IDocumentStore documents, IPrivatePapers papers, ILogger<ScreeningEffect> log) : IReviewEffect
{
    /// <inheritdoc/>
    public async Task PerformDueAsync(ReviewId review, CancellationToken stop)
    {
        var tried = new HashSet<string>();
        while (await desk.FindAsync(review, stop) is { } file)
        {
            if (ScreeningGate.MustDestroy(file.State))
            {
                await DestroyAsync(review, stop);
                return;
            }

            var due = ScreeningGate.Due(file.State, contexts.For(file.Definition, file.State.Partnership));
            if (due.FirstOrDefault(each => tried.Add($"{each.Item} {each.Version} {each.List}")) is not { } next)
            {
                return;
            }

            await ScreenAsync(file, next, stop);
        }
    }

    private async Task ScreenAsync(ReviewFile file, DocumentScreening due, CancellationToken stop)
    {
        if (await desk.HandleAsync(file.Id, new BeginScreening(due.Item), caller: null, key: null, stop) is not CommandAnswer.Done)
        {
            return;
        }

        var (found, pages) = await FindAsync(file, due, stop);
        var before = due.Paper is { } old && await papers.FindAsync(file.Id, old, stop) is { } paper ? ScreeningPapers.ReadFindings(paper) : [];
        var findings = FindingIds.Give(await ScreeningPapers.KeyAsync(papers, file.Id, stop), due.Item, found, before);
        var name = findings.Count > 0 ? ScreeningPapers.NewFoundName() : null;
        if (name is not null)
        {
            await papers.PutAsync(file.Id, name, ScreeningPapers.Write([.. findings.Take(RecordScreening.MostFindings)]), stop);
        }

        var details = findings.Take(RecordScreening.MostFindings).Select(each => new FoundDetail(each.Id, each.Kind, each.Pages, each.Count)).ToArray();
        var record = new RecordScreening(due.Item, due.Version, due.List, details, findings.Count, name, pages);
        var isRecorded = await desk.HandleAsync(file.Id, record, caller: null, key: null, stop) is CommandAnswer.Done;
        if (isRecorded)
        {
            ScreeningLog.Screened(log, file.Id, due.Item, due.Version, findings.Count);
        }

        // Meanwhile there may be a newer version, or another list: then what was found here is of no account.
        if ((isRecorded ? due.Paper : name) is { } gone)
        {
            await papers.DestroyAsync(file.Id, gone, stop);
        }
    }

    private async Task<(IReadOnlyList<KeptFinding> Findings, int? Pages)> FindAsync(ReviewFile file, DocumentScreening due, CancellationToken stop)
    {
        var version = file.State.Items[due.Item].Versions[due.Version - 1];
        if (ScreeningGate.IsGivenUp(due))
        {
            return ([DocumentScreen.Unread("given-up", "It was tried several times to look through it, and came to no end.")], null);
        }

        if (version.Bytes > DocumentScreen.MostBytes)
        {
            return ([DocumentScreen.Unread("limit", $"It is larger than {DocumentScreen.MostBytes / (1024 * 1024)} MB, so that it could not be looked through.")], null);
        }

        var list = file.State.Screening.List;
        var paper = list is null ? null : await papers.FindAsync(file.Id, list.Paper, stop);
        var (findings, pages) = await DocumentScreen.RunAsync(
            () => ReadAsync(file.Id, version, stop), version.FileName, paper is null ? [] : ScreeningPapers.ReadList(paper), stop);
        return list is not null && paper is null
            ? ([DocumentScreen.Unread("list", "The case's own list was not found among the private papers. Give it again."), .. findings], pages)
            : (findings, pages);
    }

    private async Task<ReadOnlyMemory<byte>?> ReadAsync(ReviewId review, DocumentVersion version, CancellationToken stop)
    {
        await using var content = await documents.OpenAsync(review, version.Sha256, stop);
        if (content is null)
        {
            return null;
        }

        using var bytes = new MemoryStream((int)version.Bytes);
        await content.CopyToAsync(bytes, stop);
        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    private async Task DestroyAsync(ReviewId review, CancellationToken stop)
    {
        var names = (await papers.NamesAsync(review, stop)).Where(ScreeningPapers.IsOne).ToArray();
        foreach (var name in names)
        {
            await papers.DestroyAsync(review, name, stop);
        }

        await desk.HandleAsync(review, new RecordScreeningDestroyed(names.Length), caller: null, key: null, stop);
    }
}

/// <summary>What the screen logs: identifiers and counts, nothing of the case.</summary>
internal static partial class ScreeningLog
{
    [LoggerMessage(1201, LogLevel.Information, "Review {Review}: version {Version} of {Document} was screened; {Count} findings")]
    public static partial void Screened(ILogger log, ReviewId review, string document, int version, int count);
}
