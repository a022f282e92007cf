using Workflows.Graph.Tests.GraphServer;
using Workflows.Graph.Tests.Support;
using Workflows.Reviews.Ports;

namespace Workflows.Graph.Tests.Sending;

/// <summary>Claim: whatever answer goes wrong, before or after the call was carried out, the letter leaves the mailbox once.</summary>
public sealed class UnclearAnswerTests : MailTest
{
    public static TheoryData<Call, string, bool> Everything()
    {
        var data = new TheoryData<Call, string, bool>();
        foreach (var call in new[] { Call.CreateDraft, Call.FindFolder, Call.MakeFolder, Call.WriteRecord, Call.FindRecords, Call.Send })
        {
            foreach (var fault in new[] { "500", "502", "503", "504", "408", "cut", "reset", "slow", "malformed" })
            {
                data.Add(call, fault, false);
                data.Add(call, fault, true);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task One_copy_after_an_unclear_answer(Call call, string fault, bool afterCommit)
    {
        Server.Faults.Once(call, Make(call, fault, afterCommit));

        var (result, _) = await DriveAsync("letter-1");

        AssertSent(result);
        Assert.Equal(1, Copies("letter-1"));
        Assert.Empty(Mailbox.In("drafts"));
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task One_copy_though_the_program_restarts_and_the_sent_items_lag_behind(Call call, string fault, bool afterCommit)
    {
        Mailbox.SentItemsLag = TimeSpan.FromMinutes(5);
        Server.Faults.Once(call, Make(call, fault, afterCommit));
        var first = await SendAsync(Letters.Of("letter-1"));
        await RestartAsync();

        var (result, _) = first is MailResult.Sent ? (first, 1) : await DriveAsync("letter-1", letter => letter with { Attempt = letter.Attempt + 1 });

        AssertSent(result);
        Assert.Equal(1, Copies("letter-1"));
    }

    [Fact]
    public async Task A_504_that_has_delivered_is_recognised_at_once_where_the_sent_items_show_it()
    {
        Server.Faults.Once(Call.Send, Fault.TimedOut(afterCommit: true));

        AssertSent(await SendAsync(Letters.Of("letter-1")));
        Assert.Equal(1, Copies("letter-1"));
    }

    [Fact]
    public async Task A_202_that_asks_for_patience_is_a_sent_letter_and_is_not_repeated()
    {
        Server.Faults.Once(Call.Send, new Fault(202) { AfterCommit = true, RetryAfter = "30" });

        AssertSent(await SendAsync(Letters.Of("letter-1")));
        Assert.Equal((1, 1), (Count(Call.Send), Copies("letter-1")));
    }

    /// <summary>The framework's own handler would send this request four times.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_order_to_send_whose_connection_is_cut_arrives_once(bool afterCommit)
    {
        Mailbox.SentItemsLag = TimeSpan.FromMinutes(5);
        Server.Faults.Always(Call.Send, Fault.Cut(afterCommit));

        Assert.IsType<MailResult.NotYet>(await SendAsync(Letters.Of("letter-1")));

        Assert.Equal(1, Count(Call.Send));
    }

    [Theory]
    [InlineData(Call.CreateDraft)]
    [InlineData(Call.WriteRecord)]
    [InlineData(Call.Send)]
    public async Task A_call_that_is_carried_out_long_after_it_seemed_to_fail_makes_no_second_copy(Call call)
    {
        for (var later = 1; later <= 14; later++)
        {
            var key = $"letter-{later}";
            Server.Faults.Once(call, Fault.Late(later));

            var (result, _) = await DriveAsync(key);

            AssertSent(result);
            Assert.Equal(1, Copies(key));
        }
    }

    [Fact]
    public async Task A_draft_that_is_still_there_is_sent_itself_and_none_is_made_beside_it()
    {
        Server.Faults.Once(Call.Send, Fault.TimedOut(afterCommit: false));
        var first = Assert.IsType<MailResult.NotYet>(await SendAsync(Letters.Of("letter-1")));

        var early = Assert.IsType<MailResult.NotYet>(await SendAsync(Letters.Of("letter-1", attempt: 2)));
        Clock.Advance(first.RetryAfter!.Value);
        var result = await SendAsync(Letters.Of("letter-1", attempt: 3));

        Assert.NotNull(early.RetryAfter); // the first order may still be on its way to the draft
        AssertSent(result);
        Assert.Equal((1, 1), (Count(Call.CreateDraft), Copies("letter-1")));
    }

    [Fact]
    public async Task Looking_that_fails_does_nothing_and_is_done_again()
    {
        Mailbox.SentItemsLag = TimeSpan.FromMinutes(9);
        Server.Faults.Once(Call.Send, Fault.TimedOut(afterCommit: true))
            .Once(Call.FindSent, Fault.Unavailable())
            .Once(Call.FindDrafts, Fault.Cut(afterCommit: false))
            .Once(Call.FindSent, Fault.Malformed(200, afterCommit: false))
            .Once(Call.FindRecords, Fault.TimedOut(afterCommit: false))
            .Once(Call.FindFiled, Fault.Throttled());

        var (result, _) = await DriveAsync("letter-1");

        AssertSent(result);
        Assert.Equal((1, 1), (Count(Call.Send), Copies("letter-1")));
    }

    private Fault Make(Call call, string fault, bool afterCommit) => fault switch
    {
        "cut" => Fault.Cut(afterCommit),
        "reset" => Fault.Reset(afterCommit),
        "slow" => new Fault(0)
        {
            AfterCommit = afterCommit,
            Instead = async gone =>
            {
                Clock.Advance(TimeSpan.FromSeconds(31));
                await Task.Delay(Timeout.Infinite, gone).ContinueWith(_ => { }, TaskScheduler.Default);
            },
        },
        "malformed" => call == Call.Send ? new Fault(502) { Body = "<html>", AfterCommit = afterCommit } : Fault.Malformed(200, afterCommit),
        _ => new Fault(int.Parse(fault, System.Globalization.CultureInfo.InvariantCulture)) { AfterCommit = afterCommit },
    };
}
