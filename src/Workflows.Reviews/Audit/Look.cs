using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Audit;

/// <summary>Somebody looked at something of a review.</summary>
/// <param name="Review">The review.</param>
/// <param name="User">Identifier of the person.</param>
/// <param name="What">What they looked at, as the address calls it: <c>review</c>, <c>journal</c>, <c>document report 2</c>, <c>export</c>.</param>
/// <param name="Through">How: <c>interface</c>, <c>page</c>, or <c>command line</c>.</param>
public sealed record Look(ReviewId Review, string User, string What, string Through);

/// <summary>A look as it is on record.</summary>
/// <param name="At">When, by the server's clock.</param>
/// <param name="User">Who.</param>
/// <param name="What">At what.</param>
/// <param name="Through">How.</param>
public sealed record RecordedLook(DateTimeOffset At, string User, string What, string Through);
