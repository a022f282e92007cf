using Workflows.Process.Calendar;
using Workflows.Process.Decisions;
using Workflows.Process.Journal;
using Workflows.Process.State;
using Workflows.Process.Tests.Decisions;

namespace Workflows.Process.Tests.Processes;

public sealed class NationalReviewTests
{
    private static ReviewDriver Begin() => WholeLifeTests.Begin("national-review@2018.1");

    [Fact]
    public void The_Panel_selects_and_the_Secretary_of_State_confirms()
    {
        var review = Begin().UntilOffered("confirmation");
        Assert.Equal(ItemStatus.Skipped, review.State.Items["removal"].Status);
        var decide = new MakeDecision("confirmation", "confirm", null, new Dictionary<string, FactInput>());
        Assert.Equal(RefusalKind.Forbidden, review.Refused(decide, ReviewDriver.As("panel-officer")).Kind);
        review.Do(decide, ReviewDriver.As("secretary-of-state-officer"));
        Assert.Equal("reporting", review.State.Stage);
    }

    [Fact]
    public void A_selection_that_is_not_confirmed_is_made_again()
    {
        var review = Begin().UntilOffered("confirmation");
        review.TakeOne("confirmation", "decline");
        Assert.Equal(["selection"], review.Actions.Select(action => action.Item.Id));
    }

    [Fact]
    public void A_reviewer_to_be_removed_is_removed_by_the_Secretary_of_State_and_another_selected_and_confirmed()
    {
        var review = Begin().UntilOffered("family-involvement");
        while (!review.Actions.Any(action => action.Item.Id == "reviewer-standing-1"))
            review.MoveTo(review.NextWake!.Value);
        review.TakeOne("reviewer-standing-1", "remove");

        var removal = Assert.Single(review.Actions, action => action.Item.Id == "removal");
        Assert.Equal(["secretary-of-state-officer"], removal.Roles);
        Assert.DoesNotContain(review.Actions, action => action.Item.Id is "selection" or "confirmation");
        review.TakeOne("removal");
        review.TakeOne("selection");
        review.TakeOne("confirmation");

        var confirmed = review.Today;
        Assert.Equal(ItemStatus.Done, review.State.Items["reviewer-standing-1"].Status);
        while (!review.Actions.Any(action => action.Item.Id == "reviewer-standing-2"))
            review.MoveTo(review.NextWake!.Value);
        Assert.Equal(confirmed.AddMonths(2), review.Today);
        review.RunToTheEnd();
        Assert.Equal(ReviewStatus.Closed, review.State.Status);
    }

    [Fact]
    public void Progress_is_asked_about_every_six_weeks_until_the_report_is_accepted()
    {
        var review = Begin().UntilOffered("report");
        var confirmed = review.State.Items["confirmation"].DoneOn!.Value;
        review.MoveTo(confirmed.AddDays(42));
        Assert.Contains(review.Actions, action => action.Item.Id == "progress-request-1");
        review.RunToTheEnd();
        Assert.DoesNotContain(review.State.Items.Keys, id => id == "progress-request-2");
    }

    [Theory]
    [InlineData("local", "returned-locally")]
    [InlineData("none", "not-taken")]
    public void A_case_that_is_not_taken_goes_back_to_the_partners(string outcome, string notice)
    {
        var review = Begin();
        review.TakeOne("panel-decision", outcome);
        Assert.Equal(ItemStatus.Done, review.State.Items[notice].Status);
        Assert.Contains(review.State.Letters.Values, letter => letter.To == ReviewDriver.User("health-partner"));
        review.RunToTheEnd();
        Assert.Equal(ReviewStatus.Closed, review.State.Status);
        Assert.DoesNotContain(review.State.Items.Keys, id => id.StartsWith("progress-request", StringComparison.Ordinal));
    }

    [Fact]
    public void The_report_is_with_the_Secretary_of_State_seven_working_days_before_and_public_for_three_years()
    {
        var review = Begin();
        review.RunToTheEnd();
        var published = Assert.Single(review.Events<DocumentPublished>());
        var withdrawn = Assert.Single(review.Events<PublicationWithdrawn>());
        Assert.Equal(published.On.AddYears(3), withdrawn.On);
        var sent = review.Events<TaskCompleted>().Single(task => task.Item == "copies");
        Assert.Equal(review.Calendar.After(sent.On, Budget.WorkingDays(7)), published.On);
    }
}
