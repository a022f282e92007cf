namespace Workflows.Web.Api.Reviewers;

/// <summary>The register of reviewers, what they carry, and when reviews that wait can begin.</summary>
/// <param name="Reviewers">The reviewers.</param>
/// <param name="Capacity">By method: how many reviews can be carried at once.</param>
/// <param name="Queue">Reviews of your partnerships that wait for reviewers, the one that waits longest first.</param>
/// <param name="Waiting">How many wait in all partnerships.</param>
public sealed record ReviewerRegisterBody(
    IReadOnlyList<ReviewerBody> Reviewers, IReadOnlyList<MethodBody> Capacity, IReadOnlyList<QueueBody> Queue, int Waiting);

/// <summary>A reviewer.</summary>
/// <param name="User">Identifier of the person.</param>
/// <param name="Name">Name.</param>
/// <param name="Accreditations">What they are accredited in.</param>
/// <param name="Methods">Methods by which they review; none: by any.</param>
/// <param name="Areas">Partnerships for which they review; none: for any.</param>
/// <param name="Carries">How many reviews they carry.</param>
/// <param name="AtOnce">How many they can carry at once.</param>
/// <param name="FreeOn">First day on which they could take one more, or null: not within five years.</param>
public sealed record ReviewerBody(
    string User, string? Name, IReadOnlyList<string> Accreditations, IReadOnlyList<string> Methods, IReadOnlyList<string> Areas,
    int Carries, int AtOnce, DateOnly? FreeOn);

/// <summary>What can be carried by a method.</summary>
/// <param name="Method">The method; the process where none is asked.</param>
/// <param name="Together">How many reviewers one review wants.</param>
/// <param name="Reviewers">How many reviewers fit.</param>
/// <param name="AtOnce">How many reviews they can carry at once.</param>
/// <param name="Running">How many run.</param>
/// <param name="Waiting">How many wait.</param>
public sealed record MethodBody(string Method, int Together, int Reviewers, int AtOnce, int Running, int Waiting);

/// <summary>A review that waits for reviewers.</summary>
/// <param name="Review">Identifier.</param>
/// <param name="Reference">Case reference.</param>
/// <param name="Partnership">Identifier of the partnership.</param>
/// <param name="Method">What it is reviewed by.</param>
/// <param name="WaitsSince">Day on which it began to wait.</param>
/// <param name="Missing">How many reviewers it still wants.</param>
/// <param name="StartsOn">Day on which they are forecast to be free, or null: not within five years, or nobody fits.</param>
public sealed record QueueBody(
    string Review, string Reference, string Partnership, string Method, DateOnly WaitsSince, int Missing, DateOnly? StartsOn);

/// <summary>The reviewers of a review.</summary>
/// <param name="Needed">How many its method wants together.</param>
/// <param name="Appointed">Those appointed from the register, also who was removed.</param>
/// <param name="Candidates">The others of the register, those who fit first.</param>
public sealed record ReviewReviewersBody(
    int Needed, IReadOnlyList<AppointedBody> Appointed, IReadOnlyList<CandidateBody> Candidates);

/// <summary>A reviewer who was appointed, or of whom a conflict of interest was declared.</summary>
/// <param name="User">Identifier of the person.</param>
/// <param name="Name">Name.</param>
/// <param name="AppointedOn">Day of appointment, or null.</param>
/// <param name="RemovedOn">Day of removal, or null.</param>
/// <param name="RemovedBecause">Why, or null.</param>
/// <param name="Note">How a conflict is managed, or another note; or null.</param>
/// <param name="Conflicts">Conflicts that were found or declared, in sentences.</param>
public sealed record AppointedBody(
    string User, string? Name, DateOnly? AppointedOn, DateOnly? RemovedOn, string? RemovedBecause, string? Note, IReadOnlyList<string> Conflicts);

/// <summary>A reviewer who might be appointed.</summary>
/// <param name="User">Identifier of the person.</param>
/// <param name="Name">Name.</param>
/// <param name="Unfit">Why they cannot be appointed, or null.</param>
/// <param name="Conflicts">Conflicts of interest that were found: a note must say how they are managed.</param>
public sealed record CandidateBody(string User, string? Name, string? Unfit, IReadOnlyList<string> Conflicts);

/// <summary>Appoints a reviewer of the register.</summary>
/// <param name="Reviewer">Identifier of the person.</param>
/// <param name="Note">How a conflict of interest is managed; needed where one was found.</param>
internal sealed record AppointmentRequest(string Reviewer, string? Note = null);

/// <summary>Removes a reviewer before publication.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Replacement">Identifier of the reviewer appointed in their place, or null.</param>
/// <param name="Note">How a conflict of interest of the replacement is managed.</param>
internal sealed record RemovalRequest(string Reason, string? Replacement = null, string? Note = null);

/// <summary>Declares a conflict of interest.</summary>
/// <param name="What">What it is; no names.</param>
internal sealed record ConflictRequest(string What);
