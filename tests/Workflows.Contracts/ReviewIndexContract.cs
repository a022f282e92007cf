using Workflows.Reviews.Ports;

namespace Workflows.Contracts;

/// <summary>What every index must do: one review, what is due, figures. Lists and publications have suites of their own.</summary>
public abstract class ReviewIndexContract : PortContract
{
    private static readonly CancellationToken s_go = CancellationToken.None;

    private IReviewIndex Index => Place.Index;

    [Fact]
    public async Task A_summary_comes_back_whole()
    {
        var full = Sample.FullSummary();
        await Index.PutAsync(full, s_go);

        Sample.Same(full, await Index.FindAsync(full.Id, s_go));
        Sample.Same(full, Assert.Single((await Index.ListAsync(new ReviewQuery(), s_go)).Items));
    }

    [Fact]
    public async Task An_unknown_review_has_no_summary() => Assert.Null(await Index.FindAsync(ReviewId.New(), s_go));

    [Fact]
    public async Task A_summary_is_there_after_a_restart()
    {
        var full = Sample.FullSummary();
        await Index.PutAsync(full, s_go);

        await Place.ReopenAsync();

        Sample.Same(full, await Index.FindAsync(full.Id, s_go));
    }

    [Fact]
    public async Task An_older_summary_changes_nothing()
    {
        var stored = Sample.FullSummary();
        await Index.PutAsync(stored, s_go);

        await Index.PutAsync(Sample.Summary(stored.Id, stored.Position - 1), s_go);

        Sample.Same(stored, await Index.FindAsync(stored.Id, s_go));
        Assert.Single(await Index.DueAsync(Sample.Start.AddYears(1), 10, s_go));
        Assert.Equal(2, (await Index.PublicationsAsync(null, s_go)).Items.Count);
    }

    [Fact]
    public async Task A_summary_of_the_same_position_moves_the_next_wake()
    {
        var stored = Sample.Summary() with { NextWakeAt = Sample.Start.AddDays(1) };
        await Index.PutAsync(stored, s_go);

        await Index.PutAsync(stored with { NextWakeAt = Sample.Start.AddDays(2) }, s_go);

        Assert.Empty(await Index.DueAsync(Sample.Start.AddDays(1), 10, s_go));
        Assert.Equal(
            new ReviewWake(stored.Id, Sample.Start.AddDays(2)),
            Assert.Single(await Index.DueAsync(Sample.Start.AddDays(3), 10, s_go)));
    }

    [Fact]
    public async Task A_later_append_replaces_what_was_put()
    {
        var review = ReviewId.New();
        await Place.Journal.AppendAsync(Sample.Append(review, 0), s_go);
        await Index.PutAsync(Sample.Summary(review) with { Stage = "commissioning" }, s_go);

        var later = Sample.Append(review, 1);
        await Place.Journal.AppendAsync(later, s_go);

        Sample.Same(later.Summary, await Index.FindAsync(review, s_go));
    }

    [Fact]
    public async Task What_is_due_comes_longest_due_first_with_the_instant_itself_included()
    {
        var wakes = new Dictionary<int, ReviewSummary>();
        foreach (var day in new[] { 5, 1, 4, 2, 3 })
        {
            wakes[day] = Sample.Summary() with { NextWakeAt = Sample.Start.AddDays(day) };
            await Index.PutAsync(wakes[day], s_go);
        }

        await Index.PutAsync(Sample.Summary() with { State = "closed", NextWakeAt = null }, s_go);

        var due = await Index.DueAsync(Sample.Start.AddDays(4), 3, s_go);
        Assert.Equal(Wakes(1, 2, 3), due);
        Assert.Equal(Wakes(1, 2, 3, 4), await Index.DueAsync(Sample.Start.AddDays(4), 100, s_go));
        Assert.Equal(Wakes(1, 2, 3), await Index.DueAsync(Sample.Start.AddDays(4).AddTicks(-1), 100, s_go));

        IEnumerable<ReviewWake> Wakes(params int[] days) =>
            days.Select(day => new ReviewWake(wakes[day].Id, wakes[day].NextWakeAt!.Value));
    }

    [Fact]
    public async Task A_wake_given_with_another_offset_is_the_same_instant()
    {
        var london = Sample.Start.AddDays(1).ToOffset(TimeSpan.FromHours(1));
        await Index.PutAsync(Sample.Summary() with { NextWakeAt = london }, s_go);

        Assert.Single(await Index.DueAsync(Sample.Start.AddDays(1), 10, s_go));
        Assert.Empty(await Index.DueAsync(Sample.Start.AddDays(1).AddTicks(-1), 10, s_go));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(10_001)]
    public async Task A_limit_on_what_is_due_outside_its_range_is_refused(int limit) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Index.DueAsync(Sample.Start, limit, s_go));

    [Fact]
    public async Task An_empty_index_has_empty_figures() =>
        Assert.Equal(new IndexFigures(0, 0, 0, null, null), await Index.FiguresAsync(Sample.Start, s_go));

    [Fact]
    public async Task Figures_count_reviews_letters_and_wakes()
    {
        await Index.PutAsync(Sample.Summary() with { NextWakeAt = Sample.Start.AddDays(1), LettersInTrouble = 2 }, s_go);
        await Index.PutAsync(Sample.Summary() with { NextWakeAt = Sample.Start.AddDays(3), LettersInTrouble = 1 }, s_go);
        await Index.PutAsync(Sample.Summary() with { State = "closed" }, s_go);
        await Index.PutAsync(Sample.Summary() with { State = "withdrawn" }, s_go);

        Assert.Equal(
            new IndexFigures(2, 4, 3, Sample.Start.AddDays(1), Sample.Start.AddDays(1)),
            await Index.FiguresAsync(Sample.Start.AddDays(2), s_go));
        Assert.Equal(
            new IndexFigures(2, 4, 3, null, Sample.Start.AddDays(1)),
            await Index.FiguresAsync(Sample.Start, s_go));
    }
}
