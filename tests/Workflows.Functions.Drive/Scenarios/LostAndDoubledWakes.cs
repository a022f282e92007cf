using Workflows.Functions.Drive.Client;
using Workflows.Functions.Drive.Hosts;

namespace Workflows.Functions.Drive.Scenarios;

/// <summary>
/// A wake-up that is lost, one that comes twenty times over, and wake-ups that come at any moment of a turn: nothing is lost, and
/// nothing is sent twice.
/// </summary>
internal static class LostAndDoubledWakes
{
    private const int Times = 20;
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(40);

    public static async Task<string> RunAsync(FunctionsHost host)
    {
        var answers = new Answers();
        var lost = await LostAsync(host, answers);
        var doubled = await DoubledAsync(host, answers);
        var between = await BetweenTurnsAsync(host, answers);
        return $"lost: {lost}; {Times} times over: {doubled}; {between.Tellings} at any moment of a turn: {between.Letters}";
    }

    // The engine cannot reach its storage when the command tells it: the command stands all the same, and the watchdog finds the review.
    private static async Task<LetterCount> LostAsync(FunctionsHost host, Answers answers)
    {
        var review = await host.Client.OpenAsync("lcspr", answers);
        await host.Letters.SettledAsync(review);
        host.Around.ShutEngine();
        await host.Client.ActAsync(review, answers);
        host.Around.OpenEngine();
        return await host.Letters.AllOnceAsync(review, TimeSpan.FromMinutes(5));
    }

    private static async Task<LetterCount> DoubledAsync(FunctionsHost host, Answers answers)
    {
        var review = await host.Client.OpenAsync("lcspr", answers);
        for (var time = 0; time < Times; time++)
        {
            await host.Orchestrations.TellAsync(review);
        }

        return await host.Letters.AllOnceAsync(review);
    }

    private static async Task<(int Tellings, LetterCount Letters)> BetweenTurnsAsync(FunctionsHost host, Answers answers)
    {
        var review = await host.Client.OpenAsync("lcspr", answers);
        using var over = new CancellationTokenSource();
        var telling = TellOnAndOnAsync(host, review, over.Token);
        while (await host.Client.ActAsync(review, answers) is not null)
        {
            // Until nothing more can be done.
        }

        await over.CancelAsync();
        return (await telling, await host.Letters.AllOnceAsync(review));
    }

    private static async Task<int> TellOnAndOnAsync(FunctionsHost host, string review, CancellationToken over)
    {
        var told = 0;
        while (!over.IsCancellationRequested)
        {
            await host.Orchestrations.TellAsync(review);
            told++;
            await Task.Delay(Between, CancellationToken.None);
        }

        return told;
    }
}
