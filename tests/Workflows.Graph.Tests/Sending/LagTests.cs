using Workflows.Graph.Tests.GraphServer;
using Workflows.Graph.Tests.Support;
using Workflows.Reviews.Ports;

namespace Workflows.Graph.Tests.Sending;

/// <summary>Claim: a letter that was handed over and does not show is looked for, then shown to a person, never sent twice by itself.</summary>
public sealed class LagTests : MailTest
{
    [Fact]
    public async Task A_letter_that_shows_late_is_looked_for_until_it_does()
    {
        Mailbox.SentItemsLag = TimeSpan.FromMinutes(10);
        Server.Faults.Once(Call.Send, Fault.TimedOut(afterCommit: true));

        var (result, attempts) = await DriveAsync("letter-1");

        AssertSent(result);
        Assert.InRange(attempts, 3, 20);
        Assert.Equal(1, Copies("letter-1"));
    }

    [Fact]
    public async Task A_letter_that_never_shows_is_unclear_in_the_end_and_stays_so()
    {
        Mailbox.SentItemsLag = TimeSpan.FromDays(3);
        Server.Faults.Once(Call.Send, Fault.TimedOut(afterCommit: true));

        var (result, attempts) = await DriveAsync("letter-1");
        Clock.Advance(TimeSpan.FromHours(5));
        var later = await SendAsync(Letters.Of("letter-1", attempts + 1));

        Assert.IsType<MailResult.Unclear>(result);
        Assert.IsType<MailResult.Unclear>(later);
        Assert.InRange(attempts, 10, 20); // a bounded number of looks: one a minute for a quarter of an hour
        Assert.Equal((1, 1), (Count(Call.Send), Copies("letter-1")));
    }

    [Fact]
    public async Task An_unclear_letter_that_shows_after_all_is_sent()
    {
        Mailbox.SentItemsLag = TimeSpan.FromHours(1);
        Server.Faults.Once(Call.Send, Fault.TimedOut(afterCommit: true));
        var (unclear, attempts) = await DriveAsync("letter-1");
        Clock.Advance(TimeSpan.FromHours(1));

        var later = await SendAsync(Letters.Of("letter-1", attempts + 1) with { PersonAskedAgain = true });

        Assert.IsType<MailResult.Unclear>(unclear);
        AssertSent(later);
        Assert.Equal(1, Copies("letter-1"));
    }

    [Fact]
    public async Task A_letter_that_was_filed_elsewhere_is_found_there()
    {
        Server.Faults.Once(Call.Send, Fault.TimedOut(afterCommit: true)).Once(Call.FindSent, Fault.Unavailable());
        await SendAsync(Letters.Of("letter-1"));
        Mailbox.Move(Assert.Single(Mailbox.In("sentitems")), "archive");

        AssertSent(await SendAsync(Letters.Of("letter-1", attempt: 2)));
        Assert.Equal(1, Copies("letter-1"));
    }

    [Fact]
    public async Task A_second_draft_left_over_is_not_sent_while_the_first_is_under_way()
    {
        Mailbox.SentItemsLag = TimeSpan.FromDays(3);
        Server.Faults.Once(Call.Send, Fault.TimedOut(afterCommit: true));
        await SendAsync(Letters.Of("letter-1"));
        var sent = Assert.Single(Mailbox.Delivered);
        Mailbox.Add("drafts", (System.Text.Json.Nodes.JsonObject)sent.Content.DeepClone(), isDraft: true);

        var (result, _) = await DriveAsync("letter-1", letter => letter with { Attempt = letter.Attempt + 1 });

        Assert.IsType<MailResult.Unclear>(result);
        Assert.Equal(1, Copies("letter-1"));
    }

    [Fact]
    public async Task Records_are_kept_for_weeks_and_then_removed()
    {
        AssertSent(await SendAsync(Letters.Of("letter-1")));
        Clock.Advance(TimeSpan.FromDays(34));
        var kept = await Upkeep.ClearAsync(CancellationToken.None);
        AssertSent(await SendAsync(Letters.Of("letter-2")));
        Clock.Advance(TimeSpan.FromDays(2));
        var removed = await Upkeep.ClearAsync(CancellationToken.None);

        Assert.Equal((0, 1), (kept, removed));
        var left = Assert.Single(Mailbox.All(), message => message.Property(MessageMarks.SendingRecord) is not null);
        Assert.Equal("letter-2", left.Property(MessageMarks.SendingRecord));
    }

    [Fact]
    public async Task A_folder_of_records_that_somebody_removed_is_made_again()
    {
        await SendAsync(Letters.Of("letter-1"));
        Mailbox.RemoveFolders();

        var (result, _) = await DriveAsync("letter-2");

        AssertSent(result);
        Assert.Equal(1, Copies("letter-2"));
    }
}
