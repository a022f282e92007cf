using Workflows.Process.Decisions;
using Workflows.Process.Journal;
using Workflows.Reviews.Directory;

namespace Workflows.Reviews.Tests.Letters;

/// <summary>Every kind of letter, as it reads.</summary>
public class LetterTextTests
{
    [Fact]
    public void A_request_says_what_by_when_under_which_rule_and_what_follows() =>
        Golden.Check("request", Story.Opened("2026-04-07T09:00Z").Letter(LetterKind.Request, "authority.partner"));

    [Fact]
    public void The_same_letter_as_a_page() =>
        Golden.Check("request-page", Story.Opened("2026-04-07T09:00Z").Letter(LetterKind.Request, "authority.partner").Html);

    [Fact]
    public void Summaries_asked_for_two_agencies_are_one_step_and_no_agency_is_named()
    {
        var story = Story.Opened("2026-04-07T09:00Z");
        story.CompleteNotification("2026-04-07");
        Golden.Check("request-two-agencies", story.Letter(LetterKind.Request, "agency.lead.education"));
    }

    [Fact]
    public void An_approval_is_asked_for_with_the_version_and_hash_of_the_document() =>
        Golden.Check("approval-request", SignOff().Letter(LetterKind.ApprovalRequest, "police.partner"));

    [Fact]
    public void A_reminder_before_the_day_says_how_long_there_is() =>
        Golden.Check("reminder-soon", Story.Opened("2026-04-07T09:00Z").At("2026-04-09T08:00Z").Letter(LetterKind.Reminder, "authority.partner"));

    [Fact]
    public void A_reminder_on_the_day_says_today() =>
        Golden.Check("reminder-today", Story.Opened("2026-04-07T09:00Z").At("2026-04-14T08:00Z").Letter(LetterKind.Reminder, "authority.partner"));

    [Fact]
    public void A_reminder_after_the_day_says_how_late_it_is_and_a_partner_who_cannot_do_it_is_told_who_can() =>
        Golden.Check("reminder-overdue", Story.Opened("2026-04-07T09:00Z").At("2026-04-21T08:00Z").Letter(LetterKind.Reminder, "police.partner"));

    [Fact]
    public void A_reminder_of_a_limit_over_many_steps_names_the_limit()
    {
        var story = Story.Opened("2026-04-07T09:00Z");
        story.CompleteNotification("2026-04-07");
        story.At("2026-04-22T10:00Z");
        foreach (var summary in story.State.Items.Keys.Where(id => id.StartsWith("agency-summary", StringComparison.Ordinal)).ToArray())
        {
            story.Do("business.manager", new CompleteTask(summary, new Dictionary<string, FactInput>(), Note: null));
        }

        var client = new Client(story, DemonstrationDirectory.Snapshot, "typed");
        while (story.Actions[0].Item.Id != "rapid-review-sign-off" && client.DoOne())
        {
        }

        Golden.Check("reminder-spanning", story.At("2026-04-23T08:00Z").Letter(LetterKind.Reminder, "business.manager"));
    }

    [Fact]
    public void A_delay_notice_tells_the_Panel_that_no_reason_is_recorded() =>
        Golden.Check("delay-notice", Story.Opened("2026-04-07T09:00Z").At("2026-04-15T08:00Z").Letter(LetterKind.DelayNotice, "panel"));

    [Fact]
    public void A_delay_notice_tells_the_Panel_that_a_reason_is_recorded_and_not_which()
    {
        var story = Story.Opened("2026-04-07T09:00Z").At("2026-04-14T10:00Z");
        story.Do("business.manager", new ExplainDelay("notification", "The register was not reachable."));
        Golden.Check("delay-notice-with-reason", story.At("2026-04-15T08:00Z").Letter(LetterKind.DelayNotice, "panel"));
    }

    [Fact]
    public void A_delay_notice_that_waits_is_put_before_the_business_manager()
    {
        var held = DirectoryReader.Read(DemonstrationDirectory.Text.Replace("escalation: automatic", "escalation: confirm", StringComparison.Ordinal), "x").Snapshot;
        Golden.Check("release", Story.Opened("2026-04-07T09:00Z", held).At("2026-04-14T08:00Z").At("2026-04-15T08:00Z").Letter(LetterKind.Request, "business.manager"));
    }

    [Fact]
    public void A_notice_says_what_the_definition_says() =>
        Golden.Check("notice", Story.Opened("2026-04-07T09:00Z").Letter(LetterKind.Notice, "health.partner"));

    [Fact]
    public void An_outcome_is_told_to_the_bodies_by_its_title()
    {
        var story = SignOff();
        foreach (var partner in new[] { "authority.partner", "health.partner", "police.partner" })
        {
            story.Do(partner, new GiveApproval("rapid-review-sign-off", Approve: true, Reason: null));
        }

        var answers = new Client(story, DemonstrationDirectory.Snapshot, "typed").Answers(story.Actions[0].Definition.Ask);
        story.Do("business.manager", new MakeDecision("next-step", "withdraw", "typed", answers));
        Golden.Check("outcome", story.Letter(LetterKind.Notice, "ofsted"));
    }

    [Fact]
    public void A_withdrawal_is_told_to_the_bodies()
    {
        var story = Story.Opened("2026-04-07T09:00Z");
        story.Do("business.manager", new WithdrawReview("typed"));
        Golden.Check("withdrawal", story.Letter(LetterKind.Notice, "dfe"));
    }

    [Fact]
    public void A_letter_that_came_back_is_told_to_the_business_manager()
    {
        var story = Story.Opened("2026-04-07T09:00Z");
        var lost = story.Letters.First(letter => letter.To == "health.partner").Id;
        story.SendAll();
        story.Do(user: null, new RecordLetter(new LetterReturned(lost, "no such mailbox")));
        Golden.Check("letter-returned", story.Letter(LetterKind.Reminder, "business.manager"));
    }

    private static Story SignOff()
    {
        var story = Story.Opened("2026-04-07T09:00Z");
        story.CompleteNotification("2026-04-07");
        var client = new Client(story, DemonstrationDirectory.Snapshot, "typed");
        while (story.Actions[0].Item.Id != "rapid-review-sign-off" && client.DoOne())
        {
        }

        return story;
    }
}
