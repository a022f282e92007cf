using Workflows.Reviews.Directory;
using Workflows.Reviews.Ports;
using Workflows.Reviews.Reviewers;

namespace Workflows.Reviews.Tests.Reviewers;

/// <summary>How many reviews a register can carry, and when one that waits can begin.</summary>
public sealed class ForecastTests
{
    private static readonly DateOnly Today = new(2026, 6, 1);

    [Fact]
    public void Twenty_reviewers_at_two_a_review_are_ten_at_once_and_the_eleventh_waits_for_the_first_to_end()
    {
        var directory = Register(20);
        var running = Enumerable.Range(0, 10).Select(at => Case($"R-{at}") with
        {
            WaitsSince = null,
            Reviewers = [($"r{2 * at}", Today.AddMonths(-at)), ($"r{(2 * at) + 1}", Today.AddMonths(-at))],
        });
        var forecast = ReviewerForecast.Of(directory, [.. running, Case("WAITING")], Today);

        var capacity = Assert.Single(forecast.Capacity);
        Assert.Equal((2, 20, 10, 10, 1), (capacity.Together, capacity.Reviewers, capacity.AtOnce, capacity.Running, capacity.Waiting));

        // Nine months a review: the longest running one began nine months ago, and takes one more than reckoned with.
        var waiting = Assert.Single(forecast.Queue);
        Assert.Equal((Today.AddMonths(1), 2), (waiting.StartsOn, waiting.Missing));
        Assert.All(forecast.Load, load => Assert.Single(load.Carries));
    }

    [Fact]
    public void Free_reviewers_begin_at_once_and_the_queue_is_served_in_order()
    {
        var forecast = ReviewerForecast.Of(Register(4), [Case("A"), Case("B"), Case("C")], Today);
        Assert.Equal([Today, Today, Today.AddMonths(9)], forecast.Queue.Select(each => each.StartsOn));
        Assert.Equal(4, forecast.Queue.Take(2).SelectMany(each => each.Reviewers).Distinct().Count());
    }

    [Fact]
    public void Who_has_a_conflict_is_not_reckoned_with_and_where_nobody_fits_there_is_no_day()
    {
        var conflicted = Case("A") with { Agencies = ["Probation"] };
        Assert.Null(Assert.Single(ReviewerForecast.Of(Register(3, "agencies: [probation]"), [conflicted], Today).Queue).StartsOn);
        Assert.Null(Assert.Single(ReviewerForecast.Of(Register(3, "areas: [south]"), [Case("A")], Today).Queue).StartsOn);
        Assert.Equal(new DateOnly(2026, 9, 1), Assert.Single(ReviewerForecast.Of(Register(2, "from: 2026-09-01"), [Case("A")], Today).Queue).StartsOn);
    }

    [Theory]
    [InlineData("user: nobody", "There is no person 'nobody'")]
    [InlineData("user: r0", "stands here twice")]
    [InlineData("user: r1, areas: [nowhere]", "There is no partnership 'nowhere'")]
    [InlineData("user: r1, from: 2026-02-01, to: 2026-01-01", "ends before it begins")]
    [InlineData("user: r1, atOnce: 0", "atOnce")]
    [InlineData("user: r1, colour: blue", "colour")]
    public void A_register_that_cannot_be_right_is_told_by_its_line(string entry, string problem)
    {
        var reading = DirectoryReader.Read(Text(2, string.Empty, 1) + $"  - {{ {entry} }}\n", "directory.yaml");
        Assert.Contains(reading.Problems, each => $"{each}".Contains(problem, StringComparison.Ordinal));
    }

    private static OpenCase Case(string reference) => new(
        ReviewId.From(reference), reference, "north", "learning-together", ["Education"], [], Today.AddDays(-10), []);

    private static DirectorySnapshot Register(int reviewers, string more = "") =>
        DirectoryReader.Read(Text(reviewers, more, reviewers), "directory.yaml") is { Snapshot: { } snapshot }
            ? snapshot : throw new InvalidOperationException("The register cannot be read.");

    private static string Text(int people, string more, int reviewers) =>
        "bodies: { panel: { name: Panel, email: panel@panel.example } }\npeople:\n"
        + string.Concat(Enumerable.Range(0, people).Select(at => $"  - {{ user: r{at}, name: R {at}, email: r{at}@reviewers.example, roles: [lead-reviewer] }}\n"))
        + "partnerships:\n  - { id: north, name: North }\n  - { id: south, name: South }\n"
        + "methods: { learning-together: { reviewers: 2, accreditation: learning-together, months: 9 } }\nreviewers:\n"
        + string.Concat(Enumerable.Range(0, reviewers).Select(at =>
            $"  - {{ user: r{at}, accreditations: [learning-together]{(more.Length > 0 ? ", " + more : "")} }}\n"));
}
