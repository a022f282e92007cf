using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.State;

namespace Workflows.Process.Decisions;

/// <summary>Approving and rejecting.</summary>
internal static class DecideApprovals
{
    public static Refusal? Answer(Turn turn, GiveApproval command, Caller caller)
    {
        if (DecideMoves.IsMove(command.Item))
        {
            return DecideMoves.Answer(turn, command, caller);
        }

        if (DecideItems.Find<ApprovalDefinition>(turn, command.Item, "approval", caller, out var found, out _) is { } refusal)
        {
            return refusal;
        }

        var approval = (ApprovalDefinition)found;
        var item = turn.State.Items[command.Item];
        var role = Quorum.Outstanding(approval, item).FirstOrDefault(caller.Roles.Contains) ?? string.Empty;
        if ((OwnWork(turn, approval, caller)
            ?? Answered(approval, item, caller, role)
            ?? Stale(item, command)
            ?? TextCheck.Refuse("reason", command.Reason, !command.Approve, "Give the reason for rejecting.")) is { } wrong)
        {
            return wrong;
        }

        var actor = new Actor(caller.User, role);
        if (command.Approve)
        {
            turn.Add(new ApprovalGiven(command.Item, role, Words.From(command.Reason)), actor);
            return null;
        }

        turn.Add(new ApprovalRejected(command.Item, role, new Words(command.Reason!.Trim())), actor);
        Endings.Reopen(turn, approval.RejectionReopens);
        if (turn.State.Items[command.Item].Status == ItemStatus.Open)
        {
            Endings.Reset(turn, turn.State.Items[command.Item]);
        }

        return null;
    }

    // Nobody approves what they submitted.
    private static Refusal? OwnWork(Turn turn, ApprovalDefinition approval, Caller caller) =>
        approval.About is { } about
        && turn.State.Items.GetValueOrDefault(about)?.Versions is [.., var version] && version.By.User == caller.User
            ? Refusals.Conflict(
                "separation-of-duties", "You handed in this document, so somebody else must approve it.", approval.Cite)
            : null;

    private static Refusal? Answered(
        ApprovalDefinition approval, ItemState item, Caller caller, string role)
    {
        var own = item.Approvals.Values.FirstOrDefault(given => given.User == caller.User);
        if (own is not null || role.Length == 0)
        {
            var given = own ?? item.Approvals.Values.First(each => caller.Roles.Contains(each.Role));
            return Refusals.Conflict(
                "already-decided",
                $"Approved by {given.User} at {given.At:yyyy-MM-dd HH:mm} UTC. One person counts once.", approval.Cite);
        }

        return null;
    }

    private static Refusal? Stale(ItemState item, GiveApproval command) =>
        command.Version is { } seen && item.About is { } about && seen != about
            ? Refusals.Conflict(
                "approved-version", $"You saw version {seen}; version {about} is now to be approved. Read it and answer again.")
            : null;
}
