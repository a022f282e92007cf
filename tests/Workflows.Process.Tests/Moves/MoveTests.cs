using Workflows.Process.Calendar;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.State;
using Workflows.Process.Tests.Decisions;
using static Workflows.Process.Tests.Moves.MovedReview;

namespace Workflows.Process.Tests.Moves;

/// <summary>Moving an open review to a newer version of its process.</summary>
public sealed class MoveTests
{
    [Fact]
    public void A_move_needs_somebody_else_and_then_the_newer_rules_hold()
    {
        var review = Opened(Newer());
        review.Do(new ProposeMove("2026.2", "The rules changed.", NoFacts), ReviewDriver.As("manager"));
        var own = review.Refused(new GiveApproval("move-1", Approve: true, Reason: null), ReviewDriver.As("manager"));
        Assert.Equal("separation-of-duties", own.Rule);
        Assert.Contains(review.Actions, action => action.Item.Id == "move-1");

        review.Do(new GiveApproval("move-1", Approve: true, Reason: null), new Caller("second.manager", ["manager"]));

        Assert.Equal("2026.2", review.State.Version);
        Assert.Equal(Newer().Find("small")!.Hash, review.State.Hash);
        Assert.DoesNotContain(review.Actions, action => action.Item.Id == "move-1");
        Assert.Equal(review.Calendar.After(new DateOnly(2026, 5, 5), Budget.WorkingDays(8)), review.State.Deadlines["telling"].DueOn);
        Assert.False(review.State.Deadlines.ContainsKey("part-1"));
        Assert.Contains("looking", review.State.Deadlines.Keys);
        Assert.Equal(Plain.Of(review.State), Plain.Of(Evolve.Fold(review.Journal)));
    }

    [Fact]
    public void The_report_tells_what_the_move_then_does_and_changes_nothing()
    {
        var review = Opened(Newer());
        var before = review.State;
        var report = MoveReport.Of(review.State, review.Context, "2026.2", out _)!;

        Assert.Same(before, review.State);
        Assert.Equal(
            ["looking Appears", "part-1 Vanishes", "telling Shifts"],
            report.Deadlines.Select(each => $"{each.Id} {each.Change}"));
        var telling = report.Deadlines.Single(each => each.Id == "telling");
        Assert.Equal((new DateOnly(2026, 5, 12), new DateOnly(2026, 5, 15)), (telling.From, telling.To));
        Assert.Contains("5 working days after facts.heardOn", telling.Why, StringComparison.Ordinal);
        Assert.Contains("8 working days after facts.heardOn", telling.Why, StringComparison.Ordinal);
        Assert.Equal(["looking Appears"], report.Actions.Select(each => $"{each.Id} {each.Change}"));

        Move(review);
        foreach (var told in report.Deadlines)
            Assert.Equal(told.To, review.State.Deadlines.GetValueOrDefault(told.Id)?.DueOn);
    }

    [Fact]
    public void What_fired_for_a_day_that_is_past_does_not_fire_again_and_the_letters_of_what_is_gone_are_cancelled()
    {
        // The same limit, but a ladder with a rung more before the others: what was the second rung is the third.
        var text = Newer("2026.2", ("    - { at: due, remind: [responsible, manager] }\n", "    - { at: 1 working day before, remind: [manager] }\n    - { at: due, remind: [responsible, manager] }\n"));
        var review = Opened(text);
        review.MoveTo(new DateOnly(2026, 5, 14));
        var escalations = review.Events<RungFired>().Count(rung => rung.Deadline == "telling" && rung.Escalates);
        Assert.Equal(1, escalations);
        Move(review, sendLetters: false);

        Assert.Equal(1, review.Events<RungFired>().Count(rung => rung.Deadline == "telling" && rung.Escalates));
        review.MoveTo(new DateOnly(2026, 5, 15));
        Assert.Equal(1, review.Events<RungFired>().Count(rung => rung.Deadline == "telling" && rung.Escalates));
        Assert.All(
            review.Events<RungFired>().GroupBy(rung => (rung.Deadline, rung.Planned)), group => Assert.Single(group));
    }

    [Fact]
    public void Letters_that_a_newer_version_has_no_use_for_are_not_sent()
    {
        var review = Opened(Newer("2026.2", ("      - task: part\n", "      - task: piece\n"), ("{ item: part, orDue: true }", "{ item: piece, orDue: true }")));
        review.MoveTo(new DateOnly(2026, 5, 18));
        while (LondonTime.DateOf(review.NextWake!.Value) <= new DateOnly(2026, 5, 19))
        {
            review.Now = review.NextWake!.Value;
            review.Do(new Advance());
            if (review.State.LettersToSend.Any(id => review.State.Letters[id].Topics.All(topic => topic.Deadline == "part-1")))
                break;
            review.SendLetters();
        }

        var waiting = review.State.LettersToSend.Where(id => review.State.Letters[id].Topics.All(topic => topic.Deadline == "part-1")).ToArray();
        Assert.NotEmpty(waiting);
        Move(review, sendLetters: false);
        Assert.All(waiting, id => Assert.Equal(LetterStatus.Cancelled, review.State.Letters[id].Status));
    }

    [Theory]
    [InlineData("lcspr@2018.1", "2023.1")]
    [InlineData("lcspr@2018.1", "2026.1")]
    [InlineData("lcspr@2023.1", "2026.1")]
    public void A_shipped_local_review_is_moved_at_every_stage_and_comes_to_its_end(string from, string to)
    {
        var definition = ProcessCatalogue.Shipped.Find(from)!;
        foreach (var stage in definition.Stages.Where(stage => stage.Id != "panel").Select(stage => stage.Id))
        {
            var review = new ReviewDriver(definition, LondonTime.At(definition.Effective.From.AddDays(60), new TimeOnly(9, 30)));
            review.Open();
            while (review.State.Stage != stage)
            {
                if (review.Actions is [var first, ..])
                    review.TakeOne(first.Item.Id);
                else
                    review.MoveTo(review.NextWake!.Value);
            }

            var report = MoveReport.Of(review.State, review.Context, to, out _)!;
            Assert.Empty(report.Problems);
            Assert.NotEmpty(report.Notes);
            review.Do(new ProposeMove(to, "The rules changed.", NoFacts), ReviewDriver.As("business-manager"));
            review.Do(new GiveApproval("move-1", Approve: true, Reason: null), ReviewDriver.As("authority-partner"));
            review.RunToTheEnd();
            Assert.Equal((ReviewStatus.Closed, to), (review.State.Status, review.State.Version));
        }
    }
}
