using Workflows.Contracts;

namespace Workflows.Sqlite.Tests;

public sealed class SqliteReviewJournalTests : ReviewJournalContract
{
    protected override Task<IStorePlace> NewPlaceAsync() => SqlitePlace.NewAsync();
}

public sealed class SqliteReviewIndexTests : ReviewIndexContract
{
    protected override Task<IStorePlace> NewPlaceAsync() => SqlitePlace.NewAsync();
}

public sealed class SqliteReviewListTests : ReviewListContract
{
    protected override Task<IStorePlace> NewPlaceAsync() => SqlitePlace.NewAsync();
}

public sealed class SqlitePublicationTests : PublicationContract
{
    protected override Task<IStorePlace> NewPlaceAsync() => SqlitePlace.NewAsync();
}

public sealed class SqliteDocumentStoreTests : DocumentStoreContract
{
    protected override Task<IStorePlace> NewPlaceAsync() => SqlitePlace.NewAsync();
}

public sealed class SqliteLinkStoreTests : LinkStoreContract
{
    protected override Task<IStorePlace> NewPlaceAsync() => SqlitePlace.NewAsync();
}

public sealed class SqliteReviewTableTests : ReviewTableContract
{
    protected override Task<IStorePlace> NewPlaceAsync() => SqlitePlace.NewAsync();
}

public sealed class SqlitePrivatePapersTests : PrivatePapersContract
{
    protected override Task<IStorePlace> NewPlaceAsync() => SqlitePlace.NewAsync();
}

public sealed class SqliteQuarantineTests : QuarantineChainContract
{
    protected override Task<IStorePlace> NewPlaceAsync() => SqlitePlace.NewAsync();
}

public sealed class SqliteScreeningTests : ScreeningContract
{
    protected override Task<IStorePlace> NewPlaceAsync() => SqlitePlace.NewAsync();
}
