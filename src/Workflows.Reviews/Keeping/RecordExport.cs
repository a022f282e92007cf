using System.IO.Compression;
using System.Text;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Journal;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Keeping;

/// <summary>What a review holds, as a ZIP file, for a subject's request: the journal with its words opened, documents, private papers.</summary>
public sealed class RecordExport(IReviewJournal journal, JournalCodec codec, IDocumentStore documents, IPrivatePapers papers)
{
    private const string Readme = """
        What this service holds about one review. A person must look through it before it is given to anybody: it may hold personal
        information of others, and information that the law exempts.

        journal.ndjson        all that happened, one JSON object a line, what people typed included
        documents/            every version of every document, named by item and version
        papers/               what is kept apart from the journal: the list of identifying details, passages that were found

        """;

    /// <summary>Writes it.</summary>
    /// <param name="file">The review.</param>
    /// <param name="target">Where to; it is left open.</param>
    /// <param name="stop">Ends the writing.</param>
    public async Task WriteAsync(ReviewFile file, Stream target, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(file);
        await using var zip = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, stop);
        await using (var readme = await zip.CreateEntry("README.txt").OpenAsync(stop))
        {
            await readme.WriteAsync(Encoding.UTF8.GetBytes(Readme), stop);
        }

        await using (var lines = await zip.CreateEntry("journal.ndjson").OpenAsync(stop))
        {
            var seal = string.Empty;
            foreach (var line in await journal.ReadAsync(file.Id, after: 0, stop))
            {
                var entry = codec.Read(file.Id, line, ref seal, file.Words);
                await lines.WriteAsync(JournalCodec.Show(file.Id, entry, seal), stop);
                await lines.WriteAsync("\n"u8.ToArray(), stop);
            }
        }

        foreach (var item in file.State.Items.Values.OrderBy(item => item.Id, StringComparer.Ordinal))
        {
            foreach (var version in item.Versions)
            {
                if (await documents.OpenAsync(file.Id, version.Sha256, stop) is { } content)
                {
                    await using var source = content;
                    await using var entry = await zip.CreateEntry($"documents/{item.Id}.v{version.Version}").OpenAsync(stop);
                    await source.CopyToAsync(entry, stop);
                }
            }
        }

        foreach (var name in (await papers.NamesAsync(file.Id, stop)).Where(name => name != WordsKey.PaperName))
        {
            if (await papers.FindAsync(file.Id, name, stop) is { } paper)
            {
                await using var entry = await zip.CreateEntry($"papers/{name}").OpenAsync(stop);
                await entry.WriteAsync(paper, stop);
            }
        }
    }
}
