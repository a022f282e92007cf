using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.State;

namespace Workflows.Web.Api.Links;

/// <summary>Links in words: what the other review is, and what the end of one means for the other.</summary>
internal static class LinkWords
{
    /// <summary>What the other review is to this one.</summary>
    public static string Title(LinkState link) => LinkKind.Find(link.Kind) is { } kind
        ? link.Side == LinkSide.Follows ? kind.Follows : kind.Leads : "Linked review";

    /// <summary>What the standing of both means, in a sentence or two.</summary>
    public static string Means(LinkedReview linked, ReviewState own)
    {
        var (other, title) = (linked.Other.State, linked.Other.Definition.Title);
        return (own.IsOpen, other.IsOpen) switch
        {
            (true, true) => "Both go on. Neither ends because the other does.",
            (true, false) => $"The {Lower(title)} is {Ended(other)}. This review goes on as it was.{Advice(linked.Link.Side, linked.Link.Kind, other)}",
            (false, true) => $"This review is {Ended(own)}. The {Lower(title)} goes on as it was.{Advice(Turned(linked.Link.Side), linked.Link.Kind, own)}",
            _ => "Both have ended.",
        };
    }

    /// <summary>What ending this review would mean for those linked to it; empty where none of them is open.</summary>
    public static string IfEnded(IReadOnlyList<LinkedReview> links)
    {
        var open = links.Where(link => link.Other.State.IsOpen).Select(link => $"{link.Other.Definition.Title} {link.Other.State.Reference}").ToList();
        return open.Count == 0 ? string.Empty
            : $" Linked reviews do not end with it: {string.Join(", ", open)}. They note that this one has ended, and those who run them decide what follows.";
    }

    // Seen from the review that is still open: what it should ask itself about the one that has ended.
    private static string Advice(LinkSide side, string kind, ReviewState ended) => (kind, side, ended.Status) switch
    {
        ("notification", LinkSide.Follows, ReviewStatus.Withdrawn) =>
            " No rapid review is held without a notification: decide whether this one is withdrawn too.",
        ("referral", LinkSide.Leads, ReviewStatus.Withdrawn) => " The case is not reviewed nationally through it: decide how it ends here.",
        ("referral", LinkSide.Leads, ReviewStatus.Closed) => " See there what the Panel decided, and decide how the case ends here.",
        ("referral", LinkSide.Follows, ReviewStatus.Withdrawn) => " The case was withdrawn where it was referred: decide whether it is still considered.",
        (_, LinkSide.Follows, ReviewStatus.Withdrawn) => " It rested on that review: decide whether it is still needed.",
        _ => string.Empty,
    };

    private static LinkSide Turned(LinkSide side) => side switch
    {
        LinkSide.Leads => LinkSide.Follows,
        LinkSide.Follows => LinkSide.Leads,
        _ => LinkSide.Beside,
    };

    private static string Ended(ReviewState state) => state.Status == ReviewStatus.Withdrawn ? "withdrawn" : "closed";

    private static string Lower(string title) => char.ToLowerInvariant(title[0]) + title[1..];
}
