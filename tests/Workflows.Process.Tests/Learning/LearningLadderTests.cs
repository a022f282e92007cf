using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.Tests.Decisions;

namespace Workflows.Process.Tests.Learning;

/// <summary>Reminders and escalations of recommendations: each once, in order, for years, whatever became of the review.</summary>
public sealed class LearningLadderTests
{
    private const string Action = "recommendation/1/action/1";

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 30)];

    [Fact]
    public void A_late_owner_is_reminded_then_the_agency_hears_then_the_partners()
    {
        var review = Recommended.Once();
        review.Do(new AnswerRecommendation(1, Accept: true, null), Recommended.Lead);
        review.Do(new SetAction(1, "Act.", new DateOnly(2026, 7, 31)), Recommended.Manager);
        review.SendLetters();
        review.MoveTo(new DateOnly(2026, 8, 31));
        string[] partners = ["authority-partner.person", "health-partner.person", "police-partner.person"];
        Assert.Equal(
            ["education.lead", "education.lead", "education.lead", "education.officer", .. partners, "business-manager.person",
                "education.lead", "education.officer", "business-manager.person"],
            review.ToldOf(Action));
        Assert.Equal(["1", "2", "3", "4", "5.1"], review.Rungs(Action));
        Assert.Equal([false, false, true, true, false], review.Events<RungFired>().Where(rung => rung.Deadline == Action).Select(rung => rung.Escalates));

        review.Do(new ReportAction(1, 1, ActionProgress.Done, "Done.", null), Recommended.Lead);
        var told = review.ToldOf(Action).Count;
        review.MoveTo(new DateOnly(2027, 5, 1));
        Assert.Equal(told, review.ToldOf(Action).Count);
    }

    [Theory]
    [InlineData("lcspr@2026.1")]
    [InlineData("lcspr@2018.1")]
    [InlineData("learning-review@2013.1")]
    [InlineData("serious-case-review@2015.1")]
    public void What_falls_due_after_the_review_has_closed_is_told_all_the_same(string process)
    {
        var review = Recommended.Once(process);
        review.RunToTheEnd();
        Assert.False(review.State.IsOpen);
        review.Do(new AnswerRecommendation(1, Accept: true, null), Recommended.Lead);
        review.Do(new SetAction(1, "Act.", review.Today.AddMonths(2)), Recommended.Lead);
        Assert.NotNull(review.NextWake);
        review.MoveTo(review.Today.AddMonths(9));
        Assert.Equal(10, review.Rungs(Action).Distinct().Count());
        Assert.Equal(10, review.Rungs(Action).Count());
        review.Do(new ReportAction(1, 1, ActionProgress.Done, "Done.", null), Recommended.Lead);
        review.MoveTo(review.Today.AddYears(2));
        review.Do(new EvaluateRecommendation(1, EvaluationResult.Changed, "It changed.", null, null), Recommended.Manager);
        review.SendLetters();
        Assert.Null(review.NextWake);
    }

    [Fact]
    public void A_closed_review_refuses_what_it_refused_before()
    {
        var review = Recommended.Once();
        review.RunToTheEnd();
        Assert.Equal("review-is-open", review.Refused(new MakeRecommendation(Recommended.Says, review.Today, []), Recommended.Manager).Rule);
        Assert.Equal("review-is-open", review.Refused(new AnswerMarker("referral", SetAside: false, "Yes."), ReviewDriver.As("quality-assurer")).Rule);
        Assert.Equal("review-is-open", review.Refused(new WithdrawReview("R"), Recommended.Manager).Rule);
        Assert.Equal("review-is-open", review.Refused(new ExplainDelay("publication", "R"), Recommended.Manager).Rule);
    }

    [Fact]
    public void After_downtime_all_rungs_fire_in_order_and_each_person_gets_one_letter()
    {
        var review = Recommended.Once();
        for (var action = 0; action < 5; action++)
        {
            review.Do(new SetAction(1, "Act.", new DateOnly(2026, 8, 3).AddDays(action)), Recommended.Manager);
        }

        review.RunToTheEnd(_ => true);
        var down = review.Now;
        review.Do(new ExtendLimit(1, Process.Learning.LimitKind.Evaluation, 0, review.Today.AddYears(5), "Later."), Recommended.Manager);
        for (var action = 1; action <= 5; action++)
        {
            review.Do(new SetAction(1, "Act again.", review.Today.AddMonths(3)), Recommended.Manager);
        }

        review.SendLetters();
        var before = review.Journal.Count;
        review.Now = down.AddYears(2);
        review.Do(new Advance());
        var added = review.Journal.Skip(before).Select(entry => entry.Event).ToArray();
        var rungs = added.OfType<RungFired>().ToArray();
        Assert.Equal(rungs.OrderBy(rung => rung.Planned).Select(rung => rung.Planned), rungs.Select(rung => rung.Planned));
        var letters = added.OfType<LetterIntended>().ToArray();
        Assert.Equal(letters.Length, letters.Select(letter => letter.To).Distinct().Count());
        Assert.All(letters, letter => Assert.Equal(letter.Topics.Count, letter.Topics.Select(topic => topic.Deadline).Distinct().Count()));
        Assert.Empty(Assert.IsType<Verdict.Accepted>(review.Give(new Advance())).Entries);
    }

    /// <summary>Whatever is done in whatever order, at whatever times: the laws hold, and folding the journal gives the state.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Over_any_course_each_rung_fires_once_and_never_before_its_time(int seed)
    {
        var chance = new Random(seed);
        var review = Recommended.Once();
        var laws = new ReviewLaws(review, ProcessCatalogue.Shipped.Find("lcspr@2026.1")!);
        for (var step = 0; step < 40; step++)
        {
            Move(review, chance.Next(1_000_000));
            review.SendLetters();
            laws.Check();
            laws.AdvancingAgainChangesNothing();
            if (review.NextWake is { } wake && wake > review.Now)
            {
                laws.NothingIsDueBefore(wake);
            }
        }

        laws.CheckFold();
    }

    private static void Move(ReviewDriver review, int move)
    {
        var (kind, size) = (move % 10, (move / 10 % 200) + 1);
        var number = (size % Math.Max(1, review.State.Learning.Recommendations.Count)) + 1;
        var action = (size % Math.Max(1, review.State.Learning.Find(number)?.Actions.Count ?? 1)) + 1;
        var due = review.Today.AddDays(size);
        ReviewCommand? command = kind switch
        {
            0 => new MakeRecommendation(Recommended.Says, due, []),
            1 or 2 => new SetAction(number, "Act.", due),
            3 => new ReportAction(number, action, (ActionProgress)(size % 4), "So.", null),
            4 => new AnswerRecommendation(number, Accept: size % 3 > 0, "So."),
            5 => new ExtendLimit(number, (Process.Learning.LimitKind)(size % 3), action, due.AddDays(50), "So."),
            6 => new EvaluateRecommendation(number, (EvaluationResult)(size % 4), "So.", null, size % 2 == 0 ? due : null),
            7 when size % 40 == 0 => new WithdrawReview("So."),
            7 when size % 7 == 0 => new ReviseRecommendation(number, Recommended.Says, "So."),
            _ => null,
        };
        if (command is null)
        {
            review.MoveTo(review.Now.AddDays(size));
        }
        else
        {
            review.Give(command, Recommended.Manager);
        }
    }
}
