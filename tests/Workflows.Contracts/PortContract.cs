namespace Workflows.Contracts;

/// <summary>Gives every test of a contract a place of its own.</summary>
public abstract class PortContract : IAsyncLifetime
{
    private IStorePlace? _place;

    /// <summary>The place of the running test.</summary>
    protected IStorePlace Place => _place ?? throw new InvalidOperationException("The test has no place yet.");

    /// <summary>Makes an empty place.</summary>
    protected abstract Task<IStorePlace> NewPlaceAsync();

    public async Task InitializeAsync() => _place = await NewPlaceAsync();

    public async Task DisposeAsync()
    {
        if (_place is not null)
        {
            await _place.DisposeAsync();
        }
    }
}
