using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.Learning;
using Workflows.Process.State;
using Workflows.Process.Tests.Decisions;

namespace Workflows.Process.Tests.Learning;

public sealed class RecommendationTests
{
    private const string Response = "recommendation/1/response";
    private const string Action = "recommendation/1/action/1";

    [Fact]
    public void A_recommendation_can_be_made_on_the_first_day_and_its_owner_is_asked_to_answer()
    {
        var review = Recommended.Once();
        Assert.Equal("notifying", review.State.Stage);
        Assert.Equal(RecommendationStatus.Made, review.State.Learning.Find(1)!.Status);
        Assert.Equal(new DateOnly(2026, 6, 29), review.Limit(Response).DueOn);
        Assert.Equal([Recommended.Lead.User], review.ToldOf(Response));
        Assert.Equal(Force.Local, LearningRules.LimitOf(review.Limit(Response)).Force);
    }

    [Fact]
    public void It_is_no_action_of_the_review_and_holds_nothing_up()
    {
        var (with, without) = (Recommended.Once(), Recommended.Opened());
        Assert.Equal(without.Actions.Select(action => action.Item.Id), with.Actions.Select(action => action.Item.Id));
        with.RunToTheEnd();
        Assert.Equal(ReviewStatus.Closed, with.State.Status);
        Assert.Equal(RecommendationStatus.Made, with.State.Learning.Find(1)!.Status);
    }

