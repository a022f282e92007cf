namespace Workflows.Process.Journal;

/// <summary>A reviewer from the register was appointed.</summary>
/// <param name="Reviewer">Identifier of the person.</param>
/// <param name="On">Day, Europe/London.</param>
/// <param name="Needed">How many reviewers the method wants together.</param>
/// <param name="Conflicts">Conflicts of interest that were found, as codes: <c>agency</c>, <c>earlier-case</c>, <c>declared</c>.</param>
/// <param name="Note">How a conflict is managed, or another note; or null.</param>
public sealed record ReviewerAppointed(
    string Reviewer, DateOnly On, int Needed, IReadOnlyList<string> Conflicts, Words? Note) : ReviewEvent;

/// <summary>A reviewer, or somebody who knew, declared a conflict of interest.</summary>
/// <param name="Reviewer">Identifier of the person.</param>
/// <param name="On">Day, Europe/London.</param>
/// <param name="What">What it is.</param>
public sealed record ReviewerConflictDeclared(string Reviewer, DateOnly On, Words What) : ReviewEvent;

/// <summary>A reviewer was removed before publication.</summary>
/// <param name="Reviewer">Identifier of the person.</param>
/// <param name="On">Day, Europe/London.</param>
/// <param name="Reason">Why.</param>
public sealed record ReviewerRemoved(string Reviewer, DateOnly On, Words Reason) : ReviewEvent;
