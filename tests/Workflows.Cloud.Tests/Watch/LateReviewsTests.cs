using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using Workflows.Cloud.Keeping;
using Workflows.Cloud.Telemetry;
using Workflows.Cloud.Tests.Support;
using Workflows.Cloud.Watch;
using Workflows.Reviews.Ports;

namespace Workflows.Cloud.Tests.Watch;

public sealed class LateReviewsTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);
    private readonly MemoryInstances _instances = new();
    private readonly HostMetrics _metrics = new();
    private readonly List<ReviewWake> _wakes = [];

    [Fact]
    public async Task A_late_review_whose_orchestration_runs_is_told()
    {
        var review = Late(TimeSpan.FromMinutes(4));
        _instances.Put(review, InstanceState.Running);

        await LookAsync();

        Assert.Equal([$"tell {review}"], _instances.Done);
    }

    [Fact]
    public async Task A_late_review_whose_orchestration_is_over_or_gone_gets_a_new_one()
    {
        var (over, gone) = (Late(TimeSpan.FromMinutes(5)), Late(TimeSpan.FromMinutes(4)));
        _instances.Put(over, InstanceState.Over);

        await LookAsync();

        Assert.Equal(new[] { $"start {over}", $"start {gone}" }.Order(), _instances.Done.Order());
    }

    [Fact]
    public async Task A_review_that_is_due_but_not_late_yet_is_left_to_its_orchestration()
    {
        Late(TimeSpan.FromMinutes(2));

        await LookAsync();

        Assert.Empty(_instances.Done);
    }

    [Fact]
    public async Task An_orchestration_that_did_nothing_for_long_is_ended_and_started_the_next_time()
    {
        var review = Late(TimeSpan.FromHours(2));
        _instances.Put(review, InstanceState.Running, inactive: TimeSpan.FromHours(3));

        await LookAsync();
        await LookAsync();

        Assert.Equal([$"tell {review}", $"end {review}", $"start {review}"], _instances.Done);
    }

    [Fact]
    public async Task An_orchestration_that_keeps_trying_is_not_ended_however_late_the_review_is()
    {
        var review = Late(TimeSpan.FromDays(2));
        _instances.Put(review, InstanceState.Running, inactive: TimeSpan.FromMinutes(9));

        await LookAsync();

        Assert.Equal([$"tell {review}"], _instances.Done);
    }

    [Fact]
    public async Task One_that_a_person_suspended_stays_suspended()
    {
        var review = Late(TimeSpan.FromDays(2));
        _instances.Put(review, InstanceState.Suspended, inactive: TimeSpan.FromDays(3));

        await LookAsync();

        Assert.DoesNotContain(_instances.Done, done => done.StartsWith("end", StringComparison.Ordinal) || done.StartsWith("start", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_review_that_cannot_be_seen_to_keeps_no_other_waiting()
    {
        var (broken, sound) = (Late(TimeSpan.FromMinutes(9)), Late(TimeSpan.FromMinutes(8)));
        _instances.Before = (review, _) => review == broken ? throw new InvalidOperationException("It cannot be read.") : Task.CompletedTask;

        await LookAsync();

        Assert.Equal([$"start {sound}"], _instances.Done);
    }

    public void Dispose() => _metrics.Dispose();

    private ReviewId Late(TimeSpan by)
    {
        var review = ReviewId.New();
        _wakes.Add(new ReviewWake(review, Now - by));
        return review;
    }

    private Task LookAsync()
    {
        var index = new Mock<IReviewIndex>(MockBehavior.Strict);
        index.Setup(store => store.DueAsync(It.IsAny<DateTimeOffset>(), It.IsAny<int>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((DateTimeOffset until, int _, CancellationToken _) => [.. _wakes.Where(wake => wake.At <= until).OrderBy(wake => wake.At)]);
        var round = new LateReviews(
            index.Object, _instances, new InstanceKeeper(_instances), new StandingClock(Now), WatchdogOptions.Usual, _metrics,
            NullLogger<LateReviews>.Instance);
        return round.MakeAsync(CancellationToken.None);
    }
}
