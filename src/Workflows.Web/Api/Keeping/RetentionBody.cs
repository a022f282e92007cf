using Workflows.Process.Calendar;
using Workflows.Process.Retention;
using Workflows.Process.State;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Ports;
using Workflows.Web.Api.Access;
using Workflows.Web.Pages.Lists;

namespace Workflows.Web.Api.Keeping;

/// <summary>Counts until when records are kept, on this day.</summary>
internal sealed class RetentionDays(CalendarSource calendar, TimeProvider clock)
{
    public DateOnly Today => LondonTime.DateOf(clock.GetUtcNow());

    public DateOnly? DueOn(ReviewState state) => RetentionRules.Shipped.Of(state.Process).DueOn(state, calendar.Current);

    /// <summary>Ended reviews whose destruction a person may approve, those soonest due first.</summary>
    public async Task<IReadOnlyList<ReviewFile>> EndedAsync(SignedInPerson person, SeenReviews seen, CancellationToken stop)
    {
        var found = new List<ReviewFile>();
        foreach (var state in new[] { "closed", "withdrawn" })
        {
            var summaries = await seen.SummariesAsync(person, new ReviewQuery { State = state }, stop);
            found.AddRange(await seen.FilesAsync(summaries.Where(each => Answers(person, each)), stop));
        }

        return [.. found.OrderBy(file => DueOn(file.State) ?? DateOnly.MaxValue).ThenBy(file => file.Id.Value, StringComparer.Ordinal)];
    }

    private static bool Answers(SignedInPerson person, ReviewSummary summary) =>
        RetentionRules.Shipped.Of(summary.Process).ApprovedBy.Any(person.RolesIn(summary.Partnership).Contains);
}

/// <summary>A rule of retention.</summary>
internal sealed record RetentionRuleBody(
    string Id, string Title, IReadOnlyList<string> Processes, string Keep, IReadOnlyList<string> ApprovedBy, string Cite, string Checked)
{
    public static RetentionRuleBody Of(RetentionRule rule) => new(
        rule.Id, rule.Title, rule.Processes, rule.Keep.ToString(), rule.ApprovedBy, rule.Cite, Words.Of(rule.Checked));
}

/// <summary>How long a review's record is kept.</summary>
internal sealed record RetentionBody
{
    /// <summary>Identifier of the review.</summary>
    public required string Review { get; init; }

    /// <summary>Case reference.</summary>
    public required string Reference { get; init; }

    /// <summary>Identifier of the partnership.</summary>
    public required string Partnership { get; init; }

    /// <summary>The rule.</summary>
    public required RetentionRuleBody Rule { get; init; }

    /// <summary>Day on which the review ended, or null while it runs.</summary>
    public required DateOnly? EndedOn { get; init; }

    /// <summary>The first day on which it may be destroyed, or null while that cannot be said.</summary>
    public required DateOnly? DueOn { get; init; }

    /// <summary>Whether it may be destroyed today: due, not held, not destroyed.</summary>
    public required bool IsDue { get; init; }

    /// <summary>Holds, in order.</summary>
    public required IReadOnlyList<HoldBody> Holds { get; init; }

    /// <summary>People who approved destruction.</summary>
    public required IReadOnlyList<string> ApprovedBy { get; init; }

    /// <summary>When a second person approved, which ordered the destruction; or null.</summary>
    public required DateTimeOffset? OrderedAt { get; init; }

    /// <summary>When it was destroyed, or null.</summary>
    public required DateTimeOffset? DestroyedAt { get; init; }

    /// <summary>Address of the certificate, or null.</summary>
    public required string? Certificate { get; init; }

    public static RetentionBody Of(ReviewFile file, RetentionDays days)
    {
        var (keeping, due) = (file.State.Keeping, days.DueOn(file.State));
        return new RetentionBody
        {
            Review = file.Id.Value,
            Reference = file.State.Reference,
            Partnership = file.State.Partnership,
            Rule = RetentionRuleBody.Of(RetentionRules.Shipped.Of(file.State.Process)),
            EndedOn = file.State.EndedAt is { } ended ? LondonTime.DateOf(ended) : null,
            DueOn = due,
            IsDue = due <= days.Today && !keeping.IsHeld && keeping.OrderedAt is null,
            Holds = [.. keeping.Holds.Select(hold => new HoldBody(hold.Id, hold.Reason, hold.By.User, hold.PlacedAt, hold.LiftedAt))],
            ApprovedBy = [.. keeping.Approvals.Select(approval => approval.By.User)],
            OrderedAt = keeping.OrderedAt,
            DestroyedAt = keeping.Destroyed?.At,
            Certificate = keeping.Destroyed is null ? null : $"/api/reviews/{file.Id}/retention/certificate",
        };
    }
}

/// <summary>A hold on destruction.</summary>
internal sealed record HoldBody(string Id, string Reason, string By, DateTimeOffset PlacedAt, DateTimeOffset? LiftedAt);
