namespace Workflows.Web.Tests.Support;

/// <summary>A service with one review, for tests whose requests are all refused and so change nothing.</summary>
public sealed class OneReview : IAsyncLifetime
{
    internal WebService Service { get; private set; } = null!;

    internal string Address { get; private set; } = string.Empty;

    public async Task InitializeAsync()
    {
        Service = await WebService.StartAsync();
        Address = await Service.OpenAsync();
    }

    public async Task DisposeAsync() => await Service.DisposeAsync();
}
