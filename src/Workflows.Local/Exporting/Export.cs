using System.Text.Encodings.Web;
using System.Text.Json;
using Workflows.Process.State;
using Workflows.Reviews.Journal;
using Workflows.Reviews.Ports;
using Workflows.Sqlite;

namespace Workflows.Local.Exporting;

/// <summary>Writes reviews out as files that need no program of ours to be read.</summary>
/// <param name="store">Where they are.</param>
/// <param name="codec">Reads their journals, and checks them.</param>
/// <param name="audit">The chains of looks, and the anchors.</param>
/// <param name="target">The folder to write; it must not be there yet.</param>
internal sealed class Export(SqliteStore store, JournalCodec codec, AuditExport audit, string target)
{
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web)
    {
        // Files for people; nothing of them is put into HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    /// <summary>Writes them.</summary>
    /// <param name="only">The only review to write, or null for all.</param>
    /// <param name="stop">Ends the writing; what is written stays.</param>
    /// <returns>How many reviews were written.</returns>
    /// <exception cref="IOException">The folder is there already, or cannot be written.</exception>
    /// <exception cref="JournalDamagedException">A journal is damaged; <c>verify</c> says where.</exception>
    public async Task<int> RunAsync(ReviewId? only, CancellationToken stop)
    {
        if (Path.Exists(target))
        {
            throw new IOException($"'{target}' is there already. Name a folder that does not exist yet.");
        }

        Private(target);
        var definitions = new SortedSet<string>(StringComparer.Ordinal);
        var count = 0;
        await foreach (var review in store.Journal.ListAsync(stop))
        {
            if (only is null || review == only)
            {
                definitions.Add(await ReviewAsync(review, stop));
                count++;
            }
        }

        foreach (var key in definitions)
        {
            await DefinitionAsync(key, stop);
        }

        await LettersAsync(only, stop);
        if (only is null)
        {
            // One chain has the files of all reviews.
            await audit.QuarantineAsync(Private(Path.Combine(target, "quarantine")), stop);
        }

        await audit.AnchorsAsync(Private(Path.Combine(target, "anchors")), stop);
        await File.WriteAllTextAsync(Path.Combine(target, "README.txt"), ExportReadme.Text, stop);
        return count;
    }

    private async Task<string> ReviewAsync(ReviewId review, CancellationToken stop)
    {
        var folder = Private(Path.Combine(target, "reviews", review.Value));
        var state = await JournalAsync(review, folder, stop);
        var summary = await store.Index.FindAsync(review, stop);
        await WriteAsync(Path.Combine(folder, "summary.json"), summary, stop);
        var documents = new List<ExportedDocument>();
        foreach (var item in state.Items.Values.Where(_ => state.Keeping.Begun is null).OrderBy(item => item.Id, StringComparer.Ordinal))
        {
            foreach (var version in item.Versions)
            {
                var file = $"{item.Id}.v{version.Version}";
                await DocumentAsync(review, version.Sha256, Path.Combine(Private(Path.Combine(folder, "documents")), file), stop);
                documents.Add(new ExportedDocument(
                    file, item.Id, version.Version, version.FileName, version.MediaType, version.Bytes, version.Sha256));
            }
        }

        await WriteAsync(Path.Combine(folder, "documents.json"), documents, stop);
        await audit.LooksAsync(review, folder, stop);
        return $"{state.Process}@{state.Version}";
    }

    private async Task<ReviewState> JournalAsync(ReviewId review, string folder, CancellationToken stop)
    {
        var words = await WordsKey.FindAsync(store.Papers, review, stop);
        var (seal, state) = (string.Empty, ReviewState.Empty);
        await using var file = File.Create(Path.Combine(folder, "journal.ndjson"));
        await using var opened = File.Create(Path.Combine(folder, "journal-opened.ndjson"));
        foreach (var line in await store.Journal.ReadAsync(review, after: 0, stop))
        {
            var entry = codec.Read(review, line, ref seal, words);
            state = Evolve.Apply(state, entry);
            await file.WriteAsync(line.Utf8, stop);
            file.WriteByte((byte)'\n');
            await opened.WriteAsync(JournalCodec.Show(review, entry, seal), stop);
            opened.WriteByte((byte)'\n');
        }

        return state;
    }

    private async Task DocumentAsync(ReviewId review, string sha256, string path, CancellationToken stop)
    {
        await using var content = await store.Documents.OpenAsync(review, sha256, stop)
            ?? throw new IOException($"Review {review}: the document {sha256} is missing. See what verify says.");
        await using var file = File.Create(path);
        await content.CopyToAsync(file, stop);
    }

    private async Task LettersAsync(ReviewId? only, CancellationToken stop)
    {
        var outbox = new SqliteOutbox(store, TimeProvider.System);
        var line = new JsonSerializerOptions(Plain) { WriteIndented = false };
        await using var file = File.CreateText(Path.Combine(target, "letters.ndjson"));
        var after = 0L;
        while (await outbox.ReadAsync(after, SqliteOutbox.MaximumPage, stop) is { Count: > 0 } page)
        {
            foreach (var letter in page.Where(letter => only is null || letter.Review == only))
            {
                await file.WriteLineAsync(JsonSerializer.Serialize(ExportedLetter.Of(letter), line));
            }

            after = page[^1].Id;
        }
    }

    private async Task DefinitionAsync(string key, CancellationToken stop)
    {
        var folder = Private(Path.Combine(target, "definitions"));
        if (ShippedDefinition.TextOf(key) is { } text)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, $"{key}.yaml"), text, stop);
        }
    }

    private static async Task WriteAsync<T>(string path, T value, CancellationToken stop)
    {
        await using var file = File.Create(path);
        await JsonSerializer.SerializeAsync(file, value, Plain, stop);
    }

    // What is exported is as confidential as the store that it comes from.
    private static string Private(string folder) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(folder).FullName
        : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
}
