using Workflows.Contracts;
using Workflows.Reviews.Ports;

namespace Workflows.AzureStorage.Tests;

/// <summary>The index holds nothing of its own: it falls behind without harm, is noticed, and is made again from the journals.</summary>
[Collection(AzuriteTests.Name)]
public sealed class MendingTests(Azurite azurite) : IAsyncLifetime
{
    private static readonly CancellationToken s_go = CancellationToken.None;

    private readonly Dictionary<(ReviewId Review, long Position), ReviewSummary> _summaries = [];
    private readonly AzurePlace _place = azurite.NewPlace();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _place.DisposeAsync();

    [Fact]
    public async Task An_index_made_again_from_nothing_says_the_same()
    {
        await FillAsync();
        var before = await EverythingAsync(_place);
        await EmptyIndexAsync();
        await using var fresh = _place.Another();
        Assert.Empty((await fresh.Index.ListAsync(new ReviewQuery(), s_go)).Items);

        var rebuilt = await fresh.Rebuild.RunAsync(Summarise, everything: false, s_go);

        Assert.Equal((12, 12, 0), (rebuilt.Journals, rebuilt.Written, rebuilt.Removed));
        Assert.Equal(before, await EverythingAsync(fresh));
    }

    [Fact]
    public async Task An_index_made_again_while_it_stands_says_the_same_and_leaves_nothing_over()
    {
        await FillAsync();
        var before = await EverythingAsync(_place);
        var blobs = (await IndexBlobsAsync()).Count;
        await using var fresh = _place.Another();

        var rebuilt = await fresh.Rebuild.RunAsync(Summarise, everything: true, s_go);

        Assert.Equal(12, rebuilt.Written);
        Assert.Equal(before, await EverythingAsync(fresh));
        Assert.Equal(blobs, (await IndexBlobsAsync()).Count);
    }

    [Fact]
    public async Task An_index_in_step_with_its_journals_is_left_alone()
    {
        await FillAsync();

        Assert.Equal(0, (await _place.Rebuild.RunAsync(Summarise, everything: false, s_go)).Written);
    }

    [Fact]
    public async Task A_command_stands_though_the_index_could_not_be_written_and_the_row_is_found_and_mended()
    {
        await FillAsync();
        var late = _summaries.Keys.First(key => key.Position == 2).Review;
        var append = Remember(Sample.Append(late, 2) with { Summary = Sample.Summary(late, 3) with { Stage = "publication" } });
        _place.Faults.Next(Faults.IsIndexWrite, Fault.LostBefore, times: 5);

        Assert.Equal(AppendOutcome.Appended, await _place.Journal.AppendAsync(append, s_go));
        Assert.Equal("rapid-review", (await _place.Index.FindAsync(late, s_go))!.Stage);

        var mended = await _place.Rebuild.RunAsync(Summarise, everything: false, s_go);

        Assert.Equal(1, mended.Written);
        Sample.Same(append.Summary, await _place.Index.FindAsync(late, s_go));
        Assert.Equal(0, (await _place.Rebuild.RunAsync(Summarise, everything: false, s_go)).Written);
    }

