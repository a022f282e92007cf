using Workflows.Process.Calendar;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.State;
using Workflows.Process.Tests.Decisions;

namespace Workflows.Process.Tests.Processes;

public sealed class LearningReviewTests
{
    private static ReviewDriver Begin(string method)
    {
        var definition = ProcessCatalogue.Shipped.Find("learning-review")!;
        var review = new ReviewDriver(definition, LondonTime.At(new DateOnly(2026, 2, 2), new TimeOnly(9, 30)));
        review.Answering["method"] = method;
        review.Answering["agencies"] = "Education; Housing";
        review.Open();
        return review;
    }

    [Theory]
    [InlineData("learning-together", "review-team, case-group, conversations, findings-meeting")]
    [InlineData("silp", "scoping-meeting, authors-briefing, agency-report-1, agency-report-2, learning-event, draft-report, recall-event")]
    [InlineData("audit", "audit-return-1, audit-return-2, audit-meeting")]
    public void Each_method_has_its_own_steps_in_their_order(string method, string steps)
    {
        var review = Begin(method);
        review.RunToTheEnd();
        var order = ProcessCatalogue.Shipped.Find("learning-review")!.Stages.Single(stage => stage.Id == "reviewing").Items.Select(item => item.Id).ToHashSet();
        var done = review.Journal.Select(entry => entry.Event)
            .Select(what => what switch { TaskCompleted task => task.Item, DocumentStored document => document.Item, _ => "" })
            .Where(id => id.Length > 0 && order.Contains(review.State.Items[id].Definition));
        Assert.Equal(steps, string.Join(", ", done));
    }

    [Fact]
    public void Learning_Together_does_not_begin_with_one_reviewer()
    {
        var review = Begin("learning-together").UntilOffered("pair-accepts");
        var alone = new Caller("one.reviewer", ["lead-reviewer", "second-reviewer"]);
        var accept = new GiveApproval("pair-accepts", Approve: true, Reason: null);
        review.Do(accept, alone);
        Assert.Equal("already-decided", review.Refused(accept, alone).Rule);
        Assert.Equal("planning", review.State.Stage);
        review.Do(accept, new Caller("another.reviewer", ["second-reviewer"]));
        Assert.Equal(ItemStatus.Done, review.State.Items["pair-accepts"].Status);
    }

    [Theory]
    [InlineData("required", null, "report")]
    [InlineData("summary-only", null, "summary")]
    [InlineData("optional", "report", "report")]
    [InlineData("optional", "summary", "summary")]
    [InlineData("optional", "nothing", "")]
    public void What_is_published_follows_the_policy(string policy, string? choice, string published)
    {
        var review = Begin("audit");
        review.TakeOne("publication-policy", policy);
        if (choice is not null)
            review.UntilOffered("publication-choice").TakeOne("publication-choice", choice);
        review.RunToTheEnd();
        Assert.Equal(ReviewStatus.Closed, review.State.Status);
        Assert.Equal(published, string.Join(", ", review.Events<DocumentPublished>().Select(each => each.Document)));
    }

    [Fact]
    public void The_reason_for_the_policy_is_on_record()
    {
        var review = Begin("silp");
        var bare = new MakeDecision("publication-policy", "summary-only", null, new Dictionary<string, FactInput>());
        Assert.Contains("rationale", review.Refused(bare, ReviewDriver.As("business-manager")).Fields.Keys);
        review.Do(bare with { Rationale = "The family would be known." }, ReviewDriver.As("business-manager"));
        Assert.Equal("The family would be known.", review.State.Items["publication-policy"].Note);
    }

    [Fact]
    public void No_limit_is_anything_but_local() => Assert.All(
        ProcessCatalogue.Shipped.Find("learning-review")!.AllDeadlines, deadline => Assert.Equal(Force.Local, deadline.Force));
}
