using System.Collections.Immutable;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;

namespace Workflows.Process.State;

/// <summary>What goes with publication: comments on the copies, and the national repository.</summary>
public sealed record PublishingState
{
    /// <summary>Nothing yet.</summary>
    public static PublishingState Empty { get; } = new();

    /// <summary>Comments on the copies, in order.</summary>
    public ImmutableList<CommentState> Comments { get; init; } = [];

    /// <summary>Offers to the national case review repository, in order.</summary>
    public ImmutableList<RepositoryOffer> Offers { get; init; } = [];

    /// <summary>Comments that have no answer yet: nothing is published meanwhile.</summary>
    public IEnumerable<CommentState> Unanswered => Comments.Where(comment => comment.Answer is null);

    /// <summary>The latest offer of a publication, or null.</summary>
    /// <param name="publication">Public identifier.</param>
    public RepositoryOffer? OfferOf(string publication) => Offers.FindLast(offer => offer.Publication == publication);

    /// <summary>
    /// Whether nobody is to be told whose publication it is: it was offered last to be published without the partnership's name. That
    /// holds whatever the repository answered, until it is offered under the partnership's name.
    /// </summary>
    /// <param name="publication">Public identifier.</param>
    public bool IsAnonymous(string publication) => OfferOf(publication)?.Anonymous == true;
}

/// <summary>A comment on the copies.</summary>
/// <param name="Id">Identifier in this review.</param>
/// <param name="From">The body that made it.</param>
/// <param name="Text">What it says.</param>
/// <param name="On">Day on which it came, Europe/London.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="Answer">What was answered, or null.</param>
/// <param name="AnsweredBy">Who answered, or null.</param>
public sealed record CommentState(string Id, string From, string Text, DateOnly On, Actor By, string? Answer = null, Actor? AnsweredBy = null);

/// <summary>An offer to the national case review repository.</summary>
/// <param name="Publication">Public identifier.</param>
/// <param name="Anonymous">Whether it is asked to publish without naming the partnership.</param>
/// <param name="At">When it was offered.</param>
/// <param name="By">Who offered it.</param>
/// <param name="Accepted">Whether the repository took it; null while it has not answered.</param>
/// <param name="AnsweredOn">Day of its answer, Europe/London, or null.</param>
/// <param name="Note">What it said, or null.</param>
public sealed record RepositoryOffer(
    string Publication, bool Anonymous, DateTimeOffset At, Actor By, bool? Accepted = null, DateOnly? AnsweredOn = null, string? Note = null);

/// <summary>Something that is or was public.</summary>
/// <param name="Id">Public identifier.</param>
/// <param name="Document">Identifier of the document.</param>
/// <param name="DocumentVersion">Its version.</param>
/// <param name="Form">In full, or improvements only.</param>
/// <param name="PublishedOn">Day of publication.</param>
/// <param name="WithdrawnOn">Day on which it left the register, or null.</param>
public sealed record PublicationState(
    string Id, string Document, int DocumentVersion, PublicationForm Form, DateOnly PublishedOn, DateOnly? WithdrawnOn);
