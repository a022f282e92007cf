using Workflows.Contracts;
using Workflows.Reviews.Ports;

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

[Collection(AzuriteTests.Name)]
public sealed class ChainTests(Azurite azurite) : ChainedLogContract
{
    private AzurePlace? _place;

    protected override async Task<IChainedLog> OpenAsync()
    {
        if (_place is null)
        {
            _place = azurite.NewPlace();
        }
        else
        {
            await _place.ReopenAsync();
        }

        return _place.Chains;
    }

    protected override async Task CloseAsync() => await _place!.DisposeAsync();
}

[Collection(AzuriteTests.Name)]
public sealed class PrivatePapersTests(Azurite azurite) : PrivatePapersContract
{
    protected override Task<IStorePlace> NewPlaceAsync() => Task.FromResult<IStorePlace>(azurite.NewPlace());
}

[Collection(AzuriteTests.Name)]
public sealed class QuarantineTests(Azurite azurite) : QuarantineChainContract
{
    protected override Task<IStorePlace> NewPlaceAsync() => Task.FromResult<IStorePlace>(azurite.NewPlace());
}

[Collection(AzuriteTests.Name)]
public sealed class ScreeningTests(Azurite azurite) : ScreeningContract
{
    protected override Task<IStorePlace> NewPlaceAsync() => Task.FromResult<IStorePlace>(azurite.NewPlace());
}
