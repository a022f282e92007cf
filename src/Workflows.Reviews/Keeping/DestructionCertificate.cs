using System.Globalization;
using System.Text;
using Workflows.Process.Calendar;
using Workflows.Process.Retention;
using Workflows.Process.State;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Keeping;

/// <summary>The certificate of a record's destruction, as plain text: what, under which rule, who approved, what remains.</summary>
public static class DestructionCertificate
{
    /// <summary>The certificate, or null where nothing was destroyed.</summary>
    /// <param name="review">The review.</param>
    /// <param name="state">Its state.</param>
    public static string? Of(ReviewId review, ReviewState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.Keeping is not { Destroyed: { } destroyed, Begun: { } taken })
        {
            return null;
        }

        var rule = RetentionRules.Shipped.All.FirstOrDefault(each => each.Id == state.Keeping.Approvals[0].Rule);
        var text = new StringBuilder()
            .AppendLine("CERTIFICATE OF DESTRUCTION")
            .AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"Certificate      {destroyed.Certificate}")
            .AppendLine(CultureInfo.InvariantCulture, $"Review           {review}, reference {state.Reference}, {state.Process}@{state.Version}")
            .AppendLine(CultureInfo.InvariantCulture, $"Partnership      {state.Partnership}")
            .AppendLine(CultureInfo.InvariantCulture, $"Ended            {LondonTime.DateOf(state.EndedAt ?? destroyed.At):yyyy-MM-dd}")
            .AppendLine(CultureInfo.InvariantCulture, $"Rule             {rule?.Title ?? state.Keeping.Approvals[0].Rule}: keep {rule?.Keep.ToString() ?? "as the rule then said"}")
            .AppendLine(CultureInfo.InvariantCulture, $"Source           {rule?.Cite} (checked: {rule?.Checked.ToString().ToLowerInvariant()})")
            .AppendLine(CultureInfo.InvariantCulture, $"Due              {state.Keeping.Approvals[0].DueOn:yyyy-MM-dd}");
        foreach (var approval in state.Keeping.Approvals)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"Approved         {approval.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC by {approval.By.User} as {approval.By.Role}");
        }

        return text
            .AppendLine(CultureInfo.InvariantCulture, $"Destroyed        {destroyed.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC")
            .AppendLine(CultureInfo.InvariantCulture, $"Documents        {taken.Documents}, deleted")
            .AppendLine(CultureInfo.InvariantCulture, $"Private papers   {(taken.Papers.Length == 0 ? "none" : string.Join(", ", taken.Papers))}, destroyed")
            .AppendLine()
            .AppendLine("What people typed was sealed with a key that was one of these papers; nobody can read it any more.")
            .AppendLine("What remains is the audit skeleton: who did what when, dates, outcomes and hashes. Its chain still verifies.")
            .AppendLine("Copies: see the page on retention for what backups hold, and until when.")
            .ToString();
    }
}
