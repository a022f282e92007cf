using System.Diagnostics;
using System.Security.Cryptography;
using Workflows.Reviews.Ports;
using Workflows.Reviews.Wakes;

namespace Workflows.Bench;

/// <summary>The measures. Each answers with ratios from one run on one machine; a bare time says little.</summary>
internal static class Measures
{
    private const int Reviews = 256;

    public static async Task<IEnumerable<string>> ThroughputAsync(string folder)
    {
        await using var host = new BenchHost(Path.Combine(folder, "engine"), NewClock());
        var reviews = await OpenAsync(host, Reviews);
        var lineBytes = await LineBytesAsync(host, reviews[0]);
        await ParallelCommandsAsync(host, reviews, commands: 4_000);
        var engine = await ParallelCommandsAsync(host, reviews, commands: 40_000);

        using var raw = new RawSqlite(Path.Combine(folder, "raw"));
        var body = RandomNumberGenerator.GetBytes(lineBytes);
        var keys = Enumerable.Range(0, Reviews).Select(_ => RandomNumberGenerator.GetBytes(16)).ToArray();
        raw.Insert(4_000, perTransaction: 100, body, keys);
        var grouped = Rate(40_000, () => raw.Insert(40_000, perTransaction: 100, body, keys));
        var single = Rate(1_500, () => raw.Insert(1_500, perTransaction: 1, body, keys));
        return
        [
            $"commands a second, {Reviews} reviews at once          {engine,10:N0}   ({lineBytes} bytes a line)",
            $"raw rows a second, 100 to a transaction        {grouped,10:N0}",
            $"raw rows a second, one to a transaction        {single,10:N0}",
            $"commands over raw grouped inserts              {engine / grouped,10:N2}   (at least 0.50)",
            $"commands over raw single-row transactions      {engine / single,10:N1}   (at least 8)",
        ];
    }

    public static async Task<IEnumerable<string>> LoneAsync(string folder)
    {
        await using var host = new BenchHost(Path.Combine(folder, "engine"), NewClock());
        var review = (await OpenAsync(host, 1))[0];
        using var raw = new RawSqlite(Path.Combine(folder, "raw"));
        var body = RandomNumberGenerator.GetBytes(await LineBytesAsync(host, review));
        byte[][] key = [RandomNumberGenerator.GetBytes(16)];
        var engine = new List<double>();
        var plain = new List<double>();

        // In turn, so that a disk that drifts drifts for both.
        for (var round = 0; round < 1_200; round++)
        {
            var start = Stopwatch.GetTimestamp();
            await host.ExplainAsync(review);
            engine.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            start = Stopwatch.GetTimestamp();
            raw.Insert(1, perTransaction: 1, body, key);
            plain.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        engine = [.. engine.Skip(200).Order()];
        plain = [.. plain.Skip(200).Order()];
        return
        [
            $"lone command, p50 and p99, ms                  {At(engine, 0.5),10:N3} {At(engine, 0.99),8:N3}",
            $"raw single-row transaction, p50 and p99, ms    {At(plain, 0.5),10:N3} {At(plain, 0.99),8:N3}",
            $"lone command over raw, p50 and p99             {At(engine, 0.5) / At(plain, 0.5),10:N2} {At(engine, 0.99) / At(plain, 0.99),8:N2}   (p50 at most 1.5)",
        ];
    }

    public static async Task<IEnumerable<string>> LongJournalAsync(string folder)
    {
        await using var host = new BenchHost(Path.Combine(folder, "engine"), NewClock());
        var reviews = await OpenAsync(host, 2);
        await FillAsync(host, reviews[0], 100);
        await FillAsync(host, reviews[1], 5_000);
        var shortOnes = new List<double>();
        var longOnes = new List<double>();
        for (var round = 0; round < 600; round++)
        {
            shortOnes.Add(await TimeAsync(() => host.ExplainAsync(reviews[0])));
            longOnes.Add(await TimeAsync(() => host.ExplainAsync(reviews[1])));
        }

        var (few, many) = (At([.. shortOnes.Skip(100).Order()], 0.5), At([.. longOnes.Skip(100).Order()], 0.5));
        return
        [
            $"command on 100 events, on 5,000, p50, ms       {few,10:N3} {many,8:N3}",
            $"5,000 events over 100                          {many / few,10:N2}   (at most 3)",
        ];
    }

    public static async Task<IEnumerable<string>> WakesAsync(string folder)
    {
        var clock = NewClock();
        await using var host = new BenchHost(Path.Combine(folder, "engine"), clock);
        await OpenAsync(host, 10_000);
        await host.Get<WakeRound>().RunAsync(CancellationToken.None);
        var index = host.Get<IReviewIndex>();
        clock.Now = (await index.FiguresAsync(clock.Now, CancellationToken.None)).NextWake!.Value;
        var due = (await index.DueAsync(clock.Now, 10_000, CancellationToken.None)).Count;
        var start = Stopwatch.GetTimestamp();
        var done = await host.Get<WakeRound>().RunAsync(CancellationToken.None);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return
        [
            $"wakes due at one instant                       {due,10:N0}",
            $"all done, with their letters, in seconds       {seconds,10:N1}   ({done / seconds:N0} a second)",
        ];
    }

    public static async Task<double> ParallelCommandsAsync(BenchHost host, ReviewId[] reviews, int commands)
    {
        var each = commands / reviews.Length;
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(reviews.Select(review => Task.Run(async () =>
        {
            for (var command = 0; command < each; command++)
            {
                await host.ExplainAsync(review);
            }
        })));
        return each * reviews.Length / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    public static async Task<ReviewId[]> OpenAsync(BenchHost host, int count)
    {
        var opened = new ReviewId[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 256 }, async (at, _) => opened[at] = await host.OpenAsync());
        return opened;
    }

    public static BenchClock NewClock() => new(new DateTimeOffset(2026, 4, 13, 10, 0, 0, TimeSpan.Zero));

    private static async Task FillAsync(BenchHost host, ReviewId review, int events)
    {
        for (var at = 0; at < events; at++)
        {
            await host.ExplainAsync(review);
        }
    }

    private static async Task<int> LineBytesAsync(BenchHost host, ReviewId review)
    {
        await host.ExplainAsync(review);
        return (await host.Get<IReviewJournal>().ReadAsync(review, 0, CancellationToken.None))[^1].Utf8.Length;
    }

    private static double Rate(int count, Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double At(List<double> ordered, double share) => ordered[(int)(ordered.Count * share)];
}
