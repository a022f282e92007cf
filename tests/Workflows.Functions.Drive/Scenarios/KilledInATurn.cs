using Workflows.Functions.Drive.Client;
using Workflows.Functions.Drive.Hosts;
using Workflows.Graph.Tests.GraphServer;

namespace Workflows.Functions.Drive.Scenarios;

/// <summary>
/// The host is killed in the middle of a turn, each time at another point of sending a letter, and started again. Whoever finds the
/// attempt waits until its lease is over, looks for the letter, and sends it only where it has not gone.
/// </summary>
internal static class KilledInATurn
{
    private static readonly TimeSpan Held = TimeSpan.FromSeconds(3);

    // The lease of an attempt is six minutes; then it is looked for.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(12);

    // What the host is doing with the mailbox when it is killed. What it asked is carried out a moment later all the same.
    private static readonly Call[] Moments = [Call.CreateDraft, Call.Send, Call.Send, Call.CreateDraft];

    public static async Task<string> RunAsync(FunctionsHost host)
    {
        var answers = new Answers();
        var reviews = new List<string>();
        foreach (var moment in Moments)
        {
            reviews.Add(await KillAtAsync(host, moment, answers));
        }

        // And once wherever it happens to be.
        var last = await host.Client.OpenAsync("lcspr", answers);
        host.Kill();
        reviews.Add(last);
        await host.StartAgainAsync();

        var all = default(LetterCount);
        foreach (var review in reviews)
        {
            all += await host.Letters.AllOnceAsync(review, Patience);
        }

        return $"killed {Moments.Length + 1} times ({string.Join(", ", Moments)}, anywhere); {all}";
    }

    private static async Task<string> KillAtAsync(FunctionsHost host, Call moment, Answers answers)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Around.Graph.Faults.Once(moment, new Fault(0)
        {
            Before = async () =>
            {
                arrived.TrySetResult();
                await Task.Delay(Held, CancellationToken.None);
            },
        });
        var review = await host.Client.OpenAsync("lcspr", answers);
        await arrived.Task.WaitAsync(TimeSpan.FromMinutes(2));
        host.Kill();
        await Task.Delay(Held, CancellationToken.None);
        await host.StartAgainAsync();
        return review;
    }
}
