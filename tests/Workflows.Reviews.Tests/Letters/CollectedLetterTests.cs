using Workflows.Process.Decisions;
using Workflows.Process.Journal;
using Workflows.Reviews.Directory;
using Workflows.Reviews.Letters;

namespace Workflows.Reviews.Tests.Letters;

/// <summary>One letter a person, without what is done, to whoever is there.</summary>
public class CollectedLetterTests
{
    [Fact]
    public void After_weeks_of_downtime_a_person_gets_one_letter_with_the_earliest_limit_first()
    {
        var story = Story.Opened("2026-04-07T09:00Z");
        story.CompleteNotification("2026-04-07");
        story.SendAll();
        var before = story.State.Letters.Count;
        story.At("2026-05-08T10:00Z");

        var fresh = story.Letters.Skip(before).ToArray();
        Assert.Equal(fresh.Length, fresh.DistinctBy(letter => (letter.To, letter.Kind)).Count());
        var letter = story.Letter(LetterKind.Reminder, "business.manager");
        Golden.Check("collected", letter);
    }

    [Fact]
    public void What_was_done_before_the_letter_went_is_left_out_of_it()
    {
        var story = Story.Opened("2026-04-07T09:00Z");
        story.CompleteNotification("2026-04-07");
        story.SendAll();
        story.At("2026-05-08T10:00Z");
        foreach (var summary in story.State.Items.Keys.Where(id => id.StartsWith("agency-summary", StringComparison.Ordinal)).ToArray())
        {
            story.Do("business.manager", new CompleteTask(summary, new Dictionary<string, FactInput>(), Note: null));
        }

        var letter = story.Letter(LetterKind.Reminder, "business.manager");
        Assert.DoesNotContain("agency's summary", letter.Text, StringComparison.Ordinal);
        Assert.Contains("Hold the rapid review meeting", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_attempt_at_a_letter_whose_work_is_done_says_that_nothing_is_asked_any_more()
    {
        var story = Story.Opened("2026-04-07T09:00Z");
        var letter = story.Letters.First(each => each is { Kind: LetterKind.Request, To: "authority.partner" });
        story.Do(user: null, new BeginLetter(letter.Id));
        story.CompleteNotification("2026-04-07");

        var draft = Assert.IsType<LetterDraft.Ready>(story.Write(story.State.Letters[letter.Id], attempt: 2)).Letter;
        Assert.Equal((2, $"{Story.Review}/{letter.Id}"), (draft.Attempt, draft.Key));
        Assert.Null(draft.Calendar);
        Golden.Check("over", draft);
    }

    [Fact]
    public void An_approver_who_has_answered_is_not_asked_again()
    {
        var story = Story.Opened("2026-04-07T09:00Z");
        story.CompleteNotification("2026-04-07");
        var client = new Client(story, DemonstrationDirectory.Snapshot, "typed");
        while (story.Actions[0].Item.Id != "rapid-review-sign-off" && client.DoOne())
        {
        }

        story.At("2026-04-09T10:00Z");
        story.Do("police.partner", new GiveApproval("rapid-review-sign-off", Approve: true, Reason: null));
        Assert.Contains("You do not need to do anything", Reword(story.Letter(LetterKind.Reminder, "police.partner").Text), StringComparison.Ordinal);
        Assert.Contains("Your approval is asked for.", story.Letter(LetterKind.Reminder, "health.partner").Text, StringComparison.Ordinal);

        static string Reword(string text) => text.Replace(": you do not", ". You do not", StringComparison.Ordinal);
    }

    [Fact]
    public void While_a_person_is_away_the_deputy_gets_the_letter_as_the_one_who_is_to_do_it()
    {
        var away = DemonstrationDirectory.Text.Replace(
            "deputies: [agency.lead.health]",
            "deputies: [agency.lead.health]\n        absences: [{ from: 2026-04-01, to: 2026-04-30 }]", StringComparison.Ordinal);
        var story = Story.Opened("2026-04-07T09:00Z", DirectoryReader.Read(away, "x").Snapshot);
        story.CompleteNotification("2026-04-07");

        Assert.DoesNotContain(story.Letters, letter => letter.To == "agency.lead.education");
        var letter = story.Letter(LetterKind.Request, "agency.lead.health");
        Assert.Equal(["health.services@fernshire.example"], letter.To);
        Assert.StartsWith("Send the agency's summary (3 of them)", letter.Text, StringComparison.Ordinal);
        Assert.Contains("You are asked to do this.", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_role_that_nobody_holds_a_body_without_address_and_a_person_who_left_have_nobody_to_send_to()
    {
        var story = Story.Opened("2026-04-07T09:00Z");
        var letter = story.Letters.First();
        Assert.All(
            [("lead-reviewer-two", "The person"), ("quality-assurer", "Nobody holds the role 'Quality assurer'"), ("panel", "no address of the body")],
            pair =>
            {
                var directory = DirectoryReader.Read("partnerships: [{ id: fernshire, name: F }]", "x").Snapshot!;
                var draft = LetterWriter.Write(
                    Story.Review, story.State, story.Definition, letter with { To = pair.Item1 }, directory, Story.Options, Story.Link,
                    Workflows.Process.Calendar.WorkingCalendar.Shipped, story.Today, attempt: 1);
                Assert.Contains(pair.Item2, Assert.IsType<LetterDraft.NobodyToSendTo>(draft).Reason, StringComparison.Ordinal);
            });
    }
}
