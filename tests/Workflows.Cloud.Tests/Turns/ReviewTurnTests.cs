using Workflows.Cloud.Turns;

namespace Workflows.Cloud.Tests.Turns;

public sealed class ReviewTurnTests
{
    [Fact]
    public async Task A_turn_wakes_waits_until_the_next_wake_and_begins_again()
    {
        var steps = new ScriptedSteps(new WakeAnswer(TimeSpan.FromHours(5)));

        await ReviewTurn.RunAsync(steps, memory: null);

        Assert.Equal(["wake", "wait", "again"], steps.Done);
        Assert.Equal(TimeSpan.FromHours(5), steps.Waited);
        Assert.Equal(0, steps.Next!.Failures);
    }

    [Fact]
    public async Task A_wait_of_months_is_taken_two_days_at_a_time()
    {
        var steps = new ScriptedSteps(new WakeAnswer(TimeSpan.FromDays(120)));

        await ReviewTurn.RunAsync(steps, memory: null);

        Assert.Equal(TimeSpan.FromDays(2), steps.Waited);
    }

    [Fact]
    public async Task Where_nothing_is_ever_due_the_orchestration_is_over_when_nothing_was_told_for_two_days()
    {
        var steps = new ScriptedSteps(new WakeAnswer(Wait: null));

        await ReviewTurn.RunAsync(steps, memory: null);

        Assert.Equal(["wake", "wait"], steps.Done);
        Assert.Equal(TimeSpan.FromDays(2), steps.Waited);
    }

    [Fact]
    public async Task Where_nothing_is_ever_due_a_change_is_answered_by_the_same_orchestration()
    {
        var steps = new ScriptedSteps(new WakeAnswer(Wait: null), toldInWait: true);

        await ReviewTurn.RunAsync(steps, memory: null);

        Assert.Equal(["wake", "wait", "again"], steps.Done);
    }

    [Fact]
    public async Task Whatever_was_told_during_the_wake_is_answered_by_one_more_look_at_once()
    {
        var steps = new ScriptedSteps(new WakeAnswer(TimeSpan.FromDays(1)), tellings: 40);

        await ReviewTurn.RunAsync(steps, memory: null);

        Assert.Equal(["wake", "again"], steps.Done);
    }

    [Fact]
    public async Task A_telling_that_comes_as_the_review_ends_is_not_lost()
    {
        var steps = new ScriptedSteps(new WakeAnswer(Wait: null), tellings: 1);

        await ReviewTurn.RunAsync(steps, memory: null);

        Assert.Equal(["wake", "again"], steps.Done);
    }

    [Fact]
    public async Task Wakes_that_fail_are_tried_again_with_growing_pauses_up_to_ten_minutes()
    {
        var pauses = new List<TimeSpan>();
        TurnMemory? memory = null;
        for (var turn = 0; turn < 60; turn++)
        {
            var steps = new ScriptedSteps(answer: null);
            await ReviewTurn.RunAsync(steps, memory);
            pauses.Add(steps.Waited!.Value);
            memory = steps.Next;
        }

        Assert.Equal([10, 20, 40, 80, 160, 320, 600, 600], pauses.Take(8).Select(pause => pause.TotalSeconds));
        Assert.Equal(TimeSpan.FromMinutes(10), pauses[^1]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3600)]
    public async Task A_review_that_stays_due_after_its_wake_does_not_make_the_orchestration_spin(int seconds)
    {
        var steps = new ScriptedSteps(new WakeAnswer(TimeSpan.FromSeconds(seconds)));

        await ReviewTurn.RunAsync(steps, new TurnMemory(Failures: 2));

        Assert.Equal(TimeSpan.FromSeconds(40), steps.Waited);
        Assert.Equal(3, steps.Next!.Failures);
    }

    [Fact]
    public async Task A_wake_that_succeeds_forgets_the_failures_before_it()
    {
        var steps = new ScriptedSteps(new WakeAnswer(TimeSpan.FromMinutes(1)));

        await ReviewTurn.RunAsync(steps, new TurnMemory(Failures: 9));

        Assert.Equal(TimeSpan.FromMinutes(1), steps.Waited);
        Assert.Equal(0, steps.Next!.Failures);
    }
}
