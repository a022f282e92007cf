using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.State;

namespace Workflows.Process.Decisions;

/// <summary>Moving a review to a newer version: one person proposes, another agrees.</summary>
internal static class DecideMoves
{
    private const string Prefix = "move-";

    public static bool IsMove(string item) => item.StartsWith(Prefix, StringComparison.Ordinal);

    public static Refusal? Propose(Turn turn, ProposeMove command, Caller caller)
    {
        var definition = turn.Plan.Definition;
        if (Refusals.Role(DecideReview.Correctors(definition), caller, definition, out var actor) is { } forbidden)
        {
            return forbidden;
        }

        if (turn.State.Move is not null)
        {
            return Refusals.Conflict("move-is-pending", "A move has been proposed and waits for somebody's agreement.");
        }

        if ((Target(turn.State, turn.Context, command.Version, out var target)
            ?? TextCheck.Refuse("reason", command.Reason, required: true, "Give the reason for the move.")) is { } refusal)
        {
            return refusal;
        }

        var plan = ProcessPlan.Of(target!);
        var check = new FactCheck(turn.State, turn.Today);
        if (check.Check(MoveFit.Missing(turn.State, plan, new Dictionary<string, string>()), command.Facts) is { } wrong)
        {
            return wrong;
        }

        var given = Evolve.With(turn.State.Facts.Clear(), check.Facts, check.Texts);
        if (Unfit(MoveFit.Problems(turn.State, turn.Plan, plan, given)) is { } unfit)
        {
            return unfit;
        }

        var id = $"{Prefix}{turn.State.MoveCount + 1}";
        turn.Add(
            new MoveProposed(id, target!.Version, target.Hash, new Words(command.Reason!.Trim()), check.Facts, check.Texts), actor);
        var others = DecideReview.Correctors(definition).SelectMany(turn.Context.Roster.Of).Distinct().Where(person => person != caller.User);
        turn.Write(LetterKind.ApprovalRequest, others, new LetterTopic(id));
        return null;
    }

    public static Refusal? Answer(Turn turn, GiveApproval command, Caller caller)
    {
        var definition = turn.Plan.Definition;
        if (Refusals.Role(DecideReview.Correctors(definition), caller, definition, out var actor) is { } forbidden)
        {
            return forbidden;
        }

        if (turn.State.Move is not { } move || move.Id != command.Item)
        {
            return Refusals.Conflict("already-decided", "This move has been decided on, or was never proposed.");
        }

        if (move.By.User == caller.User)
        {
            return Refusals.Conflict("separation-of-duties", "You proposed this move, so somebody else must agree to it.");
        }

        if (TextCheck.Refuse("reason", command.Reason, !command.Approve, "Give the reason for rejecting.") is { } wrong)
        {
            return wrong;
        }

        if (!command.Approve)
        {
            turn.Add(new MoveRejected(move.Id, new Words(command.Reason!.Trim())), actor);
            return null;
        }

        if (Target(turn.State, turn.Context, move.Version, out var target) is { } gone)
        {
            return gone;
        }

        if (target!.Hash != move.Hash)
        {
            return Refusals.Conflict("move-is-known", "The newer version is not the one that was proposed. Propose the move again.");
        }

        if (Unfit(MoveFit.Problems(turn.State, turn.Plan, ProcessPlan.Of(target), move.Facts)) is { } unfit)
        {
            return unfit;
        }

        Moving.Apply(turn, target, move, actor);
        return null;
    }

    /// <summary>The newer version, or why the review cannot be moved to it.</summary>
    public static Refusal? Target(ReviewState state, ReviewContext context, string version, out ProcessDefinition? target)
    {
        var asked = version.Contains('@', StringComparison.Ordinal) ? version : $"{state.Process}@{version}";
        target = asked.Split('@')[0] == state.Process ? context.Catalogue.Find(asked) : null;
        var newer = context.Catalogue.Newer(context.Definition).Select(each => each.Version).ToArray();
        if (target is not null && newer.Contains(target.Version))
        {
            return null;
        }

        var problem = newer.Length == 0
            ? $"There is no version of this process after {state.Version}."
            : $"Choose a version after {state.Version}: {string.Join(", ", newer)}.";
        return Refusals.Invalid("version-is-newer", "to", problem);
    }

    /// <summary>The action by which somebody else agrees or turns it down; those in the proposer's own role come last.</summary>
    public static ReviewAction Action(MoveState move, ReviewContext context)
    {
        string[] roles = [.. DecideReview.Correctors(context.Definition).OrderBy(role => role == move.By.Role)];
        return new ReviewAction
        {
            Item = new ItemState { Id = move.Id, Definition = move.Id, Status = ItemStatus.Open },
            Definition = new ApprovalDefinition
            {
                Id = move.Id,
                Title = $"Agree to move the review to {context.Definition.Id}@{move.Version}",
                Help = "Look first at what would change. Whoever proposed it cannot agree to it.",
                By = roles,
                Quorum = 1,
                RejectionReopens = [],
            },
            Roles = roles,
        };
    }

    private static Refusal? Unfit(IReadOnlyList<string> problems) => problems.Count == 0
        ? null : Refusals.Conflict("move-fits", $"The review cannot be moved as it stands. {string.Join(' ', problems)}");
}
