using Workflows.Reviews.Ports;

namespace Workflows.Graph.Tests.Support;

internal sealed class MemoryDeltaLinkStore : IDeltaLinkStore
{
    public string? Text { get; set; }

    public Task<string?> ReadAsync(string name, CancellationToken stop) => Task.FromResult(Text);

    public Task WriteAsync(string name, string text, CancellationToken stop)
    {
        Assert.InRange(text.Length, 1, IDeltaLinkStore.MaximumLength);
        Text = text;
        return Task.CompletedTask;
    }
}
