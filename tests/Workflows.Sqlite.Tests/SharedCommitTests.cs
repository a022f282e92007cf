using Workflows.Contracts;
using Workflows.Reviews.Ports;

namespace Workflows.Sqlite.Tests;

/// <summary>What happens to appends that wait together. The gate keeps the writer busy until all of them wait.</summary>
public sealed class SharedCommitTests : IAsyncLifetime
{
    private static readonly CancellationToken s_go = CancellationToken.None;

    private readonly SqlitePlace _place = new();
    private readonly ManualResetEventSlim _gate = new();
    private Task _held = Task.CompletedTask;

    private SqliteStore Store => _place.Store;

    [Fact]
    public async Task Appends_that_wait_while_another_is_written_all_land()
    {
        HoldWriter();
        var appends = Enumerable.Range(0, 600).Select(_ => Sample.Append(ReviewId.New(), 0, 2)).ToArray();
        var answers = appends.Select(append => Store.Journal.AppendAsync(append, s_go)).ToArray();

        _gate.Set();

        Assert.All(await Task.WhenAll(answers), outcome => Assert.Equal(AppendOutcome.Appended, outcome));
        Assert.All(appends, append => Assert.Equal(2, Lines(append)));
    }

    [Fact]
    public async Task Appends_to_one_journal_that_wait_together_are_judged_one_after_the_other()
    {
        var review = ReviewId.New();
        HoldWriter();
        var first = Store.Journal.AppendAsync(Sample.Append(review, 0, 2, "a"), s_go);
        var rival = Store.Journal.AppendAsync(Sample.Append(review, 0, 2, "b"), s_go);
        var next = Store.Journal.AppendAsync(Sample.Append(review, 2, 2, "c"), s_go);

        _gate.Set();

        Assert.Equal(
            [AppendOutcome.Appended, AppendOutcome.Stale, AppendOutcome.Appended], await Task.WhenAll(first, rival, next));
        Assert.Equal("c", (await Store.Index.FindAsync(review, s_go))!.Reference);
    }

    [Fact]
    public async Task A_fault_in_a_shared_commit_fails_every_append_in_it_and_writes_none()
    {
        HoldWriter();
        var appends = Enumerable.Range(0, 20).Select(_ => Sample.Append(ReviewId.New(), 0)).ToArray();
        var answers = appends.Select(append => Store.Journal.AppendAsync(append, s_go)).ToList();
        answers.Add(Store.Writer.WriteAsync<AppendOutcome>(_ => throw new IOException("The disk is gone."), s_go));

        _gate.Set();

        foreach (var answer in answers)
        {
            await Assert.ThrowsAsync<IOException>(() => answer);
        }

        Assert.All(appends, append => Assert.Equal(0, Lines(append)));
        Assert.Equal(AppendOutcome.Appended, await Store.Journal.AppendAsync(appends[0], s_go));
    }

    [Fact]
    public async Task A_full_disk_fails_appends_whole_and_the_store_works_again_when_there_is_room()
    {
        var review = ReviewId.New();
        await Store.Journal.AppendAsync(Sample.Append(review, 0), s_go);
        await LimitAsync(1);
        var large = Sample.Append(review, 1, 3);
        large = large with
        {
            Lines = [.. large.Lines.Select(line => line with { Utf8 = Enumerable.Repeat((byte)'x', 100_000).ToArray() })],
        };

        var failure = await Assert.ThrowsAsync<StoreFailedException>(() => Store.Journal.AppendAsync(large, s_go));

        Assert.True(failure.IsFull);
        Assert.Equal(1, Lines(large));
        Assert.Equal(1, (await Store.Index.FindAsync(review, s_go))!.Position);
        await LimitAsync(1_000_000);
        Assert.Equal(AppendOutcome.Appended, await Store.Journal.AppendAsync(large, s_go));
        Assert.Equal(4, Lines(large));
    }

    [Fact]
    public async Task An_append_given_up_while_it_waits_is_not_written()
    {
        HoldWriter();
        using var stop = new CancellationTokenSource();
        var append = Sample.Append(ReviewId.New(), 0);
        var answer = Store.Journal.AppendAsync(append, stop.Token);

        await stop.CancelAsync();
        _gate.Set();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        await Store.Journal.AppendAsync(Sample.Append(ReviewId.New(), 0), s_go);
        Assert.Equal(0, Lines(append));
    }

    [Fact]
    public async Task Closing_writes_what_waits()
    {
        HoldWriter();
        var appends = Enumerable.Range(0, 50).Select(_ => Sample.Append(ReviewId.New(), 0)).ToArray();
        var answers = appends.Select(append => Store.Journal.AppendAsync(append, s_go)).ToArray();

        var reopened = _place.ReopenAsync();
        _gate.Set();
        await reopened;

        Assert.All(await Task.WhenAll(answers), outcome => Assert.Equal(AppendOutcome.Appended, outcome));
        Assert.All(appends, append => Assert.Equal(1, Lines(append)));
    }

    [Fact]
    public async Task A_reader_sees_an_append_whole_or_not_at_all()
    {
        var reviews = Enumerable.Range(0, 8).Select(_ => ReviewId.New()).ToArray();
        var writing = Task.WhenAll(reviews.Select(review => Task.Run(async () =>
        {
            for (var position = 0; position < 90; position += 3)
            {
                await Store.Journal.AppendAsync(Sample.Append(review, position, 3), s_go);
            }
        })));

        var partly = 0;
        do
        {
            foreach (var review in reviews)
            {
                partly += (await Store.Journal.ReadAsync(review, 0, s_go)).Count % 3;
            }
        }
        while (!writing.IsCompleted);

        await writing;
        Assert.Equal(0, partly);
        Assert.Empty(await Store.CheckAsync(s_go));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        _gate.Set();
        await _held;
        await _place.DisposeAsync();
        _gate.Dispose();
    }

    private void HoldWriter()
    {
        using var holding = new ManualResetEventSlim();
        _held = Task.Run(() => Store.Writer.WriteAsync(
            _ =>
            {
                holding.Set();
                _gate.Wait();
                return true;
            },
            s_go));
        holding.Wait();
    }

    private Task<long> LimitAsync(int pages) => Store.Writer.WriteAsync(
        db => db.Number($"PRAGMA max_page_count = {pages}"), s_go);

    private int Lines(JournalAppend append) =>
        Store.Journal.ReadAsync(append.Review, 0, s_go).GetAwaiter().GetResult().Count;
}
