using Workflows.Contracts;

namespace Workflows.AzureStorage.Tests;

[Collection(AzuriteTests.Name)]
public sealed class JournalTests(Azurite azurite) : ReviewJournalContract
{
    protected override Task<IStorePlace> NewPlaceAsync() => Task.FromResult<IStorePlace>(azurite.NewPlace());
}

[Collection(AzuriteTests.Name)]
public sealed class IndexTests(Azurite azurite) : ReviewIndexContract
{
    protected override Task<IStorePlace> NewPlaceAsync() => Task.FromResult<IStorePlace>(azurite.NewPlace());
}

[Collection(AzuriteTests.Name)]
public sealed class ListTests(Azurite azurite) : ReviewListContract
{
    protected override Task<IStorePlace> NewPlaceAsync() => Task.FromResult<IStorePlace>(azurite.NewPlace());
}

[Collection(AzuriteTests.Name)]
public sealed class PublicationTests(Azurite azurite) : PublicationContract
{
    protected override Task<IStorePlace> NewPlaceAsync() => Task.FromResult<IStorePlace>(azurite.NewPlace());
}

[Collection(AzuriteTests.Name)]
public sealed class DocumentTests(Azurite azurite) : DocumentStoreContract
{
    protected override Task<IStorePlace> NewPlaceAsync() => Task.FromResult<IStorePlace>(azurite.NewPlace());
}

[Collection(AzuriteTests.Name)]
public sealed class LinkStoreTests(Azurite azurite) : LinkStoreContract
{
    protected override Task<IStorePlace> NewPlaceAsync() => Task.FromResult<IStorePlace>(azurite.NewPlace());
}

[Collection(AzuriteTests.Name)]
public sealed class TableTests(Azurite azurite) : ReviewTableContract
{
    protected override Task<IStorePlace> NewPlaceAsync() => Task.FromResult<IStorePlace>(azurite.NewPlace());
}
