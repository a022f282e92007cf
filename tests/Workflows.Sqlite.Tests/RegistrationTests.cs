using Microsoft.Extensions.DependencyInjection;
using Workflows.Contracts;
using Workflows.Reviews.Ports;

namespace Workflows.Sqlite.Tests;

public sealed class RegistrationTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task The_ports_among_the_services_are_those_of_the_one_store()
    {
        var review = ReviewId.New();
        await using (var provider = Provider())
        {
            await provider.GetRequiredService<IReviewJournal>()
                .AppendAsync(Sample.Append(review, 0), CancellationToken.None);

            Assert.NotNull(await provider.GetRequiredService<IReviewIndex>().FindAsync(review, CancellationToken.None));
            Assert.NotNull(provider.GetRequiredService<IDocumentStore>());
            Assert.NotNull(provider.GetRequiredService<SqliteNotes>());
            Assert.IsType<MailResult.Sent>(await provider.GetRequiredService<SqliteOutbox>()
                .SendAsync(Letters.Reminder("k"), CancellationToken.None));
        }

        // The services have closed the store: its folder can be opened again.
        await using var store = SqliteStore.Open(_folder["data"]);
        Assert.Single(await store.Journal.ReadAsync(review, 0, CancellationToken.None));
    }

    [Fact]
    public void Services_disposed_of_at_once_close_the_store_too()
    {
        using (var provider = Provider())
        {
            Assert.Equal(_folder["data"], provider.GetRequiredService<SqliteStore>().Folder);
        }

        SqliteStore.Open(_folder["data"]).Dispose();
    }

    [Fact]
    public void Options_without_a_folder_are_refused() =>
        Assert.Throws<ArgumentException>(() => new ServiceCollection().AddWorkflowsSqlite(new SqliteStoreOptions { Folder = " " }));

    public void Dispose() => _folder.Dispose();

    private ServiceProvider Provider() => new ServiceCollection()
        .AddSingleton(TimeProvider.System)
        .AddWorkflowsSqlite(new SqliteStoreOptions { Folder = _folder["data"] })
        .BuildServiceProvider(validateScopes: true);
}
