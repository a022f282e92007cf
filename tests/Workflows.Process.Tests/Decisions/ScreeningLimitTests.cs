using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.State;
using static Workflows.Process.Tests.Decisions.Screened;

namespace Workflows.Process.Tests.Decisions;

/// <summary>What the screen does at its limits: too much found, attempts that end in nothing, papers that end with the review.</summary>
public sealed class ScreeningLimitTests
{
    [Fact]
    public void A_report_with_more_findings_than_can_be_told_can_only_be_handed_in_anew()
    {
        var review = WithReport([.. Enumerable.Range(0, RecordScreening.MostFindings + 1).Select(number => Found($"f{number}"))]);
        var action = Assert.Single(review.Actions, each => each.Item.Id == Answering);
        Assert.Equal([DecideScreening.Remove], ((DecisionDefinition)action.Definition).Outcomes.Select(each => each.Id));
        Assert.Equal(RecordScreening.MostFindings, review.Events<DetailsFound>().Sum(each => each.Details.Count));

        Assert.Equal("identifying-details", review.Refused(new AnswerFindings("report", ["f1"], Keep: true, "Because."), ReviewDriver.As("business-manager")).Rule);
        review.TakeOne(Answering);
        Assert.Equal(ItemStatus.Open, review.State.Items["report"].Status);
    }

    [Fact]
    public void An_attempt_that_came_to_nothing_is_tried_again_after_its_time_and_in_the_end_given_up()
    {
        var review = HandedIn();
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            review.Do(new BeginScreening("report"));
            Assert.IsType<Verdict.Refused>(review.Give(new BeginScreening("report")));
            Assert.Equal(review.Now, review.State.Screening.Documents["report"].BegunAt);
            review.Now += review.Context.AttemptLease;
        }

        Assert.True(ScreeningGate.IsGivenUp(review.State.Screening.Documents["report"]));
    }

    [Fact]
    public void What_was_found_in_an_older_version_or_with_an_older_list_is_not_recorded()
    {
        var review = HandedIn();
        review.Do(new BeginScreening("report"));
        review.Do(new GiveCaseList("case-list-1", 1, new string('c', 64)), ReviewDriver.As("business-manager"));

        Assert.Equal("screening-is-due", review.Refused(new RecordScreening("report", 1, List: 0, [], 0, null, null)).Rule);
        review.Do(new BeginScreening("report"));
        review.Do(new RecordScreening("report", 1, List: 1, [], 0, null, null));
        Assert.Equal("screening-is-due", review.Refused(new RecordScreening("report", 1, List: 1, [], 0, null, null)).Rule);
    }

    [Fact]
    public void The_papers_are_kept_until_the_review_has_ended_and_then_destroyed_with_a_certificate()
    {
        var review = WithReport(Found("a"));
        review.Do(new GiveCaseList("case-list-1", 3, new string('c', 64)), ReviewDriver.As("business-manager"));
        Assert.Equal("review-has-ended", review.Refused(new RecordScreeningDestroyed(2)).Rule);
        review.SendLetters();
        review.Do(new WithdrawReview("The criteria are not met."), ReviewDriver.As("business-manager"));
        Assert.True(ScreeningGate.MustDestroy(review.State));
        Assert.NotNull(review.NextWake);

        review.SendLetters();

        var certificate = Assert.Single(review.Events<ScreeningPapersDestroyed>());
        Assert.Equal((3, new string('c', 64)), (certificate.Entries, certificate.Sha256));
        Assert.Null(review.NextWake);
        Assert.Equal("review-is-open", review.Refused(new GiveCaseList("case-list-2", 3, new string('c', 64)), ReviewDriver.As("business-manager")).Rule);
    }

    [Fact]
    public void A_review_whose_report_was_handed_in_before_there_was_a_screen_is_not_held_up()
    {
        var review = Begin("lcspr@2026.1");
        review.UntilOffered("publish-report");
        var before = Evolve.Fold(WithoutScreening(review.Journal));
        var publish = (CompleteTask)Publishing(review);

        Assert.Empty(before.Screening.Documents);
        Assert.Contains(ReviewActions.For(before, review.Context), action => action.Item.Id == "publish-report");
        Assert.IsType<Verdict.Accepted>(Decide.On(before, publish, ReviewDriver.As("business-manager"), review.Context));
    }

    private static IEnumerable<JournalEntry> WithoutScreening(IEnumerable<JournalEntry> journal) => journal
        .Where(entry => entry.Event is not (ScreeningIntended or ScreeningBegun or DocumentScreened))
        .Select((entry, at) => entry with { Sequence = at + 1 });
}
