using Workflows.Process.Decisions;
using Workflows.Process.Journal;
using Workflows.Process.State;

namespace Workflows.Process.Tests.Decisions;

public sealed class ApprovalTests
{
    private const string SignOff = "rapid-review-sign-off";

    private static ReviewDriver AtSignOff() => WholeLifeTests.Begin("lcspr@2026.1").UntilOffered(SignOff);

    [Fact]
    public void An_approval_is_offered_to_each_partner_until_all_three_have_answered()
    {
        var review = AtSignOff();
        Assert.Equal(3, review.Actions.Count(action => action.Item.Id == SignOff));
        review.TakeOne(SignOff);
        review.TakeOne(SignOff);
        Assert.Equal(ItemStatus.Open, review.State.Items[SignOff].Status);
        review.TakeOne(SignOff);
        Assert.Equal(ItemStatus.Done, review.State.Items[SignOff].Status);
    }

    [Fact]
    public void One_person_in_two_roles_counts_once()
    {
        var review = AtSignOff();
        var both = new Caller("both.partners", ["authority-partner", "health-partner"]);
        review.Do(new GiveApproval(SignOff, Approve: true, Reason: null), both);
        Assert.Equal("already-decided", review.Refused(new GiveApproval(SignOff, Approve: true, Reason: null), both).Rule);
    }

    [Fact]
    public void A_second_answer_says_who_answered_and_when()
    {
        var review = AtSignOff();
        review.Do(new GiveApproval(SignOff, Approve: true, Reason: null), ReviewDriver.As("police-partner"));
        var refusal = review.Refused(new GiveApproval(SignOff, Approve: false, "Too late."), ReviewDriver.As("police-partner"));
        Assert.Contains($"Approved by {ReviewDriver.User("police-partner")} at {review.Now:yyyy-MM-dd}", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_approves_what_they_submitted()
    {
        var review = WholeLifeTests.Begin("lcspr@2026.1").UntilOffered("rapid-review-report");
        var author = new Caller("author", ["business-manager", "health-partner"]);
        review.Do(new StoreDocument("rapid-review-report", new string('c', 64), 3, "text/plain", "r.txt"), author);
        Assert.Equal("separation-of-duties", review.Refused(new GiveApproval(SignOff, Approve: true, Reason: null), author).Rule);
    }

    [Fact]
    public void A_rejection_needs_a_reason_and_opens_the_report_again()
    {
        var review = AtSignOff();
        Assert.Contains("reason", review.Refused(new GiveApproval(SignOff, Approve: false, " "), ReviewDriver.As("health-partner")).Fields.Keys);
        review.Do(new GiveApproval(SignOff, Approve: false, "The school's part is missing."), ReviewDriver.As("health-partner"));
        Assert.Equal(ItemStatus.Open, review.State.Items["rapid-review-report"].Status);
        Assert.Contains(review.Actions, action => action.Item.Id == "rapid-review-report");
        Assert.Contains(
            review.State.Letters.Values,
            letter => letter.IntendedAt == review.Now && letter.To == ReviewDriver.User("business-manager")
                && letter.Topics.Any(topic => topic.Item == "rapid-review-report"));
        Assert.DoesNotContain(review.Actions, action => action.Item.Id == SignOff);
    }

    [Fact]
    public void A_newer_version_is_approved_from_the_beginning()
    {
        var review = AtSignOff();
        review.TakeOne(SignOff);
        review.Do(
            new StoreDocument("rapid-review-report", new string('d', 64), 3, "text/plain", "r2.txt"),
            ReviewDriver.As("business-manager"));
        Assert.Equal(3, review.Actions.Count(action => action.Item.Id == SignOff));
        Assert.Equal(2, review.State.Items[SignOff].About);
        var old = new GiveApproval(SignOff, Approve: true, Reason: null, Version: 1);
        Assert.Equal("approved-version", review.Refused(old, ReviewDriver.As("police-partner")).Rule);
    }

    [Fact]
    public void An_approved_version_cannot_be_replaced_behind_the_approvers_backs()
    {
        var review = AtSignOff();
        review.TakeOne(SignOff);
        review.TakeOne(SignOff);
        review.TakeOne(SignOff);
        var later = new StoreDocument("rapid-review-report", new string('e', 64), 3, "text/plain", "r3.txt");
        Assert.Equal("document-is-settled", review.Refused(later, ReviewDriver.As("business-manager")).Rule);
    }

    [Fact]
    public void A_reminder_does_not_go_on_after_the_approval()
    {
        var review = AtSignOff();
        review.MoveTo(review.NextWake!.Value.AddHours(1));
        for (var answer = 0; answer < 3; answer++)
        {
            review.TakeOne(SignOff);
        }

        var done = review.Now;
        review.MoveTo(done.AddDays(60));
        Assert.DoesNotContain(
            review.Journal.Where(entry => entry.At > done).Select(entry => entry.Event).OfType<RungFired>(),
            rung => rung.Deadline == SignOff);
    }

    [Fact]
    public void The_assurer_is_not_the_reviewer()
    {
        var review = WholeLifeTests.Begin("lcspr@2026.1").UntilOffered("report");
        var two = new Caller("two.hats", ["lead-reviewer", "quality-assurer"]);
        review.Do(new StoreDocument("report", new string('f', 64), 3, "text/plain", "report.txt"), two);
        var assure = review.Actions.Single(action => action.Item.Id == "quality-assurance");
        var verdict = review.Give(new MakeDecision("quality-assurance", "ready", "Good.", review.Answers(assure.Definition.Ask)), two);
        Assert.Equal("separation-of-duties", Assert.IsType<Verdict.Refused>(verdict).Refusal.Rule);
    }

    [Fact]
    public void An_upload_that_begins_the_approval_again_is_known_by_its_key_with_the_version_that_it_made()
    {
        var review = AtSignOff();
        var context = review.Context with { Key = new CommandKey("key", "asked") };
        var again = new StoreDocument("rapid-review-report", new string('d', 64), 3, "text/plain", "again.txt");

        var accepted = Assert.IsType<Verdict.Accepted>(Decide.On(review.State, again, ReviewDriver.As("business-manager"), context));

        Assert.Contains(accepted.Entries, entry => entry.Event is ItemReset { Item: SignOff });
        Assert.Equal(2, accepted.After.Commands["key"].Produced);
    }
}
