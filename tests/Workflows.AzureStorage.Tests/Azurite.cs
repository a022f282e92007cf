namespace Workflows.AzureStorage.Tests;

/// <summary>One emulator for all tests of this project; each test has containers of its own in it.</summary>
public sealed class Azurite : IAsyncLifetime, IDisposable
{
    private readonly AzuriteProcess _process = new();

    public string ConnectionString => _process.ConnectionString;

    public Task InitializeAsync() => _process.StartAsync();

    public Task DisposeAsync()
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => _process.Dispose();

    /// <summary>An empty place in it.</summary>
    internal AzurePlace NewPlace(int blocksInSegment = 50_000) => new(ConnectionString, blocksInSegment);
}

[CollectionDefinition(Name)]
public sealed class AzuriteTests : ICollectionFixture<Azurite>
{
    public const string Name = "azurite";
}
