using Workflows.Process.Definitions;
using Workflows.Process.State;

namespace Workflows.Process.Decisions;

/// <summary>
/// What is published is the version that was approved. A report that is given back after its sign-off, when the day of publication is
/// planned already, is signed off again first: whoever approved another version did not approve this one.
/// </summary>
public static class SignOffGate
{
    /// <summary>Why an item cannot publish its document before somebody approves it, or null.</summary>
    internal static Refusal? Check(ItemDefinition item, ReviewState state, ProcessPlan plan) =>
        item.Publishes is { } publishes
        && state.Items.Values.Any(each => each.Status is ItemStatus.Open or ItemStatus.Waiting
            && each.Definition != item.Id
            && plan.Items.GetValueOrDefault(each.Definition) is ApprovalDefinition approval && approval.About == publishes.Document)
            ? Refusals.Conflict("version-is-approved", "The version that was handed in last has not been approved yet. It is published when it has been.", item.Cite)
            : null;

    /// <summary>Why an item waits before it publishes its document, as a sentence; null where no approval holds it.</summary>
    /// <param name="item">The item.</param>
    /// <param name="state">The review's state.</param>
    /// <param name="context">What may be known beside the state.</param>
    public static string? WhyHeld(ItemDefinition item, ReviewState state, ReviewContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Check(item, state, context.Plan)?.Message;
    }
}
