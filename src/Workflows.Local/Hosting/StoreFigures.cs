using Workflows.Reviews.Ports;
using Workflows.Sqlite;

namespace Workflows.Local.Hosting;

/// <summary>What the host asks of a store at its start.</summary>
internal static class StoreFigures
{
    /// <summary>Whether it holds no review yet. It takes the same short time however many there are.</summary>
    /// <param name="store">The store.</param>
    public static bool IsEmpty(this SqliteStore store) =>
        store.Index.ListAsync(new ReviewQuery { Limit = 1 }, CancellationToken.None).GetAwaiter().GetResult().Items.Count == 0;
}
