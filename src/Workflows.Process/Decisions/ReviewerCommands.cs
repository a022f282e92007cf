namespace Workflows.Process.Decisions;

/// <summary>Appoints a reviewer of the register.</summary>
/// <param name="Reviewer">What the register says of them in respect of this review.</param>
/// <param name="Note">How a conflict of interest is managed, or another note; or null.</param>
public sealed record AppointReviewer(ReviewerCard Reviewer, string? Note) : ReviewCommand;

/// <summary>Declares a conflict of interest.</summary>
/// <param name="Reviewer">Identifier of the reviewer.</param>
/// <param name="What">What it is.</param>
public sealed record DeclareConflict(string Reviewer, string? What) : ReviewCommand;

/// <summary>Removes a reviewer before publication, and appoints another in the same breath where one is given.</summary>
/// <param name="Reviewer">Identifier of the reviewer.</param>
/// <param name="Reason">Why.</param>
/// <param name="Replacement">Who takes their place, or null.</param>
/// <param name="Note">How a conflict of the replacement is managed, or null.</param>
public sealed record RemoveReviewer(string Reviewer, string? Reason, ReviewerCard? Replacement = null, string? Note = null) : ReviewCommand;

/// <summary>What the register says of a reviewer in respect of one review.</summary>
/// <param name="User">Identifier of the person.</param>
/// <param name="Needed">How many reviewers the review's method wants together, from 1.</param>
/// <param name="Unfit">Why they cannot review it (accreditation, method, area), in a sentence; null where they can.</param>
/// <param name="Conflicts">Conflicts of interest that were found.</param>
public sealed record ReviewerCard(string User, int Needed, string? Unfit, IReadOnlyList<FoundConflict> Conflicts);

/// <summary>A conflict of interest that the register gives reason to see.</summary>
/// <param name="Code"><c>agency</c>, <c>earlier-case</c> or <c>declared</c>.</param>
/// <param name="What">What it is, in a sentence.</param>
public sealed record FoundConflict(string Code, string What);
