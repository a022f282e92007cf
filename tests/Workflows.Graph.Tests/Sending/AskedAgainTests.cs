using Workflows.Graph.Tests.GraphServer;
using Workflows.Graph.Tests.Support;
using Workflows.Reviews.Ports;

namespace Workflows.Graph.Tests.Sending;

/// <summary>Claim: one request by a person makes at most one more copy, and none where an earlier one is found.</summary>
public sealed class AskedAgainTests : MailTest
{
    [Fact]
    public async Task An_earlier_copy_that_is_found_counts_as_sent()
    {
        await SendAsync(Letters.Of("letter-1"));

        var result = await SendAsync(Letters.Of("letter-1", attempt: 2) with { PersonAskedAgain = true });

        AssertSent(result);
        Assert.Equal(1, Copies("letter-1"));
    }

    [Fact]
    public async Task Where_nothing_is_found_the_letter_is_sent_anew()
    {
        var attempts = await MakeUnclearAsync();
        Mailbox.SentItemsLag = TimeSpan.Zero;

        var result = await SendAsync(Letters.Of("letter-1", attempts + 1) with { PersonAskedAgain = true });

        AssertSent(result);
        Assert.Equal(2, Copies("letter-1")); // the one that never showed, and the one that the person asked for
    }

    [Fact]
    public async Task The_copy_that_was_asked_for_is_itself_not_repeated_however_unclear_it_ends()
    {
        var attempts = await MakeUnclearAsync();
        Server.Faults.Once(Call.Send, Fault.TimedOut(afterCommit: true));

        var (again, more) = await DriveAsync("letter-1", letter => letter with { Attempt = letter.Attempt + attempts, PersonAskedAgain = true });
        var twoCopies = Copies("letter-1");
        var unasked = await SendAsync(Letters.Of("letter-1", attempts + more + 1));
        var askedOnceMore = await SendAsync(Letters.Of("letter-1", attempts + more + 2) with { PersonAskedAgain = true });

        Assert.IsType<MailResult.Unclear>(again);
        Assert.Equal(2, twoCopies);
        Assert.IsType<MailResult.Unclear>(unasked);
        AssertSent(askedOnceMore);
        Assert.Equal(3, Copies("letter-1"));
    }

    [Fact]
    public async Task A_draft_that_is_found_is_the_one_that_is_sent()
    {
        Server.Faults.Once(Call.Send, Fault.TimedOut(afterCommit: false));
        await SendAsync(Letters.Of("letter-1"));
        Clock.Advance(TimeSpan.FromHours(1));

        var result = await SendAsync(Letters.Of("letter-1", attempt: 2) with { PersonAskedAgain = true });

        AssertSent(result);
        Assert.Equal((1, 1), (Count(Call.CreateDraft), Copies("letter-1")));
    }

    private async Task<int> MakeUnclearAsync()
    {
        Mailbox.SentItemsLag = TimeSpan.FromDays(30);
        Server.Faults.Once(Call.Send, Fault.TimedOut(afterCommit: true));
        var (result, attempts) = await DriveAsync("letter-1");
        Assert.IsType<MailResult.Unclear>(result);
        return attempts;
    }
}
