using Workflows.Graph.Tests.GraphServer;
using Workflows.Graph.Tests.Support;
using Workflows.Reviews.Ports;
using Xunit.Abstractions;

namespace Workflows.Graph.Tests.Sending;

/// <summary>
/// Claim: under faults of every kind in any order, calls carried out late, with sent items that lag and restarts in between, no letter leaves
/// twice; one that is said to be sent left once; one that is refused did not leave.
/// </summary>
public sealed class RandomFaultTests(ITestOutputHelper output) : MailTest
{
    private const int LettersEach = 60;

    [Theory]
    [InlineData(1)]
    [InlineData(20260105)]
    [InlineData(77_031)]
    [InlineData(424_242)]
    public async Task No_letter_leaves_twice(int seed)
    {
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        Server.Faults.Otherwise = call => Draw(random, call);
        var ends = new Dictionary<string, int>(StringComparer.Ordinal);

        for (var number = 0; number < LettersEach; number++)
        {
            var key = $"letter-{number}";
            Mailbox.SentItemsLag = TimeSpan.FromSeconds(random.Next(4) switch { 0 => 0, 1 => 90, 2 => 600, _ => 7200 });
            var end = await DriveWithRestartsAsync(key, random);
            ends[end.GetType().Name] = ends.GetValueOrDefault(end.GetType().Name) + 1;

            var copies = Copies(key);
            switch (end)
            {
                case MailResult.Sent:
                    Assert.Equal(1, copies);
                    break;
                case MailResult.Unclear:
                    Assert.InRange(copies, 0, 1);
                    break;
                default:
                    Assert.Fail($"{key} ended as {end}");
                    break;
            }
        }

        output.WriteLine(string.Join(", ", ends.Select(end => $"{end.Key} {end.Value}")) + $"; {Server.Faults.Arrived.Count} calls");
        Assert.InRange(ends.GetValueOrDefault(nameof(MailResult.Sent)), LettersEach / 2, LettersEach);
        Assert.Equal(LettersEach, ends.Values.Sum());
    }

    private async Task<MailResult> DriveWithRestartsAsync(string key, Random random)
    {
        for (var attempt = 1; attempt <= 200; attempt++)
        {
            if (random.Next(4) == 0)
            {
                await RestartAsync();
            }

            var result = await SendAsync(Letters.Of(key, attempt));
            if (result is not MailResult.NotYet notYet)
            {
                return result;
            }

            Clock.Advance(notYet.RetryAfter ?? TimeSpan.FromSeconds(random.Next(1, 120)));
        }

        throw new InvalidOperationException($"{key} came to no end.");
    }

    private Fault? Draw(Random random, Call call)
    {
        lock (random)
        {
            var afterCommit = random.Next(2) == 0;
            return random.Next(100) switch
            {
                < 5 => Fault.Throttled(random.Next(2) == 0 ? null : "15"),
                < 9 => Fault.Unavailable(random.Next(2) == 0 ? null : "15"),
                < 16 => Fault.TimedOut(afterCommit),
                < 19 => Fault.Late(random.Next(1, 8)),
                < 21 => Fault.Cut(afterCommit),
                < 23 => Fault.Reset(afterCommit),
                < 26 => Slow(afterCommit),
                < 28 when call != Call.Send => Fault.Malformed(200, afterCommit),
                < 30 => Fault.Denied(401, "InvalidAuthenticationToken"),
                < 35 when call == Call.Send => new Fault(202) { AfterCommit = true, RetryAfter = "10" },
                _ => null,
            };
        }
    }

    private Fault Slow(bool afterCommit) => new(0)
    {
        AfterCommit = afterCommit,
        Instead = async gone =>
        {
            Clock.Advance(TimeSpan.FromSeconds(31));
            await Task.Delay(Timeout.Infinite, gone).ContinueWith(_ => { }, TaskScheduler.Default);
        },
    };
}
