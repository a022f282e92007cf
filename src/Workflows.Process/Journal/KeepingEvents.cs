namespace Workflows.Process.Journal;

/// <summary>Somebody forbade the destruction of the review's record for the time being.</summary>
/// <param name="Hold">Identifier, <c>hold-1</c> and so on.</param>
/// <param name="Reason">Why.</param>
public sealed record LegalHoldPlaced(string Hold, Words Reason) : ReviewEvent;

/// <summary>A hold was lifted.</summary>
/// <param name="Hold">Identifier.</param>
/// <param name="Reason">Why.</param>
public sealed record LegalHoldLifted(string Hold, Words Reason) : ReviewEvent;

/// <summary>A person approved the destruction of what the review's record holds beside its audit skeleton.</summary>
/// <param name="Rule">Identifier of the rule of retention.</param>
/// <param name="DueOn">Day from which the rule lets it be destroyed.</param>
public sealed record DestructionApproved(string Rule, DateOnly DueOn) : ReviewEvent;

/// <summary>Two people approved it: it is to be destroyed now.</summary>
/// <param name="Rule">Identifier of the rule of retention.</param>
public sealed record DestructionOrdered(string Rule) : ReviewEvent;

/// <summary>The destruction begins. Written before anything is destroyed, so that the certificate is true after a broken attempt too.</summary>
/// <param name="Documents">Documents to be deleted, each content once.</param>
/// <param name="Papers">Names of the private papers to be destroyed, the key of the free text among them.</param>
public sealed record DestructionBegun(int Documents, IReadOnlyList<string> Papers) : ReviewEvent;

/// <summary>Documents, private papers and the key of the free text are destroyed; what is left is the audit skeleton.</summary>
/// <param name="Certificate">Identifier of the certificate.</param>
/// <param name="On">Day, Europe/London.</param>
public sealed record RecordDestroyed(string Certificate, DateOnly On) : ReviewEvent;

/// <summary>What the review holds was given out on request.</summary>
/// <param name="Reason">Who asked for it and on what ground.</param>
public sealed record RecordDisclosed(Words Reason) : ReviewEvent;
