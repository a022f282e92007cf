using Workflows.Contracts;
using Workflows.Reviews.Ports;

namespace Workflows.Sqlite.Tests;

public sealed class SqliteOutboxTests : IAsyncLifetime
{
    private static readonly CancellationToken s_go = CancellationToken.None;

    private readonly SqlitePlace _place = new();
    private readonly StandingClock _clock = new(Sample.Start);

    private SqliteOutbox Outbox => new(_place.Store, _clock);

    [Fact]
    public async Task A_letter_is_kept_whole_with_the_instant_of_its_sending()
    {
        var letter = Letters.Reminder("k");

        Assert.IsType<MailResult.Sent>(await Outbox.SendAsync(letter, s_go));

        var kept = Assert.Single(await Outbox.ReadAsync(0, 10, s_go));
        Assert.Equal((letter.Key, letter.Review, letter.Kind, letter.Subject), (kept.Key, kept.Review, kept.Kind, kept.Subject));
        Assert.Equal((letter.Text, letter.Html, letter.Calendar), (kept.Text, kept.Html, kept.Calendar));
        Assert.Equal(letter.To, kept.To);
        Assert.Equal(Sample.Start, kept.SentAt);
    }

    [Fact]
    public async Task A_letter_without_a_calendar_has_none()
    {
        await Outbox.SendAsync(Letters.Reminder("k") with { Calendar = null }, s_go);

        Assert.Null(Assert.Single(await Outbox.ReadAsync(0, 10, s_go)).Calendar);
    }

    [Fact]
    public async Task A_letter_sent_again_is_sent_once_even_after_a_restart()
    {
        var first = await Outbox.SendAsync(Letters.Reminder("k"), s_go);
        await _place.ReopenAsync();
        _clock.Now = Sample.Start.AddDays(1);

        var again = await Outbox.SendAsync(Letters.Reminder("k") with { Attempt = 2, PersonAskedAgain = true }, s_go);

        Assert.Equal(first, again);
        Assert.Equal(Sample.Start, Assert.Single(await Outbox.ReadAsync(0, 10, s_go)).SentAt);
    }

    [Fact]
    public async Task Many_attempts_at_one_letter_at_once_keep_one()
    {
        var results = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => Task.Run(() => Outbox.SendAsync(Letters.Reminder("k"), s_go))));

        Assert.Single(results.Distinct());
        Assert.Single(await Outbox.ReadAsync(0, 10, s_go));
    }

    [Fact]
    public async Task Letters_are_read_page_by_page_in_the_order_of_sending()
    {
        foreach (var key in new[] { "c", "a", "b", "e", "d" })
        {
            await Outbox.SendAsync(Letters.Reminder(key), s_go);
        }

        var first = await Outbox.ReadAsync(0, 2, s_go);
        var rest = await Outbox.ReadAsync(first[^1].Id, 10, s_go);

        Assert.Equal(["c", "a", "b", "e", "d"], first.Concat(rest).Select(letter => letter.Key));
    }

    [Fact]
    public async Task A_letter_to_nobody_is_refused() =>
        Assert.IsType<MailResult.Refused>(await Outbox.SendAsync(Letters.Reminder("k") with { To = [] }, s_go));

    [Fact]
    public async Task A_letter_that_finds_no_room_is_not_sent_yet()
    {
        await _place.Store.Writer.WriteAsync(db => db.Number("PRAGMA max_page_count = 1"), s_go);
        var large = Letters.Reminder("k") with { Text = new string('x', 200_000) };

        Assert.IsType<MailResult.NotYet>(await Outbox.SendAsync(large, s_go));

        await _place.Store.Writer.WriteAsync(db => db.Number("PRAGMA max_page_count = 100000"), s_go);
        Assert.IsType<MailResult.Sent>(await Outbox.SendAsync(large with { Attempt = 2 }, s_go));
        Assert.Single(await Outbox.ReadAsync(0, 10, s_go));
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 0)]
    [InlineData(0, 1001)]
    public async Task A_page_outside_its_range_is_refused(long after, int limit) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Outbox.ReadAsync(after, limit, s_go));

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _place.DisposeAsync();

    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
