using Workflows.Process.Journal;
using Workflows.Process.State;
using Workflows.Reviews.Reports;
using Workflows.Web.Pages.Parts;

namespace Workflows.Web.Pages.Publications;

/// <summary>Comments on the copies and the national repository, in plain words.</summary>
internal static class PublishingWords
{
    /// <summary>How an offer to the repository stands.</summary>
    public static string Of(RepositoryOffer offer) => offer switch
    {
        { Accepted: true } => $"Held since {Say.Day(offer.AnsweredOn!.Value)}{As(offer)}",
        { Accepted: false } => $"Declined on {Say.Day(offer.AnsweredOn!.Value)}",
        _ => $"Offered on {Say.Day(Process.Calendar.LondonTime.DateOf(offer.At))}{As(offer)}; no answer yet",
    };

    /// <summary>How a duty to publish stands.</summary>
    public static string Of(DutyStanding standing) => standing switch
    {
        DutyStanding.Late => "Late",
        DutyStanding.Published => "Published",
        DutyStanding.PublishedLate => "Published late",
        DutyStanding.Withdrawn => "Published, since withdrawn",
        DutyStanding.Ended => "Ended without publication",
        _ => "Due",
    };

    /// <summary>How the national repository stands to what was published: empty where nothing was.</summary>
    public static string Repository(PublishingDuty duty) =>
        duty.Offer is { } offer ? Of(offer) : duty.PublishedOn is null ? string.Empty : "Not offered";

    /// <summary>What happened, in a sentence; null where it is about something else.</summary>
    public static string? Of(ReviewEvent happened) => happened switch
    {
        CommentReceived received => $"A comment on the copies came on {Say.Day(received.On)}.\n“{received.Text.Text}”",
        CommentAnswered answered => $"A comment on the copies was answered.\n“{answered.Answer.Text}”",
        RepositoryOffered offered => $"The publication was offered to the national case review repository{(offered.Anonymous ? ", without the partnership’s name" : "")}.",
        RepositoryAnswered answered => $"The national case review repository {(answered.Accepted ? "holds" : "declined")} the publication ({Say.Day(answered.On)}).{(answered.Note is { } note ? $"\n“{note.Text}”" : "")}",
        _ => null,
    };

    private static string As(RepositoryOffer offer) => offer.Anonymous ? ", without the partnership’s name" : string.Empty;
}
