using Workflows.Contracts;
using Workflows.Reviews.Ports;

namespace Workflows.Sqlite.Tests;

public sealed class BackupTests : IAsyncLifetime
{
    private static readonly CancellationToken s_go = CancellationToken.None;

    private readonly SqlitePlace _place = new();
    private readonly TestFolder _folder = new();

    private SqliteStore Store => _place.Store;

    [Fact]
    public async Task A_backup_taken_while_appends_go_on_is_whole()
    {
        var reviews = Enumerable.Range(0, 6).Select(_ => ReviewId.New()).ToArray();
        foreach (var review in reviews)
        {
            await Store.Journal.AppendAsync(Sample.Append(review, 0, 3), s_go);
        }

        using var done = new CancellationTokenSource();
        var writing = Task.WhenAll(reviews.Select(review => Task.Run(async () =>
        {
            for (var position = 3; !done.IsCancellationRequested; position += 3)
            {
                await Store.Journal.AppendAsync(Sample.Append(review, position, 3), s_go);
            }
        })));

        await Store.BackupAsync(_folder["copy"], s_go);

        await done.CancelAsync();
        await writing;
        await using var copy = SqliteStore.Open(_folder["copy"]);
        Assert.Empty(await copy.CheckAsync(s_go));
        foreach (var review in reviews)
        {
            var lines = Sample.Texts(await copy.Journal.ReadAsync(review, 0, s_go));
            Assert.InRange(lines.Count, 3, int.MaxValue);
            Assert.Equal(Sample.Texts(await Store.Journal.ReadAsync(review, 0, s_go)).Take(lines.Count), lines);
        }
    }

    [Fact]
    public async Task A_backup_has_letters_notes_and_documents_and_takes_appends_of_its_own()
    {
        var review = ReviewId.New();
        await Store.Journal.AppendAsync(Sample.Append(review, 0), s_go);
        var document = await Store.Documents.StoreAsync(review, new MemoryStream("report"u8.ToArray()), s_go);
        await new SqliteOutbox(Store, TimeProvider.System).SendAsync(Letters.Reminder("k"), s_go);
        await new SqliteNotes(Store).SaveAsync("clock", "noon", s_go);

        await Store.BackupAsync(_folder["copy"], s_go);

        await using var copy = SqliteStore.Open(_folder["copy"]);
        await using var content = await copy.Documents.OpenAsync(review, document.Sha256, s_go);
        Assert.Equal(6, content!.Length);
        Assert.Single(await new SqliteOutbox(copy, TimeProvider.System).ReadAsync(0, 10, s_go));
        Assert.Equal("noon", await new SqliteNotes(copy).FindAsync("clock", s_go));
        Assert.Equal(AppendOutcome.Appended, await copy.Journal.AppendAsync(Sample.Append(review, 1), s_go));
        Assert.Single(await Store.Journal.ReadAsync(review, 0, s_go));
    }

    [Fact]
    public async Task A_backup_never_writes_over_anything()
    {
        Directory.CreateDirectory(_folder["copy"]);

        var refused = await Assert.ThrowsAsync<IOException>(() => Store.BackupAsync(_folder["copy"], s_go));

        Assert.Contains(_folder["copy"], refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder["copy"]));
    }

    [Fact]
    public async Task A_backup_is_not_put_into_the_store_itself()
    {
        await Assert.ThrowsAsync<IOException>(
            () => Store.BackupAsync(Path.Combine(Store.Folder, SqliteStore.DocumentsName, "copy"), s_go));

        Assert.Empty(await Store.CheckAsync(s_go));
    }

    [Fact]
    public async Task A_backup_that_fails_leaves_nothing()
    {
        var review = ReviewId.New();
        var document = await Store.Documents.StoreAsync(review, new MemoryStream("report"u8.ToArray()), s_go);
        // A file that cannot be copied: a link to nowhere in place of a document.
        var file = Path.Combine(Store.Folder, SqliteStore.DocumentsName, review.Value, document.Sha256);
        File.Delete(file);
        File.CreateSymbolicLink(file, _folder["nowhere"]);
        Directory.CreateDirectory(_folder["backups"]);

        await Assert.ThrowsAnyAsync<IOException>(() => Store.BackupAsync(Path.Combine(_folder["backups"], "copy"), s_go));

        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder["backups"]));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _place.DisposeAsync();
        _folder.Dispose();
    }
}
