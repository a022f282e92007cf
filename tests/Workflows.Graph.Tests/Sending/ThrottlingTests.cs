using Azure.Identity;
using Workflows.Graph.Tests.GraphServer;
using Workflows.Graph.Tests.Support;
using Workflows.Reviews.Ports;

namespace Workflows.Graph.Tests.Sending;

/// <summary>Claim: a service that asks to be left alone is left alone, and the letter goes afterwards, once.</summary>
public sealed class ThrottlingTests : MailTest
{
    [Theory]
    [InlineData(429, Call.CreateDraft, "120", 120)]
    [InlineData(429, Call.CreateDraft, null, null)]
    [InlineData(429, Call.CreateDraft, "soon", null)]
    [InlineData(429, Call.CreateDraft, "-5", null)]
    [InlineData(429, Call.CreateDraft, "999999999", 86400)]
    [InlineData(429, Call.WriteRecord, "7", 7)]
    [InlineData(503, Call.WriteRecord, "7", 7)]
    [InlineData(429, Call.Send, "120", 120)]
    [InlineData(503, Call.Send, "120", 120)]
    [InlineData(429, Call.Send, "1", 60)]
    [InlineData(429, Call.Send, null, 60)]
    [InlineData(503, Call.Send, null, 60)]
    public async Task The_wait_is_the_one_asked_for_and_after_an_order_to_send_at_least_a_minute(int status, Call call, string? asked, int? seconds)
    {
        Server.Faults.Once(call, new Fault(status) { RetryAfter = asked });

        var result = Assert.IsType<MailResult.NotYet>(await SendAsync(Letters.Of("letter-1")));

        Assert.Equal(seconds, result.RetryAfter?.TotalSeconds);
        Assert.Equal(1, Count(call)); // nothing was repeated behind our back
        Assert.Equal(0, Copies("letter-1"));
        var (end, _) = await DriveAsync("letter-1", letter => letter with { Attempt = letter.Attempt + 1 });
        AssertSent(end);
        Assert.Equal(1, Copies("letter-1"));
    }

    [Fact]
    public async Task A_date_to_come_back_at_is_understood()
    {
        var at = DateTimeOffset.UtcNow.AddMinutes(10).ToString("R");
        Server.Faults.Once(Call.CreateDraft, Fault.Throttled(at));

        var result = Assert.IsType<MailResult.NotYet>(await SendAsync(Letters.Of("letter-1")));

        // The server's own date is the reference, so that a wrong clock here, as in this test, does no harm.
        Assert.InRange(result.RetryAfter!.Value, TimeSpan.FromMinutes(8), TimeSpan.FromMinutes(11));
    }

    [Fact]
    public async Task A_date_that_has_passed_is_no_wait()
    {
        Server.Faults.Once(Call.CreateDraft, Fault.Throttled("Mon, 05 Jan 2015 09:00:00 GMT"));

        Assert.Equal(TimeSpan.Zero, Assert.IsType<MailResult.NotYet>(await SendAsync(Letters.Of("letter-1"))).RetryAfter);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_asked_of_Graph_and_it_goes_on_by_itself_when_tokens_come_again()
    {
        Credential.Failure = new AuthenticationFailedException("The token service said something about secret.person@partner.example");
        var failed = Assert.IsType<MailResult.NotYet>(await SendAsync(Letters.Of("letter-1")));
        Credential.Failure = new CredentialUnavailableException("No managed identity here");
        Assert.IsType<MailResult.NotYet>(await SendAsync(Letters.Of("letter-1", attempt: 2)));
        Assert.Empty(Server.Faults.Arrived);

        Credential.Failure = null;
        var (result, _) = await DriveAsync("letter-1", letter => letter with { Attempt = letter.Attempt + 2 });

        Assert.Contains("Graph:SignIn", failed.Reason, StringComparison.Ordinal);
        AssertSent(result);
        Assert.Equal(1, Copies("letter-1"));
    }

    [Fact]
    public async Task A_rejected_token_is_a_fault_that_may_pass()
    {
        Server.Faults.Once(Call.CreateDraft, Fault.Denied(401, "InvalidAuthenticationToken"));

        var (result, attempts) = await DriveAsync("letter-1");

        AssertSent(result);
        Assert.Equal(2, attempts);
    }
}
