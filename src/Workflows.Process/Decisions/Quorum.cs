using System.Globalization;
using Workflows.Process.Definitions;
using Workflows.Process.State;

namespace Workflows.Process.Decisions;

/// <summary>Counts approvals: distinct people, each in a role that is asked.</summary>
internal static class Quorum
{
    /// <summary>How many roles must approve.</summary>
    public static int Of(ApprovalDefinition approval, ReviewState state)
    {
        if (approval.QuorumSetting is { } setting
            && int.TryParse(state.Settings.GetValueOrDefault(setting), CultureInfo.InvariantCulture, out var chosen))
        {
            return Math.Clamp(chosen, 1, approval.By.Count);
        }

        return approval.Quorum ?? approval.By.Count;
    }

    public static bool IsReached(ApprovalDefinition approval, ItemState item, ReviewState state) =>
        item.Approvals.Values.Where(given => approval.By.Contains(given.Role))
            .Select(given => given.User).Distinct().Count() >= Of(approval, state);

    /// <summary>The roles that have not answered yet.</summary>
    public static IEnumerable<string> Outstanding(ApprovalDefinition approval, ItemState? item) =>
        approval.By.Where(role => item is null || !item.Approvals.ContainsKey(role));
}
