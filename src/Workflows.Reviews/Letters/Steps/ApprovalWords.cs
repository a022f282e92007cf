using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.State;
using Workflows.Reviews.Letters.Forms;

namespace Workflows.Reviews.Letters.Steps;

/// <summary>What an approver has to know: what exactly is approved, and how approving works.</summary>
internal static class ApprovalWords
{
    private const int HashDigits = 12;

    public static IEnumerable<Block> Of(Matter matter, ApprovalDefinition approval, ItemState? instance)
    {
        if (approval.About is { } about && matter.Plan.Items.TryGetValue(about, out var document))
        {
            yield return new Fact("Document", $"{document.Title}{Version(matter, about, instance)}");
        }

        yield return new Paragraph("Opening the link decides nothing. You sign in, or have a code sent to you, read what is to be decided, and then approve or reject.");
        var needed = Quorum.Of(approval, matter.State);
        yield return new Paragraph(needed >= approval.By.Count
            ? $"It is agreed when all {needed} have approved: {matter.Titles(approval.By)}."
            : $"It is agreed when {needed} of these {approval.By.Count} have approved: {matter.Titles(approval.By)}.");
        if (approval.RejectionReopens.Count > 0)
        {
            var back = string.Join(", ", approval.RejectionReopens.Select(id => matter.Plan.Items[id].Title));
            yield return new Paragraph($"If anybody rejects it, this is opened again: {back}.");
        }
    }

    // The hash lets the approver see that what they read is what they are asked about.
    private static string Version(Matter matter, string about, ItemState? instance) =>
        matter.State.Items.GetValueOrDefault(about)?.Versions.Find(version => version.Version == instance?.About) is { } seen
            ? $", version {seen.Version} (its fingerprint, SHA-256, begins {seen.Sha256[..Math.Min(HashDigits, seen.Sha256.Length)]})"
            : string.Empty;
}
