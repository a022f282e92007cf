
namespace Workflows.Browser.Tests.Support;

/// <summary>A review whose rapid review the partners are asked to sign off, for the tests of one class.</summary>
public sealed class AtSignOff : IAsyncLifetime
{
    internal Site Site { get; private set; } = default!;

    internal Partnership People { get; private set; } = default!;

    public async Task InitializeAsync()
    {
        Site = await Site.StartAsync();
        People = new Partnership(Site, Screen.Desktop);
        await People.OpenAsync();
        await People.UntilAsync(each => each.GetByText("Partners sign off the rapid review").First.IsVisibleAsync());
    }

    public async Task DisposeAsync() => await Site.DisposeAsync();
}
