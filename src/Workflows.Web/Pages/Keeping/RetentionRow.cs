using Workflows.Web.Api.Keeping;

namespace Workflows.Web.Pages.Keeping;

/// <summary>A record in the list of retention. Public because the components that show it are.</summary>
public sealed record RetentionRow
{
    /// <summary>Address of the record's page.</summary>
    public required string Address { get; init; }

    /// <summary>Case reference.</summary>
    public required string Reference { get; init; }

    /// <summary>Class of record and its period.</summary>
    public required string Rule { get; init; }

    /// <summary>Source of the rule and how it was checked.</summary>
    public required string Cite { get; init; }

    /// <summary>Day on which the review ended, or null.</summary>
    public required DateOnly? EndedOn { get; init; }

    /// <summary>The first day on which it may be destroyed, or null.</summary>
    public required DateOnly? DueOn { get; init; }

    /// <summary>Whether it may be destroyed today.</summary>
    public required bool IsDue { get; init; }

    /// <summary>Roles whose holders may approve it.</summary>
    public required IReadOnlyList<string> ApprovedBy { get; init; }

    /// <summary>Identifiers of the people who have approved.</summary>
    public required IReadOnlyList<string> Approvers { get; init; }

    /// <summary>Whether two people have approved, so that nothing more can be done with it.</summary>
    public required bool IsOrdered { get; init; }

    /// <summary>Holds: identifier, reason, and whether each stands.</summary>
    public required IReadOnlyList<(string Id, string Reason, bool Stands)> Holds { get; init; }

    /// <summary>When it was destroyed, or null.</summary>
    public required DateTimeOffset? DestroyedAt { get; init; }

    /// <summary>How it stands, in a few words.</summary>
    public string Standing => this switch
    {
        { DestroyedAt: not null } => "Destroyed",
        { IsOrdered: true } => "Being destroyed",
        { Holds: var holds } when holds.Any(hold => hold.Stands) => "Held",
        { IsDue: true, Approvers.Count: > 0 } => "Due: approved by one of two",
        { IsDue: true } => "Due for destruction",
        _ => "Kept",
    };

    internal static RetentionRow Of(RetentionBody body) => new()
    {
        Address = $"/reviews/{body.Review}/retention",
        Reference = body.Reference,
        Rule = $"{body.Rule.Title}: {body.Rule.Keep}",
        Cite = $"{body.Rule.Cite}. Checked: {body.Rule.Checked}.",
        EndedOn = body.EndedOn,
        DueOn = body.DueOn,
        IsDue = body.IsDue,
        ApprovedBy = body.Rule.ApprovedBy,
        Approvers = body.ApprovedBy,
        IsOrdered = body.OrderedAt is not null,
        Holds = [.. body.Holds.Select(hold => (hold.Id, hold.Reason, hold.LiftedAt is null))],
        DestroyedAt = body.DestroyedAt,
    };
}
