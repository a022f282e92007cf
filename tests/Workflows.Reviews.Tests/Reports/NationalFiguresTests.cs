using System.Collections.Immutable;
using Workflows.Process.Definitions;
using Workflows.Process.State;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Ports;
using Workflows.Reviews.Reports;

namespace Workflows.Reviews.Tests.Reports;

/// <summary>A review counts under the decision that holds now.</summary>
public sealed class NationalFiguresTests
{
    private static readonly DateOnly s_day = new(2026, 5, 5);

    [Fact]
    public void A_review_decided_twice_counts_under_what_was_decided_last() =>
        Assert.Equal("Hold a local review after all", KindOf(Made("next-step", "none", hour: 1), Made("closing", "commission", hour: 2)));

    [Fact]
    public void A_decision_that_was_undone_counts_no_longer() =>
        Assert.Equal("No local review", KindOf(Made("next-step", "none", hour: 1), Made("closing", outcome: null, hour: 2)));

    [Fact]
    public void An_answer_that_leaves_the_way_as_it_is_does_not_hide_what_was_decided() =>
        Assert.Equal("Hold a local review", KindOf(Made("reconsideration", "keep", hour: 2), Made("next-step", "commission", hour: 1)));

    [Fact]
    public void A_review_that_was_stopped_counts_as_stopped() =>
        Assert.Equal("End the local review", KindOf(Made("reconsideration", "stop", hour: 2), Made("next-step", "commission", hour: 1)));

    [Fact]
    public void Decisions_recorded_at_once_count_by_their_days() =>
        Assert.Equal(
            "Hold a local review after all",
            KindOf(Made("next-step", "none", hour: 1), Made("closing", "commission", hour: 1) with { DoneOn = s_day.AddDays(30) }));

    [Fact]
    public void A_review_without_a_decision_says_so() => Assert.Equal("not decided yet", KindOf());

    private static string KindOf(params ItemState[] items)
    {
        var definition = ProcessCatalogue.Shipped.Find("lcspr@2026.1")!;
        var state = ReviewState.Empty with
        {
            Partnership = "fernshire", OpenedOn = s_day, Items = items.ToImmutableDictionary(item => item.Id),
        };
        var figures = NationalFigures.Of([new ReviewFile(ReviewId.New(), state, definition, "seal")], new DateOnly(2026, 4, 1), id => id);
        return Assert.Single(figures.Table.Columns)[$"{definition.Title}: ".Length..];
    }

    private static ItemState Made(string decision, string? outcome, int hour) => new()
    {
        Id = decision,
        Definition = decision,
        Status = outcome is null ? ItemStatus.Open : ItemStatus.Done,
        Outcome = outcome,
        DoneOn = outcome is null ? null : s_day,
        DoneAt = outcome is null ? null : new DateTimeOffset(2026, 5, 5, hour, 0, 0, TimeSpan.Zero),
    };
}
