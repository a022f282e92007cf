using System.Collections.Immutable;
using Workflows.Process.Journal;

namespace Workflows.Process.State;

/// <summary>A reviewer of the register, as far as a review knows them.</summary>
/// <param name="User">Identifier of the person.</param>
public sealed record ReviewerState(string User)
{
    /// <summary>Day of the latest appointment, or null: declared a conflict before any.</summary>
    public DateOnly? AppointedOn { get; init; }

    /// <summary>Day of removal, or null.</summary>
    public DateOnly? RemovedOn { get; init; }

    /// <summary>How many reviewers the method wants together, as it was known at the appointment.</summary>
    public int Needed { get; init; } = 1;

    /// <summary>Conflicts of interest that were found at the appointment, as codes.</summary>
    public IReadOnlyList<string> Found { get; init; } = [];

    /// <summary>How a conflict is managed, or another note; or null.</summary>
    public string? Note { get; init; }

    /// <summary>Why they were removed, or null.</summary>
    public string? RemovedBecause { get; init; }

    /// <summary>Conflicts that were declared, in order.</summary>
    public ImmutableList<DeclaredConflict> Declared { get; init; } = [];

    /// <summary>Whether they are the review's reviewer now.</summary>
    public bool IsAppointed => AppointedOn is not null && RemovedOn is null;
}

/// <summary>A conflict of interest that somebody declared.</summary>
/// <param name="On">Day, Europe/London.</param>
/// <param name="By">Who declared it.</param>
/// <param name="What">What it is.</param>
public sealed record DeclaredConflict(DateOnly On, string By, string What);

/// <summary>Folds the events of reviewers.</summary>
internal static class EvolveReviewers
{
    public static ReviewState Apply(ReviewState state, JournalEntry entry) => entry.Event switch
    {
        ReviewerAppointed e => Put(state, Known(state, e.Reviewer) with
        {
            AppointedOn = e.On, RemovedOn = null, RemovedBecause = null, Needed = e.Needed, Found = e.Conflicts, Note = e.Note?.Text,
        }),
        ReviewerConflictDeclared e => Declare(state, Known(state, e.Reviewer), new DeclaredConflict(e.On, entry.By.User, e.What.Text)),
        ReviewerRemoved e => Put(state, Known(state, e.Reviewer) with { RemovedOn = e.On, RemovedBecause = e.Reason.Text }),
        _ => state,
    };

    private static ReviewState Declare(ReviewState state, ReviewerState known, DeclaredConflict conflict) =>
        Put(state, known with { Declared = known.Declared.Add(conflict) });

    private static ReviewerState Known(ReviewState state, string user) =>
        state.Reviewers.GetValueOrDefault(user) ?? new ReviewerState(user);

    private static ReviewState Put(ReviewState state, ReviewerState reviewer) =>
        state with { Reviewers = state.Reviewers.SetItem(reviewer.User, reviewer) };
}
