using Workflows.Functions.Drive.Client;
using Workflows.Functions.Drive.Hosts;

namespace Workflows.Functions.Drive.Scenarios;

/// <summary>A review of today is driven by whatever its actions say until time alone stands in the way; every letter leaves once.</summary>
internal static class WholeReview
{
    private const int FewestActions = 20;
    private const int MostActions = 200;

    public static async Task<string> RunAsync(FunctionsHost host)
    {
        var answers = new Answers();
        var review = await host.Client.OpenAsync("lcspr", answers);
        var done = 0;
        while (done < MostActions && await host.Client.ActAsync(review, answers) is not null)
        {
            done++;
        }

        var letters = await host.Letters.AllOnceAsync(review);
        var end = await host.Client.ReadAsync(review);
        return done < FewestActions
            ? throw new DriveException($"Only {done} actions could be done.")
            : $"{done} actions; {end.GetProperty("state")} in stage {end.GetProperty("stage")}; {letters}";
    }
}