    [Fact]
    public void Every_field_that_is_missing_is_named()
    {
        var review = Recommended.Opened();
        var refusal = review.Refused(
            new MakeRecommendation(new RecommendationInput(null, "Two\nlines", "judge", " ", null, null), review.Today.AddDays(-1), ["moonlight"]), Recommended.Manager);
        Assert.Equal(RefusalKind.Invalid, refusal.Kind);
        Assert.Equal(["agency", "change", "evaluateOn", "evaluation", "post", "role", "text", "themes"], refusal.Fields.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Only_its_owner_or_a_manager_answers_and_people_of_another_agency_do_not()
    {
        var review = Recommended.Once();
        Assert.Equal(RefusalKind.Forbidden, review.Refused(new AnswerRecommendation(1, Accept: true, null), Recommended.OtherLead).Kind);
        Assert.Equal(RefusalKind.Forbidden, review.Refused(new SetAction(1, "Act.", review.Today), Recommended.OtherLead).Kind);
        review.Do(new AnswerRecommendation(1, Accept: true, null), Recommended.Officer);
        Assert.Equal("agency-senior-officer", review.Journal[^2].By.Role);
        Assert.Equal(review.Today, review.Limit(Response).MetOn);
    }

    [Fact]
    public void Where_nobody_answers_for_the_agency_whoever_manages_the_review_is_told_and_no_other_agency_is()
    {
        var review = Recommended.Opened();
        review.Recommend(Recommended.Says with { Agency = "Probation" });
        Assert.Equal([Recommended.Manager.User], review.ToldOf(Response));
    }

    [Fact]
    public void What_is_not_accepted_stops_its_limits_and_the_manager_hears_and_what_is_revised_goes_on()
    {
        var review = Recommended.Once();
        review.Do(new SetAction(1, "Act.", new DateOnly(2026, 9, 1)), Recommended.Manager);
        Assert.Equal(RefusalKind.Invalid, review.Refused(new AnswerRecommendation(1, Accept: false, " "), Recommended.Lead).Kind);
        review.Do(new AnswerRecommendation(1, Accept: false, "It is done elsewhere."), Recommended.Lead);
        Assert.Equal(RecommendationStatus.Rejected, review.State.Learning.Find(1)!.Status);
        Assert.Empty(review.State.Learning.Running(1));
        Assert.Contains(review.Events<LetterIntended>(), letter => letter.To == Recommended.Manager.User && letter.Topics.Any(topic => topic.Outcome == "recommendation-rejected/1"));
        Assert.Equal("recommendation-stands", review.Refused(new SetAction(1, "More.", review.Today), Recommended.Manager).Rule);

        review.Do(new ReviseRecommendation(1, Recommended.Says with { Agency = "Health" }, "Another owner."), Recommended.Manager);
        Assert.Equal([Action, "recommendation/1/evaluation/1", Response], review.State.Learning.Running(1).Select(limit => limit.Id).Order(StringComparer.Ordinal));
        Assert.Equal(Recommended.OtherLead.User, review.ToldOf(Response)[^1]);
        Assert.Equal(RefusalKind.Forbidden, review.Refused(new AnswerRecommendation(1, Accept: true, null), Recommended.Lead).Kind);
    }

    [Fact]
    public void An_action_that_is_done_meets_its_limit_and_one_done_late_stays_late()
    {
        var review = Recommended.Once();
        review.Do(new SetAction(1, "Act.", new DateOnly(2026, 6, 10)), Recommended.Lead);
        review.MoveTo(new DateOnly(2026, 6, 30));
        Assert.Equal(RefusalKind.Invalid, review.Refused(new ReportAction(1, 1, ActionProgress.Done, null, null), Recommended.Lead).Kind);
        review.Do(new ReportAction(1, 1, ActionProgress.Done, "The procedure is in force.", new DateOnly(2026, 6, 15)), Recommended.Lead);
        Assert.Equal(DeadlineStanding.MetLate, review.Limit(Action).On(review.Today));
        review.Do(new ReportAction(1, 1, ActionProgress.Underway, "It was not.", null), Recommended.Manager);
        Assert.True(review.Limit(Action).IsRunning);
    }

    [Fact]
    public void A_limit_is_extended_by_a_manager_with_a_reason_and_reminds_for_its_new_day()
    {
        var review = Recommended.Once();
        review.Do(new SetAction(1, "Act.", new DateOnly(2026, 6, 29)), Recommended.Manager);
        review.MoveTo(new DateOnly(2026, 6, 30));
        var before = review.Rungs(Action).ToArray();
        Assert.Equal(RefusalKind.Forbidden, review.Refused(new ExtendLimit(1, LimitKind.Action, 1, new DateOnly(2026, 9, 1), "Busy."), Recommended.Lead).Kind);
        review.Do(new ExtendLimit(1, LimitKind.Action, 1, new DateOnly(2026, 9, 1), "The register comes later."), Recommended.Manager);
        review.MoveTo(new DateOnly(2026, 9, 2));
        Assert.Equal([.. before, "1", "2"], review.Rungs(Action));
    }

    [Fact]
    public void An_evaluation_says_what_changed_and_another_follows_on_its_day()
    {
        var review = Recommended.Once();
        Assert.Equal(RefusalKind.Forbidden, review.Refused(new EvaluateRecommendation(1, EvaluationResult.Changed, "F", null, null), Recommended.Lead).Kind);
        Assert.Equal("evaluation-comes-again", review.Refused(new EvaluateRecommendation(1, EvaluationResult.TooEarly, "F", null, null), Recommended.Manager).Rule);
        review.Do(new EvaluateRecommendation(1, EvaluationResult.TooEarly, "Too few cases.", null, new DateOnly(2027, 1, 11)), Recommended.Manager);
        Assert.Equal(new DateOnly(2027, 1, 11), review.Limit("recommendation/1/evaluation/2").DueOn);
        Assert.Equal(RecommendationStatus.Made, review.State.Learning.Find(1)!.Status);
        review.Do(new EvaluateRecommendation(1, EvaluationResult.Changed, "Fifty of fifty.", null, null), ReviewDriver.As("quality-assurer"));
        Assert.Equal(RecommendationStatus.Evaluated, review.State.Learning.Find(1)!.Status);
        Assert.DoesNotContain(review.State.Learning.Running(1), limit => LimitName.KindOf(limit.Id) == LimitKind.Evaluation);
    }

    [Fact]
    public void Themes_are_set_whole_and_a_withdrawn_recommendation_asks_for_nothing()
    {
        var review = Recommended.Once();
        review.Do(new TagRecommendation(1, ["neglect", "infants", "neglect"]), Recommended.Manager);
        Assert.Equal(["infants", "neglect"], review.State.Learning.Find(1)!.Themes.AsEnumerable());
        review.Do(new WithdrawRecommendation(1, "It is law by now."), Recommended.Partner);
        Assert.Empty(review.State.Learning.Running(1));
        Assert.Null(review.State.Learning.Recommendations.Find(each => each.IsLive));
    }

    [Fact]
    public void There_are_limits_on_how_many_there_can_be()
    {
        var review = Recommended.Opened();
        for (var at = 0; at < 100; at++)
        {
            review.Recommend();
        }

        Assert.Equal("not-too-many", review.Refused(new MakeRecommendation(Recommended.Says, review.Today, []), Recommended.Manager).Rule);
        for (var at = 0; at < 50; at++)
        {
            review.Do(new SetAction(7, "Act.", review.Today.AddYears(1)), Recommended.Manager);
        }

        Assert.Equal("not-too-many", review.Refused(new SetAction(7, "Act.", review.Today), Recommended.Manager).Rule);
    }
}
