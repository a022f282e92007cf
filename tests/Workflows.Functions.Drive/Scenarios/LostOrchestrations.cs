using Workflows.Functions.Drive.Client;
using Workflows.Functions.Drive.Hosts;

namespace Workflows.Functions.Drive.Scenarios;

/// <summary>
/// An orchestration that was terminated, one that was purged, one that failed and one that never began: while the engine is out of
/// reach a command is done in the review of each. The watchdog finds them all and starts them again, and every letter leaves once.
/// </summary>
internal static class LostOrchestrations
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);

    public static async Task<string> RunAsync(FunctionsHost host)
    {
        var answers = new Answers();
        var ways = new (string Name, Func<string, Task> Lose)[]
        {
            ("terminated", host.Orchestrations.EndAsync), ("purged", host.Orchestrations.PurgeAsync), ("failed", host.Orchestrations.BreakAsync),
        };
        var reviews = new List<(string Name, string Review)>();
        foreach (var (name, lose) in ways)
        {
            var review = await host.Client.OpenAsync("lcspr", answers);
            await host.Letters.SettledAsync(review);
            await host.Orchestrations.UntilAsync(review, "Running");
            await lose(review);
            reviews.Add((name, review));
        }

        host.Around.ShutEngine();
        foreach (var (_, review) in reviews)
        {
            await host.Client.ActAsync(review, answers);
        }

        reviews.Add(("never begun", await host.Client.OpenAsync("lcspr", answers)));
        host.Around.OpenEngine();

        var said = new List<string>();
        foreach (var (name, review) in reviews)
        {
            var letters = await host.Letters.AllOnceAsync(review, Patience);
            await host.Orchestrations.UntilAsync(review, "Running");
            var found = host.Said.LastOrDefault(line => line.Contains($"The wake of review {review} is late", StringComparison.Ordinal))?.Trim()
                ?? throw new DriveException($"The watchdog did not say that it found the review whose orchestration was {name}.");
            said.Add($"{name}: {found[found.IndexOf("its orchestration", StringComparison.Ordinal)..]}, {letters}");
        }

        return string.Join("; ", said);
    }
}
