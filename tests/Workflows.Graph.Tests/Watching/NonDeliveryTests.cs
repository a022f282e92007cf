using Workflows.Reviews.Ports;

namespace Workflows.Graph.Tests.Watching;

/// <summary>Claim: every letter that came back is told of, in words that name nobody, and nothing else is.</summary>
public sealed class NonDeliveryTests : WatchTest
{
    [Fact]
    public async Task A_letter_that_came_back_isTold_of_with_its_key_review_reason_and_time()
    {
        var letter = await SentAsync("letter-1");
        Clock.Advance(TimeSpan.FromHours(3));
        Mailbox.AddReport(letter);

        var round = await WatchAsync();

        var told = Assert.Single(Told);
        Assert.Equal((1, null), (round.Reported, round.Trouble));
        Assert.Equal(("letter-1", (ReviewId?)ReviewId.From("letter-1"), Start.AddHours(3)), (told.LetterKey, told.Review, told.At));
        Assert.Contains("does not exist", told.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("@", told.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5.1.10", "does not exist")]
    [InlineData("5.2.2", "full")]
    [InlineData("5.7.1 (policy of secret.person@partner.example)", "does not accept it (5.7.1)")]
    [InlineData("4.4.7", "in time")]
    [InlineData("nonsense secret.person@partner.example", "could not be delivered.")]
    public async Task The_reason_is_in_plain_words_and_not_the_reports_own(string status, string words)
    {
        Mailbox.AddReport(await SentAsync("letter-1"), status);

        await WatchAsync();

        Assert.Contains(words, Assert.Single(Told).Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("@", Told[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_without_the_original_is_matched_by_the_message_it_answers()
    {
        Mailbox.AddReport(await SentAsync("letter-1"), withOriginal: false);

        await WatchAsync();

        Assert.Equal(("letter-1", (ReviewId?)ReviewId.From("letter-1")), (Assert.Single(Told).LetterKey, Told[0].Review));
    }

    [Fact]
    public async Task A_report_by_a_server_that_Exchange_did_not_recognise_is_found_too()
    {
        Mailbox.AddReport(await SentAsync("letter-1"), standard: false);

        await WatchAsync();

        Assert.Single(Told);
    }

    [Fact]
    public async Task What_is_no_report_or_of_no_letter_of_ours_is_passed_over()
    {
        var letter = await SentAsync("letter-1");
        Mailbox.AddReport(letter, "4.4.1", action: "delayed");
        Mailbox.AddReport(letter, "4.4.1", action: "delayed", standard: false);
        Mailbox.AddToInbox("I am away until Monday.", "IPM.Note.Rules.OofTemplate.Microsoft", "secret.person@partner.example", letter.InternetMessageId);
        Mailbox.AddToInbox("Action: failed\r\nStatus: 5.1.1\r\n", "REPORT.IPM.Note.NDR", "postmaster@sending.example", "<of-somebody-else@mail.test>");

        var round = await WatchAsync();

        Assert.Equal((0, null), (round.Reported, round.Trouble));
        Assert.Empty(Told);
    }
}
