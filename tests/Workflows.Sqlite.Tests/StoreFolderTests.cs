using Workflows.Contracts;
using Workflows.Sqlite.Raw;

namespace Workflows.Sqlite.Tests;

public sealed class StoreFolderTests : IDisposable
{
    private static readonly CancellationToken s_go = CancellationToken.None;

    private readonly TestFolder _folder = new();

    private string Data => _folder["data"];

    private string Database => Path.Combine(Data, SqliteStore.DatabaseName);

    [Fact]
    public async Task A_missing_folder_is_made_with_all_above_it()
    {
        var deep = Path.Combine(Data, "a", "b");

        await using var store = SqliteStore.Open(deep + Path.DirectorySeparatorChar);

        Assert.Equal(deep, store.Folder);
        Assert.True(File.Exists(Path.Combine(deep, SqliteStore.DatabaseName)));
    }

    [Fact]
    public async Task A_folder_in_use_is_refused_by_name_and_free_again_afterwards()
    {
        await using (SqliteStore.Open(Data))
        {
            var refused = Assert.Throws<FolderInUseException>(() => SqliteStore.Open(Data));
            Assert.Contains(Data, refused.Message, StringComparison.Ordinal);
        }

        await using var again = SqliteStore.Open(Data);
        Assert.Empty(await again.CheckAsync(s_go));
    }

    [Fact]
    public async Task A_lock_file_that_nobody_holds_keeps_nobody_out()
    {
        Directory.CreateDirectory(Data);
        await File.WriteAllTextAsync(Path.Combine(Data, "lock"), "left behind");

        await using var store = SqliteStore.Open(Data);

        Assert.Empty(await store.CheckAsync(s_go));
    }

    [Fact]
    public void A_folder_of_a_later_program_is_refused_and_left_as_it_is()
    {
        SqliteStore.Open(Data).Dispose();
        Change("PRAGMA user_version = 999");
        var before = File.ReadAllBytes(Database);

        var refused = Assert.Throws<NewerStoreException>(() => SqliteStore.Open(Data));

        Assert.Contains(Data, refused.Message, StringComparison.Ordinal);
        Assert.Contains("999", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Database));
    }

    [Fact]
    public void A_database_of_another_program_is_refused_and_left_as_it_is()
    {
        Directory.CreateDirectory(Data);
        Change("CREATE TABLE recipe (cake TEXT)");
        var before = File.ReadAllBytes(Database);

        var refused = Assert.Throws<DamagedStoreException>(() => SqliteStore.Open(Data));

        Assert.Contains(Data, refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Database));
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_and_the_folder_is_not_held()
    {
        Directory.CreateDirectory(Data);
        File.WriteAllText(Database, new string('x', 10_000));

        var refused = Assert.Throws<DamagedStoreException>(() => SqliteStore.Open(Data));

        Assert.Contains(Data, refused.Message, StringComparison.Ordinal);
        File.Delete(Database);
        SqliteStore.Open(Data).Dispose();
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_refused()
    {
        File.WriteAllText(_folder["file"], "");

        Assert.ThrowsAny<IOException>(() => SqliteStore.Open(Path.Combine(_folder["file"], "data")));
    }

    [Fact]
    public async Task A_closed_store_says_so()
    {
        var store = SqliteStore.Open(Data);
        await store.DisposeAsync();

        var append = Sample.Append(Reviews.Ports.ReviewId.New(), 0);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.Journal.AppendAsync(append, s_go));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.Journal.ReadAsync(append.Review, 0, s_go));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.BackupAsync(_folder["copy"], s_go));
    }

    [Fact]
    public async Task Uploads_that_a_crash_broke_off_are_cleared_away()
    {
        SqliteStore.Open(Data).Dispose();
        var left = Path.Combine(Data, SqliteStore.DocumentsName, "incoming", "left");
        await File.WriteAllTextAsync(left, "half a docum");

        await using var store = SqliteStore.Open(Data);

        Assert.False(File.Exists(left));
    }

    [Fact]
    public async Task A_document_that_the_disk_does_not_take_is_the_stores_fault_and_the_next_one_is_taken()
    {
        await using var store = SqliteStore.Open(Data);
        var incoming = Path.Combine(Data, SqliteStore.DocumentsName, "incoming");
        var review = Reviews.Ports.ReviewId.New();
        Directory.Delete(incoming);

        await Assert.ThrowsAsync<Reviews.Ports.StoreUnavailableException>(
            () => store.Documents.StoreAsync(review, new MemoryStream([1, 2, 3]), s_go));

        Directory.CreateDirectory(incoming);
        Assert.Equal(3, (await store.Documents.StoreAsync(review, new MemoryStream([1, 2, 3]), s_go)).Bytes);
    }

    public void Dispose() => _folder.Dispose();

    private void Change(string sql)
    {
        using var db = Connection.Open(Database);
        db.Execute(sql);
    }
}
