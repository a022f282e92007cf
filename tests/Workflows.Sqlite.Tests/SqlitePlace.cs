using Workflows.Contracts;
using Workflows.Reviews.Ports;

namespace Workflows.Sqlite.Tests;

/// <summary>A store on real files.</summary>
internal sealed class SqlitePlace : IStorePlace
{
    private readonly TestFolder _folder = new();

    public SqlitePlace() => Store = SqliteStore.Open(_folder["data"]);

    public SqliteStore Store { get; private set; }

    public IReviewJournal Journal => Store.Journal;

    public IReviewIndex Index => Store.Index;

    public IDocumentStore Documents => Store.Documents;

    public ILinkStore Links => Store.Links;

    public IPrivatePapers Papers => Store.Papers;

    public IChainedLog Chains => Store.Chains;

    public static Task<IStorePlace> NewAsync() => Task.FromResult<IStorePlace>(new SqlitePlace());

    public async Task ReopenAsync()
    {
        await Store.DisposeAsync();
        Store = SqliteStore.Open(_folder["data"]);
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        _folder.Dispose();
    }
}
