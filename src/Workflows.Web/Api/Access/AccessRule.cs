namespace Workflows.Web.Api.Access;

/// <summary>
/// Who may call an address at all. Every address carries one of these. What a person may do in a review that they see is the
/// process definition's to say, by role.
/// </summary>
internal enum AccessRule
{
    /// <summary>Anybody, without signing in.</summary>
    Anybody,

    /// <summary>Anybody signed in who is in the directory.</summary>
    KnownPerson,

    /// <summary>
    /// A known person who sees the review in the address: one who works in its partnership, or whose role or body has been
    /// asked or told something in it. For everybody else the review does not exist.
    /// </summary>
    SeesReview,

    /// <summary>
    /// A known person who sees the review in the address, or answers for the recommendation in it (where it names none, for
    /// any of that review). Who only answers for some sees those and nothing else of the review.
    /// </summary>
    SeesRecommendation,
}
