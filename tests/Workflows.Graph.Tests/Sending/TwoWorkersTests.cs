using Workflows.Graph.Tests.GraphServer;
using Workflows.Graph.Tests.Support;
using Workflows.Reviews.Ports;

namespace Workflows.Graph.Tests.Sending;

/// <summary>Claim: two workers at one letter, at once or one repeating the other's attempt, make no second copy.</summary>
public sealed class TwoWorkersTests : MailTest
{
    [Fact]
    public async Task A_first_attempt_that_is_repeated_finds_the_first_one()
    {
        Mailbox.SentItemsLag = TimeSpan.FromMinutes(5);
        AssertSent(await SendAsync(Letters.Of("letter-1")));
        await RestartAsync();

        var repeated = await SendAsync(Letters.Of("letter-1"));
        var (end, _) = await DriveAsync("letter-1", letter => letter with { Attempt = letter.Attempt + 1 });

        Assert.IsType<MailResult.NotYet>(repeated);
        AssertSent(end);
        Assert.Equal(1, Copies("letter-1"));
        Assert.Empty(Mailbox.In("drafts"));
    }

    [Fact]
    public async Task Several_at_once_at_a_first_attempt_send_one_copy()
    {
        for (var number = 0; number < 30; number++)
        {
            var key = $"letter-{number}";
            await AtOnceAsync(key, attempt: 1);

            var (end, _) = await DriveAsync(key, letter => letter with { Attempt = letter.Attempt + 1 });

            AssertSent(end);
            Assert.Equal(1, Copies(key));
        }
    }

    /// <summary>Here one may take up the draft that another is just taking away: then nobody can tell, and a person is asked.</summary>
    [Fact]
    public async Task Several_at_once_at_a_later_attempt_send_one_copy_or_leave_it_unclear()
    {
        for (var number = 0; number < 30; number++)
        {
            var key = $"letter-{number}";
            await AtOnceAsync(key, attempt: 2);

            var (end, _) = await DriveAsync(key, letter => letter with { Attempt = letter.Attempt + 2 });

            Assert.Equal(end is MailResult.Sent ? 1 : 0, Copies(key));
            Assert.True(end is MailResult.Sent or MailResult.Unclear, end.ToString());
        }
    }

    [Theory]
    [InlineData(Call.CreateDraft)]
    [InlineData(Call.WriteRecord)]
    [InlineData(Call.FindRecords)]
    [InlineData(Call.Send)]
    public async Task One_that_stalls_and_is_overtaken_sends_no_second_copy(Call stalledAt)
    {
        Mailbox.SentItemsLag = TimeSpan.FromMinutes(5);
        var stalled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Server.Faults.Once(stalledAt, new Fault(504)
        {
            Before = async () =>
            {
                stalled.SetResult();
                await released.Task;
            },
        });
        var slow = SendAsync(Letters.Of("letter-1"));
        await stalled.Task;

        var overtaking = await SendAsync(Letters.Of("letter-1", attempt: 2));
        Clock.Advance(TimeSpan.FromSeconds(20));
        released.SetResult();
        await slow;
        var (end, _) = await DriveAsync("letter-1", letter => letter with { Attempt = letter.Attempt + 2 });

        Assert.True(overtaking is MailResult.Sent or MailResult.NotYet);
        AssertSent(end);
        Assert.Equal(1, Copies("letter-1"));
    }

    private async Task AtOnceAsync(string key, int attempt)
    {
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => SendAsync(Letters.Of(key, attempt))));
        Assert.InRange(Copies(key), 0, 1);
    }
}
