using System.Text.Json;
using Workflows.Screening;
using Workflows.Screening.Reading;

namespace Workflows.Reviews.Screening;

/// <summary>Looks through one document, within limits of size and time. What cannot be looked through is a finding: a person must look.</summary>
internal static class DocumentScreen
{
    /// <summary>Most bytes of a document that is looked through: 50 MB.</summary>
    public const long MostBytes = 50L * 1024 * 1024;

    private const int MostPages = 20;

    // A limit of this machine's patience, not of the case: real time, whatever the service's clock shows. A report of 200 pages takes seconds.
    private static readonly TimeSpan MostTime = TimeSpan.FromMinutes(2);

    // Each holds its document in memory.
    private static readonly SemaphoreSlim Places = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <summary>What was found, without identifiers, and the number of pages.</summary>
    public static async Task<(IReadOnlyList<KeptFinding> Findings, int? Pages)> RunAsync(
        Func<Task<ReadOnlyMemory<byte>?>> read, string fileName, IReadOnlyList<ListEntry> list, CancellationToken stop)
    {
        await Places.WaitAsync(stop);
        try
        {
            if (await read() is not { } bytes)
            {
                return ([Unread("missing", "The document is not in the store, so that it could not be looked through.")], null);
            }

            using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
            limit.CancelAfter(MostTime);
            return await Task.Run(() => Run(bytes, fileName, list, limit.Token), stop);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return ([Unread("time", $"It could not be looked through within {MostTime.TotalMinutes:0} minutes.")], null);
        }
        finally
        {
            Places.Release();
        }
    }

    /// <summary>A finding that something could not be looked through.</summary>
    /// <param name="reason">Stable identifier of why.</param>
    /// <param name="statement">The same for a person; nothing of what is in the document.</param>
    public static KeptFinding Unread(string reason, string statement) =>
        new() { Id = string.Empty, Kind = $"unread-{reason}", Says = statement, Detail = reason };

    private static (IReadOnlyList<KeptFinding> Findings, int? Pages) Run(
        ReadOnlyMemory<byte> bytes, string fileName, IReadOnlyList<ListEntry> list, CancellationToken stop)
    {
        var text = DocumentReader.Read(bytes, fileName, stop);
        var unread = text.Unread.Select(Unread);
        try
        {
            return ([.. new Screen(list).Find(text, stop).Select(Found), .. unread], text.Pages);
        }
        catch (Exception problem) when (problem is not OperationCanceledException and not OutOfMemoryException)
        {
            // What is in a document must never keep the review from going on.
            return ([Unread("damaged", "It was read, but could not be looked through to its end."), .. unread], text.Pages);
        }
    }

    private static KeptFinding Found(Finding finding) => new()
    {
        Id = string.Empty,
        Kind = Name($"{finding.Kind}"),
        Says = finding.How,
        Matched = finding.Matched,
        Count = finding.Occurrences,
        Pages = [.. finding.Places.Select(place => place.Page).OfType<int>().Distinct().Order().Take(MostPages)],
        Places = [.. finding.Places.Select(place => new KeptPlace(place.Page, place.Where, place.Passage, place.Start, place.Length))],
        Detail = finding.Detail,
        Surroundings = finding.Surroundings,
    };

    private static KeptFinding Unread(UnreadPart part) => new()
    {
        Id = string.Empty,
        Kind = $"unread-{part.Reason}",
        Says = part.Statement,
        Pages = part.Page is { } page ? [page] : [],
        Detail = part.Mark,
    };

    private static string Name(string kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind);
}
