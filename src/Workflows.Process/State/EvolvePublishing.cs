using System.Collections.Immutable;
using Workflows.Process.Journal;

namespace Workflows.Process.State;

/// <summary>What entries mean for comments on the copies, and for the national repository.</summary>
internal static class EvolvePublishing
{
    public static PublishingState Apply(PublishingState publishing, JournalEntry entry) => entry.Event switch
    {
        CommentReceived e => publishing with
        {
            Comments = publishing.Comments.Add(new CommentState(e.Comment, e.From, e.Text.Text, e.On, entry.By)),
        },
        CommentAnswered e => publishing with
        {
            Comments = publishing.Comments.ConvertAll(comment => comment.Id == e.Comment
                ? comment with { Answer = e.Answer.Text, AnsweredBy = entry.By } : comment),
        },
        RepositoryOffered e => publishing with
        {
            Offers = publishing.Offers.Add(new RepositoryOffer(e.Publication, e.Anonymous, entry.At, entry.By)),
        },
        RepositoryAnswered e => publishing with { Offers = Answered(publishing, e) },
        _ => publishing,
    };

    private static ImmutableList<RepositoryOffer> Answered(PublishingState publishing, RepositoryAnswered e)
    {
        var at = publishing.Offers.FindLastIndex(offer => offer.Publication == e.Publication);
        return at < 0 ? publishing.Offers : publishing.Offers.SetItem(
            at, publishing.Offers[at] with { Accepted = e.Accepted, AnsweredOn = e.On, Note = e.Note?.Text });
    }
}
