using Workflows.Process.Definitions;
using Workflows.Process.State;

namespace Workflows.Process.Decisions;

/// <summary>What a move to a newer version would change. Nothing is changed by asking.</summary>
public sealed record MoveReport
{
    /// <summary>Name and version that the review runs under.</summary>
    public required string From { get; init; }

    /// <summary>Name and version that it would run under.</summary>
    public required string To { get; init; }

    /// <summary>What does not fit, a sentence each: while there is any, the review cannot be moved.</summary>
    public required IReadOnlyList<string> Problems { get; init; }

    /// <summary>What the newer version asks at opening and nobody has answered: the answers come with the proposal.</summary>
    public required IReadOnlyList<FactDefinition> Asks { get; init; }

    /// <summary>What else to know, a sentence each.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Running deadlines that would appear, vanish or shift; empty where the review cannot be moved.</summary>
    public required IReadOnlyList<MovedDeadline> Deadlines { get; init; }

    /// <summary>Actions that would appear or vanish; empty where the review cannot be moved.</summary>
    public required IReadOnlyList<MovedAction> Actions { get; init; }

    /// <summary>Letters not sent yet that would not be sent any more.</summary>
    public required int LettersCancelled { get; init; }

    /// <summary>Works out what would change, by doing it where nothing is kept.</summary>
    /// <param name="state">The review's state.</param>
    /// <param name="context">What may be known beside it.</param>
    /// <param name="version">The newer version, with or without the name of the process.</param>
    /// <param name="refusal">Why there is no such report: the review has ended, or there is no such newer version.</param>
    /// <returns>The report, or null.</returns>
    public static MoveReport? Of(ReviewState state, ReviewContext context, string version, out Refusal? refusal)
    {
        if ((refusal = state.IsOpen ? null : Refusals.OfState(state, new ProposeMove(version, Reason: null, new Dictionary<string, FactInput>()))) is not null
            || (refusal = DecideMoves.Target(state, context, version, out var target)) is not null)
        {
            return null;
        }

        return MoveComparison.Of(state, context, target!);
    }
}

/// <summary>What becomes of something in a move.</summary>
public enum MoveChange
{
    /// <summary>It comes with the newer version.</summary>
    Appears,

    /// <summary>It goes.</summary>
    Vanishes,

    /// <summary>Its day changes.</summary>
    Shifts,
}

/// <summary>A deadline in a move.</summary>
/// <param name="Id">Instance.</param>
/// <param name="Title">What is due.</param>
/// <param name="Change">What becomes of it.</param>
/// <param name="From">The day now, or null.</param>
/// <param name="To">The day then, or null.</param>
/// <param name="Why">Why, in a sentence.</param>
public sealed record MovedDeadline(string Id, string Title, MoveChange Change, DateOnly? From, DateOnly? To, string Why);

/// <summary>An action in a move.</summary>
/// <param name="Id">Instance of the item.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Change">Appears or vanishes.</param>
/// <param name="Why">Why, in a sentence.</param>
public sealed record MovedAction(string Id, string Title, MoveChange Change, string Why);
