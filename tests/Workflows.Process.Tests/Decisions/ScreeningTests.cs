using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.State;
using static Workflows.Process.Tests.Decisions.Screened;

namespace Workflows.Process.Tests.Decisions;

/// <summary>The gate before publication: what was found keeps a document from being published until somebody has answered.</summary>
public sealed class ScreeningTests
{
    public static TheoryData<string> Processes => [.. ProcessCatalogue.Shipped.Keys];

    [Theory]
    [MemberData(nameof(Processes))]
    public void A_review_in_whose_documents_something_is_found_comes_to_its_end_by_its_actions_alone(string process)
    {
        var review = Begin(process);
        review.Screening = due => [Found($"{due.Item} one"), Found($"{due.Item} two")];
        review.RunToTheEnd();

        Assert.Equal(ReviewStatus.Closed, review.State.Status);
        Assert.All(review.Events<DocumentPublished>(), published => Assert.Contains(
            review.Events<FindingsAnswered>(), answered => answered.Item == published.Document && answered is { Kept: true, Findings.Count: 2 }));
        Assert.Equal(Plain.Of(review.State), Plain.Of(Evolve.Fold(review.Journal)));
    }

    [Fact]
    public void While_something_has_no_answer_the_report_cannot_be_published_and_the_managers_are_asked_by_letter()
    {
        var review = WithReport(Found("a"), Found("b"));
        Assert.Contains(review.State.Letters.Values, letter => letter.Topics.Any(topic => topic.Item == Answering) && letter.To == ReviewDriver.User("business-manager"));
        review.UntilOfferedWithout("publish-report");

        var refusal = review.Refused(Publishing(review), ReviewDriver.As("business-manager"));
        Assert.Equal("identifying-details", refusal.Rule);
        review.Do(new AnswerFindings("report", ["a"], Keep: true, "A public place."), ReviewDriver.As("business-manager"));
        Assert.DoesNotContain(review.Actions, action => action.Item.Id == "publish-report");

        review.Do(new AnswerFindings("report", ["b"], Keep: true, "A public place."), ReviewDriver.As("business-manager"));
        Assert.Contains(review.Actions, action => action.Item.Id == "publish-report");
        Assert.DoesNotContain(review.Actions, action => action.Item.Id == Answering);
    }

    [Fact]
    public void What_is_to_be_removed_brings_the_report_back_and_only_what_is_new_in_the_next_version_asks()
    {
        var review = WithReport(Found("kept"), Found("gone"), Found("still there"));
        review.Do(new AnswerFindings("report", ["kept"], Keep: true, "A public place."), ReviewDriver.As("business-manager"));
        review.Do(new AnswerFindings("report", ["gone", "still there"], Keep: false, "Names."), ReviewDriver.As("business-manager"));

        Assert.Equal(ItemStatus.Open, review.State.Items["report"].Status);
        Assert.DoesNotContain(review.Actions, action => action.Item.Id == Answering);
        review.Screening = _ => [Found("kept"), Found("still there"), Found("new")];
        review.TakeOne("report");
        Assert.DoesNotContain(review.Actions, action => action.Item.Id == Answering);
        review.SendLetters();

        Assert.Equal(["still there", "new"], review.State.Screening.Documents["report"].Open.Select(each => each.Id));
        review.TakeOne(Answering);
        Assert.True(review.State.Screening.Documents["report"].IsClear);
    }

    [Fact]
    public void A_version_without_what_was_removed_is_published_only_when_it_has_been_signed_off_again()
    {
        var review = WithReport(Found("gone"));
        review.UntilOfferedWithout("publish-report");
        review.Do(new AnswerFindings("report", ["gone"], Keep: false, "Names."), ReviewDriver.As("business-manager"));
        review.Screening = _ => [];
        review.TakeOne("report");
        review.SendLetters();

        Assert.DoesNotContain(review.Actions, action => action.Item.Id == "publish-report");
        Assert.Equal("version-is-approved", review.Refused(Publishing(review), ReviewDriver.As("business-manager")).Rule);
        review.RunToTheEnd();
        Assert.Equal(2, Assert.Single(review.Events<DocumentPublished>()).DocumentVersion);
        Assert.Equal(2, review.Events<ItemSettled>().Count(settled => settled.Item == "report-approval"));
    }

    [Fact]
    public void A_list_that_is_given_later_has_the_same_version_screened_again_and_answers_stand()
    {
        var review = WithReport(Found("a"));
        review.TakeOne(Answering);
        review.Do(new GiveCaseList("case-list-1", 3, new string('c', 64)), ReviewDriver.As("business-manager"));
        Assert.False(review.State.Screening.Documents["report"].IsClear);

        review.Screening = _ => [Found("a"), Found("of the list")];
        review.SendLetters();

        Assert.Equal(["of the list"], review.State.Screening.Documents["report"].Open.Select(each => each.Id));
    }

    [Fact]
    public void Only_those_who_manage_the_review_give_the_list_and_answer_with_a_reason_and_what_was_found()
    {
        var review = WithReport(Found("a"));

        Assert.Equal(RefusalKind.Forbidden, review.Refused(new GiveCaseList("case-list-1", 3, new string('c', 64)), ReviewDriver.As("agency-lead")).Kind);
        Assert.Equal(RefusalKind.Forbidden, review.Refused(new AnswerFindings("report", ["a"], Keep: true, "Because."), ReviewDriver.As("lead-reviewer")).Kind);
        Assert.Contains("reason", review.Refused(new AnswerFindings("report", ["a"], Keep: true, " "), ReviewDriver.As("business-manager")).Fields.Keys);
        Assert.Contains("findings", review.Refused(new AnswerFindings("report", ["b"], Keep: true, "Because."), ReviewDriver.As("business-manager")).Fields.Keys);
        Assert.Contains("findings", review.Refused(new AnswerFindings("report", [], Keep: true, "Because."), ReviewDriver.As("business-manager")).Fields.Keys);
        Assert.Contains("rationale", review.Refused(new MakeDecision(Answering, "keep", null, new Dictionary<string, FactInput>()), ReviewDriver.As("business-manager")).Fields.Keys);
        Assert.Equal(RefusalKind.Unknown, review.Refused(new AnswerFindings("minutes", ["a"], Keep: true, "Because."), ReviewDriver.As("business-manager")).Kind);
    }
}
