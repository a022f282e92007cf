using System.Runtime.CompilerServices;
using Workflows.Process.State;
using Workflows.Reviews.Audit;
using Workflows.Reviews.Journal;
using Workflows.Reviews.Ports;
using Workflows.Sqlite;

namespace Workflows.Local.Verifying;

/// <summary>Looks through a data folder: the database itself, then every journal with what is derived from it.</summary>
/// <param name="store">The folder.</param>
/// <param name="check">Looks at one review.</param>
/// <param name="audit">Holds journals against their anchors.</param>
/// <param name="mends">Whether the index is written again where it says other things than the journals.</param>
internal sealed class FolderCheck(SqliteStore store, ReviewCheck check, AuditCheck audit, bool mends)
{
    /// <summary>Reviews looked at so far.</summary>
    public long Reviews { get; private set; }

    /// <summary>Entries of journals read so far.</summary>
    public long Entries { get; private set; }

    /// <summary>Documents found so far.</summary>
    public long Documents { get; private set; }

    /// <summary>Every problem, a sentence each that names its place; none where all is sound.</summary>
    /// <param name="stop">Ends the search.</param>
    public async IAsyncEnumerable<string> RunAsync([EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var problem in await store.CheckAsync(stop))
        {
            yield return problem;
        }

        await foreach (var review in store.Journal.ListAsync(stop))
        {
            Reviews++;
            var lines = await store.Journal.ReadAsync(review, after: 0, stop);
            Entries += lines.Count;
            foreach (var problem in audit.Journal(review, lines))
            {
                yield return problem;
            }

            var (state, damage) = check.Fold(review, lines, await WordsKey.FindAsync(store.Papers, review, stop));
            if (damage is not null)
            {
                yield return damage;
            }

            if (state is null)
            {
                continue;
            }

            var indexed = await store.Index.FindAsync(review, stop);
            var differs = false;
            foreach (var problem in check.Derived(review, state, indexed))
            {
                differs = true;
                yield return problem;
            }

            if (differs && mends && check.Summary(review, state) is { } summary && await store.MendIndexAsync(summary, stop))
            {
                yield return $"The index of review {review} was written again from its journal.";
            }

            if (state.Keeping.Begun is not null)
            {
                // Broken off, the destruction goes on when the folder is served again.
                foreach (var problem in state.Keeping.Destroyed is null ? [] : await LeftoversAsync(review, state, stop))
                {
                    yield return problem;
                }

                continue;
            }

            foreach (var (item, version) in state.Items.Values.SelectMany(item => item.Versions.Select(version => (item, version))))
            {
                await using var content = await store.Documents.OpenAsync(review, version.Sha256, stop);
                if (content is null)
                {
                    yield return $"Review {review}: the document {item.Id}, version {version.Version}, is missing ({version.Sha256}).";
                }
                else
                {
                    Documents++;
                }
            }
        }

        await foreach (var problem in audit.RestAsync(stop))
        {
            yield return problem;
        }
    }

    // What was destroyed must not be there again, say from a backup.
    private async Task<IReadOnlyList<string>> LeftoversAsync(ReviewId review, ReviewState state, CancellationToken stop)
    {
        var found = new List<string>();
        foreach (var version in state.Items.Values.SelectMany(item => item.Versions))
        {
            await using var content = await store.Documents.OpenAsync(review, version.Sha256, stop);
            if (content is not null)
            {
                found.Add($"Review {review}: a document is there although it was destroyed ({version.Sha256}).");
            }
        }

        return [.. found, .. (await store.Papers.NamesAsync(review, stop)).Select(
            name => $"Review {review}: the private paper {name} is there although it was destroyed.")];
    }
}
