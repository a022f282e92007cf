using System.Text;
using Workflows.Graph.Tests.GraphServer;
using Workflows.Graph.Tests.Support;
using Workflows.Reviews.Ports;

namespace Workflows.Graph.Tests.Sending;

public sealed class SendingTests : MailTest
{
    [Fact]
    public async Task A_letter_leaves_the_mailbox_once_and_is_kept_among_the_sent_items()
    {
        var result = await SendAsync(Letters.Of("letter-1"));

        var delivered = Assert.Single(Mailbox.Delivered);
        Assert.Equal(delivered.InternetMessageId, AssertSent(result).MessageId);
        Assert.Equal([Letters.Recipient], delivered.To);
        Assert.Same(delivered, Assert.Single(Mailbox.In("sentitems")));
        Assert.Empty(Mailbox.In("drafts"));
    }

    [Fact]
    public async Task A_first_attempt_asks_Graph_for_no_more_than_it_needs()
    {
        await SendAsync(Letters.Of("letter-1"));
        await SendAsync(Letters.Of("letter-2"));

        Assert.Equal(
            [Call.CreateDraft, Call.FindFolder, Call.MakeFolder, Call.WriteRecord, Call.FindRecords, Call.Send, Call.CreateDraft, Call.WriteRecord, Call.FindRecords, Call.Send],
            Server.Faults.Arrived);
    }

    [Fact]
    public async Task A_letter_carries_its_key_and_review_in_a_property_and_in_a_header()
    {
        await SendAsync(Letters.Of("letter-1"));

        var delivered = Assert.Single(Mailbox.Delivered);
        Assert.Equal("letter-1", delivered.Property("String {5b0d5d0e-52a3-4c8e-9d5f-7d9a1c1f6a42} Name WorkflowsLetterKey"));
        Assert.Equal("letter-1", delivered.Header("X-Workflows-Letter"));
        Assert.Equal(ReviewId.From("letter-1").Value, delivered.Header("X-Workflows-Review"));
    }

    [Fact]
    public async Task The_body_is_the_HTML_and_the_text_where_there_is_none()
    {
        await SendAsync(Letters.Of("letter-1"));
        await SendAsync(Letters.Of("letter-2") with { Html = " " });

        var bodies = Mailbox.Delivered.Select(message => message.Content["body"]!).ToList();
        Assert.Equal(("html", "<p>A step is due.</p>"), (bodies[0]["contentType"]!.GetValue<string>(), bodies[0]["content"]!.GetValue<string>()));
        Assert.Equal(("text", "A step is due."), (bodies[1]["contentType"]!.GetValue<string>(), bodies[1]["content"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_calendar_goes_along_as_a_file_that_calendars_open()
    {
        const string calendar = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n";
        await SendAsync(Letters.Of("letter-1") with { Calendar = calendar });
        await SendAsync(Letters.Of("letter-2"));

        var attachment = Assert.Single(Mailbox.Delivered[0].Content["attachments"]!.AsArray())!;
        Assert.Equal("#microsoft.graph.fileAttachment", attachment["@odata.type"]!.GetValue<string>());
        Assert.StartsWith("text/calendar", attachment["contentType"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.EndsWith(".ics", attachment["name"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(calendar, Encoding.UTF8.GetString(Convert.FromBase64String(attachment["contentBytes"]!.GetValue<string>())));
        Assert.False(Mailbox.Delivered[1].Content.ContainsKey("attachments")); // not even as null
    }

    [Theory]
    [InlineData("Due\r\nBcc: other@elsewhere.example")]
    [InlineData("Due\nX-Header: yes")]
    [InlineData("Due\u2028Second line")]
    [InlineData("Due\0end")]
    public async Task A_subject_cannot_begin_a_header_of_its_own(string subject)
    {
        await SendAsync(Letters.Of("letter-1") with { Subject = subject });

        Assert.DoesNotContain(Assert.Single(Mailbox.Delivered).Subject, c => char.IsControl(c) || c is '\u2028' or '\u2029');
    }

    [Fact]
    public async Task Every_request_has_an_identifier_of_its_own_and_the_token()
    {
        await SendAsync(Letters.Of("letter-1"));

        Assert.All(Server.Requests, headers => Assert.Equal("Bearer test-token", headers["Authorization"]));
        var identifiers = Server.Requests.Select(headers => headers["client-request-id"]).ToList();
        Assert.All(identifiers, identifier => Assert.True(Guid.TryParse(identifier, out _)));
        Assert.Equal(identifiers.Count, identifiers.Distinct().Count());
    }

    [Fact]
    public async Task Keys_that_differ_in_case_alone_are_two_letters()
    {
        await SendAsync(Letters.Of("letter-a"));

        var result = await SendAsync(Letters.Of("LETTER-A", attempt: 2));

        AssertSent(result);
        Assert.Equal((1, 1), (Copies("letter-a"), Copies("LETTER-A")));
    }

    [Fact]
    public async Task A_quotation_mark_in_a_key_is_part_of_the_key()
    {
        await SendAsync(Letters.Of("it's' or ep/value ne '"));
        var refused = await SendAsync(Letters.Of("a'b", attempt: 2));
        var again = await SendAsync(Letters.Of("a'b", attempt: 3));

        AssertSent(refused);
        AssertSent(again);
        Assert.Equal(1, Copies("a'b"));
        Assert.Equal(0, Copies("it's' or ep/value ne '")); // spaces are not allowed in a key
    }

    [Fact]
    public async Task A_caller_that_stops_waiting_is_not_told_a_result()
    {
        using var stop = new CancellationTokenSource();
        Server.Faults.Once(Call.Send, new Fault(0) { AfterCommit = true, Instead = _ => stop.CancelAsync() });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Sender.SendAsync(Letters.Of("letter-1"), stop.Token));

        AssertSent(await SendAsync(Letters.Of("letter-1", attempt: 2)));
        Assert.Equal(1, Copies("letter-1"));
    }
}
