using Workflows.Reviews.Ports;

namespace Workflows.Contracts;

/// <summary>What every index must do when it lists reviews.</summary>
public abstract class ReviewListContract : PortContract
{
    private static readonly CancellationToken s_go = CancellationToken.None;

    private IReviewIndex Index => Place.Index;

    [Fact]
    public async Task The_newest_opening_comes_first()
    {
        foreach (var day in new[] { 2, 4, 1, 3 })
        {
            await Index.PutAsync(Sample.Summary() with { Reference = $"{day}", OpenedAt = Sample.Start.AddDays(day) }, s_go);
        }

        Assert.Equal(["4", "3", "2", "1"], await ReferencesAsync(new ReviewQuery()));
    }

    public static TheoryData<string, ReviewQuery, string> Filters => new()
    {
        { "partnership", new ReviewQuery { Partnerships = ["northshire"] }, "n" },
        { "two partnerships", new ReviewQuery { Partnerships = ["northshire", "southshire"] }, "n s" },
        { "no partnership", new ReviewQuery { Partnerships = [] }, "" },
        { "hostile partnership", new ReviewQuery { Partnerships = [Sample.Hostile] }, "" },
        { "process", new ReviewQuery { Process = "national-review" }, "n" },
        { "stage", new ReviewQuery { Stage = "publication" }, "s" },
        { "state", new ReviewQuery { State = "closed" }, "s" },
        { "told to", new ReviewQuery { ToldTo = "panel" }, "n p" },
        { "told to, in a partnership", new ReviewQuery { ToldTo = "panel", Partnerships = ["northshire"] }, "n" },
        { "part of a body's name", new ReviewQuery { ToldTo = "pan" }, "" },
        { "a pattern", new ReviewQuery { ToldTo = "pan%" }, "" },
        { "overdue the day after", new ReviewQuery { OverdueOn = new DateOnly(2026, 1, 27) }, "p" },
        { "not overdue on the day", new ReviewQuery { OverdueOn = new DateOnly(2026, 1, 26) }, "" },
        { "all at once", new ReviewQuery { Partnerships = ["plainshire"], ToldTo = "panel", Process = "lcspr", Stage = "rapid-review", State = "open", OverdueOn = new DateOnly(2027, 1, 1) }, "p" },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task A_list_holds_what_was_asked_for_and_nothing_else(string asked, ReviewQuery query, string expected)
    {
        var plain = Sample.Summary() with
        {
            Reference = "p", Partnership = "plainshire", ToldTo = ["dfe", "panel"], NextDueOn = new DateOnly(2026, 1, 26),
        };
        await Index.PutAsync(plain, s_go);
        await Index.PutAsync(
            Sample.Summary() with { Reference = "n", Partnership = "northshire", Process = "national-review", ToldTo = ["panel"] },
            s_go);
        await Index.PutAsync(
            Sample.Summary() with { Reference = "s", Partnership = "southshire", Stage = "publication", State = "closed" },
            s_go);

        var found = await ReferencesAsync(query);

        Assert.True(string.Join(' ', found.Order()) == expected, $"{asked}: found {string.Join(' ', found)}");
    }

    [Fact]
    public async Task A_body_told_later_finds_the_review_and_one_no_longer_told_does_not()
    {
        var summary = Sample.Summary() with { ToldTo = ["panel"] };
        await Index.PutAsync(summary, s_go);
        await Index.PutAsync(summary with { ToldTo = ["ofsted"], Position = 2 }, s_go);

        Assert.Empty(await ReferencesAsync(new ReviewQuery { ToldTo = "panel" }));
        Assert.Single(await ReferencesAsync(new ReviewQuery { ToldTo = "ofsted" }));
    }

    [Fact]
    public async Task Pages_together_hold_every_review_once_even_where_openings_coincide()
    {
        var expected = new List<string>();
        for (var i = 0; i < 23; i++)
        {
            var summary = Sample.Summary() with { Reference = $"r{i}", OpenedAt = Sample.Start.AddHours(i / 5) };
            expected.Add(summary.Reference);
            await Index.PutAsync(summary, s_go);
        }

        Assert.Equal(expected.Order(), (await ReferencesAsync(new ReviewQuery { Limit = 4 })).Order());
    }

    [Fact]
    public async Task A_review_opened_between_two_pages_moves_nothing_on_the_second()
    {
        foreach (var day in new[] { 1, 2, 3 })
        {
            await Index.PutAsync(Sample.Summary() with { Reference = $"{day}", OpenedAt = Sample.Start.AddDays(day) }, s_go);
        }

        var first = await Index.ListAsync(new ReviewQuery { Limit = 2 }, s_go);
        await Index.PutAsync(Sample.Summary() with { Reference = "4", OpenedAt = Sample.Start.AddDays(4) }, s_go);
        var second = await Index.ListAsync(new ReviewQuery { Limit = 2, Cursor = first.Next }, s_go);

        Assert.Equal("1", Assert.Single(second.Items).Reference);
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task A_page_that_ends_with_the_last_review_has_no_next()
    {
        await Index.PutAsync(Sample.Summary(), s_go);
        await Index.PutAsync(Sample.Summary(), s_go);

        Assert.Null((await Index.ListAsync(new ReviewQuery { Limit = 2 }, s_go)).Next);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("AAAA")]
    [InlineData("!!!")]
    [InlineData(Sample.Hostile)]
    public async Task A_cursor_that_no_page_gave_is_refused(string cursor)
    {
        await Index.PutAsync(Sample.Summary(), s_go);

        await Assert.ThrowsAsync<InvalidCursorException>(
            () => Index.ListAsync(new ReviewQuery { Cursor = cursor }, s_go));
        await Assert.ThrowsAsync<InvalidCursorException>(() => Index.PublicationsAsync(cursor, s_go));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(201)]
    [InlineData(-5)]
    public async Task A_page_size_outside_its_range_is_refused(int limit) =>
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Index.ListAsync(new ReviewQuery { Limit = limit }, s_go));

    private async Task<List<string>> ReferencesAsync(ReviewQuery query)
    {
        var found = new List<string>();
        string? cursor = null;
        do
        {
            var page = await Index.ListAsync(query with { Cursor = cursor }, s_go);
            Assert.InRange(page.Items.Count, 0, query.Limit);
            found.AddRange(page.Items.Select(item => item.Reference));
            cursor = page.Next;
        }
        while (cursor is not null && found.Count < 1000);

        return found;
    }
}
