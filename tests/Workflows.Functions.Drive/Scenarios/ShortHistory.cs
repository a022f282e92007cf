using Workflows.Functions.Drive.Client;
using Workflows.Functions.Drive.Hosts;

namespace Workflows.Functions.Drive.Scenarios;

/// <summary>The history of an open review's orchestration stays under fifty events, however often it is woken.</summary>
internal static class ShortHistory
{
    private const int Wakes = 120;
    private const int Limit = 50;

    public static async Task<string> RunAsync(FunctionsHost host)
    {
        var review = await host.Client.OpenAsync("lcspr", new Answers());
        await host.Letters.SettledAsync(review);
        await host.Orchestrations.UntilAsync(review, "Running");
        var longest = 0;
        for (var wake = 0; wake < Wakes; wake++)
        {
            await host.Orchestrations.TellAsync(review);
            longest = Math.Max(longest, await host.History.CountAsync(review));
        }

        await host.Orchestrations.UntilAsync(review, "Running");
        var last = await host.History.CountAsync(review);
        longest = Math.Max(longest, last);
        return longest < Limit
            ? $"{Wakes} wakes; at most {longest} rows of history, {last} at the end"
            : throw new DriveException($"There were {longest} rows of history.");
    }
}
