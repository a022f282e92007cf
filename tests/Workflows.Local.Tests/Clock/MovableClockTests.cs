using Workflows.Local.Clock;
using Workflows.Local.Tests.Support;

namespace Workflows.Local.Tests.Clock;

public sealed class MovableClockTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);
    private readonly ManualTime _real = new(Noon);

    [Fact]
    public void It_stands_still_while_it_is_held_and_runs_on_from_there()
    {
        var clock = new MovableClock(_real);
        clock.Hold();
        _real.Now = Noon.AddHours(1);
        Assert.Equal(Noon, clock.GetUtcNow());
        clock.StepTo(Noon.AddDays(30));
        clock.Release();
        _real.Now = Noon.AddHours(2);
        Assert.Equal(Noon.AddDays(30).AddHours(1), clock.GetUtcNow());
    }

    [Fact]
    public void A_step_back_changes_nothing()
    {
        var clock = new MovableClock(_real);
        clock.Hold();
        clock.StepTo(Noon.AddDays(-1));
        Assert.Equal(Noon, clock.GetUtcNow());
    }

    [Fact]
    public void It_does_not_go_back_when_real_time_is_set_back()
    {
        var clock = new MovableClock(_real);
        Assert.Equal(Noon, clock.GetUtcNow());
        _real.Now = Noon.AddMinutes(-10);
        Assert.Equal(Noon, clock.GetUtcNow());
    }

    [Theory]
    [InlineData("P3D", "2026-02-03T12:00:00Z")]
    [InlineData("P1M", "2026-02-28T12:00:00Z")]
    [InlineData("P1Y2M3DT4H5M6S", "2027-04-03T16:05:06Z")]
    [InlineData("P2W", "2026-02-14T12:00:00Z")]
    [InlineData("PT90M", "2026-01-31T13:30:00Z")]
    public void Durations_are_counted_on_the_calendar(string duration, string result)
    {
        Assert.True(ClockSpan.TryAdd(new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero), duration, out var instant));
        Assert.Equal(DateTimeOffset.Parse(result), instant);
    }

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P3DT")]
    [InlineData("3D")]
    [InlineData("P-3D")]
    [InlineData("P1.5D")]
    [InlineData("P999999999Y")]
    [InlineData("P3D\n")]
    [InlineData("P٣D")]
    public void What_is_no_duration_is_refused(string text) => Assert.False(ClockSpan.TryAdd(Noon, text, out _));
}
