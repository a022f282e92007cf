using Workflows.Process.Journal;

namespace Workflows.Web.Pages.Keeping;

/// <summary>What happened to a review's record, in a sentence.</summary>
internal static class KeepingWords
{
    public static string? Of(ReviewEvent happened) => happened switch
    {
        LegalHoldPlaced placed => $"A legal hold was placed on the record.\n“{placed.Reason.Text}”",
        LegalHoldLifted lifted => $"A legal hold was lifted.\n“{lifted.Reason.Text}”",
        DestructionApproved => "The destruction of the record was approved.",
        DestructionOrdered => "Two people have approved: the record is to be destroyed.",
        DestructionBegun begun => $"The destruction began: {begun.Documents} documents, and {begun.Papers.Count} private papers, the key to everything that people typed among them.",
        RecordDestroyed destroyed => $"The record was destroyed. Certificate {destroyed.Certificate}.",
        RecordDisclosed disclosed => $"What the record holds was given out on request.\n“{disclosed.Reason.Text}”",
        _ => null,
    };
}
