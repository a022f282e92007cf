using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Workflows.AzureStorage;
using Workflows.AzureStorage.Tests;
using Workflows.Cloud;
using Workflows.Cloud.Keeping;
using Workflows.Functions.Drive.Around;
using Workflows.Reviews.Ports;
using Workflows.Reviews.Wakes;

namespace Workflows.Bench;

/// <summary>
/// What storage on Azure is paid for: calls, counted by the product's own counter against the storage emulator, with the Azure host as
/// it is but for the functions runtime, whose own calls (task hub, timers) are not among them.
/// </summary>
internal static class Calls
{
    private const int Reviews = 100;
    private const string LookOfItsOwn = "its orchestration looks every two days";
    private const int LooksADay = 24 * 60 / 5; // The watchdog looks every five minutes.
    private static readonly CancellationToken s_go = CancellationToken.None;

    public static async Task<IEnumerable<string>> CountAsync(string folder)
    {
        using var storage = new AzuriteProcess();
        await storage.StartAsync();
        await using var surroundings = await Surroundings.StartAsync();
        using var calls = new CallCounter();
        var settings = surroundings.Settings(new Uri("http://127.0.0.1:7171"))
            .ToDictionary(setting => setting.Key.Replace("__", ":", StringComparison.Ordinal), string? (setting) => setting.Value);
        settings["Storage:ConnectionString"] = storage.ConnectionString;
        settings["Audit:Key"] = Convert.ToBase64String(BenchHost.AuditKeyBytes);
        Environment.SetEnvironmentVariable("IDENTITY_ENDPOINT", settings["IDENTITY_ENDPOINT"]);
        Environment.SetEnvironmentVariable("IDENTITY_HEADER", settings["IDENTITY_HEADER"]);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var clock = Measures.NewClock();
        var post = new WillingPost();
        await using var desk = new BenchHost(
            new ServiceCollection().AddWorkflowsAzureStorage(configuration).AddSingleton<IMailSender>(post), clock, soleWriter: false);
        await using var host = CloudHost.Create(configuration, new CloudParts(new IdleInstances(), NullLoggerFactory.Instance, clock));

        var none = await IdleDayAsync(host, clock, calls);

        // The emulator's containers are made by the first call; in the cloud they are laid out beforehand.
        await desk.Get<WakeRound>().RunAsync(s_go);
        calls.Take();
        var review = await desk.OpenAsync();
        var lines = new List<string> { Line("opening a review", calls.Take().Length) };
        lines.Add(Line("its first wake", await WakeAsync(desk, post, calls), $"{post.Sent} letters"));
        await desk.ExplainAsync(review);
        calls.Take();
        await desk.ExplainAsync(review);
        lines.Add(Line("a command", calls.Take().Length));
        await host.Wake.RunAsync(review.Value, s_go);
        calls.Take();
        await host.Wake.RunAsync(review.Value, s_go);
        var idleWake = calls.Take().Length;
        lines.Add(Line("a wake that finds nothing due", idleWake));
        clock.Now = (await desk.Get<IReviewIndex>().FindAsync(review, s_go))!.NextWakeAt!.Value;
        calls.Take();
        lines.Add(Line("a wake that reminds", await WakeAsync(desk, post, calls), $"{post.Sent} letters"));
        var one = await IdleDayAsync(host, clock, calls);
        await Measures.OpenAsync(desk, Reviews - 1);
        await desk.Get<WakeRound>().RunAsync(s_go);
        calls.Take();
        var many = await IdleDayAsync(host, clock, calls);
        lines.Add(Line("an idle day of the watchdog, no review", none, $"{LooksADay} looks"));
        lines.Add(Line("an idle day of the watchdog, one open review", one));
        lines.Add(Line($"an idle day of the watchdog, {Reviews} open reviews", many));
        lines.Add(Line("added to an idle day by one more open review", ((double)(many - one) / (Reviews - 1)) + (idleWake / 2d), LookOfItsOwn));
        return lines;
    }

    private static async Task<int> IdleDayAsync(CloudHost host, BenchClock clock, CallCounter calls)
    {
        // What a host does once after its start is no part of a day.
        await host.Watchdog.LookAsync(s_go);
        calls.Take();
        var before = clock.Now;
        for (var look = 0; look < LooksADay; look++)
        {
            // Nothing comes due: the hours pass for the rounds, and the day's wakes lie ahead.
            clock.Now = before.AddMinutes(5 * look);
            if (await host.Watchdog.LookAsync(s_go) is { Count: > 0 } failed)
            {
                throw new InvalidOperationException($"Rounds failed: {string.Join(", ", failed)}.");
            }
        }

        return calls.Take().Length;
    }

    private static async Task<int> WakeAsync(BenchHost desk, WillingPost post, CallCounter calls)
    {
        post.Sent = 0;
        calls.Take();
        await desk.Get<WakeRound>().RunAsync(s_go);
        return calls.Take().Length;
    }

    private static string Line(string what, double count, string? more = null) =>
        $"{"calls, " + what,-56}{count,10:0.##}{(more is null ? string.Empty : $"   ({more})")}";

    private sealed class WillingPost : IMailSender
    {
        public int Sent { get; set; }

        public Task<MailResult> SendAsync(OutgoingLetter letter, CancellationToken stop)
        {
            Sent++;
            return Task.FromResult<MailResult>(new MailResult.Sent(MessageId: null));
        }
    }

    /// <summary>Orchestrations that run and wait.</summary>
    private sealed class IdleInstances : IReviewInstances
    {
        public Task<InstanceStanding?> FindAsync(ReviewId review, CancellationToken stop) =>
            Task.FromResult<InstanceStanding?>(new InstanceStanding(InstanceState.Running, DateTimeOffset.MinValue));

        public Task StartAsync(ReviewId review, CancellationToken stop) => Task.CompletedTask;

        public Task TellAsync(ReviewId review, CancellationToken stop) => Task.CompletedTask;

        public Task EndAsync(ReviewId review, CancellationToken stop) => Task.CompletedTask;
    }
}
