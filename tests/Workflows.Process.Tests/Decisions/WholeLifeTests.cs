using Workflows.Process.Calendar;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.State;

namespace Workflows.Process.Tests.Decisions;

public sealed class WholeLifeTests
{
    private static readonly ProcessCatalogue Catalogue = ProcessCatalogue.Shipped;

    public static TheoryData<string> Processes =>
        [.. Catalogue.Keys];

    [Theory]
    [MemberData(nameof(Processes))]
    public void A_review_that_is_always_acted_on_comes_to_its_end(string process)
    {
        var review = Begin(process);
        review.RunToTheEnd();
        Assert.Equal(ReviewStatus.Closed, review.State.Status);
    }

    [Theory]
    [MemberData(nameof(Processes))]
    public void Folding_the_journal_gives_the_state_that_wrote_it(string process)
    {
        var review = Begin(process);
        review.RunToTheEnd();
        Assert.Equal(Plain.Of(review.State), Plain.Of(Evolve.Fold(review.Journal)));
    }

    [Theory]
    [InlineData("2024-03-28", "2024-04-08", "2024-04-29")]
    [InlineData("2023-12-22", "2024-01-03", "2024-01-24")]
    [InlineData("2026-05-02", "2026-05-11", "2026-06-02")]
    public void The_first_two_limits_fall_on_the_days_counted_by_hand(string aware, string notify, string rapidReview)
    {
        var facts = new Dictionary<string, FactInput>
        {
            ["awareOn"] = aware, ["harm"] = "died", ["agencies"] = new("Education\nHousing", FactInputKind.List),
        };
        var day = DateOnly.Parse(aware);
        var chosen = Catalogue.Choose("lcspr", facts.ToDictionary(fact => fact.Key, fact => fact.Value.Text));
        var review = new ReviewDriver(chosen.Definition!, LondonTime.At(day, new TimeOnly(9, 0)));
        review.Open(facts: facts);
        Assert.Equal(DateOnly.Parse(notify), review.State.Deadlines["notification"].DueOn);

        review.MoveTo(DateOnly.Parse(notify));
        Assert.IsType<Verdict.Accepted>(review.Take(review.Actions.Single(action => action.Item.Id == "notification")));
        Assert.Equal(DeadlineStanding.Met, review.State.Deadlines["notification"].On(review.Today));
        Assert.Equal(DateOnly.Parse(rapidReview), review.State.Deadlines["rapid-review"].DueOn);
    }

    [Fact]
    public void Where_nobody_acts_reminders_come_in_order_and_then_the_Panel_is_told()
    {
        var review = Begin("lcspr@2026.1");
        review.MoveTo(review.Now.AddDays(60));
        var rungs = review.Events<RungFired>().Where(rung => rung.Deadline == "notification").ToArray();
        Assert.Equal(rungs.OrderBy(rung => rung.Planned).Select(rung => rung.Rung), rungs.Select(rung => rung.Rung));
        var notice = Assert.Single(review.State.Letters.Values, letter => letter.Kind == LetterKind.DelayNotice);
        Assert.Equal(ReviewDriver.User("panel"), notice.To);
        Assert.True(notice.IntendedAt > LondonTime.EndOf(review.State.Deadlines["notification"].DueOn));
    }

    [Fact]
    public void After_three_weeks_of_downtime_each_person_gets_one_letter()
    {
        var review = Begin("lcspr@2026.1");
        review.SendLetters();
        var before = review.State.Letters.Count;
        review.Now = review.Now.AddDays(21);
        review.Do(new Advance());
        var letters = review.State.Letters.Values.Where(letter => letter.IntendedAt == review.Now).ToArray();
        Assert.True(letters.Length > 1 && letters.Length == review.State.Letters.Count - before);
        Assert.Equal(letters.Length, letters.Select(letter => letter.To).Distinct().Count());
        Assert.True(review.Events<RungFired>().Count() > 3);
    }

    internal static ReviewDriver Begin(string process)
    {
        var definition = Catalogue.Find(process)!;
        var day = definition.Effective.From.AddDays(40);
        var review = new ReviewDriver(definition, LondonTime.At(day, new TimeOnly(9, 30)));
        review.Open();
        return review;
    }
}
