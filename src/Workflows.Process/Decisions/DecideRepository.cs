using Workflows.Process.Journal;

namespace Workflows.Process.Decisions;

/// <summary>
/// Offering what is public to the NSPCC's national case review repository. It is a request of the repository, not a duty; it can
/// publish without naming the partnership. The letter goes to the body of the directory that is called <see cref="Body"/>.
/// </summary>
internal static class DecideRepository
{
    /// <summary>Identifier, in the directory, of the body that is written to.</summary>
    public const string Body = "national-repository";

    /// <summary>Topic of the letter that offers a publication under the partnership's name.</summary>
    public const string NamedTopic = "repository-offer";

    /// <summary>Topic of the letter that asks to publish without naming the partnership.</summary>
    public const string AnonymousTopic = "repository-offer-anonymous";

    public static Refusal? Handle(Turn turn, RepositoryCommand command, Caller caller)
    {
        if (Refusals.Role(DecideReview.Correctors(turn.Plan.Definition), caller, turn.Plan.Definition, out var actor) is { } forbidden)
        {
            return forbidden;
        }

        return command switch
        {
            OfferToRepository offer => Offer(turn, offer, actor),
            RecordRepositoryAnswer answer => Answer(turn, answer, actor),
            _ => throw new ArgumentException($"No handling of {command.GetType().Name}.", nameof(command)),
        };
    }

    private static Refusal? Offer(Turn turn, OfferToRepository command, Actor actor)
    {
        if (turn.State.Publications.Find(known => known.Id == command.Publication) is not { } publication)
        {
            return Refusals.Unknown("publication", command.Publication);
        }

        if (publication.WithdrawnOn is not null)
        {
            return Refusals.Conflict("publication-stands", "This publication has been taken from the register, so it cannot be offered.");
        }

        // What was not answered may be a lost letter: that is sent again from the review's page.
        if (turn.State.Publishing.OfferOf(publication.Id) is { Accepted: not false })
        {
            return Refusals.Conflict("offered-once", "This publication has been offered to the repository before.");
        }

        turn.Add(new RepositoryOffered(publication.Id, command.Anonymous), actor);
        turn.Write(LetterKind.Notice, [Body], new LetterTopic(Item: null, Outcome: command.Anonymous ? AnonymousTopic : NamedTopic));
        return null;
    }

    private static Refusal? Answer(Turn turn, RecordRepositoryAnswer command, Actor actor)
    {
        if (turn.State.Publishing.OfferOf(command.Publication) is not { } offer)
        {
            return turn.State.Publications.Any(known => known.Id == command.Publication)
                ? Refusals.Conflict("offered-first", "This publication has not been offered to the repository.")
                : Refusals.Unknown("publication", command.Publication);
        }

        if (offer.Accepted is not null)
        {
            return Refusals.Conflict("already-done", "The repository's answer to this offer has been recorded.");
        }

        if (TextCheck.Refuse("note", command.Note, required: false, string.Empty) is { } refusal)
        {
            return refusal;
        }

        if (command.On > turn.Today || command.On < Calendar.LondonTime.DateOf(offer.At))
        {
            return Refusals.Invalid("day-is-possible", "on", "Give a day from that of the offer to today.");
        }

        turn.Add(new RepositoryAnswered(command.Publication, command.Accepted, command.On, Words.From(command.Note)), actor);
        return null;
    }
}
