using Microsoft.Extensions.Logging.Abstractions;
using Workflows.Cloud.Keeping;
using Workflows.Cloud.Telemetry;
using Workflows.Cloud.Tests.Support;
using Workflows.Cloud.Turns;
using Workflows.Reviews.Ports;

namespace Workflows.Cloud.Tests.Keeping;

public sealed class InstanceSignalTests : IDisposable
{
    private static readonly ReviewId Review = ReviewId.New();
    private static readonly DateTimeOffset Next = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);
    private readonly MemoryInstances _instances = new();
    private readonly HostMetrics _metrics = new();

    [Fact]
    public async Task A_running_orchestration_is_told()
    {
        _instances.Put(Review, InstanceState.Running);

        await Signal().ChangedAsync(Review, Next, CancellationToken.None);

        Assert.Equal([$"tell {Review}"], _instances.Done);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Where_none_is_running_one_is_started(bool over)
    {
        if (over)
        {
            _instances.Put(Review, InstanceState.Over);
        }

        await Signal().ChangedAsync(Review, Next, CancellationToken.None);

        Assert.Equal([$"start {Review}"], _instances.Done);
    }

    [Fact]
    public async Task For_a_review_with_nothing_ever_due_none_is_started()
    {
        await Signal().ChangedAsync(Review, nextWake: null, CancellationToken.None);

        Assert.Empty(_instances.Done);
    }

    [Fact]
    public async Task The_change_stands_though_it_cannot_be_told()
    {
        _instances.Before = (_, _) => throw new InvalidOperationException("The backend is away.");

        await Signal().ChangedAsync(Review, Next, CancellationToken.None);

        Assert.Empty(_instances.Done);
    }

    [Fact]
    public async Task A_backend_that_never_answers_holds_nobody_up()
    {
        _instances.Before = (_, _) => new TaskCompletionSource().Task;
        var clock = new StandingClock(Next);

        var telling = Signal(clock).ChangedAsync(Review, Next, CancellationToken.None).AsTask();
        Assert.False(telling.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(5));

        await telling;
    }

    [Fact]
    public async Task A_change_is_told_though_whoever_made_it_went_away()
    {
        _instances.Put(Review, InstanceState.Running);

        await Signal().ChangedAsync(Review, Next, new CancellationToken(canceled: true));

        Assert.Equal([$"tell {Review}"], _instances.Done);
    }

    [Fact]
    public async Task What_a_wake_changes_in_its_own_review_is_not_told_but_other_reviews_are()
    {
        var other = ReviewId.New();
        using (OwnWake.Of(Review))
        {
            await Signal().ChangedAsync(Review, Next, CancellationToken.None);
            await Signal().ChangedAsync(other, Next, CancellationToken.None);
        }

        await Signal().ChangedAsync(Review, Next, CancellationToken.None);
        Assert.Equal([$"start {other}", $"start {Review}"], _instances.Done);
    }

    public void Dispose() => _metrics.Dispose();

    private InstanceSignal Signal(TimeProvider? clock = null) =>
        new(new InstanceKeeper(_instances), clock ?? TimeProvider.System, _metrics, NullLogger<InstanceSignal>.Instance);
}
