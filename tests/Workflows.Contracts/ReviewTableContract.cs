using Workflows.Reviews.Ports;

namespace Workflows.Contracts;

/// <summary>What every index must do when it shows a part of a sorted table.</summary>
public abstract class ReviewTableContract : PortContract
{
    private static readonly CancellationToken s_go = CancellationToken.None;

    private IReviewIndex Index => Place.Index;

    public static TheoryData<TableOrder, string> Orders => new()
    {
        { TableOrder.Due, "b a d c" },
        { TableOrder.Opened, "d c b a" },
        { TableOrder.Changed, "a d c b" },
        { TableOrder.Reference, "a b c d" },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Rows_stand_in_the_order_that_was_asked_for(TableOrder order, string expected)
    {
        await FillAsync();

        var table = await Index.TableAsync(new TableQuery { Lists = [new ReviewQuery()], Order = order }, s_go);

        Assert.Equal(expected, string.Join(' ', table.Items.Select(item => item.Reference[..1])));
        Assert.Equal(4, table.Count);
    }

    [Fact]
    public async Task A_part_has_its_rows_and_the_count_of_all()
    {
        await FillAsync();

        var table = await Index.TableAsync(
            new TableQuery { Lists = [new ReviewQuery()], Order = TableOrder.Reference, Skip = 1, Take = 2 }, s_go);

        Assert.Equal("b c", string.Join(' ', table.Items.Select(item => item.Reference[..1])));
        Assert.Equal(4, table.Count);
        Assert.Empty((await Index.TableAsync(new TableQuery { Lists = [new ReviewQuery()], Skip = 4 }, s_go)).Items);
    }

    [Theory]
    [InlineData("x-1", "a c")]
    [InlineData("X-1 2", "c")]
    [InlineData("%", "")]
    [InlineData("_", "d")]
    [InlineData("' OR 1=1 --", "")]
    public async Task Every_word_stands_in_the_reference(string words, string expected)
    {
        await FillAsync();

        var table = await Index.TableAsync(
            new TableQuery { Lists = [new ReviewQuery()], Words = words.Split(' '), Order = TableOrder.Reference }, s_go);

        Assert.Equal(expected, string.Join(' ', table.Items.Select(item => item.Reference[..1])));
        Assert.Equal(table.Items.Count, table.Count);
    }

    [Fact]
    public async Task A_review_in_two_lists_is_shown_once()
    {
        await FillAsync();

        var table = await Index.TableAsync(
            new TableQuery { Lists = [new ReviewQuery { ToldTo = "panel" }, new ReviewQuery { Partnerships = ["northshire"] }], Order = TableOrder.Reference }, s_go);

        Assert.Equal("a b", string.Join(' ', table.Items.Select(item => item.Reference[..1])));
        Assert.Equal(2, table.Count);
    }

    [Fact]
    public async Task What_is_late_or_was_escalated_is_found_together()
    {
        await FillAsync();
        await Index.PutAsync(Sample.Summary() with { Reference = "e", NextDueOn = new DateOnly(2026, 4, 1), Escalations = 1 }, s_go);

        var table = await Index.TableAsync(
            new TableQuery { Lists = [new ReviewQuery()], LateOrEscalatedOn = new DateOnly(2026, 3, 20), Order = TableOrder.Reference }, s_go);

        Assert.Equal("b e", string.Join(' ', table.Items.Select(item => item.Reference[..1])));
        Assert.Equal(2, table.Count);
    }

    [Fact]
    public async Task What_is_to_be_published_stands_first_with_the_earliest_due_at_the_top_and_what_was_published_after_it()
    {
        await FillAsync();
        await OweAsync("e", new DateOnly(2026, 4, 2), isOwed: true);
        await OweAsync("f", new DateOnly(2026, 3, 1), isOwed: false);
        await OweAsync("g", new DateOnly(2026, 4, 1), isOwed: true);
        await OweAsync("h", new DateOnly(2026, 5, 1), isOwed: false);
        await OweAsync("i", due: null, isOwed: false);
        var query = new TableQuery { Lists = [new ReviewQuery()], WithDutyToPublish = true, Order = TableOrder.Publishing };

        Assert.Equal(("g e h f i", 5), await ShownAsync(query));
        Assert.Equal(("h f", 5), await ShownAsync(query with { Skip = 2, Take = 2 }));
        Assert.Equal(("g", 1), await ShownAsync(query with { LateToPublishOn = new DateOnly(2026, 4, 2) }));
        Assert.Equal((string.Empty, 0), await ShownAsync(query with { Lists = [new ReviewQuery { Partnerships = ["southshire"] }] }));
        Assert.Equal("g e h f", (await ShownAsync(query with { WithDutyToPublish = false })).Rows[..7]);
    }

    [Fact]
    public async Task Times_are_summed_by_process_and_stage_and_a_review_counts_once()
    {
        foreach (var late in new[] { 0, 1, 4 })
        {
            await Index.PutAsync(
                Sample.Summary() with { Partnership = "northshire", ToldTo = ["panel"], Times = [new("rapid-review", 2, late), new(string.Empty, 1, 0)] }, s_go);
        }

        await Index.PutAsync(Sample.Summary() with { Partnership = "elsewhere", Times = [new("rapid-review", 9, 9)] }, s_go);

        var times = await Index.TimesAsync([new ReviewQuery { ToldTo = "panel" }, new ReviewQuery { Partnerships = ["northshire"] }], s_go);

        var process = Sample.Summary().Process;
        Assert.Equal([new(process, string.Empty, 3, 0), new(process, "rapid-review", 6, 5)], times.OrderBy(each => each.Stage, StringComparer.Ordinal));
        Assert.Empty(await Index.TimesAsync([], s_go));
    }

    [Fact]
    public async Task No_list_has_no_row() => Assert.Equal(
        0, (await Index.TableAsync(new TableQuery { Lists = [new ReviewQuery { Partnerships = [] }] }, s_go)).Count);

    private async Task<(string Rows, int Count)> ShownAsync(TableQuery query)
    {
        var table = await Index.TableAsync(query, s_go);
        return (string.Join(' ', table.Items.Select(item => item.Reference[..1])), table.Count);
    }

    private Task OweAsync(string reference, DateOnly? due, bool isOwed) => Index.PutAsync(
        Sample.Summary() with { Reference = reference, Partnership = "northshire", Publishing = new PublishingSummary(due, isOwed) }, s_go);

    private async Task FillAsync()
    {
        await PutAsync("a X-1", opened: 1, changed: 9, due: 20, "northshire", "panel");
        await PutAsync("b y-9", opened: 2, changed: 3, due: 10, "northshire");
        await PutAsync("c x-12", opened: 3, changed: 4, due: null, "southshire");
        await PutAsync("d z_3", opened: 4, changed: 5, due: 30, "southshire");
    }

    private Task PutAsync(string reference, int opened, int changed, int? due, string partnership, params string[] told) => Index.PutAsync(
        Sample.Summary() with
        {
            Reference = reference, Partnership = partnership, ToldTo = told, OpenedAt = Sample.Start.AddDays(opened),
            ChangedAt = Sample.Start.AddDays(changed), NextDueOn = due is { } day ? new DateOnly(2026, 3, day) : null,
        },
        s_go);
}
