using Workflows.Local.Clock;

namespace Workflows.Local.Tests.Clock;

public sealed class ClockStartTests
{
    private static readonly DateTimeOffset Real = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset January = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_new_folder_without_a_clock_takes_the_systems() => Assert.Equal(Real, Shown(ClockStart.From(null, known: null, Real)));

    [Fact]
    public void A_new_folder_starts_at_the_clock_that_is_given() => Assert.Equal(January, Shown(ClockStart.From(January, known: null, Real)));

    [Fact]
    public void After_a_restart_it_resumes_where_it_stopped_and_the_time_down_has_passed()
    {
        var stopped = new ClockNote(January - Real, January);
        Assert.Equal(January.AddHours(2), Shown(ClockStart.From(null, stopped, Real.AddHours(2)), Real.AddHours(2)));
    }

    [Fact]
    public void A_later_clock_is_time_spent_down()
    {
        var stopped = new ClockNote(January - Real, January);
        var start = ClockStart.From(January.AddDays(21), stopped, Real);
        Assert.Equal(January.AddDays(21), Shown(start));
        Assert.Null(start.Note);
    }

    [Fact]
    public void An_earlier_clock_than_it_stopped_at_is_ignored_with_a_note()
    {
        var stopped = new ClockNote(January - Real, January);
        var start = ClockStart.From(January.AddDays(-1), stopped, Real);
        Assert.Equal(January, Shown(start));
        Assert.Contains("runs on from 2026-01-05T09:00:00Z", start.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void A_machine_whose_clock_was_set_back_does_not_take_the_folder_back()
    {
        var stopped = new ClockNote(TimeSpan.Zero, Real);
        Assert.Equal(Real, Shown(ClockStart.From(null, stopped, Real.AddDays(-3)), Real.AddDays(-3)));
    }

    private static DateTimeOffset Shown(ClockStart start, DateTimeOffset? real = null)
    {
        var clock = new MovableClock(new Support.ManualTime(real ?? Real));
        clock.Start(start.Offset, start.NotBefore);
        return clock.GetUtcNow();
    }
}
