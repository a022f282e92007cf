using Workflows.Process.Calendar;
using Workflows.Process.Decisions;
using Workflows.Process.Journal;
using Workflows.Process.State;
using Workflows.Process.Tests.Definitions;

namespace Workflows.Process.Tests.Decisions;

/// <summary>What comes again and again, and what a review passes by.</summary>
public sealed class RepetitionTests
{
    private const string Text = """
        process: repeating
        version: "2026.1"
        title: A process with repetitions
        summary: Something is checked again and again, and one way leads past a stage.
        effective: { from: 2026-01-01, by: heardOn }
        roles: { manager: Manager }
        bodies: { panel: Panel }
        openedBy: [manager]
        facts:
          heardOn: { type: date, ask: When did you hear of it? }
          watched: { type: boolean, ask: Is it watched? }
        stages:
          - id: beginning
            title: Beginning
            items:
              - task: begin
                title: Start
                by: [manager]
              - decision: way
                title: Choose the way
                by: [manager]
                after: [begin]
                outcomes:
                  work: { title: Work, usual: true, go: working }
                  skip: { title: Do without, go: ending }
                  again: { title: Start again, reopens: [begin] }
          - id: working
            title: Working
            items:
              - task: work
                title: Work
                by: [manager]
          - id: ending
            title: Ending
            then: closed
            items:
              - task: last
                title: The last word
                by: [manager]
        alongside:
          - task: check
            title: Check
            by: [manager]
            after: [begin]
            when: { facts.watched: true }
            repeat: { every: 2 weeks, until: [work] }
          - task: farewell
            title: Say farewell to the work
            by: [manager]
            after: [work]
        deadlines:
          - id: work-done
            title: Work done
            within: 1 month
            of: facts.heardOn
            metBy: [work]
            force: local
            cite: Custom
            checked: unverified
            ladder: gentle
        ladders:
          gentle:
            - { at: due, remind: [responsible] }
        """;

    private static readonly DateOnly Monday = new(2026, 6, 1);

    private static ReviewDriver Begin(bool watched)
    {
        var review = new ReviewDriver(Samples.Read(Text), LondonTime.At(Monday, new TimeOnly(9, 0)));
        review.Open(facts: new Dictionary<string, FactInput>
        {
            ["heardOn"] = "2026-06-01", ["watched"] = new(watched ? "true" : "false", FactInputKind.Boolean),
        });
        return review;
    }

    [Fact]
    public void What_is_not_needed_never_comes_and_asks_for_no_wake()
    {
        var review = Begin(watched: false);
        review.TakeOne("begin");
        Assert.True(review.NextWake > review.Now, $"A wake in the past: {review.NextWake:O}.");
        review.MoveTo(Monday.AddDays(100));
        Assert.DoesNotContain(review.State.Items.Keys, id => id.StartsWith("check-", StringComparison.Ordinal));
    }

    [Fact]
    public void It_goes_on_after_what_it_follows_was_done_again_and_what_was_checked_stays_on_record()
    {
        var review = Begin(watched: true);
        review.TakeOne("begin");
        review.MoveTo(Monday.AddDays(14));
        review.TakeOne("check-1");
        review.MoveTo(Monday.AddDays(28));
        Assert.Equal(ItemStatus.Open, review.State.Items["check-2"].Status);

        review.TakeOne("way", "again");
        Assert.Equal(ItemStatus.Done, review.State.Items["check-1"].Status);
        Assert.Equal(ItemStatus.Lapsed, review.State.Items["check-2"].Status);

        review.MoveTo(Monday.AddDays(40));
        review.TakeOne("begin");
        review.MoveTo(Monday.AddDays(53));
        Assert.False(review.State.Items.ContainsKey("check-3"));
        review.MoveTo(Monday.AddDays(54));
        Assert.Equal(ItemStatus.Open, review.State.Items["check-3"].Status);
    }

    [Fact]
    public void The_limit_of_a_stage_that_can_no_longer_come_does_not_remind_anybody()
    {
        var review = Begin(watched: true);
        review.TakeOne("begin");
        Assert.True(review.State.Deadlines["work-done"].IsRunning);
        review.TakeOne("way", "skip");
        Assert.True(review.State.Deadlines["work-done"].Cancelled);
        review.MoveTo(Monday.AddDays(100));
        Assert.Empty(review.Events<RungFired>());
        Assert.DoesNotContain(review.State.Items.Keys, id => id.StartsWith("check-", StringComparison.Ordinal));
    }

    [Fact]
    public void What_comes_after_work_that_can_no_longer_come_is_not_held_up_by_it()
    {
        var review = Begin(watched: false);
        review.TakeOne("begin");
        Assert.DoesNotContain(review.Actions, action => action.Item.Id == "farewell");
        review.TakeOne("way", "skip");
        Assert.Contains(review.Actions, action => action.Item.Id == "farewell");
    }
}
