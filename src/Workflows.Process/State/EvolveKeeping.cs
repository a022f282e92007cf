using Workflows.Process.Journal;

namespace Workflows.Process.State;

/// <summary>What entries mean for how long the record is kept.</summary>
internal static class EvolveKeeping
{
    public static KeepingState Apply(KeepingState keeping, JournalEntry entry) => entry.Event switch
    {
        LegalHoldPlaced e => keeping with
        {
            Holds = keeping.Holds.Add(new LegalHold(e.Hold, e.Reason.Text, entry.By, entry.At, LiftedAt: null)),
            Approvals = [],
        },
        LegalHoldLifted e => keeping with
        {
            Holds = keeping.Holds.ConvertAll(hold => hold.Id == e.Hold ? hold with { LiftedAt = entry.At } : hold),
        },
        DestructionApproved e => keeping with
        {
            Approvals = keeping.Approvals.Add(new DestructionApproval(e.Rule, e.DueOn, entry.By, entry.At)),
        },
        DestructionOrdered => keeping with { OrderedAt = entry.At },
        DestructionBegun e => keeping with { Begun = new DestructionPlan(e.Documents, [.. e.Papers]) },
        RecordDestroyed e => keeping with { Destroyed = new Destruction(e.Certificate, e.On, entry.At) },
        RecordDisclosed => keeping with { Disclosures = keeping.Disclosures + 1 },
        _ => keeping,
    };
}
