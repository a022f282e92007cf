using Workflows.Contracts;
using Workflows.Reviews.Ports;

namespace Workflows.Sqlite.Tests;

public sealed class CheckTests : IAsyncLifetime
{
    private static readonly CancellationToken s_go = CancellationToken.None;

    private readonly SqlitePlace _place = new();
    private readonly ReviewId _review = ReviewId.New();

    private SqliteStore Store => _place.Store;

    [Fact]
    public async Task A_sound_store_has_no_problems()
    {
        await Store.Documents.StoreAsync(_review, new MemoryStream("report"u8.ToArray()), s_go);

        Assert.Empty(await Store.CheckAsync(s_go));
    }

    [Fact]
    public async Task A_lost_line_is_found()
    {
        await ChangeAsync("DELETE FROM journal WHERE sequence = 2");

        var problem = Assert.Single(await Store.CheckAsync(s_go));
        Assert.Contains(_review.Value, problem, StringComparison.Ordinal);
        Assert.Contains("gaps", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_tail_is_found_by_the_index_beside_it()
    {
        await ChangeAsync("DELETE FROM journal WHERE sequence > 3");

        var problem = Assert.Single(await Store.CheckAsync(s_go));
        Assert.Contains(_review.Value, problem, StringComparison.Ordinal);
        Assert.Contains("ends at 3", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_of_no_review_are_found()
    {
        await ChangeAsync("PRAGMA foreign_keys = OFF; DELETE FROM summary; DELETE FROM review");

        Assert.Contains(await Store.CheckAsync(s_go), problem => problem.Contains("journal", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_changed_document_is_found()
    {
        var document = await Store.Documents.StoreAsync(_review, new MemoryStream("report"u8.ToArray()), s_go);
        await File.WriteAllTextAsync(
            Path.Combine(Store.Folder, SqliteStore.DocumentsName, _review.Value, document.Sha256), "rep0rt");

        var problem = Assert.Single(await Store.CheckAsync(s_go));
        Assert.Contains(document.Sha256, problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overwritten_pages_are_found()
    {
        var folder = Store.Folder;
        await Store.DisposeAsync();
        await using (var file = new FileStream(Path.Combine(folder, SqliteStore.DatabaseName), FileMode.Open))
        {
            file.Position = 4096;
            var zeros = new byte[file.Length - 4096];
            file.Write(zeros);
        }

        await _place.ReopenAsync();

        Assert.NotEmpty(await Store.CheckAsync(s_go));
    }

    public async Task InitializeAsync() => await Store.Journal.AppendAsync(Sample.Append(_review, 0, 5), s_go);

    public async Task DisposeAsync() => await _place.DisposeAsync();

    private async Task ChangeAsync(string sql)
    {
        var folder = Store.Folder;
        await Store.DisposeAsync();
        using (var db = Raw.Connection.Open(Path.Combine(folder, SqliteStore.DatabaseName)))
        {
            db.Execute(sql);
        }

        await _place.ReopenAsync();
    }
}