    [Fact]
    public async Task A_wake_is_found_though_the_program_ended_between_journal_and_index()
    {
        var review = ReviewId.New();
        await _place.Journal.AppendAsync(Sample.Append(review, 0), s_go);
        var wake = Sample.Start.AddDays(3);
        _place.Faults.Next(Faults.IsIndexWrite, Fault.LostBefore, times: 5);
        await _place.Journal.AppendAsync(
            Sample.Append(review, 1) with { Summary = Sample.Summary(review, 2) with { NextWakeAt = wake } }, s_go);

        await using var watchdog = _place.Another();
        Assert.Equal(new ReviewWake(review, wake), Assert.Single(await watchdog.Index.DueAsync(wake, 10, s_go)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task The_wake_of_an_append_that_never_came_does_not_count_and_is_cleared_away_later(long position)
    {
        var review = ReviewId.New();
        if (position > 0)
        {
            await _place.Journal.AppendAsync(Sample.Append(review, 0), s_go);
        }

        _place.Faults.Next(Faults.IsAppend, Fault.LostBefore, times: 5);
        var never = Sample.Append(review, position);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => _place.Journal.AppendAsync(
            never with { Summary = never.Summary with { NextWakeAt = Sample.Start } }, s_go));

        await using var watchdog = _place.Another();
        Assert.Empty(await watchdog.Index.DueAsync(Sample.Start, 10, s_go));
        Assert.Single(await IndexBlobsAsync(), IsWake);
        Assert.Null((await watchdog.Index.FiguresAsync(Sample.Start, s_go)).LatestWake);

        await using var later = _place.Another(leftoverAge: TimeSpan.FromTicks(-1));
        Assert.Empty(await later.Index.DueAsync(Sample.Start, 10, s_go));
        Assert.DoesNotContain(await IndexBlobsAsync(), IsWake);
    }

    [Fact]
    public async Task A_row_that_fell_behind_is_due_once_and_no_more_when_it_was_put_right()
    {
        var review = ReviewId.New();
        await _place.Journal.AppendAsync(Sample.Append(review, 0), s_go);
        _place.Faults.Next(Faults.IsIndexWrite, Fault.LostBefore, times: 5);
        var append = Sample.Append(review, 1) with { Summary = Sample.Summary(review, 2) with { NextWakeAt = Sample.Start } };
        await _place.Journal.AppendAsync(append, s_go);
        await using var watchdog = _place.Another();
        Assert.Single(await watchdog.Index.DueAsync(Sample.Start, 10, s_go));

        await watchdog.Index.PutAsync(append.Summary with { NextWakeAt = Sample.Start.AddDays(1) }, s_go);

        Assert.Empty(await watchdog.Index.DueAsync(Sample.Start, 10, s_go));
        Assert.Single(await watchdog.Index.DueAsync(Sample.Start.AddDays(1), 10, s_go));
    }

    [Fact]
    public async Task The_wake_of_a_refused_append_does_not_count()
    {
        await using var rival = _place.Another();
        var review = ReviewId.New();
        var first = Sample.Append(review, 0);
        await _place.Journal.AppendAsync(first, s_go);
        await rival.Journal.AppendAsync(
            Sample.Append(review, 1) with { Summary = Sample.Summary(review, 2) with { NextWakeAt = Sample.Start.AddDays(9) } }, s_go);

        var stale = Sample.Append(review, 1) with { Summary = Sample.Summary(review, 2) with { NextWakeAt = Sample.Start.AddDays(1) } };
        Assert.Equal(AppendOutcome.Stale, await _place.Journal.AppendAsync(stale, s_go));

        Assert.Empty(await _place.Index.DueAsync(Sample.Start.AddDays(8), 10, s_go));
        Assert.Single(await IndexBlobsAsync(), IsWake);
    }

    [Fact]
    public async Task A_row_without_a_journal_is_removed_with_its_publications()
    {
        await FillAsync();
        var orphan = Sample.FullSummary();
        await _place.Index.PutAsync(orphan, s_go);

        var rebuilt = await _place.Rebuild.RunAsync(Summarise, everything: false, s_go);

        Assert.Equal(1, rebuilt.Removed);
        Assert.Null(await _place.Index.FindAsync(orphan.Id, s_go));
        Assert.Null(await _place.Index.FindPublicationAsync(orphan.Publications[0].Id, s_go));
    }

    [Fact]
    public async Task A_journal_that_cannot_be_summarised_is_named_and_keeps_no_other_out()
    {
        await FillAsync();
        var bad = _summaries.Keys.First().Review;
        await EmptyIndexAsync();
        await using var fresh = _place.Another();

        var rebuilt = await fresh.Rebuild.RunAsync(
            (review, lines) => review == bad ? throw new InvalidDataException("Damaged.") : Summarise(review, lines), false, s_go);

        Assert.Equal(bad, Assert.Single(rebuilt.Unreadable));
        Assert.Equal(11, rebuilt.Written);
    }

    [Fact]
    public async Task A_review_that_moves_to_another_partnership_leaves_nothing_behind()
    {
        var summary = Sample.Summary();
        await _place.Index.PutAsync(summary, s_go);

        await _place.Index.PutAsync(summary with { Partnership = "northshire", Position = 2 }, s_go);

        Assert.Equal("northshire", Assert.Single((await _place.Index.ListAsync(new ReviewQuery(), s_go)).Items).Partnership);
        await using var other = _place.Another();
        Assert.Equal("northshire", (await other.Index.FindAsync(summary.Id, s_go))?.Partnership);
    }

    private async Task FillAsync()
    {
        for (var i = 0; i < 12; i++)
        {
            var review = ReviewId.New();
            var summary = Sample.Summary(review, 2) with
            {
                Partnership = $"area-{i % 3}",
                OpenedAt = Sample.Start.AddDays(i),
                NextWakeAt = i % 4 == 0 ? null : Sample.Start.AddDays(20 - i),
                Publications = i == 7 ? [Sample.Publication(review)] : [],
            };
            await _place.Journal.AppendAsync(
                Remember(Sample.Append(review, 0) with { Summary = summary with { Position = 1, NextWakeAt = Sample.Start } }), s_go);
            await _place.Journal.AppendAsync(Remember(Sample.Append(review, 1) with { Summary = summary }), s_go);
        }
    }

    private JournalAppend Remember(JournalAppend append)
    {
        _summaries[(append.Review, append.Summary.Position)] = append.Summary;
        return append;
    }

    private ReviewSummary Summarise(ReviewId review, IReadOnlyList<JournalLine> lines) => _summaries[(review, lines.Count)];

    private static async Task<string> EverythingAsync(AzurePlace place)
    {
        var list = await place.Index.ListAsync(new ReviewQuery { Limit = 200 }, s_go);
        var due = await place.Index.DueAsync(Sample.Start.AddYears(1), 1000, s_go);
        var publications = await place.Index.PublicationsAsync(null, s_go);
        var figures = await place.Index.FiguresAsync(Sample.Start.AddDays(10), s_go);
        return System.Text.Json.JsonSerializer.Serialize(new { list, due, publications, figures });
    }

    private static bool IsWake(string name) => name.StartsWith("wakes/", StringComparison.Ordinal);

    private async Task<List<string>> IndexBlobsAsync() =>
        await _place.Clients.Index.GetBlobsAsync().Select(blob => blob.Name).ToListAsync();

    private async Task EmptyIndexAsync()
    {
        foreach (var name in await IndexBlobsAsync())
        {
            await _place.Clients.Index.DeleteBlobAsync(name);
        }
    }
}
