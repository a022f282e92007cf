using Workflows.Graph.Tests.GraphServer;
using Workflows.Graph.Tests.Support;
using Workflows.Reviews.Ports;

namespace Workflows.Graph.Tests.Sending;

/// <summary>Claim: what can never succeed is refused with what to do about it, and leaves nothing behind that could go out later.</summary>
public sealed class RefusalTests : MailTest
{
    [Theory]
    [InlineData(400, "ErrorInvalidRecipients", "recipient")]
    [InlineData(413, "RequestTooLarge", "too large")]
    [InlineData(400, "not a code: secret.person@partner.example", "refused the request (400)")]
    public async Task The_reason_says_what_to_do_and_no_address(int status, string code, string words)
    {
        Server.Faults.Once(Call.CreateDraft, Fault.Denied(status, code));

        var result = Assert.IsType<MailResult.Refused>(await SendAsync(Letters.Of("letter-1")));

        AssertNothingPersonal(result);
        Assert.Contains(words, result.Reason, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(Mailbox.All());
    }

    [Theory]
    [InlineData(403, "ErrorAccessDenied", "Mail.Send")]
    [InlineData(403, "ErrorAccessDenied", "Mail.ReadWrite")]
    [InlineData(404, "ErrorInvalidUser", "Graph:Mailbox")]
    [InlineData(404, "MailboxNotEnabledForRESTAPI", "Graph:Mailbox")]
    public async Task What_an_administrator_puts_right_is_said_and_tried_again_by_itself(int status, string code, string words)
    {
        Server.Faults.Once(Call.CreateDraft, Fault.Denied(status, code));

        var result = Assert.IsType<MailResult.NotYet>(await SendAsync(Letters.Of("letter-1")));

        AssertNothingPersonal(result);
        Assert.Contains(words, result.Reason, StringComparison.OrdinalIgnoreCase);
        AssertSent(await SendAsync(Letters.Of("letter-1", attempt: 2)));
        Assert.Equal(1, Copies("letter-1"));
    }

    [Fact]
    public async Task A_letter_refused_when_sent_leaves_no_draft_and_a_corrected_one_goes_to_the_new_address()
    {
        Server.Faults.Once(Call.Send, Fault.Denied(400, "ErrorInvalidRecipients"));
        Assert.IsType<MailResult.Refused>(await SendAsync(Letters.Of("letter-1")));
        Assert.Empty(Mailbox.All());

        var corrected = Letters.Of("letter-1", attempt: 2) with { To = ["right@partner.example"], PersonAskedAgain = true };

        AssertSent(await SendAsync(corrected));
        Assert.Equal(["right@partner.example"], Assert.Single(Mailbox.Delivered).To);
    }

    [Fact]
    public async Task A_refused_letter_whose_draft_cannot_be_removed_is_still_refused()
    {
        Server.Faults.Once(Call.Send, Fault.Denied(400, "ErrorInvalidRecipients")).Once(Call.Delete, Fault.Unavailable());

        Assert.IsType<MailResult.Refused>(await SendAsync(Letters.Of("letter-1")));
        Assert.Equal(0, Copies("letter-1"));
    }

    [Theory]
    [InlineData("not an address")]
    [InlineData("a@b.example\r\nBcc: c@d.example")]
    [InlineData("Name <a@b.example>")]
    [InlineData("")]
    public async Task A_bad_address_is_refused_before_anything_is_asked_of_Graph(string address)
    {
        var result = Assert.IsType<MailResult.Refused>(await SendAsync(Letters.Of("letter-1") with { To = [Letters.Recipient, address] }));

        AssertNothingPersonal(result);
        Assert.Empty(Server.Faults.Arrived);
    }

    [Fact]
    public async Task A_letter_to_nobody_or_to_a_crowd_is_refused()
    {
        Assert.IsType<MailResult.Refused>(await SendAsync(Letters.Of("letter-1") with { To = [] }));
        Assert.IsType<MailResult.Refused>(await SendAsync(Letters.Of("letter-2") with { To = [.. Enumerable.Repeat(Letters.Recipient, 501)] }));
        Assert.Empty(Server.Faults.Arrived);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        Server.Faults.Once(Call.Send, new Fault(308));

        Assert.IsType<MailResult.NotYet>(await SendAsync(Letters.Of("letter-1")));
        Assert.Equal(0, Copies("letter-1"));
    }
}
